package org.icportrait.portrait;

import org.icportrait.work.Memory;

/**
 * What portraits take of the heap, bytes a pixel of the photograph; asked before the work. Each method throws {@link org.icportrait.work.ShortOfMemory} with
 * one sentence where there is not so much.
 */
public final class MemoryNeed {

	/** A photograph that was decoded, as ImageJ holds it and in linear light. */
	private static final long DECODED = 16;
	/** What turning and lighting takes at its peak besides the photograph, of a head that fills it; measured at 4 to 24 million pixels. */
	private static final long TURNED = 120;
	/** What a generated view takes at its peak besides the person who was read; measured at 12 million pixels. */
	private static final long GENERATED = 140;

	private MemoryNeed() {}

	/** Of a photograph that is not decoded yet, and of what usually follows. @param width pixels, as its file tells @param height likewise */
	public static void requireToRead(final int width, final int height) {
		require(DECODED + TURNED, "A picture of ", width, height, "");
	}

	/** Of turning and lighting what is seen in a photograph. */
	static void requireToTurn(final int width, final int height) {
		require(TURNED, "A picture of ", width, height, "");
	}

	/** Of generating what it does not show. */
	static void requireToGenerate(final int width, final int height) {
		require(GENERATED, "Generating in a picture of ", width, height, " (the method geometric needs less)");
	}

	private static void require(final long bytes, final String what, final int width, final int height, final String more) {
		Memory.require(bytes * width * height, what + width + " x " + height + " pixels" + more);
	}
}
