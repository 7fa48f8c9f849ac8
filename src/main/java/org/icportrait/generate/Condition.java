package org.icportrait.generate;

import java.nio.FloatBuffer;

import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.CropSampler;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.inference.Tensor;
import org.icportrait.maps.HeadMaps;
import org.icportrait.view.View;
import org.icportrait.work.Progress;

/**
 * All that is known of a wanted picture before anything is generated, in a {@link Frame}: what geometry and light made of the photograph
 * and how surely. The recipe's {@code icportrait.generate.conditions} says the same of its renders, whose heads are not closed. Live; one thread
 * at a time.
 *
 * @param frame where it lies
 * @param start [1, 3, side, side] sRGB, -1..1: the geometric result where a photograph shows the person and where the head was closed, else what
 *          lies behind
 * @param maps [1, 10, side, side]: trust, covered (by what a photograph shows), mirrored share, 0..1; canonical place x, y, z and depth, dm; normal
 *          x, y, z, of what is shown and of what closes the head; 0 where nothing of a head is
 * @param behind what lies behind the person, linear RGB; side x side
 */
public record Condition(Frame frame, Tensor start, Tensor maps, Picture behind) {

	/** Channels of the maps. */
	public static final int MAPS = 10;

	/** Canonical places and depths among them. */
	public static final int X = 3, Y = 4, Z = 5, DEPTH = 6;
	private static final int TRUST = 0, COVERED = 1, MIRRORED = 2, NORMAL = 7;
	/** From this share on a pixel counts as covered. */
	private static final float MOSTLY = 0.5f;
	/** Channels (-1..1) that differ by no more have no colour: about a step of 8 bits. */
	private static final float COLOURLESS = 0.01f;

	/**
	 * @param view of the person
	 * @param known what {@link View#known} says
	 * @param portrait the whole geometric result, linear RGB, of the picture's size
	 * @param behind what lies behind the person, linear RGB in the frame, side x side
	 */
	public static Condition of(final View view, final Picture known, final Picture portrait, final Picture behind, final Frame frame, final Progress progress) {
		final int side = frame.side();
		final Picture inFrame = frame.crop(known, view.area(), view.width(), view.height(), progress);
		final Picture drawn = frame.crop(view.alpha(), view.area(), view.width(), view.height(), progress);
		final Picture seen = CropSampler.crop(portrait, frame.toPicture(), side, progress);
		final Condition out = new Condition(frame, Tensor.floats(1, 3, side, side), Tensor.floats(1, MAPS, side, side), behind);
		final FloatBuffer start = out.start.buffer(), maps = out.maps.buffer();
		final int n = side * side;
		final boolean[] head = new boolean[n];
		for (int i = 0; i < n; i++) {
			final float covered = inFrame.data()[n + i];
			head[i] = Math.max(covered, drawn.data()[i]) > MOSTLY;
			final Picture shown = head[i] ? seen : behind;
			for (int c = 0; c < 3; c++) start.put(c * n + i, signed(shown.data()[c * n + i]));
			if (covered <= MOSTLY) continue;
			maps.put(TRUST * n + i, Math.min(1, inFrame.data()[i] / covered));
			maps.put(COVERED * n + i, 1);
			maps.put(MIRRORED * n + i, Math.min(1, inFrame.data()[2 * n + i]));
		}
		out.addSurface(view.maps(), head);
		out.placeClosing(view, head);
		return out;
	}

	private void addSurface(final HeadMaps surface, final boolean[] head) {
		final int side = frame.side(), n = side * side;
		final Similarity toMaps = surface.pictureToMaps().after(frame.toPicture()).after(new Similarity(1.0 / side, 0, 0, 0));
		final FloatBuffer out = maps.buffer();
		for (int i = 0; i < n; i++) {
			if (!head[i]) continue;
			final double x = i % side + 0.5, y = i / side + 0.5, column = toMaps.x(x, y), row = toMaps.y(x, y);
			for (int c = 0; c < 3; c++) {
				out.put((X + c) * n + i, surface.coordinates().sample(column, row, c));
				out.put((NORMAL + c) * n + i, surface.normals().sample(column, row, c));
			}
			out.put(DEPTH * n + i, surface.depth().sample(column, row, 0));
		}
	}

