// One person over a grid of views and lights, for the active photograph; saved into the folder that the argument names, if any.
yaws = newArray(-40, -20, 0, 20, 40);
lights = newArray("keep", "key left", "key right", "key above");
cell = 256;

setBatchMode(true);
photograph = getTitle();
newImage("view-x-light", "RGB white", cell * yaws.length, cell * lights.length, 1);
for (j = 0; j < lights.length; j++) {
	for (i = 0; i < yaws.length; i++) {
		run("Generate Portrait...", "image=[" + photograph + "] pose=absolute yaw=" + yaws[i] + " light=[" + lights[j] + "]");
		result = getTitle();
		run("Size...", "width=" + cell + " height=" + cell + " depth=1 constrain average interpolation=Bilinear");
		height = getHeight();
		run("Select All");
		run("Copy");
		close(result);
		selectImage("view-x-light");
		makeRectangle(i * cell, j * cell + (cell - height) / 2, cell, height);
		run("Paste");
	}
}
run("Select None");
setBatchMode("exit and display");
if (getArgument() != "") saveAs("PNG", getArgument() + File.separator + "view-x-light.png");
