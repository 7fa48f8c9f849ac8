package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.frame.Recorder;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.EggHead;
import org.icportrait.bridge.Macros;
import org.icportrait.bridge.OnScreen;
import org.icportrait.studio.StudioState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the studio makes is what commands, macros and the recorder make. */
@OnScreen
class StudioTest {

	private static final StudioState STATE = StudioState.UNCHANGED.lookingTo(20, 5, 0).litFrom(40, 20);

	private final CommandsOfStudio host = new CommandsOfStudio(CommandPlugIn.context());
	private Recorder recorder;
	private ImagePlus photograph;

	@BeforeEach
	void openAPhotograph() {
		EggHead.useInCommands();
		recorder = new Recorder(false);
		photograph = EggHead.one();
		photograph.show();
	}

	@AfterEach
	void closeAll() {
		recorder.close();
		Macros.closeAll();
	}

	private ImagePlus generate(final StudioState state, final List<ImagePlus> further) throws Exception {
		final CompletableFuture<ImagePlus> made = new CompletableFuture<>();
		host.generate(photograph, further, state, made::complete);
		final ImagePlus result = made.get(120, TimeUnit.SECONDS);
		assertNotNull(result);
		return result;
	}

	private String recorded() {
		return Arrays.stream(recorder.getText().split("\n")).filter(line -> line.startsWith("run(")).collect(Collectors.joining("\n"));
	}

	@Test
	void theCopiedLineIsTheRecordedOne() throws Exception {
		for (final StudioState state : List.of(STATE, StudioState.UNCHANGED, STATE.lit("key left").turning("bust"), STATE.litLike(1.5, 0.2))) {
			generate(state, List.of());
			assertTrue(recorded().endsWith(host.macro(state, List.of())), recorded() + " and " + host.macro(state, List.of()));
		}
	}

	@Test
	void theCopiedLineMakesTheSamePicture() throws Exception {
		final int[] made = (int[]) generate(STATE, List.of()).getProcessor().getPixels();
		Macros.closeAll();
		EggHead.one().show();
		Macros.run(host.macro(STATE, List.of()), "");
		assertArrayEquals(made, (int[]) WindowManager.getImage("someone-portrait").getProcessor().getPixels());
	}

	@Test
	void whatIsFilledInIsTheCommandsToo() throws Exception {
		EggHead.useInCommands(EggHead.packWithGenerator());
		final StudioState state = StudioState.UNCHANGED.lookingTo(60, 0, 0);
		final int[] geometric = (int[]) generate(state.madeBy("geometric"), List.of()).getProcessor().getPixels();
		final ImagePlus made = generate(state, List.of());
		assertFalse(Arrays.equals(geometric, (int[]) made.getProcessor().getPixels()));
		assertTrue(made.getInfoProperty().contains("method: in-context"), made.getInfoProperty());
		assertTrue(recorded().endsWith(host.macro(state, List.of())), recorded());
	}

	@Test
	void furtherPhotographsStandInTheLineAndInTheOrigin() throws Exception {
		final ImagePlus more = EggHead.one();
		more.setTitle("the same one.png");
		more.show();
		final String line = host.macro(STATE, List.of(more));
		assertTrue(line.contains("profiles=[the same one.png]"), line);
		final ImagePlus made = generate(STATE, List.of(more));
		assertEquals(line, recorded());
		assertTrue(made.getInfoProperty().contains("the same one.png"), made.getInfoProperty());
	}

	@Test
	void aFurtherPhotographThatIsNotOpenIsSaid() {
		final String log = Macros.run("run('Generate Portrait...', 'profiles=[nobody.png]');", "");
		assertTrue(log.contains("none is called \"nobody.png\""), log);
	}
}
