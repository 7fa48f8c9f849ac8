package org.icportrait.view;

import java.util.List;

import org.icportrait.image.Picture;
import org.icportrait.layers.Layer;
import org.icportrait.layers.ShrunkLayer;
import org.icportrait.maps.HeadMaps;
import org.icportrait.raster.Fragments;
import org.icportrait.raster.Sights;
import org.icportrait.work.Once;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** The pixels of a turned head. */
final class TurnedCarrier extends Carrier {

	private final ViewGrid grid;
	private final Sights sights;
	/** Person against background over the area, and the same as an array. */
	private final Picture person;
	private final float[] alpha;
	private final int sources;
	/** Null for a draft. */
	private final Contours contours;
	/** Whether something closes the body. */
	private final boolean bodied;
	private final ViewOnDemand onDemand;

	TurnedCarrier(final Sitter sitter, final ViewTarget target, final Turning turning, final Progress progress) {
		super(Kind.TURNED, turning.area(), new Once<>(turning.turned().get(0).twist()::fitted));
		sights = turning.sights();
		alpha = turning.alpha();
		person = new Picture(area.width(), area.height(), 1, alpha);
		sources = sitter.heads().size();
		contours = target.detail() == Detail.DRAFT ? null : Contours.smooth(sights, alpha, area.width(), progress);
		grid = new ViewGrid(area, alpha, 1 / sitter.first().maps().pictureToMaps().scale(), progress);
		bodied = turning.turned().get(0).body() != null;
		onDemand = new ViewOnDemand(sitter, target, turning, grid, this::shown);
	}

	@Override
	Picture alpha() {
		return person;
	}

	@Override
	int sources() {
		return sources;
	}

	@Override
	Picture carry(final List<Layer> layers, final Picture joiningLight, final Progress progress) {
		final Picture out = new Picture(area.width(), area.height(), layers.get(0).channels());
		Workers.bands(area.height(), progress, (from, to) -> {
			final SightReader reader = reader(layers, joiningLight, out);
			for (int row = from; row < to; row++) {
				progress.check();
				for (int i = row * area.width(); i < (row + 1) * area.width(); i++) if (alpha[i] > 0) reader.read(i, i);
			}
		});
		if (contours != null) contours.apply(out, progress);
		return out;
	}

	@Override
	Picture carryToMaps(final List<Layer> layers, final Picture joiningLight, final Progress progress) {
		final Picture out = grid.empty(layers.get(0).channels());
		final List<Layer> shrunk = layers.stream().map(layer -> ShrunkLayer.of(layer, grid.cell(), progress)).toList();
		Workers.bands(grid.height(), progress, (from, to) -> {
			final SightReader reader = reader(shrunk, joiningLight, out);
			for (int i = from * grid.width(); i < to * grid.width(); i++) if (grid.pixel(i) >= 0) reader.read(grid.pixel(i), i);
		});
		return grid.continued(out, progress);
	}

	private SightReader reader(final List<Layer> layers, final Picture joiningLight, final Picture out) {
		return new SightReader(sights, grid, layers, contours != null, joiningLight, out);
	}

	@Override
	Picture visibility() {
		final Picture out = new Picture(area.width(), area.height(), 1);
		for (int i = 0; i < alpha.length; i++) out.data()[i] = alpha[i] > 0 ? alpha[i] * shown(i) : Float.NaN;
		return out;
	}

	private float shown(final int i) {
		final float m = sights.secondShare(i);
		final float first = Sights.isMirrored(sights.which[i]) ? 0 : (1 - m) * Math.abs(sights.seen.confidence[i]);
		return m <= 0 || Sights.isMirrored(sights.secondWhich[i]) ? first : first + m * Math.abs(sights.second.confidence[i]);
	}

	@Override
	Picture known() {
		return onDemand.trusted(shown(), person);
	}

	@Override
	HeadMaps maps(final Progress progress) {
		return onDemand.maps(progress);
	}

	@Override
	Picture still(final Progress progress) {
		return onDemand.still(progress);
	}

	@Override
	Picture joiningLight(final Progress progress) {
		return onDemand.joiningLight(progress);
	}

	@Override
	Picture closed(final Picture colours, final Progress progress) {
		return onDemand.closed(colours, progress);
	}

	/** What is known, as the sights alone say. */
	private Picture shown() {
		final Picture out = new Picture(area.width(), area.height(), 3);
		Workers.rows(area.height(), Progress.NONE, y -> {
			for (int i = y * area.width(); i < (y + 1) * area.width(); i++) {
				if (alpha[i] <= 0) continue;
				final float m = sights.secondShare(i);
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
	Picture cloth() {
		if (!bodied) return null;
		final Picture out = new Picture(area.width(), area.height(), 1);
		for (int i = 0; i < alpha.length; i++) {
			if (alpha[i] <= 0) continue;
			final float m = sights.secondShare(i);
			out.data()[i] = (sights.seen.isCloth(i) ? 1 - m : 0) + (m > 0 && sights.second.isCloth(i) ? m : 0);
		}
		return out;
	}

	@Override
	Picture correspondence() {
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
