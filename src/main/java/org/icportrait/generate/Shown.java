package org.icportrait.generate;

import org.icportrait.image.Smooth;

/** How far a pixel of a {@link Condition} is as a photograph shows it. Stateless. */
public final class Shown {

	/** Trust from which on a pixel is wholly the photograph's own, and up to which it is generated. */
	public static final float TRUSTED = 0.45f;
	private static final float UNTRUSTED = 0.15f;
	/** From which share on a pixel counts as shown. */
	private static final float SHOWN = 0.5f;

	private Shown() {}

	/** How much a pixel is the photograph's own, 0..1. @param trust 0..1 @param covered 0..1 @param mirrored share of a mirror image, 0..1 */
	public static float own(final float trust, final float covered, final float mirrored) {
		return Smooth.step(UNTRUSTED, TRUSTED, trust) * covered * (1 - mirrored);
	}

	/** The same of pixel i of a condition, row * side + column. */
	public static float own(final Condition condition, final int i) {
		return own(condition.trust(i), condition.covered(i), condition.mirrored(i));
	}

	/** How far what is told of a pixel is told of itself, 0..1: what is half a mirror image may show another thing. @param mirrored share of a mirror image, 0..1 */
	public static float itself(final float mirrored) {
		return Math.max(0, 1 - 2 * mirrored);
	}

	/** How much it is as a photograph shows it, mirrored or not, 0..1. */
	public static float of(final Condition condition, final int i) {
		return own(condition.trust(i), condition.covered(i), 0);
	}

	/** Whether it is, rather than not. */
	public static boolean isShown(final Condition condition, final int i) {
		return of(condition, i) >= SHOWN;
	}
}
