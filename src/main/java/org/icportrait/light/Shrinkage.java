package org.icportrait.light;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;

/**
 * How far what two looks at photographs differ by is taken for a difference of light. Two looks at one light differ too, as skins, poses and
 * expressions do; a difference of that size is drawn in to next to nothing, a larger one counts in full. Brightness and colour are judged
 * apart, because the colours of skins differ more often than those of lights. Immutable.
 *
 * @param brightness mean size over the face of the logarithms by which two looks at one light differ in brightness, above 0
 * @param colour the same of what lies beside brightness
 * @param local 0..1: how far what the pictures show place by place is taken for light, where the light of the whole head does not explain it
 */
record Shrinkage(double brightness, double colour, double local) {

	/** Of two people: a difference of skin explains as well what is small, or what is seen at one place alone. */
	static final Shrinkage ANOTHER_PERSON = new Shrinkage(0.13, 0.13, 0.35);
	/** Of one person, whose skin falls out of the ratio, and whose colours are the same. */
	static final Shrinkage SAME_PERSON = new Shrinkage(0.085, 0.05, 0.85);

	/** The face, canonical heights and depth in dm, and how much counts what lies beyond: of a head seen from behind there is nothing else. */
	private static final float LOW = -0.8f, HIGH = 0.9f, FRONT = 0.2f, BEYOND = 0.05f;

	/**
	 * Draws in a change of shading.
	 *
	 * @param difference logarithms of the ratio of both lights on the head, without what is seen place by place: by its size the change is judged
	 * @param change logarithms, changed; 0 everywhere if the difference is 0
	 */
	void apply(final HeadMaps maps, final Picture difference, final Picture change) {
		final float[] face = face(maps);
		final Picture grey = difference.copy(), light = change.copy();
		Colour.takeAway(grey);
		Colour.takeAway(light);
		final float bright = (float) trust(LogRatios.size(grey, face), brightness), coloured = (float) (bright * trust(LogRatios.size(without(difference, grey), face), colour));
		for (int i = 0; i < change.data().length; i++) {
			change.data()[i] = bright * light.data()[i] + coloured * (change.data()[i] - light.data()[i]);
		}
	}

	/** 0 for no difference, near 1 for one that is twice the doubt. */
	static double trust(final double size, final double doubt) {
		return 1 - Math.exp(-size * size / (doubt * doubt));
	}

	private static Picture without(final Picture logs, final Picture grey) {
		final Picture out = logs.copy();
		for (int i = 0; i < out.data().length; i++) out.data()[i] -= grey.data()[i];
		return out;
	}

	private static float[] face(final HeadMaps maps) {
		final int n = maps.size();
		final float[] place = maps.coordinates().data(), weight = maps.matte().data().clone();
		for (int i = 0; i < n; i++) if (place[n + i] < LOW || place[n + i] > HIGH || place[2 * n + i] < FRONT) weight[i] *= BEYOND;
		return weight;
	}
}
