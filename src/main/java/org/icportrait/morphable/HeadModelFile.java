package org.icportrait.morphable;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.icportrait.face.Landmarks;
import org.icportrait.work.Fault;

/** The arrays of a head model's file, whose format {@code models/training/icportrait/head_model.py} describes. */
final class HeadModelFile {

	private static final String MAGIC = "ICHEAD1\n";
	/** Indices have 16 bits. */
	private static final int MOST_VERTICES = 1 << 16;
	private static final int MOST_TRIANGLES = 1 << 18, MOST_MODES = 1 << 10;

	final float[] neutral;
	final int[] triangles;
	final int[] partner;
	final int[] landmarks;
	final int[] source;
	final byte[] region;
	final float[] scale;
	final byte[] offsets;
	final int identityModes;

	HeadModelFile(final ByteBuffer content) {
		content.order(ByteOrder.LITTLE_ENDIAN);
		try {
			final byte[] magic = new byte[MAGIC.length()];
			content.get(magic);
			if (!MAGIC.equals(new String(magic, StandardCharsets.ISO_8859_1))) throw damaged(null);
			final int vertices = count(content, MOST_VERTICES), count = count(content, MOST_TRIANGLES);
			identityModes = count(content, MOST_MODES);
			final int modes = identityModes + count(content, MOST_MODES);
			neutral = floats(content, 3 * vertices);
			triangles = indices(content, 3 * count, vertices);
			partner = indices(content, vertices, vertices);
			landmarks = indices(content, Landmarks.COUNT, vertices);
			source = indices(content, vertices, MOST_VERTICES);
			region = bytes(content, vertices);
			scale = floats(content, modes);
			offsets = bytes(content, Math.multiplyExact(3 * vertices, modes));
			if (content.hasRemaining()) throw damaged(null);
		}
		catch (final BufferUnderflowException | ArithmeticException e) {
			throw damaged(e);
		}
	}

	private static Fault damaged(final Exception cause) {
		return new Fault("The head model of the plugin is damaged; install the plugin again.", cause);
	}

	private static int count(final ByteBuffer content, final int most) {
		final int count = content.getInt();
		if (count < 1 || count > most) throw damaged(null);
		return count;
	}

	private static float[] floats(final ByteBuffer content, final int count) {
		if (content.remaining() < 4L * count) throw damaged(null);
		final float[] out = new float[count];
		for (int i = 0; i < count; i++) {
			out[i] = content.getFloat();
			if (!Float.isFinite(out[i])) throw damaged(null);
		}
		return out;
	}

	private static int[] indices(final ByteBuffer content, final int count, final int limit) {
		if (content.remaining() < 2L * count) throw damaged(null);
		final int[] out = new int[count];
		for (int i = 0; i < count; i++) {
			out[i] = content.getShort() & 0xffff;
			if (out[i] >= limit) throw damaged(null);
		}
		return out;
	}

	private static byte[] bytes(final ByteBuffer content, final int count) {
		if (content.remaining() < count) throw damaged(null);
		final byte[] out = new byte[count];
		content.get(out);
		return out;
	}
}
