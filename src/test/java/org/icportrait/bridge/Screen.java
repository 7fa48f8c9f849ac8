package org.icportrait.bridge;

import ij.IJ;
import ij.ImageJ;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The screen of the GUI tests: Xvfb on the display that the environment names, started here where nothing answers there, and ended with
 * this JVM. Without a screen and without Xvfb the tests are skipped.
 */
public final class Screen implements ExecutionCondition {

	private static final int PATIENCE_S = 120;
	private static Boolean there;

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(final ExtensionContext context) {
		return isThere() ? ConditionEvaluationResult.enabled("There is a screen.") :
			ConditionEvaluationResult.disabled("SKIPPED: there is neither a screen nor Xvfb");
	}

	/** Starts Xvfb and ImageJ where they are needed; false where there is nothing to show windows on. */
	public static synchronized boolean isThere() {
		if (there == null) there = open();
		return there;
	}

	private static boolean open() {
		final String display = System.getenv("DISPLAY");
		if (GraphicsEnvironment.isHeadless()) return false;
		if (display != null && !answers(display) && !start(display)) return false;
		if (IJ.getInstance() == null) new ImageJ(ImageJ.EMBEDDED).setVisible(true);
		return true;
	}

	/** Whether something listens: a display of another machine is believed. */
	private static boolean answers(final String display) {
		return !display.startsWith(":") || Files.exists(socket(display));
	}

	private static Path socket(final String display) {
		return Path.of("/tmp/.X11-unix/X" + display.substring(1).replaceAll("\\..*", ""));
	}

	private static boolean start(final String display) {
		try {
			// It ends by itself after its last client; killed by us, it would take this JVM along.
			final Process server = new ProcessBuilder("Xvfb", display, "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-terminate")
				.redirectError(ProcessBuilder.Redirect.DISCARD).start();
			for (int i = 0; i < PATIENCE_S * 10 && server.isAlive() && !answers(display); i++) TimeUnit.MILLISECONDS.sleep(100);
			return answers(display);
		}
		catch (final IOException exception) {
			return false; // there is no Xvfb
		}
		catch (final InterruptedException exception) {
			throw new IllegalStateException(exception);
		}
	}
}
