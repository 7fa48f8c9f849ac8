package org.icportrait.view;

import org.icportrait.geometry.Area;
import org.icportrait.image.ConnectedParts;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Takes small things that hang together with nothing out of a turned person: chips of loose hair and of its mirror image would stand in the air. Stateless.
 */
final class Islands {

	/** What has less area (square dm) is small. */
	private static final double SMALL = 0.06;
	/** Alpha up to which there is nobody. */
	private static final float NOBODY = 0.02f;
	/** Cells along the longer side. */
	private static final int CELLS = 256;

	private Islands() {}

	/**
	 * In place.
	 *
	 * @param alpha of the person over the area
	 * @param dm pixels
	 */
	static void remove(final float[] alpha, final Area area, final double dm, final Progress progress) {
		final int block = Math.max(1, (Math.max(area.width(), area.height()) + CELLS - 1) / CELLS), columns = (area.width() + block - 1) / block;
		final boolean[] person = new boolean[columns * ((area.height() + block - 1) / block)];
		Workers.rows(person.length / columns, progress, row -> {
			for (int y = row * block; y < Math.min(area.height(), (row + 1) * block); y++) {
				for (int x = 0; x < area.width(); x++) if (alpha[y * area.width() + x] > NOBODY) person[row * columns + x / block] = true;
			}
		});
		final double small = SMALL * dm * dm / (block * block);
		for (final int[] part : new ConnectedParts(person, columns)) {
			if (part.length < small) for (final int cell : part) clear(alpha, area, cell % columns * block, cell / columns * block, block);
		}
	}

	private static void clear(final float[] alpha, final Area area, final int left, final int top, final int block) {
		for (int y = top; y < Math.min(area.height(), top + block); y++) {
			for (int x = left; x < Math.min(area.width(), left + block); x++) alpha[y * area.width() + x] = 0;
		}
	}
}
