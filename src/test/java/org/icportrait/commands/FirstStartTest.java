package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.swing.JDialog;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.EggHead;
import org.icportrait.bridge.Look;
import org.icportrait.bridge.Macros;
import org.icportrait.bridge.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.prefs.PrefService;

/** The dialog that explains the plugin once. */
@OnScreen
class FirstStartTest {

	private static final int PATIENCE_S = 60;

	private final PrefService preferences = CommandPlugIn.context().service(PrefService.class);

	@BeforeEach
	void asIfNeverUsed() {
		EggHead.useInCommands();
		Macros.closeAll();
		preferences.clear(FirstStart.class);
	}

	@AfterEach
	void nobodyElseSeesIt() throws Exception {
		Look.plain();
		FirstStart.markSeen(preferences);
		Macros.closeAll();
	}

	private static Future<CommandModule> start() {
		return CommandPlugIn.context().service(CommandService.class).run(GeneratePortrait.class, true);
	}

	@Test
	void theSamplePortraitIsOpenedAndTheCommandGoesOnWithItOnce() throws Exception {
		final Future<CommandModule> running = start();
		Shown.press(Shown.dialog("Welcome to IC-Portrait"), "Open Sample Portrait");
		final JDialog dialog = Shown.dialog("Generate Portrait");
		assertNotNull(WindowManager.getImage("sample portrait.png"));
		Shown.press(dialog, "Cancel");
		assertTrue(running.get(PATIENCE_S, TimeUnit.SECONDS).isCanceled());
		final Future<CommandModule> again = start();
		Shown.press(Shown.dialog("Generate Portrait"), "Cancel");
		again.get(PATIENCE_S, TimeUnit.SECONDS);
		assertEquals(null, Shown.find("Welcome to IC-Portrait"));
	}

	@Test
	void closingItCancels() throws Exception {
		Look.wear(false);
		final Future<CommandModule> running = start();
		final JDialog dialog = Shown.dialog("Welcome to IC-Portrait");
		Look.save(Look.picture(dialog, 1), "Welcome");
		Look.onEventThread(() -> {
			dialog.dispose();
			return null;
		});
		assertTrue(running.get(PATIENCE_S, TimeUnit.SECONDS).isCanceled());
	}

	@Test
	void aMacroIsNotStopped() {
		EggHead.one().show();
		final String log = Macros.run("run('Warp View...', 'yaw=10');\nprint('<' + getTitle() + '>');", "");
		assertTrue(log.contains("<someone-view>"), log);
		assertFalse(preferences.getBoolean(FirstStart.class, "explained", false), "and the user is told another time");
	}

	@Test
	void theSampleIsOursAndSmall() {
		final ImagePlus sample = OpenSamplePortrait.sample();
		assertEquals(640, sample.getWidth());
		assertEquals(640, sample.getHeight());
	}
}
