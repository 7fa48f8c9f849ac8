package org.icportrait.face;

import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;

import java.util.List;

/** Hides faces under one colour, so that networks see who stands behind them or beside them. Stateless. */
final class FaceCovers {

	/** Half the axes of the ellipse that hides a face, shares of its box's side: from ear to ear, from chin to crown. */
	private static final double ACROSS = 0.42, ALONG = 0.6;

	private FaceCovers() {}

	/** A copy in which the faces have the picture's mean colour. */
	static Picture over(final Picture picture, final List<FaceBox> faces) {
		final Picture covered = picture.copy();
		hide(covered, faces, 1, 1);
		return covered;
	}

	/**
	 * Hides them in a picture itself.
	 *
	 * @param faces in pixels of a picture that is larger by these factors
	 */
	static void hide(final Picture picture, final List<FaceBox> faces, final double scaleX, final double scaleY) {
		if (faces.isEmpty()) return;
		final float[] mean = new float[picture.channels()];
		for (int c = 0; c < mean.length; c++) mean[c] = mean(picture, c);
		for (final FaceBox face : faces) {
			final Similarity toCrop = face.cropToPicture().inverse();
			final double reach = ALONG * face.side();
			final int left = pixel((face.x() - reach) / scaleX, picture.width()), right = pixel((face.x() + reach) / scaleX + 1, picture.width());
			final int top = pixel((face.y() - reach) / scaleY, picture.height()), bottom = pixel((face.y() + reach) / scaleY + 1, picture.height());
			for (int y = top; y < bottom; y++) {
				for (int x = left; x < right; x++) {
					if (isUnder(toCrop, (x + 0.5) * scaleX, (y + 0.5) * scaleY)) for (int c = 0; c < mean.length; c++) picture.set(x, y, c, mean[c]);
				}
			}
		}
	}

	/** The row or column of a place, from 0 to their number. */
	private static int pixel(final double at, final int length) {
		return (int) Math.max(0, Math.min(length, Math.floor(at)));
	}

	private static boolean isUnder(final Similarity toCrop, final double x, final double y) {
		final double across = (toCrop.x(x, y) - 0.5) * FaceBox.CROP / ACROSS, along = (toCrop.y(x, y) - 0.5) * FaceBox.CROP / ALONG;
		return across * across + along * along < 1;
	}

	private static float mean(final Picture picture, final int channel) {
		double sum = 0;
		for (int i = 0; i < picture.planeSize(); i++) sum += picture.data()[channel * picture.planeSize() + i];
		return (float) (sum / picture.planeSize());
	}
}
