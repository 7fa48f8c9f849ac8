package org.icportrait.studio;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.image.BufferedImage;

import javax.swing.JPanel;

/** The picture, which follows the mouse: across it turns, up and down it nods, the wheel tilts. The photograph is laid over its left part. */
final class PortraitCanvas extends JPanel {

	/** Told of every turn. */
	interface Turned {

		/** @param done whether the mouse let go, or nothing was held */
		void by(double yaw, double pitch, double roll, boolean done);
	}

	private static final long serialVersionUID = 1;
	private static final int SIDE = 560;
	/** Degrees that a drag over the whole picture turns. */
	private static final double SWEEP = 120;
	private static final double KEY = 5, NOTCH = 2;

	private final transient Turned turned;
	private transient BufferedImage before;
	private transient BufferedImage after;
	private transient BufferedImage tint;
	private double split;
	private int lastX, lastY;

	PortraitCanvas(final Turned turned) {
		this.turned = turned;
		setPreferredSize(new Dimension(SIDE, SIDE));
		setMinimumSize(new Dimension(SIDE / 2, SIDE / 2));
		setOpaque(false);
		setFocusable(true);
		setCursor(Cursor.getPredefinedCursor(Cursor.MOVE_CURSOR));
		getAccessibleContext().setAccessibleName("The portrait; arrow keys turn the head");
		final MouseAdapter mouse = new Mouse();
		addMouseListener(mouse);
		addMouseMotionListener(mouse);
		addMouseWheelListener(mouse);
		ArrowKeys.add(this, (right, up) -> turned.by(right * KEY, up * KEY, 0, true));
	}

	private final class Mouse extends MouseAdapter {

		@Override
		public void mousePressed(final MouseEvent event) {
			requestFocusInWindow();
			lastX = event.getX();
			lastY = event.getY();
		}

		@Override
		public void mouseDragged(final MouseEvent event) {
			final double degrees = SWEEP / Math.max(1, frame().width);
			turned.by((event.getX() - lastX) * degrees, (lastY - event.getY()) * degrees, 0, false);
			lastX = event.getX();
			lastY = event.getY();
		}

		@Override
		public void mouseReleased(final MouseEvent event) {
			turned.by(0, 0, 0, true);
		}

		@Override
		public void mouseWheelMoved(final MouseWheelEvent event) {
			turned.by(0, 0, -event.getPreciseWheelRotation() * NOTCH, true);
		}
	}

	/** The photograph itself. */
	void showBefore(final BufferedImage photograph) {
		before = photograph;
		repaint();
	}

	/** The picture that was made of it, and what is laid over it; null for nothing. */
	void showAfter(final BufferedImage picture, final BufferedImage over) {
		after = picture;
		tint = over;
		repaint();
	}

	/** How much of the picture's width the photograph takes, from the left, 0 to 1. */
	void split(final double share) {
		split = share;
		repaint();
	}

	/** Where the picture stands. */
	private Rectangle frame() {
		final BufferedImage any = before == null ? after : before;
		if (any == null) return new Rectangle(getSize());
		final double scale = Math.min((double) getWidth() / any.getWidth(), (double) getHeight() / any.getHeight());
		final int width = (int) Math.round(any.getWidth() * scale), height = (int) Math.round(any.getHeight() * scale);
		return new Rectangle((getWidth() - width) / 2, (getHeight() - height) / 2, width, height);
	}

	@Override
	protected void paintComponent(final Graphics graphics) {
		final Graphics2D canvas = (Graphics2D) graphics.create();
		canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		final Rectangle frame = frame();
		draw(canvas, after == null ? before : after, frame);
		draw(canvas, tint, frame);
		final int edge = (int) Math.round(frame.width * split);
		if (edge > 0) {
			final Shape clip = canvas.getClip();
			canvas.clipRect(frame.x, frame.y, edge, frame.height);
			draw(canvas, before, frame);
			canvas.setClip(clip);
			canvas.setColor(Color.WHITE);
			canvas.fillRect(frame.x + edge - 1, frame.y, 2, frame.height);
		}
		if (isFocusOwner()) {
			canvas.setColor(getForeground());
			canvas.drawRect(frame.x, frame.y, frame.width - 1, frame.height - 1);
		}
		canvas.dispose();
	}

	private static void draw(final Graphics2D canvas, final BufferedImage picture, final Rectangle frame) {
		if (picture != null) canvas.drawImage(picture, frame.x, frame.y, frame.width, frame.height, null);
	}
}
