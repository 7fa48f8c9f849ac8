package org.icportrait.commands;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.icportrait.work.BadInput;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Makes macro calls of our commands strict and repeatable: unknown keys, bad numbers, values out of range, wrong choices and keys without use stop the
 * macro with one sentence; inputs left out take their declared defaults, never what the last run left behind, and no dialog opens.
 * Other commands and runs outside a macro are not touched.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.NORMAL)
public class MacroInputs extends AbstractPreprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (!OurModules.contains(module) || !IJ.isMacro()) return;
		try {
			final String options = options();
			resolveAll(module, options, MacroOptions.parse(options));
		}
		catch (final BadInput exception) {
			Failures.stopMacro(OurModules.name(module), exception.getMessage());
			cancel(exception.getMessage());
		}
	}

	/** ImageJ hands options out only to threads of a certain name. */
	private static String options() {
		final Thread thread = Thread.currentThread();
		final String name = thread.getName();
		try {
			thread.setName("Run$_" + name);
			return Macro.getOptions();
		}
		finally {
			thread.setName(name);
		}
	}

	private static void resolveAll(final Module module, final String options, final Map<String, String> given) {
		final List<ModuleItem<?>> items = new ArrayList<>();
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			if (OurModules.isForUsers(item)) items.add(item);
		}
		refuseUnknown(module, items, options, given);
		for (final ModuleItem<?> item : items) {
			if (given.containsKey(item.getName())) module.setInput(item.getName(), MacroValue.parse(item, MacroVariables.resolved(given.get(item.getName()))));
			else if (!module.isInputResolved(item.getName())) module.setInput(item.getName(), defaultOf(item));
			module.resolveInput(item.getName());
		}
		IdleKeys.refuse(module, given);
	}

	private static void refuseUnknown(final Module module, final List<ModuleItem<?>> items, final String options, final Map<String, String> given) {
		final Set<String> unknown = new LinkedHashSet<>(given.keySet());
		final List<String> known = items.stream().map(ModuleItem::getName).toList();
		unknown.removeAll(known);
		if (unknown.isEmpty()) return;
		final String first = unknown.iterator().next();
		final String meant = given.get(first) == null ? MacroOptions.meant(options, first) : null;
		if (meant != null) throw new BadInput("\"" + first + "\" is no macro key; a value with blanks stands in brackets: " + meant + ".");
		throw new BadInput("Unknown macro key \"" + first + "\": " + OurModules.name(module) + " takes " + String.join(", ", known) + ".");
	}

	private static Object defaultOf(final ModuleItem<?> item) {
		if (item.getType() == File.class && item.isRequired()) throw new BadInput("The macro must name a file: " + item.getName() + "=[path].");
		if (item.getType() != ImagePlus.class) return item.getDefaultValue();
		final ImagePlus current = item.isAutoFill() ? WindowManager.getCurrentImage() : null;
		if (current != null || !item.isRequired()) return current;
		throw new BadInput(item.isAutoFill() ? "There is no image: open a photograph first." : "The macro must name an open image: " +
			item.getName() + "=[title].");
	}
}
