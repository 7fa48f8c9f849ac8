package org.icportrait.hair;

import org.icportrait.face.Matte;
import org.icportrait.geometry.Area;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.HeadModel;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * How much of the cells beside a head is hair that hangs there, and no neck or ear that stands out from the fitted head: what lies farther out than skin, and what is
 * of its colour about that, as where a lock comes out from behind a jaw. For one thread, once.
 */
final class HangingShares {

	/** Distances (dm) from the mean skin between which what is beside a head is hair. */
	private static final float SKIN = 0.06f, HAIR = 0.1f;
	/** Distances (dm) from the silhouette between which it comes, softly: turned, its sheet ends on the neck; and between which heights (dm, head axes) colour tells it. */
	private static final float WITHIN = -0.1f, OUT = 0, LOWEST = -1.35f, LOBE = -0.3f;
	/** Farther within than this (dm) nothing is looked at, and radius (dm) of what a colour is a mean of. */
	private static final float INSIDE = -0.5f;
	private static final double ABOUT = 0.12;
	/** Shares of the way from skin's colour to hair's between which a cell becomes hair, and of hair about it below which there is none. */
	private static final float THROUGH = 0.4f, STRAND = 0.65f, SOME = 0.02f, MUCH = 0.1f;
	/** By how much (sRGB) brighter than skin nothing is such hair, by how much a wall is a bright one, and how much darker than that hair is. */
	private static final float BRIGHTER = 0.15f, WALL = 0.05f, APART = 0.2f;
	/** Share of the way from the scalp's colour to the clothes' from which on a cell is cloth, it begins to be at half; colours (sRGB) that differ by less tell nothing. */
	private static final float CLOTH = 0.65f, ALIKE = 0.15f;
	/** Matte of a cell below which nothing is told. */
	private static final float NONE = 0.05f;
	/** So many times skin and hair are told apart by each other's colours, and pixels of a cell, along a side, that are read. */
	private static final int ROUNDS = 4, READ = 3;

	private final Picture photograph;
	private final Area area;
	private final Picture mattes;
	private final BesideHead beside;
	/** Of cells. */
	private final int n;

	private HangingShares(final Picture photograph, final Area area, final Picture mattes, final BesideHead beside) {
		this.photograph = photograph;
		this.area = area;
		this.mattes = mattes;
		this.beside = beside;
		n = mattes.planeSize();
	}

	/** For each cell 0..1, one channel. @param photograph linear RGB @param area that the cells cover @param mattes of the cells @param maps of the photograph @param dm pixels of one */
	static Picture of(final Picture photograph, final Area area, final Picture mattes, final HeadMaps maps, final BesideHead beside, final double dm, final Progress progress) {
		final HangingShares shares = new HangingShares(photograph, area, mattes, beside);
		final Picture away = shares.away(maps), sure = new Picture(mattes.width(), mattes.height(), 1);
		boolean any = false;
		for (int i = 0; i < shares.n; i++) {
			sure.data()[i] = beside.mayHang(i) ? shares.comes(i) * Smooth.step(SKIN, HAIR, away.data()[i]) : 0;
			any |= sure.data()[i] > 0;
		}
		if (!any) return sure;
		final Picture colours = shares.colours(progress);
		shares.takeBright(sure, colours, away, progress);
		shares.takeCloth(sure, colours, maps, progress);
		return shares.joined(sure, colours, away, NeckSteps.of(area, maps, beside, dm), Math.max(1, (int) Math.round(ABOUT * dm / beside.block())), progress);
	}

