package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.EggHead;
import org.icportrait.bridge.Macros;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What users rely on in macros: after a command its main result is the active image, and a command reads the macro's own active image. The
 * subclasses run all of it without a screen, in batch mode and with windows.
 */
abstract class MacroTests {

	/** A view that differs from the photograph in many pixels. */
	private static final String WARP = "run('Warp View...', 'pose=absolute yaw=30 visibility=true correspondence=true');\n";
	private static final String ANALYZE = "run('Analyze Portrait...', 'table=true maps=true');\n";

	@TempDir
	Path folder;

	@BeforeEach
	void threePhotographs() {
		Macros.closeAll();
		ij.measure.ResultsTable.getResultsTable().reset();
		EggHead.useInCommands();
		save("a.png", EggHead.faces(EggHead.SIDE, 4, 3));
		save("b.png", EggHead.faces(EggHead.SIDE, 3, 3));
		save("nobody.png", EggHead.faces(EggHead.SIDE));
	}

	@AfterEach
	void closeAll() {
		Macros.closeAll();
	}

	/** What comes before each macro. */
	abstract String prelude();

	/** Runs a macro; DIR/ in it is the folder of the photographs. */
	String run(final String macro) {
		return Macros.run(prelude() + macro.replace("DIR/", folder + "/"), "");
	}

	private void save(final String name, final ImagePlus image) {
		IJ.save(image, folder.resolve(name).toString());
	}

	private int[] pixels(final String name) {
		final Path file = folder.resolve(name);
		assertTrue(Files.exists(file), name + " was written");
		return (int[]) IJ.openImage(file.toString()).getProcessor().convertToRGB().getPixels();
	}

	/** The middle column of the pixels nearly white: where the egg's face is. */
	private double faceOf(final String name) {
		return middle(pixels(name));
	}

	/** The middle column of what is nearly white. */
	static double middle(final int[] pixels) {
		double sum = 0, count = 0;
		for (int i = 0; i < pixels.length; i++) {
			if ((pixels[i] >> 8 & 255) < 190) continue;
			sum += i % EggHead.SIDE;
			count++;
		}
		return sum / count;
	}

	@Test
	void saveAsStraightAfterSavesTheResult() {
		run("open('DIR/a.png');\n" + WARP + "saveAs('PNG', 'DIR/out.png');");
		assertFalse(Arrays.equals(pixels("a.png"), pixels("out.png")), "the photograph was saved");
		assertTrue(faceOf("out.png") > faceOf("a.png") + 8, "the head turned to the picture's right");
	}

	@Test
	void twoCommandsInARowWorkOnEachOthersResult() {
		final String log = run("open('DIR/a.png');\n" + WARP + "run('Generate Portrait...', 'light=[key left]');\nprint('<' + getTitle() + '>');");
		assertTrue(log.contains("<a-view-portrait>"), log);
	}

	@Test
	void aLoopOverFilesReadsEachOfThem() {
		run("names = newArray('a', 'b', 'a');\nfor (i = 0; i < 3; i++) {\n open('DIR/' + names[i] + '.png');\n" + ANALYZE +
			"saveAs('PNG', 'DIR/out' + i + '.png');\n close('*');\n}\nif (nImages > 0) print('left open');");
		assertEquals(faceOf("a.png"), faceOf("out0.png"), 4);
		assertEquals(faceOf("b.png"), faceOf("out1.png"), 4);
		assertEquals(faceOf("a.png"), faceOf("out2.png"), 4);
		assertTrue(faceOf("a.png") > faceOf("b.png") + 40, "the two differ");
	}

	@Test
	void theSelectedImageIsRead() {
		final String log = run("open('DIR/a.png'); a = getImageID();\nopen('DIR/b.png');\nselectImage(a);\n" + WARP +
			"print('<' + getTitle() + '>');\nselectImage('b.png');\n" + WARP + "print('<' + getTitle() + '>');");
		assertTrue(log.contains("<a-view>") && log.contains("<b-view>"), log);
	}

