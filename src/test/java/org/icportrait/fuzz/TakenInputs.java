package org.icportrait.fuzz;

import ij.ImagePlus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.icportrait.bridge.EggHead;
import org.icportrait.files.PictureReader;
import org.icportrait.files.RadianceFile;
import org.icportrait.portrait.Provenance;
import org.icportrait.request.Sidecar;
import org.icportrait.work.BadInput;

/**
 * Sorts the changed inputs of {@link CorpusTest} that are taken into kinds, so that people can see whether any should have been refused:
 *
 * <pre>
 * MAVEN_OPTS="--add-opens java.base/java.lang=ALL-UNNAMED" mvn -q test-compile exec:java \
 *     -Dexec.classpathScope=test -Dexec.mainClass=org.icportrait.fuzz.TakenInputs -Dexec.args=2000
 * </pre>
 */
public final class TakenInputs {

	private static final int EXAMPLES = 6;

	private final int inputs;
	private final Map<String, List<String>> kinds = new TreeMap<>();

	private TakenInputs(final int inputs) {
		this.inputs = inputs;
	}

	/** Inputs of each way in; optional: the names of the ways. */
	public static void main(final String... arguments) throws IOException {
		net.imagej.patcher.LegacyInjector.preinit();
		final List<String> ways = arguments.length > 1 ? Arrays.asList(arguments).subList(1, arguments.length)
			: List.of("pictures", "radiances", "packs", "sidecars", "origins", "options", "macros");
		final Path folder = Files.createTempDirectory("taken");
		for (final String way : ways) {
			final TakenInputs taken = new TakenInputs(Integer.parseInt(arguments[0]));
			taken.sort(way, folder);
			taken.print(way);
		}
	}

	private void sort(final String way, final Path folder) throws IOException {
		final Path photo = folder.resolve("photo"), sky = folder.resolve("sky.hdr");
		switch (way) {
			case "pictures" -> all(Corpus.pictures(), bytes -> Targets.picture(bytes, photo), bytes -> pixels(photo, bytes));
			case "radiances" -> all(Corpus.radiances(), bytes -> Targets.radiance(bytes, sky), bytes -> {
				Targets.radiance(bytes, sky);
				return Arrays.hashCode(RadianceFile.read(sky).data()) + " " + RadianceFile.read(sky).width();
			});
			case "packs" -> {
				try (Stream<Path> files = Files.list(EggHead.pack())) {
					for (final Path file : files.filter(Files::isRegularFile).toList()) Files.copy(file, folder.resolve(file.getFileName()));
				}
				all(Corpus.packs(), bytes -> Targets.pack(bytes, folder), TakenInputs::text);
			}
			case "sidecars" -> all(Corpus.sidecars(), bytes -> !request(bytes).isEmpty(), TakenInputs::request);
			case "origins" -> all(Corpus.sidecars(), bytes -> !origin(bytes).isEmpty(), TakenInputs::origin);
			case "options" -> all(Corpus.commandLines(), Targets::options, TakenInputs::text);
			case "macros" -> all(Corpus.macros(), Targets::macro, TakenInputs::text);
			default -> throw new IllegalArgumentException(way);
		}
	}

	/** @param meaning what an input says: it is the seed's or another one */
	private void all(final Corpus corpus, final Predicate<byte[]> target, final Function<byte[], String> meaning) {
		for (int i = 0; i < inputs; i++) {
			final byte[] seed = corpus.seeds().get(i % corpus.seeds().size()), bytes = corpus.input(i);
			if (!target.test(bytes)) continue;
			final boolean same = meaning.apply(bytes).equals(meaning.apply(seed));
			final String length = bytes.length < seed.length ? "shorter" : bytes.length > seed.length ? "longer" : "as long";
			final String kind = "seed " + i % corpus.seeds().size() + ", " + (Arrays.equals(seed, bytes) ? "unchanged" : length + ", " + (same ? "says the same" : "says another"));
			kinds.computeIfAbsent(kind, none -> new ArrayList<>()).add(i + ": " + difference(seed, bytes));
		}
	}

	private void print(final String way) {
		int count = 0;
		for (final List<String> of : kinds.values()) count += of.size();
		System.out.println("== " + way + ": " + count + " of " + inputs + " taken");
		kinds.forEach((kind, of) -> {
			System.out.println(kind + ": " + of.size());
			of.stream().limit(EXAMPLES).forEach(one -> System.out.println("    " + one));
		});
	}

	private static String pixels(final Path file, final byte[] bytes) {
		Targets.picture(bytes, file);
		final ImagePlus image = PictureReader.read(file).image();
		int hash = 1;
		for (int i = 1; i <= image.getStackSize(); i++) hash = 31 * hash + Arrays.hashCode(image.getStack().getProcessor(i).getFloatArray()[0].clone()) + sum(image, i);
		return image.getWidth() + " x " + image.getHeight() + " " + hash;
	}

	private static int sum(final ImagePlus image, final int slice) {
		int hash = 1;
		for (int k = 0; k < image.getStack().getProcessor(slice).getPixelCount(); k++) hash = 31 * hash + image.getStack().getProcessor(slice).get(k);
		return hash;
	}

	/** What a sidecar asks for; empty where it is refused. */
	private static String request(final byte[] bytes) {
		try {
			return String.valueOf(Sidecar.request(text(bytes), "a sidecar"));
		}
		catch (final BadInput refused) {
			return "";
		}
	}

	/** What it tells of an origin; empty where it is refused. */
	private static String origin(final byte[] bytes) {
		try {
			return Provenance.parse(text(bytes)).toText();
		}
		catch (final BadInput refused) {
			return "";
		}
	}

	private static String text(final byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

	/** From the first byte that differs to the last one. */
	private static String difference(final byte[] seed, final byte[] bytes) {
		int from = 0, end = 0;
		final int shorter = Math.min(seed.length, bytes.length);
		while (from < shorter && seed[from] == bytes[from]) from++;
		while (end < shorter - from && seed[seed.length - 1 - end] == bytes[bytes.length - 1 - end]) end++;
		return "at " + from + " of " + seed.length + ": <" + shown(seed, from, seed.length - end) + "> to <" + shown(bytes, from, bytes.length - end) + ">";
	}

	private static String shown(final byte[] bytes, final int from, final int to) {
		final String text = new String(bytes, from, Math.min(90, to - from), StandardCharsets.ISO_8859_1);
		return text.codePoints().mapToObj(c -> c >= 32 && c < 127 ? Character.toString(c) : String.format("\\%02x", c)).reduce("", String::concat) + (to - from > 90 ? "..." : "");
	}
}
