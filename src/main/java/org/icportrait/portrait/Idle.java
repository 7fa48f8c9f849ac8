package org.icportrait.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.icportrait.generate.Denoising;
import org.icportrait.generate.Extras;
import org.icportrait.generate.Generation;
import org.icportrait.light.LightReading;

/** What of a wish comes to nothing where a photograph is shown as a whole: who asks for variants and gets none is to know why. Stateless. */
final class Idle {

	private Idle() {}

	/**
	 * A clause; empty where nothing was asked for but the best that can be made.
	 *
	 * @param turned whose view is whole
	 * @param light whose reading may take the seed, too; null where it is kept
	 */
	static Optional<String> of(final TurnedPortrait turned, final LightReading light) {
		final List<String> idle = new ArrayList<>();
		if (turned.who().profiles().size() > 1) idle.add("profiles");
		if (turned.generation() != null) add(turned.generation(), light != null && light.box() != null, idle);
		if (idle.isEmpty()) return Optional.empty();
		final String why = turned.view().isBent() ? "the turn is small, and the photograph was bent as a whole" : "nothing turns";
		return Optional.of("nothing was generated, as " + why + ", so these had no effect: " + String.join(", ", idle) + " (turn farther to use them)");
	}

	private static void add(final Generation wanted, final boolean seedUsed, final List<String> idle) {
		final Extras extras = wanted.extras();
		final Denoising asked = wanted.denoising(), usual = Denoising.DEFAULT;
		if (extras.variants() > 1) idle.add("variants");
		if (extras.stack()) idle.add("stack");
		if (extras.start()) idle.add("start");
		if (extras.canvas()) idle.add("canvas");
		if (extras.flow()) idle.add("flow of the networks");
		if (wanted.mask() != null) idle.add("mask");
		if (asked.steps() != usual.steps()) idle.add("steps");
		if (asked.strength() != usual.strength()) idle.add("freedom");
		if (asked.guidance() != usual.guidance()) idle.add("guidance");
		if (asked.seed() != usual.seed() && !seedUsed) idle.add("seed");
		if (asked.variant() != usual.variant()) idle.add("variant");
	}
}
