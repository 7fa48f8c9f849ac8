// Brings the light of the second open photograph onto the first one.
if (nImages < 2) exit("Open two portraits: the first is lit like the second.");
selectImage(2);
reference = getTitle();
selectImage(1);
run("Stitch Lighting...", "image=[" + getTitle() + "] reference=[" + reference + "] ratio=0.8 seed=1 canvas=true");
print("light of " + reference + " in " + getTitle());
