// The active photograph in the views of a known set and in three lights: views are slices, lights are frames. Where the argument names a
// folder, the pictures are written there under the names of the set, each with its origin, and no stack is made.
words = "preset=kdef lights=[keep, key left, key right]";
if (getArgument() != "") words = words + " folder=[" + getArgument() + "]";
run("View x Light Series...", words);

for (i = 0; i < nResults; i++) {
	print(getResultString("View", i) + " " + getResultString("Light", i) + ": yaw " + getResult("Yaw read (deg)", i) + " read of " + getResult("Yaw wanted (deg)", i) +
		", " + getResult("Seen (%)", i) + " % seen");
}
