package org.icportrait.hair;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.CropSampler;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.image.StructureTensor;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;

/** Whether the hair that a photograph shows lies in strands side by side, or is cropped, coiled or frizzy and shows no direction. Stateless. */
public final class CombedHair {

	/**
	 * How parallel slopes of hair are, 0..1, that surely is not combed, and surely is: 29 photographs have .11 to .19 and, of loose curls, .23 where hair is cropped
	 * close or coiled, .29 and more where it is combed, drawn back or long.
	 */
	private static final float FRIZZY = 0.18f, COMBED = 0.28f;
	/** What is told apart, dm, and radii in such steps: of what is too coarse to be strands, within which they run side by side, and of borders. */
	private static final double STEP = 0.005;
	private static final int COARSE = 2, TOGETHER = 12, BORDER = 6;
	/** Fewer pixels of it say nothing. */
	private static final int FEWEST = 1000;
	/** Added to light whose logarithm is taken. */
	private static final float FLOOR = 0.01f;

	private CombedHair() {}

	/** How surely it is combed, 0..1; 1 where too little hair is seen, and mostly where it is seen in few pixels. @param photograph linear RGB */
	public static float share(final Picture photograph, final SeenHair hair, final HeadCamera camera, final Progress progress) {
		final HeadMaps maps = hair.maps();
		final boolean[] cells = hair.facing();
		final Area box = Area.of(cells, maps.width());
		if (box.isEmpty()) return 1;
		final double across = Math.max(box.width(), box.height());
		final Similarity toPicture = maps.pictureToMaps().inverse().after(new Similarity(across, 0, box.x(), box.y()));
		final int side = (int) Math.ceil(toPicture.scale() / camera.s() / STEP);
		final boolean[] other = new boolean[side * side];
		for (int i = 0; i < other.length; i++) {
			final int column = box.x() + (int) ((i % side + 0.5) * across / side), row = box.y() + (int) ((i / side + 0.5) * across / side);
			other[i] = column >= maps.width() || row >= maps.height() || !cells[row * maps.width() + column];
		}
		return share(fine(CropSampler.crop(photograph, toPicture, side, progress), progress), within(other, side, progress), progress);
	}

	private static boolean[] within(final boolean[] other, final int side, final Progress progress) {
		final boolean[] out = Dilation.complement(Dilation.grow(other, side, BORDER, progress));
		for (int i = 0; i < side; i++) out[i] = out[(side - 1) * side + i] = out[i * side] = out[i * side + side - 1] = false;
		return out;
	}

	private static Picture fine(final Picture crop, final Progress progress) {
		final Picture light = Colour.logLuminance(crop, FLOOR), coarse = BoxBlur.blur(light, COARSE, progress);
		for (int i = 0; i < light.planeSize(); i++) light.data()[i] -= coarse.data()[i];
		return light;
	}

	/** @param fine logarithm of light without what is coarse */
	static float share(final Picture fine, final boolean[] where, final Progress progress) {
		final float[] tensor = StructureTensor.of(fine, where, TOGETHER, progress).data();
		final int n = where.length;
		double along = 0, all = 0;
		int count = 0;
		for (int i = 0; i < n; i++) {
			if (!where[i]) continue;
			along += Math.hypot(tensor[i], tensor[n + i]);
			all += tensor[2 * n + i];
			count++;
		}
		return count < FEWEST || all <= 0 ? 1 : Smooth.step(FRIZZY, COMBED, (float) (along / all));
	}
}
