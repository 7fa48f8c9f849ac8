package org.icportrait.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.icportrait.bridge.EggHead;
import org.icportrait.files.TestPictures;

/** Sound inputs, and what a program makes of them: the same for the same number. */
final class Corpus {

	private static final String[] WORDS = { "NaN", "Infinity", "-1", "0", "1e308", "2147483648", "9223372036854775808", "null", "true", "\"\"", "[]", "{}", "\u0000", "../..",
		"\ud800", "%s", "--", "@a", "1,2", "" };
	private static final int[] BYTES = { 0, 1, 0x7f, 0x80, 0xff };

	private final List<byte[]> seeds;
	private final boolean text;

	private Corpus(final List<byte[]> seeds, final boolean text) {
		this.seeds = seeds;
		this.text = text;
	}

	static Corpus pictures() {
		return new Corpus(TestPictures.sound(), false);
	}

	static Corpus packs() {
		try {
			return new Corpus(List.of(Files.readAllBytes(EggHead.pack().resolve("pack.json")), Files.readAllBytes(Path.of("models/default/pack.json"))), true);
		}
		catch (final IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	static Corpus sidecars() {
		return texts("{\"notice\":\"n\",\"request\":{\"action\":\"generate\",\"profiles\":[{\"path\":\"a.png\",\"sha256\":\"00\",\"page\":1}],\"face\":{\"selection\":[1,2,30,40]}," +
			"\"view\":{\"pose\":\"absolute\",\"yaw\":30,\"pitch\":0,\"roll\":0,\"turn\":\"head\",\"background\":\"colour\",\"colour\":\"#808080\"},\"light\":{\"light\":\"photograph\"," +
			"\"reference\":{\"path\":\"b.png\"},\"ratio\":0.8,\"patch\":0,\"seed\":1,\"sameperson\":false},\"outputs\":{\"format\":\"png\",\"maps\":true,\"canvas\":false}}," +
			"\"made\":{\"action\":\"generate\",\"version\":\"1\",\"pack\":\"p 1\",\"models\":{\"a.onnx\":\"00\"},\"device\":\"CPU\",\"yaw\":30}}",
			"{\"request\":{\"action\":\"relight\",\"profiles\":[{\"path\":\"a\"}],\"light\":{\"light\":\"coefficients\",\"coefficients\":[1,0,0,0,0,0,0,0,0]}},\"made\":{}}");
	}

	static Corpus commandLines() {
		return texts("generate\na.png\n--yaw\n30\n--pitch\n-5\n--roll\n1\n--light\ndirection\n--azimuth\n40\n--elevation\n20\n--hardness\n0.5\n--strength\n2\n--jobs\n2\n--threads\n1",
			"relight\na.png\n--light\ncoefficients\n--coefficients\n1,0,0,0,0,0,0,0,0\n--ratio\n0.8\n--patch\n8\n--seed\n7\n--select\n1,2,3,4\n--format\ntiff\n--pages\nall",
			"warp\na.png\n--pose\nchange\n--turn\nbust\n--background\ncolour\n--colour\n#102030\n--maps\n--overwrite\n--c2pa\n--gpu\n0");
	}

	/** A command in the first line, its options in the second. */
	static Corpus macros() {
		return texts("Generate Portrait...\npose=change yaw=-12.5 pitch=3 turn=bust background=colour colour=#102030 light=[key left] strength=1.5 slices=all",
			"Generate Portrait...\nlight=coefficients coefficients=[1,0,0,0,0,0,0,0,0] ratio=0.5 patch=8 seed=3 sameperson referencebox=[10,20,30,0]",
			"Save with Provenance...\nfile=[/tmp/a b.png] quality=90 sidecar=true manifest overwrite=false");
	}

	/** Surroundings: four pixels in two rows, flat and packed. */
	static Corpus radiances() {
		final byte[] flat = "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\nEXPOSURE=2\n\n-Y 2 +X 4\n".getBytes(StandardCharsets.US_ASCII);
		final byte[] pixels = new byte[4 * 8];
		Arrays.fill(pixels, (byte) 130);
		final byte[] packed = "#?RADIANCE\nFORMAT=32-bit_rle_xyze\n\n-Y 4 +X 8\n".getBytes(StandardCharsets.US_ASCII);
		final byte[] row = { 2, 2, 0, 8, (byte) 136, 100, (byte) 136, 90, (byte) 136, 80, (byte) 136, (byte) 129 };
		final byte[] rows = new byte[4 * row.length];
		for (int i = 0; i < rows.length; i++) rows[i] = row[i % row.length];
		return new Corpus(List.of(joined(flat, pixels), joined(packed, rows)), false);
	}

	private static byte[] joined(final byte[] one, final byte[] other) {
		final byte[] out = Arrays.copyOf(one, one.length + other.length);
		System.arraycopy(other, 0, out, one.length, other.length);
		return out;
	}

	private static Corpus texts(final String... texts) {
		return new Corpus(Arrays.stream(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList(), true);
	}

	List<byte[]> seeds() {
		return seeds;
	}

	/** The input of a number: a seed with one to four changes. */
	byte[] input(final int number) {
		final Random random = new Random(number);
		byte[] bytes = seeds.get(number % seeds.size());
		for (int changes = 1 + random.nextInt(4); changes > 0; changes--) bytes = changed(bytes, random);
		return bytes;
	}

	private byte[] changed(final byte[] bytes, final Random random) {
		if (bytes.length == 0) return bytes;
		// Headers decide most: half of the changes of a picture fall into its first bytes.
		final int at = random.nextInt(!text && random.nextBoolean() ? Math.min(256, bytes.length) : bytes.length);
		return switch (random.nextInt(text ? 5 : 4)) {
			case 0 -> Arrays.copyOf(bytes, at);
			case 1 -> replaced(bytes, at, 1, new byte[] { (byte) BYTES[random.nextInt(BYTES.length)] });
			case 2 -> replaced(bytes, at, 1, new byte[] { (byte) (bytes[at] ^ 1 << random.nextInt(8)) });
			case 3 -> replaced(bytes, at, Math.min(random.nextInt(16), bytes.length - at), Arrays.copyOfRange(bytes, at / 2, Math.min(bytes.length, at / 2 + random.nextInt(16))));
			default -> word(bytes, at, WORDS[random.nextInt(WORDS.length)]);
		};
	}

	/** The token around a place becomes another word. */
	private static byte[] word(final byte[] bytes, final int at, final String word) {
		int from = at, to = at;
		while (from > 0 && !isEdge(bytes[from - 1])) from--;
		while (to < bytes.length && !isEdge(bytes[to])) to++;
		return replaced(bytes, from, to - from, word.getBytes(StandardCharsets.UTF_8));
	}

	private static boolean isEdge(final byte b) {
		return b == '\n' || b == ',' || b == ':' || b == '[' || b == ']' || b == '{' || b == '}';
	}

	private static byte[] replaced(final byte[] bytes, final int at, final int count, final byte[] by) {
		final byte[] out = new byte[bytes.length - count + by.length];
		System.arraycopy(bytes, 0, out, 0, at);
		System.arraycopy(by, 0, out, at, by.length);
		System.arraycopy(bytes, at + count, out, at + by.length, bytes.length - at - count);
		return out;
	}
}
