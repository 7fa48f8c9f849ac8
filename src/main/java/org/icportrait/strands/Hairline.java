package org.icportrait.strands;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.HeadModel;
import org.icportrait.skin.BareSkin;
import org.icportrait.skin.Ears;
import org.icportrait.work.Progress;

/**
 * Where drawn skin ends in hair: single hairs, where networks of so few pixels paint a mist. It stands where {@link SeenHairline} says; hair beyond it is laid
 * over skin strand by strand, sideburns too. The noise depends on the seed alone. Immutable; one for each portrait.
 */
public final class Hairline {

	/** Half the width (dm) over which hair thins out; shares of it: how far noise moves it, half the width of the border at temples, at the lower end of sideburns, and of the hem of a hat. */
	static final double THINS = 0.085;
	private static final float UNEVEN = 0.27f, EDGE = 0.85f, WISPY = 1.4f, HEM = 0.2f;
	/** Canonical heights (dm) between which a border comes to be a sideburn's lower end. */
	private static final float BESIDE_EAR = 0.25f, LOWER_END = 0;
	/** By so much (share of {@link #THINS}) sideburns come to be narrower and shorter there than their place was told. */
	private static final float TAPERS = 0.5f;
	/** Canonical places (dm) between which a hat comes to end and sideburns begin: heights, and how far in front of the ears. */
	private static final float EAR_TOP = 0.35f, BELOW = 0.2f, BEHIND = -0.05f, BEFORE = 0.1f;
	/** Share of the frame's side within which strands lie together, how strongly beside the noise of single ones, and how long they are, 0..1 of {@link LineIntegral}'s. */
	private static final double TOGETHER = 0.006;
	private static final float LOCKS = 0.25f, LENGTH = 0.07f;
	/** Distances (dm) from it between which what was generated comes to stay as it is: in hair, and on skin, over which the mist reaches farther. */
	private static final float HAIR_FROM = 0.05f, HAIR_TO = 0.25f, SKIN_FROM = 0.3f, SKIN_TO = 0.5f;
	/** Heights (dm) above the usual hairline between which hair goes over to growing down, and how far back it does. */
	private static final float HANGS_FROM = 0.05f, HANGS_TO = -0.2f;
	private static final double BACK = 0.7;
	/** Share of hair in a colour from which on it is hair's own, and up to which a mist; how far (dm) within hair is seen askance, and generated, alone. */
	private static final float OWN = 0.98f, MIST = 0.85f, REDDER = 0.5f, REDDEST = 1.5f, WITHIN = 0.06f, PURE = 0.15f;
	/** Radii, shares of the frame's side, of hair's colour and of the share of both. */
	private static final double SMOOTH = 0.02, SOFT = 0.008;
	/** Share of a drawn ear from which on what is seen is none of the hair beside it. */
	private static final float EAR = 0.1f;
	/** Share of drawn skin from which on there is a hairline near by, and how near, dm. */
	private static final float DRAWN = 0.3f;
	private static final double NEAR = 0.3;

	private final SeenHairline seen;
	private final Condition condition;
	private final Picture skin;
	/** Drawn out along hair, deviation 1, {@link Frame#finer} times the frame's size. */
	private final Picture noise;
	/** How much of each pixel of the frame is drawn anew, 0..1. */
	private final Picture anew;
	/** How much of what ends at each pixel of the frame is cloth, 0..1; null for none of it. */
	private final Picture hem;
	/** How much of it is the lower end of a sideburn, 0..1. */
	private final Picture ends;
	/** How much of each pixel of the frame is a drawn ear or just beside it, 0..1. */
	private final Picture ear;

	private Hairline(final SeenHairline seen, final Condition condition, final Picture skin, final Picture noise, final Picture anew, final Picture hem, final Picture ends, final Picture ear) {
		this.seen = seen;
		this.condition = condition;
		this.skin = skin;
		this.noise = noise;
		this.anew = anew;
		this.hem = hem;
		this.ends = ends;
		this.ear = ear;
	}

	/**
	 * @param strands of the hair
	 * @param covered {@link Scalp#isCovered}: then it ends in a hem, and only sideburns below that in hairs
	 * @param rotation of the turned head
	 * @param skin that is drawn, with colours
	 * @param strength how much it is, 0..1
	 * @param free how much of each pixel of the frame hair that hangs leaves, 0..1; null for all
	 */
	public static Hairline of(final SeenHairline seen, final Strands strands, final boolean covered, final Rotation rotation, final Condition condition, final BareSkin skin, final Ears ears, final float strength, final Picture free,
		final long seed, final Progress progress)
	{
		final Picture anew = anew(seen, condition, skin, ears, strength, free, covered, progress);
		return new Hairline(seen, condition, skin.colours(), noise(strands.directions(), anew, condition, rotation, seed, progress), anew, covered ? hem(condition, progress) : null, ends(condition, progress), ears.share());
	}

	private static Picture anew(final SeenHairline seen, final Condition condition, final BareSkin skin, final Ears ears, final float strength, final Picture free, final boolean cloth, final Progress progress) {
		final Frame frame = condition.frame();
		final int side = frame.side(), near = Math.max(1, (int) Math.round(NEAR * frame.dm()));
		final boolean[] told = new boolean[side * side];
		for (int i = 0; i < told.length; i++) told[i] = skin.share().data()[i] > DRAWN;
		final Picture out = BoxBlur.blur(Picture.ofMask(Dilation.grow(told, side, near, progress), side), near, progress);
		for (int i = 0; i < told.length; i++) {
			final float in = (float) (seen.inward().data()[i] / frame.dm());
			out.data()[i] *= strength * (free == null ? 1 : free.data()[i]);
			// Beside an ear and below a hem networks paint more cloth, which is no mist over skin: it ends at once.
			if (!cloth) out.data()[i] *= Smooth.step(SKIN_TO, SKIN_FROM, -in);
		}
		return out;
	}

