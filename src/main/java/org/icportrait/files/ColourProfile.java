package org.icportrait.files;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.icportrait.work.OneLine;

/** An ICC profile and the way from its numbers to those of sRGB. */
final class ColourProfile {

	/** Levels of 8 bits by which the numbers may differ while a profile counts as sRGB under another name. */
	private static final int SAME = 1;
	private static final int STEPS = 9;

	private final ColorConvertOp toSrgb;
	private final int bands;
	private final String name;

	private ColourProfile(final ICC_Profile profile) {
		toSrgb = new ColorConvertOp(new ICC_Profile[] { profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB) }, null);
		bands = profile.getNumComponents();
		name = name(profile);
	}

	/** The profile, ready for use; null where it cannot be read. */
	static ColourProfile of(final byte[] bytes) {
		try {
			final ColourProfile profile = new ColourProfile(ICC_Profile.getInstance(bytes));
			profile.convert(samples(1, 1, profile.bands, false)); // some faults come to light only here
			return profile;
		}
		catch (final IllegalArgumentException | CMMException fault) {
			return null;
		}
	}

	int bands() {
		return bands;
	}

	/** As the profile calls itself, else "an unnamed profile". */
	String name() {
		return name;
	}

	/** Whether nothing is to be done. */
	boolean isSrgb() {
		if (bands != 3) return false;
		final WritableRaster lattice = samples(STEPS * STEPS, STEPS, 3, false);
		for (int i = 0; i < STEPS * STEPS * STEPS; i++) {
			final int[] colour = { level(i % STEPS), level(i / STEPS % STEPS), level(i / STEPS / STEPS) };
			lattice.setPixel(i % (STEPS * STEPS), i / (STEPS * STEPS), colour);
		}
		final int[] before = lattice.getPixels(0, 0, STEPS * STEPS, STEPS, (int[]) null);
		final int[] after = convert(lattice).getPixels(0, 0, STEPS * STEPS, STEPS, (int[]) null);
		for (int i = 0; i < before.length; i++) if (Math.abs(before[i] - after[i]) > SAME) return false;
		return true;
	}

	/** @param from samples of 8 or 16 bits in this profile; returns sRGB of the same size and depth, three bands */
	WritableRaster convert(final Raster from) {
		final WritableRaster to = samples(from.getWidth(), from.getHeight(), 3, from.getTransferType() == DataBuffer.TYPE_USHORT);
		return toSrgb.filter(from, to);
	}

	/** Samples side by side. @param deep whether they have 16 bits, else 8 */
	static WritableRaster samples(final int width, final int height, final int bands, final boolean deep) {
		return Raster.createInterleavedRaster(deep ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE, width, height, bands, null);
	}

	private static int level(final int step) {
		return step * 255 / (STEPS - 1);
	}

	/** The description in its old form ("desc": length, text) or its new one ("mluc": UTF-16 in languages, the first counts). */
	private static String name(final ICC_Profile profile) {
		final byte[] tag = profile.getData(ICC_Profile.icSigProfileDescriptionTag);
		final String unnamed = "an unnamed profile";
		if (tag == null || tag.length < 28) return unnamed;
		final ByteBuffer data = ByteBuffer.wrap(tag);
		final boolean old = tag[0] == 'd';
		final int length = data.getInt(old ? 8 : 20), from = old ? 12 : data.getInt(24);
		if (length < 1 || from < 0 || length > tag.length - from || length > 200) return unnamed;
		final String text = new String(tag, from, length, old ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16BE);
		final String name = OneLine.of(text.replace("\0", "").strip());
		return name.isEmpty() ? unnamed : name;
	}
}
