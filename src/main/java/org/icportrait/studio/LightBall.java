package org.icportrait.studio;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.function.BiConsumer;

import javax.swing.JPanel;

import org.icportrait.light.Lamp;
import org.icportrait.light.Light;

/** A ball in the light that is wished for; the lamp is dragged over it, and beside it to come from behind. */
final class LightBall extends JPanel {

	private static final long serialVersionUID = 1;
	private static final int SIDE = 176;
	/** Share of the half side that the ball's radius has; the lamp may be dragged beyond it. */
	private static final double BALL = 0.62;
	private static final double HANDLE = 6, STEP = 5;

	private transient BufferedImage picture;
	private transient BallDirection lamp;
	private transient StudioState state = StudioState.UNCHANGED;

	/** @param moved takes a new direction and whether the lamp was let go there */
	LightBall(final BiConsumer<BallDirection, Boolean> moved) {
		setPreferredSize(new Dimension(SIDE, SIDE));
		setMinimumSize(getPreferredSize());
		setOpaque(false);
		setFocusable(true);
		setToolTipText("Drag the lamp; beyond the outline it comes from behind");
		getAccessibleContext().setAccessibleName("Direction of the light");
		final MouseAdapter mouse = new MouseAdapter() {

			@Override
			public void mousePressed(final MouseEvent event) {
				requestFocusInWindow();
				moved.accept(at(event), false);
			}

			@Override
			public void mouseDragged(final MouseEvent event) {
				moved.accept(at(event), false);
			}

			@Override
			public void mouseReleased(final MouseEvent event) {
				moved.accept(at(event), true);
			}
		};
		addMouseListener(mouse);
		addMouseMotionListener(mouse);
		ArrowKeys.add(this, (right, up) -> moved.accept(new BallDirection(state.azimuth() + right * STEP, state.elevation() + up * STEP), true));
	}

	private double radius() {
		return Math.min(getWidth(), getHeight()) / 2.0 * BALL;
	}

	private BallDirection at(final MouseEvent event) {
		return BallDirection.at((event.getX() - getWidth() / 2.0) / radius(), (getHeight() / 2.0 - event.getY()) / radius());
	}

	/** Shows the light of a state. */
	void follow(final StudioState other) {
		if (picture != null && other.equals(state)) return;
		state = other;
		final Light light = Ball.light(other);
		picture = Ball.picture(light, (int) Math.round(SIDE * BALL) * 2);
		lamp = light == null || light.lamps().isEmpty() ? null : direction(light.lamps().get(0));
		repaint();
	}

	private static BallDirection direction(final Lamp lamp) {
		return new BallDirection(Math.toDegrees(Math.atan2(lamp.x(), lamp.z())), Math.toDegrees(Math.asin(lamp.y())));
	}

	@Override
	protected void paintComponent(final Graphics graphics) {
		final Graphics2D canvas = (Graphics2D) graphics.create();
		canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		final double x = getWidth() / 2.0, y = getHeight() / 2.0, r = radius();
		if (picture != null) canvas.drawImage(picture, (int) Math.round(x - r), (int) Math.round(y - r), (int) Math.round(2 * r), (int) Math.round(2 * r), null);
		if (lamp != null) paintLamp(canvas, x + lamp.x() * r, y - lamp.y() * r);
		if (isFocusOwner()) {
			canvas.setColor(getForeground());
			canvas.draw(new Ellipse2D.Double(x - r - 1, y - r - 1, 2 * r + 2, 2 * r + 2));
		}
		canvas.dispose();
	}

	private void paintLamp(final Graphics2D canvas, final double x, final double y) {
		final Ellipse2D handle = new Ellipse2D.Double(x - HANDLE, y - HANDLE, 2 * HANDLE, 2 * HANDLE);
		canvas.setColor(lamp.isBehind() ? new Color(0xb08020) : new Color(0xffd24a));
		canvas.fill(handle);
		canvas.setColor(Color.DARK_GRAY);
		canvas.setStroke(new BasicStroke(1.5f));
		canvas.draw(handle);
	}
}
