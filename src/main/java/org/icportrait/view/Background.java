package org.icportrait.view;

/**
 * What stands behind a head. Immutable.
 *
 * @param kind what
 * @param red linear, where it is one colour
 * @param green linear, where it is one colour
 * @param blue linear, where it is one colour
 */
public record Background(Kind kind, float red, float green, float blue) {

	/** The photograph's own, filled in behind the moved head. */
	public static final Background KEEP = new Background(Kind.KEEP, 0, 0, 0);
	/** Nothing: the person's own colour where alpha is above 0, else 0. */
	public static final Background REMOVE = new Background(Kind.REMOVE, 0, 0, 0);

	/** Kinds of background. */
	public enum Kind {
		KEEP, REMOVE, COLOUR
	}

	/** One linear colour. */
	public static Background colour(final float red, final float green, final float blue) {
		return new Background(Kind.COLOUR, red, green, blue);
	}

	/** The colour in a channel, 0 to 2. */
	public float of(final int channel) {
		return channel == 0 ? red : channel == 1 ? green : blue;
	}
}
