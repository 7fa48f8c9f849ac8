package org.icportrait.morphable;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;

/** The fit finds the head that its maps were drawn from. */
class HeadFitTest {

	private static final int SIDE = 256;
	private static final HeadModel MODEL = HeadModel.standard();

	/** A person: the strongest modes of identity at random, and an expression. */
	private static double[] person(final long seed) {
		final Random random = new Random(seed);
		final double[] out = new double[MODEL.modes()];
		for (int k = 0; k < MODEL.identityModes(); k++) out[k] = random.nextGaussian();
		for (int k = 0; k < 4; k++) out[MODEL.identityModes() + random.nextInt(MODEL.modes() - MODEL.identityModes())] = 0.5 * random.nextDouble();
		return out;
	}

	private static FittedHead fit(final double[] coefficients, final Pose pose) {
		return FittedHead.of(ModelHead.reading(coefficients, pose, SIDE), Progress.NONE);
	}

	/** Mean distance between vertices above the neck, dm. */
	private static double distance(final float[] a, final float[] b) {
		double sum = 0;
		int count = 0;
		for (int v = 0; v < MODEL.size(); v++) {
			if (MODEL.neutral()[3 * v + 1] < -0.85f || MODEL.region(v) == HeadModel.EYE) continue;
			final double x = a[3 * v] - b[3 * v], y = a[3 * v + 1] - b[3 * v + 1], z = a[3 * v + 2] - b[3 * v + 2];
			sum += Math.sqrt(x * x + y * y + z * z);
			count++;
		}
		return sum / count;
	}

	private static float[] turned(final double[] coefficients, final Pose pose) {
		final float[] out = MODEL.shape(coefficients);
		for (int v = 0; v < out.length; v += 3) {
			final float x = out[v], y = out[v + 1], z = out[v + 2];
			out[v] = (float) pose.toRotation().x(x, y, z);
			out[v + 1] = (float) pose.toRotation().y(x, y, z);
			out[v + 2] = (float) pose.toRotation().z(x, y, z);
		}
		return out;
	}

	@ParameterizedTest
	@CsvSource({ "1, 0, 0, 0", "2, 30, 5, 0", "3, -60, 0, 10", "4, 10, -20, -15" })
	void aKnownHeadIsFound(final long seed, final double yaw, final double pitch, final double roll) {
		final double[] person = person(seed);
		final Pose pose = new Pose(yaw, pitch, roll);
		final FittedHead fitted = fit(person, pose);
		final float[] truth = turned(person, pose);
		final double found = distance(fitted.points(), truth), mean = distance(turned(new double[MODEL.modes()], pose), truth);
		assertTrue(found < 0.025 && found < 0.7 * mean, "distance " + found + " dm, of the mean head " + mean);
	}

	@Test
	void anExpressionIsNotTakenForAPerson() {
		final double[] smile = new double[MODEL.modes()];
		for (int k = 0; k < 53; k++) if (k == 45 || k == 46) smile[MODEL.identityModes() + k] = 0.8;
		final FittedHead fitted = fit(smile, new Pose(0, 0, 0));
		assertTrue(fitted.coefficients()[MODEL.identityModes() + 45] > 0.3 && fitted.coefficients()[MODEL.identityModes() + 46] > 0.3, "smile " +
			fitted.coefficients()[MODEL.identityModes() + 45] + " " + fitted.coefficients()[MODEL.identityModes() + 46]);
	}

	@Test
	void aSymmetricReadingGivesASymmetricHead() {
		final float[] points = fit(new double[MODEL.modes()], new Pose(0, 0, 0)).points();
		double worst = 0;
		for (int v = 0; v < MODEL.size(); v++) {
			final int other = MODEL.partner()[v];
			worst = Math.max(worst, Math.abs(points[3 * v] + points[3 * other]) + Math.abs(points[3 * v + 1] - points[3 * other + 1]) +
				Math.abs(points[3 * v + 2] - points[3 * other + 2]));
		}
		assertTrue(worst < 0.02, "worst " + worst + " dm");
	}

	/** People mark the tails of brows and the edge of the nose beside the model's vertices: that draws neither towards the marks. */
	@Test
	void markedLandmarksAreTakenBackToTheVertices() {
		final double[] mean = new double[MODEL.modes()];
		final float[] points = fit(mean, Pose.FRONTAL).points(), truth = turned(mean, Pose.FRONTAL);
		double off = 0;
		for (final int landmark : new int[] { 17, 26, 31, 32, 33, 34, 35 }) {
			final int v = 3 * MODEL.landmarks()[landmark];
			off = Math.max(off, Math.hypot(points[v] - truth[v], points[v + 1] - truth[v + 1]));
		}
		assertTrue(off < 0.004, "off by " + off + " dm");
	}

	@Test
	void theSameReadingGivesTheSameHead() {
		final FittedHead one = fit(person(5), new Pose(20, 0, 0)), two = fit(person(5), new Pose(20, 0, 0));
		assertArrayEquals(one.points(), two.points());
		assertArrayEquals(one.coefficients(), two.coefficients());
	}

	@Test
	void aFarOffBandIsNotFollowed() {
		final HeadReading clean = ModelHead.reading(person(6), new Pose(0, 0, 0), SIDE), spoilt = ModelHead.reading(person(6), new Pose(0, 0, 0), SIDE);
		final Picture depth = spoilt.depth();
		for (int i = 60 * depth.width(); i < 68 * depth.width(); i++) depth.data()[i] += 1;
		final double moved = distance(FittedHead.of(clean, Progress.NONE).points(), FittedHead.of(spoilt, Progress.NONE).points());
		assertTrue(moved < 0.02, "moved by " + moved + " dm");
	}

	@Test
	void whatShowsNoHeadIsNotFitted() {
		final HeadReading reading = ModelHead.reading(new double[MODEL.modes()], new Pose(0, 0, 0), SIDE);
		for (int i = 0; i < reading.coordinates().data().length; i++) reading.coordinates().data()[i] *= 1.5f;
		assertNull(FittedHead.of(reading, Progress.NONE));
	}

	@Test
	void itEndsWhenCancelled() {
		final HeadReading reading = ModelHead.reading(new double[MODEL.modes()], new Pose(0, 0, 0), SIDE);
		assertNotNull(FittedHead.of(reading, Progress.NONE));
		assertThrows(CancellationException.class, () -> FittedHead.of(reading, new Progress() {

			private int asked;

			@Override
			public boolean isCancelled() {
				return ++asked > 80;
			}
		}));
	}
}
