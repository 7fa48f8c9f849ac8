package org.icportrait.finish;

import org.icportrait.generate.Condition;
import org.icportrait.generate.DrawnOut;
import org.icportrait.generate.MoreTrust;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.skin.Askance;
import org.icportrait.skin.SeenBody;
import org.icportrait.skin.SeenHead;
import org.icportrait.strands.Scalp;
import org.icportrait.work.Progress;

/** Where a photograph shows a person askance and is to be trusted all the same. Stateless. */
final class ShownAskance {

	/** Shares of up and down in a turn between which it counts as a nod. */
	private static final float SIDEWAYS = 0.5f, UPRIGHT = 0.9f;

	private ShownAskance() {}

	private static float nod(final Rotation turned) {
		final double across = turned.x(0, 0, 1), up = turned.y(0, 0, 1);
		return Smooth.step(SIDEWAYS, UPRIGHT, (float) (Math.abs(up) / Math.max(1e-9, Math.hypot(across, up))));
	}

	static MoreTrust of(final GeometricPortrait geometric, final Progress progress) {
		final Condition condition = geometric.condition();
		final Picture drawnOut = DrawnOut.of(geometric.view(), condition, progress), scalp = Scalp.of(geometric.heads(), condition, progress);
		final float nod = nod(geometric.view().rotation().since(geometric.heads().get(0).rotation()));
		final MoreTrust face = Askance.of(geometric.view(), geometric.heads(), condition, progress);
		return face.or(SeenHead.of(scalp, nod, drawnOut, condition, progress)).or(SeenBody.of(drawnOut, condition, progress));
	}
}
