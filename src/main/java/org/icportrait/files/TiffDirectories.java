package org.icportrait.files;

import static org.icportrait.files.TiffDirectory.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks a TIFF's directories, each once, and looks whether its pixels lie inside the file and have the length that its size asks for. */
final class TiffDirectories {

	private static final int BIG = 43;
	private static final Pattern IMAGES = Pattern.compile("(?m)^images=(\\d{1,9})$"), CHANNELS = Pattern.compile("(?m)^channels=(\\d{1,9})$"), COMPOSITE = Pattern.compile("(?m)^mode=composite$");
	private static final Set<Long> IMAGEJ_PACKINGS = Set.of(1L, 5L, 8L, 32773L, 32946L);
	private static final Set<Long> LAB = Set.of(8L, 9L, 10L);
	private static final Set<Long> RAW = Set.of(32803L, 34892L);

	private TiffDirectories() {}

	/** Throws {@link Damaged} where it does not hold together. */
	static PictureHeader read(final FileBytes in) throws IOException {
		in.littleEndian(in.u8(0) == 'I');
		final boolean big = in.u16(2) == BIG;
		final List<TiffDirectory> pages = walk(in, big);
		final TiffDirectory first = pages.get(0);
		if (isRaw(first)) return PictureHeader.of(FileKind.CAMERA_RAW, 1, 1, 1, null, Blocks.NONE);
		if (LAB.contains(first.number(PHOTOMETRIC, 0))) return PictureHeader.of(FileKind.LAB_TIFF, 1, 1, 1, null, Blocks.NONE);
		for (final TiffDirectory page : pages) check(in, page);
		final Stack stack = imagejStack(in, first);
		final boolean ours = isWrittenByImageJ(first);
		final boolean imagej = !big && (ours || !first.has(PROFILE) && isPlain(pages));
		final FileKind numbers = numbers(pages, imagej);
		if (numbers != null) return PictureHeader.of(numbers, 1, 1, 1, null, Blocks.NONE);
		final long orientation = first.number(ORIENTATION, 1);
		final String note = orientation >= 0 && orientation <= 8 ? null : "its orientation is " + orientation + ", which means nothing: it is taken as it lies";
		return new PictureHeader(FileKind.TIFF, PictureHeader.side(first.number(WIDTH, 0)), PictureHeader.side(first.number(HEIGHT, 0)), Math.max(stack.pages(), pages.size()) / stack.channels(),
			note == null ? (int) Math.max(1, orientation) : 1, ours ? null : scale(first), new Blocks(first.bytes(PROFILE), null, first.bytes(XMP)), imagej, note == null ? List.of() : List.of(note));
	}

	private static List<TiffDirectory> walk(final FileBytes in, final boolean big) throws IOException {
		final List<TiffDirectory> pages = new ArrayList<>();
		final Set<Long> seen = new HashSet<>();
		for (long at = big ? in.u64(8) : in.u32(4); at != 0; at = pages.get(pages.size() - 1).next) {
			if (!seen.add(at)) throw new Damaged("its pages go round in a circle");
			pages.add(new TiffDirectory(in, at, big));
		}
		if (pages.isEmpty()) throw new Damaged("it holds no page");
		return pages;
	}

	/** A thumbnail in front and the data of the sensor behind it. */
	private static boolean isRaw(final TiffDirectory first) throws IOException {
		final boolean thumbnail = (first.number(SUBFILE, 0) & 1) != 0 && first.has(SUB_DIRECTORIES) && first.has(MAKE);
		return thumbnail || first.has(DNG) || first.has(CFA) || RAW.contains(first.number(PHOTOMETRIC, 0));
	}

	/** What real numbers make of a file that is not read: those of colours may mean anything, and all but ImageJ's reader takes what is above 1 for 1; null where it is. */
	private static FileKind numbers(final List<TiffDirectory> pages, final boolean imagej) throws IOException {
		for (final TiffDirectory page : pages) if (page.all(SAMPLE_FORMAT, 3, false)) {
			if (page.number(SAMPLES, 1) > 1) return FileKind.REAL_COLOURS;
			if (!imagej) return FileKind.REAL_NUMBERS;
		}
		return null;
	}

	private static void check(final FileBytes in, final TiffDirectory page) throws IOException {
		final long width = PictureHeader.side(page.number(WIDTH, 0)), height = PictureHeader.side(page.number(HEIGHT, 0));
		final boolean tiled = page.has(TILES) || page.has(TILE_WIDTH);
		final int at = tiled ? TILES : STRIPS, bytes = tiled && page.has(TILE_BYTES) ? TILE_BYTES : STRIP_BYTES;
		if (!page.has(at)) throw new Damaged("it does not tell where its pixels are");
		final boolean planes = page.number(PLANES, 1) == 2;
		final long samples = page.number(SAMPLES, 1), blocks = blocks(page, tiled, width, height) * (planes ? samples : 1);
		if (page.count(at) < blocks) throw new Damaged("its pixels are missing: " + blocks + " parts are needed and " + page.count(at) + " are there");
		long sum = 0;
		for (long i = 0; i < page.count(at); i++) {
			final long length = page.has(bytes) ? page.number(bytes, i, 0) : 0;
			if (page.number(at, i, 0) > in.length() - length) throw new Damaged("it is cut off: its pixels lie beyond its end");
			sum += length;
		}
		if (page.number(COMPRESSION, 1) != 1) return;
		if (tiled) {
			checkTiles(page, bytes, samples);
			return;
		}
		final long row = (width * samples * page.number(BITS, 1) + 7) / 8, needed = height * row;
		if (page.has(bytes) && sum < needed || page.number(at, 0) > in.length() - Math.min(needed, sum) || sum > roomy(page, row, height)) {
			throw new Damaged("its pixels take " + needed + " bytes, and " + sum + " are there");
		}
	}

