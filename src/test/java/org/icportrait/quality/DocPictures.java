package org.icportrait.quality;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.icportrait.face.FaceChoice;
import org.icportrait.face.HeadReading;
import org.icportrait.files.PictureReader;
import org.icportrait.files.PictureWriter;
import org.icportrait.files.StagedFiles;
import org.icportrait.files.TestPictures;
import org.icportrait.generate.Generation;
import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.Pose;
import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.PixelFormat;
import org.icportrait.imagej.PortraitOverlay;
import org.icportrait.imagej.Sheet;
import org.icportrait.imagej.WarpMaps;
import org.icportrait.light.Lamp;
import org.icportrait.light.Light;
import org.icportrait.light.LightPreset;
import org.icportrait.light.LightReading;
import org.icportrait.light.StitchOptions;
import org.icportrait.portrait.EngineOptions;
import org.icportrait.portrait.Generator;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Scene;
import org.icportrait.portrait.TurnedPortrait;
import org.icportrait.request.LightWords;
import org.icportrait.request.MethodWords;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Source;
import org.icportrait.request.ViewWords;
import org.icportrait.series.CellImages;
import org.icportrait.series.SeriesFrame;
import org.icportrait.series.SeriesMontage;
import org.icportrait.series.SeriesPlan;
import org.icportrait.series.SeriesRun;
import org.icportrait.view.Background;
import org.icportrait.work.Progress;

/**
 * Draws docs/pictures anew, of renders alone:
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.icportrait.quality.DocPictures
 * </pre>
 */
public final class DocPictures {

	private static final Path FOLDER = Path.of("docs", "pictures");
	private static final Path PORTRAIT = Path.of("src/main/resources/org/icportrait/demo/portrait.png");
	private static final Progress NONE = Progress.NONE;
	private static final int CELL = 220;
	/** Left, top and side of renders in docs/heads.jpg that are lit from a side. */
	private static final int[][] REFERENCES = { { 0, 400 }, { 1000, 200 }, { 800, 400 } };
	private static final int REFERENCE_SIDE = 200;

	private final PortraitEngine engine;
	private final Photograph photograph;
	private final Profile profile;
	private final Person person;

	private DocPictures(final PortraitEngine engine) {
		this.engine = engine;
		photograph = Photograph.of(PictureReader.read(PORTRAIT).image());
		profile = engine.analyze(photograph.picture(), FaceChoice.largest(), NONE);
		person = Person.of(profile);
	}

	public static void main(final String... arguments) throws IOException {
		try (PortraitEngine engine = PortraitEngine.open(EngineOptions.DEFAULT)) {
			final DocPictures pictures = new DocPictures(engine);
			pictures.opened();
			pictures.analyzed();
			pictures.views();
			pictures.stitched();
			pictures.lights();
			pictures.works();
			pictures.correspondence();
			pictures.series();
		}
	}

	private void series() {
		final SeriesPlan plan = SeriesPlan.of("none", "-40:40:20", "", "keep,key left,direction 0 60", null);
		final CellImages images = new CellImages(plan, photograph, SeriesFrame.of(plan, profile));
		final SeriesMontage montage = new SeriesMontage(plan);
		final PortraitRequest asked = new PortraitRequest(PortraitRequest.GENERATE, List.of(Source.titled("portrait")), null, ViewWords.of(ViewWords.ABSOLUTE,
			Pose.FRONTAL, null, ViewWords.HEAD, ViewWords.KEEP, null), LightWords.KEEP, MethodWords.DEFAULT, null);
		SeriesRun.of(engine, plan, asked, null).run(person, cell -> montage.put(cell, images.picture(cell)), NONE);
		save(montage.image("series"), "view-x-light-series");
	}

