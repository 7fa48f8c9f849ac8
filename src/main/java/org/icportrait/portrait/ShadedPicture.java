package org.icportrait.portrait;

import java.util.Arrays;

import org.icportrait.image.Picture;
import org.icportrait.view.HeadMaps;

/** A picture and the shading in it as one picture of six channels, and apart again. */
final class ShadedPicture {

	private static final int COLOURS = 3;

	private ShadedPicture() {}

	/**
	 * Lays shading behind a picture; 1 outside of the maps.
	 *
	 * @param picture 3 channels
	 * @param maps say where the shading lies
	 * @param shading 3 channels, of the size of the maps
	 */
	static Picture join(final Picture picture, final HeadMaps maps, final Picture shading) {
		final Picture both = new Picture(picture.width(), picture.height(), 2 * COLOURS);
		System.arraycopy(picture.data(), 0, both.data(), 0, picture.data().length);
		Arrays.fill(both.data(), picture.data().length, both.data().length, 1);
		forRows(picture, maps, (from, to, length) -> {
			for (int c = 0; c < COLOURS; c++) {
				System.arraycopy(shading.data(), c * shading.planeSize() + from, both.data(), (COLOURS + c) * both.planeSize() + to, length);
			}
		});
		return both;
	}

	/** The first three channels. */
	static Picture picture(final Picture both) {
		return new Picture(both.width(), both.height(), COLOURS, Arrays.copyOf(both.data(), COLOURS * both.planeSize()));
	}

	/** The last three channels over the rectangle of the maps. */
	static Picture shading(final Picture both, final HeadMaps maps) {
		final Picture shading = new Picture(maps.width(), maps.height(), COLOURS);
		Arrays.fill(shading.data(), 1);
		forRows(both, maps, (from, to, length) -> {
			for (int c = 0; c < COLOURS; c++) {
				System.arraycopy(both.data(), (COLOURS + c) * both.planeSize() + to, shading.data(), c * shading.planeSize() + from, length);
			}
		});
		return shading;
	}

	/** A run of samples: where it begins in a plane of the maps, where in a plane of the picture, and how long it is. */
	private interface Row {

		void at(int inMaps, int inPicture, int length);
	}

	/** The rows of the maps that lie inside the picture. */
	private static void forRows(final Picture picture, final HeadMaps maps, final Row row) {
		final int left = Math.max(0, -maps.x());
		final int length = Math.min(maps.width(), picture.width() - maps.x()) - left;
		for (int y = Math.max(0, -maps.y()); y < Math.min(maps.height(), picture.height() - maps.y()) && length > 0; y++) {
			row.at(y * maps.width() + left, (maps.y() + y) * picture.width() + maps.x() + left, length);
		}
	}
}
