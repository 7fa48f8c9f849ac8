// Turns the active portrait step by step, and reads each result anew: a table of the yaw that was wanted and the one that is read.
first = -30; last = 30; step = 15;

setBatchMode(true);
run("Clear Results");
photograph = getTitle();
worst = 0;
for (yaw = first; yaw <= last; yaw += step) {
	run("Generate Portrait...", "image=[" + photograph + "] pose=absolute yaw=" + yaw);
	run("Analyze Portrait...", "mesh=false landmarks=false axes=false table=true");
	row = nResults - 1;
	setResult("Wanted yaw (deg)", row, yaw);
	worst = maxOf(worst, abs(getResult("Yaw (deg)", row) - yaw));
}
updateResults();
print("the yaw that is read is at most " + d2s(worst, 1) + " degrees off");