	/** Tiles are filled up to their size, strips are not: the last one is as long as what is left. */
	private static void checkTiles(final TiffDirectory page, final int bytes, final long samples) throws IOException {
		final long bits = page.number(BITS, 1) * (page.number(PLANES, 1) == 2 ? 1 : samples);
		final long needed = (page.number(TILE_WIDTH, 0) * bits + 7) / 8 * page.number(TILE_HEIGHT, 0);
		for (long i = 0; i < page.count(bytes); i++) {
			if (page.number(bytes, i, 0) < needed) throw new Damaged("a tile takes " + needed + " bytes, and " + page.number(bytes, i, 0) + " are there");
		}
	}

	/** The most bytes that pixels which are not packed may have: programs fill up the last strip, and each one to a multiple of four. */
	private static long roomy(final TiffDirectory page, final long row, final long height) throws IOException {
		final long rows = Math.min(height, page.number(ROWS, height));
		return parts(height, rows) * (rows * row + 3 * page.number(SAMPLES, 1));
	}

	private static long blocks(final TiffDirectory page, final boolean tiled, final long width, final long height) throws IOException {
		if (!tiled) return parts(height, page.number(ROWS, height));
		return parts(width, page.number(TILE_WIDTH, width)) * parts(height, page.number(TILE_HEIGHT, height));
	}

	private static long parts(final long all, final long each) throws Damaged {
		if (each < 1) throw new Damaged("its pixels lie in parts of no size");
		return (all - 1) / each + 1;
	}

	private static boolean isWrittenByImageJ(final TiffDirectory first) throws IOException {
		final byte[] description = first.bytes(DESCRIPTION);
		return description != null && new String(description, StandardCharsets.ISO_8859_1).startsWith("ImageJ=");
	}

	/** Pages that ImageJ writes one after the other behind a single directory, and how many of them are channels of one picture; 1 and 1 for none. */
	private record Stack(int pages, int channels) {

		static Stack of(final String description) {
			final int count = number(IMAGES, description), channels = COMPOSITE.matcher(description).find() ? number(CHANNELS, description) : 1;
			return new Stack(count, count % channels == 0 ? channels : 1);
		}

		private static int number(final Pattern pattern, final String description) {
			final Matcher matcher = pattern.matcher(description);
			return matcher.find() ? Math.max(1, Integer.parseInt(matcher.group(1))) : 1;
		}
	}

	/** Throws {@link Damaged} where pages are missing. */
	private static Stack imagejStack(final FileBytes in, final TiffDirectory first) throws IOException {
		if (!isWrittenByImageJ(first)) return new Stack(1, 1);
		final Stack stack = Stack.of(new String(first.bytes(DESCRIPTION), StandardCharsets.ISO_8859_1));
		final int count = stack.pages();
		final long page = first.number(WIDTH, 0) * first.number(HEIGHT, 0) * first.number(SAMPLES, 1) * first.number(BITS, 8) / 8;
		final boolean flat = first.number(COMPRESSION, 1) == 1 && first.next == 0;
		if (count > 1 && flat && first.number(STRIPS, 0) > in.length() - page * count) throw new Damaged("it is cut off: it says " + count + " pages and has fewer");
		return stack;
	}

	private static PixelScale scale(final TiffDirectory first) throws IOException {
		final long unit = first.number(UNIT, 2);
		return unit == 2 || unit == 3 ? PixelScale.of(first.rational(ACROSS), first.rational(DOWN), unit == 2 ? "inch" : "cm") : null;
	}

	/** What ImageJ's reader is known to read rightly: all pages alike, grey or colour, 8 or 16 bits or real numbers, in strips. */
	private static boolean isPlain(final List<TiffDirectory> pages) throws IOException {
		final TiffDirectory first = pages.get(0);
		for (final TiffDirectory page : pages) {
			final long samples = page.number(SAMPLES, 1), bits = page.number(BITS, 1), photometric = page.number(PHOTOMETRIC, 0);
			final boolean real = bits == 32 && samples == 1 && page.all(SAMPLE_FORMAT, 3, false);
			final boolean whole = (bits == 8 || bits == 16) && page.all(SAMPLE_FORMAT, 1, true);
			final boolean grey = photometric == 1 && samples == 1, colour = photometric == 2 && samples == 3 && whole && (bits == 8 || pages.size() == 1);
			if (!(grey && (real || whole) || colour) || page.has(TILES) || page.has(EXTRA) || page.number(PLANES, 1) != 1) return false;
			if (!IMAGEJ_PACKINGS.contains(page.number(COMPRESSION, 1)) || !page.all(BITS, bits, true)) return false;
			if (page.number(WIDTH, 0) != first.number(WIDTH, 0) || page.number(HEIGHT, 0) != first.number(HEIGHT, 0)) return false;
			if (bits != first.number(BITS, 1) || samples != first.number(SAMPLES, 1) || isForeign(page.number(PREDICTOR, 1), bits, samples)) return false;
		}
		return true;
	}

	/** Whether pixels are packed as differences of a kind that ImageJ refuses (colours of 16 bits) or takes for pixels (real numbers). */
	private static boolean isForeign(final long predictor, final long bits, final long samples) {
		return predictor != 1 && (predictor != 2 || bits == 32 || bits == 16 && samples > 1);
	}
}
