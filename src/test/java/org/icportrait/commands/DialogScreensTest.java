package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import java.awt.Window;
import java.awt.image.BufferedImage;

import javax.swing.JDialog;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.EggHead;
import org.icportrait.bridge.Look;
import org.icportrait.bridge.Macros;
import org.icportrait.bridge.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** Pictures of every dialog, light and dark, at normal and at twice the density; each must be no higher than 700 pixels. */
@OnScreen
class DialogScreensTest {

	private ImagePlus photograph;

	@BeforeEach
	void openAPhotograph() {
		EggHead.useInCommands();
		photograph = OpenSamplePortrait.sample();
		photograph.show();
	}

	@AfterEach
	void closeAll() throws Exception {
		Macros.closeAll();
		Look.plain();
	}

	@ParameterizedTest
	@CsvSource({ "OpenPortrait,false", "AnalyzePortrait,false", "WarpView,false", "StitchLighting,false", "GeneratePortrait,false", "GeneratePortrait,true",
		"ViewByLightSeries,false", "SaveWithProvenance,false", "ModelsAndDevices,false" })
	void everyDialogIsLowEnough(final String name, final boolean dark) throws Exception {
		Look.wear(dark);
		final CommandInfo info = CommandPlugIn.context().service(CommandService.class).getCommand("org.icportrait.commands." + name);
		final Module module = CommandPlugIn.context().service(ModuleService.class).createModule(info);
		if (info.getInput("image") != null) {
			module.setInput("image", photograph);
			module.resolveInput("image");
		}
		final JDialog dialog = Look.onEventThread(() -> CommandDialogs.open(module, CommandDialogs.model(module)).window());
		final BufferedImage picture = Look.picture(dialog, 1);
		Look.save(picture, name + (dark ? "-dark" : ""));
		Look.save(Look.picture(dialog, 2), name + (dark ? "-dark" : "") + "@2x");
		final int height = dialog.getHeight();
		Look.onEventThread(() -> {
			for (final Window owned : dialog.getOwnedWindows()) owned.dispose();
			dialog.dispose();
			return null;
		});
		module.cancel();
		assertTrue(height <= 700, name + " is " + height + " high");
	}
}
