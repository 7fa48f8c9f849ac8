package org.icportrait.dialogs;

import ij.ImagePlus;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * What stands in a form: a value for each input that is asked for. The module holds what is of use, and the declared default of what is
 * not, so that nothing unseen decides; the form goes on showing what was typed there. For one thread at a time.
 */
public final class FormModel {

	/** What only the module knows of its inputs as they stand. */
	public interface Rules {

		/** Whether the input, by its name, is of use for what is chosen. */
		boolean isUsed(String input);

		/** One sentence on what is wrong or missing; null where all is well. */
		String problem();
	}

	private final Module module;
	private final List<ModuleItem<?>> items;
	private final Rules rules;
	private final Map<String, Object> shown = new LinkedHashMap<>();
	private final List<Runnable> listeners = new ArrayList<>();

	/** A form of these inputs of a module, as they stand there. */
	public FormModel(final Module module, final List<ModuleItem<?>> items, final Rules rules) {
		this.module = module;
		this.items = List.copyOf(items);
		this.rules = rules;
		for (final ModuleItem<?> item : items) shown.put(item.getName(), within(item, module.getInput(item.getName())));
		write();
	}

	/** The inputs that are asked for. */
	public List<ModuleItem<?>> items() {
		return items;
	}

	/** What stands in the field of an input; null for nothing. */
	public Object shown(final String input) {
		return shown.get(input);
	}

	/** Tells what comes after every change. */
	public void addListener(final Runnable listener) {
		listeners.add(listener);
	}

	/** Enters a value, which must be of the input's type; null for nothing. */
	public void set(final String input, final Object value) {
		if (!shown.containsKey(input)) throw new IllegalArgumentException("The form does not ask for \"" + input + "\".");
		shown.put(input, value);
		changed();
	}

	/** Enters the declared default of every input. */
	public void reset() {
		for (final ModuleItem<?> item : items) shown.put(item.getName(), item.getDefaultValue());
		changed();
	}

	/** Whether an input is of use for what is chosen. */
	public boolean isUsed(final String input) {
		return rules.isUsed(input);
	}

	/** One sentence on what is still to be chosen; null where nothing is. */
	public String missing() {
		for (final ModuleItem<?> item : items) {
			if (item.isRequired() && isUsed(item.getName()) && shown.get(item.getName()) == null) return missing(item);
		}
		return null;
	}

	/** One sentence on what is wrong with what was entered; null where all is well. */
	public String problem() {
		return rules.problem();
	}

	/** The form is done: its inputs are resolved. */
	public void resolve() {
		for (final ModuleItem<?> item : items) module.resolveInput(item.getName());
	}

	private void changed() {
		write();
		listeners.forEach(Runnable::run);
	}

	/** What is chosen first, since it says what else is of use. */
	private void write() {
		for (final ModuleItem<?> item : items) module.setInput(item.getName(), shown.get(item.getName()));
		for (final ModuleItem<?> item : items) {
			if (!isUsed(item.getName())) module.setInput(item.getName(), item.getDefaultValue());
		}
	}

	private static String missing(final ModuleItem<?> item) {
		final String what = item.getType() == ImagePlus.class ? "choose an open image" : item.getType() == File.class ? "choose one" : "fill it in";
		return item.getLabel() + ": " + what + ".";
	}

	/** What earlier versions may have left behind is brought into the range or back to the default. */
	private static Object within(final ModuleItem<?> item, final Object value) {
		if (item.getChoices() != null && !item.getChoices().isEmpty()) return item.getChoices().contains(value) ? value : item.getDefaultValue();
		if (!(value instanceof Number number)) return value;
		final boolean low = item.getMinimumValue() instanceof Number least && number.doubleValue() < least.doubleValue();
		final boolean high = item.getMaximumValue() instanceof Number most && number.doubleValue() > most.doubleValue();
		return low || high ? item.getDefaultValue() : value;
	}
}
