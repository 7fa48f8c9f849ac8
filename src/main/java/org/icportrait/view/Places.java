package org.icportrait.view;

import java.util.function.Supplier;

import org.icportrait.geometry.Area;
import org.icportrait.image.Picture;
import org.icportrait.layers.Layer;
import org.icportrait.layers.LayerReader;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Which place of the one photograph each place of a whole view's grid mostly shows. For one thread, which goes line by line. */
@FunctionalInterface
interface Places {

	/** @param x middle of a cell of the grid @param y likewise @param place gets x and y, photograph pixels */
	void at(double x, double y, float[] place);

	/** A layer read there, by the cubic. @param places one for each thread @param out zeros over the grid, written to @return {@code out} */
	static Picture read(final Layer layer, final Supplier<Places> places, final Picture out, final Progress progress) {
		Workers.bands(out.height(), progress, (from, to) -> {
			final LayerReader reader = new LayerReader(layer, true);
			final Places own = places.get();
			final float[] place = new float[2];
			for (int i = from * out.width(); i < to * out.width(); i++) {
				if (i % out.width() == 0) progress.check();
				own.at(i % out.width() + 0.5, i / out.width() + 0.5, place);
				reader.add(place[0], place[1], false, 1, out, i);
			}
		});
		return out;
	}

	/** As {@link View#correspondence}. @param places of the area's grid, one for each thread @param alpha over the area */
	static Picture correspondence(final Area area, final Picture alpha, final Supplier<Places> places) {
		final Picture out = new Picture(area.width(), area.height(), 3);
		final int n = area.size();
		Workers.bands(area.height(), Progress.NONE, (from, to) -> {
			final Places own = places.get();
			final float[] place = new float[2];
			for (int i = from * area.width(); i < to * area.width(); i++) {
				final boolean person = alpha.data()[i] > 0;
				if (person) own.at(i % area.width() + 0.5, i / area.width() + 0.5, place);
				out.data()[i] = person ? place[0] : Float.NaN;
				out.data()[n + i] = person ? place[1] : Float.NaN;
				out.data()[2 * n + i] = person ? 0 : Float.NaN;
			}
		});
		return out;
	}
}
