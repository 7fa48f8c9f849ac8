// Yaw 30 and light from the left, for the active photograph.
run("Generate Portrait...", "pose=absolute yaw=30 light=[key left]");
print("made " + getTitle());
