package org.icportrait.outline;

import org.icportrait.generate.Frame;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.strands.LineIntegral;
import org.icportrait.work.Progress;

/**
 * The outline of generated hair as soft as the seen outline is, strands standing out of it as far as the seen ones do: a smooth line before a wall looks cut
 * out with scissors. Strands lie away from the crown, down and a little outward, and depend on the seed alone. Other outlines stay sharp. Immutable.
 *
 * @param scalp where hair grows, in the frame, 0..1; null on heads that have none
 * @param rotation of the turned head
 * @param camera of the picture
 */
public record Fringe(SeenOutline seen, Picture scalp, Rotation rotation, HeadCamera camera, Frame frame, long seed) {

	/** Of an even profile of a smooth step, the share of its half width from a tenth to the middle. */
	private static final double TENTH_TO_HALF = 0.608;
	/** Deviation by which hair's ends make the outline uneven, share of that half width. */
	private static final double UNEVEN = 0.3;
	/** Noise, in deviations, from which on there is a strand and where it is at its strongest, and how much of a pixel it covers there. */
	private static final float STRAND = 1.1f, STRONGEST = 2.4f, COVERS = 0.6f;
	/** Radius within which strands lie together, share of the frame's side, and how strongly they do beside the noise of single ones. */
	private static final double TOGETHER = 0.01;
	private static final float LOCKS = 0.7f;
	/** How steeply strands leave the outline, and how much hair must lie along it for that; how long one is, 0..1 of {@link LineIntegral}'s. */
	private static final double OUTWARD = 0.25, ALONG = 0.5;
	private static final float LENGTH = 0.22f;
	/** Crown of the mean head, dm, from which hair goes away, and falls by so much more. */
	private static final double[] CROWN = { 0, 1.3, -0.5 };
	private static final double FALL = 0.7;
	/** Farthest from the outline that there are strands, share of the frame's side. */
	private static final double BAND = 0.05;

	/**
	 * How much of a pixel is the person's, where the outline stands.
	 *
	 * @param inward how far (pixels of the frame) each of the frame's pixels lies within the outline
	 * @param noise drawn out along hair, of deviation 1, {@link Frame#finer} times the frame's size; null where no hair grows
	 * @param sharp half the width of an outline without hair, pixels of the frame
	 * @param soft likewise with hair
	 * @param uneven by so much, pixels of the frame, the noise moves it
	 * @param far that strands stand out, pixels of the frame, above 0
	 */
	public record Edge(Picture inward, Picture noise, Picture scalp, int finer, float sharp, float soft, float uneven, float far) {

		/** 0..1 at a place of the frame. */
		public float at(final double u, final double v) {
			final float in = inward.sample(u, v, 0);
			if (noise == null) return Smooth.step(-sharp, sharp, in);
			final float share = scalp.sample(u, v, 0), half = sharp + share * (soft - sharp), strand = noise.sample(u * finer, v * finer, 0);
			final float stands = share * COVERS * Smooth.step(STRAND, STRONGEST, strand) * Smooth.step(-far, 0, in);
			return Math.max(stands, Smooth.step(-half, half, in + share * uneven * strand));
		}
	}

	/** @param inward as {@link Outline#inward} gives it */
	public Edge of(final Picture inward, final Progress progress) {
		final float sharp = (float) (Outline.EDGE * frame.side() * (Outline.SURE - Outline.UNSURE) / 2);
		if (scalp == null) return new Edge(inward, null, null, 1, sharp, sharp, 0, 1);
		final double soft = seen.soft() * frame.dm() / TENTH_TO_HALF;
		final float far = (float) Math.max(sharp, seen.far() * frame.dm());
		return new Edge(inward, noise(inward, progress), scalp, frame.finer(), sharp, (float) Math.max(sharp, soft), (float) (UNEVEN * soft), far);
	}

	private Picture noise(final Picture inward, final Progress progress) {
		final Picture band = new Picture(frame.side(), frame.side(), 1);
		for (int i = 0; i < band.data().length; i++) band.data()[i] = Math.abs(inward.data()[i]) < BAND * frame.side() ? scalp.data()[i] : 0;
		final Picture strands = LineIntegral.of(directions(inward), band, frame.finer(), seed, progress);
		return LineIntegral.inLocks(strands, frame.radius(TOGETHER) * frame.finer(), LOCKS, progress);
	}

	/** Along the outline, away from the crown and down, and a little outward; a vector of twice its angle, two channels. */
	private Picture directions(final Picture inward) {
		final int side = frame.side(), n = side * side;
		final double[] crown = crown(rotation, camera, frame);
		final Picture out = new Picture(side, side, 2);
		for (int i = 0; i < n; i++) {
			final int x = i % side, y = i / side;
			final double outX = inward.get(Math.max(0, x - 1), y, 0) - inward.get(Math.min(side - 1, x + 1), y, 0);
			final double outY = inward.get(x, Math.max(0, y - 1), 0) - inward.get(x, Math.min(side - 1, y + 1), 0), steep = Math.max(1e-9, Math.hypot(outX, outY));
			final double[] away = away(x + 0.5 - crown[0], y + 0.5 - crown[1], crown);
			final double along = (away[1] * outX - away[0] * outY) / steep, part = Math.max(-1, Math.min(1, along / ALONG));
			final double across = (OUTWARD * outX - part * outY) / steep, down = (OUTWARD * outY + part * outX) / steep;
			// Where hair parts strands as long as elsewhere would stand upright, a tuft.
			final double length = LENGTH * Math.abs(part), square = Math.max(1e-9, across * across + down * down);
			out.data()[i] = (float) (length * (across * across - down * down) / square);
			out.data()[n + i] = (float) (length * 2 * across * down / square);
		}
		return out;
	}

	/** Where the crown lies, pixels of the frame, and which way is down from it. */
	private static double[] crown(final Rotation r, final HeadCamera camera, final Frame frame) {
		final double z = r.z(CROWN[0], CROWN[1], CROWN[2]);
		final double x = camera.x(r.x(CROWN[0], CROWN[1], CROWN[2]), z), y = camera.y(r.y(CROWN[0], CROWN[1], CROWN[2]), z);
		final Similarity toFrame = frame.fromPicture();
		final double downX = -r.x(0, 1, 0), downY = r.y(0, 1, 0), length = Math.max(1e-9, Math.hypot(downX, downY));
		return new double[] { toFrame.x(x, y), toFrame.y(x, y), downX / length, downY / length };
	}

	/** Which way hair lies so far from a {@link #crown}: away from it and down. */
	private static double[] away(final double across, final double down, final double[] crown) {
		final double far = Math.max(1e-9, Math.hypot(across, down));
		return new double[] { across / far + FALL * crown[2], down / far + FALL * crown[3] };
	}
}
