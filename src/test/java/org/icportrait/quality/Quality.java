package org.icportrait.quality;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

import org.icportrait.face.FaceFinder;
import org.icportrait.face.FaceReader;
import org.icportrait.face.HeadReading;
import org.icportrait.face.SurfaceEstimator;
import org.icportrait.files.RadianceFile;
import org.icportrait.generate.InContextNetworks;
import org.icportrait.image.Picture;
import org.icportrait.inference.Device;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.light.StitchNetwork;
import org.icportrait.models.ModelPack;
import org.icportrait.portrait.EngineOptions;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.quality.HeldOut.View;
import org.icportrait.work.Progress;

/**
 * Prints the figures of docs/quality.md, one section a word: {@code finder variants landmarks surface warp head turn pose generated profiles turned people relight
 * stitch masks light even shadows likeness eyelids parts times sheet}.
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.mainClass=org.icportrait.quality.Quality -Dexec.classpathScope=test \
 *     -Dexec.args="ASSETS HEADS MEASURE warp relight"
 * </pre>
 *
 * ASSETS is the folder of photographs, paintings and maps; HEADS/test and MEASURE/test hold what
 * {@code python -m icportrait.make_heads --split test} wrote, MEASURE with {@code --measure}; {@code eyelids} reads HEADS/test-day-2. {@code variants} needs {@code -Dvariants=FOLDER} that
 * {@code python -m icportrait.variants --write FOLDER} filled; {@code -Dpack=FOLDER} measures another pack than the default.
 */
public final class Quality {

	private static final String[] HELD_OUT_MAPS = { "st_fagans_interior_1k.hdr", "immenstadter_horn_1k.hdr" };
	private static final int CROPS = 100;
	private static final int SCENES = Integer.getInteger("scenes", 120), GROUPS = Integer.getInteger("groups", 10);

	private Quality() {}

	/** @param args assets, heads, measure, sections... */
	public static void main(final String... args) throws Exception {
		Locale.setDefault(Locale.ROOT);
		final Path assets = Path.of(args[0]), heads = Path.of(args[1], "test"), measure = Path.of(args[2], "test");
		final Path packFolder = System.getProperty("pack") == null ? null : Path.of(System.getProperty("pack"));
		final ModelPack pack = ModelPack.open(packFolder);
		final OnnxRuntime runtime = OnnxRuntime.open(Device.CPU, null);
		try (PortraitEngine engine = PortraitEngine.open(new EngineOptions(packFolder, Device.CPU, null)); FaceReader faces = FaceReader.open(runtime, pack); FaceFinder finder = FaceFinder.open(runtime, pack); SurfaceEstimator estimator = SurfaceEstimator.open(runtime, pack)) {
			final Function<View, HeadReading> read = view -> SurfaceQuality.read(view, finder, estimator, true);
			for (final String section : Arrays.asList(args).subList(3, args.length)) {
				System.out.println("## " + section + " (" + pack.title() + ")\n");
				System.out.println(switch (section) {
					case "finder" -> "photographs: " + PhotographQuality.finder(faces, assets.resolve("photographs")) + "\npaintings: " +
						PhotographQuality.finder(faces, assets.resolve("paintings")) + "\nfalse finds on environment crops: " + falseFinds(faces, assets);
					case "variants" -> VariantQuality.measure(faces, Path.of(System.getProperty("variants")));
					case "landmarks" -> PhotographQuality.landmarks(finder, estimator, assets.resolve("photographs"));
					case "surface" -> SurfaceQuality.measure(HeldOut.read(heads, SCENES), finder, estimator);
					case "warp" -> WarpQuality.measure(engine, HeldOut.read(measure, SCENES), read);
					case "head" -> HeadFitQuality.measure(heads, GROUPS, read);
					case "turn" -> TurnQuality.measure(engine, heads, GROUPS, read);
					case "generated" -> generated(engine, runtime, pack, heads, read);
					case "profiles" -> GeneratedQuality.profiles(engine, heads, GROUPS, read);
					case "pose" -> PoseQuality.measure(engine, heads, GROUPS, read);
					case "turned" -> TurnedSheet.write(engine, heads, GROUPS, 3 * GROUPS, read, Path.of("target", "quality"));
					case "people" -> TurnedSheet.write(engine, people(assets), Path.of("target", "quality"));
					case "relight" -> RelightQuality.measure(HeldOut.read(measure, SCENES), read);
					case "stitch" -> StitchQuality.measure(HeldOut.groups(heads, GROUPS), read, StitchNetwork.open(runtime, pack).orElse(null));
					case "masks" -> StitchQuality.byRatio(HeldOut.groups(heads, GROUPS), read, StitchNetwork.open(runtime, pack).orElse(null));
					case "even" -> EvenQuality.measure(heads, GROUPS, read);
					case "shadows" -> ShadowQuality.measure(heads, GROUPS, read);
					case "light" -> LightQuality.measure(engine, PhotographQuality.pictures(assets.resolve("photographs")));
					case "likeness" -> LikenessQuality.people(engine, PhotographQuality.pictures(assets.resolve("photographs"))) + LikenessQuality.turned(engine, heads, GROUPS,
						read);
					case "eyelids" -> EyelidQuality.renders(faces, heads.resolveSibling("test-day-2"), GROUPS) + EyelidQuality.photographs(faces, PhotographQuality.pictures(
						assets.resolve("photographs")));
					case "parts" -> PartsQuality.renders(faces, heads, GROUPS) + PartsQuality.photographs(faces, PhotographQuality.pictures(assets.resolve("photographs")));
					case "times" -> TimeQuality.measure(null, PhotographQuality.load(PhotographQuality.pictures(assets.resolve("photographs")).get(0)));
					case "sheet" -> sheet(engine, assets);
					default -> "There is no section " + section + ".";
				});
			}
		}
	}

