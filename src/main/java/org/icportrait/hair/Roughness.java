package org.icportrait.hair;

import org.icportrait.face.Matte;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.AreaScale;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.CropSampler;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** How rough a person is to look at, place by place: skin is smooth beside hair, be that as short, as white or as glossy as it may. Stateless. */
final class Roughness {

	/** What is told apart, dm, and radii in such steps: of what is too coarse to be hair, and of the border, where the wall is seen. */
	private static final double STEP = 0.005;
	private static final int COARSE = 2, BORDER = 5;
	/** Radius (dm) of a place. */
	private static final double ABOUT = 0.06;
	/** Added to light whose logarithm is taken. */
	private static final float FLOOR = 0.01f;

	private Roughness() {}

	/** Deviation of the logarithm of light within hairs' breadths, for each cell of the maps; 0 where the person is not seen. @param photograph linear RGB */
	static float[] of(final Picture photograph, final HeadMaps maps, final HeadCamera camera, final Progress progress) {
		final int across = Math.max(maps.width(), maps.height());
		final Similarity toPicture = toPicture(maps, across);
		final int side = Math.max(across, (int) Math.ceil(toPicture.scale() / camera.s() / STEP));
		final Picture light = Colour.logLuminance(CropSampler.crop(photograph, toPicture, side, progress), FLOOR), coarse = BoxBlur.blur(light, COARSE, progress);
		final float[] person = person(maps, across, side, progress);
		final Picture squares = new Picture(side, side, 2);
		Workers.rows(side, progress, row -> {
			for (int i = row * side; i < (row + 1) * side; i++) {
				final float off = light.data()[i] - coarse.data()[i];
				squares.data()[i] = person[i] * off * off;
				squares.data()[side * side + i] = person[i];
			}
		});
		final int radius = Math.max(1, (int) Math.round(ABOUT * camera.s() * across / toPicture.scale()));
		final float[] sums = BoxBlur.blur(AreaScale.scale(squares, across, across), radius, progress).data(), out = new float[maps.size()];
		for (int i = 0; i < out.length; i++) {
			final int at = i / maps.width() * across + i % maps.width();
			out[i] = sums[across * across + at] <= 0 ? 0 : (float) Math.sqrt(sums[at] / sums[across * across + at]);
		}
		return out;
	}

	/** The photograph's colours, a cell of the maps a pixel, linear RGB. */
	static Picture cells(final Picture photograph, final HeadMaps maps, final Progress progress) {
		final int across = Math.max(maps.width(), maps.height()), n = maps.size();
		final Picture square = CropSampler.crop(photograph, toPicture(maps, across), across, progress), out = new Picture(maps.width(), maps.height(), 3);
		for (int i = 0; i < 3 * n; i++) out.data()[i] = square.get(i % n % maps.width(), i % n / maps.width(), i / n);
		return out;
	}

	private static Similarity toPicture(final HeadMaps maps, final int across) {
		return maps.pictureToMaps().inverse().after(new Similarity(across, 0, 0, 0));
	}

	/** 1 within the person, away from the outline. */
	private static float[] person(final HeadMaps maps, final int across, final int side, final Progress progress) {
		final boolean[] other = new boolean[side * side];
		for (int i = 0; i < other.length; i++) {
			final int column = (int) ((i % side + 0.5) * across / side), row = (int) ((i / side + 0.5) * across / side);
			other[i] = column >= maps.width() || row >= maps.height() || maps.matte().get(column, row, 0) < Matte.PERSON;
		}
		return Picture.ofMask(Dilation.complement(Dilation.grow(other, side, BORDER, progress)), side).data();
	}
}
