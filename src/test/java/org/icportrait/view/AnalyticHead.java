package org.icportrait.view;

import org.icportrait.face.FaceBox;
import org.icportrait.face.HeadReading;
import org.icportrait.face.Landmarks;
import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;

/**
 * An ellipsoid around the head origin that stands for a head: every map of it, and where a place of it is seen, is known exactly.
 *
 * @param width of the picture, pixels
 * @param height of the picture, pixels
 * @param axes half axes along the head's x, y, z, dm
 * @param rotation 3 x 3 row-major, head axes to camera axes
 * @param camera of the picture
 * @param paint its linear albedo
 */
public record AnalyticHead(int width, int height, double[] axes, Rotation rotation, HeadCamera camera, Paint paint) {

	private static final int MAP = 128, MATTE = 256;

	/** Linear albedo of a canonical place, dm. */
	public interface Paint {

		double of(double x, double y, double z, int channel);
	}

	/** Shading of a unit normal, camera axes. */
	public interface Shader {

		double of(double x, double y, double z, int channel);
	}

	public AnalyticHead(final int width, final int height, final double[] axes, final Pose pose, final HeadCamera camera, final Paint paint) {
		this(width, height, axes, pose.toRotation(), camera, paint);
	}

	/** In the middle of a picture, seen from one metre. */
	public static AnalyticHead of(final int side, final double pixelsPerDm, final Pose pose, final Paint paint) {
		return new AnalyticHead(side, side, new double[] { 0.72, 0.84, 0.8 }, pose, new HeadCamera(side / 2.0, side / 2.0, pixelsPerDm, 0.1), paint);
	}

	public AnalyticHead withPose(final Pose other) {
		return new AnalyticHead(width, height, axes, other, camera, paint);
	}

	public AnalyticHead withPaint(final Paint other) {
		return new AnalyticHead(width, height, axes, rotation, camera, other);
	}

	public Pose pose() {
		return Pose.of(rotation);
	}

	/** Where the ray through a place of the picture meets the surface first or last, camera axes, dm; null where it misses. */
	public double[] hit(final double px, final double py, final boolean first) {
		final double ax = (px - camera.x0()) / camera.s(), ay = (camera.y0() - py) / camera.s();
		final double[] start = toHead(new double[] { ax, ay, 0 }), step = toHead(new double[] { -camera.k() * ax, -camera.k() * ay, 1 });
		double a = 0, b = 0, c = -1;
		for (int i = 0; i < 3; i++) {
			a += step[i] * step[i] / (axes[i] * axes[i]);
			b += start[i] * step[i] / (axes[i] * axes[i]);
			c += start[i] * start[i] / (axes[i] * axes[i]);
		}
		final double d = b * b - a * c;
		if (d < 0) return null;
		final double t = (-b + (first ? 1 : -1) * Math.sqrt(d)) / a;
		return new double[] { ax * (1 - camera.k() * t), ay * (1 - camera.k() * t), t };
	}

	/** R^T q. */
	public double[] toHead(final double[] q) {
		final Rotation r = rotation.inverse();
		return new double[] { r.x(q[0], q[1], q[2]), r.y(q[0], q[1], q[2]), r.z(q[0], q[1], q[2]) };
	}

	/** R p. */
	public double[] toCamera(final double[] p) {
		return new double[] { rotation.x(p[0], p[1], p[2]), rotation.y(p[0], p[1], p[2]), rotation.z(p[0], p[1], p[2]) };
	}

	/** Unit, camera axes, of a surface point in head axes. */
	public double[] normal(final double[] p) {
		final double[] n = toCamera(new double[] { p[0] / (axes[0] * axes[0]), p[1] / (axes[1] * axes[1]), p[2] / (axes[2] * axes[2]) });
		final double length = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
		return new double[] { n[0] / length, n[1] / length, n[2] / length };
	}

	/** Cosine between the normal of a surface point (head axes) and the line of sight; below 0 the picture does not show it. */
	double facing(final double[] p) {
		final double[] q = toCamera(p), n = normal(p);
		final double vx = -camera.k() * q[0], vy = -camera.k() * q[1], vz = 1 - camera.k() * q[2];
		return (n[0] * vx + n[1] * vy + n[2] * vz) / Math.sqrt(vx * vx + vy * vy + vz * vz);
	}

