package org.icportrait.view;

import org.icportrait.geometry.Rotation;
import org.icportrait.turn.Turn;

/**
 * How a head is to be seen; any rotation is allowed here. Immutable.
 *
 * @param rotation head axes to camera axes that is wanted
 * @param turn what turns with the head
 * @param mirror whether the head's symmetry completes what no source shows
 * @param detail how finely it is drawn
 */
public record ViewTarget(Rotation rotation, Turn turn, boolean mirror, Detail detail) {

	/** In full detail. */
	public ViewTarget(final Rotation rotation, final Turn turn, final boolean mirror) {
		this(rotation, turn, mirror, Detail.FULL);
	}

	/** The head alone turned, completed by its symmetry. */
	public static ViewTarget of(final Rotation rotation) {
		return new ViewTarget(rotation, Turn.HEAD, true);
	}
}
