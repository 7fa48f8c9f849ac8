package org.icportrait.commands;

import ij.IJ;
import ij.ImagePlus;

import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Image;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;

import javax.swing.ImageIcon;
import javax.swing.JDialog;
import javax.swing.JLabel;

/**
 * The window of a live preview: it belongs to the dialog, stands beside it and goes with it, and never takes the focus. It is no image
 * window of ImageJ, so that the active image stays what it is. All of Swing happens on the event thread.
 */
final class PreviewWindow implements LivePreview.Screen {

	private static final int GAP = 8;

	private final String title;
	private JDialog window;
	private JLabel picture;

	PreviewWindow(final String title) {
		this.title = title;
	}

	@Override
	public void show(final ImagePlus image) {
		final Image pixels = image.getBufferedImage();
		EventQueue.invokeLater(() -> {
			if (window == null || !window.isDisplayable()) open(dialog());
			picture.setIcon(new ImageIcon(pixels));
			window.pack();
			place();
			window.setVisible(true);
		});
	}

	@Override
	public void tell(final String sentence) {
		EventQueue.invokeLater(() -> IJ.showStatus(sentence));
	}

	@Override
	public void close() {
		EventQueue.invokeLater(() -> {
			if (window != null) window.dispose();
			window = null;
		});
	}

	/** The dialog that the user works in. */
	private static Window dialog() {
		final Window active = KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow();
		if (active instanceof Dialog) return active;
		for (final Window candidate : Window.getWindows()) {
			if (candidate instanceof Dialog && candidate.isShowing()) return candidate;
		}
		return active;
	}

	private void open(final Window dialog) {
		window = new JDialog(dialog, title, Dialog.ModalityType.MODELESS);
		window.setFocusableWindowState(false);
		picture = new JLabel();
		window.add(picture);
		if (dialog == null) return;
		dialog.addComponentListener(new ComponentAdapter() {

			@Override
			public void componentMoved(final ComponentEvent event) {
				if (window != null) place();
			}
		});
	}

	private void place() {
		final Window dialog = window.getOwner();
		if (dialog == null || !dialog.isShowing()) return;
		window.setLocation(beside(dialog.getBounds(), window.getSize(), dialog.getGraphicsConfiguration().getBounds()));
	}

	/**
	 * Where a window stands beside a dialog: at its right, else its left, below or above, wherever it fits on the screen whole; where it
	 * fits nowhere, on the side with the most room, partly off the screen, but never over the dialog.
	 */
	static Point beside(final Rectangle dialog, final Dimension size, final Rectangle screen) {
		final int right = screen.x + screen.width - dialog.x - dialog.width;
		final int left = dialog.x - screen.x;
		final int below = screen.y + screen.height - dialog.y - dialog.height;
		final int above = dialog.y - screen.y;
		final int x = clamp(dialog.x, screen.x, screen.x + screen.width - size.width);
		final int y = clamp(dialog.y, screen.y, screen.y + screen.height - size.height);
		final Point[] places = { new Point(dialog.x + dialog.width + GAP, y), new Point(dialog.x - GAP - size.width, y),
			new Point(x, dialog.y + dialog.height + GAP), new Point(x, dialog.y - GAP - size.height) };
		final int[] spare = { right - size.width, left - size.width, below - size.height, above - size.height };
		int best = 0;
		for (int i = 0; i < places.length; i++) {
			if (spare[i] >= GAP) return places[i];
			if (spare[i] > spare[best]) best = i;
		}
		return places[best];
	}

	private static int clamp(final int value, final int low, final int high) {
		return Math.max(low, Math.min(value, high));
	}
}
