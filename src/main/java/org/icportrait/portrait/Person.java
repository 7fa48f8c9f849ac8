package org.icportrait.portrait;

import java.util.List;

import org.icportrait.view.View;
import org.icportrait.work.BadInput;

/**
 * One person, in one photograph or several. The first decides camera, size, background and the light that is kept; the others show what
 * it does not. Immutable.
 *
 * @param profiles at least one, at most {@link View#MOST_SOURCES}; else {@link BadInput}
 */
public record Person(List<Profile> profiles) {

	public Person {
		if (profiles.isEmpty()) throw new BadInput("A person needs at least one photograph.");
		if (profiles.size() > View.MOST_SOURCES) throw new BadInput("A person has " + View.MOST_SOURCES + " photographs at most, not " + profiles.size() + ".");
		profiles = List.copyOf(profiles);
	}

	public static Person of(final Profile... profiles) {
		return new Person(List.of(profiles));
	}

	/** The photograph that decides. */
	public Profile first() {
		return profiles.get(0);
	}
}
