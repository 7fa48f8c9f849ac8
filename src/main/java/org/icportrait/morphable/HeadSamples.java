package org.icportrait.morphable;

import org.icportrait.face.FaceFront;
import org.icportrait.face.HeadReading;
import org.icportrait.face.Matte;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * What a reading says of bare skin, place by place: the model's vertex that is seen there, where it lies, and how surely. Cells of the
 * maps are taken in blocks of 2 x 2, which halves their grain. Hair and clothes lie off the mean head and are left out.
 */
final class HeadSamples {

	private static final int BLOCK = 2;
	/** Canonical places further from the mean skin (dm) are hair or clothes; so much of a step within a block is an edge. */
	private static final float SKIN = 0.06f, STEP = 0.12f;
	/** Cosines to the line of sight between which a place begins to count. */
	private static final float GRAZING = 0.12f, FACING = 0.45f;

	final int[] vertex;
	/** Where it is seen, dm from the head origin, in the head axes of the reading's rotation; less where the canonical place lies off the vertex. */
	final float[] point;
	/** 0..1. */
	final float[] weight;
	private int count;
	private int face;
	private int faceSkin;

	private final HeadReading reading;
	private final HeadModel model;
	private final Rotation toHead;

	private HeadSamples(final HeadReading reading, final HeadModel model) {
		this.reading = reading;
		this.model = model;
		toHead = reading.rotation().inverse();
		final int blocks = reading.mapSize() / BLOCK;
		vertex = new int[blocks * blocks];
		point = new float[3 * vertex.length];
		weight = new float[vertex.length];
	}

	static HeadSamples of(final HeadReading reading, final HeadModel model, final Progress progress) {
		final HeadSamples out = new HeadSamples(reading, model);
		final int blocks = reading.mapSize() / BLOCK;
		for (int j = 0; j < blocks; j++) {
			progress.check();
			for (int i = 0; i < blocks; i++) out.add(i * BLOCK, j * BLOCK);
		}
		return out;
	}

	/** How many there are. */
	int count() {
		return count;
	}

	/** Share of what should be the bare front of a face that lies on the model's skin. */
	double faceShare() {
		return faceSkin / (double) Math.max(1, face);
	}

	private void add(final int i0, final int j0) {
		final int n = reading.mapSize();
		final Picture matte = reading.matte();
		final float inside = matte.sample((i0 + 1.0) / n * matte.width(), (j0 + 1.0) / n * matte.height(), 0);
		if (inside < Matte.PERSON) return;
		final float x = mean(reading.coordinates(), i0, j0, 0), y = mean(reading.coordinates(), i0, j0, 1), z = mean(reading.coordinates(), i0, j0, 2);
		final float depth = mean(reading.depth(), i0, j0, 0);
		if (Float.isNaN(x + y + z + depth)) return;
		final int v = model.nearest(x, y, z, SKIN);
		if (FaceFront.INNER.holds(y, z)) {
			face++;
			if (v >= 0) faceSkin++;
		}
		if (v < 0) return;
		final double px = reading.cropToPicture().x((i0 + 1.0) / n, (j0 + 1.0) / n), py = reading.cropToPicture().y((i0 + 1.0) / n, (j0 + 1.0) / n);
		put(v, px, py, depth, x - model.neutral()[3 * v], y - model.neutral()[3 * v + 1], z - model.neutral()[3 * v + 2], facing(i0, j0, px, py, depth));
	}

	private void put(final int v, final double px, final double py, final double depth, final float dx, final float dy, final float dz, final float facing) {
		final float sure = Smooth.step(GRAZING, FACING, facing);
		if (sure <= 0) return;
		final HeadCamera camera = reading.camera();
		final double qx = camera.liftX(px, depth), qy = camera.liftY(py, depth);
		vertex[count] = v;
		point[3 * count] = (float) toHead.x(qx, qy, depth) - dx;
		point[3 * count + 1] = (float) toHead.y(qx, qy, depth) - dy;
		point[3 * count + 2] = (float) toHead.z(qx, qy, depth) - dz;
		weight[count++] = sure;
	}

	/** Mean of a block; NaN across a step. */
	private static float mean(final Picture map, final int i0, final int j0, final int channel) {
		float sum = 0, least = Float.MAX_VALUE, most = -Float.MAX_VALUE;
		for (int k = 0; k < BLOCK * BLOCK; k++) {
			final float value = map.get(i0 + k % BLOCK, j0 + k / BLOCK, channel);
			sum += value;
			least = Math.min(least, value);
			most = Math.max(most, value);
		}
		return most - least > STEP ? Float.NaN : sum / (BLOCK * BLOCK);
	}

	private float facing(final int i0, final int j0, final double px, final double py, final double depth) {
		final float x = mean(reading.normals(), i0, j0, 0), y = mean(reading.normals(), i0, j0, 1), z = mean(reading.normals(), i0, j0, 2);
		final HeadCamera camera = reading.camera();
		final double k = camera.k(), vx = -k * camera.liftX(px, depth), vy = -k * camera.liftY(py, depth), vz = 1 - k * depth;
		final float nx = Float.isNaN(x) ? 0 : x, ny = Float.isNaN(y) ? 0 : y, nz = Float.isNaN(z) ? 0.5f : z;
		return (float) ((nx * vx + ny * vy + nz * vz) / (Math.sqrt((nx * nx + ny * ny + nz * nz) * (vx * vx + vy * vy + vz * vz)) + 1e-9));
	}
}
