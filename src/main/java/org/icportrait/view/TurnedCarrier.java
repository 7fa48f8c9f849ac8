package org.icportrait.view;

import java.util.Arrays;
import java.util.List;

import org.icportrait.geometry.Area;
import org.icportrait.image.Picture;
import org.icportrait.layers.Layer;
import org.icportrait.layers.LayerReader;
import org.icportrait.layers.ShrunkLayer;
import org.icportrait.maps.HeadMaps;
import org.icportrait.raster.Fragments;
import org.icportrait.raster.Sights;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** The pixels of a turned head. */
final class TurnedCarrier implements Carrier {

	private final Area area;
	private final ViewGrid grid;
	private final Sights sights;
	private final float[] alpha;
	/** Null for a draft. */
	private final Contours contours;
	/** Whether something closes the body. */
	private final boolean bodied;
	private final ViewOnDemand onDemand;

	TurnedCarrier(final Sitter sitter, final ViewTarget target, final Turning turning, final Progress progress) {
		area = turning.area();
		sights = turning.sights();
		alpha = turning.alpha();
		contours = target.detail() == Detail.DRAFT ? null : Contours.smooth(sights, alpha, area.width(), progress);
		grid = new ViewGrid(area, alpha, 1 / sitter.first().maps().pictureToMaps().scale(), progress);
		bodied = turning.turned().get(0).body() != null;
		onDemand = new ViewOnDemand(sitter, target, turning, grid, this::shown);
	}

	@Override
	public Picture carry(final List<Layer> layers, final Picture joiningLight, final Progress progress) {
		final Picture out = new Picture(area.width(), area.height(), layers.get(0).channels());
		Workers.bands(area.height(), progress, (from, to) -> {
			final Reader reader = new Reader(layers, joiningLight, out);
			for (int row = from; row < to; row++) {
				progress.check();
				for (int i = row * area.width(); i < (row + 1) * area.width(); i++) if (alpha[i] > 0) reader.read(i, i);
			}
		});
		if (contours != null) contours.apply(out);
		return out;
	}

	@Override
	public Picture carryToMaps(final List<Layer> layers, final Picture joiningLight, final Progress progress) {
		final Picture out = grid.empty(layers.get(0).channels());
		final List<Layer> shrunk = layers.stream().map(layer -> ShrunkLayer.of(layer, grid.cell(), progress)).toList();
		Workers.bands(grid.height(), progress, (from, to) -> {
			final Reader reader = new Reader(shrunk, joiningLight, out);
			for (int i = from * grid.width(); i < to * grid.width(); i++) if (grid.pixel(i) >= 0) reader.read(grid.pixel(i), i);
		});
		return grid.continued(out, progress);
	}

	/** Reads layers for pixels of a picture; one per thread. */
	private final class Reader {

		private final LayerReader[] readers;
		private final Picture light;
		private final Picture out;
		/** One pixel, and what its colours are multiplied by. */
		private final Picture other;
		private final float[] gains = new float[3];

		Reader(final List<Layer> layers, final Picture light, final Picture out) {
			readers = layers.stream().map(layer -> new LayerReader(layer, contours != null)).toArray(LayerReader[]::new);
			this.light = light;
			this.out = out;
			other = new Picture(1, 1, out.channels());
		}

		/** Adds what pixel i of the area shows to pixel {@code at} of the picture. */
		void read(final int i, final int at) {
			final float m = sights.share == null ? 0 : sights.share[i];
			if (m < 1) add(sights.seen, sights.which[i], i, 1 - m, at);
			if (m > 0) add(sights.second, sights.secondWhich[i], i, m, at);
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
			final double column = (i % area.width() + 0.5) / grid.cell(), row = (i / area.width() + 0.5) / grid.cell();
			light.sample(column, row, gain, gains);
			for (int c = 0; c < out.channels(); c++) out.data()[c * out.planeSize() + at] += other.data()[c] * gains[c % 3];
		}
	}

	@Override
	public Picture visibility() {
		final Picture out = new Picture(area.width(), area.height(), 1);
		for (int i = 0; i < alpha.length; i++) out.data()[i] = alpha[i] > 0 ? alpha[i] * shown(i) : Float.NaN;
		return out;
	}

	private float shown(final int i) {
		final float m = sights.share == null ? 0 : sights.share[i];
		final float first = Sights.isMirrored(sights.which[i]) ? 0 : (1 - m) * Math.abs(sights.seen.confidence[i]);
		return m <= 0 || Sights.isMirrored(sights.secondWhich[i]) ? first : first + m * Math.abs(sights.second.confidence[i]);
	}

	@Override
	public Picture known() {
		return onDemand.trusted(shown(), new Picture(area.width(), area.height(), 1, alpha));
	}

	@Override
	public HeadMaps maps(final Progress progress) {
		return onDemand.maps(progress);
	}

	@Override
	public Picture still(final Progress progress) {
		return onDemand.still(progress);
	}

	@Override
	public Picture joiningLight(final Progress progress) {
		return onDemand.joiningLight(progress);
	}

	@Override
	public Picture closed(final Picture colours, final Progress progress) {
		return onDemand.closed(colours, progress);
	}

	/** What is known, as the sights alone say. */
	private Picture shown() {
		final Picture out = new Picture(area.width(), area.height(), 3);
		Workers.rows(area.height(), Progress.NONE, y -> {
			for (int i = y * area.width(); i < (y + 1) * area.width(); i++) {
				if (alpha[i] <= 0) continue;
				final float m = sights.share == null ? 0 : sights.share[i];
				add(sights.seen, sights.which[i], i, 1 - m, out);
				if (m > 0) add(sights.second, sights.secondWhich[i], i, m, out);
			}
		});
		return out;
	}

	/** What closes a head is no source's own surface and is not shown at all. */
	private void add(final Fragments shown, final byte sight, final int i, final float share, final Picture out) {
		if (Sights.isMirrored(sight)) out.data()[2 * out.planeSize() + i] += share;
		if (shown.isRear(i)) return;
		out.data()[i] += share * Math.abs(shown.confidence[i]);
		out.data()[out.planeSize() + i] += share * alpha[i];
	}

	@Override
	public Picture cloth() {
		if (!bodied) return null;
		final Picture out = new Picture(area.width(), area.height(), 1);
		for (int i = 0; i < alpha.length; i++) {
			if (alpha[i] <= 0) continue;
			final float m = sights.share == null ? 0 : sights.share[i];
			out.data()[i] = (sights.seen.isCloth(i) ? 1 - m : 0) + (m > 0 && sights.second.isCloth(i) ? m : 0);
		}
		return out;
	}

	@Override
	public Picture correspondence() {
		final Picture out = new Picture(area.width(), area.height(), 3);
		final int n = area.size();
		for (int i = 0; i < n; i++) {
			final boolean person = alpha[i] > 0;
			final Fragments top = sights.top(i);
			out.data()[i] = person ? top.x[i] : Float.NaN;
			out.data()[n + i] = person ? top.y[i] : Float.NaN;
			out.data()[2 * n + i] = person ? Sights.source(sights.topSight(i)) : Float.NaN;
		}
		return out;
	}
}
