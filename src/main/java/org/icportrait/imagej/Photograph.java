package org.icportrait.imagej;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.awt.Rectangle;
import java.util.function.Supplier;

import org.icportrait.face.FaceChoice;
import org.icportrait.face.NoFace;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;

/**
 * What the core needs of an {@code ImagePlus}, read once; the image itself is never touched. Immutable.
 * <p>
 * The current slice (or channel, slice and frame) is read as it is seen, so what is analysed is what the user looks at: grey over the
 * display range, whatever lookup table paints its numbers; 8-bit colour and composites through their lookup tables and display ranges. Shown values count as sRGB.
 * </p>
 *
 * @param picture linear RGB, 3 channels
 * @param format how a result is stored
 * @param title the image's title
 * @param calibration a copy of the image's calibration
 * @param selection bounds of the area selection, picture pixels, or null
 */
public record Photograph(Picture picture, PixelFormat format, String title, Calibration calibration, Rectangle selection) {

	/** Longest side taken, pixels. */
	public static final int LARGEST_SIDE = 16_384;
	/** Largest area taken, pixels; the working memory of a warp is about 100 bytes for each. */
	public static final int LARGEST_AREA = 120_000_000;

	/**
	 * Reads the current slice.
	 *
	 * @throws BadInput when there is no image, it is empty, too large, or holds NaN or infinite values
	 */
	public static Photograph of(final ImagePlus image) {
		checkSize(image);
		final Roi roi = image.getRoi();
		// A text and a picture that lie on it are areas to ImageJ, and select nothing.
		final boolean selects = roi != null && roi.isArea() && !(roi instanceof TextRoi) && !(roi instanceof ImageRoi);
		final Rectangle selection = selects ? roi.getBounds() : null;
		return new Photograph(DisplayedSlice.linear(image), DisplayedSlice.format(image), image.getTitle(), image.getCalibration().copy(), selection);
	}

	/** The same photograph, scaled down so that its longer side is at most {@code side} pixels; itself where it is small already. */
	public Photograph scaledTo(final int side) {
		final double scale = (double) side / Math.max(picture.width(), picture.height());
		if (scale >= 1) return this;
		final int width = Math.max(1, (int) Math.round(picture.width() * scale));
		final int height = Math.max(1, (int) Math.round(picture.height() * scale));
		final Picture small = new Picture(width, height, picture.channels());
		for (int c = 0; c < picture.channels(); c++) {
			final float[] plane = picture.plane(c).data();
			final ImageProcessor scaled = new FloatProcessor(picture.width(), picture.height(), plane);
			scaled.setInterpolationMethod(ImageProcessor.BILINEAR);
			System.arraycopy(scaled.resize(width, height, true).getPixels(), 0, small.data(), c * width * height, width * height);
		}
		return new Photograph(small, format, title, calibration, scaled(selection, scale));
	}

	private static Rectangle scaled(final Rectangle area, final double scale) {
		return area == null ? null : new Rectangle((int) (area.x * scale), (int) (area.y * scale), (int) Math.ceil(area.width * scale),
			(int) Math.ceil(area.height * scale));
	}

	/** The face in the selection, where there is one; else {@code otherwise}. */
	public FaceChoice choice(final FaceChoice otherwise) {
		return selection == null ? otherwise : FaceChoice.inside(selection.x, selection.y, selection.width, selection.height);
	}

	/** Share of the pixels beyond the display range from which on it may be what hides a face. */
	private static final double BLOWN = 0.1;

	/**
	 * What a search for faces in the picture finds.
	 *
	 * @throws BadInput where it finds none; where the display range shows much of a grey image pure white or black, the sentence says so
	 */
	public <T> T look(final Supplier<T> search) {
		try {
			return search.get();
		}
		catch (final NoFace none) {
			if (!isBlown()) throw none;
			throw none.in("the picture as it is shown, much of it pure white or black", "Reset its display range (Image > Adjust > Brightness/Contrast..., Reset), or draw a rectangle around the face.");
		}
	}

	private boolean isBlown() {
		if (!format.isGrey()) return false;
		int beyond = 0;
		for (int i = 0; i < picture.planeSize(); i++) if (picture.data()[i] > 1.001f || picture.data()[i] < -0.001f) beyond++;
		return beyond > BLOWN * picture.planeSize();
	}

	/** A new image in this photograph's format, with its calibration and a title derived from its own. */
	public ImagePlus derive(final Picture result, final String suffix) {
		final ImagePlus out = named(new ImagePlus("", format.store(result)), suffix);
		format.show(out);
		return out;
	}

	/** Gives an image this photograph's calibration of space and a title derived from its own. */
	public ImagePlus named(final ImagePlus image, final String suffix) {
		image.setTitle(baseName(title) + "-" + suffix);
		final Calibration copy = calibration.copy();
		// A density scale holds only where the stored values mean the same.
		if (!format.isGrey() || image.getBitDepth() != format.bitDepth()) copy.disableDensityCalibration();
		image.setCalibration(copy);
		return image;
	}

	/**
	 * As {@link #named}, for a map of a part of the picture: its pixels are as large as what they show, in this photograph's units, and
	 * where it is not turned against the picture, its coordinates are the photograph's.
	 *
	 * @param mapToPicture map pixels to picture pixels
	 */
	public ImagePlus namedPart(final ImagePlus map, final String suffix, final Similarity mapToPicture) {
		final Calibration part = named(map, suffix).getCalibration();
		final boolean upright = Math.abs(mapToPicture.angle()) < 1e-6;
		part.pixelWidth *= mapToPicture.scale();
		part.pixelHeight *= mapToPicture.scale();
		part.xOrigin = upright ? (calibration.xOrigin - mapToPicture.tx()) / mapToPicture.scale() : 0;
		part.yOrigin = upright ? (calibration.yOrigin - mapToPicture.ty()) / mapToPicture.scale() : 0;
		return map;
	}

	/** A title or file name without its extension. */
	public static String baseName(final String title) {
		final int dot = title.lastIndexOf('.');
		return dot > 0 && title.length() - dot <= 5 ? title.substring(0, dot) : title;
	}

	private static void checkSize(final ImagePlus image) {
		if (image == null) throw new BadInput("There is no image: open a photograph first.");
		if (image.getWidth() < 1 || image.getHeight() < 1 || image.getStackSize() < 1 || image.getProcessor() == null) {
			throw new BadInput("\"" + image.getTitle() + "\" was closed, or is empty: open it again.");
		}
		checkSize("\"" + image.getTitle() + "\"", image.getWidth(), image.getHeight());
	}

	/** Throws {@link BadInput} where a picture of this size is too large. @param name the begin of a sentence */
	public static void checkSize(final String name, final int width, final int height) {
		if (Math.max(width, height) <= LARGEST_SIDE && (long) width * height <= LARGEST_AREA) return;
		throw new BadInput(name + " is " + width + " x " + height + " pixels; at most " + LARGEST_SIDE + " a side and " + LARGEST_AREA / 1_000_000 +
			" million in all are taken: crop or scale it down first.");
	}
}
