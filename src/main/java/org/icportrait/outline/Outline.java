package org.icportrait.outline;

import java.util.List;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.generate.Shown;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Dilation;
import org.icportrait.image.Distance;
import org.icportrait.image.Picture;
import org.icportrait.image.RoundedMask;
import org.icportrait.image.Smooth;
import org.icportrait.strands.Hanging;
import org.icportrait.view.View;
import org.icportrait.work.Progress;

/**
 * Where in a {@link Frame} what was generated may stand, and where it meets the photograph: outlines are smooth and round, and the photograph's
 * pixels beside what is generated give way, for half of such a pixel is what was behind the head. Immutable.
 *
 * @param condition that is generated from
 * @param room where a person can stand, 0..1; side x side
 */
public record Outline(Condition condition, Picture room) {

	/** Of a {@link #sharp} matte, from where on a generated pixel begins to belong to the person, and where it does surely. */
	public static final float UNSURE = 0.3f, SURE = 0.7f;

	/** How far (dm) hair may stand out from the geometric head where a turn has brought its other side to light. */
	private static final double HAIR = 0.16;
	/** Up to this share of what was {@link Revealed} there is less room than its part. */
	static final float SOME = 0.1f;
	/** So many pixels from its border on a head is its inside: nearer than that its own coverage tells how far it goes. */
	private static final int INSIDE = 2;
	private static final float COVERED = 0.3f, MOSTLY = 0.5f;
	/** Radius that smooths a matte, share of the frame's side. */
	private static final double SMOOTH = 0.008;
	/** Matte at which the outline stands, a little outward of where it is as likely as not: hair cut short is worse than hair made fuller. */
	private static final float LEVEL = 0.45f;
	/** Width of the outline, and of the widest band of doubt that still gives one, shares of the frame's side. */
	static final double EDGE = 0.02;
	private static final double DOUBT = 0.12;
	/** Radius (pixels) that rounds the corners of the room. */
	private static final int CORNER = 3;

	/**
	 * @param hair that hangs beside the heads: nothing stands out from a tail, which would have a rim of skin
	 * @param sources how the head stands in each photograph
	 * @param shoulders whether there are some already: the photograph's own that stay, or what closes a body that turns
	 */
	public static Outline of(final View view, final Condition condition, final Hanging hair, final List<Rotation> sources, final boolean shoulders, final Progress progress) {
		final Frame frame = condition.frame();
		final Picture alpha = frame.crop(view.alpha(), view.area(), view.width(), view.height(), progress);
		final boolean[] head = new boolean[alpha.planeSize()];
		for (int i = 0; i < head.length; i++) head[i] = alpha.data()[i] > COVERED;
		final Similarity toFrame = frame.fromPicture();
		final double dm = frame.dm(), x = toFrame.x(view.camera().x0(), view.camera().y0()), y = toFrame.y(view.camera().x0(), view.camera().y0());
		final Picture revealed = Revealed.of(view.rotation(), sources, frame.side(), x, y);
		if (shoulders) Revealed.keepShoulders(revealed, x, y, dm);
		return new Outline(condition, around(head, hair.without(head), revealed, HAIR * dm, progress));
	}

	/**
	 * The inside of a head and the room beside it: {@code out} pixels wide at most, less where less of the head was {@code revealed}, none where the photographs show
	 * its outline, no skin stands out from a cheek, and none about {@link Locks} and what else of it is not {@code bare}.
	 */
	static Picture around(final boolean[] head, final boolean[] bare, final Picture revealed, final double out, final Progress progress) {
		final int side = revealed.width();
		final float[] toHead = Distance.to(Locks.without(bare, side, out, progress), side, 1 + (int) Math.ceil(out), progress);
		final boolean[] may = new boolean[head.length];
		for (int i = 0; i < may.length; i++) may[i] = toHead[i] <= out * revealed.data()[i];
		final Picture room = RoundedMask.of(may, side, CORNER, progress);
		final float[] toOutside = Distance.to(Dilation.complement(head), side, 1 + INSIDE, progress);
		for (int i = 0; i < head.length; i++) room.data()[i] = toOutside[i] > INSIDE ? 1 : room.data()[i] * Smooth.step(0, SOME, revealed.data()[i]);
		return room;
	}

	/** A generated matte without the teeth of the network's blocks. */
	public Picture smooth(final Picture matte, final Progress progress) {
		return BoxBlur.twice(matte, condition.frame().radius(SMOOTH), progress);
	}

	/**
	 * An outline where the networks only say how likely a head reaches so far: laid on by likelihood, hair would fade into a mist. Where the matte passes
	 * {@link #LEVEL} a border as wide as hair's, 0 outward and 1 inward of it; {@code smooth} as {@link #smooth} gives it.
	 */
	public Picture sharp(final Picture smooth) {
		final Picture sharp = inward(smooth);
		for (int i = 0; i < sharp.data().length; i++) sharp.data()[i] = (float) Math.max(0, Math.min(1, 0.5 + sharp.data()[i] / (EDGE * smooth.width())));
		return sharp;
	}

	/** How far (pixels) each pixel lies within the outline that {@link #sharp} draws, negative outside of it; far from it that is no distance. */
	public Picture inward(final Picture smooth) {
		final int side = smooth.width();
		final double least = 1 / (DOUBT * side);
		final Picture inward = new Picture(side, side, 1);
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				final float across = smooth.get(Math.min(side - 1, x + 1), y, 0) - smooth.get(Math.max(0, x - 1), y, 0);
				final float down = smooth.get(x, Math.min(side - 1, y + 1), 0) - smooth.get(x, Math.max(0, y - 1), 0);
				inward.set(x, y, 0, (float) ((smooth.get(x, y, 0) - LEVEL) / Math.max(least, Math.hypot(across, down) / 2)));
			}
		}
		return inward;
	}

	/** 1 but within a pixel of what is generated, where it is 0; side x side. {@code matte} as {@link #sharp} gives it. */
	public Picture trusted(final Picture matte, final Progress progress) {
		final int n = matte.planeSize();
		final boolean[] open = new boolean[n];
		for (int i = 0; i < n; i++) {
			final float covered = condition.covered(i), mirrored = condition.mirrored(i), generated = room.data()[i] * matte.data()[i];
			final boolean person = covered > COVERED || generated > UNSURE;
			open[i] = person && Shown.own(condition, i) + mirrored < MOSTLY && kept(i, generated) < MOSTLY;
		}
		return Picture.ofMask(Dilation.complement(Dilation.grow(open, matte.width(), 1, progress)), matte.width());
	}

	/**
	 * How much of each pixel stays the photograph's own, however little that shows it, for the networks see nobody there and would give it the colours of what lies
	 * behind: shoulders, and what hangs loose. 0..1; side x side. {@code matte} as {@link #sharp} gives it.
	 */
	public Picture kept(final Picture matte) {
		final Picture kept = new Picture(matte.width(), matte.height(), 1);
		for (int i = 0; i < kept.data().length; i++) kept.data()[i] = kept(i, room.data()[i] * matte.data()[i]);
		return kept;
	}

	private float kept(final int i, final float generated) {
		return condition.covered(i) * (1 - condition.mirrored(i)) * (1 - Smooth.step(0, UNSURE, generated));
	}
}
