package org.icportrait.layers;

import java.util.Arrays;

import org.icportrait.hair.SeenHair;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.AreaScale;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.HeadModel;
import org.icportrait.work.Progress;

/**
 * The person's colours without detail, continued beyond: what closes a head takes its own from here. Hair and everything else by themselves: of short
 * hair a frontal photograph shows a narrow band between forehead and background, whose mean with the forehead is the colour of neither. Hair lends the colour
 * of its body: the lamps that gleam on it from the front are not behind it. Stateless.
 */
final class CoarsePerson {

	/** Cells along the longer side. */
	private static final int CELLS = 192;
	/** Radius of the blur, share of the width. */
	private static final double BLUR = 0.02;
	/** Hair is averaged over so much more: what thins out beside an ear is not the colour of a head's hair. */
	private static final int WIDER = 5;
	/** So many cells beyond the hairline hair is lent. */
	private static final int BESIDE = 3;
	/** What of a cell's surroundings must be of a kind for its colour to count. */
	private static final float WHOLE = 0.99f;
	/** Fewer cells of hair than this are a bald head's. */
	private static final int FEWEST = 40;
	/** Shares of all cells of hair, the darkest first, up to which they are its body and from which on they gleam. */
	private static final double BODY = 0.1, GLEAM = 0.4;
	/** The same of dark hair that gleams nearly wherever it is seen. */
	private static final double LEAST_BODY = 0.02, GLOSS = 0.15;
	private static final float DARKEST = 1e-4f;
	/** How many times as bright as the body the middle cell is between which what is bright is no gleam any more: a veil or a turban. */
	private static final float GLOSSY = 3.5f, CLOTH = 5;
	/** How even ({@link DarkBlocks#even}) the middle cell of glossy hair and of cloth is. */
	private static final float STRANDS = 0.6f, WEAVE = 0.68f;

	private CoarsePerson() {}

	/** @param person linear RGB over the head's area */
	static Picture of(final Picture person, final PreparedHead head, final Progress progress) {
		final double step = Math.max(1, Math.max(person.width(), person.height()) / (double) CELLS);
		final int columns = (int) Math.ceil(person.width() / step), rows = (int) Math.ceil(person.height() / step), radius = (int) Math.max(1, Math.round(BLUR * columns));
		final Picture cover = AreaScale.share(head.matte().above(Parting.FULL), person.width(), columns, rows);
		final boolean[] scalp = scalp(head, columns, rows), hair = hair(head, scalp, columns);
		final float[] inside = BoxBlur.blur(cover, radius, progress).data(), beside = BoxBlur.blur(cover, 1, progress).data();
		final boolean[] whole = new boolean[inside.length];
		for (int i = 0; i < whole.length; i++) whole[i] = inside[i] > WHOLE || beside[i] > WHOLE;
		final Picture colours = AreaScale.shrunk(person, columns, rows, whole);
		// Cells at the hairline are of both.
		final float[] haired = BoxBlur.blur(Picture.ofMask(hair, columns), 1, progress).data();
		final float[] skin = new float[inside.length], strands = new float[inside.length];
		int found = 0;
		for (int i = 0; i < inside.length; i++) {
			skin[i] = haired[i] < 1 - WHOLE && inside[i] > WHOLE ? 1 : 0;
			strands[i] = haired[i] > WHOLE && beside[i] > WHOLE ? 1 : 0;
			if (strands[i] > 0) found++;
		}
		if (found < FEWEST) {
			// What is left of a bald one's hair, or stubble, shows in its rim.
			for (int i = 0; i < inside.length; i++) skin[i] = (scalp[i] ? beside : inside)[i] > WHOLE ? 1 : 0;
			return smooth(colours, skin, radius, progress);
		}
		final DarkBlocks dark = DarkBlocks.of(person, columns, strands, progress);
		final Picture out = smooth(colours, skin, radius, progress), ofHair = means(dark.colours(), body(dark, strands, found, head.hair().seen().isGlossy()), WIDER * radius, progress);
		// A scalp's places may lie a little beside what the maps call hair.
		final boolean[] lent = Dilation.grow(hair, columns, BESIDE, progress);
		for (int i = 0; i < out.data().length; i++) if (lent[i % lent.length]) out.data()[i] = ofHair.data()[i];
		return out;
	}

