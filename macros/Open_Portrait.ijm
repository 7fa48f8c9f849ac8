// Opens a photograph as the command line reads it: by its content, whole, upright, in sRGB, with its scale.
file = getArgument();
if (file == "") file = File.openDialog("A photograph");
run("Open Portrait...", "file=[" + file + "] pages=first");
print(getTitle() + ": " + getWidth() + " x " + getHeight());