	private static Picture ends(final Condition condition, final Progress progress) {
		final Picture out = condition.continued(Condition.Y, progress).copy();
		for (int i = 0; i < out.planeSize(); i++) out.data()[i] = Smooth.step(BESIDE_EAR, LOWER_END, out.data()[i]);
		return out;
	}

	/** Everywhere but before the ears, where hair of the cloth's colour is taken for it. */
	private static Picture hem(final Condition condition, final Progress progress) {
		final Picture out = condition.continued(Condition.Y, progress).copy(), places = condition.continued(Condition.Z, progress);
		for (int i = 0; i < out.planeSize(); i++) out.data()[i] = 1 - Smooth.step(EAR_TOP, BELOW, out.data()[i]) * Smooth.step(BEHIND, BEFORE, places.data()[i]);
		return out;
	}

	private static Picture noise(final Picture directions, final Picture where, final Condition condition, final Rotation rotation, final long seed, final Progress progress) {
		final Frame frame = condition.frame();
		final Picture shorter = directions.copy();
		for (int i = 0; i < shorter.data().length; i++) shorter.data()[i] *= LENGTH;
		hang(shorter, rotation, condition);
		final Picture strands = LineIntegral.of(shorter, where, frame.finer(), seed, progress);
		return LineIntegral.inLocks(strands, frame.radius(TOGETHER) * frame.finer(), LOCKS, progress);
	}

	/** Sideburns grow down, whichever way hair lies above them; in place. */
	private static void hang(final Picture directions, final Rotation rotation, final Condition condition) {
		final int n = directions.planeSize();
		final double across = rotation.x(0, -1, -BACK), down = -rotation.y(0, -1, -BACK), square = Math.max(1e-9, across * across + down * down);
		for (int i = 0; i < n; i++) {
			final float hangs = condition.isHead(i) ? Smooth.step(HANGS_FROM, HANGS_TO, HeadModel.aboveHairline(condition.y(i), condition.z(i))) : 0;
			directions.data()[i] += hangs * (float) (LENGTH * (across * across - down * down) / square - directions.data()[i]);
			directions.data()[n + i] += hangs * (float) (LENGTH * 2 * across * down / square - directions.data()[n + i]);
		}
	}

	/**
	 * Hair and skin, each without the other.
	 *
	 * @param hair linear RGB in the frame
	 * @param share how much of each pixel of the frame they are, 0..1
	 */
	public record Layers(Hairline line, Picture hair, Picture share) {

		/** Lays them over pixel (x, y) of a picture, linear RGB, that lies at (u, v) of the frame. @param detail that hair is multiplied by */
		public void over(final Picture picture, final int x, final int y, final double u, final double v, final float detail) {
			final float share = this.share.sample(u, v, 0);
			if (share <= 0) return;
			final float strand = line.strand(u, v);
			for (int c = 0; c < 3; c++) {
				final float below = picture.get(x, y, c), wanted = strand * detail * hair.sample(u, v, c) + (1 - strand) * line.skin.sample(u, v, c);
				picture.set(x, y, c, below + share * (wanted - below));
			}
		}
	}

	/** How much hair there is at a place of the frame, 0..1. */
	private float strand(final double u, final double v) {
		final Frame frame = condition.frame();
		final float in = (float) (seen.inward().sample(u, v, 0) / (THINS * frame.dm()));
		final float cloth = hem == null ? 0 : hem.sample(u, v, 0), end = ends.sample(u, v, 0), hairs = EDGE + end * (WISPY - EDGE), edge = hairs + cloth * (HEM - hairs);
		return Smooth.step(-edge, edge, in - (1 - cloth) * TAPERS * end + (1 - cloth) * UNEVEN * noise.sample(u * frame.finer(), v * frame.finer(), 0));
	}

	/** @param made linear RGB in the frame, with drawn skin */
	public Layers over(final Picture made, final Progress progress) {
		final Picture shown = condition.startPicture(), hair = made.copy(), share = anew.copy();
		final float[] drawn = seen.hair().of(made), redder = seen.hair().redder(made), known = new float[drawn.length];
		final boolean[] askance = seen.hair().pure(shown, OWN, REDDER);
		final int n = known.length;
		boolean any = false;
		for (int i = 0; i < n; i++) {
			final float in = (float) (seen.inward().data()[i] / condition.frame().dm());
			if (in > 0) share.data()[i] *= Math.max(Smooth.step(HAIR_TO, HAIR_FROM, in), Math.max(Smooth.step(OWN, MIST, drawn[i]), Smooth.step(REDDER, REDDEST, redder[i])));
			if (!condition.isHead(i) || in < WITHIN) continue;
			final boolean own = drawn[i] > OWN && redder[i] < REDDER && in > PURE, other = condition.covered(i) > 0 && askance[i] && ear.data()[i] < EAR;
			for (int c = i; other && c < 3 * n; c += n) hair.data()[c] = own ? (hair.data()[c] + shown.data()[c]) / 2 : shown.data()[c];
			known[i] = own || other ? 1 : 0;
			any |= own || other;
		}
		final Picture filled = any ? PushPull.fill(hair, known, progress) : made;
		return new Layers(this, BoxBlur.twice(filled, condition.frame().radius(SMOOTH), progress), BoxBlur.blur(share, condition.frame().radius(SOFT), progress));
	}
}
