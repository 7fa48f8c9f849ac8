package org.icportrait.morphable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.icportrait.work.Fault;

/** The statistical head that travels in the jar, and files that are none. */
class HeadModelTest {

	private static final HeadModel MODEL = HeadModel.standard();
	/** The first landmarks of them. */
	private static final int EYES = 36, LIPS = 48, INNER_LIPS = 60;

	private static byte[] file() throws IOException {
		try (InputStream stream = HeadModel.class.getResourceAsStream("ict-head.bin")) {
			return stream.readAllBytes();
		}
	}

	@Test
	void everyVertexHasAPartner() {
		for (int v = 0; v < MODEL.size(); v++) {
			final int other = MODEL.partner()[v];
			assertEquals(v, MODEL.partner()[other]);
			assertEquals(0, MODEL.neutral()[3 * v] + MODEL.neutral()[3 * other]);
			assertEquals(MODEL.neutral()[3 * v + 1], MODEL.neutral()[3 * other + 1]);
			assertEquals(MODEL.neutral()[3 * v + 2], MODEL.neutral()[3 * other + 2]);
		}
	}

	/** Around each edge the two triangles run opposite ways; only the neck's end and the eyeballs are open. */
	@Test
	void theSurfaceIsClosedAboveTheNeck() {
		final int[] t = MODEL.triangles();
		final java.util.Set<Long> edges = new java.util.HashSet<>();
		for (int i = 0; i < t.length; i++) {
			final long a = t[i], b = t[i - i % 3 + (i + 1) % 3];
			assertTrue(edges.add(a << 32 | b), "two triangles run the same way along an edge");
		}
		for (final long edge : edges) {
			final int a = (int) (edge >> 32), b = (int) edge;
			final boolean open = !edges.contains((long) b << 32 | a);
			if (open && MODEL.region(a) != HeadModel.EYE) assertTrue(isInsideOrBelow(a), "open at vertex " + a + " " + Arrays.toString(Arrays.copyOfRange(MODEL.neutral(), 3 * a, 3 * a + 3)));
		}
	}

	/** At the neck's end, in an eye's socket, or in the mouth. */
	private static boolean isInsideOrBelow(final int v) {
		final float x = Math.abs(MODEL.neutral()[3 * v]), y = MODEL.neutral()[3 * v + 1], z = MODEL.neutral()[3 * v + 2];
		return y < -1.2f || x < 0.55f && y > -0.6f && y < 0.6f && z < 1.0f;
	}

	@Test
	void theNearestVertexIsTheNearest() {
		final float[] n = MODEL.neutral();
		for (int k = 0; k < 200; k++) {
			final int at = 37 * k % MODEL.size();
			if (MODEL.isInside(at)) continue;
			final float x = n[3 * at] + 0.02f, y = n[3 * at + 1] - 0.01f, z = n[3 * at + 2] + 0.015f;
			double least = Double.MAX_VALUE;
			for (int v = 0; v < MODEL.size(); v++) if (!MODEL.isInside(v)) least = Math.min(least, Math.hypot(Math.hypot(n[3 * v] - x, n[3 * v + 1] - y), n[3 * v + 2] - z));
			final int found = MODEL.nearest(x, y, z, 0.1f);
			assertEquals(least, Math.hypot(Math.hypot(n[3 * found] - x, n[3 * found + 1] - y), n[3 * found + 2] - z), 1e-5);
		}
		assertEquals(-1, MODEL.nearest(0, 0, 5, 0.1f));
	}

	/** Of mouth, nostrils and sockets; what a photograph can show is outside. */
	@Test
	void whatNobodySeesIsInside() {
		final float[] n = MODEL.neutral();
		int inMouth = 0, inNose = 0;
		for (int v = 0; v < MODEL.size(); v++) {
			final float x = Math.abs(n[3 * v]), y = n[3 * v + 1], z = n[3 * v + 2];
			if (z > 0 && x < 0.3f && MODEL.region(v) != HeadModel.EYE && MODEL.isInside(v)) {
				if (y < -0.2f) inMouth++;
				else if (y < 0.1f) inNose++;
			}
			assertEquals(MODEL.isInside(v), MODEL.isInside(MODEL.partner()[v]));
		}
		assertTrue(inMouth > 100 && inNose > 100, inMouth + " " + inNose);
		for (int k = 0; k < INNER_LIPS; k++) if (k < EYES || k >= LIPS) assertFalse(MODEL.isInside(MODEL.landmarks()[k]), "landmark " + k + " is inside");
	}

