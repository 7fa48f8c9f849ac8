package org.icportrait.strands;

import java.util.Arrays;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Shown;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.ConnectedParts;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.HeadModel;
import org.icportrait.work.Progress;

/**
 * How far colours of a frame are on the way from the skin to the hair seen nearest: Fisher's discriminant with fixed deviations. Light and shade change
 * brightness far more than they change what channels are of one another, so the latter count for more. Immutable.
 */
public final class HairOrSkin {

	/** Radius, share of the frame's side, of what hair's colour is a mean of. */
	private static final double ABOUT = 0.016;
	/** Deviations within hair or skin of the logarithms of light, and of red and blue beside green. */
	private static final float LIGHT = 0.4f, TINGE = 0.12f;
	/** Added to light whose logarithm is taken: of what is nearly black no tinge is told. */
	private static final float FLOOR = 0.01f;
	/** Square of the least difference, in deviations, that tells one from the other. */
	private static final float ALIKE = 0.25f;

	/** How far (dm) below the usual hairline a forehead surely is skin, how low there is a face; share of hair from which on a place is none of it, and of mirror images. */
	private static final float FOREHEAD = 0.12f, JAW = -0.5f, HAIR = 0.7f, HALF = 0.5f;

	/** Deviations of hair from skin between which they come to be told apart, grey hair on dark skin has 1.2, fair hair on fair skin 2 and more; and so many darker it surely is. */
	private static final float LITTLE = 1.4f, ENOUGH = 1.8f, DARKER = 0.25f;
	/** Share of hair that lies in its shade, and luminances between which hair so bright even there comes to be white: gleaming dark hair has .05 there, blond .11, white .3. */
	private static final double SHADE = 0.1, BLOND = 0.12, WHITE = 0.22;
	private static final double MIDDLE = 0.5;

	private final Picture skin;
	private final Picture hair;

	private HairOrSkin(final Picture skin, final Picture hair) {
		this.skin = skin;
		this.hair = hair;
	}

	/**
	 * Beside skin as it is seen nearest: what is drawn there has one light, and fair hair differs from it by no more than a temple's shade does.
	 *
	 * @param seen {@link Scalp#seen}, some of it set
	 * @param drawn linear RGB of drawn skin in the frame
	 */
	static HairOrSkin of(final Condition condition, final boolean[] seen, final Picture drawn, final Progress progress) {
		final Picture start = condition.startPicture(), hair = features(about(start, seen, condition, progress));
		final boolean[] bare = bare(condition, new HairOrSkin(features(drawn), hair).of(start), progress);
		for (final boolean one : bare) if (one) return new HairOrSkin(features(about(start, bare, condition, progress)), hair);
		return new HairOrSkin(features(drawn), hair);
	}

	private static Picture about(final Picture colours, final boolean[] where, final Condition condition, final Progress progress) {
		return BoxBlur.twice(PushPull.fill(colours, Picture.ofMask(where, colours.width()).data(), progress), condition.frame().radius(ABOUT), progress);
	}

	/**
	 * Where a photograph surely shows skin of the face: within what hangs together of it, for a few pixels of hair beside an ear would be the skin of all of the temple, and
	 * its border is half wall. @param shares of hair, by what is drawn
	 */
	private static boolean[] bare(final Condition condition, final float[] shares, final Progress progress) {
		final int side = condition.frame().side();
		return ConnectedParts.largest(Dilation.shrink(like(condition, shares), side, 1, progress), side);
	}

	private static boolean[] like(final Condition condition, final float[] shares) {
		final boolean[] out = new boolean[shares.length];
		for (int i = 0; i < out.length; i++) {
			final float y = condition.y(i);
			out[i] = condition.trust(i) >= Shown.TRUSTED && condition.covered(i) > 0 && condition.mirrored(i) < HALF && y > JAW && HeadModel.aboveHairline(y, condition.z(i)) < -FOREHEAD && shares[i] < HAIR;
		}
		return out;
	}

	/** 0 for skin to 1 for hair, for each pixel; where both are alike 0.5. @param colours linear RGB in the frame */
	float[] of(final Picture colours) {
		final Picture features = features(colours);
		final int n = colours.planeSize();
		final float[] out = new float[n];
		for (int i = 0; i < n; i++) {
			float along = 0, length = 0;
			for (int c = i; c < 3 * n; c += n) {
				final float way = hair.data()[c] - skin.data()[c];
				along += (features.data()[c] - skin.data()[c]) * way;
				length += way * way;
			}
			out[i] = length < ALIKE ? 0.5f : Math.max(0, Math.min(1, along / length));
		}
		return out;
	}

