package org.icportrait.morphable;


import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.icportrait.face.HeadReading;
import org.icportrait.face.LandmarkOffsets;
import org.icportrait.face.Landmarks;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.work.Progress;

/**
 * Identity, expression and place of the statistical head by regularised least squares on what a reading says of it: each sample names
 * a vertex and where it lies, so that the problem is linear but for the rotation (Gauss and Newton), and samples far off count less
 * (Geman and McClure). The prior is the modes' own spread. Works in the head axes of the reading's rotation. One use.
 */
final class HeadFit {

	/** Modes of identity that are fitted (98 % of the variance); further ones are noise at the resolution of the maps. */
	private static final int IDENTITY = 40;
	private static final int ROUNDS = 3;
	/** Spread of a sample (dm), of how many neighbours err as one, of a landmark, and the distance that counts as far. */
	private static final double NOISE = 0.03, ALIKE = 40, LANDMARK = 0.05, FAR = 0.12;
	/** Prior spread of an expression, of the rotation (radians), of the place (dm) and of the size. */
	private static final double EXPRESSION = 0.35, TURN = 0.05, PLACE = 0.05, SIZE = 0.02;
	/** Fewest samples, and the least share of the face that must be the model's skin, for a fit that means something. */
	private static final int FEWEST = 150;
	private static final double LEAST_SHARE = 0.5;
	private static final int POSE = 7;

	private final HeadReading reading;
	private final Landmarks landmarks;
	private final HeadModel model;
	private final HeadSamples samples;
	private final int[] modes;
	private final int unknowns;
	private final DMatrixRMaj normal, right;
	private final double[] coefficients;
	private final double[] row;
	/** How far each mode moves the vertex of the present equations, dm, [3 k]; they lie far apart in the model, and each vertex has two or three equations. */
	private final float[] moves;
	/** Of the present round: what the reading's head axes make of the model's: size * turn * point + place. */
	private Rotation turn = Rotation.IDENTITY;
	private final double[] place = new double[3];
	private double size = 1;

	private HeadFit(final HeadReading reading, final HeadModel model, final HeadSamples samples) {
		this.reading = reading;
		landmarks = LandmarkOffsets.ofVertices(reading);
		this.model = model;
		this.samples = samples;
		final int identity = Math.min(IDENTITY, model.identityModes()), expression = model.modes() - model.identityModes();
		modes = new int[identity + expression];
		for (int k = 0; k < modes.length; k++) modes[k] = k < identity ? k : model.identityModes() + k - identity;
		unknowns = modes.length + POSE;
		normal = new DMatrixRMaj(unknowns, unknowns);
		right = new DMatrixRMaj(unknowns, 1);
		row = new double[unknowns];
		moves = new float[3 * modes.length];
		coefficients = new double[model.modes()];
	}

	/**
	 * @param reading not changed
	 * @return null where it shows too little of a head's skin to say anything
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	static FittedHead of(final HeadReading reading, final HeadModel model, final Progress progress) {
		final HeadSamples samples = HeadSamples.of(reading, model, progress);
		if (samples.count() < FEWEST || samples.faceShare() < LEAST_SHARE) return null;
		return new HeadFit(reading, model, samples).fit(progress);
	}

	private FittedHead fit(final Progress progress) {
		for (int round = 0; round < ROUNDS; round++) {
			begin();
			final float[] shape = model.shape(coefficients);
			for (int i = 0; i < samples.count(); i++) {
				if (i % 128 == 0) progress.check();
				addSample(i, shape);
			}
			for (int i = 0; i < Landmarks.COUNT; i++) addLandmark(i, shape);
			step();
		}
		return result();
	}

	/** The prior. */
	private void begin() {
		normal.zero();
		right.zero();
		for (int k = 0; k < modes.length; k++) {
			final double spread = modes[k] < model.identityModes() ? 1 : EXPRESSION;
			normal.add(k, k, 1 / (spread * spread));
			right.add(k, 0, -coefficients[modes[k]] / (spread * spread));
		}
		for (int c = 0; c < 3; c++) {
			final int k = modes.length + c;
			normal.add(k, k, 1 / (TURN * TURN));
			normal.add(k + 3, k + 3, 1 / (PLACE * PLACE));
			right.add(k + 3, 0, -place[c] / (PLACE * PLACE));
		}
		normal.add(unknowns - 1, unknowns - 1, 1 / (SIZE * SIZE));
		right.add(unknowns - 1, 0, (1 - size) / (SIZE * SIZE));
	}

