package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.Macros;
import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

class MacroInputsTest {

	private static final String NEW_IMAGE = "newImage('first', '8-bit', 8, 8, 1);\nnewImage('second one', '8-bit', 8, 8, 1);\n";

	private static String probe(final String options) {
		ProbeCommand.seen = null;
		return Macros.run(NEW_IMAGE + "run('Probe...', '" + options + "');\nprint('went on with ' + getTitle());", "");
	}

	@Test
	void everyKindOfValueArrives() {
		final String log = probe("image=first other=[second one] yaw=-12.5 count=7 background=[plain colour] text=[a b] flag=false");
		assertEquals("first|second one|-12.5|7|plain colour|a b|false", ProbeCommand.seen, log);
		assertTrue(log.contains("went on with result"), log);
	}

	@Test
	void omittedInputsTakeTheirDeclaredDefaultsAndTheActiveImage() {
		probe("yaw=1 count=1 background=[plain colour] text=x flag=false");
		probe("");
		assertEquals("second one|-|30.0|3|keep||true", ProbeCommand.seen);
	}

	@Test
	void zeroIsAValueAndABareKeyMeansTrue() {
		probe("yaw=0 count=0 flag");
		assertEquals("second one|-|0.0|0|keep||true", ProbeCommand.seen);
	}

	/** The macro language writes its true as 1. */
	@Test
	void variablesAreTakenBehindAnAmpersand() {
		ProbeCommand.seen = null;
		final String log = Macros.run(NEW_IMAGE + "angle=-12.5; n=7; words='a b'; name='first'; shown=false;\n" +
			"run('Probe...', 'image=&name yaw=&angle count=&n text=&words flag=&shown');\nrun('Probe...', 'yaw=&nothing');\nprint('went on');", "");
		assertEquals("first|-|-12.5|7|keep|a b|false", ProbeCommand.seen, log);
		assertTrue(log.contains("must be a number, not \"&nothing\"") && !log.contains("went on"), log);
		probe("text=&c flag=1");
		assertEquals("second one|-|30.0|3|keep|&c|true", ProbeCommand.seen, "no variable is called so");
	}

	@Test
	void anUnknownKeyStopsTheMacroWithOneSentence() {
		final String log = probe("jaw=3");
		assertNull(ProbeCommand.seen, log);
		assertTrue(log.contains("Unknown macro key \"jaw\""), log);
		assertFalse(log.contains("went on"), log);
	}

	@Test
	void aValueWithBlanksWithoutBracketsStopsTheMacroWithWhatIsMeant() {
		final String log = probe("text=a bit more yaw=3");
		assertNull(ProbeCommand.seen, log);
		assertTrue(log.contains("stands in brackets: text=[a bit more]."), log);
	}

	/** SciJava drops such a run without a word, and the macro goes on. */
	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "pages=all;must name a file: file=[path].", "file=[];needs the path of a file" })
	void aFileThatIsMissingIsSaid(final String options, final String sentence) {
		final String log = Macros.run(NEW_IMAGE + "run('Open Portrait...', '" + options + "');\nprint('went on');", "");
		assertTrue(log.contains(sentence), log);
		assertFalse(log.contains("went on"), log);
	}

	@Test
	void aBadNumberStopsTheMacroWithOneSentence() {
		final String log = probe("yaw=abc");
		assertNull(ProbeCommand.seen, log);
		assertTrue(log.contains("must be a number"), log);
		assertFalse(log.contains("went on"), log);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "yaw;abc;must be a number", "yaw;30,5;before the decimals: 30.5", "count;1,5;must be a number", "variant;5000000000;choose a smaller one", "yaw;NaN;must be a number", "yaw;76;between -75 and 75", "seed;-1;must lie at 0 or above", "count;2.5;whole number",
		"count;;needs a value", "background;red;must be one of", "flag;maybe;true or false", "image;nowhere;none is called" })
	void wrongValuesAreRefused(final String key, final String value, final String part) {
		final CommandService commands = CommandPlugIn.context().service(CommandService.class);
		final ModuleItem<?> item = commands.getCommand(ProbeCommand.class).getInput(key);
		final BadInput thrown = assertThrows(BadInput.class, () -> MacroValue.parse(item, value));
		assertTrue(thrown.getMessage().contains(part), thrown.getMessage());
	}

	/** As they are recorded, whatever the case they are written in. */
	@Test
	void choicesCountInAnyCase() {
		probe("background=[Plain COLOUR]");
		assertTrue(ProbeCommand.seen.contains("|plain colour|"), ProbeCommand.seen);
	}

	/** A seed has more digits than a double. */
	@Test
	void wholeNumbersAreTakenToTheLastDigit() {
		final ModuleItem<?> seed = CommandPlugIn.context().service(CommandService.class).getCommand(GeneratePortrait.class).getInput("seed");
		assertEquals(9007199254740993L, MacroValue.parse(seed, "9007199254740993"));
		assertThrows(BadInput.class, () -> MacroValue.parse(seed, "9223372036854775808"));
		assertThrows(BadInput.class, () -> MacroValue.parse(seed, "-1"));
	}

	@Test
	void withoutAnImageTheMacroStops() {
		Macros.closeAll();
		final String log = Macros.run("run('Probe...', 'yaw=3');\nprint('went on');", "");
		assertTrue(log.contains("no image"), log);
		assertFalse(log.contains("went on"), log);
	}

	@Test
	void scriptsThatUseRunAreStoppedToo() {
		CommandPlugIn.install();
		ProbeCommand.seen = null;
		assertThrows(RuntimeException.class, () -> IJ.run("Probe...", "jaw=3"));
		assertNull(ProbeCommand.seen);
	}

	@Test
	void outsideMacrosNothingIsRefused() throws Exception {
		final CommandService commands = CommandPlugIn.context().service(CommandService.class);
		commands.run(ProbeCommand.class, true, "image", IJ.createImage("given", "8-bit", 4, 4, 1), "yaw", 99.0).get();
		assertTrue(ProbeCommand.seen.startsWith("given|-|99.0"), ProbeCommand.seen);
	}
}