	@Test
	void theImageThatAScriptGivesIsReadWhateverOtherThreadsSee() throws Exception {
		CommandPlugIn.install();
		final ImagePlus active = EggHead.faces(EggHead.SIDE, 3, 3);
		active.show();
		Macros.leaveOnPoolThreads(EggHead.faces(EggHead.SIDE));
		IJ.run(IJ.openImage(folder.resolve("a.png").toString()), "Warp View...", "pose=absolute yaw=20");
		assertTrue(Arrays.asList(WindowManager.getImageTitles()).contains("a-view"), Arrays.toString(WindowManager.getImageTitles()));
	}

	@Test
	void aNamedImageIsReadWhateverIsActive() {
		final String log = run("open('DIR/a.png');\nopen('DIR/b.png');\nrun('Warp View...', 'image=[a.png] pose=absolute yaw=20');\n" +
			"print('<' + getTitle() + '>');");
		assertTrue(log.contains("<a-view>"), log);
	}

	/** Which of them would be read is chance. */
	@Test
	void aTitleOfTwoImagesIsRefusedAndANumberIsNot() {
		final String two = "open('DIR/b.png'); b = getImageID(); open('DIR/a.png'); rename('b.png'); open('DIR/a.png');\n";
		for (final String key : new String[] { "image=[b.png]", "pose=[like another] other=[b.png]" }) {
			final String log = run(two + "run('Warp View...', '" + key + "');\nprint('went on');");
			assertTrue(log.contains("2 open images are called so") && !log.contains("went on"), log);
			Macros.closeAll();
		}
		final String equal = run("open('DIR/b.png'); open('DIR/b.png'); open('DIR/a.png');\nrun('Warp View...', 'pose=[like another] other=[b.png]');\nprint('went on');");
		assertTrue(equal.contains("went on"), "one photograph opened twice: " + equal);
		Macros.closeAll();
		final String log = run(two + "run('Warp View...', 'image=' + b + ' yaw=20');\nprint('<' + getTitle() + '>');\nsaveAs('PNG', 'DIR/out.png');");
		assertTrue(log.contains("<b-view>"), log);
		assertTrue(faceOf("out.png") < faceOf("a.png") - 20, "the one with that number");
	}

	/** Whatever its depth, and a selection, a scale and an overlay on it: only a new image comes of it. */
	@Test
	void theImageStaysAsItWas() {
		for (final String type : new String[] { "RGB Color", "8-bit", "16-bit", "32-bit" }) {
			final String log = run("open('DIR/a.png'); run('" + type + "'); run('Set Scale...', 'distance=10 known=1 unit=mm'); makeRectangle(5, 5, 9, 9); Overlay.addSelection; makeRectangle(190, 140, 80, 80);\n" +
				"id = getImageID(); " + STATE + "run('Warp View...', 'yaw=20 slices=all');\nrun('Generate Portrait...', 'yaw=20 light=flat image=[a.png]');\nselectImage(id); " + STATE);
			final List<String> states = log.lines().filter(line -> line.startsWith("state")).toList();
			assertEquals(2, states.size(), log);
			assertEquals(states.get(0), states.get(1), type);
			Macros.closeAll();
		}
	}

	private static final String STATE = "getSelectionBounds(x, y, w, h); getPixelSize(u, p, q); getStatistics(area, mean, min, max, sd); print('state ' + getTitle() + bitDepth() + ' ' + x + y + w + h + u + p + ' ' + " +
		"Overlay.size + mean + ' ' + sd + ' ' + getPixel(230, 180) + nSlices + is('changes'));\n";

	@Test
	void ofSeveralOutputsTheFirstIsActiveAndAllAreOpen() {
		final String log = run("open('DIR/a.png');\nrun('Warp View...', 'yaw=20 background=transparent visibility=true correspondence=true depth=true " +
			"normals=true');\nprint('<' + getTitle() + '>' + nImages);\nselectImage('a-correspondence');\nselectImage('a-depth');\n" +
			"print('<' + getTitle() + '>');");
		assertTrue(log.contains("<a-view>7"), log);
		assertTrue(log.contains("<a-depth>"), log);
	}

