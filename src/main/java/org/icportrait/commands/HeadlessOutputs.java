package org.icportrait.commands;

import ij.IJ;
import ij.ImagePlus;

import java.awt.GraphicsEnvironment;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

/** Makes the images of our commands known to a macro that runs without a screen, where nobody else does. */
@Plugin(type = PostprocessorPlugin.class)
public class HeadlessOutputs extends AbstractPostprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (!GraphicsEnvironment.isHeadless() || !IJ.isMacro() || !OurModules.contains(module)) return;
		ImagePlus main = null;
		for (final ModuleItem<?> output : module.getInfo().outputs()) {
			if (!(module.getOutput(output.getName()) instanceof ImagePlus image)) continue;
			if (main == null) main = image;
			else image.show();
		}
		// Last, so that the main result is the active image.
		if (main != null) main.show();
	}
}
