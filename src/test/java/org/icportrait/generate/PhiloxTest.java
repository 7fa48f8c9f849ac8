package org.icportrait.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.FloatBuffer;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Compared with what the recipe's {@code icportrait.generate.noise} wrote. */
class PhiloxTest {

	@Test
	void integersAreTheRecipesToTheBit() {
		final List<Double> expected = Reference.numbers("integers");
		final Philox philox = new Philox(0x123456789ABCDEF0L, 3);
		final int[] block = new int[4];
		for (int i = 0; i < expected.size(); i++) {
			if (i % 4 == 0) philox.integers(7 + i / 4, block);
			assertEquals(expected.get(i).longValue(), block[i % 4] & 0xFFFFFFFFL);
		}
	}

	@Test
	void integersAreTheAuthorsOwn() {
		final int[] block = new int[4];
		new Philox(0, 0).integers(0, block);
		assertArrayEquals(new int[] { 0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8 }, block);
		new Philox(-1, -1).integers(-1, block);
		assertArrayEquals(new int[] { 0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD }, block);
	}

	@Test
	void normalsAreTheRecipesToOneUnitInTheLastPlace() {
		final List<Double> expected = Reference.numbers("normals");
		final float[] normals = normals(new Philox(-2, 1), expected.size());
		for (int i = 0; i < normals.length; i++) {
			assertEquals(expected.get(i).floatValue(), normals[i], Math.ulp(normals[i]), "number " + i);
		}
	}

	@Test
	void normalsHaveMeanZeroAndSpreadOne() {
		double sum = 0, squares = 0;
		final float[] normals = normals(new Philox(4, 0), 200_001);
		for (final float normal : normals) {
			sum += normal;
			squares += normal * normal;
		}
		assertEquals(0, sum / normals.length, 0.01);
		assertEquals(1, squares / normals.length, 0.01);
	}

	@Test
	void normalsBeginAtTheBuffersPosition() {
		final FloatBuffer buffer = FloatBuffer.allocate(9).position(2);
		new Philox(1, 0).normals(buffer);
		assertEquals(0, buffer.get(1));
		assertEquals(normals(new Philox(1, 0), 7)[6], buffer.get(8));
		assertNotEquals(buffer.get(2), normals(new Philox(1, 1), 7)[0]);
	}

	private static float[] normals(final Philox philox, final int count) {
		final float[] normals = new float[count];
		philox.normals(FloatBuffer.wrap(normals));
		return normals;
	}
}
