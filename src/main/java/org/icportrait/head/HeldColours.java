package org.icportrait.head;

import java.util.Arrays;

import org.icportrait.face.HeadReading;
import org.icportrait.face.Parts;
import org.icportrait.geometry.Area;
import org.icportrait.image.Lab;
import org.icportrait.image.Picture;

/**
 * How far the things reach that are held before a head, by their colours: a network tells where one is, but loses thin ends, gaps in plain cloth and the edge
 * against skin. Cells are those of a {@link HeldShare}. Immutable.
 */
final class HeldColours {

	/** Share below which a cell surely shows nothing that is held; from there on it may, if its colour says so too. */
	private static final float CLEAR = 0.03f;
	private static final float MOST = 0.5f;
	/** Of a thing's cells so many have colours that nothing else has, or it is not told by them; so many have not the skin's, or it is no thing. */
	private static final double STRANGE = 0.6, NO_SKIN = 0.6;
	/** Cells of a thing around one that joins it: a line one cell wide, as edges are, leads nowhere. */
	private static final int BESIDE = 2;

	private final HeldShare share;
	private final int side;
	private final Lab[] colours;
	private final Palette person = new Palette();
	private final Palette skin = new Palette();
	private final Palette behind = new Palette();
	private final boolean[] shown;

	/** @param photograph linear RGB @param share of what is held */
	HeldColours(final Picture photograph, final HeadReading reading, final HeldShare share) {
		this.share = share;
		side = share.side();
		final Area picture = photograph.area();
		final Picture nobody = HeldShare.of(reading, picture, Parts.Kind.NOBODY).share(), bare = HeldShare.of(reading, picture, Parts.Kind.SKIN).share();
		colours = new Lab[side * side];
		shown = new boolean[side * side];
		for (int i = 0; i < colours.length; i++) {
			shown[i] = share.isIn(i, picture);
			colours[i] = colour(photograph, i);
			if (!shown[i] || share.share().data()[i] >= CLEAR) continue;
			if (nobody.data()[i] > MOST) behind.add(colours[i]);
			else person.add(colours[i]);
			if (bare.data()[i] > MOST) skin.add(colours[i]);
		}
	}

	/** In the middle of a cell, of nine places within it. */
	private Lab colour(final Picture photograph, final int cell) {
		final double[] sum = new double[3];
		for (int k = 0; k < 9; k++) {
			final double x = share.x(cell) + (k % 3 - 1) * share.cell() / 3, y = share.y(cell) + (k / 3 - 1) * share.cell() / 3;
			for (int c = 0; c < 3; c++) sum[c] += photograph.sample(x, y, c) / 9;
		}
		return Lab.of(sum[0], sum[1], sum[2]);
	}

	/** Whether most of these cells have the colours of the person's skin: a hand, or skin that is taken for held. */
	boolean isSkin(final int[] cells) {
		return Arrays.stream(cells).filter(cell -> !skin.has(colours[cell])).count() < NO_SKIN * cells.length;
	}

	/** Whether colours alone tell these cells from the person and from what is behind. */
	boolean areStrange(final int[] cells) {
		return Arrays.stream(cells).filter(this::isStrange).count() >= STRANGE * cells.length;
	}

	private boolean isStrange(final int cell) {
		return !person.has(colours[cell]) && !behind.has(colours[cell]);
	}

	/** A thing without what has the colour of skin, and with all around it that has a colour which neither person nor background have. */
	int[] reaching(final int[] cells) {
		final boolean[] thing = new boolean[side * side];
		for (final int cell : cells) thing[cell] = !skin.has(colours[cell]);
		for (boolean grew = true; grew;) {
			grew = false;
			for (int i = 0; i < thing.length; i++) {
				if (thing[i] || !mayJoin(i) || around(thing, i) < BESIDE) continue;
				thing[i] = true;
				grew = true;
			}
		}
		int count = 0;
		final int[] out = new int[thing.length];
		for (int i = 0; i < thing.length; i++) if (thing[i]) out[count++] = i;
		return Arrays.copyOf(out, count);
	}

	private boolean mayJoin(final int cell) {
		return shown[cell] && share.share().data()[cell] >= CLEAR && isStrange(cell);
	}

	private int around(final boolean[] thing, final int cell) {
		int count = 0;
		for (int k = 0; k < 9; k++) {
			final int column = cell % side + k % 3 - 1, row = cell / side + k / 3 - 1;
			if (k != 4 && column >= 0 && row >= 0 && column < side && row < side && thing[row * side + column]) count++;
		}
		return count;
	}

	/** Colours that something has, in steps, with their neighbours. */
	private static final class Palette {

		/** Of a and b; lightness counts half of that, for shade changes it. */
		private static final double STEP = 5;
		private static final int LIGHT = 12, TINGE = 44;
		/** A colour is had where so much of all is about as that. */
		private static final double KNOWN = 0.005;

		private final int[] counts = new int[LIGHT * TINGE * TINGE];
		private int all;

		void add(final Lab colour) {
			counts[bin(step(colour.l() / 2, LIGHT, 1), step(colour.a(), TINGE, TINGE / 2), step(colour.b(), TINGE, TINGE / 2))]++;
			all++;
		}

		boolean has(final Lab colour) {
			final int l = step(colour.l() / 2, LIGHT, 1), a = step(colour.a(), TINGE, TINGE / 2), b = step(colour.b(), TINGE, TINGE / 2);
			int sum = 0;
			for (int k = 0; k < 27; k++) sum += counts[bin(l + k / 9 - 1, a + k / 3 % 3 - 1, b + k % 3 - 1)];
			return all > 0 && sum >= Math.max(2, KNOWN * all);
		}

		/** Never the first or last one. */
		private static int step(final double value, final int steps, final int middle) {
			return Math.max(1, Math.min(steps - 2, (int) Math.floor(value / STEP) + middle));
		}

		private static int bin(final int l, final int a, final int b) {
			return (l * TINGE + a) * TINGE + b;
		}
	}
}
