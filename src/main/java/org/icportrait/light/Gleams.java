package org.icportrait.light;

import java.util.Arrays;

import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.maps.HeadMaps;

/**
 * What gleams on a person's skin: a surface gives light back as it came, its depth in the skin's colour, so what a pixel has beside that is gleam (the
 * dichromatic model; the light is taken to be white, as {@link Exposure} takes it). Of a person whose skin is as grey as gleams are, there are none. Immutable.
 */
public final class Gleams {

	/** The middle of the face, canonical, dm: beside the middle, from below to above. */
	private static final float ASIDE = 0.6f, LOW = -0.5f, HIGH = 0.6f, INSIDE = 0.95f;
	/** Ranks of saturation between which skin is taken for itself: what sheen all of it has grows with the light. */
	private static final double DULL = 0.3, PAINTED = 0.6;
	/** Saturations of skin, red less blue over the mean, between which gleams begin to be told; cells that are too few to tell it. */
	private static final float GREY = 0.2f, COLOURED = 0.5f;
	private static final int FEW = 20;
	/** Shares of a colour between which what is whiter than skin is no longer skin of another tone. */
	private static final float FAINT = 0.15f, PLAIN = 0.45f;
	/** Eyes and mouth, canonical, dm: nearest to the middle, farthest, lowest, highest; and how far around them is half theirs. */
	private static final float[] EYES = { 0.1f, 0.55f, 0.22f, 0.52f }, MOUTH = { -1, 0.32f, -0.52f, -0.2f };
	private static final float AROUND = 0.08f;
	/** Every so many cells along a row, and rows, are asked. */
	private static final int STEP = 2;
	private static final float DARK = 1e-4f;

	/** Colour of skin, mean 1, and how surely gleams are told from it, 0 to 1. */
	private final float[] skin;
	private final float sure;

	private Gleams(final float[] skin, final float sure) {
		this.skin = skin;
		this.sure = sure;
	}

	/** Of a head as its photograph shows it. */
	public static Gleams of(final LitHead head) {
		final float[][] seen = seen(head);
		if (seen.length < FEW) return new Gleams(new float[] { 1, 1, 1 }, 0);
		Arrays.sort(seen, (a, b) -> Float.compare(saturation(a), saturation(b)));
		final float[] sum = new float[3];
		for (int k = (int) (DULL * seen.length); k < PAINTED * seen.length; k++) for (int c = 0; c < 3; c++) sum[c] += seen[k][c];
		final float mean = (sum[0] + sum[1] + sum[2]) / 3;
		for (int c = 0; c < 3; c++) sum[c] /= mean;
		return new Gleams(sum, Smooth.step(GREY, COLOURED, saturation(sum)));
	}

	/** Colours of the face. */
	private static float[][] seen(final LitHead head) {
		final HeadMaps maps = head.maps();
		final Similarity toPicture = maps.pictureToMaps().inverse();
		final float[] place = maps.coordinates().data();
		final int n = maps.size();
		final float[][] out = new float[n / STEP][];
		int count = 0;
		for (int row = 0; row < maps.height(); row += STEP) {
			for (int column = 0; column < maps.width(); column += STEP) {
				final int i = row * maps.width() + column;
				if (maps.matte().data()[i] < INSIDE || Math.abs(place[i]) > ASIDE || place[n + i] < LOW || place[n + i] > HIGH || place[2 * n + i] < 0) continue;
				final double x = toPicture.x(column + 0.5, row + 0.5) - head.area().x(), y = toPicture.y(column + 0.5, row + 0.5) - head.area().y();
				if (x < 0 || y < 0 || x >= head.area().width() || y >= head.area().height()) continue;
				final float[] colour = { head.picture().sample(x, y, 0), head.picture().sample(x, y, 1), head.picture().sample(x, y, 2) };
				if (colour[0] + colour[1] + colour[2] > DARK) out[count++] = colour;
			}
		}
		return Arrays.copyOf(out, count);
	}

	private static float saturation(final float[] colour) {
		return 3 * (colour[0] - colour[2]) / (colour[0] + colour[1] + colour[2]);
	}

	/**
	 * Parts a colour.
	 *
	 * @param gleam takes what gleams of it, each channel 0 to the colour's
	 */
	void part(final float red, final float green, final float blue, final float[] gleam) {
		final float r = skin[0] - 1, g = skin[1] - 1, b = skin[2] - 1;
		final float depth = (r * red + g * green + b * blue) / (r * r + g * g + b * b);
		final float white = Math.max(0, Math.min((red + green + blue) / 3 - depth, Math.min(red, Math.min(green, blue))));
		final float left = (red - white) / skin[0], share = white <= 0 ? 0 : Smooth.step(FAINT, PLAIN, 3 * white / (red + green + blue));
		gleam[0] = share * white;
		// What is bluer than skin still reflects what is around.
		gleam[1] = share * (white + Math.max(0, green - white - left * skin[1]));
		gleam[2] = share * (white + Math.max(0, blue - white - left * skin[2]));
	}

	/**
	 * Where they are on a head; hard light colours skin as much as gleams do. {@link HeldGleams#under} says how they change with its light.
	 *
	 * @param maps of the photograph or the view
	 * @param face light of the photograph
	 * @return in the photograph's own light, in which they stay
	 */
	public HeldGleams on(final HeadMaps maps, final FaceLight face) {
		final float sure = this.sure * (1 - face.hardness());
		if (sure <= 0) return HeldGleams.NONE;
		final Picture where = new Picture(maps.width(), maps.height(), 1);
		final float[] place = maps.coordinates().data();
		for (int i = 0; i < maps.size(); i++) {
			final float aside = Math.abs(place[i]), y = place[maps.size() + i];
			where.data()[i] = sure * HardLight.skin(maps, i) * (1 - within(EYES, aside, y)) * (1 - within(MOUTH, aside, y));
		}
		return new HeldGleams(this, new RatioLines(where, maps.pictureToMaps()), Float.POSITIVE_INFINITY);
	}

	/** 0..1; the whites of eyes and teeth are as grey as gleams, and are lit as skin is. */
	private static float within(final float[] part, final float aside, final float y) {
		return Smooth.step(part[0] - AROUND, part[0], aside) * Smooth.step(part[1] + AROUND, part[1], aside) *
			Smooth.step(part[2] - AROUND, part[2], y) * Smooth.step(part[3] + AROUND, part[3], y);
	}
}
