package org.icportrait.skin;

import java.nio.FloatBuffer;
import java.util.List;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.inference.Tensor;
import org.icportrait.view.View;
import org.icportrait.work.Progress;

/**
 * The side of a face beside loose hair, as a frontal photograph shows it: askance. Where ears are bare skin is drawn there; beside hair none can be, and what
 * networks of so few pixels paint is a dark blur from the cheek to the hair, where the photograph, drawn out as it is, shows the border between them. Immutable.
 *
 * @param share how far the photograph is to be trusted in each pixel of the frame, 0..1; null where no hair lies beside the face
 */
public record Askance(Picture share) {

	static final Askance NONE = new Askance(null);
	/** Canonical places (dm) between which the side of a face ends: in front, behind, above and below, and towards the middle. */
	private static final float FRONT = 0.95f, CHEEK = 0.8f, BEHIND = -0.3f, EAR = -0.1f, ABOVE = 0.9f, TEMPLE = 0.6f, BELOW = -0.8f, JAW = -0.6f, MIDDLE = 0.25f, ASIDE = 0.4f;
	/** Share of the cheeks' light below which what is seen is hair, and no wall between strands. */
	private static final float DARK = 0.35f, DARKEST = 1e-3f;
	/** Share of the way from the cheeks' tinge to that of what lies behind from which on a pixel is no skin, and tinges (logarithms) that differ by less tell nothing. */
	private static final float MIXED = 0.35f;
	private static final double ALIKE = 0.15;
	/** Radius within which what is seen counts together, share of the frame's side, and shares of it between which it comes to count. */
	private static final double TOGETHER = 0.006;
	private static final float SOME = 0.65f, MOST = 0.95f;

	/** @param heads as the photographs show them */
	public static Askance of(final View view, final List<PreparedHead> heads, final Condition condition, final Progress progress) {
		final float loose = Ears.overhung(view, heads);
		final SeenSkin seen = loose <= 0 ? null : SeenSkin.of(condition);
		return seen == null ? NONE : of(loose, seen, condition, progress);
	}

	/** @param loose how surely hair lies beside the face, 0..1 */
	public static Askance of(final float loose, final SeenSkin seen, final Condition condition, final Progress progress) {
		final int side = condition.frame().side();
		final Picture share = BoxBlur.twice(Picture.ofMask(person(seen, condition), side), condition.frame().radius(TOGETHER), progress);
		for (int i = 0; i < share.data().length; i++) share.data()[i] = loose * side(condition, i) * Smooth.step(SOME, MOST, share.data()[i]);
		return new Askance(share);
	}

	/** How much of a pixel lies on the side of the face and is seen there, not in the mirror. */
	private static float side(final Condition condition, final int i) {
		if (condition.covered(i) == 0) return 0;
		final float y = condition.y(i), z = condition.z(i), high = Smooth.step(BELOW, JAW, y) * Smooth.step(ABOVE, TEMPLE, y);
		return high * Smooth.step(BEHIND, EAR, z) * Smooth.step(FRONT, CHEEK, z) * Smooth.step(MIDDLE, ASIDE, Math.abs(condition.x(i))) * Math.max(0, 1 - 2 * condition.mirrored(i));
	}

	/** Which pixels show skin, hair or jewellery: a wall that shines through strands is drawn out too, and would stand beside the cheek as a rag. */
	private static boolean[] person(final SeenSkin seen, final Condition condition) {
		final Picture start = condition.startPicture(), behind = condition.behind();
		final boolean[] person = seen.alike(start);
		final int n = person.length;
		final float dark = DARK * Colour.luminance(seen.cheek()[0], seen.cheek()[1], seen.cheek()[2]);
		for (int i = 0; i < n; i++) {
			person[i] &= towards(start.data(), behind.data(), i, seen.cheek()) < MIXED;
			person[i] |= Colour.luminance(start.data()[i], start.data()[n + i], start.data()[2 * n + i]) < dark || seen.isGaudy(start, i) && !seen.isGaudy(behind, i);
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

	/** What {@link View#known} says, with this trusted; a new picture where there is some. */
	public Picture known(final Picture known, final Area area, final Frame frame) {
		if (share == null) return known;
		final Picture out = known.copy();
		final int n = known.planeSize();
		final Similarity toFrame = frame.fromPicture();
		for (int i = 0; i < n; i++) {
			final double x = area.x() + i % area.width() + 0.5, y = area.y() + i / area.width() + 0.5;
			out.data()[i] = Math.max(known.data()[i], known.data()[n + i] * share.sample(toFrame.x(x, y), toFrame.y(x, y), 0));
		}
		return out;
	}

	/** The same of a condition; a new one where there is some. */
	public Condition trusted(final Condition condition) {
		if (share == null) return condition;
		final Tensor maps = Tensor.floats(condition.maps().shape());
		final FloatBuffer out = maps.buffer();
		out.put(0, condition.maps().copy());
		for (int i = 0; i < share.data().length; i++) out.put(i, Math.max(condition.trust(i), share.data()[i]));
		return new Condition(condition.frame(), condition.start(), maps, condition.behind());
	}
}
