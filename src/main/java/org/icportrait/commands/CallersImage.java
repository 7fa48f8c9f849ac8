package org.icportrait.commands;

import ij.ImagePlus;
import ij.WindowManager;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractSingleInputPreprocessor;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;

/**
 * Gives our commands the image that is active where they were called, just before imagej-legacy would give them the one that is active
 * on the pool thread they run on: that may be the result of another macro, or closed.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.VERY_HIGH + 2)
public class CallersImage extends AbstractSingleInputPreprocessor {

	@Parameter
	private ThreadService threads;

	@Parameter(required = false)
	private CallerImages callers;

	@Override
	public void process(final Module module) {
		final Thread caller = threads.getParent(Thread.currentThread());
		if (caller == null || !OurModules.contains(module)) return;
		WindowManager.setTempCurrentImage(null); // what an earlier command left on this thread
		final ImagePlus active = callers == null ? null : callers.take(caller);
		final String input = getSingleInput(module, ImagePlus.class);
		if (active == null || input == null || module.isInputResolved(input)) return;
		module.setInput(input, active);
		module.resolveInput(input);
	}
}