	/** The half of some pixels of the condition that is least like drawn skin (linear RGB in the frame): where a forehead is taken for scalp, the mean of all is half its skin. */
	static boolean[] unlike(final Condition condition, final boolean[] where, final Picture drawn) {
		final float[] skin = features(drawn).data(), start = features(condition.startPicture()).data(), squares = new float[where.length], sorted = new float[where.length];
		int count = 0;
		for (int i = 0; i < where.length; i++) {
			if (!where[i]) continue;
			for (int c = i; c < start.length; c += where.length) squares[i] += (start[c] - skin[c]) * (start[c] - skin[c]);
			sorted[count++] = squares[i];
		}
		Arrays.sort(sorted, 0, count);
		final boolean[] out = new boolean[where.length];
		for (int i = 0; i < out.length; i++) out[i] = where[i] && squares[i] >= sorted[count / 2];
		return out;
	}

	/** Which of some pixels of other colours are nearer to hair. */
	boolean[] haired(final Picture colours, final boolean[] where) {
		final float[] shares = of(colours);
		final boolean[] out = new boolean[where.length];
		for (int i = 0; i < out.length; i++) out[i] = where[i] && shares[i] > HALF;
		return out;
	}

	/**
	 * How surely it tells one from the other, 0..1, at the middle one of some pixels, of which there must be one: not where both are alike, nor where hair is seen to be
	 * brighter than skin and not white, for that is a gleam on hair whose shade is as dark as anybody's.
	 */
	float sure(final boolean[] where) {
		final float darker = Smooth.step(0, DARKER, brightness(skin, where, MIDDLE) - brightness(hair, where, MIDDLE));
		return apart(where) * Math.max(darker, Smooth.step(brightness(BLOND), brightness(WHITE), brightness(hair, where, SHADE)));
	}

	/** The same where a hat or scarf lies in the place of hair, whose shade tells nothing: not where both are alike. */
	float apart(final boolean[] where) {
		final int n = where.length;
		final float[] apart = new float[n];
		int count = 0;
		for (int i = 0; i < n; i++) {
			if (!where[i]) continue;
			for (int c = i; c < 3 * n; c += n) apart[count] += (float) Math.pow(hair.data()[c] - skin.data()[c], 2);
			count++;
		}
		Arrays.sort(apart, 0, count);
		return Smooth.step(LITTLE, ENOUGH, (float) Math.sqrt(apart[count / 2]));
	}

	/** One of the first features, ordered. @param rank among them, 0..1 */
	private static float brightness(final Picture features, final boolean[] where, final double rank) {
		final float[] values = new float[where.length];
		int count = 0;
		for (int i = 0; i < where.length; i++) if (where[i]) values[count++] = features.data()[i];
		Arrays.sort(values, 0, count);
		return values[(int) (rank * count)];
	}

	/** The first feature of a luminance. */
	private static float brightness(final double luminance) {
		return (float) Math.log(FLOOR + luminance) / LIGHT;
	}

	/** Which pixels of other colours are hair's by more than such a share, no brighter than the hair seen nearest (amid it a wall may shine through) and no {@link #redder} than so much. */
	boolean[] pure(final Picture colours, final float least, final float most) {
		final float[] shares = of(colours), light = features(colours).data(), redder = redder(colours);
		final boolean[] out = new boolean[shares.length];
		for (int i = 0; i < out.length; i++) out[i] = shares[i] > least && light[i] < hair.data()[i] && redder[i] < most;
		return out;
	}

	/** How much more of red than the hair seen nearest other colours have beside green, in deviations, negative for less: skin in its own shade, as in folds of ears, is as dark as hair. */
	float[] redder(final Picture colours) {
		final float[] out = new float[colours.planeSize()], features = features(colours).data();
		for (int i = 0; i < out.length; i++) out[i] = features[out.length + i] - hair.data()[out.length + i];
		return out;
	}

	private static Picture features(final Picture linear) {
		final Picture out = new Picture(linear.width(), linear.height(), 3);
		final int n = out.planeSize();
		for (int i = 0; i < n; i++) {
			final float r = Math.max(0, linear.data()[i]), g = Math.max(0, linear.data()[n + i]), b = Math.max(0, linear.data()[2 * n + i]);
			out.data()[i] = brightness(Colour.luminance(r, g, b));
			out.data()[n + i] = (float) Math.log((FLOOR + r) / (FLOOR + g)) / TINGE;
			out.data()[2 * n + i] = (float) Math.log((FLOOR + b) / (FLOOR + g)) / TINGE;
		}
		return out;
	}
}
