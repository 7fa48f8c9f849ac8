package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.OvalRoi;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;
import ij.process.ImageStatistics;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.script.ScriptEngineManager;
import javax.script.SimpleBindings;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.EggHead;
import org.icportrait.bridge.Macros;
import org.icportrait.face.FaceChoice;
import org.icportrait.face.Landmarks;
import org.icportrait.house.Pages;
import org.icportrait.imagej.Photograph;
import org.icportrait.portrait.EngineOptions;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every recipe as a user would, and looks at what it made. */
class RecipesTest {

	private static final Path RECIPES = Path.of("macros", "recipes");
	private static final Path PAGE = Path.of("docs", "recipes", "index.md");
	private static final Path SAMPLE = Path.of("src/main/resources/org/icportrait/demo/portrait.png");

	@TempDir
	Path folder;
	private Path results;

	@BeforeEach
	void twoPhotographs() throws IOException {
		Macros.closeAll();
		ResultsTable.getResultsTable().reset();
		EggHead.useInCommands();
		results = Files.createDirectories(folder.resolve("results"));
		Files.createDirectories(folder.resolve("in"));
		IJ.save(EggHead.one(), photograph("someone.png"));
		IJ.save(EggHead.faces(EggHead.SIDE, 3, 3), photograph("other.png"));
	}

	@AfterEach
	void closeAll() {
		Macros.closeAll();
	}

	private String photograph(final String name) {
		return folder.resolve("in").resolve(name).toString();
	}

	/** Opens photographs, the last of them active, and runs a recipe. */
	private String run(final String name, final String argument, final String... photographs) throws IOException {
		final StringBuilder macro = new StringBuilder();
		for (final String each : photographs) macro.append("open(\"").append(each).append("\");\n");
		return Macros.run(macro + Files.readString(RECIPES.resolve(name)), argument);
	}

	private static Object groovy(final String name, final Map<String, Object> bindings) throws Exception {
		return new ScriptEngineManager().getEngineByName("groovy").eval(Files.readString(RECIPES.resolve(name)), new SimpleBindings(new java.util.HashMap<>(bindings)));
	}

	@Test
	void twelveOfThemAndThePageTellsOfEach() throws IOException {
		try (Stream<Path> files = Files.list(RECIPES)) {
			final TreeSet<String> names = files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
			assertEquals(12, names.size());
			for (final String name : names) assertTrue(Pages.text(PAGE).contains("macros/recipes/" + name), name);
		}
	}

	@Test
	void onePoseForAFolder() throws IOException {
		Files.writeString(folder.resolve("in").resolve("notes.txt"), "no picture");
		final Path made = results.resolve("made by the macro"), empty = Files.createDirectory(folder.resolve("empty"));
		final String log = run("One_Pose_for_a_Folder.ijm", folder.resolve("in") + ";" + made);
		assertTrue(log.contains("2 portraits look to the front"), log);
		for (final String name : List.of("someone-front.png", "other-front.png")) {
			assertEquals(0xff808080, IJ.openImage(made.resolve(name).toString()).getProcessor().get(2, 2) | 0xff000000, name);
		}
		assertEquals(3, Files.readAllLines(made.resolve("poses.csv")).size());
		final String again = run("One_Pose_for_a_Folder.ijm", folder.resolve("in") + ";" + made);
		assertTrue(again.contains("2 portraits look to the front"), "a second run replaces what is there: " + again);
		if (!GraphicsEnvironment.isHeadless()) return; // else the sentence is a dialog, which waits for somebody
		assertTrue(run("One_Pose_for_a_Folder.ijm", empty + ";" + made).contains("There is no picture in " + empty));
	}

	@Test
	void oneLightForAStack() throws IOException {
		final String log = run("One_Light_for_a_Stack.ijm", "", photograph("someone.png"), photograph("other.png"));
		assertTrue(log.contains("1 slices"), log);
		Macros.closeAll();
		final String stack = Macros.run("open('" + photograph("someone.png") + "');\nopen('" + photograph("other.png") + "');\nrun('Images to Stack', 'use');\n" +
			Files.readString(RECIPES.resolve("One_Light_for_a_Stack.ijm")), "");
		assertTrue(stack.contains("2 slices in one light"), stack);
	}

	@Test
	void aLampGoesRound() throws IOException {
		final String log = run("A_Lamp_Goes_Round.ijm", "", photograph("someone.png"));
		assertTrue(log.contains("lamp: 13 slices"), log);
		final ImagePlus lamp = WindowManager.getCurrentImage();
		assertEquals("azimuth -90", lamp.getStack().getShortSliceLabel(1));
		assertTrue(brighterLeft(lamp, 1) > 10 && brighterLeft(lamp, 13) < -10, brighterLeft(lamp, 1) + " " + brighterLeft(lamp, 13));
	}

