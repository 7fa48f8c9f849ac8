package org.icportrait.view;

import java.util.Arrays;
import java.util.List;

import org.icportrait.image.Picture;
import org.icportrait.layers.Layer;
import org.icportrait.layers.LayerReader;
import org.icportrait.raster.Fragments;
import org.icportrait.raster.Sights;

/** Reads layers of the sources at what the sights of a turned view show, all in the light of the first. For one thread. */
final class SightReader {

	private final Sights sights;
	private final ViewGrid grid;
	private final LayerReader[] readers;
	private final Picture light;
	private final Picture out;
	/** One pixel, and what its colours are multiplied by. */
	private final Picture other;
	private final float[] gains = new float[3];

	/**
	 * @param layers one for each source
	 * @param smooth whether they are read by the cubic, which takes longer
	 * @param light factors of other sights than the first ({@link JoiningLight#gains}), over the grid; null for 1
	 * @param out is added to
	 */
	SightReader(final Sights sights, final ViewGrid grid, final List<Layer> layers, final boolean smooth, final Picture light, final Picture out) {
		this.sights = sights;
		this.grid = grid;
		readers = layers.stream().map(layer -> new LayerReader(layer, smooth)).toArray(LayerReader[]::new);
		this.light = light;
		this.out = out;
		other = new Picture(1, 1, out.channels());
	}

	/** Adds what pixel i of the area shows to pixel {@code at} of the picture. */
	void read(final int i, final int at) {
		final float second = sights.secondShare(i);
		if (second < 1) add(sights.seen, sights.which[i], i, 1 - second, at);
		if (second > 0) add(sights.second, sights.secondWhich[i], i, second, at);
	}

	private void add(final Fragments shown, final byte sight, final int i, final float weight, final int at) {
		final LayerReader reader = readers[Sights.source(sight)];
		final int gain = JoiningLight.channel(sight);
		if (light == null || gain < 0) {
			reader.add(shown.x[i], shown.y[i], shown.isRear(i), weight, out, at);
			return;
		}
		Arrays.fill(other.data(), 0);
		reader.add(shown.x[i], shown.y[i], shown.isRear(i), weight, other, 0);
		light.sample(grid.column(i), grid.row(i), gain, gains);
		for (int c = 0; c < out.channels(); c++) out.data()[c * out.planeSize() + at] += other.data()[c] * gains[c % 3];
	}
}
