package org.icportrait.turn;

import org.icportrait.geometry.Rotation;
import org.icportrait.image.Smooth;

/** How far a turn is one up or down, and not aside. Stateless. */
public final class Nod {

	/** Shares of up and down in a turn between which it counts as one. */
	private static final float SIDEWAYS = 0.5f, UPRIGHT = 0.9f;

	private Nod() {}

	/** 0..1; 0 where nothing turns. */
	public static float of(final Rotation turned) {
		final double across = turned.x(0, 0, 1), up = turned.y(0, 0, 1);
		return Smooth.step(SIDEWAYS, UPRIGHT, (float) (Math.abs(up) / Math.max(1e-9, Math.hypot(across, up))));
	}
}