	/** By how many levels the left half of the face is brighter than the right one. */
	private static double brighterLeft(final ImagePlus stack, final int slice) {
		final ImageProcessor pixels = stack.getStack().getProcessor(slice);
		return mean(pixels, 200, 225) - mean(pixels, 225, 250);
	}

	private static double mean(final ImageProcessor pixels, final int from, final int to) {
		double sum = 0;
		for (int y = 160; y < 190; y++) for (int x = from; x < to; x++) sum += pixels.get(x, y) >> 8 & 255;
		return sum / (30.0 * (to - from));
	}

	@Test
	void lightOfOneForAll() throws IOException {
		final String log = run("Light_of_One_for_All.ijm", "", photograph("someone.png"), photograph("other.png"));
		assertTrue(log.contains("someone-relit in the light of other.png"), log);
		assertTrue(!log.contains("other-relit"), log);
	}

	@Test
	void wantedAndReadPose() throws IOException {
		// The egg has but one pose; the shipped networks read the sample portrait.
		CommandPlugIn.context().service(PortraitService.class).use(EngineOptions.DEFAULT);
		final String log = run("Wanted_and_Read_Pose.ijm", "", SAMPLE.toString());
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals(5, table.size(), log);
		for (int row = 0; row < 5; row++) assertEquals(-30 + 15 * row, table.getValue("Wanted yaw (deg)", row));
		for (int row = 0; row < 5; row++) assertEquals(-30 + 15 * row, table.getValue("Yaw (deg)", row), 8, log);
	}

	@Test
	void howMuchIsSeen() throws IOException {
		final String log = run("How_Much_is_Seen.ijm", "", photograph("someone.png"));
		final ResultsTable table = ResultsTable.getResultsTable();
		assertTrue(log.contains("5 views measured"), log);
		// The rims of the egg are seen askance.
		assertTrue(table.getValue("Seen (%)", 0) > 70, "unturned " + table.getValue("Seen (%)", 0));
		assertTrue(table.getValue("Seen (%)", 4) < table.getValue("Seen (%)", 0) - 15, "turned " + table.getValue("Seen (%)", 4));
	}

	@Test
	void greyGroundEqualLuminance() throws IOException {
		final String log = run("Grey_Ground_Equal_Luminance.ijm", "", photograph("someone.png"), photograph("other.png"));
		for (final String title : List.of("someone-portrait", "other-portrait")) {
			final ImagePlus made = WindowManager.getImage(title);
			assertEquals(8, made.getBitDepth(), log);
			assertEquals(128, made.getProcessor().get(2, 2));
			final ImageProcessor person = made.getProcessor();
			assertTrue(ImageStatistics.getStatistics(person).max > 140, "the person is there");
			assertEquals(128, ImageStatistics.getStatistics(person).mean, 2, log);
		}
	}

	/** From different folders people have photographs of one name, and names that hold what results add to them. */
	@Test
	void photographsOfOneNameAndOfAnyName() throws IOException {
		final ImagePlus dark = EggHead.one();
		dark.getProcessor().multiply(0.6);
		Files.createDirectories(folder.resolve("b"));
		IJ.save(dark, folder.resolve("b").resolve("someone.png").toString());
		final String log = run("Grey_Ground_Equal_Luminance.ijm", "", photograph("someone.png"), folder.resolve("b").resolve("someone.png").toString());
		final List<String> means = Pattern.compile("mean was (\\S+),").matcher(log).results().map(match -> match.group(1)).toList();
		assertTrue(means.size() == 2 && !means.get(0).equals(means.get(1)), "each of the two, not one of them twice: " + log);
		Macros.closeAll();
		IJ.save(EggHead.one(), photograph("my-view.png"));
		assertTrue(run("How_Much_is_Seen.ijm", "", photograph("my-view.png")).contains("5 views measured"));
		Macros.closeAll();
		assertTrue(run("Grey_Ground_Equal_Luminance.ijm", "", photograph("my-view.png")).contains("my-view-portrait: mean was"));
	}

	@Test
	void carryAMark() throws Exception {
		final ImagePlus image = EggHead.one();
		image.setRoi(new OvalRoi(215, 165, 20, 20));
		final ImagePlus mark = (ImagePlus) groovy("Carry_a_Mark.groovy", Map.of("image", image, "models", EggHead.pack(), "yaw", 25));
		double sum = 0, x = 0;
		for (int i = 0; i < EggHead.SIDE * EggHead.SIDE; i++) {
			final float share = mark.getProcessor().getf(i);
			if (Float.isNaN(share)) continue;
			sum += share;
			x += share * (i % EggHead.SIDE);
		}
		assertTrue(sum > 100, "it is found: " + sum);
		assertTrue(x / sum > 230, "it moved to the right: " + x / sum);
	}

