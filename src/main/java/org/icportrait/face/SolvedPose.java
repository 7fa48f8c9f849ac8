package org.icportrait.face;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.RigidFit;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;

/**
 * A head's rotation a second time, from its maps: what turns the canonical places of a face's front onto where its depths put them. The
 * network's own number draws nods towards the mean, as what is not sure does; the maps, whose relief is restored, do not, but err more by themselves. Half way
 * between both lies nearer than either (docs/quality-history.md). Live, one use.
 */
final class SolvedPose {

	/** Of the way from the network's rotation to that of its maps. */
	private static final double SHARE = 0.5;
	/** Fewer cells tell nothing. */
	private static final int FEW = 400;
	/** Degrees from the network's rotation beyond which the maps show something else than a face as it is. */
	private static final double FAR = 12;

	/** How many cells; sums of canonical places, of places in camera axes, and of their products (camera row, canonical column). */
	private int count;
	private final double[] head = new double[3], seen = new double[3], products = new double[9];

	private SolvedPose() {}

	/**
	 * @param read head axes to the camera axes of the picture, as the network says
	 * @param cropToPicture of the maps
	 * @param camera in picture pixels
	 * @param coordinates canonical places; a square
	 * @param depth with its relief, of the same size
	 * @param matte 0..1, of any size
	 * @return half way to what the maps say; {@code read} itself where they show too little, or something else
	 */
	static Rotation beside(final Rotation read, final Similarity cropToPicture, final HeadCamera camera, final Picture coordinates, final Picture depth, final Picture matte) {
		final SolvedPose maps = new SolvedPose();
		final int n = depth.width();
		for (int i = 0; i < depth.planeSize(); i++) {
			final double u = (i % n + 0.5) / n, v = (i / n + 0.5) / n;
			final float x = coordinates.data()[i], y = coordinates.data()[i + n * n], z = coordinates.data()[i + 2 * n * n], d = depth.data()[i];
			if (!FaceFront.TO_HAIR.holds(y, z) || matte.sample(u * matte.width(), v * matte.height(), 0) < Matte.PERSON) continue;
			maps.add(new double[] { x, y, z }, new double[] { camera.liftX(cropToPicture.x(u, v), d), camera.liftY(cropToPicture.y(u, v), d), d });
		}
		if (maps.count < FEW) return read;
		final Rotation way = maps.rotation().since(read);
		return way.degrees() > FAR ? read : way.share(SHARE).after(read);
	}

	private void add(final double[] canonical, final double[] place) {
		count++;
		for (int i = 0; i < 3; i++) {
			head[i] += canonical[i];
			seen[i] += place[i];
			for (int j = 0; j < 3; j++) products[3 * i + j] += place[i] * canonical[j];
		}
	}

	/** About both middles. */
	private Rotation rotation() {
		final double[] spread = new double[9];
		for (int i = 0; i < 9; i++) spread[i] = products[i] - seen[i / 3] * head[i % 3] / count;
		return RigidFit.of(spread);
	}
}