	/** Leaves out what is brighter than the skin nearest to it, or as bright as what lies behind: shirts, and a wall between curls. */
	private void takeBright(final Picture sure, final Picture colours, final Picture away, final Progress progress) {
		final float[] skin = new float[n], empty = new float[n];
		for (int i = 0; i < n; i++) {
			skin[i] = away.data()[i] < SKIN && mattes.data()[i] > Matte.PERSON ? 1 : 0;
			empty[i] = mattes.data()[i] < NONE ? 1 : 0;
		}
		final Picture skins = PushPull.fill(colours, skin, progress), behind = PushPull.fill(colours, empty, progress);
		for (int i = 0; i < n; i++) {
			if (sure.data()[i] <= 0) continue;
			final float light = light(colours, i);
			sure.data()[i] *= 1 - Smooth.step(0, BRIGHTER, light - light(skins, i));
			sure.data()[i] *= 1 - Smooth.step(0, WALL, light(behind, i) - light(skins, i)) * (1 - Smooth.step(APART / 2, APART, light(behind, i) - light));
		}
	}

	/** Leaves out collars: what is more like the clothes below it than like the hair on the scalp. */
	private void takeCloth(final Picture sure, final Picture colours, final HeadMaps maps, final Progress progress) {
		final float[] cloth = new float[n];
		boolean hangs = false, clothed = false;
		for (int i = 0; i < n; i++) {
			cloth[i] = beside.height()[i] < LOWEST && mattes.data()[i] > Matte.PERSON ? 1 : 0;
			clothed |= cloth[i] > 0;
			hangs |= sure.data()[i] > 0;
		}
		final float[] scalp = hangs && clothed ? scalp(colours, maps) : null;
		if (scalp == null) return;
		final Picture clothes = PushPull.fill(colours, cloth, progress);
		for (int i = 0; i < n; i++) {
			if (sure.data()[i] <= 0) continue;
			double fromHair = 0, fromCloth = 0;
			for (int c = 0; c < 3; c++) {
				fromHair += Math.pow(colours.data()[c * n + i] - scalp[c], 2);
				fromCloth += Math.pow(colours.data()[c * n + i] - clothes.data()[c * n + i], 2);
			}
			sure.data()[i] *= 1 - Smooth.step(0.5f, CLOTH, (float) (Math.sqrt(fromHair) / Math.max(1e-6, Math.sqrt(fromHair) + Math.sqrt(fromCloth))));
		}
	}

	/** Mean colour of what is seen of the scalp, sRGB; null where that is nothing. */
	private float[] scalp(final Picture colours, final HeadMaps maps) {
		final float[] sum = new float[3];
		int count = 0;
		for (int i = 0; i < n; i++) {
			final double column = maps.column(x(i, 0.5), y(i, 0.5)), row = maps.row(x(i, 0.5), y(i, 0.5));
			if (mattes.data()[i] < Matte.PERSON || !HeadModel.isScalp(maps.coordinates().sample(column, row, 1), maps.coordinates().sample(column, row, 2))) continue;
			for (int c = 0; c < 3; c++) sum[c] += colours.data()[c * n + i];
			count++;
		}
		for (int c = 0; c < 3; c++) sum[c] /= Math.max(1, count);
		return count == 0 ? null : sum;
	}

	private float light(final Picture colours, final int i) {
		return (colours.data()[i] + colours.data()[n + i] + colours.data()[2 * n + i]) / 3;
	}

	/** Distances of the cells' places from the mean skin, dm, as far as {@link #HAIR}; those of cells that show nobody count as that. */
	private Picture away(final HeadMaps maps) {
		final Picture out = new Picture(mattes.width(), mattes.height(), 1), places = maps.coordinates();
		for (int i = 0; i < n; i++) {
			out.data()[i] = HAIR;
			if (mattes.data()[i] <= NONE || beside.beyond()[i] < INSIDE || beside.height()[i] < LOWEST) continue;
			final double column = maps.column(x(i, 0.5), y(i, 0.5)), row = maps.row(x(i, 0.5), y(i, 0.5));
			out.data()[i] = HeadModel.standard().distance(places.sample(column, row, 0), places.sample(column, row, 1), places.sample(column, row, 2), HAIR);
		}
		return out;
	}

