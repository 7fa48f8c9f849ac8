package org.icportrait.face;

/**
 * The front of a face in canonical space, where depths and places are read best. Immutable.
 *
 * @param forward dm before the head's origin from which on a place belongs to it
 * @param lowest height, dm
 * @param highest height, dm
 */
public record FaceFront(float forward, float lowest, float highest) {

	/** From the temples on, chin to brows: of what depths are measured. */
	public static final FaceFront WHOLE = new FaceFront(0.2f, -1, 0.7f);
	/** The same up to the hair: of what a head's rotation is solved. */
	public static final FaceFront TO_HAIR = new FaceFront(0.2f, -1, 1.1f);
	/** Nose, cheeks and mouth: where there is skin, unless it is covered. */
	public static final FaceFront INNER = new FaceFront(0.5f, -0.7f, 0.6f);

	/** Whether a place (dm) belongs to it, however far aside it lies. */
	public boolean holds(final float height, final float depth) {
		return depth >= forward && height >= lowest && height <= highest;
	}
}
