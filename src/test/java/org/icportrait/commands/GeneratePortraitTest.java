package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.util.HashMap;
import java.util.Map;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.EggHead;
import org.icportrait.light.LightPreset;
import org.icportrait.portrait.Provenance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** Generate and stitch, on the egg: its brighter side must be where the light comes from. */
class GeneratePortraitTest {

	private static final int X = 225;
	private static final int Y = 175;
	private static final int ASIDE = 16;

	@BeforeEach
	void useTheEgg() {
		EggHead.useInCommands();
	}

	private static CommandModule run(final Class<? extends Command> command, final Map<String, Object> defaults, final Object... inputs)
		throws Exception
	{
		final Map<String, Object> all = new HashMap<>(defaults);
		all.putAll(Map.of("ratio", 0.8, "patch", 0, "seed", 1, "sameperson", false));
		for (int i = 0; i < inputs.length; i += 2) all.put((String) inputs[i], inputs[i + 1]);
		return CommandPlugIn.context().service(CommandService.class).run(command, true, all).get();
	}

	private static CommandModule generate(final Object... inputs) throws Exception {
		final Map<String, Object> defaults = new HashMap<>(Map.of("pose", "change", "yaw", 0.0, "pitch", 0.0, "roll", 0.0, "turn", "head",
			"background", "keep", "colour", "#808080"));
		defaults.putAll(Map.of("light", "keep", "strength", 1.0, "azimuth", -45.0, "elevation", 0.0, "hardness", 0.5, "coefficients", "", "method", "geometric"));
		defaults.putAll(Map.of("variants", 1, "stack", false, "start", false, "canvas", false, "flow", false));
		return run(GeneratePortrait.class, defaults, inputs);
	}

	private static ImagePlus generated(final Object... inputs) throws Exception {
		final CommandModule module = generate(inputs);
		assertNull(module.getCancelReason());
		return (ImagePlus) module.getOutput("generated");
	}

	/** Titles of images that are closed by then, and a place in another photograph: each later dialog and script would have been refused, or misled. */
	@Test
	void whatSpeaksOfTheseImagesAloneIsNotRemembered() throws Exception {
		EggHead.useInCommands(EggHead.packWithStitch());
		assertEquals("\"profiles\" must name open images, with semicolons between; none is called \"gone.png\".", generate("image", EggHead.one(), "profiles", "gone.png").getCancelReason());
		assertNull(generate("image", EggHead.one(), "light", "photograph", "reference", EggHead.one(), "referencebox", "100,100,90,0").getCancelReason());
		final CommandModule next = generate("image", EggHead.one());
		assertNull(next.getCancelReason());
		assertEquals("", next.getInput("referencebox"));
	}

	@Test
	void whatNoPhotographShowsIsGeneratedWhereItIsAskedFor() throws Exception {
		EggHead.useInCommands(EggHead.packWithGenerator());
		final CommandModule module = generate("image", EggHead.one(), "yaw", 60.0, "method", "in-context");
		assertNull(module.getCancelReason());
		final ImagePlus map = (ImagePlus) module.getOutput("generated_map"), picture = (ImagePlus) module.getOutput("generated");
		assertEquals(255, map.getProcessor().getStatistics().max);
		assertTrue(picture.getInfoProperty().contains("in-context"), picture.getInfoProperty());
	}

	@Test
	void whatIsWantedBesideItIsGivenAndNothingElse() throws Exception {
		EggHead.useInCommands(EggHead.packWithGenerator());
		final CommandModule all = generate("image", EggHead.one(), "yaw", 60.0, "method", "in-context", "variants", 2, "stack", true, "start", true, "canvas", true,
			"flow", true);
		assertNull(all.getCancelReason());
		final Map<String, String> titles = Map.of("uncertainty_map", "uncertainty", "variant_stack", "variants", "start_picture", "start", "stitched", "canvas",
			"stitched_mask", "canvas-mask", "flow_map", "flow", "flow_wheel", "flow-wheel", "correspondence_map", "correspondence");
		final CommandModule none = generate("image", EggHead.one(), "yaw", 60.0, "method", "in-context");
		titles.forEach((output, title) -> {
			final ImagePlus made = (ImagePlus) all.getOutput(output);
			assertEquals("someone-" + title, made.getTitle());
			assertTrue(made.getInfoProperty().contains("request.outputs.beside.variants: 2"), made.getInfoProperty());
			assertNull(none.getOutput(output));
		});
		assertEquals(2, ((ImagePlus) all.getOutput("variant_stack")).getStackSize());
	}