	/** What closes a head has the colours of another place of it: where it lies itself only its depth tells. */
	private void placeClosing(final View view, final boolean[] head) {
		final Rotation toHead = view.rotation().inverse();
		final int side = frame.side(), n = side * side;
		final FloatBuffer out = maps.buffer();
		for (int i = 0; i < n; i++) {
			if (!head[i] || out.get(COVERED * n + i) != 0) continue;
			final double u = (i % side + 0.5) / side, v = (i / side + 0.5) / side, depth = out.get(DEPTH * n + i);
			final double qx = view.camera().liftX(frame.toPicture().x(u, v), depth), qy = view.camera().liftY(frame.toPicture().y(u, v), depth);
			out.put(X * n + i, (float) toHead.x(qx, qy, depth));
			out.put(Y * n + i, (float) toHead.y(qx, qy, depth));
			out.put(Z * n + i, (float) toHead.z(qx, qy, depth));
		}
	}

	private float map(final int channel, final int i) {
		return maps.get(channel * frame.side() * frame.side() + i);
	}

	/** How surely pixel i, row * side + column, is as a photograph shows it, 0..1; 0 where none does. */
	public float trust(final int i) {
		return map(TRUST, i);
	}

	/** 1 where a photograph or its mirror image shows a pixel, else 0. */
	public float covered(final int i) {
		return map(COVERED, i);
	}

	/** Share of a mirror image in a pixel, 0..1. */
	public float mirrored(final int i) {
		return map(MIRRORED, i);
	}

	/** Canonical place of a pixel, dm, to the head's left; 0 where nothing of a head is, as of the next two. */
	public float x(final int i) {
		return map(X, i);
	}

	/** The same upwards. */
	public float y(final int i) {
		return map(Y, i);
	}

	/** The same to the front. */
	public float z(final int i) {
		return map(Z, i);
	}

	/** Whether something of a head is at a pixel. */
	public boolean isHead(final int i) {
		return map(DEPTH, i) != 0;
	}

	/** The same with another trust. @param trust of each pixel, 0..1 */
	public Condition with(final float[] trust) {
		final Tensor other = Tensor.floats(maps.shape());
		other.buffer().put(maps.buffer()).put(TRUST * trust.length, trust);
		return new Condition(frame, start, other, behind);
	}

	/** 1 where something of a head is, else 0; a new array. */
	public float[] head() {
		final float[] head = new float[frame.side() * frame.side()];
		for (int i = 0; i < head.length; i++) head[i] = isHead(i) ? 1 : 0;
		return head;
	}

	/** A channel of the maps as a picture of its own, continued smoothly beyond the head. */
	public Picture continued(final int channel, final Progress progress) {
		final Picture raw = new Picture(frame.side(), frame.side(), 1);
		maps.buffer().get(channel * raw.planeSize(), raw.data());
		return PushPull.fill(raw, head(), progress);
	}

	/** The same without detail finer than a radius, share of the frame's side. */
	public Picture continued(final int channel, final double radius, final Progress progress) {
		return BoxBlur.twice(continued(channel, progress), frame.radius(radius), progress);
	}

	/** Whether what the photographs show of the person has no colour; false where they show nothing. */
	public boolean isGrey() {
		final FloatBuffer shown = start.buffer();
		final int n = frame.side() * frame.side();
		boolean any = false;
		for (int i = 0; i < n; i++) {
			if (covered(i) == 0) continue;
			any = true;
			if (!Colour.isGrey(shown.get(i), shown.get(n + i), shown.get(2 * n + i), COLOURLESS)) return false;
		}
		return any;
	}

	/** What the networks see of it, linear RGB: [1, 3, rows, columns], -1..1. */
	static Picture picture(final Tensor signed) {
		final Picture out = new Picture((int) signed.shape()[3], (int) signed.shape()[2], 3, signed.copy());
		for (int i = 0; i < out.data().length; i++) out.data()[i] = linear(out.data()[i]);
		return out;
	}

	/** {@link #start} as a picture of its own, linear RGB. */
	public Picture startPicture() {
		return picture(start);
	}

	/** Linear light to sRGB from -1 to 1. */
	public static float signed(final float linear) {
		return 2 * Colour.toSrgb(linear) - 1;
	}

	/** sRGB from -1 to 1 to linear light. */
	public static float linear(final float signed) {
		return Colour.toLinear(Math.max(0, Math.min(1, (signed + 1) / 2)));
	}
}
