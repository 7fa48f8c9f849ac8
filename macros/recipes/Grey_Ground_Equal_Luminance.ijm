// Cuts every open portrait out, lays it on grey 128, and gives the person the same mean and standard deviation of grey levels.
mean = 128; deviation = 30;

setBatchMode(true);
// By their numbers: photographs from different folders may have one title.
photographs = newArray(nImages);
for (i = 0; i < photographs.length; i++) {
	selectImage(i + 1);
	photographs[i] = getImageID();
}
for (i = 0; i < photographs.length; i++) {
	selectImage(photographs[i]);
	run("Warp View...", "pose=change background=transparent");
	cut = getTitle();
	selectImage(photographs[i]);
	run("Generate Portrait...", "pose=change background=colour colour=#808080");
	portrait = getTitle();
	run("8-bit");
	run("32-bit");
	selectImage(substring(cut, 0, lastIndexOf(cut, "-view")) + "-coverage");
	setThreshold(128, 255);
	run("Create Selection");
	close();
	close(cut);
	selectImage(portrait);
	run("Restore Selection");
	getStatistics(area, before, low, high, varies);
	run("Subtract...", "value=" + before);
	run("Multiply...", "value=" + deviation / varies);
	run("Add...", "value=" + mean);
	run("Select None");
	setMinAndMax(0, 255);
	run("8-bit");
	print(portrait + ": mean was " + d2s(before, 1) + ", deviation " + d2s(varies, 1));
}
setBatchMode("exit and display");
