package org.icportrait.bridge;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;

import org.scijava.Priority;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** As the preprocessor of imagej-legacy: gives a module the values of the running macro's options, silent about what it cannot convert. */
@Plugin(type = PreprocessorPlugin.class, priority = 2 * Priority.VERY_HIGH)
public class MacroValues extends AbstractPreprocessorPlugin {

	@Parameter
	private ConvertService convertService;

	@Override
	public void process(final Module module) {
		if (!IJ.isMacro() || Macro.getOptions() == null) return;
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			final String value = Macro.getValue(Macro.getOptions(), input.getName(), null);
			if (value == null) continue;
			final Object converted = input.getType() == ImagePlus.class ? WindowManager.getImage(value) : convert(value, input.getType());
			if (converted == null) continue;
			module.setInput(input.getName(), converted);
			module.resolveInput(input.getName());
		}
	}

	private Object convert(final String value, final Class<?> type) {
		return convertService.supports(value, type) ? convertService.convert(value, type) : null;
	}
}
