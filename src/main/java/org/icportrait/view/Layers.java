package org.icportrait.view;

import java.util.stream.IntStream;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;

/**
 * A portrait parted in two, for as many channels as the picture has: the person's own colour, with the background's share taken out
 * of soft edges, and the background alone, filled in behind the person.
 *
 * @param person over the rectangle of the maps
 * @param plate the whole picture without the person
 */
record Layers(Picture person, Picture plate) {

	/** Below this the matte counts as background. */
	private static final float EMPTY = 0.03f;
	/** From this on a pixel shows nothing but the person. */
	private static final float FULL = 0.95f;
	/** How far around the matte the background is taken as touched by hair and light, share of the maps' width. */
	private static final double MARGIN = 0.012;
	/** Within this distance of the matte's edge (share of the maps' width) a pixel may show background although the matte says person. */
	private static final double RIM = 0.008;

	static Layers part(final Picture picture, final HeadMaps maps) {
		final Picture inside = cut(picture, maps);
		final Picture filled = PushPull.fill(inside, backgroundWeight(maps.matte()));
		final Picture plate = picture.copy();
		paste(filled, plate, maps);
		return new Layers(person(inside, filled, maps.matte()), plate);
	}

	/** The person's colour without detail, from places at least {@code radius} pixels inside the matte, continued beyond. */
	Picture coarse(final Picture matte, final int radius) {
		final Picture full = new Picture(matte.width(), matte.height(), 1);
		for (int i = 0; i < matte.planeSize(); i++) full.data()[i] = matte.data()[i] > FULL ? 1 : 0;
		final float[] inside = BoxBlur.blur(full, radius).data();
		for (int i = 0; i < inside.length; i++) inside[i] = inside[i] > 0.99f ? 1 : 0;
		return BoxBlur.blur(BoxBlur.blur(PushPull.fill(person, inside), radius), radius);
	}

	private static Picture cut(final Picture picture, final HeadMaps maps) {
		final Picture out = new Picture(maps.width(), maps.height(), picture.channels());
		for (int c = 0; c < picture.channels(); c++) {
			for (int y = 0; y < out.height(); y++) {
				System.arraycopy(picture.data(), (c * picture.height() + maps.y() + y) * picture.width() + maps.x(), out.data(),
					(c * out.height() + y) * out.width(), out.width());
			}
		}
		return out;
	}

	private static void paste(final Picture part, final Picture whole, final HeadMaps maps) {
		for (int c = 0; c < whole.channels(); c++) {
			for (int y = 0; y < part.height(); y++) {
				System.arraycopy(part.data(), (c * part.height() + y) * part.width(), whole.data(),
					(c * whole.height() + maps.y() + y) * whole.width() + maps.x(), part.width());
			}
		}
	}

	private static float[] backgroundWeight(final Picture matte) {
		final Picture touched = new Picture(matte.width(), matte.height(), 1);
		for (int i = 0; i < matte.planeSize(); i++) touched.data()[i] = matte.data()[i] > EMPTY ? 1 : 0;
		final float[] near = BoxBlur.blur(touched, Math.max(2, (int) (MARGIN * matte.width()))).data();
		for (int i = 0; i < near.length; i++) near[i] = near[i] > 0 ? 0 : 1;
		return near;
	}

	/**
	 * Soft edges take the colour that is left when the background's share is taken out. Where that is noise, and at rims that look more
	 * like the background than like what lies further in, they take their inner neighbours' colour: turned to the front, a rim of
	 * background would stand as a bright line.
	 */
	private static Picture person(final Picture picture, final Picture background, final Picture matte) {
		final int n = matte.planeSize(), channels = picture.channels();
		final Picture inside = new Picture(matte.width(), matte.height(), 1);
		for (int i = 0; i < n; i++) inside.data()[i] = matte.data()[i] > FULL ? 1 : 0;
		final float[] deep = BoxBlur.blur(inside, Math.max(1, (int) (RIM * matte.width()))).data();
		final float[] known = new float[n];
		for (int i = 0; i < n; i++) known[i] = deep[i] > 0.999f ? 1 : 0;
		final Picture inner = PushPull.fill(picture, known);
		final Picture out = picture.copy();
		IntStream.range(0, matte.height()).parallel().forEach(y -> {
			for (int i = y * matte.width(); i < (y + 1) * matte.width(); i++) {
				if (known[i] > 0) continue;
				final float a = matte.data()[i];
				float toBackground = 1e-4f, toInner = 1e-4f;
				for (int at = i; at < Math.min(3, channels) * n; at += n) {
					toBackground += Math.abs(picture.data()[at] - background.data()[at]);
					toInner += Math.abs(picture.data()[at] - inner.data()[at]);
				}
				// A dark strand before a light wall is hair, whatever the matte says.
				final float person = Math.max(Smooth.step(0.4f, 0.9f, a), Smooth.step(0.15f, 0.5f, toBackground));
				final float trust = person * Smooth.step(0.25f, 0.55f, toBackground / (toBackground + toInner));
				for (int at = i; at < channels * n; at += n) {
					final float shown = picture.data()[at];
					final float own = Math.max(0, shown + (1 - a) / Math.max(a, 0.3f) * (shown - background.data()[at]));
					out.data()[at] = trust * Math.min(own, Math.max(shown, 1.2f * inner.data()[at])) + (1 - trust) * inner.data()[at];
				}
			}
		});
		return out;
	}
}
