package org.icportrait.series;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.view.View;

/** How much of a head in a view the photographs show themselves. */
final class SeenShare {

	/** Coverage from which a pixel is the person's, and visibility from which it is shown at all. */
	private static final float PERSON = 0.5f, SHOWN = 0.2f;
	/** Canonical height (dm) below which it is neck and body. */
	private static final float CHIN = -1;

	private SeenShare() {}

	/** Share of the head's pixels that show their own place of a photograph, neither mirrored nor guessed; 0 where there is no head. */
	static double of(final View view) {
		final Picture visibility = view.visibility();
		final HeadMaps maps = view.maps();
		final Similarity toMaps = maps.pictureToMaps();
		final Area area = view.area();
		long all = 0, shown = 0;
		for (int y = 0; y < area.height(); y++) for (int x = 0; x < area.width(); x++) {
			final float alpha = view.alpha().get(x, y, 0);
			final double px = area.x() + x + 0.5, py = area.y() + y + 0.5;
			if (alpha < PERSON || maps.coordinates().sample(toMaps.x(px, py), toMaps.y(px, py), 1) < CHIN) continue;
			all++;
			if (visibility.get(x, y, 0) >= SHOWN * alpha) shown++;
		}
		return all == 0 ? 0 : (double) shown / all;
	}
}
