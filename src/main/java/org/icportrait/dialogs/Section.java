package org.icportrait.dialogs;

import java.util.List;

/**
 * A heading of a form and the inputs below it. Immutable.
 *
 * @param heading for people
 * @param column from 0, in which it stands
 * @param inputs by their names, in their order
 */
public record Section(String heading, int column, List<String> inputs) {

	public Section {
		if (column < 0) throw new IllegalArgumentException("Columns count from 0, not from " + column + ".");
		inputs = List.copyOf(inputs);
	}

	/** In the first column. */
	public static Section of(final String heading, final String... inputs) {
		return new Section(heading, 0, List.of(inputs));
	}

	/** The same in the second column. */
	public Section beside() {
		return new Section(heading, 1, inputs);
	}
}
