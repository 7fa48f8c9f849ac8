package org.icportrait.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** A file's bytes by their positions, through a window, whatever its length. A position beyond the end is {@link Damaged}. Not thread-safe. */
final class FileBytes implements AutoCloseable {

	private static final int WINDOW = 1 << 16;

	private final FileChannel channel;
	private final long length;
	private final byte[] window = new byte[WINDOW];
	private long start;
	private int filled;
	private boolean little;

	FileBytes(final Path file) throws IOException {
		channel = FileChannel.open(file);
		length = channel.size();
	}

	long length() {
		return length;
	}

	/** The order of the bytes of numbers from now on; at first the highest comes first. */
	void littleEndian(final boolean lowestFirst) {
		little = lowestFirst;
	}

	int u8(final long at) throws IOException {
		if (at < start || at >= start + filled) move(at);
		return window[(int) (at - start)] & 255;
	}

	int u16(final long at) throws IOException {
		final int first = u8(at), second = u8(at + 1);
		return little ? second << 8 | first : first << 8 | second;
	}

	long u32(final long at) throws IOException {
		final long first = u16(at), second = u16(at + 2);
		return little ? second << 16 | first : first << 16 | second;
	}

	/** A number of eight bytes; those over the largest long are {@link Damaged}, for no file is that long. */
	long u64(final long at) throws IOException {
		final long first = u32(at), second = u32(at + 4);
		final long value = little ? second << 32 | first : first << 32 | second;
		if (value < 0) throw new Damaged("it holds a position beyond every file");
		return value;
	}

	byte[] bytes(final long at, final int count) throws IOException {
		if (at < 0 || count < 0 || at > length - count) throw Damaged.cutOff("its metadata");
		final ByteBuffer out = ByteBuffer.allocate(count);
		while (out.hasRemaining()) if (channel.read(out, at + out.position()) < 0) throw Damaged.cutOff("its metadata");
		return out.array();
	}

	/** One character a byte. */
	String text(final long at, final int count) throws IOException {
		return new String(bytes(at, count), StandardCharsets.ISO_8859_1);
	}

	/** Whether these bytes, one a character, stand there. */
	boolean has(final long at, final String bytes) throws IOException {
		return at >= 0 && at <= length - bytes.length() && text(at, bytes.length()).equals(bytes);
	}

	/** The first place from {@code at} on where the byte is {@code value}; -1 for none. */
	long find(final int value, final long at) throws IOException {
		for (long i = at; i < length;) {
			u8(i);
			for (int k = (int) (i - start); k < filled; k++) if ((window[k] & 255) == value) return start + k;
			i = start + filled;
		}
		return -1;
	}

	/** Whether nothing but zeros, which pad, stand from there to the end; also where nothing does. */
	boolean hasZeros(final long from) throws IOException {
		for (long at = from; at < length; at++) if (u8(at) != 0) return false;
		return true;
	}

	/** Whether nothing but white space stands from there to the end; also where nothing does. */
	boolean hasBlanks(final long from) throws IOException {
		for (long at = from; at < length; at++) if (!Character.isWhitespace(u8(at))) return false;
		return true;
	}

	/** CRC-32 of a part of the file. */
	long crc(final long at, final long count) throws IOException {
		final CRC32 crc = new CRC32();
		for (long done = 0; done < count;) {
			final byte[] part = bytes(at + done, (int) Math.min(WINDOW, count - done));
			crc.update(part);
			done += part.length;
		}
		return crc.getValue();
	}

	private void move(final long at) throws IOException {
		if (at < 0 || at >= length) throw new Damaged("it is cut off");
		start = at;
		filled = 0;
		final ByteBuffer buffer = ByteBuffer.wrap(window);
		while (buffer.hasRemaining() && channel.read(buffer, start + buffer.position()) > 0) filled = buffer.position();
		if (filled == 0) throw new Damaged("it is cut off");
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
