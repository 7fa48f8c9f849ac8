package org.icportrait.light;

import org.icportrait.geometry.Area;
import org.icportrait.image.BorderFade;
import org.icportrait.image.Picture;
import org.icportrait.image.PictureRows;
import org.icportrait.image.Smooth;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Brings new light onto a person: picture * new / old shading, so that every detail of skin and hair stays. The ratio is limited, and
 * highlights are bent towards white instead of clipped. It knows nothing of the background: who lays the person over one mixes. Stateless.
 */
public final class Relighter {

	/** How far a pixel may be darkened or brightened; and brightened out of deep shade, if that brings it to the mean old light at most. */
	private static final float DARKEST = 0.02f, BRIGHTEST = 6, FROM_SHADE = 12;
	/** What is added to both shadings, as a share of the mean old one, so that noise in deep shadow is not raised; of skin less, from the first to the second of these shares of it on. */
	private static final float FLOOR = 0.03f, SHADE_FLOOR = 0.01f, SHADED = 0.35f, DEEP = 0.15f;

	private Relighter() {}

	/**
	 * What a picture is to be multiplied by.
	 *
	 * @param maps of the head
	 * @param own shading that the picture has, 3 channels over the maps
	 * @param face light of the photograph of which it is a view
	 * @param wanted shading that it is to have, likewise
	 * @return 3 channels over the maps, 0.02 to 12
	 */
	public static Picture ratio(final HeadMaps maps, final Picture own, final FaceLight face, final Picture wanted, final Progress progress) {
		final Picture out = new Picture(maps.width(), maps.height(), 3);
		final int n = maps.size();
		final float mean = face.mean();
		Workers.rows(maps.height(), progress, row -> {
			for (int i = row * maps.width(); i < (row + 1) * maps.width(); i++) {
				final float skin = HardLight.skin(maps, i);
				for (int k = i; k < 3 * n; k += n) out.data()[k] = ratio(own.data()[k], wanted.data()[k], mean, skin);
			}
		});
		return out;
	}

	/** @param skin 0 for hair and cloth, which may be as dark as they look, to 1 */
	private static float ratio(final float own, final float wanted, final float mean, final float skin) {
		final float shade = own >= SHADED * mean ? 0 : skin * Smooth.step(SHADED, DEEP, own / mean);
		final float floor = mean * (FLOOR + shade * (SHADE_FLOOR - FLOOR)), most = own * BRIGHTEST >= mean ? BRIGHTEST : Math.min(FROM_SHADE, mean / own);
		return Math.max(DARKEST, Math.min(BRIGHTEST + skin * (most - BRIGHTEST), (wanted + floor) / (own + floor)));
	}

	/**
	 * The person in the new light, row by row, for who lays it over something at once; every pixel of the picture is lit, on the head or not.
	 *
	 * @param person linear RGB over {@code area}, unmixed with any background
	 * @param area photograph pixels
	 * @param maps of the head, for their place in the photograph
	 * @param ratio from {@link #ratio}
	 * @param gleams that do not grow as skin does
	 * @param falloff how far the light reaches
	 * @return over {@code area}
	 */
	public static PictureRows rows(final Picture person, final Area area, final HeadMaps maps, final Picture ratio, final HeldGleams gleams, final BorderFade falloff) {
		return new LitRows(person, area, new RatioLines(ratio, maps.pictureToMaps()), gleams, falloff);
	}
}