	@Test
	void aSeriesIsTheActiveImageAndItsTableIsThere() {
		final String log = run("open('DIR/a.png');\nrun('View x Light Series...', 'yaw=-20:20:20 lights=[keep, key left]');\n" +
			"getDimensions(w, h, c, z, t);\nprint('<' + getTitle() + '>' + c + 'x' + z + 'x' + t + ' rows ' + nResults);\nprint(getResultString('Light', nResults - 1));\n" +
			"Stack.setPosition(1, 3, 2);\nprint(getInfo('slice.label'));\nselectImage('a-sheet');");
		assertTrue(log.contains("<a-series>3x3x2 rows 6"), log);
		assertTrue(log.contains("key-left") && log.contains("yaw +20 | key left"), log);
	}

	@Test
	void aSeriesTakesFurtherPhotographsByTheirTitles() {
		final String log = run("open('DIR/b.png');\nopen('DIR/a.png');\nrun('View x Light Series...', 'yaw=20 lights=keep method=geometric profiles=[b.png]');\n" +
			"print('<' + getTitle() + '>');\nprint(getMetadata('Info'));");
		assertTrue(log.contains("<a-series>") && log.contains("request.profiles.2.path: b.png"), log);
	}

	/** A title is no path: a series must not leave its folder. */
	@Test
	void titlesThatNoFileHasGiveFilesInTheFolder() throws IOException {
		final String log = run("open('DIR/a.png');\nrename('../b c/[x]: ü?');\nrun('View x Light Series...', 'yaw=0 lights=keep table=false folder=[DIR/series]');");
		try (java.util.stream.Stream<Path> files = Files.list(folder.resolve("series"))) {
			final java.util.List<String> names = files.map(file -> file.getFileName().toString()).toList();
			assertTrue(names.stream().allMatch(name -> name.startsWith(".._b c_[x]_ ü_")) && names.stream().anyMatch(name -> name.endsWith(".png")), log + names);
		}
		assertEquals("image", Titles.fileName(".."));
		assertEquals("image", Titles.fileName(""));
	}

	/** Which of them is meant nobody knows: the active image joined with itself looked like an answer. */
	@Test
	void furtherPhotographsThatAreCalledAlikeAreRefused() {
		final String log = run("open('DIR/b.png');\nrename('x');\nopen('DIR/a.png');\nrename('x');\n" +
			"run('Generate Portrait...', 'pose=change yaw=20 method=geometric profiles=x');\nprint('went on');");
		assertTrue(log.contains("\"profiles\" names \"x\", and 2 open images are called so; rename all but one."), log);
		assertFalse(log.contains("went on"), log);
	}

	/** As on the command line, whose pictures these equal: joined with itself it is another picture. */
	@Test
	void aPhotographDoesNotJoinItselfAndNoneJoinsTwice() {
		for (final String command : new String[] { "Generate Portrait...", "View x Light Series..." }) {
			final String options = command.startsWith("V") ? " lights=keep table=false montage=false" : "";
			final String log = run("open('DIR/a.png');\nrun('" + command + "', 'yaw=30 method=geometric profiles=[a.png]" + options + "');\nprint(getMetadata('Info'));");
			assertTrue(log.contains("request.profiles.1.path: a.png") && !log.contains("request.profiles.2"), log);
			Macros.closeAll();
		}
		final String log = run("open('DIR/b.png');\nopen('DIR/a.png');\nrun('Generate Portrait...', 'yaw=30 method=geometric profiles=[b.png; b.png]');\nprint('went on');");
		assertTrue(log.contains("\"profiles\" names \"b.png\" twice; name each once.") && !log.contains("went on"), log);
	}

	@Test
	void aSeriesRefusesOddWordsAndEndsTheMacro() {
		final String log = run("open('DIR/a.png');\nrun('View x Light Series...', 'yaw=1:2');\nprint('went on');");
		assertTrue(log.contains("from:to:step") && !log.contains("went on"), log);
	}

	@Test
	void aResultThatIsClosedGivesThePhotographBack() {
		final String log = run("open('DIR/a.png');\nrun('Warp View...', 'yaw=20');\nclose();\nprint('<' + getTitle() + '>');\n" + WARP +
			"print('<' + getTitle() + '>');");
		assertTrue(log.contains("<a.png>") && log.contains("<a-view>"), log);
	}

