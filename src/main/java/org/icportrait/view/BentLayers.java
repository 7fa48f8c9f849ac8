package org.icportrait.view;

import org.icportrait.geometry.Area;
import org.icportrait.image.Picture;
import org.icportrait.layers.Layer;
import org.icportrait.layers.LayerReader;
import org.icportrait.turn.Bend;
import org.icportrait.turn.BentPlace;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Reads layers of a photograph that is bent. Stateless. */
final class BentLayers {

	private BentLayers() {}

	/**
	 * A layer as a part of the bent picture shows it.
	 *
	 * @param smooth whether it is read by the cubic, which takes longer, and rings
	 * @param wanted over the area, 0 elsewhere; null for all
	 */
	static Picture read(final Bend bend, final boolean smooth, final Layer layer, final Area area, final boolean[] wanted, final Progress progress) {
		final Picture out = new Picture(area.width(), area.height(), layer.channels());
		Workers.bands(area.height(), progress, (from, to) -> {
			final LayerReader reader = new LayerReader(layer, smooth);
			final Bend.Line line = bend.line();
			final BentPlace seen = new BentPlace();
			for (int row = from; row < to; row++) {
				progress.check();
				line.to(area.y() + row + 0.5);
				for (int x = 0, i = row * area.width(); x < area.width(); x++, i++) {
					if (wanted != null && !wanted[i]) continue;
					line.seenAt(area.x() + x + 0.5, seen);
					final float face = seen.face();
					if (face > 0) reader.add(seen.faceX(), seen.faceY(), false, face, out, i);
					if (face < 1) reader.add(seen.x(), seen.y(), false, 1 - face, out, i);
				}
			}
		});
		return out;
	}
}
