// Turns every portrait of a folder to the front before an even grey, and keeps a table of how the heads stood.
// A second run replaces what the first one made.
// The argument may name the folders of the photographs and of the results, parted by a semicolon; without it you are asked.
folders = split(getArgument(), ";");
if (folders.length < 2) folders = newArray(getDirectory("Photographs"), getDirectory("Results"));
if (folders[0] == folders[1]) exit("Results must not lie among the photographs: choose another folder for them.");
if (!File.exists(folders[1])) File.makeDirectory(folders[1]);

setBatchMode(true);
run("Clear Results");
names = getFileList(folders[0]);
found = "|";
for (i = 0; i < names.length; i++) {
	if (matches(toLowerCase(names[i]), ".*\\.(jpg|jpeg|png|tif|tiff|webp)")) {
		person = File.getNameWithoutExtension(names[i]);
		if (indexOf(found, "|" + person + "|") >= 0) exit("Two photographs are called " + person + ", and so would be their results: rename one.");
		found += person + "|";
		run("Open Portrait...", "file=[" + folders[0] + File.separator + names[i] + "]");
		photograph = getTitle();
		run("Analyze Portrait...", "mesh=false landmarks=false axes=false table=true");
		run("Generate Portrait...", "image=[" + photograph + "] pose=absolute yaw=0 pitch=0 roll=0 background=colour colour=#808080");
		run("Save with Provenance...", "file=[" + folders[1] + File.separator + person + "-front.png] overwrite=true");
		close("*");
	}
}
if (nResults == 0) exit("There is no picture in " + folders[0] + " (JPEG, PNG, TIFF or WebP); name the folder of the photographs.");
saveAs("Results", folders[1] + File.separator + "poses.csv");
print(nResults + " portraits look to the front");
