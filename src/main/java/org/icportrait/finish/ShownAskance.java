package org.icportrait.finish;

import org.icportrait.generate.Condition;
import org.icportrait.generate.DrawnOut;
import org.icportrait.generate.MoreTrust;
import org.icportrait.image.Picture;
import org.icportrait.skin.Askance;
import org.icportrait.skin.BareSkin;
import org.icportrait.skin.SeenBody;
import org.icportrait.skin.SeenHead;
import org.icportrait.turn.Nod;
import org.icportrait.work.Progress;

/** Where a photograph shows a person askance and is to be trusted all the same. Stateless. */
final class ShownAskance {

	private ShownAskance() {}

	/** @param scalp what {@link org.icportrait.strands.Scalp#of} says @param beside skin that is drawn beside hair; null for none */
	static MoreTrust of(final GeometricPortrait geometric, final Picture scalp, final BareSkin beside, final Progress progress) {
		final Condition condition = geometric.condition();
		final Picture drawnOut = DrawnOut.of(geometric.view(), condition, progress);
		final float nod = Nod.of(geometric.view().rotation().since(geometric.heads().get(0).rotation()));
		final MoreTrust face = Askance.of(geometric.view(), geometric.heads(), condition, progress);
		return (beside == null ? face : face.without(beside.share())).or(SeenHead.of(scalp, nod, drawnOut, condition, progress)).or(SeenBody.of(drawnOut, condition, progress));
	}
}
