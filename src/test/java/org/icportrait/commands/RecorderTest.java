package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.plugin.frame.Recorder;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.EggHead;
import org.icportrait.bridge.Macros;
import org.icportrait.bridge.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/** What ImageJ's recorder writes of our commands, and that it runs on the next photograph. */
@OnScreen
class RecorderTest {

	private static final Map<String, Object> INPUTS = Map.ofEntries(Map.entry("pose", "absolute"), Map.entry("yaw", 20.0), Map.entry("pitch", 0.0),
		Map.entry("roll", 0.0), Map.entry("turn", "head"), Map.entry("background", "keep"), Map.entry("colour", "#808080"), Map.entry("preview", false),
		Map.entry("light", "key left"), Map.entry("strength", 1.0), Map.entry("azimuth", 5.0), Map.entry("elevation", 0.0), Map.entry("hardness", 0.5),
		Map.entry("coefficients", ""), Map.entry("ratio", 0.5), Map.entry("patch", 0), Map.entry("seed", 3), Map.entry("sameperson", false),
		Map.entry("referencebox", ""), Map.entry("slices", "current"), Map.entry("method", "geometric"), Map.entry("steps", 4), Map.entry("freedom", 1.0),
		Map.entry("guidance", 1.0), Map.entry("variant", 0), Map.entry("profiles", ""), Map.entry("variants", 1),
		Map.entry("stack", false), Map.entry("start", false), Map.entry("canvas", false), Map.entry("flow", false));

	private Recorder recorder;
	private ImagePlus photograph;
	private ImagePlus lit;

	@BeforeEach
	void recordWithTwoPhotographsOpen() {
		EggHead.useInCommands();
		recorder = new Recorder(false);
		lit = EggHead.faces(EggHead.SIDE, 3, 3);
		lit.setTitle("lit one.png");
		lit.show();
		photograph = EggHead.one();
		photograph.show();
	}

	@AfterEach
	void closeAll() {
		recorder.close();
		Macros.closeAll();
	}

	/** Runs as from a dialog; returns the lines that run commands. */
	private String record(final Class<? extends Command> command, final Map<String, Object> changes) throws Exception {
		final Map<String, Object> inputs = new HashMap<>(INPUTS);
		inputs.putAll(Map.of("image", photograph, "other", lit, "reference", lit));
		inputs.put("mask", null);
		inputs.putAll(changes);
		final CommandInfo info = CommandPlugIn.context().service(CommandService.class).getCommand(command);
		inputs.keySet().removeIf(name -> info.getInput(name) == null);
		CommandPlugIn.context().service(CommandService.class).run(command, true, inputs).get();
		return Arrays.stream(recorder.getText().split("\n")).filter(line -> line.startsWith("run(")).collect(Collectors.joining("\n"));
	}

	@Test
	void onlyWhatCountsIsWritten() throws Exception {
		assertEquals("run(\"Generate Portrait...\", \"pose=absolute yaw=20.0 pitch=0.0 roll=0.0 turn=head background=keep light=[key left] " +
			"strength=1.0 method=geometric\");",
			record(GeneratePortrait.class, Map.of()));
	}

	@Test
	void whatAChoiceNeedsIsWritten() throws Exception {
		assertEquals("run(\"Generate Portrait...\", \"pose=[like another] other=[lit one.png] turn=head background=colour colour=#808080 " +
			"light=photograph reference=[lit one.png] ratio=0.5 patch=0 seed=3 sameperson=false method=geometric\");",
			record(GeneratePortrait.class, Map.of("pose", "like another", "background", "colour", "light", "photograph")));
	}

	@Test
	void whatTheMethodNeedsIsWritten() throws Exception {
		EggHead.useInCommands(EggHead.packWithGenerator());
		final String line = record(GeneratePortrait.class, Map.of("method", "in-context"));
		assertTrue(line.endsWith("strength=1.0 seed=3 method=in-context steps=4 freedom=1.0 guidance=1.0 variant=0\");"), line);
	}

	@Test
	void theNewWindowsAreNotTakenForTheUsersDoing() throws Exception {
		record(GeneratePortrait.class, Map.of());
		assertTrue(!recorder.getText().contains("portrait\""), recorder.getText());
	}

	@Test
	void theLineRunsOnTheNextPhotograph() throws Exception {
		final String line = record(GeneratePortrait.class, Map.of());
		Macros.closeAll();
		final ImagePlus next = EggHead.faces(EggHead.SIDE, 3, 3);
		next.setTitle("next.png");
		next.show();
		final String log = Macros.run(line + "\nprint('<' + getTitle() + '>');", "");
		assertTrue(log.contains("<next-portrait>"), log);
	}

	/** Quotes ended the text, a bracket at its begin the value, and so did blanks that ImageJ takes for letters. */
	@Test
	void theLineRunsWhateverTheOtherImageIsCalled() throws Exception {
		for (final String title : new String[] { "q\"uote.png", "a \"b\" [c].png", "[x].png", "back\\slash.png", "it's.png", "x].png", "'.png", "写真　一.png", "a\tb.png", "em\u2003space.png" }) {
			lit.setTitle(title);
			recorder.close();
			recorder = new Recorder(false);
			final String line = record(GeneratePortrait.class, Map.of("light", "photograph"));
			final String log = Macros.run("selectImage(" + photograph.getID() + ");\n" + line + "\nprint('went on');", "");
			assertTrue(log.contains("went on"), line + " " + log);
		}
	}

	@Test
	void aSeriesIsRecordedWithItsWords() throws Exception {
		assertEquals("run(\"View x Light Series...\", \"preset=kdef lights=[keep, key left] turn=head background=keep method=geometric table=true montage=true\");",
			record(ViewByLightSeries.class, Map.of("preset", "kdef", "yaw", "", "pitch", "", "lights", "keep, key left", "table", true, "montage", true, "folder",
				new java.io.File(""))));
	}
}
