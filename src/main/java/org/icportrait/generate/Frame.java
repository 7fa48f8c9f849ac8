package org.icportrait.generate;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.CropSampler;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * The upright square of a picture that the networks of the generator look at: as wide about the head as the renders that they learned from.
 * Immutable.
 *
 * @param toPicture fractions of the square (0..1) to picture pixels
 * @param side pixels of the square as the networks see it
 */
public record Frame(Similarity toPicture, int side) {

	/** Width, dm at the head origin, and where in it (share of the width) the head origin lies: the means of the renders. */
	private static final double WIDTH = 3.7, CENTRE = 0.49;

	/** How far (dm) it may be moved up, and the share of its width that is to be left above a person. */
	private static final double HIGHER = 0.5, ABOVE = 0.045;

	/** Most pixels of detail for one of the square: strands of larger pictures are as wide as more of their pixels. */
	private static final int FINEST = 3;

	/** @param camera of the head in the picture */
	public static Frame of(final HeadCamera camera, final int side) {
		final double width = WIDTH * camera.s();
		return new Frame(new Similarity(width, 0, camera.x0() - CENTRE * width, camera.y0() - CENTRE * width), side);
	}

	/** The same moved up as far as what stands at a row of the picture and lower needs, for at its own border nothing is generated; not farther than a neck allows. */
	public Frame reaching(final double row) {
		final double width = toPicture.scale(), lacking = toPicture.y(0, 0) + ABOVE * width - row;
		final double up = Math.max(0, Math.min(HIGHER / WIDTH * width, lacking));
		return up == 0 ? this : new Frame(new Similarity(1, 0, 0, -up).after(toPicture), side);
	}

	/** Pixels of the square for one dm at the head origin. */
	public double dm() {
		return side / WIDTH;
	}

	/** How many times finer than the networks see it details are drawn, about as fine as the picture. */
	public int finer() {
		return (int) Math.max(1, Math.min(FINEST, Math.round(toPicture.scale() / side)));
	}

	/** Picture pixels to pixels of the square, whose first pixel's middle lies at (0.5, 0.5). */
	public Similarity fromPicture() {
		return new Similarity(side, 0, 0, 0).after(toPicture.inverse());
	}

	/**
	 * What a part of the picture shows in the square, side x side; 0 beyond the part. Beyond the picture its border repeats, as photographs' do.
	 *
	 * @param part 1 or 3 channels over {@code area}; one channel comes three times
	 * @param width of the whole picture
	 * @param height of the whole picture
	 */
	public Picture crop(final Picture part, final Area area, final int width, final int height, final Progress progress) {
		// Crops average whole blocks of pixels: one of them must hold nothing but border.
		final int border = 2 * Math.max(1, (int) (toPicture.scale() / side)) + 1;
		final int left = area.x() > 0 ? border : 0, top = area.y() > 0 ? border : 0;
		final Picture bordered = bordered(part, left, top, area.right() < width ? border : 0, area.bottom() < height ? border : 0);
		return CropSampler.crop(bordered, new Similarity(1, 0, left - area.x(), top - area.y()).after(toPicture), side, progress);
	}

	/** A picture in a border of zeros, for beyond its border a crop repeats it. */
	private static Picture bordered(final Picture picture, final int left, final int top, final int right, final int bottom) {
		final int w = picture.width(), h = picture.height();
		final Picture out = new Picture(w + left + right, h + top + bottom, picture.channels());
		for (int line = 0; line < h * picture.channels(); line++) {
			final int channel = line / h, y = line % h;
			System.arraycopy(picture.data(), line * w, out.data(), (channel * out.height() + y + top) * out.width() + left, w);
		}
		return out;
	}

	/** The pixel, [row * side + column], that a place of the square lies in, or the nearest one. */
	public int nearest(final double x, final double y) {
		return Math.max(0, Math.min(side - 1, (int) y)) * side + Math.max(0, Math.min(side - 1, (int) x));
	}

	/** What is done for a pixel of a part of the picture. */
	@FunctionalInterface
	public interface Place {

		/** @param i its number, row * width + column @param u where its middle lies in the square, pixels of that @param v likewise */
		void at(int i, double u, double v);
	}

	/** Does it for each pixel of a part of the picture, rows on several threads. */
	public void over(final Area part, final Progress progress, final Place each) {
		final Similarity toFrame = fromPicture();
		Workers.rows(part.height(), progress, row -> {
			for (int column = 0, i = row * part.width(); column < part.width(); column++, i++) {
				final double x = part.x() + column + 0.5, y = part.y() + row + 0.5;
				each.at(i, toFrame.x(x, y), toFrame.y(x, y));
			}
		});
	}

	/** A share of its side in pixels, 1 at least. */
	public int radius(final double share) {
		return BoxBlur.radius(share, side);
	}
}