	@Test
	void skinIsBareAndWhatStandsOutFromItIsHair() {
		final float[] n = MODEL.neutral();
		int top = 0;
		for (int v = 0; v < MODEL.size(); v++) {
			if (MODEL.isInside(v)) continue;
			assertTrue(MODEL.isBare(n[3 * v], n[3 * v + 1], n[3 * v + 2]));
			if (n[3 * v + 1] > n[3 * top + 1]) top = v;
		}
		assertTrue(MODEL.isBare(n[3 * top], n[3 * top + 1] + 0.05f, n[3 * top + 2]));
		assertFalse(MODEL.isBare(n[3 * top], n[3 * top + 1] + 0.07f, n[3 * top + 2]));
	}

	@Test
	void shapeIsTheMeanPlusTheModes() {
		final double[] coefficients = new double[MODEL.modes()];
		coefficients[3] = 1.5;
		coefficients[MODEL.identityModes() + 26] = 0.5;
		final float[] shape = MODEL.shape(coefficients);
		for (int v = 0; v < MODEL.size(); v += 101) {
			for (int c = 0; c < 3; c++) {
				assertEquals(MODEL.neutral()[3 * v + c] + 1.5 * MODEL.offset(3, v, c) + 0.5 * MODEL.offset(MODEL.identityModes() + 26, v, c), shape[3 * v + c], 1e-5);
			}
		}
		assertThrows(IllegalArgumentException.class, () -> MODEL.shape(new double[2]));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 7, 8, 20, 24, 1000, 200_000, 3_000_000 })
	void aCutFileIsSaidToBeDamaged(final int length) throws IOException {
		final byte[] cut = Arrays.copyOf(file(), length);
		assertSentence(assertThrows(Fault.class, () -> HeadModel.read(ByteBuffer.wrap(cut))));
	}

	@Test
	void earsStandOutOnBothSides() {
		int count = 0;
		for (int v = 0; v < MODEL.size(); v++) {
			if (!MODEL.isEar(v)) continue;
			assertTrue(MODEL.isEar(MODEL.partner()[v]) && Math.abs(MODEL.neutral()[3 * v]) < 1, "vertex " + v);
			count++;
		}
		assertTrue(count > 400, count + " vertices of ears");
	}

	@Test
	void aFileThatClaimsTooMuchIsRefused() throws IOException {
		final byte[] huge = file();
		ByteBuffer.wrap(huge).order(ByteOrder.LITTLE_ENDIAN).putInt(8, Integer.MAX_VALUE);
		assertSentence(assertThrows(Fault.class, () -> HeadModel.read(ByteBuffer.wrap(huge))));
		final byte[] longer = Arrays.copyOf(file(), file().length + 1);
		assertSentence(assertThrows(Fault.class, () -> HeadModel.read(ByteBuffer.wrap(longer))));
	}

	@Test
	void indicesStayInside() throws IOException {
		final byte[] wrong = file();
		final int triangles = 24 + 4 * 3 * MODEL.size();
		wrong[triangles] = wrong[triangles + 1] = (byte) 0xff;
		assertSentence(assertThrows(Fault.class, () -> HeadModel.read(ByteBuffer.wrap(wrong))));
	}

	/** Its description names another file's hash, or a file that is not there. */
	@ParameterizedTest
	@ValueSource(strings = { "other-hash.json", "other-length.json", "no-file.json", "no-json.json", "not-there.json" })
	void aResourceThatIsNotThePublishedOneIsRefused(final String description) {
		assertSentence(assertThrows(Fault.class, () -> HeadModelResource.load(description)));
	}

	private static void assertSentence(final Fault fault) {
		assertTrue(fault.getMessage().matches("The head model of the plugin .*; install the plugin again\\."), fault.getMessage());
	}
}
