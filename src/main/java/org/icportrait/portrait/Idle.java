package org.icportrait.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.icportrait.generate.Denoising;
import org.icportrait.generate.Extras;
import org.icportrait.generate.Generation;
import org.icportrait.view.View;

/** What of a wish to generate comes to nothing where a photograph is shown as a whole: who asks for variants and gets none is to know why. Stateless. */
final class Idle {

	private Idle() {}

	/** A clause; empty where nothing was asked for but the best that can be made. */
	static Optional<String> of(final Generation wanted, final View view) {
		final List<String> idle = new ArrayList<>();
		final Extras extras = wanted.extras();
		final Denoising asked = wanted.denoising();
		if (extras.variants() > 1) idle.add("variants");
		if (extras.stack()) idle.add("stack");
		if (extras.start()) idle.add("start");
		if (extras.canvas()) idle.add("canvas");
		if (extras.flow()) idle.add("flow of the networks");
		if (wanted.mask() != null) idle.add("mask");
		if (!asked.equals(Denoising.DEFAULT)) idle.add("numbers of the noise and the denoiser");
		if (idle.isEmpty()) return Optional.empty();
		final String why = view.isBent() ? "the turn is small, and the photograph was bent as a whole" : "nothing turns";
		return Optional.of("nothing was generated, as " + why + ", so these had no effect: " + String.join(", ", idle) + " (turn farther to have them)");
	}
}