	private static String generated(final PortraitEngine engine, final OnnxRuntime runtime, final ModelPack pack, final Path heads, final Function<View, HeadReading> read)
		throws Exception
	{
		try (InContextNetworks networks = InContextNetworks.open(runtime, pack).orElseThrow()) {
			return GeneratedQuality.measure(engine, networks, heads, GROUPS, read);
		}
	}

	/** Square crops of held-out environment maps, 256 to 512 px, exposed to a mean of 0.25. */
	private static String falseFinds(final FaceReader finder, final Path assets) {
		final Random random = new Random(1);
		int pictures = 0, finds = 0;
		for (final String name : HELD_OUT_MAPS) {
			final Picture map = RadianceFile.read(assets.resolve("hdri").resolve(name));
			for (int k = 0; k < CROPS / HELD_OUT_MAPS.length; k++) {
				final int side = 256 + random.nextInt(map.height() - 256 + 1);
				final Picture crop = crop(map, random.nextInt(map.width() - side + 1), random.nextInt(map.height() - side + 1), side);
				final int found = finder.find(crop, Progress.NONE).size();
				finds += found;
				if (found > 0) pictures++;
			}
		}
		return finds + " on " + CROPS + " (" + pictures + " pictures)";
	}

	private static Picture crop(final Picture map, final int x0, final int y0, final int side) {
		final Picture out = new Picture(side, side, 3);
		double mean = 0;
		for (int c = 0; c < 3; c++) {
			for (int y = 0; y < side; y++) {
				for (int x = 0; x < side; x++) {
					out.set(x, y, c, map.get(x0 + x, y0 + y, c));
					mean += Math.min(20, out.get(x, y, c)) / (3.0 * side * side);
				}
			}
		}
		for (int i = 0; i < out.data().length; i++) out.data()[i] = (float) Math.min(1, out.data()[i] * 0.25 / mean);
		return out;
	}

	/** Eight photographs and the paintings. */
	private static List<Path> people(final Path assets) throws Exception {
		final List<Path> files = new ArrayList<>();
		final List<Path> people = PhotographQuality.pictures(assets.resolve("photographs"));
		for (int i = 0; i < 8; i++) files.add(people.get(i * people.size() / 8));
		try (Stream<Path> paintings = Files.list(assets.resolve("paintings"))) {
			paintings.sorted().forEach(files::add);
		}
		return files;
	}

	private static String sheet(final PortraitEngine engine, final Path assets) throws Exception {
		return SheetQuality.write(engine, people(assets), Path.of("target", "quality"), 256);
	}
}
