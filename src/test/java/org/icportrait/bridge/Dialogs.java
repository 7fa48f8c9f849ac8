package org.icportrait.bridge;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;

import java.awt.AWTEvent;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;
import org.scijava.util.Types;
import org.scijava.widget.InputHarvester;

/** Stands in for Fiji's dialogs in the development window: asks for every input that is not resolved, and previews at each change. */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY)
public class Dialogs extends AbstractPreprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (GraphicsEnvironment.isHeadless() || IJ.isMacro() || !module.getInfo().getDelegateClassName().startsWith("org.icportrait.")) return;
		final List<ModuleItem<?>> asked = new ArrayList<>();
		final GenericDialog dialog = new GenericDialog(module.getInfo().getTitle());
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			if (!module.isInputResolved(item.getName()) && add(dialog, module, item)) asked.add(item);
		}
		if (asked.isEmpty()) return;
		dialog.addDialogListener((final GenericDialog source, final AWTEvent event) -> {
			read(source, module, asked);
			module.preview();
			return true;
		});
		module.preview();
		dialog.showDialog();
		if (dialog.wasCanceled()) cancel("");
		else asked.forEach(item -> module.resolveInput(item.getName()));
	}

	private static boolean add(final GenericDialog dialog, final Module module, final ModuleItem<?> item) {
		final Class<?> type = Types.box(item.getType());
		final Object value = module.getInput(item.getName());
		if (type == ImagePlus.class) dialog.addChoice(item.getLabel(), titles(), titles()[0]);
		else if (item.getChoices() != null && !item.getChoices().isEmpty()) {
			dialog.addChoice(item.getLabel(), item.getChoices().stream().map(Object::toString).toArray(String[]::new), String.valueOf(value));
		}
		else if (type == Boolean.class) dialog.addCheckbox(item.getLabel(), (Boolean) value);
		else if (type == String.class) dialog.addStringField(item.getLabel(), (String) value, 20);
		else if (type == File.class) dialog.addDirectoryField(item.getLabel(), value == null ? "" : value.toString());
		else if (Number.class.isAssignableFrom(type)) addNumber(dialog, item, ((Number) value).doubleValue());
		else return false;
		return true;
	}

	private static void addNumber(final GenericDialog dialog, final ModuleItem<?> item, final double value) {
		if (!"slider".equals(item.getWidgetStyle())) dialog.addNumericField(item.getLabel(), value, 2);
		else dialog.addSlider(item.getLabel(), ((Number) item.getMinimumValue()).doubleValue(), ((Number) item.getMaximumValue()).doubleValue(), value);
	}

	private static void read(final GenericDialog dialog, final Module module, final List<ModuleItem<?>> asked) {
		dialog.resetCounters();
		for (final ModuleItem<?> item : asked) module.setInput(item.getName(), next(dialog, item));
	}

	private static Object next(final GenericDialog dialog, final ModuleItem<?> item) {
		final Class<?> type = Types.box(item.getType());
		if (type == ImagePlus.class) return WindowManager.getImage(dialog.getNextChoice());
		if (item.getChoices() != null && !item.getChoices().isEmpty()) return dialog.getNextChoice();
		if (type == Boolean.class) return dialog.getNextBoolean();
		if (type == String.class) return dialog.getNextString();
		if (type == File.class) return file(dialog.getNextString());
		final double number = dialog.getNextNumber();
		return type == Integer.class ? (Object) (int) number : type == Long.class ? (Object) (long) number : (Object) number;
	}

	private static File file(final String path) {
		return path.isEmpty() ? null : new File(path);
	}

	private static String[] titles() {
		final int[] ids = WindowManager.getIDList();
		return ids == null ? new String[] { "" } : IntStream.of(ids).mapToObj(id -> WindowManager.getImage(id).getTitle()).toArray(String[]::new);
	}
}
