package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import java.awt.Component;
import java.awt.event.MouseEvent;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JSlider;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.Look;
import org.icportrait.bridge.Macros;
import org.icportrait.bridge.OnScreen;
import org.icportrait.portrait.EngineOptions;
import org.icportrait.studio.StudioState;
import org.icportrait.studio.StudioWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The studio as people use it, on the sample portrait with the shipped models; and pictures of it. */
@OnScreen
class StudioWindowTest {

	private static final int PATIENCE_S = 240;

	private StudioWindow studio;
	private JFrame window;

	@BeforeEach
	void open() throws Exception {
		CommandPlugIn.context().service(PortraitService.class).use(EngineOptions.DEFAULT);
		Look.wear(false);
		final ImagePlus sample = OpenSamplePortrait.sample();
		sample.show();
		studio = Look.onEventThread(() -> {
			final StudioWindow opened = new StudioWindow(sample, new CommandsOfStudio(CommandPlugIn.context()));
			opened.window().pack();
			opened.window().setVisible(true);
			return opened;
		});
		window = studio.window();
		waitFor(() -> text("Drag the head"), "a first picture");
	}

	@AfterEach
	void close() throws Exception {
		Look.onEventThread(() -> {
			window.dispose();
			return null;
		});
		Macros.closeAll();
		Look.plain();
	}

	private static void waitFor(final BooleanSupplier there, final String what) throws InterruptedException {
		for (int i = 0; i < PATIENCE_S * 20; i++) {
			if (there.getAsBoolean()) return;
			TimeUnit.MILLISECONDS.sleep(50);
		}
		throw new AssertionError("There is not " + what + ".");
	}

	/** Whether a label shows a text. */
	private boolean text(final String part) {
		return label(window.getContentPane(), part);
	}

	private static boolean label(final java.awt.Container container, final String part) {
		for (final Component child : container.getComponents()) {
			if (child instanceof JLabel label && label.getText() != null && label.getText().contains(part)) return true;
			if (child instanceof java.awt.Container inner && label(inner, part)) return true;
		}
		return false;
	}

	private JComponent named(final String name) {
		return Shown.named(window.getContentPane(), name, JComponent.class);
	}

	/** Drags over a component, from its middle by some pixels. */
	private static void drag(final Component over, final int dx, final int dy) throws Exception {
		Look.onEventThread(() -> {
			final int x = over.getWidth() / 2, y = over.getHeight() / 2;
			send(over, MouseEvent.MOUSE_PRESSED, x, y);
			for (int i = 1; i <= 10; i++) send(over, MouseEvent.MOUSE_DRAGGED, x + dx * i / 10, y + dy * i / 10);
			send(over, MouseEvent.MOUSE_RELEASED, x + dx, y + dy);
			return null;
		});
	}

	private static void send(final Component over, final int kind, final int x, final int y) {
		over.dispatchEvent(new MouseEvent(over, kind, System.currentTimeMillis(), MouseEvent.BUTTON1_DOWN_MASK, x, y, 1, false, MouseEvent.BUTTON1));
	}

	@Test
	void dragsTurnAndLightTheHead() throws Exception {
		drag(named("The portrait; arrow keys turn the head"), 120, 0);
		final StudioState turned = studio.state();
		assertTrue(turned.turned() && turned.yaw() > 15 && turned.yaw() < 45, turned.toString());
		drag(named("Direction of the light"), -40, -20);
		assertEquals("direction", studio.state().light());
		assertTrue(studio.state().azimuth() < -20 && studio.state().elevation() > 5, studio.state().toString());
		Shown.press(window, "Show what is known of each pixel");
		waitFor(() -> text("% seen in a photograph"), "a map of what is known");
		Look.onEventThread(() -> {
			((JSlider) named("Before and after")).setValue(380);
			return null;
		});
		Shown.press(window, "Show what is known of each pixel");
		settle();
		Look.save(Look.picture(window, 1), "PortraitStudio");
		Look.wear(true);
		Look.onEventThread(() -> {
			javax.swing.SwingUtilities.updateComponentTreeUI(window);
			return null;
		});
		Shown.press(window, "Show what is known of each pixel");
		waitFor(() -> text("% seen in a photograph"), "a map of what is known");
		settle();
		Look.save(Look.picture(window, 1), "PortraitStudio-dark");
	}

	/** Waits until pictures have come to rest. */
	private static void settle() throws Exception {
		TimeUnit.SECONDS.sleep(12);
	}

	@Test
	void theFigureIsShownWhileTheMouseMoves() throws Exception {
		final Component canvas = named("The portrait; arrow keys turn the head");
		Look.onEventThread(() -> {
			send(canvas, MouseEvent.MOUSE_PRESSED, 200, 200);
			return null;
		});
		for (int i = 0; i < 40 * PATIENCE_S && !text("drafts/s at"); i++) {
			final int x = 200 + i % 100;
			Look.onEventThread(() -> {
				send(canvas, MouseEvent.MOUSE_DRAGGED, x, 200);
				return null;
			});
			TimeUnit.MILLISECONDS.sleep(25);
		}
		assertTrue(text("drafts/s at"));
		Look.onEventThread(() -> {
			send(canvas, MouseEvent.MOUSE_RELEASED, 210, 200);
			return null;
		});
	}

	@Test
	void heldStillThePictureComesInFull() throws Exception {
		final Component canvas = named("The portrait; arrow keys turn the head");
		waitFor(() -> text("In full detail"), "a first picture in full detail");
		Look.onEventThread(() -> {
			send(canvas, MouseEvent.MOUSE_PRESSED, 200, 200);
			send(canvas, MouseEvent.MOUSE_DRAGGED, 240, 200);
			return null;
		});
		waitFor(() -> !text("In full detail"), "a draft");
		waitFor(() -> text("In full detail"), "a picture in full detail");
		Look.onEventThread(() -> {
			send(canvas, MouseEvent.MOUSE_RELEASED, 240, 200);
			return null;
		});
	}

	@Test
	void itIsSmallEnoughAndNeverModal() {
		assertTrue(window.getHeight() <= 760 && window.getWidth() <= 960, window.getSize().toString());
	}

	@Test
	void presetsChangeTheLightAlone() throws Exception {
		final StudioState before = studio.state();
		Shown.press(window, "left");
		assertEquals(before.lit("key left"), studio.state());
		Shown.press(window, "To the front");
		assertEquals(before.lit("key left").lookingTo(0, 0, 0), studio.state());
		Shown.press(window, "As photographed");
		assertEquals(before.lit("key left"), studio.state());
		Shown.press(window, "Generate fills in what no photograph shows");
		assertEquals(before.lit("key left").madeBy("geometric"), studio.state());
		Shown.press(window, "Generate fills in what no photograph shows");
		assertEquals(before.lit("key left"), studio.state(), "as it was");
	}
}
