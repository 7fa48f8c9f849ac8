package org.icportrait.head;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Colour;
import org.icportrait.image.CropSampler;
import org.icportrait.image.GuidedFilter;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** The network's small matte brought to the photograph's resolution, following the photograph's edges. */
final class MatteFinder {

	/** The matte is stretched so that a faint veil counts as background and a nearly full one as person. */
	private static final float VEIL = 0.06f;
	/** How far beyond the crop (share of its side) the person is taken to go on as at its border, and then to fade. */
	private static final double BEYOND = 0.3;
	/** A network matte so near to 0 or 1 ends there whatever the colour says: nine times the rest is within the veil. */
	private static final float CERTAIN = 0.006f;

	private final Picture photograph;
	private final Picture network;
	private final Similarity toCrop;
	private final GuidedFilter guided;

	private MatteFinder(final Picture photograph, final HeadReading reading, final Progress progress) {
		this.photograph = photograph;
		network = reading.matte();
		toCrop = reading.cropToPicture().inverse();
		final Picture guide = CropSampler.crop(photograph, reading.cropToPicture(), network.width(), progress);
		for (int i = 0; i < guide.data().length; i++) guide.data()[i] = Colour.toSrgb(guide.data()[i]);
		guided = new GuidedFilter(guide, network, progress);
	}

	/** The crop and its margin within a picture. */
	static Area area(final int width, final int height, final Similarity crop) {
		double left = Double.MAX_VALUE, top = Double.MAX_VALUE, right = -Double.MAX_VALUE, bottom = -Double.MAX_VALUE;
		for (int k = 0; k < 4; k++) {
			final double u = (k & 1) == 0 ? -BEYOND : 1 + BEYOND, v = k >> 1 == 0 ? -BEYOND : 1 + BEYOND;
			left = Math.min(left, crop.x(u, v));
			right = Math.max(right, crop.x(u, v));
			top = Math.min(top, crop.y(u, v));
			bottom = Math.max(bottom, crop.y(u, v));
		}
		final Area area = Area.around(left, top, right, bottom).intersect(new Area(0, 0, width, height));
		if (area.isEmpty()) throw new BadInput("The face lies outside of the picture; choose one inside it.");
		return area;
	}

	/** One channel over {@code area}. */
	static Picture find(final Picture photograph, final HeadReading reading, final Area area, final Progress progress) {
		final MatteFinder finder = new MatteFinder(photograph, reading, progress);
		final Picture out = new Picture(area.width(), area.height(), 1);
		Workers.rows(area.height(), progress, row -> finder.row(area, row, out));
		return out;
	}

	private void row(final Area area, final int row, final Picture out) {
		final int y = area.y() + row;
		for (int i = 0; i < area.width(); i++) {
			final int x = area.x() + i;
			final double ru = toCrop.x(x + 0.5, y + 0.5), rv = toCrop.y(x + 0.5, y + 0.5);
			final double u = Math.max(0, Math.min(1, ru)), v = Math.max(0, Math.min(1, rv));
			final float matte = at(x, y, u, v);
			if (matte <= 0) continue;
			final double off = Math.max(Math.abs(ru - u), Math.abs(rv - v)) / BEYOND;
			out.data()[row * area.width() + i] = off > 0 ? Smooth.step(1, 0, (float) off) * matte : matte;
		}
	}

	/** Colour decides where the network is unsure, and may sharpen its edge but not overrule what it is sure of. */
	private float at(final int x, final int y, final double u, final double v) {
		final float sight = network.sample(u * network.width(), v * network.height(), 0);
		if (sight < CERTAIN) return 0;
		if (sight > 1 - CERTAIN) return 1;
		final float colour = guided.at(u, v, photograph.get(x, y, 0), photograph.get(x, y, 1), photograph.get(x, y, 2));
		final float sure = Math.abs(2 * sight - 1);
		final float keep = sure * sure * sure * sure;
		final float p = keep * sight + (1 - keep) * colour;
		return Math.max(0, Math.min(1, (p - VEIL) / (1 - 2 * VEIL)));
	}
}
