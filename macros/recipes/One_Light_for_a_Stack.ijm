// Lights every slice of the active stack evenly, the views kept: what differs between the slices then is hardly the lamp.
run("Generate Portrait...", "slices=all pose=change light=flat");
print(getTitle() + ": " + nSlices + " slices in one light");