	@Test
	void aCommandThatFailsEndsTheLoopWithItsSentence() {
		final String log = run("names = newArray('a', 'nobody', 'b');\nfor (i = 0; i < 3; i++) {\n open('DIR/' + names[i] + '.png');\n" + WARP +
			"saveAs('PNG', 'DIR/out' + i + '.png');\n close('*');\n}\nprint('went on');");
		assertTrue(log.contains("No face"), log);
		assertFalse(log.contains("went on"), log);
		assertTrue(Files.exists(folder.resolve("out0.png")), log);
		assertFalse(Files.exists(folder.resolve("out1.png")) || Files.exists(folder.resolve("out2.png")), log);
		final String next = run("close('*');\nopen('DIR/b.png');\n" + WARP + "print('<' + getTitle() + '>');");
		assertTrue(next.contains("<b-view>"), next);
	}

	@Test
	void whatIsWrongWithAReferenceIsSaidOfIt() {
		final String open = "open('DIR/nobody.png');\nopen('DIR/a.png');\n";
		final String light = run(open + "run('Stitch Lighting...', 'reference=[nobody.png]');\nprint('went on');");
		assertTrue(light.contains("nobody.png, whose light is wanted") && light.contains("referencebox") && !light.contains("went on"), light);
		final String pose = run(open + "run('Warp View...', 'pose=[Like Another] other=[nobody.png]');\nprint('went on');");
		assertTrue(pose.contains("nobody.png, whose pose is wanted") && !pose.contains("went on"), pose);
		final String beyond = run("open('DIR/b.png');\nmakeRectangle(5000, 5000, 90, 90);\nopen('DIR/a.png');\nrun('Stitch Lighting...', 'reference=[b.png]');\nprint('went on');");
		assertTrue(beyond.contains("The light of b.png cannot be taken: The selection") && beyond.contains("lies outside of the picture") && !beyond.contains("went on"), beyond);
		final String outside = run(open + "makeRectangle(5000, 5000, 90, 90);\n" + WARP + "print('went on');");
		assertTrue(outside.contains("lies outside of the picture") && !outside.contains("went on"), outside);
	}

	/** As on the command line. What only its dialog's defaults leave idle may stand. */
	@Test
	void whatOtherKeysLeaveWithoutUseStopsTheMacro() {
		final String open = "open('DIR/b.png');\nopen('DIR/a.png');\n", end = "');\nprint('went on');";
		for (final String idle : new String[] { "light=keep reference=b.png", "reference=b.png", "light=rim referencebox=[1,2,30,0]", "pose=[like another] other=b.png yaw=3", "other=b.png yaw=3", "yaw=3 azimuth=60", "colour=#ff0000" }) {
			final String log = run(open + "run('Generate Portrait...', '" + idle + " method=geometric" + end);
			assertTrue(log.contains("has no use beside the other keys: ") && !log.contains("went on"), idle + ": " + log);
		}
		final String log = run(open + "run('Generate Portrait...', 'yaw=3 light=keep strength=2 azimuth=5 referencebox=[] method=geometric" + end);
		assertTrue(log.contains("went on"), log);
	}

	@Test
	void repeatedRunsHaveTitlesOfTheirOwn() {
		final String again = "selectImage('a.png');\n" + WARP + "print('<' + getTitle() + '>');\n";
		final String log = run("open('DIR/a.png');\n" + again + again + again + "selectImage('a-visibility-3');");
		assertTrue(log.contains("<a-view>") && log.contains("<a-view-2>") && log.contains("<a-view-3>"), log);
	}

	@Test
	void theMacroReadsTheTableOfItsOwnPhotograph() throws IOException {
		final String log = run("open('DIR/b.png');\n" + ANALYZE + "print('x=' + getResult('X (px)', nResults - 1));\nclose('*');\nopen('DIR/a.png');\n" +
			ANALYZE + "print('x=' + getResult('X (px)', nResults - 1));");
		assertTrue(log.contains("x=175") && log.contains("x=225"), log);
	}
}