	private double x(final int cell, final double across) {
		return area.x() + Math.min(area.width() - 0.5, (cell % mattes.width() + across) * beside.block());
	}

	private double y(final int cell, final double down) {
		return area.y() + Math.min(area.height() - 0.5, (cell / mattes.width() + down) * beside.block());
	}

	/** How much of a cell the person is, less towards the head. */
	private float comes(final int i) {
		return mattes.data()[i] * Smooth.step(WITHIN, OUT, beside.beyond()[i]);
	}

	/** With what has the colour of sure hair, and not of skin, about it; what was found to be hair is no skin to compare by. @param steps where there is none @param radius cells */
	private Picture joined(final Picture sure, final Picture colours, final Picture away, final float[] steps, final int radius, final Progress progress) {
		final Picture hair = new Picture(sure.width(), sure.height(), 4);
		for (int i = 0; i < 4 * n; i++) hair.data()[i] = sure.data()[i % n] * (i < 3 * n ? colours.data()[i] : 1);
		final float[] hairs = BoxBlur.twice(hair, radius, progress).data(), like = new float[n];
		for (int round = 0; round < ROUNDS; round++) alike(like, colours, hairs, skins(colours, away, like, radius, progress));
		final Picture out = sure.copy();
		for (int i = 0; i < n; i++) out.data()[i] = Math.max(out.data()[i], comes(i) * like[i]) * (1 - steps[i]);
		return out;
	}

	/** Sums of the colours of skin about each cell, and how much there is. @param like how far each cell was found to be hair, 0..1 */
	private float[] skins(final Picture colours, final Picture away, final float[] like, final int radius, final Progress progress) {
		final Picture skin = new Picture(mattes.width(), mattes.height(), 4);
		for (int i = 0; i < 4 * n; i++) {
			final int at = i % n;
			if (away.data()[at] < SKIN) skin.data()[i] = mattes.data()[at] * (1 - like[at]) * (i < 3 * n ? colours.data()[i] : 1);
		}
		return BoxBlur.twice(skin, radius, progress).data();
	}

	private void alike(final float[] like, final Picture colours, final float[] hairs, final float[] skins) {
		for (int i = 0; i < n; i++) {
			if (beside.beyond()[i] < WITHIN || beside.height()[i] < LOWEST || beside.height()[i] > LOBE || hairs[3 * n + i] < SOME || skins[3 * n + i] <= 0) continue;
			like[i] = Smooth.step(THROUGH, STRAND, way(colours.data(), hairs, skins, i)) * Smooth.step(SOME, MUCH, hairs[3 * n + i]);
		}
	}

	/** How far of the way from the skin's colour about a cell to the hair's its own is. */
	private float way(final float[] colours, final float[] hairs, final float[] skins, final int i) {
		float along = 0, squares = 0;
		for (int c = 0; c < 3; c++) {
			final float skin = skins[c * n + i] / skins[3 * n + i], far = hairs[c * n + i] / hairs[3 * n + i] - skin;
			along += far * (colours[c * n + i] - skin);
			squares += far * far;
		}
		return squares < ALIKE * ALIKE ? 0 : along / squares;
	}

	/** Means of the cells, sRGB. */
	private Picture colours(final Progress progress) {
		final Picture out = new Picture(mattes.width(), mattes.height(), 3);
		Workers.rows(mattes.height(), progress, row -> {
			for (int i = row * mattes.width(); i < (row + 1) * mattes.width(); i++) for (int k = 0; k < READ * READ; k++) {
				final int x = (int) x(i, (k % READ + 0.5) / READ), y = (int) y(i, (k / READ + 0.5) / READ);
				for (int c = 0; c < 3; c++) out.data()[c * n + i] += Colour.toSrgb(Math.max(0, Math.min(1, photograph.get(x, y, c)))) / (READ * READ);
			}
		});
		return out;
	}
}
