package org.icportrait.portrait;

import java.util.List;

import org.icportrait.work.BadInput;

/**
 * One person, in one photograph or several. The first decides camera, size, background and the light that is kept; the others show what
 * it does not. Immutable.
 *
 * @param profiles at least one
 */
public record Person(List<Profile> profiles) {

	public Person {
		if (profiles.isEmpty()) throw new BadInput("A person needs at least one photograph.");
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
