package org.icportrait.quality;

import java.nio.FloatBuffer;

import org.icportrait.generate.Condition;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.CropSampler;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * What a condition should become, in its frame: the rendered truth before the condition's own background. What geometry shows and what is wanted
 * beside it must be of one light, and the plugin reads light with errors, exposes it as the photograph and turns the photograph's own light with the
 * head; so the truth is given the condition's low frequencies where both show the person, and what these say nearby elsewhere.
 *
 * @param portrait sRGB 0..1; side x side
 * @param matte 0..1, one channel
 * @param head how much of a pixel moves with the head, 0..1, one channel: of the matte, what is neither shoulders nor clothes
 * @param known 1 where the truth's picture reaches, else 0
 */
public record PairTruth(Picture portrait, Picture matte, Picture head, Picture known) {

	/** Radius of the low frequencies, share of the frame's side. */
	private static final double LOW = 0.05;
	/** Brightest and darkest that the truth is made. */
	private static final float MOST = 2.5f, LEAST = 0.4f;
	/** Added to both lights, so that black divides by something. */
	private static final float FLOOR = 0.01f;
	/** Trust from which on geometry shows the person; mattes between which a pixel's colour begins to be the person's alone. */
	private static final float TRUSTED = 0.45f, MIXED = 0.85f, SURE = 0.98f;

	/**
	 * @param condition as the plugin made it of the source
	 * @param toSource target picture pixels to source picture pixels, were the head not turned
	 */
	public static PairTruth of(final Condition condition, final HeldOut.View target, final Similarity toSource) {
		final int side = condition.frame().side();
		final Similarity toTarget = toSource.inverse().after(condition.frame().toPicture());
		final Picture matte = oneChannel(CropSampler.crop(target.matte(), toTarget, side));
		final Picture picture = ownColours(CropSampler.crop(target.picture(), toTarget, side), matte);
		final Picture ratio = ratio(condition, picture, matte), portrait = new Picture(side, side, 3), known = new Picture(side, side, 1);
		final int n = side * side;
		for (int i = 0; i < n; i++) {
			final float share = matte.data()[i];
			for (int c = 0; c < 3; c++) {
				final float person = picture.data()[c * n + i] * Math.max(LEAST, Math.min(MOST, ratio.data()[c * n + i]));
				portrait.data()[c * n + i] = Colour.toSrgb(Math.min(1, share * person + (1 - share) * condition.behind().data()[c * n + i]));
			}
			known.data()[i] = within(toTarget, (i % side + 0.5) / side, (i / side + 0.5) / side) ? 1 : 0;
		}
		return new PairTruth(portrait, matte, head(target, toTarget, matte), known);
	}

	/** The renderer keeps it in fewer pixels. */
	private static Picture head(final HeldOut.View target, final Similarity toTarget, final Picture matte) {
		final int side = matte.width();
		final double smaller = (double) target.head().width() / HeldOut.SIZE;
		final Picture head = oneChannel(CropSampler.crop(target.head(), new Similarity(smaller, 0, 0, 0).after(toTarget), side));
		for (int i = 0; i < head.data().length; i++) head.data()[i] = Math.min(head.data()[i], matte.data()[i]);
		return head;
	}

	private static boolean within(final Similarity toTarget, final double u, final double v) {
		final double x = toTarget.x(u, v), y = toTarget.y(u, v);
		return x >= 0 && y >= 0 && x <= HeldOut.SIZE && y <= HeldOut.SIZE;
	}

	private static Picture oneChannel(final Picture three) {
		final Picture one = new Picture(three.width(), three.height(), 1);
		System.arraycopy(three.data(), 0, one.data(), 0, one.data().length);
		return one;
	}

	/** The person's colours, continued from sure pixels: half of a pixel at an outline, or of a fine strand, is what was behind. */
	private static Picture ownColours(final Picture picture, final Picture matte) {
		final float[] weight = new float[picture.planeSize()];
		for (int i = 0; i < weight.length; i++) weight[i] = Smooth.step(MIXED, SURE, matte.data()[i]);
		return PushPull.fill(picture, weight, Progress.NONE);
	}

	/** Low frequencies of the condition by those of the truth, 3 channels; continued to where not both show the person. */
	private static Picture ratio(final Condition condition, final Picture truth, final Picture matte) {
		final int side = truth.width(), n = side * side;
		final FloatBuffer maps = condition.maps().buffer();
		final Picture geometric = condition.startPicture(), both = new Picture(side, side, 7);
		for (int i = 0; i < n; i++) {
			final boolean shown = maps.get(i) > TRUSTED && maps.get(n + i) > 0 && matte.data()[i] > SURE;
			if (!shown) continue;
			for (int c = 0; c < 3; c++) {
				both.data()[c * n + i] = geometric.data()[c * n + i] + FLOOR;
				both.data()[(3 + c) * n + i] = truth.data()[c * n + i] + FLOOR;
			}
			both.data()[6 * n + i] = 1;
		}
		final int radius = Math.max(1, (int) Math.round(LOW * side));
		final Picture low = BoxBlur.blur(BoxBlur.blur(both, radius, Progress.NONE), radius, Progress.NONE), ratio = new Picture(side, side, 3);
		final float[] weight = new float[n];
		for (int i = 0; i < n; i++) {
			weight[i] = both.data()[6 * n + i] * Math.min(1, 2 * low.data()[6 * n + i]);
			for (int c = 0; c < 3; c++) ratio.data()[c * n + i] = weight[i] == 0 ? 0 : low.data()[c * n + i] / low.data()[(3 + c) * n + i];
		}
		return PushPull.fill(ratio, weight, Progress.NONE);
	}
}
