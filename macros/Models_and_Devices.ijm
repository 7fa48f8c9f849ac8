// The models that come with the plugin, or those of a folder given as the macro's argument, on CUDA where it works.
folder = getArgument();
run("Models and Devices...", "models=[" + folder + "] device=auto");
print("models are ready");
