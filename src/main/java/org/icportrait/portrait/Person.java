package org.icportrait.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.icportrait.head.PreparedHead;
import org.icportrait.identity.Identity;
import org.icportrait.layers.Layer;
import org.icportrait.view.Sitter;
import org.icportrait.view.View;
import org.icportrait.work.BadInput;
import org.icportrait.work.Once;
import org.icportrait.work.Progress;

/**
 * One person, in one photograph or several. The first decides camera, size, background and the light that is kept; the others show what
 * it does not. What views share is made at first use and kept. Thread-safe.
 */
public final class Person {

	private final List<Profile> profiles;
	private final Once<Sitter> sitter = new Once<>(this::sit);
	private volatile Optional<String> doubt;

	/** @param profiles at least one, at most {@link View#MOST_SOURCES}; else {@link BadInput} */
	public Person(final List<Profile> profiles) {
		if (profiles.isEmpty()) throw new BadInput("A person needs at least one photograph.");
		if (profiles.size() > View.MOST_SOURCES) throw new BadInput("A person has " + View.MOST_SOURCES + " photographs at most, not " + profiles.size() + ".");
		this.profiles = List.copyOf(profiles);
	}

	public static Person of(final Profile... profiles) {
		return new Person(List.of(profiles));
	}

	/** One for each photograph. */
	public List<Profile> profiles() {
		return profiles;
	}

	/** The photograph that decides. */
	public Profile first() {
		return profiles.get(0);
	}

	/** The person as views take it; made at the first call, which may be cancelled. */
	Sitter sitter(final Progress progress) {
		return sitter.get(progress);
	}

	/** What {@link Resemblance} says of the photographs; kept. @param identify who the face of one is */
	Optional<String> doubt(final Function<Profile, Optional<Identity>> identify) {
		if (doubt == null) doubt = Resemblance.doubt(profiles, identify);
		return doubt;
	}

	private Sitter sit(final Progress progress) {
		final List<PreparedHead> heads = new ArrayList<>();
		final List<Layer> colours = new ArrayList<>();
		final int count = profiles.size();
		for (int i = 0; i < count; i++) {
			final Progress one = progress.sub((double) i / count, (i + 1.0) / count);
			heads.add(profiles.get(i).head(one.sub(0, 0.5)));
			colours.add(profiles.get(i).parted(one.sub(0.5, 1)).person());
		}
		return new Sitter(heads, colours);
	}
}
