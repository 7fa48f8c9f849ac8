package org.icportrait.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

class RotationTest {

	private static Rotation random(final Random random) {
		return new Pose(random.nextDouble(-180, 180), random.nextDouble(-89, 89), random.nextDouble(-180, 180)).toRotation();
	}

	@Test
	void itActsOneAfterTheOther() {
		final Random random = new Random(1);
		for (int i = 0; i < 50; i++) {
			final Rotation a = random(random), b = random(random);
			final double x = b.x(1, 2, 3), y = b.y(1, 2, 3), z = b.z(1, 2, 3);
			assertEquals(a.x(x, y, z), a.after(b).x(1, 2, 3), 1e-12);
			assertEquals(a.y(x, y, z), a.after(b).y(1, 2, 3), 1e-12);
			assertEquals(a.z(x, y, z), a.after(b).z(1, 2, 3), 1e-12);
			assertEquals(14, x * x + y * y + z * z, 1e-9, "lengths stay");
		}
	}

	@Test
	void inverseAndSinceUndo() {
		final Random random = new Random(2);
		for (int i = 0; i < 50; i++) {
			final Rotation a = random(random), b = random(random);
			assertEquals(0, a.after(a.inverse()).difference(Rotation.IDENTITY), 1e-12);
			assertEquals(0, b.since(a).after(a).difference(b), 1e-12);
			assertEquals(a.degreesTo(b), b.degreesTo(a), 1e-6);
		}
	}

	@Test
	void sharesOfATurnAddUp() {
		final Random random = new Random(3);
		for (int i = 0; i < 50; i++) {
			final Rotation a = random(random);
			assertEquals(0, a.share(0.3).after(a.share(0.7)).difference(a), 1e-9);
			assertEquals(0.25 * a.degrees(), a.share(0.25).degrees(), 1e-5);
		}
		assertEquals(Rotation.IDENTITY, Rotation.IDENTITY.share(0.5));
	}

	@Test
	void anglesGoThereAndBack() {
		final Random random = new Random(4);
		for (int i = 0; i < 200; i++) {
			final Pose pose = new Pose(random.nextDouble(-179, 179), random.nextDouble(-89, 89), random.nextDouble(-179, 179));
			final Pose back = Pose.of(pose.toRotation());
			assertArrayEquals(new double[] { pose.yaw(), pose.pitch(), pose.roll() }, new double[] { back.yaw(), back.pitch(), back.roll() }, 1e-9);
		}
	}

	/** Signs of docs/conventions.md: the nose (head z) goes right with yaw, up with pitch; the crown goes left with roll. */
	@Test
	void noAngleIsMinusNothing() {
		assertEquals(Pose.FRONTAL, Pose.of(Pose.FRONTAL.toRotation()));
		final Pose turned = Pose.of(new Pose(35, 0, 0).toRotation());
		assertEquals(new Pose(35, 0, 0), new Pose(Math.rint(turned.yaw()), turned.pitch(), turned.roll()));
	}

	@Test
	void posesTurnAsTheConventionsSay() {
		assertEquals(Math.sin(Math.toRadians(30)), new Pose(30, 0, 0).toRotation().x(0, 0, 1), 1e-12);
		assertEquals(Math.sin(Math.toRadians(20)), new Pose(0, 20, 0).toRotation().y(0, 0, 1), 1e-12);
		assertEquals(-Math.sin(Math.toRadians(10)), new Pose(0, 0, 10).toRotation().x(0, 1, 0), 1e-12);
	}

	@Test
	void nobodyChangesItsNumbers() {
		final double[] given = new Pose(10, 20, 30).toRotation().toArray();
		final Rotation rotation = Rotation.of(given);
		final double[] before = given.clone();
		Arrays.fill(given, 7);
		Arrays.fill(rotation.toArray(), 7);
		assertArrayEquals(before, rotation.toArray());
		assertEquals(Rotation.of(before), rotation);
		assertEquals(Rotation.of(before).hashCode(), rotation.hashCode());
		assertThrows(IllegalArgumentException.class, () -> Rotation.of(1, 2, 3));
	}
}
