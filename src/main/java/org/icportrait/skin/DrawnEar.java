package org.icportrait.skin;

import java.util.ArrayList;
import java.util.List;

import org.icportrait.generate.Condition;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.AreaScale;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.DepthBuffer;
import org.icportrait.morphable.Occluder;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * An ear of the fitted head as a photograph would show it, at the picture's own resolution: the light that seen skin stands in falls on it by its normals, as far as
 * the ear itself leaves it free, so that it has a rim, hollows and a shade on what lies behind it. Immutable.
 *
 * @param area of the picture that it covers, with its shade
 * @param factors what the colour of smooth skin is to be multiplied by, three channels; so much of that skin's brightness is added to each of them, a fourth
 * @param share how much of each pixel is ear, 0..1
 * @param shade what is left of the light on what lies beside and behind it, above 0 to 1
 */
public record DrawnEar(Area area, Picture factors, Picture share, Picture shade) {

	/** Planes of what is drawn finer than the picture, after the factors of red, green and blue. */
	private static final int GLEAM = 3, SHARE = 4, SHADE = 5, PLANES = 6;
	/** Distances (dm) within its outline between which a pixel comes to be ear: in front it goes over into the cheek. */
	private static final float BESIDE = -0.012f, EAR = 0.012f;
	/** How dark hollows become by channel, for light that skin throws on skin is red (Jimenez and others 2016): powers of the light that is left. */
	private static final double[] HOLLOW = { 1.3, 1.8, 1.95 }, GREY = { 1.7, 1.7, 1.7 };
	/** The same of what lies behind, and how dark that becomes at most: its folds are no deeper than skin is soft. */
	private static final double BEHIND = 2.2, DEEPEST = 0.35;
	private static final float LEAST = 0.1f;
	/** Strength and sharpness of the gleam. */
	private static final double GLEAMS = 0.2, SHARP = 16;
	/** What light is beside that on the smooth form, at least and at most. */
	private static final double DARK = 0.5, BRIGHT = 1.5;

	/**
	 * Those that a view shows.
	 *
	 * @param area of the picture that may be drawn on
	 * @param skin they are of
	 * @param seen what the photographs show of skin; null where that is too little
	 * @param strength how much they are drawn, 0..1
	 */
	public static List<DrawnEar> of(final Ears ears, final HeadCamera camera, final Area area, final Condition condition, final BareSkin skin, final SeenSkin seen, final float strength,
		final Progress progress)
	{
		final int side = condition.frame().side();
		final SkinLight light = skin.light() == null ? SkinLight.soft(side * side) : skin.light();
		final Occluder head = ears.head();
		final float[] normals = head.normals(), tinge = EarTinge.of(condition, seen);
		final double[] hollow = condition.isGrey() ? GREY : HOLLOW;
		final List<DrawnEar> out = new ArrayList<>();
		for (final boolean left : new boolean[] { false, true }) {
			final EarSurface ear = EarSurface.of(head, normals, left, camera, area, light::along, progress);
			if (ear != null) out.add(of(ear, condition.frame().fromPicture(), light, tinge, hollow, strength, progress));
		}
		return out;
	}

	/**
	 * @param toFrame picture pixels to those of the frame
	 * @param light that seen skin stands in, over the frame
	 * @param tinge of an ear beside cheeks, by channel
	 * @param hollow powers of the light that is left, by channel
	 * @param strength how much of it is drawn, 0..1
	 */
	static DrawnEar of(final EarSurface ear, final Similarity toFrame, final SkinLight light, final float[] tinge, final double[] hollow, final float strength,
		final Progress progress)
	{
		final int samples = ear.samples(), columns = samples * ear.area().width(), rows = samples * ear.area().height(), n = columns * rows;
		final Picture fine = new Picture(columns, rows, PLANES), bright = new Picture(light.side(), light.side(), 1, light.bright());
		final float[][] numbers = ear.shown().numbers();
		final double[] half = light.halfway();
		Workers.rows(rows, progress, row -> {
			final double[] normal = new double[3];
			for (int i = row * columns; i < (row + 1) * columns; i++) {
				fine.data()[SHADE * n + i] = 1;
				if (ear.shown().depth()[i] == DepthBuffer.EMPTY) continue;
				final float within = numbers[EarSurface.WITHIN][i], open = Math.max(LEAST, numbers[EarSurface.OPEN][i]), share = strength * Smooth.step(BESIDE, EAR, within);
				final float near = strength * Smooth.step(-EarSurface.BESIDE, -EarSurface.BESIDE / 3, within);
				fine.data()[SHADE * n + i] = (float) Math.pow(Math.max(DEEPEST, Math.pow(open, BEHIND)), near);
				fine.data()[SHARE * n + i] = share;
				if (share <= 0) continue;
				double length = 1e-9;
				for (int c = 0; c < 3; c++) normal[c] = numbers[EarSurface.NORMAL + c][i];
				for (int c = 0; c < 3; c++) length += normal[c] * normal[c];
				for (int c = 0; c < 3; c++) normal[c] /= Math.sqrt(length);
				final double x = ear.area().x() + (i % columns + 0.5) / samples, y = ear.area().y() + (row + 0.5) / samples;
				final double beside = bright.sample(toFrame.x(x, y), toFrame.y(x, y), 0);
				final double lit = Math.max(DARK, Math.min(BRIGHT, light.on(normal) / beside));
				for (int c = 0; c < 3; c++) fine.data()[c * n + i] = (float) (share * tinge[c] * lit * Math.pow(open, hollow[c]));
				final double facing = Math.max(0, half[0] * normal[0] + half[1] * normal[1] + half[2] * normal[2]);
				fine.data()[GLEAM * n + i] = (float) (share * GLEAMS * open * Math.pow(facing, SHARP));
			}
		});
		return shrunk(fine, ear.area());
	}

	/** Samples to pixels. */
	private static DrawnEar shrunk(final Picture fine, final Area area) {
		final Picture all = AreaScale.scale(fine, area.width(), area.height());
		final int n = area.size();
		final Picture factors = new Picture(area.width(), area.height(), SHARE), share = new Picture(area.width(), area.height(), 1), shade = share.copy();
		System.arraycopy(all.data(), 0, factors.data(), 0, SHARE * n);
		System.arraycopy(all.data(), SHARE * n, share.data(), 0, n);
		System.arraycopy(all.data(), SHADE * n, shade.data(), 0, n);
		return new DrawnEar(area, factors, share, shade);
	}

	/** Whether a pixel of the picture shows it or its shade. */
	public boolean isAt(final int x, final int y) {
		return area.index(x, y) >= 0;
	}

	/** How much of a pixel of the picture it is, 0..1. */
	public float share(final int x, final int y) {
		final int i = area.index(x, y);
		return i < 0 ? 0 : share.data()[i];
	}

	/**
	 * Lays it over a pixel of the picture that shows it or its shade, in place.
	 *
	 * @param colour linear RGB of what stands there without it
	 * @param skin the same of smooth skin
	 * @param person how much of the pixel a person covers without it, 0..1
	 */
	public void over(final float[] colour, final float[] skin, final int x, final int y, final float person) {
		final int n = area.size(), i = area.index(x, y);
		final float ear = share.data()[i], others = (1 - ear) * person, all = ear + others;
		final float bright = Colour.luminance(skin);
		for (int c = 0; c < 3; c++) {
			final float under = shade.data()[i] * colour[c];
			colour[c] = all <= 0 ? under : (factors.data()[c * n + i] * skin[c] + factors.data()[GLEAM * n + i] * bright + others * under) / all;
		}
	}
}
