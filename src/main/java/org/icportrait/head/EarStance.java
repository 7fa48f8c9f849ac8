package org.icportrait.head;

import java.util.Arrays;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.Auricle;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.Occluder;

/**
 * How far a person's ears stand off the head: fitted heads, of which faces tell most, have them too close or too far, and a frontal photograph shows their outline.
 * Immutable.
 *
 * @param right how far (dm) the rim of the right ear is to be moved outward, negative inward
 * @param left the same of the left one
 */
public record EarStance(float right, float left) {

	static final EarStance AS_FITTED = new EarStance(0, 0);
	/** Heights of the mean ear (dm) at which its outline is looked at: from where to where, and how many; and how far it may be off. */
	private static final float LOW = -0.05f, HIGH = 0.3f, MOST_IN = -0.1f, MOST_OUT = 0.2f;
	private static final int HEIGHTS = 10, FEWEST = 5;
	/** Canonical z (dm) of its root in front, about which it turns, and of its outermost rim; and half widths between which it stands off the head. */
	private static final float ROOT = 0.1f, RIM = -0.12f, HEAD = 0.68f, OFF = 0.76f, BORDER = -0.03f;
	/** Sines of the yaw of a photograph between which it ceases to tell. */
	private static final float FRONTAL = 0.15f, TURNED = 0.35f;
	private static final float PERSON = 0.5f;

	/** As a photograph shows them. */
	public static EarStance of(final PreparedHead head) {
		if (head.fitted() == null) return AS_FITTED;
		final float[] p = head.fitted().points();
		final double aside = Math.abs(head.rotation().z(1, 0, 0));
		final float told = 1 - Smooth.step(FRONTAL, TURNED, (float) aside);
		return new EarStance(told * off(head, p, false), told * off(head, p, true));
	}

	/** The middle of what the outline is off at several heights. */
	private static float off(final PreparedHead head, final float[] p, final boolean left) {
		final HeadModel model = HeadModel.standard();
		final HeadCamera camera = head.camera();
		final double[] outmost = new double[HEIGHTS], height = new double[HEIGHTS];
		Arrays.fill(outmost, Double.NEGATIVE_INFINITY);
		for (int v = 0; v < model.size(); v++) {
			final float y = model.neutral()[3 * v + 1];
			if (model.neutral()[3 * v] > 0 != left || y < LOW || y >= HIGH || Auricle.within(model, v) < 0) continue;
			final int at = (int) ((y - LOW) / (HIGH - LOW) * HEIGHTS);
			final double x = camera.x(p[3 * v], p[3 * v + 2]), out = left ? x : -x;
			if (out <= outmost[at]) continue;
			outmost[at] = out;
			height[at] = camera.y(p[3 * v + 1], p[3 * v + 2]);
		}
		final double[] off = new double[HEIGHTS];
		int count = 0;
		for (int i = 0; i < HEIGHTS; i++) {
			final double found = outmost[i] == Double.NEGATIVE_INFINITY ? Double.NaN : outline(head, outmost[i], height[i], left) - outmost[i];
			if (!Double.isNaN(found)) off[count++] = found / camera.s();
		}
		if (count < FEWEST) return 0;
		Arrays.sort(off, 0, count);
		return (float) Math.max(MOST_IN, Math.min(MOST_OUT, off[count / 2]));
	}

	/** Where the person ends in a row near a place, outward (to the left of a right ear that is the negative column); not a number where it does not there. */
	private static double outline(final PreparedHead head, final double about, final double height, final boolean left) {
		final Picture matte = head.matte();
		final int row = (int) Math.floor(height) - head.area().y();
		if (row < 0 || row >= matte.height()) return Double.NaN;
		final double s = head.camera().s();
		for (double out = about + 2 * MOST_OUT * s; out > about + 2 * MOST_IN * s; out--) {
			final int column = (int) Math.floor(left ? out : -out) - head.area().x();
			if (column < 0 || column >= matte.width() || matte.get(column, row, 0) < PERSON) continue;
			return out > about + 2 * MOST_OUT * s - 1 ? Double.NaN : out + 0.5;
		}
		return Double.NaN;
	}

	/** A head with its ears so. @param head fitted, as it stands in a view @param rotation head axes to the view's camera axes */
	public Occluder of(final Occluder head, final Rotation rotation) {
		if (right == 0 && left == 0) return head;
		final HeadModel model = HeadModel.standard();
		final float[] out = head.points().clone(), n = model.neutral();
		for (int v = 0; v < model.size(); v++) {
			final float within = Auricle.within(model, v);
			if (within < BORDER) continue;
			final float aside = Smooth.step(HEAD, OFF, Math.abs(n[3 * v])) * Math.max(0, (ROOT - n[3 * v + 2]) / (ROOT - RIM)), by = n[3 * v] > 0 ? left * aside : -right * aside;
			out[3 * v] += (float) rotation.x(by, 0, 0);
			out[3 * v + 1] += (float) rotation.y(by, 0, 0);
			out[3 * v + 2] += (float) rotation.z(by, 0, 0);
		}
		return new Occluder(out, head.triangles());
	}
}
