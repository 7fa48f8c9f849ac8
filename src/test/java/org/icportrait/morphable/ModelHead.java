package org.icportrait.morphable;

import java.util.Arrays;

import org.icportrait.face.HeadReading;
import org.icportrait.face.LandmarkOffsets;
import org.icportrait.face.Landmarks;
import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;

/** What a perfect network would read of the statistical head, without hair, of known coefficients; drawn by a small rasteriser of its own. */
public final class ModelHead {

	private static final int MAP = 128;
	private static final double EYE_TO_HEAD = 10;

	private final HeadModel model = HeadModel.standard();
	private final float[] points;
	private final Rotation rotation;
	private final HeadCamera camera;
	private final float[] maps = new float[7 * MAP * MAP];
	private final float[] depth = new float[MAP * MAP];

	private ModelHead(final double[] coefficients, final Pose pose, final int side) {
		rotation = pose.toRotation();
		camera = new HeadCamera(side / 2.0, side / 2.0, side / 3.8, 1 / EYE_TO_HEAD);
		final float[] shape = model.shape(coefficients);
		points = new float[shape.length];
		for (int v = 0; v < shape.length; v += 3) {
			points[v] = (float) rotation.x(shape[v], shape[v + 1], shape[v + 2]);
			points[v + 1] = (float) rotation.y(shape[v], shape[v + 1], shape[v + 2]);
			points[v + 2] = (float) rotation.z(shape[v], shape[v + 1], shape[v + 2]);
		}
		Arrays.fill(depth, Float.NEGATIVE_INFINITY);
		final float[] normals = new FittedHead(model, coefficients, points, rotation).normals();
		final int[] t = model.triangles();
		for (int i = 0; i < t.length; i += 3) draw(t[i], t[i + 1], t[i + 2], normals, side);
	}

	/** @param side of the square picture, pixels */
	public static HeadReading reading(final double[] coefficients, final Pose pose, final int side) {
		return new ModelHead(coefficients, pose, side).reading(side);
	}

	/** Gives what lies higher than the hairline another reflectance than the rest's, 0.5. */
	public static void paintScalp(final HeadReading reading, final float reflectance) {
		paintScalp(reading, 0, 0, reflectance);
	}

	/** The same of what lies so much (dm) higher than the hairline and so far aside. */
	public static void paintScalp(final HeadReading reading, final float higher, final float aside, final float reflectance) {
		final float[] places = reading.coordinates().data(), albedo = reading.albedo().data();
		final int n = MAP * MAP;
		for (int i = 0; i < 3 * n; i++) {
			final int cell = i % n;
			if (HeadModel.isScalp(places[n + cell] - higher, places[2 * n + cell]) && Math.abs(places[cell]) >= aside) albedo[i] = reflectance;
		}
	}

	/** A square photograph in flat light. */
	public static Picture photograph(final HeadReading reading, final int side) {
		final Picture out = new Picture(side, side, 3);
		for (int i = 0; i < 3 * side * side; i++) {
			final double column = (i % side + 0.5) / side * MAP, row = (i / side % side + 0.5) / side * MAP;
			out.data()[i] = reading.matte().sample(column, row, 0) * reading.albedo().sample(column, row, i / side / side);
		}
		return out;
	}

	private void draw(final int a, final int b, final int c, final float[] normals, final int side) {
		final double[] x = new double[3], y = new double[3];
		final int[] v = { a, b, c };
		for (int k = 0; k < 3; k++) {
			x[k] = camera.x(points[3 * v[k]], points[3 * v[k] + 2]) * MAP / side;
			y[k] = camera.y(points[3 * v[k] + 1], points[3 * v[k] + 2]) * MAP / side;
		}
		final double size = (x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0]);
		if (size >= 0) return; // seen from inside: y runs down
		final int left = (int) Math.max(0, Math.min(x[0], Math.min(x[1], x[2]))), right = (int) Math.min(MAP - 1, Math.max(x[0], Math.max(x[1], x[2])));
		final int top = (int) Math.max(0, Math.min(y[0], Math.min(y[1], y[2]))), bottom = (int) Math.min(MAP - 1, Math.max(y[0], Math.max(y[1], y[2])));
		for (int j = top; j <= bottom; j++) {
			for (int i = left; i <= right; i++) {
				final double s = ((i + 0.5 - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (j + 0.5 - y[0])) / size;
				final double t = ((x[1] - x[0]) * (j + 0.5 - y[0]) - (i + 0.5 - x[0]) * (y[1] - y[0])) / size;
				if (s < 0 || t < 0 || s + t > 1) continue;
				pixel(j * MAP + i, v, new double[] { 1 - s - t, s, t }, normals);
			}
		}
	}

	private void pixel(final int at, final int[] v, final double[] shares, final float[] normals) {
		double z = 0;
		for (int k = 0; k < 3; k++) z += shares[k] * points[3 * v[k] + 2];
		if (z <= depth[at]) return;
		depth[at] = (float) z;
		for (int c = 0; c < 3; c++) {
			double place = 0, normal = 0;
			for (int k = 0; k < 3; k++) {
				place += shares[k] * model.neutral()[3 * v[k] + c];
				normal += shares[k] * normals[3 * v[k] + c];
			}
			maps[c * MAP * MAP + at] = (float) place;
			maps[(3 + c) * MAP * MAP + at] = (float) normal;
		}
	}

	private HeadReading reading(final int side) {
		final int n = MAP * MAP;
		final Picture matte = new Picture(MAP, MAP, 1), z = new Picture(MAP, MAP, 1), back = new Picture(MAP, MAP, 1), albedo = new Picture(MAP, MAP, 3);
		for (int i = 0; i < n; i++) {
			final boolean seen = depth[i] > Float.NEGATIVE_INFINITY;
			matte.data()[i] = seen ? 1 : 0;
			z.data()[i] = seen ? depth[i] : 0;
			back.data()[i] = seen ? depth[i] - 1.6f : 0;
		}
		Arrays.fill(albedo.data(), 0.5f);
		final double[] landmarks = new double[3 * Landmarks.COUNT];
		for (int i = 0; i < Landmarks.COUNT; i++) {
			final int v = 3 * model.landmarks()[i];
			landmarks[3 * i] = camera.x(points[v], points[v + 2]);
			landmarks[3 * i + 1] = camera.y(points[v + 1], points[v + 2]);
			landmarks[3 * i + 2] = 1;
		}
		return new HeadReading(new Similarity(side, 0, 0, 0), matte, new Picture(MAP, MAP, 3, Arrays.copyOfRange(maps, 0, 3 * n)), z, back,
			new Picture(MAP, MAP, 3, Arrays.copyOfRange(maps, 3 * n, 6 * n)), albedo, rotation, camera, Harmonics.even(1, 1, 1),
			LandmarkOffsets.marked(Landmarks.of(landmarks), rotation, camera), 1);
	}
}
