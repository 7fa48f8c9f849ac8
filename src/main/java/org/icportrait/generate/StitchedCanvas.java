package org.icportrait.generate;

import java.nio.FloatBuffer;
import java.util.List;

import org.icportrait.image.Picture;
import org.icportrait.inference.Tensor;

/**
 * The stitched canvas as the networks see it: the photographs one beside the other, the masked reference last. Live.
 *
 * @param colours linear RGB, side x (photographs + 1) side; mid-grey where nothing is seen
 * @param mask one channel of the same size: 1 where it is seen, 0 where it is hidden
 */
public record StitchedCanvas(Picture colours, Picture mask) {

	/** @param halves a {@link Canvas#profile} for each photograph, then the {@link Canvas#reference} */
	public static StitchedCanvas of(final List<Tensor> halves) {
		final int side = (int) halves.get(0).shape()[3], width = side * halves.size();
		final StitchedCanvas out = new StitchedCanvas(new Picture(width, side, 3), new Picture(width, side, 1));
		for (int half = 0; half < halves.size(); half++) out.lay(halves.get(half).buffer(), half * side, side);
		return out;
	}

	private void lay(final FloatBuffer half, final int left, final int side) {
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				final int i = y * side + x;
				for (int c = 0; c < 3; c++) colours.set(left + x, y, c, Condition.linear(half.get(c * side * side + i)));
				mask.set(left + x, y, 0, half.get(3 * side * side + i));
			}
		}
	}
}
