package org.icportrait.files;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.ejml.data.DMatrix3;
import org.ejml.data.DMatrix3x3;
import org.ejml.dense.fixed.CommonOps_DDF3;
import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/**
 * Reads Radiance pictures (.hdr; RGBE and XYZE, flat, in runs old and new, exposures undone), which no library at hand reads whole. Its
 * primaries are taken for those of sRGB, as everybody takes them.
 */
public final class RadianceFile {

	private static final int LARGEST_SIDE = 16_384;
	private static final int BYTES = 3 * Float.BYTES;
	/** From the format's own XYZ: white is (1, 1, 1). */
	private static final DMatrix3x3 FROM_XYZ = fromXyz();

	private RadianceFile() {}

	/** {@link #read(Path, Progress)} that nobody follows. */
	public static Picture read(final Path file) {
		return read(file, Progress.NONE);
	}

	/**
	 * Linear RGB, the light that was, whatever the exposure.
	 *
	 * @throws BadInput where the file is missing, no such picture, damaged, or too large for the memory that is free
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public static Picture read(final Path file, final Progress progress) {
		if (!Files.isRegularFile(file)) throw new BadInput("There is no file " + file + "; check the path of the environment image.");
		try (InputStream stream = Files.newInputStream(file)) {
			final DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
			final RadianceHeader header = RadianceHeader.read(in);
			final Runtime runtime = Runtime.getRuntime();
			check(file, header, Files.size(file), runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory());
			final Picture picture = read(in, header, progress);
			if (in.read() >= 0) throw new IOException("more than its pixels");
			return picture;
		}
		catch (final IOException e) {
			throw new BadInput(file.getFileName() + " is no complete Radiance (.hdr) picture; export it again as RGBE.", e);
		}
	}

	/** Nothing is allocated before what the header claims can be true. */
	static void check(final Path file, final RadianceHeader header, final long length, final long free) throws IOException {
		final int w = header.width(), h = header.height();
		if (w < 1 || h < 1 || w > LARGEST_SIDE || h > LARGEST_SIDE) {
			throw new BadInput(file.getFileName() + " is " + w + " x " + h + "; environment images may have up to " + LARGEST_SIDE + " pixels a side.");
		}
		if (header.fewestBytes() > length) throw new IOException("shorter than its pixels");
		final long needed = (long) BYTES * w * h;
		if (needed > free) {
			throw new BadInput(file.getFileName() + " is " + w + " x " + h + " and needs " + (needed >> 20) + " MB of memory, of which " + (free >> 20) +
				" MB are free; scale it down, 2048 x 1024 are plenty.");
		}
	}

	private static Picture read(final DataInputStream in, final RadianceHeader header, final Progress progress) throws IOException {
		final int w = header.width(), h = header.height();
		final Picture out = new Picture(w, h, 3);
		final RadianceRows rows = new RadianceRows(in, w);
		for (int row = 0; row < h; row++) {
			progress.check();
			rows.next();
			final int y = header.upward() ? h - 1 - row : row;
			for (int k = 0; k < w; k++) write(rows, k, header, out, header.leftward() ? w - 1 - k : k, y);
		}
		return out;
	}

	private static void write(final RadianceRows rows, final int k, final RadianceHeader header, final Picture out, final int x, final int y) {
		final double a = rows.get(k, 0), b = rows.get(k, 1), c = rows.get(k, 2);
		final DMatrix3x3 m = FROM_XYZ;
		out.set(x, y, 0, (float) ((header.xyz() ? Math.max(0, m.a11 * a + m.a12 * b + m.a13 * c) : a) / header.red()));
		out.set(x, y, 1, (float) ((header.xyz() ? Math.max(0, m.a21 * a + m.a22 * b + m.a23 * c) : b) / header.green()));
		out.set(x, y, 2, (float) ((header.xyz() ? Math.max(0, m.a31 * a + m.a32 * b + m.a33 * c) : c) / header.blue()));
	}

	/** The primaries (x, y, z) of the Radiance manual: red .640 .330, green .290 .600, blue .150 .060, scaled so that equal parts are its white. */
	private static DMatrix3x3 fromXyz() {
		final DMatrix3x3 primaries = new DMatrix3x3(0.640, 0.290, 0.150, 0.330, 0.600, 0.060, 0.030, 0.110, 0.790), inverse = new DMatrix3x3();
		CommonOps_DDF3.invert(primaries, inverse);
		final DMatrix3 white = new DMatrix3();
		CommonOps_DDF3.mult(inverse, new DMatrix3(1, 1, 1), white);
		return new DMatrix3x3(inverse.a11 / white.a1, inverse.a12 / white.a1, inverse.a13 / white.a1, inverse.a21 / white.a2, inverse.a22 / white.a2,
			inverse.a23 / white.a2, inverse.a31 / white.a3, inverse.a32 / white.a3, inverse.a33 / white.a3);
	}
}
