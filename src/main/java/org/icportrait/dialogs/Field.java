package org.icportrait.dialogs;

import java.util.function.Consumer;

import javax.swing.JComponent;

/** One input of a form as people enter it. For the event thread. */
abstract class Field {

	private Consumer<Object> listener = value -> {};
	private boolean quiet;

	/** What stands in the form. */
	abstract JComponent component();

	/** Shows a value of the input's type, or null, which nobody is told of. */
	abstract void show(Object value);

	/** Greys it out, or not. */
	void enable(final boolean used) {
		component().setEnabled(used);
	}

	/** What takes the keyboard, and what a label stands for. */
	JComponent focus() {
		return component();
	}

	/** Takes over what is typed and not yet entered; returns what is wrong with that, a sentence, and null where nothing is. */
	String commit() {
		return null;
	}

	/** Shows the value again in place of what is typed and not entered. */
	void forget() {}

	final void listen(final Consumer<Object> told) {
		listener = told;
	}

	/** Shows a value without telling. */
	final void showQuietly(final Object value) {
		quiet = true;
		show(value);
		quiet = false;
	}

	/** Tells what was entered. */
	final void entered(final Object value) {
		if (!quiet) listener.accept(value);
	}
}
