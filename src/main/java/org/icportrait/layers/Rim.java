package org.icportrait.layers;

import org.icportrait.image.Colour;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** The rim of a person, where pixels are mixed with what lies behind it (foreground estimation), and what lies within it. Stateless. */
final class Rim {

	/** Within this distance of the matte's edge (share of the area's width) a pixel may show background although the matte says person. */
	private static final double RIM = 0.008;
	/** Of a rim's way from what lies further in to the background: shares between which it is no texture any more, but what is seen past it. */
	private static final float TEXTURE = 0.08f, MIXED = 0.3f;
	/** Mattes between which a pixel comes to be the person's, and differences from the background (linear, of all channels) between which it is whatever the matte says. */
	private static final float DOUBTED = 0.4f, SURE = 0.9f, LIKE = 0.15f, UNLIKE = 0.5f;
	/** Shares of the difference from the background in that from it and from what lies further in, between which a rim comes to look like the latter. */
	private static final float BEHIND = 0.25f, WITHIN = 0.55f;
	/** A matte's share by which a difference is divided is no less, for noise would be all that is left; differences of linear light that are nothing. */
	private static final float LEAST = 0.3f, NOISE = 1e-4f;
	/** So many times as bright as what lies further in a rim may become. */
	private static final float BRIGHTER = 1.2f;

	private Rim() {}

	/** Pixels that show nothing but the person: away from the edge of what the matte calls wholly so. */
	static boolean[] within(final Picture matte, final Progress progress) {
		return Dilation.shrink(matte.above(Parting.FULL), matte.width(), Math.max(1, (int) (RIM * matte.width())), progress);
	}

	/**
	 * Soft edges take the colour that is left when the background's share is taken out. Where that is noise, and at rims that look more
	 * like the background than like what lies further in, they take their inner neighbours' colour: turned to the front, a rim of
	 * background would stand as a bright line. What a matte calls the person's may still be mixed with the background: that share is taken out too.
	 *
	 * @param picture over the area; becomes the person
	 * @param inside {@link #within}
	 */
	static Picture free(final Picture picture, final Picture plate, final Picture matte, final boolean[] inside, final CoarseFill inner, final Progress progress) {
		final int w = matte.width();
		Workers.bands(matte.height(), progress, (from, to) -> {
			final float[] line = new float[picture.channels() * w];
			for (int y = from; y < to; y++) {
				inner.row(y, line);
				for (int x = 0; x < w; x++) if (!inside[y * w + x]) edge(picture, plate, matte.data()[y * w + x], y * w + x, line, x);
			}
		});
		return picture;
	}

	private static void edge(final Picture picture, final Picture plate, final float a, final int i, final float[] line, final int x) {
		final int n = picture.planeSize(), w = picture.width();
		final float[] shown = picture.data(), behind = plate.data();
		final float trust = trust(shown, behind, a, i, line, x);
		for (int c = 0; c < 3; c++) {
			final float inner = line[c * w + x];
			if (trust <= 0) {
				shown[c * n + i] = inner;
				continue;
			}
			// No channel leaves what is shown here and further in: taken out of one by one, they gave colours that nothing has.
			final float own = shown[c * n + i] + (1 - a) / Math.max(a, LEAST) * (shown[c * n + i] - behind[c * n + i]);
			final float within = Math.max(Math.min(shown[c * n + i], inner), Math.min(own, Math.max(shown[c * n + i], BRIGHTER * inner)));
			shown[c * n + i] = trust * within + (1 - trust) * inner;
		}
		if (trust > 0) unmix(shown, behind, i, line, x);
	}

	/** How far a pixel's own colour is the person's, 0..1. @param a its matte */
	private static float trust(final float[] shown, final float[] behind, final float a, final int i, final float[] line, final int x) {
		final int n = shown.length / 3, w = line.length / 3;
		float toPlate = NOISE, toInner = NOISE;
		for (int c = 0; c < 3; c++) {
			toPlate += Math.abs(shown[c * n + i] - behind[c * n + i]);
			toInner += Math.abs(shown[c * n + i] - line[c * w + x]);
		}
		// A dark strand before a light wall is hair, whatever the matte says.
		final float person = a <= DOUBTED && toPlate <= LIKE ? 0 : Math.max(Smooth.step(DOUBTED, SURE, a), Smooth.step(LIKE, UNLIKE, toPlate));
		return person <= 0 ? 0 : person * Smooth.step(BEHIND, WITHIN, toPlate / (toPlate + toInner));
	}

	/**
	 * Takes out of a pixel how far it is on the way from what lies further in to the background, and no more; nothing of texture, less where both are alike. How far is told
	 * in light, which is what mixes, and as eyes see it, for a tenth of a bright wall makes black hair grey.
	 */
	private static void unmix(final float[] shown, final float[] behind, final int i, final float[] line, final int x) {
		final int n = shown.length / 3, w = line.length / 3;
		float along = 0, length = Parting.ALIKE, seenAlong = 0, seenLength = Parting.ALIKE;
		for (int c = 0; c < 3; c++) {
			final float inner = line[c * w + x], way = behind[c * n + i] - inner, seenInner = Colour.toSrgb(inner), seenWay = Colour.toSrgb(behind[c * n + i]) - seenInner;
			along += (shown[c * n + i] - inner) * way;
			length += way * way;
			seenAlong += (Colour.toSrgb(shown[c * n + i]) - seenInner) * seenWay;
			seenLength += seenWay * seenWay;
		}
		final float share = Math.max(0, Math.min(1, along / length)), mixed = Smooth.step(TEXTURE, MIXED, share), taken = share * mixed;
		// In the dark what is left of a colour without the background is noise.
		final float dark = Math.max(0, Smooth.step(TEXTURE, MIXED, seenAlong / seenLength) - mixed) / Math.max(NOISE, 1 - mixed);
		for (int c = 0; taken + dark > 0 && c < 3; c++) {
			final float inner = line[c * w + x], own = shown[c * n + i], left = own - taken * (behind[c * n + i] - inner);
			final float within = Math.max(Math.min(own, inner), Math.min(Math.max(own, inner), left));
			shown[c * n + i] = within + dark * (inner - within);
		}
	}
}