	/** Read again by the shipped networks, both have their eyes where they were to be, whatever their size was, and what is stored stays of its kind. */
	@Test
	void sameEyesSameCanvas() throws Exception {
		final ImagePlus large = IJ.openImage(SAMPLE.toString()), small = new ImagePlus("small.png", large.getProcessor().resize(480, 480, true).convertToByte(false));
		final List<?> made = (List<?>) groovy("Same_Eyes_Same_Canvas.groovy", Map.of("images", List.of(large, small), "width", 300, "height", 400, "left", List.of(110, 170), "right", List.of(190, 170)));
		assertEquals(List.of(24, 8), made.stream().map(image -> ((ImagePlus) image).getBitDepth()).toList());
		try (PortraitEngine engine = PortraitEngine.open(EngineOptions.DEFAULT)) {
			for (final Object image : made) {
				final ImagePlus aligned = (ImagePlus) image;
				assertEquals(List.of(300, 400), List.of(aligned.getWidth(), aligned.getHeight()));
				final Landmarks points = engine.analyze(Photograph.of(aligned).picture(), FaceChoice.largest(), Progress.NONE).reading().landmarks();
				assertEquals(110, IntStream.range(36, 42).mapToDouble(points::x).average().orElseThrow(), 1.5, aligned.getTitle());
				assertEquals(190, IntStream.range(42, 48).mapToDouble(points::x).average().orElseThrow(), 1.5, aligned.getTitle());
				assertEquals(170, IntStream.range(36, 48).mapToDouble(points::y).average().orElseThrow(), 1.5, aligned.getTitle());
			}
		}
	}

	/** Each format by its own rules: where y begins and which way it runs, and what the first pixel is called. */
	@Test
	void landmarksForOtherPrograms() throws Exception {
		final ImagePlus first = EggHead.one(), second = EggHead.faces(EggHead.SIDE, 3, 3);
		first.setTitle("M\u00fcller, \"Anna\".png");
		second.setTitle(first.getTitle());
		assertEquals(2, groovy("Landmarks_for_Other_Programs.groovy", Map.of("images", List.of(first, second), "models", EggHead.pack(), "folder", results.toString())));
		final List<String> table = Files.readAllLines(results.resolve("landmarks.csv"));
		final List<String> columns = List.of(table.get(0).split(",")), row = List.of(table.get(1).replace("\"M\u00fcller, \"\"Anna\"\".png\"", "file").split(","));
		assertEquals(List.of(3, 5 + 3 * 68, 5 + 3 * 68), List.of(table.size(), columns.size(), row.size()));
		final double x = Double.parseDouble(row.get(columns.indexOf("x_30"))), y = Double.parseDouble(row.get(columns.indexOf("y_30")));
		final List<String> tps = Files.readAllLines(results.resolve("landmarks.tps")), pts = Files.readAllLines(results.resolve("M\u00fcller, _Anna_.pts")), tem = Files.readAllLines(results.resolve("M\u00fcller, _Anna_.tem"));
		assertTrue(Files.exists(results.resolve("M\u00fcller, _Anna_-2.pts")), "of the other one of that name");
		assertEquals(List.of("LM=68", "IMAGE=" + first.getTitle(), "ID=0", "LM=68"), List.of(tps.get(0), tps.get(69), tps.get(70), tps.get(71)));
		assertPlace(x, EggHead.SIDE - y, tps.get(1 + 30), " ");
		assertPlace(x + 0.5, y + 0.5, pts.get(3 + 30), " ");
		assertPlace(x - 0.5, y - 0.5, tem.get(1 + 30), "\t");
		assertEquals(List.of("68", "0"), List.of(tem.get(0), tem.get(69)));
	}

	private static void assertPlace(final double x, final double y, final String line, final String between) {
		final String[] numbers = line.split(between);
		assertEquals(x, Double.parseDouble(numbers[0]), 0.0021, line);
		assertEquals(y, Double.parseDouble(numbers[1]), 0.0021, line);
	}

	@Test
	void twoPhotographsOfOnePerson() throws Exception {
		final ImagePlus joined = (ImagePlus) groovy("Two_Photographs_of_One_Person.groovy", Map.of("images", List.of(EggHead.one(), EggHead.faces(EggHead.SIDE, 3, 3)),
			"models", EggHead.pack(), "yaw", 40));
		assertEquals("someone-joined", joined.getTitle());
		assertEquals(EggHead.SIDE, joined.getWidth());
	}

	@Test
	void onceMore() throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash");
		final ProcessBuilder builder = new ProcessBuilder("/bin/bash", RECIPES.resolve("once-more.sh").toString(), folder.resolve("in").toString(), results.toString(),
			"--models", EggHead.pack().toString(), "--device", "cpu").redirectErrorStream(true);
		final String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		builder.environment().put("IC_PORTRAIT", Path.of(System.getProperty("java.home"), "bin", "java") + " -Xmx512m -cp " + classes + " org.icportrait.batch.Main");
		final Process process = builder.start();
		final String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertTrue(process.waitFor(5, TimeUnit.MINUTES), text);
		assertEquals(0, process.exitValue(), text);
		assertEquals(2, text.lines().filter(line -> line.contains("equal to the bit")).count(), text);
	}
}
