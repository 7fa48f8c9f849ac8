// Every person of a folder (a photograph each) in five views and three lights before an even grey: files under names that sort, and a table for
// each person. A second run leaves out who has all pictures among the results, so that it goes on where the first one was stopped.
// The argument may name the folders of the photographs and of the results, parted by a semicolon; without it you are asked.
words = "yaw=-40:40:20 lights=[key left, flat, key right] background=colour colour=#808080";
pictures = 15;

folders = split(getArgument(), ";");
if (folders.length < 2) {
	if (call("java.awt.GraphicsEnvironment.isHeadless") == "true") exit("Without a screen the argument must name two folders, photographs;results.");
	folders = newArray(getDirectory("Photographs"), getDirectory("Results"));
}
for (f = 0; f < 2; f++) if (!endsWith(folders[f], "/") && !endsWith(folders[f], File.separator)) folders[f] = folders[f] + File.separator;
if (!File.isDirectory(folders[0])) exit("There is no folder " + folders[0] + "; name that of the photographs.");
if (folders[0] == folders[1]) exit("Results must not lie among the photographs: choose another folder for them.");

setBatchMode(true);
names = getFileList(folders[0]);
found = "|";
made = 0; before = 0; begun = "";
for (i = 0; i < names.length; i++) {
	if (startsWith(names[i], ".") || !matches(toLowerCase(names[i]), ".*\\.(jpg|jpeg|png|tif|tiff|webp)")) continue;
	person = File.getNameWithoutExtension(names[i]);
	if (indexOf(found, "|" + person + "|") >= 0) exit("Two photographs are called " + person + ", and so would be their results: rename one.");
	found += person + "|";
	table = folders[1] + person + "-series.csv";
	rows = 0;
	if (File.exists(table)) {
		lines = split(File.openAsString(table), "\n");
		rows = lines.length - 1;
	}
	if (rows >= pictures) before++;
	else if (rows > 0) begun += "\n" + person + ": stopped after " + rows + " of " + pictures + " pictures; delete its files among the results and run this again";
	else {
		run("Open Portrait...", "file=[" + folders[0] + names[i] + "]");
		run("View x Light Series...", words + " folder=[" + folders[1] + "]");
		close("*");
		made++;
	}
}
if (found == "|") exit("There is no picture in " + folders[0] + " (JPEG, PNG, TIFF or WebP); name the folder of the photographs.");
print(made + " new series of " + pictures + " pictures, " + before + " were there already" + begun);