	/** The selection of an earlier result says what may change in the next one; the preview takes the same mask. */
	@Test
	void onlyWhatIsSelectedChanges() throws Exception {
		EggHead.useInCommands(EggHead.packWithGenerator());
		final ImagePlus geometric = generated("image", EggHead.one(), "pose", "absolute", "yaw", 60.0);
		geometric.setRoi(180, 130, 45, 100);
		geometric.setTitle("where");
		final ImagePlus masked = generated("image", EggHead.one(), "pose", "absolute", "yaw", 60.0, "method", "in-context", "mask", geometric);
		int changed = 0;
		for (int i = 0; i < EggHead.SIDE * EggHead.SIDE; i++) {
			final boolean same = geometric.getProcessor().get(i) == masked.getProcessor().get(i);
			if (!geometric.getRoi().contains(i % EggHead.SIDE, i / EggHead.SIDE)) assertTrue(same);
			else if (!same) changed++;
		}
		assertTrue(changed > 50, changed + " pixels changed");
		assertTrue(masked.getInfoProperty().contains("request.method.mask.path: where"), masked.getInfoProperty());
	}

	@Test
	void masksThatFitNothingAreRefused() throws Exception {
		EggHead.useInCommands(EggHead.packWithGenerator());
		assertTrue(masked(EggHead.faces(200)).contains("200 x 200 pixels and the photograph 400 x 400"), masked(EggHead.faces(200)));
		assertTrue(masked(ij.IJ.createImage("", "8-bit black", 400, 400, 1)).contains("black everywhere"));
		final ImagePlus coloured = EggHead.one();
		coloured.getProcessor().set(0, 0xff0000);
		assertTrue(masked(coloured).contains("is in colours and has no selection"));
		final ImagePlus closed = EggHead.one();
		closed.flush(); // as its window does
		assertTrue(masked(closed).contains("was closed: open it again"), masked(closed));
		assertTrue(generate("image", EggHead.one(), "yaw", 60.0, "mask", EggHead.one()).getCancelReason().contains("belongs to the methods automatic and in-context"));
	}

	private static String masked(final ImagePlus mask) throws Exception {
		return generate("image", EggHead.one(), "yaw", 60.0, "method", "in-context", "mask", mask).getCancelReason();
	}

	@Test
	void extrasOfGeometryAreRefused() throws Exception {
		assertTrue(generate("image", EggHead.one(), "yaw", 60.0, "flow", true).getCancelReason().contains("belong to the methods automatic and in-context"));
	}

	@Test
	void aPackThatCannotGenerateSaysSo() throws Exception {
		final CommandModule module = generate("image", EggHead.one(), "yaw", 60.0, "method", "in-context");
		assertTrue(module.getCancelReason().contains("choose the method automatic or geometric"), module.getCancelReason());
	}

	/** The origin says which method it became. */
	@Test
	void automaticIsTheBestThatThePackCan() throws Exception {
		assertEquals("automatic", CommandPlugIn.context().service(CommandService.class).getCommand(GeneratePortrait.class).getInput("method").getDefaultValue());
		final CommandModule plain = generate("image", EggHead.one(), "yaw", 60.0, "method", "automatic");
		assertNull(plain.getCancelReason());
		assertNull(plain.getOutput("generated_map"));
		assertTrue(info(plain).contains("\nmethod: geometric\n") && info(plain).contains("request.method.method: automatic"), info(plain));
		assertTrue(generate("image", EggHead.one(), "yaw", 60.0, "method", "automatic", "flow", true).getCancelReason().contains("leave them out"));
		EggHead.useInCommands(EggHead.packWithGenerator());
		final CommandModule module = generate("image", EggHead.one(), "yaw", 60.0, "method", "automatic", "start", true);
		assertNull(module.getCancelReason());
		assertNotNull(module.getOutput("generated_map"));
		assertNotNull(module.getOutput("start_picture"));
		assertTrue(info(module).contains("\nmethod: in-context\n") && info(module).contains("request.method.method: automatic"), info(module));
	}

	private static String info(final CommandModule module) {
		return ((ImagePlus) module.getOutput("generated")).getInfoProperty();
	}

	/** How much brighter the egg's nose is at its right than at its left. */
	private static int rightMinusLeft(final ImagePlus image) {
		final ImageProcessor grey = image.getProcessor().convertToByte(false);
		return grey.get(X + ASIDE, Y) - grey.get(X - ASIDE, Y);
	}

	@Test
	void keepingEverythingChangesNothing() throws Exception {
		final ImagePlus photograph = EggHead.one();
		final ImagePlus same = generated("image", photograph);
		for (int i = 0; i < photograph.getProcessor().getPixelCount(); i++) {
			assertEquals(photograph.getProcessor().get(i) & 0xffffff, same.getProcessor().get(i) & 0xffffff);
		}
	}

	@Test
	void theLitSideIsWhereTheLightComesFrom() throws Exception {
		final ImagePlus photograph = EggHead.one();
		final int[] before = ((int[]) photograph.getProcessor().getPixels()).clone();
		assertTrue(rightMinusLeft(generated("image", photograph, "light", "key left")) < -5, "key left");
		assertTrue(rightMinusLeft(generated("image", photograph, "light", "key right")) > 5, "key right");
		assertTrue(rightMinusLeft(generated("image", photograph, "light", "direction", "azimuth", 70.0)) > 5, "from the right");
		assertArrayEquals(before, (int[]) photograph.getProcessor().getPixels());
	}

