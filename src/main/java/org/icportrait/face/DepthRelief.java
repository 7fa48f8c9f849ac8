package org.icportrait.face;

import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.models.ModelDescription;
import org.icportrait.work.BadInput;

/**
 * Gives a read depth map the relief of true ones. A network that is not sure of a depth says one nearer the mean, so that faces are read flatter than they
 * are, and turn by less than was asked for. How much flatter is measured with the network: the slope of its depths on true ones over the front of a face, the
 * manifest's {@code relief} among the figures of its surface network. Immutable.
 *
 * @param slope above 0; 1 leaves depths to the bit
 */
record DepthRelief(double slope) {

	private static final String NAME = "relief";
	private static final double LEAST = 0.5, MOST = 1.5;
	/** Canonical heights (dm) between which a head ends: of necks and clothes read steps, stretched, would be folds under a lamp. */
	private static final float BODY = -1.1f, NECK = -0.8f;
	/** Fewer cells of it tell of no face. */
	private static final int FEW = 50;

	/** As the manifest says, 1 where it says nothing; throws {@link BadInput} for what is no such slope. */
	static DepthRelief of(final ModelDescription surface) {
		final Object told = surface.metrics().get(NAME);
		if (told == null) return new DepthRelief(1);
		if (told instanceof Number number && number.doubleValue() >= LEAST && number.doubleValue() <= MOST) return new DepthRelief(number.doubleValue());
		throw new BadInput("The relief of the surface network " + surface.file() + " is '" + told + "'; it must be a number from " + LEAST + " to " + MOST + ".");
	}

	/**
	 * Stretches depths away from and towards the viewer about the mean depth of the face's front, all of the head's and none of the body's; no rear comes to lie before them.
	 *
	 * @param depth dm, one channel; changed
	 * @param back depth of the rearmost surface, of the same size; changed
	 * @param coordinates canonical places, of the same size
	 * @param matte 0..1, of any size
	 */
	void restore(final Picture depth, final Picture back, final Picture coordinates, final Picture matte) {
		final float mean = slope == 1 ? Float.NaN : front(depth, coordinates, matte);
		if (Float.isNaN(mean)) return;
		for (int i = 0; i < depth.data().length; i++) {
			final float head = Smooth.step(BODY, NECK, coordinates.data()[depth.planeSize() + i]);
			depth.data()[i] += head * (1 / slope - 1) * (depth.data()[i] - mean);
			back.data()[i] = Math.min(back.data()[i], depth.data()[i]);
		}
	}

	/** Mean depth of a face's front; NaN where too little of it is seen. */
	private static float front(final Picture depth, final Picture coordinates, final Picture matte) {
		final int columns = depth.width(), rows = depth.height();
		double sum = 0;
		int count = 0;
		for (int i = 0; i < depth.planeSize(); i++) {
			final int x = i % columns, y = i / columns;
			if (!FaceFront.WHOLE.holds(coordinates.get(x, y, 1), coordinates.get(x, y, 2))) continue;
			if (matte.sample((x + 0.5) / columns * matte.width(), (y + 0.5) / rows * matte.height(), 0) < Matte.PERSON) continue;
			sum += depth.data()[i];
			count++;
		}
		return count < FEW ? Float.NaN : (float) (sum / count);
	}
}
