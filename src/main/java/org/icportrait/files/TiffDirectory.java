package org.icportrait.files;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** One directory of a TIFF: the numbers behind its tags. */
final class TiffDirectory {

	static final int SUBFILE = 254, WIDTH = 256, HEIGHT = 257, BITS = 258, COMPRESSION = 259, PHOTOMETRIC = 262, DESCRIPTION = 270, MAKE = 271, STRIPS = 273,
		ORIENTATION = 274, SAMPLES = 277, ROWS = 278, STRIP_BYTES = 279, ACROSS = 282, DOWN = 283, PLANES = 284, UNIT = 296, PREDICTOR = 317, TILE_WIDTH = 322,
		TILE_HEIGHT = 323, TILES = 324, TILE_BYTES = 325, SUB_DIRECTORIES = 330, EXTRA = 338, SAMPLE_FORMAT = 339, XMP = 700, CFA = 33421, PROFILE = 34675,
		DNG = 50706;

	private static final int LARGEST_BLOCK = 1 << 26;
	private static final int RATIONAL = 5;
	/** Bytes of a value by its type. */
	private static final int[] SIZES = { 0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8 };

	/** @param at where the values stand */
	private record Entry(int type, long count, long at) {}

	private final FileBytes in;
	private final Map<Integer, Entry> entries = new HashMap<>();
	/** Where the next directory stands; 0 for none. */
	final long next;

	/** @param big whether positions have eight bytes */
	TiffDirectory(final FileBytes in, final long at, final boolean big) throws IOException {
		this.in = in;
		final long count = big ? in.u64(at) : in.u16(at);
		if (count == 0 || count > 65535) throw new Damaged("a directory holds " + count + " entries");
		final int size = big ? 20 : 12;
		long entry = at + (big ? 8 : 2);
		for (int i = 0; i < count; i++, entry += size) add(entry, big);
		next = big ? in.u64(entry) : in.u32(entry);
	}

	private void add(final long at, final boolean big) throws IOException {
		final int type = in.u16(at + 2);
		final long count = big ? in.u64(at + 4) : in.u32(at + 4);
		final long value = at + (big ? 12 : 8);
		if (type >= SIZES.length || SIZES[type] == 0) return; // readers pass over types that they do not know
		final boolean inside = count <= (big ? 8 : 4) / SIZES[type];
		final long where = inside ? value : big ? in.u64(value) : in.u32(value);
		if (count > (in.length() - where) / SIZES[type] || where < 0) throw new Damaged("its tag " + in.u16(at) + " points out of the file");
		entries.putIfAbsent(in.u16(at), new Entry(type, count, where));
	}

	boolean has(final int tag) {
		return entries.containsKey(tag);
	}

	long count(final int tag) {
		return has(tag) ? entries.get(tag).count : 0;
	}

	/** The first value of a whole number. */
	long number(final int tag, final long otherwise) throws IOException {
		return count(tag) == 0 ? otherwise : number(tag, 0L, otherwise);
	}

	/** The value at an index; the last one where there are fewer. */
	long number(final int tag, final long index, final long otherwise) throws IOException {
		final Entry entry = entries.get(tag);
		if (entry == null || entry.count == 0) return otherwise;
		final long at = entry.at + SIZES[entry.type] * Math.min(index, entry.count - 1);
		return switch (SIZES[entry.type]) {
			case 1 -> in.u8(at);
			case 2 -> in.u16(at);
			case 4 -> in.u32(at);
			default -> in.u64(at);
		};
	}

	double rational(final int tag) throws IOException {
		final Entry entry = entries.get(tag);
		return entry == null || entry.type != RATIONAL || entry.count < 1 ? 0 : (double) in.u32(entry.at) / in.u32(entry.at + 4);
	}

	/** The bytes of a tag; null for none. */
	byte[] bytes(final int tag) throws IOException {
		final Entry entry = entries.get(tag);
		if (entry == null) return null;
		return in.bytes(entry.at, (int) Math.min(LARGEST_BLOCK, entry.count * SIZES[entry.type]));
	}

	/** Whether all values of a tag equal this; {@code otherwise} where it is missing. */
	boolean all(final int tag, final long value, final boolean otherwise) throws IOException {
		if (count(tag) == 0) return otherwise;
		for (long i = 0; i < Math.min(count(tag), 64); i++) if (number(tag, i, 0) != value) return false;
		return true;
	}
}
