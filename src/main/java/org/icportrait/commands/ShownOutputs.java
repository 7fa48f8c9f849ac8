package org.icportrait.commands;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageWindow;
import ij.macro.Interpreter;
import ij.plugin.frame.Recorder;

import java.util.ArrayList;
import java.util.List;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;

/**
 * Shows the images that our commands made, the main result (the first output) last, and makes it the active image of whoever called: of
 * a macro on its own thread, with windows, in batch mode and without a screen. Programs that call a command without ImageJ's window and
 * outside a macro get their outputs and nothing is shown.
 */
@Plugin(type = PostprocessorPlugin.class)
public class ShownOutputs extends AbstractPostprocessorPlugin {

	@Parameter
	private ThreadService threads;

	@Override
	public void process(final Module module) {
		if (!OurModules.contains(module) || !IJ.isMacro() && IJ.getInstance() == null) return;
		final List<ImagePlus> images = new ArrayList<>();
		for (final ModuleItem<?> output : module.getInfo().outputs()) {
			if (!(module.getOutput(output.getName()) instanceof ImagePlus image)) continue;
			images.add(image);
			module.resolveOutput(output.getName()); // or SciJava shows it again, some time later
		}
		if (images.isEmpty()) return;
		Titles.makeUnique(images);
		// The recorder would take the new windows for the user's own doing.
		final boolean recording = IJ.recording();
		if (recording) Recorder.suspendRecording();
		show(images);
		if (recording) Recorder.resumeRecording();
	}

	private void show(final List<ImagePlus> images) {
		for (int i = images.size() - 1; i >= 0; i--) {
			images.get(i).show();
			images.get(i).waitTillActivated(); // else a window that comes up late would take the place of the main one
		}
		activate(images.get(0));
	}

	private void activate(final ImagePlus main) {
		final Thread caller = threads.getParent(Thread.currentThread());
		if (caller == null) return; // called on this very thread, which saw the images appear
		final ImageWindow window = main.getWindow();
		if (window != null) {
			WindowManager.setCurrentWindow(window);
			WindowManager.setTempCurrentImage(caller, null);
		}
		else {
			WindowManager.setTempCurrentImage(null); // else this pool thread would keep it for the next command
			WindowManager.setTempCurrentImage(caller, main);
			Interpreter.activateImage(main);
		}
	}
}