	private void opened() throws IOException {
		final Path file = Files.createTempFile("phone", ".jpg");
		try {
			Files.write(file, TestPictures.asPhonesWrite());
			final Sheet sheet = new Sheet(List.of("File > Open", "Open Portrait..."), List.of(""), CELL);
			sheet.put(0, 0, IJ.openImage(file.toString()).getProcessor());
			sheet.put(1, 0, PictureReader.read(file).image().getProcessor());
			save(sheet, "open-portrait");
		}
		finally {
			Files.delete(file);
		}
	}

	private void analyzed() {
		final HeadReading reading = profile.reading();
		final Sheet sheet = new Sheet(List.of("overlay", "depth", "normals"), List.of("", "further maps"), CELL * 3 / 2);
		sheet.put(0, 0, overlay().getProcessor());
		final MapColours maps = MapColours.within(reading.matte(), reading.mapSize());
		sheet.put(1, 0, maps.grey(reading.depth(), -1.2, 1.2));
		sheet.put(2, 0, maps.colours(reading.normals(), -1, 1));
		sheet.put(0, 1, maps.colours(reading.coordinates(), -1.6, 1.6));
		sheet.put(1, 1, PixelFormat.RGB.store(reading.albedo()));
		sheet.put(2, 1, MapColours.ALL.grey(reading.matte(), 0, 1));
		save(sheet, "analyze-portrait");
	}

	private ImagePlus overlay() {
		final Overlay overlay = new Overlay();
		final PortraitOverlay drawing = new PortraitOverlay(overlay);
		drawing.addMesh(profile.reading());
		drawing.addLandmarks(profile.reading());
		drawing.addAxes(profile.reading());
		final ImagePlus copy = photograph.derive(photograph.picture(), "analyzed");
		copy.setOverlay(overlay);
		return copy.flatten();
	}

	private void views() {
		final double[][] poses = { { -30, 0 }, { -15, 0 }, { 0, 12 }, { 15, 0 }, { 30, 0 } };
		final List<String> columns = IntStream.range(0, poses.length).mapToObj(i -> poses[i][1] == 0 ? "yaw " + (int) poses[i][0] : "pitch " + (int) poses[i][1]).toList();
		final Sheet views = new Sheet(columns, List.of("view", "maps of yaw 30"), CELL);
		PortraitResult last = null;
		for (int i = 0; i < poses.length; i++) {
			last = engine.make(person, Scene.UNCHANGED.withPose(PoseChoice.absolute(poses[i][0], poses[i][1], 0)), NONE);
			views.put(i, 0, stored(last));
		}
		views.put(0, 1, MapColours.ALL.grey(WarpMaps.VISIBILITY.of(last.view()), 0, 1));
		views.put(1, 1, MapColours.ALL.squares(WarpMaps.CORRESPONDENCE.of(last.view()), 20));
		views.put(2, 1, MapColours.ALL.grey(WarpMaps.DEPTH.of(last.view()), -1.2, 1.2));
		views.put(3, 1, MapColours.ALL.colours(WarpMaps.NORMALS.of(last.view()), -1, 1));
		final Scene cut = Scene.UNCHANGED.withPose(PoseChoice.absolute(30, 0, 0)).withBackground(Background.colour(0.2f, 0.2f, 0.2f));
		views.put(4, 1, stored(engine.make(person, cut, NONE)));
		save(views, "warp-view");
	}

	private void stitched() throws IOException {
		final Sheet sheet = new Sheet(List.of("photograph", "", "", ""), List.of("reference", "lit alike"), CELL);
		sheet.put(0, 1, stored(photograph));
		final ImagePlus heads = PictureReader.read(Path.of("docs", "heads.jpg")).image();
		for (int i = 0; i < REFERENCES.length; i++) {
			heads.setRoi(REFERENCES[i][0], REFERENCES[i][1], REFERENCE_SIDE, REFERENCE_SIDE);
			final ImageProcessor crop = heads.getProcessor().crop();
			sheet.put(i + 1, 0, crop);
			final Photograph reference = Photograph.of(new ImagePlus("reference", crop));
			final Profile other = engine.analyze(reference.picture(), FaceChoice.largest(), NONE);
			final LightReading light = engine.readLight(other, StitchOptions.DEFAULT, NONE);
			sheet.put(i + 1, 1, stored(engine.make(person, Scene.UNCHANGED.withLight(light), NONE)));
		}
		save(sheet, "stitch-lighting");
	}

