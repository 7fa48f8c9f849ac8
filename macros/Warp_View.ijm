// Turns the head of the active photograph by 25 degrees to the picture's right, and shows where every pixel comes from.
title = getTitle();
run("Warp View...", "image=[" + title + "] pose=change yaw=25 background=keep correspondence=true visibility=true");
print("from " + title + " to " + getTitle());
