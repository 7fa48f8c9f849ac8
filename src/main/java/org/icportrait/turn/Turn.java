package org.icportrait.turn;

/** What turns with a head. */
public enum Turn {
	/** the head alone: shoulders and clothes stay, the neck twists between */
	HEAD,
	/** everything, as if the camera went around the person */
	BUST
}
