package org.icportrait.hair;

import java.util.Arrays;

import org.icportrait.face.Matte;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.HeadModel;

/**
 * Where a photograph shows hair and where skin. Hair lies farther out than skin does; cropped close or drawn back tightly it lies no farther than the maps err, and
 * is told by its reflectance, which is darker than the cheeks'. Immutable, thread-safe.
 */
public final class SeenHair {

	/** Canonical place of cheeks, dm: how far aside, how low and high, how far in front. Fewer cells of them say nothing. */
	private static final float ASIDE = 0.2f, LOW = -0.4f, HIGH = 0.2f, FRONT = 0.3f;
	private static final int FEWEST = 20;
	/**
	 * Reflectance below so many times the cheeks' is hair's. Of 16 photographs' scalps 4 to 6 cm above the hairline the middle cell has 0.05 to 0.5 of it under hair
	 * that is not grey, 1.2 under grey hair over dark skin and 1.03 on the bald one.
	 */
	private static final float DARK = 0.6f;
	/** Share of it under hair from which on a head is a haired one: 0.65 and more of 29 people and four painted ones, 0.17 of a bald one. */
	private static final double HAIRED = 0.4;

	private final HeadModel model;
	private final HeadMaps maps;
	/** Luminance of reflectance below which a place is hair; 0 where too little of the cheeks is seen. */
	private final float dark;
	private final boolean haired;

	private SeenHair(final HeadModel model, final HeadMaps maps) {
		this.model = model;
		this.maps = maps;
		dark = DARK * cheeks(maps);
		haired = grows();
	}

	/** @param maps of a photograph, live; not to be changed as long as this is used */
	public static SeenHair of(final HeadMaps maps) {
		return new SeenHair(HeadModel.standard(), maps);
	}

	/** Luminance of the middle cell of the cheeks' reflectance; 0 where few are seen. */
	private static float cheeks(final HeadMaps maps) {
		final float[] places = maps.coordinates().data(), light = new float[maps.size()];
		final int n = light.length;
		int count = 0;
		for (int i = 0; i < n; i++) {
			final float y = places[n + i];
			if (maps.matte().data()[i] < Matte.PERSON || Math.abs(places[i]) < ASIDE || y < LOW || y > HIGH || places[2 * n + i] < FRONT) continue;
			light[count++] = Colour.luminance(maps.albedo().data()[i], maps.albedo().data()[n + i], maps.albedo().data()[2 * n + i]);
		}
		Arrays.sort(light, 0, count);
		return count < FEWEST ? 0 : light[count / 2];
	}

	/** Whether a place of the photograph (pixels), as far as it shows a scalp, shows hair and not skin. */
	public boolean isAt(final double x, final double y) {
		final double column = maps.column(x, y), row = maps.row(x, y);
		final Picture places = maps.coordinates(), albedo = maps.albedo();
		return isHair(places.sample(column, row, 0), places.sample(column, row, 1), places.sample(column, row, 2), Colour.luminance(albedo.sample(column, row,
			0), albedo.sample(column, row, 1), albedo.sample(column, row, 2)));
	}

	/** Of the photograph; live, not to be changed. */
	HeadMaps maps() {
		return maps;
	}

	/** Whether hair grows on what is seen of the scalp; where none is seen, it does not. */
	public boolean isHaired() {
		return haired;
	}

	private boolean grows() {
		final float[] places = maps.coordinates().data();
		final int n = maps.size();
		int seen = 0, under = 0;
		for (int i = 0; i < n; i++) {
			if (maps.matte().data()[i] < Matte.PERSON || !HeadModel.isScalp(places[n + i] - HeadModel.FOREHEAD, places[2 * n + i])) continue;
			seen++;
			if (isIn(i)) under++;
		}
		return under > HAIRED * seen;
	}

	/** {@link #isAt} of a cell of the maps. */
	boolean isIn(final int cell) {
		final float[] places = maps.coordinates().data(), albedo = maps.albedo().data();
		final int n = maps.size();
		return isHair(places[cell], places[n + cell], places[2 * n + cell], Colour.luminance(albedo[cell], albedo[n + cell], albedo[2 * n + cell]));
	}

	private boolean isHair(final float x, final float y, final float z, final float reflectance) {
		return reflectance < dark || !model.isBare(x, y, z);
	}
}