	private void lights() {
		final List<String> names = Arrays.stream(LightPreset.values()).map(LightPreset::label).toList();
		final Sheet sheet = new Sheet(names, List.of("by name", "azimuth -75 to 75"), CELL * 3 / 4);
		final Scene scene = Scene.UNCHANGED.withPose(PoseChoice.absolute(15, 0, 0)).withGeneration(Generation.AUTOMATIC);
		try (Generator generator = engine.generator(scene.generation()); Generator.Prepared ready = generator.prepare(person, NONE)) {
			for (int i = 0; i < names.size(); i++) {
				sheet.put(i, 0, stored(ready.make(scene.withLight(LightReading.of(LightPreset.values()[i].light(), 1)), NONE)));
				final Light lamp = new Light(Harmonics.even(0.12f, 0.12f, 0.12f), List.of(Lamp.from(-75 + 30 * i, 20, 1, 0.8)));
				sheet.put(i, 1, stored(ready.make(scene.withLight(LightReading.of(lamp, 1)), NONE)));
			}
		}
		save(sheet, "generate-portrait");
	}

	private void works() {
		final HeadReading reading = profile.reading();
		final Sheet sheet = new Sheet(List.of("photograph", "read: places", "read: normals", "turned: what stands where", "coloured", "lit"), List.of(""), CELL * 3 / 4);
		final MapColours maps = MapColours.within(reading.matte(), reading.mapSize());
		final TurnedPortrait turned = engine.turn(person, Scene.UNCHANGED.withPose(PoseChoice.absolute(25, 0, 0)), NONE);
		final PortraitResult own = engine.light(turned, null, NONE);
		sheet.put(0, 0, stored(photograph));
		sheet.put(1, 0, maps.colours(reading.coordinates(), -1.6, 1.6));
		sheet.put(2, 0, maps.colours(reading.normals(), -1, 1));
		sheet.put(3, 0, MapColours.ALL.squares(WarpMaps.CORRESPONDENCE.of(own.view()), 20));
		sheet.put(4, 0, stored(own));
		sheet.put(5, 0, stored(engine.light(turned, LightReading.of(LightPreset.KEY_LEFT.light(), 1), NONE)));
		save(sheet, "how-it-works");
	}

	private void correspondence() {
		final double[] yaws = { 15, 30, 45, 60 };
		final Sheet sheet = new Sheet(Arrays.stream(yaws).mapToObj(yaw -> "yaw " + (int) yaw).toList(), List.of("view", "how well seen", "from where"), CELL * 3 / 4);
		for (int i = 0; i < yaws.length; i++) {
			final PortraitResult result = engine.make(person, Scene.UNCHANGED.withPose(PoseChoice.absolute(yaws[i], 0, 0)), NONE);
			sheet.put(i, 0, stored(result));
			sheet.put(i, 1, MapColours.ALL.grey(WarpMaps.VISIBILITY.of(result.view()), 0, 1));
			sheet.put(i, 2, MapColours.ALL.squares(WarpMaps.CORRESPONDENCE.of(result.view()), 20));
		}
		save(sheet, "correspondence");
	}

	private ImageProcessor stored(final PortraitResult result) {
		return photograph.format().store(result.picture());
	}

	private static ImageProcessor stored(final Photograph photograph) {
		return photograph.format().store(photograph.picture());
	}

	private void save(final Sheet sheet, final String name) {
		save(sheet.image(name), name);
	}

	private void save(final ImagePlus image, final String name) {
		try (StagedFiles staged = new StagedFiles()) {
			staged.add(FOLDER.resolve(name + ".jpg"), PictureWriter.jpeg(image, 0.85, engine.provenance("documentation", Map.of("picture", name))));
			staged.publish(true);
		}
	}
}
