// One lamp round the active portrait, from the picture's left to its right, as a stack with labelled slices.
first = -90; last = 90; step = 15;

setBatchMode(true);
photograph = getTitle();
for (azimuth = first; azimuth <= last; azimuth += step) {
	run("Generate Portrait...", "image=[" + photograph + "] pose=change light=direction azimuth=" + azimuth + " elevation=20 hardness=0.7");
	rename("azimuth " + azimuth);
}
run("Images to Stack", "name=lamp title=azimuth use");
setBatchMode("exit and display");
print("lamp: " + nSlices + " slices");
