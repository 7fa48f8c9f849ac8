package org.icportrait.bridge;

import ij.ImagePlus;
import ij.WindowManager;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractSingleInputPreprocessor;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/** As imagej-legacy does: a module with one image input gets the active image. */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.VERY_HIGH + 1)
public class ActiveImage extends AbstractSingleInputPreprocessor {

	@Override
	public void process(final Module module) {
		final ImagePlus image = WindowManager.getCurrentImage();
		final String name = getSingleInput(module, ImagePlus.class);
		if (image == null || name == null || module.isInputResolved(name)) return;
		module.setInput(name, image);
		module.resolveInput(name);
	}
}
