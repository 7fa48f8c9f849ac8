package org.icportrait.skin;

import java.util.Arrays;
import java.util.List;

import org.icportrait.generate.Condition;
import org.icportrait.generate.MoreTrust;
import org.icportrait.generate.Shown;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.ConnectedParts;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.view.View;
import org.icportrait.work.Progress;

/**
 * The side of a face beside loose hair, as a frontal photograph shows it: askance. Where ears are bare skin is drawn there; beside hair none can be, and what
 * networks of so few pixels paint is a dark blur from the cheek to the hair, where the photograph, drawn out as it is, shows the border between them. Stateless.
 */
public final class Askance {

	/** Canonical places (dm) between which the side of a face ends behind and above. */
	private static final float BEHIND = -0.3f, EAR = -0.1f, ABOVE = 0.9f, TEMPLE = 0.6f;
	/** Share of the cheeks' light below which what is seen is hair, and no wall between strands. */
	private static final float DARK = 0.35f, DARKEST = 1e-3f;
	/** Share of the way from the cheeks' tinge to that of what lies behind from which on a pixel is no skin; tinges (logarithms) that differ by less tell nothing. */
	private static final float MIXED = 0.35f;
	private static final double ALIKE = 0.15;
	/** Radius within which what is seen counts together, share of the frame's side, and shares of it between which it comes to count. */
	private static final double TOGETHER = 0.006;
	private static final float SOME = 0.65f, MOST = 0.95f;
	/** Share of the frame up to which what is pale beside jewellery is its gleam, and no wall. */
	private static final double PALE = 0.003;

	private Askance() {}

	/** None where no hair lies beside the face. @param heads as the photographs show them */
	public static MoreTrust of(final View view, final List<PreparedHead> heads, final Condition condition, final Progress progress) {
		final float loose = Ears.overhung(view, heads);
		final SeenSkin seen = loose <= 0 ? null : SeenSkin.of(condition);
		return seen == null ? MoreTrust.NONE : of(loose, seen, condition, progress);
	}

	/** @param loose how surely hair lies beside the face, 0..1 */
	public static MoreTrust of(final float loose, final SeenSkin seen, final Condition condition, final Progress progress) {
		final int side = condition.frame().side();
		final Picture share = BoxBlur.twice(Picture.ofMask(person(seen, condition, progress), side), condition.frame().radius(TOGETHER), progress);
		for (int i = 0; i < share.data().length; i++) share.data()[i] = loose * side(condition, i) * Smooth.step(SOME, MOST, share.data()[i]);
		return new MoreTrust(share);
	}

	/** How much of a pixel lies on the side of the face and is seen there, not in the mirror. */
	private static float side(final Condition condition, final int i) {
		if (condition.covered(i) == 0) return 0;
		final float y = condition.y(i), z = condition.z(i);
		return FaceSide.aside(condition.x(i), y, z) * Smooth.step(ABOVE, TEMPLE, y) * Smooth.step(BEHIND, EAR, z) * Shown.itself(condition.mirrored(i));
	}

	/** Which pixels show skin, hair or jewellery: a wall that shines through strands is drawn out too, and would stand beside the cheek as a rag. */
	private static boolean[] person(final SeenSkin seen, final Condition condition, final Progress progress) {
		final Picture start = condition.startPicture(), behind = condition.behind();
		final boolean[] person = seen.alike(start);
		final int n = person.length;
		final boolean[] gaudy = new boolean[n], other = new boolean[n];
		final float dark = DARK * Colour.luminance(seen.cheek());
		for (int i = 0; i < n; i++) {
			person[i] &= towards(start.data(), behind.data(), i, seen.cheek()) < MIXED;
			gaudy[i] = seen.isGaudy(start, i) && !seen.isGaudy(behind, i);
			person[i] |= gaudy[i] || Colour.luminance(start, i) < dark;
			other[i] = condition.covered(i) > 0 && !person[i];
		}
		final boolean[] beside = Dilation.grow(gaudy, condition.frame().side(), 1, progress);
		for (final int[] part : new ConnectedParts(other, condition.frame().side())) {
			if (part.length < PALE * n && Arrays.stream(part).anyMatch(i -> beside[i])) for (final int i : part) person[i] = true;
		}
		return person;
	}

	/** How far a pixel's tinge is on the way from the cheeks' to that of what lies behind; 0 where those are alike. */
	private static float towards(final float[] colours, final float[] behind, final int i, final float[] cheek) {
		final int n = colours.length / 3;
		double along = 0, length = 0;
		for (int c = 0; c < 3; c += 2) {
			final double skin = tinge(cheek[c], cheek[1]), way = tinge(behind[c * n + i], behind[n + i]) - skin;
			along += way * (tinge(colours[c * n + i], colours[n + i]) - skin);
			length += way * way;
		}
		return length < ALIKE * ALIKE ? 0 : (float) (along / length);
	}

	private static double tinge(final float channel, final float green) {
		return Math.log(Math.max(DARKEST, channel) / Math.max(DARKEST, green));
	}
}
