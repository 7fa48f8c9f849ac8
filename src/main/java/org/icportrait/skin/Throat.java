package org.icportrait.skin;

import java.util.List;

import org.icportrait.geometry.Rotation;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Smooth;
import org.icportrait.turn.Nod;
import org.icportrait.view.View;

/** How far a head that turns up shows what lies beneath its chin. Stateless. */
public final class Throat {

	/** Sines of the turn up between which it comes into view. */
	private static final float HIDDEN = 0.1f, SHOWN = 0.3f;
	/** Sines of the pitch down between which a photograph is one from above: others show what lies beneath a chin, and beards there, well enough. */
	private static final float LEVEL = 0.12f, ABOVE = 0.24f;

	/** How far above a collar (dm) it ends, softly: what comes into view there may be cloth. */
	private static final float COLLAR = 0.05f, BARE = 0.2f;

	private Throat() {}

	/** How far a height is above the collar, 0..1. @param collar where it lies, dm, as the height */
	static float above(final float collar, final float height) {
		return Smooth.step(collar + COLLAR, collar + BARE, height);
	}

	/** 0..1, of photographs from above: where some photograph shows it, less. */
	public static float strength(final View view, final List<PreparedHead> heads) {
		float least = 1;
		for (final PreparedHead head : heads) least = Math.min(least, strength(head.rotation(), view.rotation()));
		return least;
	}

	/** The same of one photograph. @param source head axes to camera axes, in it @param view the same in the view */
	static float strength(final Rotation source, final Rotation view) {
		final Rotation turned = view.since(source);
		return Nod.of(turned) * Smooth.step(HIDDEN, SHOWN, (float) turned.y(0, 0, 1)) * Smooth.step(LEVEL, ABOVE, (float) -source.y(0, 0, 1));
	}
}
