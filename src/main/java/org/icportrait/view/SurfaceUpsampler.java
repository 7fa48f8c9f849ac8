package org.icportrait.view;

import java.util.stream.IntStream;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Colour;
import org.icportrait.image.CropSampler;
import org.icportrait.image.GuidedFilter;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.work.BadInput;

/**
 * Brings the network's small maps to the photograph's own resolution: what lies outside the matte is first replaced by a smooth
 * continuation of what lies inside, so that no pixel of the silhouette falls back onto the background; the matte follows the
 * photograph's edges. Thread-safe.
 */
public final class SurfaceUpsampler {

	/** The matte from which a map pixel counts as seen. */
	private static final float SEEN = 0.6f;
	/** The matte is stretched so that a faint veil counts as background and a nearly full one as person. */
	private static final float VEIL = 0.06f;
	/** How far beyond the crop (share of its side) the person is taken to go on as at its border, and then to fade. */
	private static final double BEYOND = 0.3;

	private SurfaceUpsampler() {}

	/**
	 * @param photo linear RGB
	 * @param surface of one of its heads
	 * @return maps over the head crop and a margin around it, as far as they lie in the photograph
	 * @throws BadInput when the crop lies outside
	 */
	public static HeadMaps upsample(final Picture photo, final HeadReading surface) {
		final int[] box = bounds(photo, surface.cropToPicture());
		final int x0 = box[0], y0 = box[1], w = box[2] - box[0], h = box[3] - box[1];
		if (w < 1 || h < 1) throw new BadInput("The face lies outside of the picture; choose one inside it.");
		final float[] seen = seen(surface);
		final Picture depth = PushPull.fill(DepthSmoother.smooth(surface.depth(), seen), seen);
		final Picture coordinates = PushPull.fill(surface.coordinates(), seen);
		final Picture normals = PushPull.fill(surface.normals(), seen);
		final Picture albedo = PushPull.fill(surface.albedo(), seen);
		final GuidedFilter guided = new GuidedFilter(guide(photo, surface), surface.matte());
		final HeadMaps maps = new HeadMaps(x0, y0, new Picture(w, h, 1), new Picture(w, h, 1), new Picture(w, h, 3), new Picture(w, h, 3), new Picture(w, h, 3));
		final Similarity toCrop = surface.cropToPicture().inverse();
		final int n = surface.mapSize();
		IntStream.range(0, h).parallel().forEach(j -> {
			for (int i = 0; i < w; i++) {
				final double ru = toCrop.x(x0 + i + 0.5, y0 + j + 0.5), rv = toCrop.y(x0 + i + 0.5, y0 + j + 0.5);
				final double u = Math.max(0, Math.min(1, ru)), v = Math.max(0, Math.min(1, rv));
				final double off = Math.max(Math.abs(ru - u), Math.abs(rv - v)) / BEYOND;
				maps.matte().set(i, j, 0, Smooth.step(1, 0, (float) off) * matte(photo, guided, surface.matte(), x0 + i, y0 + j, u, v));
				maps.depth().set(i, j, 0, depth.sample(u * n, v * n, 0));
				for (int c = 0; c < 3; c++) {
					maps.coordinates().set(i, j, c, coordinates.sample(u * n, v * n, c));
					maps.normals().set(i, j, c, normals.sample(u * n, v * n, c));
					maps.albedo().set(i, j, c, albedo.sample(u * n, v * n, c));
				}
				normalise(maps.normals(), i, j);
			}
		});
		return maps;
	}

	/** 1 for map pixels inside the matte, 0 outside, on the grid of the depth. */
	static float[] seen(final HeadReading surface) {
		final int n = surface.mapSize();
		final Picture matte = surface.matte();
		final float[] seen = new float[n * n];
		for (int i = 0; i < seen.length; i++) {
			final float a = matte.sample((i % n + 0.5) * matte.width() / n, (i / n + 0.5) * matte.height() / n, 0);
			seen[i] = a > SEEN ? 1 : 0;
		}
		return seen;
	}

	/** Colour decides where the network is unsure, and may sharpen its edge but not overrule what it is sure of. */
	private static float matte(final Picture photo, final GuidedFilter guided, final Picture matte, final int x, final int y, final double u,
		final double v)
	{
		final float network = matte.sample(u * matte.width(), v * matte.height(), 0);
		final float colour = guided.at(u, v, photo.get(x, y, 0), photo.get(x, y, 1), photo.get(x, y, 2));
		final float sure = Math.abs(2 * network - 1);
		final float keep = sure * sure * sure * sure;
		final float p = keep * network + (1 - keep) * colour;
		return Math.max(0, Math.min(1, (p - VEIL) / (1 - 2 * VEIL)));
	}

	private static Picture guide(final Picture photo, final HeadReading surface) {
		final Picture guide = CropSampler.crop(photo, surface.cropToPicture(), surface.matte().width());
		for (int i = 0; i < guide.data().length; i++) guide.data()[i] = Colour.toSrgb(guide.data()[i]);
		return guide;
	}

	/** Left, top, right, bottom of the crop and its margin within the picture. */
	private static int[] bounds(final Picture photo, final Similarity crop) {
		double left = Double.MAX_VALUE, top = Double.MAX_VALUE, right = -Double.MAX_VALUE, bottom = -Double.MAX_VALUE;
		for (int k = 0; k < 4; k++) {
			final double u = (k & 1) == 0 ? -BEYOND : 1 + BEYOND, v = k >> 1 == 0 ? -BEYOND : 1 + BEYOND;
			final double x = crop.x(u, v), y = crop.y(u, v);
			left = Math.min(left, x);
			right = Math.max(right, x);
			top = Math.min(top, y);
			bottom = Math.max(bottom, y);
		}
		return new int[] { Math.max(0, (int) Math.floor(left)), Math.max(0, (int) Math.floor(top)), Math.min(photo.width(), (int) Math.ceil(right)),
			Math.min(photo.height(), (int) Math.ceil(bottom)) };
	}

	private static void normalise(final Picture normals, final int i, final int j) {
		final float x = normals.get(i, j, 0), y = normals.get(i, j, 1), z = normals.get(i, j, 2);
		final float length = (float) Math.sqrt(x * x + y * y + z * z) + 1e-9f;
		normals.set(i, j, 0, x / length);
		normals.set(i, j, 1, y / length);
		normals.set(i, j, 2, z / length);
	}
}
