package org.icportrait.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.icportrait.identity.Identity;

/** Whether a person's further photographs look like the first one: a word to the user, who alone says whom they show. Stateless. */
final class Resemblance {

	/** Degrees between two heads up to which, and from which on, a likeness must be no less: few pairs of one person are less alike (docs/quality.md). */
	private static final double NEAR = 15, FAR = 55, LEAST_NEAR = 0.35, LEAST_FAR = 0.05;

	private Resemblance() {}

	/** What people should know of photographs, the first one first; empty where nothing is to be said. @param identify who the face of one is, where that can be told */
	static Optional<String> doubt(final List<Profile> photographs, final Function<Profile, Optional<Identity>> identify) {
		if (photographs.size() == 1) return Optional.empty();
		final Profile first = photographs.get(0);
		final Optional<Identity> who = identify.apply(first);
		final double[] likeness = new double[photographs.size() - 1], turn = new double[likeness.length];
		for (int i = 0; i < likeness.length; i++) {
			final Profile other = photographs.get(i + 1);
			likeness[i] = who.flatMap(one -> identify.apply(other).map(two -> one.likenessTo(two).value())).orElse(Double.NaN);
			turn[i] = first.reading().rotation().degreesTo(other.reading().rotation());
		}
		return doubt(likeness, turn);
	}

	/** The same. @param likeness of each further face to the first, NaN where it is not known @param turn degrees between the two heads */
	static Optional<String> doubt(final double[] likeness, final double[] turn) {
		final List<String> unlike = new ArrayList<>();
		for (int i = 0; i < likeness.length; i++) if (likeness[i] < least(turn[i])) unlike.add(String.format(Locale.ROOT, "%d (likeness %.2f)", i + 1, likeness[i]));
		return unlike.isEmpty() ? Optional.empty() : Optional.of("of the further photographs of the person, the face in number " + String.join(" and ", unlike) +
			" is hardly like the first one's: where it is somebody else's, leave that photograph out");
	}

	private static double least(final double turn) {
		return LEAST_NEAR + (LEAST_FAR - LEAST_NEAR) * Math.max(0, Math.min(1, (turn - NEAR) / (FAR - NEAR)));
	}
}