	@Test
	void aTurnedHeadIsLitInTheAxesOfTheResult() throws Exception {
		final ImagePlus left = generated("image", EggHead.one(), "pose", "absolute", "yaw", 20.0, "light", "key left");
		final ImagePlus right = generated("image", EggHead.one(), "pose", "absolute", "yaw", 20.0, "light", "key right");
		final int noseX = X + 15;
		final int onTheLeft = left.getProcessor().convertToByte(false).get(noseX - ASIDE, Y);
		assertTrue(onTheLeft > right.getProcessor().convertToByte(false).get(noseX - ASIDE, Y) + 5, "the left of the nose");
		assertTrue(left.getInfoProperty().contains(Provenance.NOTICE));
		assertTrue(left.getInfoProperty().contains("request.light.light: key left"));
		final String lamps = "lamps.1.direction: [";
		assertTrue(left.getInfoProperty().contains(lamps + LightPreset.KEY_LEFT.light().lamps().get(0).x()), left.getInfoProperty());
	}

	@Test
	void lightOfCoefficientsHasTheirColour() throws Exception {
		final String red = "2.4,0.6,0.6," + "0,0,0,".repeat(8).replaceAll(",$", "");
		final ImagePlus image = generated("image", EggHead.one(), "light", "coefficients", "coefficients", red);
		final int rgb = image.getProcessor().get(X, Y);
		assertTrue((rgb >> 16 & 255) > 1.3 * (rgb & 255), Integer.toHexString(rgb));
	}

	@Test
	void lightOfAnEnvironmentComesFromItsBrightSide() throws Exception {
		// The middle column lies behind the head as the camera sees it, the picture's right half at the right.
		final ImagePlus panorama = ij.IJ.createImage("sky", "RGB black", 128, 64, 1);
		panorama.getProcessor().setColor(0xffffff);
		panorama.getProcessor().fill(new ij.gui.Roi(80, 16, 40, 32));
		final ImagePlus image = generated("image", EggHead.one(), "light", "environment", "reference", panorama);
		assertTrue(rightMinusLeft(image) > 5);
		assertTrue(image.getInfoProperty().contains("request.light.reference.path: sky"));
	}

	@Test
	void greyStaysGreyUnderColouredLight() throws Exception {
		final ImagePlus grey = new ImagePlus("grey", EggHead.one().getProcessor().convertToByte(true));
		assertEquals(8, generated("image", grey, "light", "rim", "yaw", 10.0).getBitDepth());
	}

	@Test
	void aMissingReferenceIsSaid() throws Exception {
		assertTrue(generate("image", EggHead.one(), "light", "photograph", "reference", null).getCancelReason().contains("needs a reference"));
		assertTrue(generate("image", EggHead.one(), "light", "photograph", "reference", EggHead.faces(EggHead.SIDE)).getCancelReason()
			.contains("No face"));
	}

	@Test
	void stitchBringsTheLightOfTheOther() throws Exception {
		final ImagePlus lit = generated("image", EggHead.one(), "light", "direction", "azimuth", 60.0, "hardness", 0.2);
		lit.setTitle("lit.png");
		final CommandModule module = run(StitchLighting.class, Map.of(), "image", EggHead.one(), "reference", lit, "ratio", 0.5, "canvas", true);
		assertNull(module.getCancelReason());
		final ImagePlus relit = (ImagePlus) module.getOutput("relit");
		assertTrue(rightMinusLeft(relit) > 3, "difference " + rightMinusLeft(relit));
		assertEquals("someone-relit", relit.getTitle());
		assertTrue(relit.getInfoProperty().contains("request.light.reference.path: lit.png"));
		final ImagePlus canvas = (ImagePlus) module.getOutput("stitched");
		assertEquals(2 * EggHead.SIDE, canvas.getWidth());
		assertEquals(EggHead.SIDE, canvas.getHeight());
	}

	@Test
	void theSeedMakesTheMask() throws Exception {
		final ImagePlus first = canvas(1);
		final ImagePlus again = canvas(1);
		final ImagePlus other = canvas(2);
		assertArrayEquals((int[]) first.getProcessor().getPixels(), (int[]) again.getProcessor().getPixels());
		assertTrue(!java.util.Arrays.equals((int[]) first.getProcessor().getPixels(), (int[]) other.getProcessor().getPixels()));
	}

	private static ImagePlus canvas(final int seed) throws Exception {
		return (ImagePlus) run(StitchLighting.class, Map.of(), "image", EggHead.one(), "reference", EggHead.one(), "seed", seed, "canvas", true)
			.getOutput("stitched");
	}
}
