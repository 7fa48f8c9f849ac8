package org.icportrait.hair;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.morphable.FittedHead;

/** Directions from the middle of a fitted head's skull to places of its photograph, in the plane across the line of sight; unit vectors, head axes. Immutable. */
public final class SkullDirections {

	/** Height (dm, head axes) of the skull's middle. */
	static final double MIDDLE = 0.6;

	private final Rotation toHead;
	private final double middleX;
	private final double middleY;

	/** @param fitted to the photograph that the camera is of */
	public SkullDirections(final FittedHead fitted, final HeadCamera camera) {
		final Rotation toCamera = fitted.rotation();
		final double depth = toCamera.z(0, MIDDLE, 0);
		toHead = toCamera.inverse();
		middleX = camera.x(toCamera.x(0, MIDDLE, 0), depth);
		middleY = camera.y(toCamera.y(0, MIDDLE, 0), depth);
	}

	/** How far up the direction to a place (photograph pixels) leads, -1..1. */
	public double up(final float x, final float y) {
		return toHead.y(x - middleX, middleY - y, 0) / length(x, y);
	}

	/** How far to the back of the head, -1..1. */
	public double back(final float x, final float y) {
		return -toHead.z(x - middleX, middleY - y, 0) / length(x, y);
	}

	private double length(final float x, final float y) {
		return Math.max(1e-9, Math.hypot(x - middleX, y - middleY));
	}
}