	private void addSample(final int i, final float[] shape) {
		final int v = samples.vertex[i];
		final double[] at = place(shape, v);
		final double rx = samples.point[3 * i] - at[0], ry = samples.point[3 * i + 1] - at[1], rz = samples.point[3 * i + 2] - at[2];
		final double far = (rx * rx + ry * ry + rz * rz) / (FAR * FAR), robust = 1 / ((1 + far) * (1 + far));
		final double weight = samples.weight[i] * robust / (NOISE * NOISE * ALIKE);
		move(v);
		addRow(at, 1, 0, 0, rx, weight);
		addRow(at, 0, 1, 0, ry, weight);
		addRow(at, 0, 0, 1, rz, weight);
	}

	/** Seen at (x, y), a point lies on a line: Qx + k (x - x0) / s Qz = (x - x0) / s, and likewise below. */
	private void addLandmark(final int i, final float[] shape) {
		if (landmarks.confidence(i) <= 0) return;
		final HeadCamera camera = reading.camera();
		final Rotation r = reading.rotation();
		final int v = model.landmarks()[i];
		final double[] at = place(shape, v);
		final double u = (landmarks.x(i) - camera.x0()) / camera.s(), w = (camera.y0() - landmarks.y(i)) / camera.s();
		move(v);
		for (int axis = 0; axis < 2; axis++) {
			final double aim = axis == 0 ? u : w, k = camera.k() * aim;
			final double a = r.get(axis, 0) + k * r.get(2, 0), b = r.get(axis, 1) + k * r.get(2, 1), c = r.get(axis, 2) + k * r.get(2, 2);
			final double residual = aim - a * at[0] - b * at[1] - c * at[2], far = residual * residual / (FAR * FAR);
			addRow(at, a, b, c, residual, landmarks.confidence(i) / ((1 + far) * (1 + far)) / (LANDMARK * LANDMARK));
		}
	}

	/** Where a vertex lies at present. */
	private double[] place(final float[] shape, final int v) {
		final double x = shape[3 * v], y = shape[3 * v + 1], z = shape[3 * v + 2];
		return new double[] { size * turn.x(x, y, z) + place[0], size * turn.y(x, y, z) + place[1], size * turn.z(x, y, z) + place[2] };
	}

	/** Makes a vertex that of the equations that follow. */
	private void move(final int v) {
		for (int i = 0; i < moves.length; i++) moves[i] = model.offset(modes[i / 3], v, i % 3);
	}

	/** One equation: (a, b, c) times the change of that vertex's place = residual. */
	private void addRow(final double[] at, final double a, final double b, final double c, final double residual, final double weight) {
		// Modes move in the model's axes, which the turn takes to the reading's.
		final Rotation back = turn.inverse();
		final double ma = size * back.x(a, b, c), mb = size * back.y(a, b, c), mc = size * back.z(a, b, c);
		for (int k = 0; k < modes.length; k++) {
			row[k] = ma * moves[3 * k] + mb * moves[3 * k + 1] + mc * moves[3 * k + 2];
		}
		final double x = at[0] - place[0], y = at[1] - place[1], z = at[2] - place[2];
		final int pose = modes.length;
		row[pose] = c * y - b * z;
		row[pose + 1] = a * z - c * x;
		row[pose + 2] = b * x - a * y;
		row[pose + 3] = a;
		row[pose + 4] = b;
		row[pose + 5] = c;
		row[pose + 6] = (a * x + b * y + c * z) / size;
		for (int i = 0; i < unknowns; i++) {
			final double factor = weight * row[i];
			if (factor == 0) continue;
			right.data[i] += factor * residual;
			for (int j = 0; j <= i; j++) normal.data[i * unknowns + j] += factor * row[j];
		}
	}

	private void step() {
		for (int i = 0; i < unknowns; i++) for (int j = 0; j < i; j++) normal.data[j * unknowns + i] = normal.data[i * unknowns + j];
		final LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(unknowns);
		final DMatrixRMaj change = new DMatrixRMaj(unknowns, 1);
		if (!solver.setA(normal)) return;
		solver.solve(right, change);
		for (int k = 0; k < modes.length; k++) coefficients[modes[k]] += change.data[k];
		final int pose = modes.length;
		final double x = change.data[pose], y = change.data[pose + 1], z = change.data[pose + 2], angle = Math.sqrt(x * x + y * y + z * z);
		if (angle > 1e-9) turn = Rotation.about(x / angle, y / angle, z / angle, angle).after(turn);
		for (int c = 0; c < 3; c++) place[c] += change.data[pose + 3 + c];
		size += change.data[pose + 6];
	}

	private FittedHead result() {
		final float[] shape = model.shape(coefficients), points = new float[shape.length];
		final Rotation r = reading.rotation();
		for (int v = 0; v < model.size(); v++) {
			final double[] at = place(shape, v);
			points[3 * v] = (float) r.x(at[0], at[1], at[2]);
			points[3 * v + 1] = (float) r.y(at[0], at[1], at[2]);
			points[3 * v + 2] = (float) r.z(at[0], at[1], at[2]);
		}
		return new FittedHead(model, coefficients, points, r.after(turn));
	}
}
