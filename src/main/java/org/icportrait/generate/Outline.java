package org.icportrait.generate;

import java.nio.FloatBuffer;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.view.View;
import org.icportrait.work.Progress;

/**
 * Where in a {@link Frame} what was generated may stand, and where it meets the photograph: outlines are smooth and round, and the photograph's
 * pixels beside what is generated give way, for half of such a pixel is what was behind the head. Immutable.
 *
 * @param condition that is generated from
 * @param room where a person can stand, 0..1; side x side
 */
record Outline(Condition condition, Picture room) {

	/** Matte from which on a generated pixel begins to belong to the person. */
	static final float UNSURE = 0.4f;

	/** Trusts between which a pixel passes from generated to the photograph's own. */
	private static final float UNTRUSTED = 0.15f, TRUSTED = 0.45f;
	/** How far (dm) hair may stand out from the geometric head where a turn has brought its other side to light. */
	private static final double HAIR = 0.35;
	private static final float COVERED = 0.3f, MOSTLY = 0.5f;
	/** Radius that smooths a matte, share of the frame's side. */
	private static final double SMOOTH = 0.008;
	/** Where a smoothed mask has its rounded border. */
	private static final float ROUNDED = 0.35f;

	/** @param turned degrees from the photograph's view: the farther, the more may stand out from the geometric head */
	static Outline of(final View view, final Condition condition, final double turned, final Progress progress) {
		final Frame frame = condition.frame();
		final Picture alpha = frame.crop(view.alpha(), view.area(), view.width(), view.height(), progress);
		final boolean[] head = new boolean[alpha.planeSize()];
		for (int i = 0; i < head.length; i++) head[i] = alpha.data()[i] > COVERED;
		final double out = HAIR * Math.sin(Math.toRadians(Math.min(90, turned))) * view.camera().s() / frame.toPicture().scale() * frame.side();
		return new Outline(condition, rounded(Dilation.grow(head, frame.side(), (int) Math.round(out), progress), frame.side(), (int) Math.round(out / 2), progress));
	}

	/** A mask's shares 0..1, its corners rounded by about {@code radius} pixels (1 at least). */
	static Picture rounded(final boolean[] mask, final int side, final int radius, final Progress progress) {
		final Picture rounded = twice(shares(mask, side), Math.max(1, radius), progress);
		for (int i = 0; i < rounded.data().length; i++) rounded.data()[i] = Smooth.step(ROUNDED, 1 - ROUNDED, rounded.data()[i]);
		return rounded;
	}

	/** How much a pixel of the condition is the photograph's own, 0..1. */
	static float own(final float trust, final float covered, final float mirrored) {
		return Smooth.step(UNTRUSTED, TRUSTED, trust) * covered * (1 - mirrored);
	}

	/** A share of the frame's side in pixels, 1 at least. */
	static int radius(final double share, final Frame frame) {
		return Math.max(1, (int) Math.round(share * frame.side()));
	}

	/** A generated matte without the teeth of the network's blocks. */
	Picture smooth(final Picture matte, final Progress progress) {
		return twice(matte, radius(SMOOTH, condition.frame()), progress);
	}

	/** 1 but within a pixel of what is generated, where it is 0; side x side. {@code matte} as {@link #smooth} gives it. */
	Picture trusted(final Picture matte, final Progress progress) {
		final FloatBuffer maps = condition.maps().buffer();
		final int n = matte.planeSize();
		final boolean[] open = new boolean[n];
		for (int i = 0; i < n; i++) {
			final float covered = maps.get(n + i), mirrored = maps.get(2 * n + i);
			final boolean person = covered > COVERED || room.data()[i] * matte.data()[i] > UNSURE;
			open[i] = person && own(maps.get(i), covered, mirrored) + mirrored < MOSTLY;
		}
		final Picture trusted = shares(Dilation.grow(open, matte.width(), 1, progress), matte.width());
		for (int i = 0; i < n; i++) trusted.data()[i] = 1 - trusted.data()[i];
		return trusted;
	}

	private static Picture shares(final boolean[] mask, final int side) {
		final Picture shares = new Picture(side, side, 1);
		for (int i = 0; i < mask.length; i++) shares.data()[i] = mask[i] ? 1 : 0;
		return shares;
	}

	private static Picture twice(final Picture picture, final int radius, final Progress progress) {
		return BoxBlur.blur(BoxBlur.blur(picture, radius, progress), radius, progress);
	}
}
