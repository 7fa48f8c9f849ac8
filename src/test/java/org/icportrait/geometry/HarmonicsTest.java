package org.icportrait.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** Basis, cosine lobe and rotation against integration over the sphere. */
class HarmonicsTest {

	private static final int ROWS = 64;
	private static final Rotation TURN = new Pose(35, -20, 50).toRotation();

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
	void anyDirectionThatDiffersIsNotEven() {
		assertTrue(Harmonics.even(1, 0.5, 0.2).isEven());
		for (int k = 3; k < Harmonics.ALL; k++) {
			final double[] c = Harmonics.even(1, 0.5, 0.2).toArray();
			c[k] = 1e-6;
			assertFalse(Harmonics.of(c).isEven(), "coefficient " + k);
		}
	}

	@Test
	void basisIsOrthonormal() {
		final double[] products = new double[81], b = new double[9];
		overSphere((x, y, z, solidAngle) -> {
			Harmonics.basis(x, y, z, b);
			for (int i = 0; i < 81; i++) products[i] += b[i / 9] * b[i % 9] * solidAngle;
		});
		for (int i = 0; i < 81; i++) assertEquals(i / 9 == i % 9 ? 1 : 0, products[i], 2e-3);
	}

	@Test
	void shadeIsTheSumOverTheBasis() {
		final Harmonics light = random(3);
		final double[] b = new double[9];
		final Random random = new Random(4);
		for (int n = 0; n < 50; n++) {
			final double[] d = direction(random);
			Harmonics.basis(d[0], d[1], d[2], b);
			for (int c = 0; c < 3; c++) {
				double sum = 0;
				for (int k = 0; k < 9; k++) sum += light.get(k, c) * b[k];
				assertEquals(sum, light.at(c, d[0], d[1], d[2]), 1e-9);
			}
		}
	}

	@Test
	void evenRadianceOfOneShadesOne() {
		final Harmonics.Sum sum = new Harmonics.Sum();
		overSphere((x, y, z, solidAngle) -> sum.add(x, y, z, solidAngle, 2 * solidAngle, 0));
		final Harmonics light = sum.harmonics();
		final Random random = new Random(5);
		for (int n = 0; n < 20; n++) {
			final double[] d = direction(random);
			assertEquals(1, light.at(0, d[0], d[1], d[2]), 2e-3);
			assertEquals(2, light.at(1, d[0], d[1], d[2]), 4e-3);
			assertEquals(0, light.at(2, d[0], d[1], d[2]), 1e-12);
		}
	}

	/** Nine terms miss the clamped cosine by at most a tenth (Ramamoorthi and Hanrahan 2001 state 9 %). */
	@Test
	void oneDirectionShadesAsTheClampedCosine() {
		final Random random = new Random(6);
		final double[] from = direction(random);
		final Harmonics light = from(from, Math.PI, Math.PI, Math.PI);
		for (int n = 0; n < 500; n++) {
			final double[] d = direction(random);
			final double cosine = Math.max(0, d[0] * from[0] + d[1] * from[1] + d[2] * from[2]);
			assertEquals(cosine, light.at(1, d[0], d[1], d[2]), 0.1);
		}
	}

	@Test
	void turnedLightShadesTurnedNormalsAlike() {
		final Harmonics light = random(7), turned = light.rotated(TURN);
		final Random random = new Random(8);
		for (int n = 0; n < 50; n++) {
			final double[] d = direction(random), t = turned(d);
			for (int c = 0; c < 3; c++) {
				assertEquals(light.at(c, d[0], d[1], d[2]), turned.at(c, t[0], t[1], t[2]), 1e-5);
			}
		}
	}

	@Test
	void turnedLightIsTheLightOfTheTurnedDirection() {
		final double[] d = { 0.6, 0.48, 0.64 };
		assertArrayEquals(from(turned(d), 1, 2, 3).toArray(), from(d, 1, 2, 3).rotated(TURN).toArray(), 1e-5);
	}

	@Test
	void turningThereAndBackIsNoTurn() {
		final Harmonics light = random(9);
		assertArrayEquals(light.toArray(), light.rotated(TURN).rotated(TURN.inverse()).toArray(), 1e-5);
	}

	/** A turn moves energy within a band and loses none. */
	@Test
	void turningKeepsTheEnergyOfEachBand() {
		final Harmonics light = random(10), turned = light.rotated(TURN);
		for (int c = 0; c < 3; c++) {
			for (int band = 0; band < 3; band++) assertEquals(energy(light, band, c), energy(turned, band, c), 1e-4);
		}
	}

	private static double energy(final Harmonics light, final int band, final int c) {
		double sum = 0;
		for (int k = band * band; k < (band + 1) * (band + 1); k++) sum += light.get(k, c) * light.get(k, c);
		return sum;
	}

	/** Irradiance / pi by brute force: the clamped cosine times radiance, over all directions. */
	@Test
	void smoothRadianceShadesAsItsCosineIntegral() {
		final Harmonics.Sum sum = new Harmonics.Sum();
		overSphere((x, y, z, solidAngle) -> sum.add(x, y, z, solidAngle * (1 + 0.5 * x - 0.3 * y * z), 0, 0));
		final Harmonics light = sum.harmonics();
		final Random random = new Random(11);
		for (int n = 0; n < 20; n++) {
			final double[] d = direction(random), irradiance = new double[1];
			overSphere((x, y, z, solidAngle) -> irradiance[0] += Math.max(0, x * d[0] + y * d[1] + z * d[2]) * (1 + 0.5 * x - 0.3 * y * z) * solidAngle);
			assertEquals(irradiance[0] / Math.PI, light.at(0, d[0], d[1], d[2]), 2e-3);
		}
	}

	@Test
	void mostLightComesFromTheOnlyDirection() {
		assertArrayEquals(new double[] { -0.6, 0, 0.8 }, from(new double[] { -0.6, 0, 0.8 }, 1, 0.5, 0.2).dominantDirection(), 1e-9);
		assertArrayEquals(new double[] { 0, 0, 1 }, Harmonics.NONE.dominantDirection());
	}

	@Test
	void noArrayReachesInside() {
		final double[] given = random(12).toArray(), before = given.clone();
		final Harmonics light = Harmonics.of(given);
		given[0] = 99;
		light.toArray()[1] = 99;
		light.dominantDirection()[0] = 99;
		assertArrayEquals(before, light.toArray());
		final Harmonics.Sum sum = new Harmonics.Sum();
		final Harmonics none = sum.harmonics();
		sum.add(0, 0, 1, 1, 1, 1);
		assertEquals(Harmonics.NONE, none);
	}

	private static Harmonics from(final double[] d, final double red, final double green, final double blue) {
		final Harmonics.Sum sum = new Harmonics.Sum();
		sum.add(d[0], d[1], d[2], red, green, blue);
		return sum.harmonics();
	}

	private static Harmonics random(final long seed) {
		return Harmonics.of(new Random(seed).doubles(Harmonics.ALL, -1, 1).toArray());
	}

	private static double[] direction(final Random random) {
		final double x = random.nextGaussian(), y = random.nextGaussian(), z = random.nextGaussian(), length = Math.sqrt(x * x + y * y + z * z);
		return new double[] { x / length, y / length, z / length };
	}

	private static double[] turned(final double[] d) {
		return new double[] { TURN.x(d[0], d[1], d[2]), TURN.y(d[0], d[1], d[2]), TURN.z(d[0], d[1], d[2]) };
	}
}
