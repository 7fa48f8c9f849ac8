package org.icportrait.finish;

import org.icportrait.generate.Condition;
import org.icportrait.generate.DrawnOut;
import org.icportrait.generate.MoreTrust;
import org.icportrait.image.Picture;
import org.icportrait.skin.Askance;
import org.icportrait.skin.SeenBody;
import org.icportrait.strands.Scalp;
import org.icportrait.strands.SeenCrown;
import org.icportrait.work.Progress;

/** Where a photograph shows a person askance and is to be trusted all the same. Stateless. */
final class ShownAskance {

	private ShownAskance() {}

	static MoreTrust of(final GeometricPortrait geometric, final Progress progress) {
		final Condition condition = geometric.condition();
		final Picture drawnOut = DrawnOut.of(geometric.view(), condition, progress), scalp = Scalp.of(geometric.heads(), condition, progress);
		final MoreTrust face = Askance.of(geometric.view(), geometric.heads(), condition, progress);
		return face.or(SeenCrown.of(scalp, drawnOut, condition, progress)).or(SeenBody.of(drawnOut, condition, progress));
	}
}
