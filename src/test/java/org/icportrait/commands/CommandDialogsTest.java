package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.Executer;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.frame.Recorder;

import java.awt.Window;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.swing.JDialog;
import javax.swing.JTextField;

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

/** The dialogs as people use them: shown, filled, answered. */
@OnScreen
class CommandDialogsTest {

	private static final int PATIENCE_S = 60;

	private Recorder recorder;
	private ImagePlus photograph;

	@BeforeEach
	void openAPhotograph() {
		EggHead.useInCommands();
		CommandPlugIn.context().service(PrefService.class).clear(GeneratePortrait.class);
		CommandPlugIn.install();
		FirstStart.markSeen(CommandPlugIn.context().service(PrefService.class));
		photograph = EggHead.one();
		photograph.show();
		recorder = new Recorder(false);
	}

	@AfterEach
	void closeAll() {
		recorder.close();
		Macros.closeAll();
	}

	private Future<CommandModule> start() {
		return CommandPlugIn.context().service(CommandService.class).run(GeneratePortrait.class, true, "image", photograph);
	}

	/** As from ImageJ's menu. */
	private static Thread choose() {
		final Thread thread = new Thread(new Executer(Labels.GENERATE), "Run$_" + Labels.GENERATE);
		thread.start();
		return thread;
	}

	private static JDialog dialog() throws Exception {
		return Shown.dialog("Generate Portrait");
	}

	@Test
	void whatIsTypedIsMadeAndRecorded() throws Exception {
		final Thread running = choose();
		final JDialog dialog = dialog();
		assertFalse(dialog.isModal());
		Look.onEventThread(() -> {
			Shown.named(dialog.getContentPane(), Labels.YAW, JTextField.class).setText("21.5"); // and no Enter
			return null;
		});
		Shown.press(dialog, "Generate");
		running.join(PATIENCE_S * 1000);
		assertNotNull(WindowManager.getImage("someone-portrait"));
		final String lines = recorder.getText();
		final String wanted = "run(\"Generate Portrait...\", \"pose=absolute yaw=21.5 pitch=0.0 roll=0.0 turn=head background=keep light=keep seed=1 " +
			"method=automatic steps=1 freedom=1.0 guidance=1.0 variant=0\");";
		assertTrue(lines.contains(wanted), lines);
		assertEquals(lines.indexOf("run("), lines.lastIndexOf("run("), "it is recorded once: " + lines);
	}

	@Test
	void cancelCancelsTheCommandAndIsNotRecorded() throws Exception {
		final int open = WindowManager.getImageCount();
		final Thread running = choose();
		Shown.press(dialog(), "Cancel");
		running.join(PATIENCE_S * 1000);
		assertEquals(open, WindowManager.getImageCount());
		assertFalse(recorder.getText().contains("Generate"), recorder.getText());
	}

	/** A result that was closed before the studio's "Save with Provenance..." was called a missing photograph. */
	@Test
	void anImageThatWasClosedIsNamed() throws Exception {
		photograph.changes = false;
		photograph.close();
		final CommandModule module = CommandPlugIn.context().service(CommandService.class).run(SaveWithProvenance.class, true, "image", photograph).get(PATIENCE_S, TimeUnit.SECONDS);
		assertEquals("\"someone.png\" was closed: open it or make it again.", module.getCancelReason());
	}

	@Test
	void closingTheWindowCancels() throws Exception {
		final Future<CommandModule> running = start();
		final JDialog dialog = dialog();
		Look.onEventThread(() -> {
			dialog.dispose();
			return null;
		});
		assertTrue(running.get(PATIENCE_S, TimeUnit.SECONDS).isCanceled());
	}

	@Test
	void imageJGoesOnWhileItIsOpen() throws Exception {
		final Future<CommandModule> running = start();
		final JDialog dialog = dialog();
		final ImagePlus other = IJ.createImage("other", "RGB", 50, 50, 1);
		other.show();
		IJ.run(other, "Invert", "");
		Shown.press(dialog, "Generate");
		final CommandModule module = running.get(PATIENCE_S, TimeUnit.SECONDS);
		assertEquals("someone-portrait", ((ImagePlus) module.getOutput("generated")).getTitle(), "made of the photograph that the dialog is about");
	}

	@Test
	void thePreviewStandsBesideIt() throws Exception {
		final Future<CommandModule> running = start();
		final JDialog dialog = dialog();
		Window preview = null;
		for (int i = 0; i < PATIENCE_S * 20 && preview == null; i++) {
			for (final Window owned : dialog.getOwnedWindows()) if (owned.isShowing()) preview = owned;
			TimeUnit.MILLISECONDS.sleep(50);
		}
		assertNotNull(preview, "a preview");
		// Both find their places on the event thread, one after the other.
		for (int i = 0; i < PATIENCE_S * 20 && preview.getBounds().intersects(dialog.getBounds()); i++) TimeUnit.MILLISECONDS.sleep(50);
		final boolean beside = !preview.getBounds().intersects(dialog.getBounds());
		Shown.press(dialog, "Cancel"); // an open dialog would be taken for that of the next test
		assertTrue(beside);
		running.get(PATIENCE_S, TimeUnit.SECONDS);
		Look.onEventThread(() -> null);
		assertFalse(preview.isShowing());
	}

	@Test
	void withoutAPhotographItSaysWhatToDo() throws Exception {
		Macros.closeAll();
		final CommandModule module = CommandPlugIn.context().service(CommandService.class).run(GeneratePortrait.class, true).get(PATIENCE_S, TimeUnit.SECONDS);
		assertTrue(module.isCanceled() && module.getCancelReason().contains("open a photograph"), module.getCancelReason());
	}
}
