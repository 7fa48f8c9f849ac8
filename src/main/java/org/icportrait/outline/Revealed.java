package org.icportrait.outline;

import java.util.Arrays;
import java.util.List;

import org.icportrait.geometry.Rotation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.turn.Nod;

/** How much of a head's outline in a wanted view no photograph shows, direction by direction: there alone hair may stand out from what geometry draws. Stateless. */
final class Revealed {

	/** Cosines to the direction that a turn reveals between which hair begins to stand out: on the face's side and right above photographs show how far a head goes. */
	private static final float FACE_SIDE = -0.15f, REAR_SIDE = 0.35f;
	/** Share of that which there is room for where the photograph's outline, seen askance, is torn, and cosines between which that begins. */
	private static final float TORN = 0.25f, TORN_FROM = -0.5f, TORN_TO = -0.1f;
	/** By so much those are higher for a turn up or down. */
	private static final float ACROSS = 0.65f;
	/** Cosines to straight down between which a direction comes to lead to ears and jaw. */
	private static final float BESIDE = -0.3f, LOWER = 0;
	/** Cosines to straight up between which a direction comes to lead to the crown. */
	private static final float BESIDE_CROWN = 0.7f, CROWN = 0.95f;
	/** So many times the sine of a turn from the front its rear counts as in view: a three-quarter view shows all of it that can stand out. */
	private static final float SOON = 2;
	/**
	 * Where the body stays: between which distances (dm) from the head's origin less and less may stand out, and between which heights below it (dm) that comes to hold;
	 * beside shoulders and the ends of veils the photograph shows what is there, and a neck would end in a step where they begin.
	 */
	private static final float NEAR = 0.6f, FAR = 1.1f, NAPE = 0.2f, BELOW = 0.7f;

	private Revealed() {}

	/**
	 * How much of a head's outline about (x, y) no photograph shows, 0..1, for each pixel of a square the outline in that direction: all on the side that
	 * the photographs looked at from behind, a seam at its upper end, where they show how far a head goes, but torn, none on the face's side. A turn up or down reveals
	 * nothing beside a head, whose ends the photographs show there, and nothing stands out below one that looks up: ears and jaw are no hair. Beside a head that is
	 * turned to the front a far cheek and ear come to light, and no rear: only above them is there that seam.
	 */
	static Picture of(final Rotation wanted, final List<Rotation> sources, final int side, final double x, final double y) {
		final Picture out = new Picture(side, side, 1);
		Arrays.fill(out.data(), 1);
		for (final Rotation source : sources) close(out, wanted.since(source), x, y, 1, 0);
		close(out, wanted, x, y, SOON, 1);
		return out;
	}

	/**
	 * Leaves open no more, of each direction from (x, y), than a head so turned shows of its rear.
	 *
	 * @param soon so many times as much, at most all @param crown how much stays open above it all the same, 0..1
	 */
	private static void close(final Picture out, final Rotation turned, final double x, final double y, final float soon, final float crown) {
		final int side = out.width();
		final double awayX = turned.x(0, 0, -1), awayY = -turned.y(0, 0, -1), sine = Math.max(1e-9, Math.hypot(awayX, awayY));
		final float upright = Nod.of(turned), higher = upright * ACROSS;
		for (int i = 0; i < out.data().length; i++) {
			final double across = i % side + 0.5 - x, down = i / side + 0.5 - y, far = Math.max(1, Math.hypot(across, down));
			final float toward = (float) ((across * awayX + down * awayY) / (far * sine));
			final float rear = Math.min(1, soon * (float) sine) * rear(toward - higher);
			final float open = awayY <= 0 ? rear : below(rear, upright, (float) (down / far));
			out.data()[i] = Math.min(out.data()[i], open + crown * (1 - open) * Smooth.step(BESIDE_CROWN, CROWN, (float) (-down / far)));
		}
	}

	/** What is open of an outline's direction, whose cosine to the one that a turn reveals is so much. */
	private static float rear(final float toward) {
		return Math.max(TORN * Smooth.step(TORN_FROM, TORN_TO, toward), Smooth.step(FACE_SIDE, REAR_SIDE, toward));
	}

	/** What is open where a head looks up: below it no more than an outline takes to be smooth. @param down cosine of the direction to straight down */
	private static float below(final float open, final float upright, final float down) {
		return Math.max(open * (1 - upright * Math.max(0, down)), Outline.SOME * upright * Smooth.step(BESIDE, LOWER, down));
	}

	/** Takes from what was revealed that which lies beside and below a head whose origin lies at (x, y), its dm so many pixels. */
	static void keepShoulders(final Picture revealed, final double x, final double y, final double dm) {
		for (int i = 0; i < revealed.data().length; i++) {
			final double across = (i % revealed.width() + 0.5 - x) / dm, down = (i / revealed.width() + 0.5 - y) / dm;
			revealed.data()[i] *= 1 - Smooth.step(NAPE, BELOW, (float) down) * Smooth.step(NEAR, FAR, (float) Math.hypot(across, down));
		}
	}
}
