// How much of each view the photograph really shows: the share of the person's pixels with a visibility above one half.
first = 0; last = 60; step = 15;

setBatchMode(true);
run("Clear Results");
photograph = getTitle();
for (yaw = first; yaw <= last; yaw += step) {
	run("Warp View...", "image=[" + photograph + "] pose=change yaw=" + yaw + " visibility=true");
	view = getTitle();
	selectImage(substring(view, 0, lastIndexOf(view, "-view")) + "-visibility");
	row = nResults;
	setResult("Turned by (deg)", row, yaw);
	seen = pixelsFrom(0.5);
	all = pixelsFrom(0);
	setResult("Seen (%)", row, 100 * seen / all);
	selectImage(photograph);
	close("\\Others");
}
updateResults();
print(nResults + " views measured");

// Pixels of the active map with at least this value; off the person there is none.
function pixelsFrom(least) {
	setThreshold(least, 2);
	List.setMeasurements("limit");
	area = List.getValue("Area");
	return area;
}
