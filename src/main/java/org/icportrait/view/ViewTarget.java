package org.icportrait.view;

import org.icportrait.geometry.Rotation;

/**
 * How a head is to be seen; any rotation is allowed here. Immutable.
 *
 * @param rotation head axes to camera axes that is wanted
 * @param turn what turns with the head
 * @param mirror whether the head's symmetry completes what no source shows
 */
public record ViewTarget(Rotation rotation, Turn turn, boolean mirror) {

	/** The head alone turned, completed by its symmetry. */
	public static ViewTarget of(final Rotation rotation) {
		return new ViewTarget(rotation, Turn.HEAD, true);
	}
}
