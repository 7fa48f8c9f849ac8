// Gives every open portrait the light of the active one.
setBatchMode(true);
reference = getTitle();
titles = getList("image.titles");
for (i = 0; i < titles.length; i++) {
	if (titles[i] != reference) {
		run("Stitch Lighting...", "image=[" + titles[i] + "] reference=[" + reference + "] canvas=false");
		print(getTitle() + " in the light of " + reference);
	}
}
setBatchMode("exit and display");