	/** The picture under a light, over a checkerboard; each pixel the mean of samples x samples. */
	public Picture picture(final Shader shader, final int samples) {
		final Picture out = new Picture(width, height, 3);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				for (int s = 0; s < samples * samples; s++) {
					final double[] q = hit(x + (s % samples + 0.5) / samples, y + (s / samples + 0.5) / samples, true);
					for (int c = 0; c < 3; c++) out.data()[(c * height + y) * width + x] += (float) (colour(q, x, y, c, shader) / (samples * samples));
				}
			}
		}
		return out;
	}

	private double colour(final double[] q, final int x, final int y, final int c, final Shader shader) {
		if (q == null) return 0.15 + 0.1 * ((x / 16 + y / 16) % 2) + 0.02 * c;
		final double[] p = toHead(q), n = normal(p);
		return paint.of(p[0], p[1], p[2], c) * shader.of(n[0], n[1], n[2], c);
	}

	/** What a perfect network would say of it; the crop is turned with the head's roll. */
	public HeadReading surface() {
		return surface(1);
	}

	/** The same over a crop that is larger by a factor. */
	public HeadReading surface(final double wider) {
		final Similarity crop = new FaceBox(camera.x0(), camera.y0(), wider * 2 * camera.s(), pose().roll(), 1).cropToPicture();
		final Similarity grid = crop.after(new Similarity(1.0 / MAP, 0, 0, 0)), fine = crop.after(new Similarity(1.0 / MATTE, 0, 0, 0));
		final Picture back = new Picture(MAP, MAP, 1);
		for (int i = 0; i < back.planeSize(); i++) {
			final double[] q = hit(grid.x(i % MAP + 0.5, i / MAP + 0.5), grid.y(i % MAP + 0.5, i / MAP + 0.5), false);
			if (q != null) back.data()[i] = (float) q[2];
		}
		return new HeadReading(crop, map(MATTE, MATTE, 1, fine, 3, (q, p, c) -> 1), map(MAP, MAP, 3, grid, 1, (q, p, c) -> p[c]),
			map(MAP, MAP, 1, grid, 1, (q, p, c) -> q[2]), back, map(MAP, MAP, 3, grid, 1, (q, p, c) -> normal(p)[c]),
			map(MAP, MAP, 3, grid, 1, (q, p, c) -> paint.of(p[0], p[1], p[2], c)), rotation, camera, Harmonics.even(1, 1, 1),
			Landmarks.of(new double[3 * Landmarks.COUNT]), 1);
	}

	/** With what the wider look of a perfect network says. */
	public HeadReading widened() {
		final HeadReading near = surface();
		return new HeadReading(near.cropToPicture(), near.matte(), near.coordinates(), near.depth(), near.backDepth(), near.normals(), near.albedo(),
			near.rotation(), near.camera(), near.light(), near.landmarks(), near.confidence(), null, null, surface(1.6), null, null, null);
	}

	/** With another person, who fills all that is right of a column of the picture and not this head's. */
	public HeadReading surfaceBeside(final int column) {
		final HeadReading own = surface();
		final Picture others = new Picture(MATTE, MATTE, 1);
		for (int i = 0; i < others.planeSize(); i++) {
			if (own.cropToPicture().x((i % MATTE + 0.5) / MATTE, 0) > column) others.data()[i] = 1 - own.matte().data()[i];
		}
		return new HeadReading(own.cropToPicture(), own.matte(), own.coordinates(), own.depth(), own.backDepth(), own.normals(), own.albedo(),
			own.rotation(), own.camera(), own.light(), own.landmarks(), own.confidence(), null, null, null, others, null, null);
	}

	/** A number of a place seen: camera axes, head axes, channel. */
	private interface Fact {

		double of(double[] q, double[] p, int channel);
	}

	private Picture map(final int w, final int h, final int channels, final Similarity toPicture, final int samples, final Fact fact) {
		final Picture out = new Picture(w, h, channels);
		for (int i = 0; i < w * h; i++) {
			for (int s = 0; s < samples * samples; s++) {
				final double x = i % w + (s % samples + 0.5) / samples, y = i / w + (s / samples + 0.5) / samples;
				final double[] q = hit(toPicture.x(x, y), toPicture.y(x, y), true);
				if (q == null) continue;
				final double[] p = toHead(q);
				for (int c = 0; c < channels; c++) out.data()[c * w * h + i] += (float) (fact.of(q, p, c) / (samples * samples));
			}
		}
		return out;
	}
}
