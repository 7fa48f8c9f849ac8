package org.icportrait.view;

/**
 * Which places of the canonical head a photograph shows, on a coarse grid: mirrored pixels are wanted only where it shows
 * nothing, so that a left ear never lands beside the left ear.
 */
final class ObservedSpace {

	/** Side of a cell and half the extent of the grid, dm. */
	private static final float CELL = 0.12f;
	private static final float REACH = 2.4f;
	private static final int SIDE = (int) (2 * REACH / CELL);

	private final float[] confidence = new float[SIDE * SIDE * SIDE];

	/** Notes that the photograph shows a canonical place with some confidence, there and in the cells around. */
	void see(final float x, final float y, final float z, final float sure) {
		final int i = index(x), j = index(y), k = index(z);
		for (int c = Math.max(0, k - 1); c <= Math.min(SIDE - 1, k + 1); c++) {
			for (int b = Math.max(0, j - 1); b <= Math.min(SIDE - 1, j + 1); b++) {
				for (int a = Math.max(0, i - 1); a <= Math.min(SIDE - 1, i + 1); a++) {
					final int at = (c * SIDE + b) * SIDE + a;
					if (sure > confidence[at]) confidence[at] = sure;
				}
			}
		}
	}

	/** How surely a canonical place is shown, 0..1; trilinear between cells. */
	float confidence(final float x, final float y, final float z) {
		final float fx = position(x), fy = position(y), fz = position(z);
		final int i = (int) fx, j = (int) fy, k = (int) fz;
		float sum = 0;
		for (int corner = 0; corner < 8; corner++) {
			final int a = corner & 1, b = corner >> 1 & 1, c = corner >> 2;
			final float weight = (a == 0 ? 1 - fx + i : fx - i) * (b == 0 ? 1 - fy + j : fy - j) * (c == 0 ? 1 - fz + k : fz - k);
			sum += weight * confidence[((k + c) * SIDE + j + b) * SIDE + i + a];
		}
		return sum;
	}

	private static int index(final float x) {
		return Math.max(0, Math.min(SIDE - 1, (int) ((x + REACH) / CELL)));
	}

	private static float position(final float x) {
		return Math.max(0, Math.min(SIDE - 1.001f, (x + REACH) / CELL - 0.5f));
	}
}
