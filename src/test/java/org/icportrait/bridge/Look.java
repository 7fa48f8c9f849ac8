package org.icportrait.bridge;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLightLaf;

import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

import javax.imageio.ImageIO;
import javax.swing.JRootPane;
import javax.swing.RootPaneContainer;
import javax.swing.UIManager;
import javax.swing.UnsupportedLookAndFeelException;

/** How windows look in Fiji, light and dark, and pictures of them. */
public final class Look {

	/** Where pictures of windows go: docs/screens where that is asked for, else below target. */
	private static final Path FOLDER = Path.of(System.getProperty("screens", "target/screens"));

	private Look() {}

	/** Fiji's look, light or dark. */
	public static void wear(final boolean dark) throws UnsupportedLookAndFeelException {
		UIManager.setLookAndFeel(dark ? new FlatDarkLaf() : new FlatLightLaf());
	}

	/** What Java wears by itself. */
	public static void plain() throws Exception {
		UIManager.setLookAndFeel(UIManager.getCrossPlatformLookAndFeelClassName());
	}

	/** Does something on the event thread and waits for what it gives. */
	public static <T> T onEventThread(final Callable<T> job) throws Exception {
		final FutureTask<T> task = new FutureTask<>(job);
		EventQueue.invokeLater(task);
		return task.get();
	}

	/** What a window shows, without the frame around it. @param scale 2 for what a screen of twice the density shows */
	public static BufferedImage picture(final Window window, final double scale) throws Exception {
		return onEventThread(() -> {
			final JRootPane content = ((RootPaneContainer) window).getRootPane();
			final BufferedImage picture = new BufferedImage((int) Math.round(content.getWidth() * scale), (int) Math.round(content.getHeight() * scale),
				BufferedImage.TYPE_INT_RGB);
			final Graphics2D graphics = picture.createGraphics();
			graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
			graphics.scale(scale, scale);
			content.printAll(graphics);
			graphics.dispose();
			return picture;
		});
	}

	/** Saves a picture of a window as PNG and gives the file. */
	public static Path save(final BufferedImage picture, final String name) throws IOException {
		Files.createDirectories(FOLDER);
		final Path file = FOLDER.resolve(name + ".png");
		ImageIO.write(picture, "png", file.toFile());
		return file;
	}
}
