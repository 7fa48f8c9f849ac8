package org.icportrait.light;

import org.icportrait.geometry.Area;
import org.icportrait.image.BorderFade;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Brings new light onto a person: picture * new / old shading, so that every detail of skin and hair stays. The ratio is limited, and
 * highlights are bent towards white instead of clipped. It knows nothing of the background: who lays the person over one mixes. Stateless.
 */
public final class Relighter {

	/** How far a pixel may be darkened or brightened; and brightened out of deep shade, if that brings it to the mean old light at most. */
	private static final float DARKEST = 0.02f, BRIGHTEST = 6, FROM_SHADE = 12;
	/** What is added to both shadings, as a share of the mean old one, so that noise in deep shadow is not raised; of skin less, from the first to the second of these shares of it on. */
	private static final float FLOOR = 0.03f, SHADE_FLOOR = 0.01f, SHADED = 0.35f, DEEP = 0.15f;
	/** From this linear value on highlights are bent. */
	private static final float SHOULDER = 0.8f;

	private Relighter() {}

	/**
	 * What a picture is to be multiplied by.
	 *
	 * @param maps of the head
	 * @param own shading that the picture has, 3 channels over the maps
	 * @param face light of the photograph of which it is a view
	 * @param wanted shading that it is to have, likewise
	 * @return 3 channels over the maps, 0.02 to 12
	 */
	public static Picture ratio(final HeadMaps maps, final Picture own, final FaceLight face, final Picture wanted) {
		final Picture out = new Picture(maps.width(), maps.height(), 3);
		final int n = maps.size();
		final float mean = face.mean();
		for (int i = 0; i < n; i++) {
			final float skin = HardLight.skin(maps, i);
			for (int k = i; k < 3 * n; k += n) out.data()[k] = ratio(own.data()[k], wanted.data()[k], mean, skin);
		}
		return out;
	}

	/** The same of the photograph itself. */
	public static Picture ratio(final HeadMaps maps, final Picture own, final Picture wanted) {
		return ratio(maps, own, FaceLight.of(maps, own), wanted);
	}

	/** @param skin 0 for hair and cloth, which may be as dark as they look, to 1 */
	private static float ratio(final float own, final float wanted, final float mean, final float skin) {
		final float shade = own >= SHADED * mean ? 0 : skin * Smooth.step(SHADED, DEEP, own / mean);
		final float floor = mean * (FLOOR + shade * (SHADE_FLOOR - FLOOR)), most = own * BRIGHTEST >= mean ? BRIGHTEST : Math.min(FROM_SHADE, mean / own);
		return Math.max(DARKEST, Math.min(BRIGHTEST + skin * (most - BRIGHTEST), (wanted + floor) / (own + floor)));
	}

	/**
	 * The person in the new light; every pixel of the picture is lit, on the head or not.
	 *
	 * @param person linear RGB over {@code area}, unmixed with any background
	 * @param area photograph pixels
	 * @param maps of the head, for their place in the photograph
	 * @param ratio from {@link #ratio}
	 * @return a new picture over {@code area}
	 */
	public static Picture apply(final Picture person, final Area area, final HeadMaps maps, final Picture ratio, final Progress progress) {
		return apply(person, area, maps, ratio, HeldGleams.NONE, BorderFade.none(area), progress);
	}

	/** The same with gleams that do not grow as skin does, and light that does not reach everywhere. */
	public static Picture apply(final Picture person, final Area area, final HeadMaps maps, final Picture ratio, final HeldGleams gleams,
		final BorderFade falloff, final Progress progress)
	{
		final Picture out = new Picture(person.width(), person.height(), 3);
		final RatioLines lines = new RatioLines(ratio, maps.pictureToMaps());
		Workers.bands(out.height(), progress, (from, to) -> {
			final float[] line = new float[3 * out.width()];
			for (int y = from; y < to; y++) {
				final int first = first(person, y), end = end(person, y, first);
				lines.read(area.x() + 0.5, area.y() + y + 0.5, first, end, line);
				if (!falloff.isNone()) fade(line, falloff, area.x() + 0.5, area.y() + y + 0.5, first, end);
				for (int c = 0; c < 3; c++) multiply(person.data(), (c * out.height() + y) * out.width(), line, c * out.width(), first, end, out.data());
				gleams.hold(area.x() + 0.5, area.y() + y + 0.5, person, y, first, end, line, out);
				for (int c = 0; c < 3; c++) bend(person.data(), (c * out.height() + y) * out.width() + first, end - first, out.data());
			}
		});
		return out;
	}

	/** The first pixel of a row that is not black, as all is beside a person, or the row's length. */
	private static int first(final Picture person, final int y) {
		int x = 0;
		while (x < person.width() && isBlack(person, x, y)) x++;
		return x;
	}

	/** The pixel after the last one of a row that is not black; its first one where all is. */
	private static int end(final Picture person, final int y, final int first) {
		int x = person.width();
		while (x > first && isBlack(person, x - 1, y)) x--;
		return x;
	}

	private static boolean isBlack(final Picture person, final int x, final int y) {
		return person.get(x, y, 0) == 0 && person.get(x, y, 1) == 0 && person.get(x, y, 2) == 0;
	}

	private static void fade(final float[] line, final BorderFade falloff, final double x, final double y, final int first, final int end) {
		final int width = line.length / 3;
		for (int i = first; i < end; i++) {
			final float share = falloff.at(x + i, y);
			for (int k = i; k < line.length; k += width) line[k] = 1 + share * (line[k] - 1);
		}
	}

	/** One row of one channel, which begins at {@code start} in the pictures and at {@code from} in the line. */
	private static void multiply(final float[] person, final int start, final float[] line, final int from, final int first, final int end, final float[] out) {
		// By itself, for so it works on several pixels at once.
		for (int x = first; x < end; x++) out[start + x] = person[start + x] * line[from + x];
	}

	private static void bend(final float[] person, final int start, final int count, final float[] out) {
		for (int x = start; x < start + count; x++) if (out[x] > SHOULDER) out[x] = bend(out[x], person[x]);
	}

	/** Of a value above the shoulder: those that were bright already stay; those that become so approach 1 without reaching it. */
	private static float bend(final float value, final float before) {
		final float start = Math.max(SHOULDER, Math.min(before, 1));
		if (value <= start || start >= 0.999f) return Math.min(value, Math.max(before, 1));
		final float room = 1 - start, t = (value - start) / room;
		// 1 - exp(-t) to within 0.01, by the exponential's first terms: rising, level with it at the shoulder, and many times faster.
		return start + room * (1 - 1 / (1 + t * (1 + t * (0.5f + t * (1 / 6f + t / 24)))));
	}
}
