package org.icportrait.generate;

import java.nio.FloatBuffer;

import org.icportrait.image.Picture;
import org.icportrait.inference.Tensor;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/**
 * How a portrait is generated. Immutable. The constructor throws {@link BadInput} for numbers out of range.
 *
 * @param steps of the denoiser, 1 to {@link Bridge#MOST_STEPS}
 * @param strength how far from the geometric result generation begins, {@link #LEAST_STRENGTH} to 1; people know it as freedom
 * @param guidance how strongly the photographs guide, 0 to 4: 0 not at all, 1 as learned, more exaggerates (and takes twice the time)
 * @param seed of the noise
 * @param variant of that seed, 0 or more
 */
public record Denoising(int steps, double strength, double guidance, long seed, int variant) {

	/** The shipped denoiser guesses best at once: more steps carry its noise on (docs/quality-history.md). A larger pack may want 4 to 8. */
	public static final int DEFAULT_STEPS = 1;
	public static final Denoising DEFAULT = new Denoising(DEFAULT_STEPS, 1, 1, 1, 0);
	/** Least that is taken, in every dialog, macro, command line and sidecar; for none at all there is the geometric method. */
	public static final double LEAST_STRENGTH = 0.05;
	/** Strongest guidance. */
	public static final int MOST_GUIDANCE = 4;

	/** As the networks were trained. */
	private static final Bridge BRIDGE = new Bridge(0.35f, true);
	private static final String STAGE = "Generating what no photograph shows";

	public Denoising {
		if (steps < 1 || steps > Bridge.MOST_STEPS) throw new BadInput("The number of steps " + steps + " is out of range; choose 1 to " + Bridge.MOST_STEPS + ".");
		if (!(strength >= LEAST_STRENGTH && strength <= 1)) throw new BadInput("The freedom " + strength + " is out of range; choose " + LEAST_STRENGTH + " to 1.");
		if (!(guidance >= 0 && guidance <= MOST_GUIDANCE)) throw new BadInput("The guidance " + guidance + " is out of range; choose 0 to " + MOST_GUIDANCE + ".");
		if (variant < 0) throw new BadInput("The variant " + variant + " is out of range; choose 0 or more.");
	}

	/** Another noise of the same seed. */
	public Denoising withVariant(final int other) {
		return new Denoising(steps, strength, guidance, seed, other);
	}

	/**
	 * What was generated, in the frame of its condition.
	 *
	 * @param colours linear RGB, side x side, the person before what lies behind
	 * @param matte person against background, 0..1, one channel
	 */
	public record Generated(Picture colours, Picture matte) {}

	/** Same condition, guide and numbers: the same picture, on the CPU bit by bit. {@code progress} is told each step and may cancel within one. */
	public Generated run(final InContextNetworks networks, final Condition condition, final InContextNetworks.Guide guide, final Progress progress) {
		final InContextNetworks.Given given = networks.given(condition, progress);
		final Tensor state = Tensor.floats(given.start().shape()), portrait = Tensor.floats(state.shape()), time = Tensor.floats(1), matte = networks.matte();
		new Philox(seed, variant).normals(state.buffer());
		final float[] times = Bridge.times(steps, (float) strength);
		BRIDGE.begin(state.buffer(), given.start().buffer(), times[0]);
		final Guesses guesses = new Guesses(networks, given, guide, matte);
		for (int step = 0; step < steps; step++) {
			progress.report((double) step / steps, STAGE);
			time.buffer().put(0, times[step]);
			guesses.write(state, time, portrait, progress.sub((double) step / steps, (step + 1.0) / steps));
			Bridge.step(state.buffer(), portrait.buffer(), times[step], times[step + 1]);
		}
		progress.report(1, STAGE);
		final Picture person = new Picture((int) matte.shape()[3], (int) matte.shape()[2], 1, matte.copy());
		return new Generated(Condition.picture(networks.picture(state, progress)), person.resampled(networks.side(), networks.side()));
	}

	/** What the denoiser guesses, with the guidance wanted. */
	private final class Guesses {

		private final InContextNetworks networks;
		private final InContextNetworks.Given given;
		private final Tensor guided;
		private final Tensor none;
		private final Tensor matte;
		/** Null where the guided guess alone counts, or the other. */
		private final Tensor other;

		Guesses(final InContextNetworks networks, final InContextNetworks.Given given, final InContextNetworks.Guide guide, final Tensor matte) {
			this.networks = networks;
			this.given = given;
			this.matte = matte;
			guided = guide.guidance();
			none = Tensor.floats(guided.shape());
			other = guidance == 0 || guidance == 1 || !networks.isGuided() ? null : Tensor.floats(given.start().shape());
		}

		void write(final Tensor state, final Tensor time, final Tensor portrait, final Progress progress) {
			if (other != null) networks.predict(state, given, time, none, other, matte, progress);
			networks.predict(state, given, time, guidance == 0 ? none : guided, portrait, matte, progress);
			if (other == null) return;
			final FloatBuffer with = portrait.buffer(), without = other.buffer();
			for (int i = 0; i < with.capacity(); i++) with.put(i, without.get(i) + (float) guidance * (with.get(i) - without.get(i)));
		}
	}
}
