package org.icportrait.hair;

import java.util.Arrays;
import java.util.function.IntPredicate;

import org.icportrait.face.Matte;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.HeadModel;
import org.icportrait.work.Progress;

/**
 * Where a photograph shows hair and where skin. Hair lies farther out than skin does; cropped close or drawn back tightly it lies no farther than the maps err, and
 * is told by its reflectance, which is darker than the cheeks'. Beside dark skin black hair that gleams may seem no darker: rough places are hair there too. Immutable, thread-safe.
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
	/** Reflectance of cheeks, luminance, from which on what reflects as much is fair: of six people with dark skin 0.06 to 0.14, of nine others, bald, painted or fair 0.22 and more. */
	private static final float FAIR = 0.18f;
	/**
	 * So many times as rough as the cheeks' middle cell is hair. Of black hair that gleams the middle cell is 4 to 6 times as rough, at the temples 2.5, of hair that turns grey
	 * 2.3 to 3.5, of a bald head 1.2 to 1.6, at half the size and badly compressed too.
	 */
	private static final float ROUGHER = 2;

	/** What is seen more askance (the way out of its surface towards the camera) looks as if combed. */
	private static final float FACING = 0.3f;

	/** Share of hair, the darkest first, that tells how dark it is without gleams, and so many times as bright as cheeks it is dark hair. */
	private static final double BODY = 0.02;
	private static final float DARKER = 0.75f;

	private final HeadModel model;
	private final HeadMaps maps;
	/** Luminance of reflectance below which a place is hair; 0 where too little of the cheeks is seen. */
	private final float dark;
	/** {@link Roughness}, times that of the cheeks; null where reflectance tells hair. */
	private final Picture rough;
	private final boolean haired;
	private final boolean glossy;

	/** @param light of the photograph by cell; null where reflectance tells hair */
	private SeenHair(final HeadModel model, final HeadMaps maps, final float dark, final Picture rough, final float[] light) {
		this.model = model;
		this.maps = maps;
		this.dark = dark;
		this.rough = rough;
		haired = grows();
		glossy = haired && light != null && isDarker(light);
	}

	/** @param maps of a photograph, live; not to be changed as long as this is used */
	public static SeenHair of(final HeadMaps maps) {
		return new SeenHair(HeadModel.standard(), maps, DARK * cheeks(maps, luminance(maps.albedo())), null, null);
	}

	/** The same, told by how rough the photograph is too where skin is dark. @param photograph linear RGB, not kept */
	public static SeenHair of(final Picture photograph, final HeadMaps maps, final HeadCamera camera, final Progress progress) {
		final SeenHair told = of(maps);
		if (told.dark <= 0 || told.dark >= DARK * FAIR || told.under(cell -> told.isDark(cell)) > HAIRED) return told;
		final float[] rough = Roughness.of(photograph, maps, camera, progress);
		final float smooth = cheeks(maps, rough);
		if (smooth <= 0) return told;
		for (int i = 0; i < rough.length; i++) rough[i] /= smooth;
		return new SeenHair(told.model, maps, told.dark, new Picture(maps.width(), maps.height(), 1, rough), luminance(Roughness.cells(photograph, maps, progress)));
	}

	private static float[] luminance(final Picture linear) {
		final float[] out = new float[linear.planeSize()], colours = linear.data();
		for (int i = 0; i < out.length; i++) out[i] = Colour.luminance(colours[i], colours[out.length + i], colours[2 * out.length + i]);
		return out;
	}

	/** The middle one of the cheeks' cells; 0 where few are seen. */
	private static float cheeks(final HeadMaps maps, final float[] values) {
		final float[] places = maps.coordinates().data(), cheeks = new float[values.length];
		final int n = values.length;
		int count = 0;
		for (int i = 0; i < n; i++) {
			final float y = places[n + i];
			if (maps.matte().data()[i] < Matte.PERSON || Math.abs(places[i]) < ASIDE || y < LOW || y > HIGH || places[2 * n + i] < FRONT) continue;
			cheeks[count++] = values[i];
		}
		Arrays.sort(cheeks, 0, count);
		return count < FEWEST ? 0 : cheeks[count / 2];
	}

	/** Whether a place of the photograph (pixels), as far as it shows a scalp, shows hair and not skin. */
	public boolean isAt(final double x, final double y) {
		final double column = maps.column(x, y), row = maps.row(x, y);
		final Picture places = maps.coordinates(), albedo = maps.albedo();
		return rough != null && rough.sample(column, row, 0) > ROUGHER || isHair(places.sample(column, row, 0), places.sample(column, row, 1), places.sample(column, row, 2),
			Colour.luminance(albedo.sample(column, row, 0), albedo.sample(column, row, 1), albedo.sample(column, row, 2)));
	}

	/** Which cells of the {@link #maps} show hair on the scalp, and not so askance that it looks as if combed. */
	public boolean[] facing() {
		final float[] places = maps.coordinates().data(), normals = maps.normals().data(), matte = maps.matte().data();
		final int n = maps.size();
		final boolean[] out = new boolean[n];
		for (int i = 0; i < n; i++) out[i] = matte[i] >= Matte.PERSON && normals[2 * n + i] > FACING && HeadModel.isScalp(places[n + i], places[2 * n + i]) && isIn(i);
		return out;
	}

	/** Of the photograph; live, not to be changed. */
	HeadMaps maps() {
		return maps;
	}

	/** Whether hair grows on what is seen of the scalp; where none is seen, it does not. */
	public boolean isHaired() {
		return haired;
	}

	/** Whether its hair reflects no less than the cheeks on the whole, but is dark in its darkest places: all that is brighter is a gleam on it. */
	public boolean isGlossy() {
		return glossy;
	}

	/** Whether hair is darker than cheeks in its darkest places. @param light by cell */
	private boolean isDarker(final float[] light) {
		final float[] places = maps.coordinates().data(), hair = new float[light.length];
		final int n = light.length;
		int count = 0;
		for (int i = 0; i < n; i++) if (maps.matte().data()[i] >= Matte.PERSON && HeadModel.isScalp(places[n + i], places[2 * n + i]) && isIn(i)) hair[count++] = light[i];
		Arrays.sort(hair, 0, count);
		return count > 0 && hair[(int) (BODY * count)] < DARKER * cheeks(maps, light);
	}

	private boolean grows() {
		return under(this::isIn) > HAIRED;
	}

	/** Which share of what is seen of the scalp above the forehead is of a kind, 0..1; 0 where nothing is. */
	private double under(final IntPredicate kind) {
		final float[] places = maps.coordinates().data();
		final int n = maps.size();
		int seen = 0, under = 0;
		for (int i = 0; i < n; i++) {
			if (maps.matte().data()[i] < Matte.PERSON || !HeadModel.isScalp(places[n + i] - HeadModel.FOREHEAD, places[2 * n + i])) continue;
			seen++;
			if (kind.test(i)) under++;
		}
		return seen == 0 ? 0 : under / (double) seen;
	}

	/** {@link #isAt} of a cell of the maps. */
	boolean isIn(final int cell) {
		final float[] places = maps.coordinates().data();
		final int n = maps.size();
		return rough != null && rough.data()[cell] > ROUGHER || isHair(places[cell], places[n + cell], places[2 * n + cell], reflectance(cell));
	}

	private boolean isDark(final int cell) {
		return reflectance(cell) < dark;
	}

	private float reflectance(final int cell) {
		final float[] albedo = maps.albedo().data();
		return Colour.luminance(albedo[cell], albedo[maps.size() + cell], albedo[2 * maps.size() + cell]);
	}

	private boolean isHair(final float x, final float y, final float z, final float reflectance) {
		return reflectance < dark || !model.isBare(x, y, z);
	}
}
