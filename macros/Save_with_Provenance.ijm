// Saves the active result with its origin inside (ImageJ's own saveAs drops it from PNG and JPEG), and tells how it was made.
folder = getArgument();
if (folder == "") folder = getDirectory("Folder for the result");
name = File.getNameWithoutExtension(getTitle());
run("Save with Provenance...", "file=[" + folder + "/" + name + "-marked.png] sidecar=true overwrite=true");
run("Copy Methods Text");
