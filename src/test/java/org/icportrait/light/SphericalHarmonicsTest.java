package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.icportrait.geometry.Pose;
import org.junit.jupiter.api.Test;

/** Basis, cosine lobe and rotation against integration over the sphere. */
class SphericalHarmonicsTest {

	private static final int ROWS = 64;
	private static final double[] TURN = new Pose(35, -20, 50).toRotation().toArray();

	/** Something to do with a direction and the solid angle around it. */
	private interface Visitor {

		void at(double x, double y, double z, double solidAngle);
	}

	private static void overSphere(final Visitor visitor) {
		for (int j = 0; j < ROWS; j++) {
			final double theta = (j + 0.5) * Math.PI / ROWS;
			for (int i = 0; i < 2 * ROWS; i++) {
				final double phi = (i + 0.5) * Math.PI / ROWS;
				final double solidAngle = Math.sin(theta) * Math.PI * Math.PI / (ROWS * ROWS);
				visitor.at(Math.sin(theta) * Math.cos(phi), Math.cos(theta), Math.sin(theta) * Math.sin(phi), solidAngle);
			}
		}
	}

	@Test
	void basisIsOrthonormal() {
		final double[] products = new double[81], b = new double[9];
		overSphere((x, y, z, solidAngle) -> {
			SphericalHarmonics.basis(x, y, z, b);
			for (int i = 0; i < 81; i++) products[i] += b[i / 9] * b[i % 9] * solidAngle;
		});
		for (int i = 0; i < 81; i++) assertEquals(i / 9 == i % 9 ? 1 : 0, products[i], 2e-3);
	}

	@Test
	void shadeIsTheSumOverTheBasis() {
		final double[] light = LitScenes.randomLight(3), b = new double[9];
		final Random random = new Random(4);
		for (int n = 0; n < 50; n++) {
			final double[] d = LitScenes.randomDirection(random);
			SphericalHarmonics.basis(d[0], d[1], d[2], b);
			for (int c = 0; c < 3; c++) {
				double sum = 0;
				for (int k = 0; k < 9; k++) sum += light[3 * k + c] * b[k];
				assertEquals(sum, SphericalHarmonics.shade(light, c, d[0], d[1], d[2]), 1e-9);
			}
		}
	}

	@Test
	void evenRadianceOfOneShadesOne() {
		final double[] light = new double[27];
		overSphere((x, y, z, solidAngle) -> SphericalHarmonics.addRadiance(light, x, y, z, solidAngle, 2 * solidAngle, 0));
		final Random random = new Random(5);
		for (int n = 0; n < 20; n++) {
			final double[] d = LitScenes.randomDirection(random);
			assertEquals(1, SphericalHarmonics.shade(light, 0, d[0], d[1], d[2]), 2e-3);
			assertEquals(2, SphericalHarmonics.shade(light, 1, d[0], d[1], d[2]), 4e-3);
			assertEquals(0, SphericalHarmonics.shade(light, 2, d[0], d[1], d[2]), 1e-12);
		}
	}

	/** Nine terms miss the clamped cosine by at most a tenth (Ramamoorthi and Hanrahan 2001 state 9 %). */
	@Test
	void oneDirectionShadesAsTheClampedCosine() {
		final Random random = new Random(6);
		final double[] from = LitScenes.randomDirection(random), light = new double[27];
		SphericalHarmonics.addRadiance(light, from[0], from[1], from[2], Math.PI, Math.PI, Math.PI);
		for (int n = 0; n < 500; n++) {
			final double[] d = LitScenes.randomDirection(random);
			final double cosine = Math.max(0, d[0] * from[0] + d[1] * from[1] + d[2] * from[2]);
			assertEquals(cosine, SphericalHarmonics.shade(light, 1, d[0], d[1], d[2]), 0.1);
		}
	}

	@Test
	void turnedLightShadesTurnedNormalsAlike() {
		final double[] light = LitScenes.randomLight(7), turned = SphericalHarmonics.rotate(light, TURN);
		final Random random = new Random(8);
		for (int n = 0; n < 50; n++) {
			final double[] d = LitScenes.randomDirection(random), t = turned(d);
			for (int c = 0; c < 3; c++) {
				assertEquals(SphericalHarmonics.shade(light, c, d[0], d[1], d[2]), SphericalHarmonics.shade(turned, c, t[0], t[1], t[2]), 1e-5);
			}
		}
	}

	@Test
	void turnedLightIsTheLightOfTheTurnedDirection() {
		final double[] d = { 0.6, 0.48, 0.64 }, t = turned(d), light = new double[27], expected = new double[27];
		SphericalHarmonics.addRadiance(light, d[0], d[1], d[2], 1, 2, 3);
		SphericalHarmonics.addRadiance(expected, t[0], t[1], t[2], 1, 2, 3);
		assertArrayEquals(expected, SphericalHarmonics.rotate(light, TURN), 1e-5);
	}

	@Test
	void mostLightComesFromTheOnlyDirection() {
		final double[] light = new double[27];
		SphericalHarmonics.addRadiance(light, -0.6, 0, 0.8, 1, 0.5, 0.2);
		assertArrayEquals(new double[] { -0.6, 0, 0.8 }, SphericalHarmonics.dominantDirection(light), 1e-9);
		assertArrayEquals(new double[] { 0, 0, 1 }, SphericalHarmonics.dominantDirection(new double[27]));
	}

	private static double[] turned(final double[] d) {
		final double[] r = TURN;
		final double[] out = { r[0] * d[0] + r[1] * d[1] + r[2] * d[2], r[3] * d[0] + r[4] * d[1] + r[5] * d[2], r[6] * d[0] + r[7] * d[1] + r[8] * d[2] };
		assertTrue(Math.abs(out[0] * out[0] + out[1] * out[1] + out[2] * out[2] - 1) < 1e-9);
		return out;
	}
}
