package org.icportrait.batch;

import ij.ImagePlus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.icportrait.face.FaceChoice;
import org.icportrait.files.OutputFile;
import org.icportrait.generate.Generation;
import org.icportrait.imagej.Photograph;
import org.icportrait.files.PictureWriter;
import org.icportrait.imagej.Sheet;
import org.icportrait.light.LightPreset;
import org.icportrait.light.LightReading;
import org.icportrait.portrait.EngineOptions;
import org.icportrait.portrait.Generator;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Provenance;
import org.icportrait.portrait.Scene;
import org.icportrait.work.Progress;

/** {@code mvn -q compile exec:java}: a view x light sheet of the shipped synthetic portrait in target/demo. */
public final class Demo {

	private static final double[] YAWS = { -45, -15, 0, 15, 45 };
	private static final List<LightPreset> LIGHTS = List.of(LightPreset.KEY_LEFT, LightPreset.KEY_RIGHT, LightPreset.KEY_ABOVE);
	private static final int CELL = 256;
	private static final Scene SCENE = Scene.UNCHANGED.withGeneration(Generation.AUTOMATIC);

	private Demo() {}

	/** Optional: output folder (default target/demo), model folder (default: the models that come with the plugin). */
	public static void main(final String... arguments) throws IOException {
		final Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/demo");
		final EngineOptions options = arguments.length > 1 ? EngineOptions.DEFAULT.withPack(Path.of(arguments[1])) : EngineOptions.DEFAULT;
		final Path file = make(folder, options);
		System.out.println("A sheet of " + YAWS.length + " views x " + (1 + LIGHTS.size()) + " lights lies in " + file.toAbsolutePath());
	}

	static Path make(final Path folder, final EngineOptions options) throws IOException {
		OutputFile.prepareFolder(folder);
		try (PortraitEngine engine = PortraitEngine.open(options)) {
			System.out.println("Models: " + engine.pack() + ". Device: " + engine.device() + ".");
			final Photograph photograph = Photograph.of(portrait());
			final Person person = Person.of(engine.analyze(photograph.picture(), FaceChoice.largest(), Progress.NONE));
			final Sheet sheet = new Sheet(Stream.concat(Stream.of("input"), columns().stream()).toList(), rows(), CELL);
			sheet.put(0, 0, photograph.format().store(photograph.picture()));
			final Provenance origin = fill(sheet, engine, person, photograph);
			final Path file = folder.resolve("view-x-light.png");
			PictureWriter.writePng(sheet.image("view x light"), null, engine.provenance("demo", origin.facts()), file);
			return file;
		}
	}

	/** Where the last picture of the grid comes from; views are turned once. */
	private static Provenance fill(final Sheet sheet, final PortraitEngine engine, final Person person, final Photograph photograph) {
		Provenance origin = null;
		try (Generator generator = engine.generator(SCENE.generation()); Generator.Prepared ready = generator.prepare(person, Progress.NONE)) {
			for (int column = 0; column < YAWS.length; column++) {
				final Scene scene = SCENE.withPose(PoseChoice.absolute(YAWS[column], 0, 0));
				for (int row = 0; row <= LIGHTS.size(); row++) {
					final LightReading light = row == 0 ? null : LightReading.of(LIGHTS.get(row - 1).light(), 1);
					final PortraitResult result = ready.make(scene.withLight(light), Progress.NONE);
					sheet.put(column + 1, row, photograph.format().store(result.picture()));
					origin = result.provenance();
				}
			}
		}
		return origin;
	}

	/** The shipped portrait: a render of a head that nobody has. */
	static ImagePlus portrait() throws IOException {
		try (InputStream stream = Demo.class.getResourceAsStream("/org/icportrait/demo/portrait.png")) {
			return new ImagePlus("portrait.png", ImageIO.read(stream));
		}
	}

	private static List<String> columns() {
		return Arrays.stream(YAWS).mapToObj(yaw -> String.format(Locale.ROOT, "yaw %+.0f", yaw)).toList();
	}

	private static List<String> rows() {
		return Stream.concat(Stream.of("own light"), LIGHTS.stream().map(LightPreset::label)).toList();
	}
}
