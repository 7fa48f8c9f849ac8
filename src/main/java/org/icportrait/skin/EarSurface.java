package org.icportrait.skin;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.morphable.AmbientOcclusion;
import org.icportrait.morphable.Auricle;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.Occluder;
import org.icportrait.morphable.ShownSurface;
import org.icportrait.work.Progress;

/**
 * What a view shows of one ear of the fitted head and of the head about it, finer than the picture. Live; treat it as read-only.
 *
 * @param area of the picture
 * @param samples of a pixel each way
 * @param shown its numbers are {@link #NORMAL}, {@link #OPEN} and {@link #WITHIN}
 */
record EarSurface(Area area, int samples, ShownSurface shown) {

	/** Normal in camera axes, of three numbers; how much of the light reaches a place past the head, 0..1; how far (dm) it lies within the ear's outline, negative beside it. */
	static final int NORMAL = 0, OPEN = 3, WITHIN = 4;
	/** How far (dm) beyond an ear it is looked at; what lies further off is no part of it. */
	static final float BESIDE = 0.4f;
	/** What is in the way of light (dm about the ear's middle), and how finely: cells of a millimetre and a half. */
	private static final double REACH = 0.75;
	private static final float OFF = 0.012f, CELL = 0.016f;
	/** Samples of a pixel, and pixels of a dm from which on one is enough. */
	private static final int FINE = 2;
	private static final double LARGE = 400;

	/**
	 * Null where the view shows none of it.
	 *
	 * @param head as it stands in the view
	 * @param normals of its vertices, [3 v]
	 * @param left whether it is the person's left ear
	 * @param within part of the picture that may be drawn on
	 * @param sky light about it
	 */
	static EarSurface of(final Occluder head, final float[] normals, final boolean left, final HeadCamera camera, final Area within, final AmbientOcclusion.Sky sky,
		final Progress progress)
	{
		final float[] inside = inside(left), p = head.points();
		final Area area = area(p, inside, camera).intersect(within);
		if (area.isEmpty()) return null;
		final int samples = camera.s() > LARGE ? 1 : FINE;
		final Similarity toGrid = new Similarity(samples, 0, -samples * area.x(), -samples * area.y());
		if (!isShown(ShownSurface.of(head, new float[][] { inside }, camera, toGrid, samples * area.width(), samples * area.height(), progress).numbers()[0])) return null;
		final float[][] numbers = new float[5][inside.length];
		for (int v = 0; v < inside.length; v++) for (int c = 0; c < 3; c++) numbers[NORMAL + c][v] = normals[3 * v + c];
		numbers[OPEN] = open(head, normals, inside, sky, progress);
		numbers[WITHIN] = inside;
		return new EarSurface(area, samples, ShownSurface.of(head, numbers, camera, toGrid, samples * area.width(), samples * area.height(), progress));
	}

	/** Whether any of an ear is; the other one mostly is not, and what light reaches it need not be asked. */
	private static boolean isShown(final float[] within) {
		for (final float one : within) if (one > 0) return true;
		return false;
	}

	/** How far each vertex lies within the ear's outline. */
	private static float[] inside(final boolean left) {
		final HeadModel model = HeadModel.standard();
		final float[] n = model.neutral(), out = new float[model.size()];
		for (int v = 0; v < out.length; v++) out[v] = n[3 * v] > 0 == left ? Auricle.within(model, v) : Auricle.FAR;
		return out;
	}

	private static Area area(final float[] p, final float[] inside, final HeadCamera camera) {
		double left = Double.MAX_VALUE, top = left, right = -left, bottom = -left;
		for (int v = 0; v < inside.length; v++) {
			if (inside[v] < -BESIDE) continue;
			final double x = camera.x(p[3 * v], p[3 * v + 2]), y = camera.y(p[3 * v + 1], p[3 * v + 2]);
			left = Math.min(left, x);
			right = Math.max(right, x);
			top = Math.min(top, y);
			bottom = Math.max(bottom, y);
		}
		return Area.around(left, top, right, bottom);
	}

	/** How much of the light reaches each vertex of the ear and beside it past the head; 1 for others. */
	private static float[] open(final Occluder head, final float[] normals, final float[] inside, final AmbientOcclusion.Sky sky, final Progress progress) {
		final float[] asked = new float[normals.length], middle = new float[3];
		int count = 0;
		for (int v = 0; v < inside.length; v++) {
			if (inside[v] > -BESIDE) System.arraycopy(normals, 3 * v, asked, 3 * v, 3);
			if (inside[v] < 0) continue;
			for (int c = 0; c < 3; c++) middle[c] += head.points()[3 * v + c];
			count++;
		}
		for (int c = 0; c < 3; c++) middle[c] /= count;
		return AmbientOcclusion.of(head.part(v -> inside[v] > Auricle.FAR), new AmbientOcclusion.Part(middle[0], middle[1], middle[2], REACH, OFF, CELL), sky, head.points(), asked, progress);
	}
}
