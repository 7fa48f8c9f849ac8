package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.request.LightWords;
import org.icportrait.series.StimulusSets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/** Menu entries and parameter names are public API: macros and scripts of users hold them. Change this test only with a new major version. */
class PublicNamesTest {

	private static CommandInfo command(final String name) {
		return CommandPlugIn.context().service(CommandService.class).getCommand("org.icportrait.commands." + name);
	}

	private static List<ModuleItem<?>> inputs(final String name) {
		final List<ModuleItem<?>> inputs = new ArrayList<>();
		for (final ModuleItem<?> item : command(name).inputs()) {
			if (!Service.class.isAssignableFrom(item.getType()) && item.getType() != org.scijava.Context.class) inputs.add(item);
		}
		return inputs;
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = {
		"OpenPortrait; Plugins > IC-Portrait > Open Portrait...; file pages; portrait",
		"OpenSamplePortrait; Plugins > IC-Portrait > Open Sample Portrait;; portrait",
		"PortraitStudio; Plugins > IC-Portrait > Portrait Studio...; image;",
		"AnalyzePortrait; Plugins > IC-Portrait > Analyze Portrait...; image slices faces mesh landmarks axes table maps; analyzed surface",
		"WarpView; Plugins > IC-Portrait > Warp View...; " +
			"image slices pose yaw pitch roll other turn background colour preview visibility correspondence depth normals; " +
			"view coverage visibility_map correspondence_map depth_map normals_map",
		"StitchLighting; Plugins > IC-Portrait > Stitch Lighting...; image slices reference ratio patch seed sameperson referencebox canvas; relit stitched",
		"GeneratePortrait; Plugins > IC-Portrait > Generate Portrait...; " +
			"image slices pose yaw pitch roll other turn background colour preview light strength azimuth elevation hardness coefficients reference ratio " +
			"patch seed sameperson referencebox method steps freedom guidance variant profiles variants mask stack start canvas flow; " +
			"generated coverage generated_map uncertainty_map variant_stack start_picture stitched stitched_mask flow_map flow_wheel correspondence_map",
		"ViewByLightSeries; Plugins > IC-Portrait > View x Light Series...; " +
			"image slices preset yaw pitch lights reference turn background colour method steps seed freedom guidance variant profiles table montage folder; series sheet",
		"SaveWithProvenance; Plugins > IC-Portrait > Save with Provenance...; image file quality sidecar manifest overwrite;",
		"CopyMethodsText; Plugins > IC-Portrait > Copy Methods Text; image;",
		"ModelsAndDevices; Plugins > IC-Portrait > Models and Devices...; models device natives table;" })
	void menuInputsAndOutputs(final String name, final String menu, final String inputs, final String outputs) {
		assertEquals(menu, command(name).getMenuPath().getMenuString());
		assertEquals(inputs == null ? "" : inputs, String.join(" ", inputs(name).stream().map(ModuleItem::getName).toList()));
		final List<String> found = new ArrayList<>();
		for (final ModuleItem<?> output : command(name).outputs()) found.add(output.getName());
		assertEquals(outputs == null ? "" : outputs, String.join(" ", found));
	}

	@ParameterizedTest
	@ValueSource(strings = { "OpenPortrait", "OpenSamplePortrait", "PortraitStudio", "AnalyzePortrait", "WarpView", "StitchLighting", "GeneratePortrait", "ViewByLightSeries", "SaveWithProvenance", "CopyMethodsText", "ModelsAndDevices" })
	void everyInputIsFitForMacros(final String name) {
		for (final ModuleItem<?> item : inputs(name)) {
			assertTrue(item.getName().matches("[a-z]+"), item.getName());
			assertFalse(item.getLabel().isEmpty(), item.getName());
			if (item.getType() == ImagePlus.class || item.getType() == File.class) continue;
			assertNotNull(item.getDefaultValue(), item.getName() + " has a default");
			if (item.getChoices() != null) assertTrue(item.getChoices().contains(item.getDefaultValue()), item.getName());
		}
	}

	@Test
	void theLightsOfTheDialogAreThoseOfTheFacade() {
		assertEquals(LightWords.words(), command("GeneratePortrait").getInput("light").getChoices());
	}

	/** Macros write them without hyphens. */
	@Test
	void whatBelongsToALightIsAskedFor() {
		for (final String name : LightWords.OF_A_LIGHT) assertNotNull(command("GeneratePortrait").getInput(name.replace("-", "")), name);
	}

	@Test
	void thePresetsOfTheDialogAreThoseThatAreKnown() {
		assertEquals(StimulusSets.words(), command("ViewByLightSeries").getInput("preset").getChoices());
	}

	@Test
	void noOutputOpensATable() {
		for (final CommandInfo info : CommandPlugIn.context().service(CommandService.class).getCommands()) {
			if (!info.getClassName().startsWith("org.icportrait.")) continue;
			for (final ModuleItem<?> output : info.outputs()) assertEquals(ImagePlus.class, output.getType(), output.getName());
		}
	}
}
