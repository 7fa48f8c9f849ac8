// Reads the head of the active photograph: mesh, landmarks and axes as an overlay, one row of numbers.
// An area selection chooses the face where there are several.
run("Analyze Portrait...", "mesh=true landmarks=true axes=true table=true");
print("yaw " + getResult("Yaw (deg)", nResults - 1) + ", pitch " + getResult("Pitch (deg)", nResults - 1));