	/** How much each cell of hair is its body and no gleam, 0..1. @param count of them @param glossy {@link SeenHair#isGlossy} */
	private static float[] body(final DarkBlocks dark, final float[] strands, final int count, final boolean glossy) {
		final float[] light = new float[strands.length], ordered = new float[count], even = new float[count];
		final Picture colours = dark.colours();
		for (int i = 0, next = 0; i < strands.length; i++) {
			if (strands[i] <= 0) continue;
			light[i] = Colour.luminance(colours, i);
			even[next] = dark.even()[i];
			ordered[next++] = light[i];
		}
		Arrays.sort(ordered);
		Arrays.sort(even);
		final float dull = ordered[(int) ((glossy ? LEAST_BODY : BODY) * count)], bright = ordered[(int) ((glossy ? GLOSS : GLEAM) * count)];
		final float cloth = glossy ? 0 : Smooth.step(GLOSSY, CLOTH, ordered[count / 2] / Math.max(DARKEST, dull)) * Smooth.step(STRANDS, WEAVE, even[count / 2]);
		final float[] body = new float[strands.length];
		for (int i = 0; i < body.length; i++) {
			if (strands[i] <= 0) continue;
			// Hair of one brightness is all body.
			final float share = light[i] <= dull ? 1 : light[i] >= bright ? 0 : 1 - Smooth.step(dull, bright, light[i]);
			body[i] = Math.max(cloth, share);
		}
		return body;
	}

	/** Continued from what is known, then blurred. */
	private static Picture smooth(final Picture colours, final float[] known, final int radius, final Progress progress) {
		return BoxBlur.twice(PushPull.fill(colours, known, progress), radius, progress);
	}

	/** Means of what is known within the radius alone, of sRGB values, for a few glossy strands outshine linear ones; continued where there is none. */
	private static Picture means(final Picture colours, final float[] known, final int radius, final Progress progress) {
		final int n = colours.planeSize();
		final Picture sums = new Picture(colours.width(), colours.height(), 4), means = new Picture(colours.width(), colours.height(), 3);
		for (int i = 0; i < 3 * n; i++) sums.data()[i] = known[i % n] * Colour.toSrgb(colours.data()[i]);
		System.arraycopy(known, 0, sums.data(), 3 * n, n);
		final float[] sum = BoxBlur.twice(sums, radius, progress).data(), weight = new float[n];
		for (int i = 0; i < n; i++) weight[i] = sum[3 * n + i] > 1e-4f ? 1 : 0;
		for (int i = 0; i < 3 * n; i++) if (weight[i % n] > 0) means.data()[i] = Colour.toLinear(sum[i] / sum[3 * n + i % n]);
		return PushPull.fill(means, weight, progress);
	}

	/** Cells that show a scalp. */
	private static boolean[] scalp(final PreparedHead head, final int columns, final int rows) {
		final HeadMaps maps = head.maps();
		final boolean[] scalp = new boolean[columns * rows];
		for (int i = 0; i < scalp.length; i++) {
			final double x = x(head, i, columns), y = y(head, i, columns, rows), column = maps.column(x, y), row = maps.row(x, y);
			scalp[i] = HeadModel.isScalp(maps.coordinates().sample(column, row, 1), maps.coordinates().sample(column, row, 2));
		}
		return scalp;
	}

	/** Of a haired head cells that show a scalp under hair, and hair that hangs beside the head. */
	private static boolean[] hair(final PreparedHead head, final boolean[] scalp, final int columns) {
		final SeenHair seen = head.hair().seen();
		final boolean haired = seen.isHaired();
		final boolean[] hair = new boolean[scalp.length];
		for (int i = 0; i < hair.length; i++) {
			final double x = x(head, i, columns), y = y(head, i, columns, scalp.length / columns);
			hair[i] = haired && scalp[i] && seen.isAt(x, y) || head.hair().isLoose((int) (x - head.area().x()), (int) (y - head.area().y()));
		}
		return hair;
	}

	/** Where the middle of a cell lies, pixels of the photograph. */
	private static double x(final PreparedHead head, final int cell, final int columns) {
		return head.area().x() + (cell % columns + 0.5) * head.area().width() / columns;
	}

	private static double y(final PreparedHead head, final int cell, final int columns, final int rows) {
		return head.area().y() + (cell / columns + 0.5) * head.area().height() / rows;
	}
}
