package org.icportrait.series;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;

import java.util.LinkedHashMap;
import java.util.Map;

import org.icportrait.image.Picture;
import org.icportrait.imagej.MapImages;
import org.icportrait.imagej.Photograph;
import org.icportrait.work.BadInput;

/**
 * The part of a picture that a series keeps, and the size that it is given: all that sets a cell apart from the same view made alone, and so what its
 * sidecar must tell. Immutable.
 *
 * @param x of the left border, pixels of the whole picture; where the part reaches beyond it, what lies inside is kept
 * @param y of the upper border, likewise
 * @param width of the part, pixels, at least 1
 * @param height of the part, pixels, at least 1
 * @param wide what is given, pixels, at least 1
 * @param high what is given, pixels, at least 1
 */
public record KeptPart(int x, int y, int width, int height, int wide, int high) {

	/** What sidecars call it. */
	public static final String FACT = "frame";

	/** As the origin of a result tells it. */
	public Map<String, Object> told() {
		final Map<String, Object> told = new LinkedHashMap<>();
		told.put("x", x);
		told.put("y", y);
		told.put("width", width);
		told.put("height", height);
		told.put("wide", wide);
		told.put("high", high);
		return told;
	}

	/** From what a sidecar tells; null where it tells of none. @param name of the sidecar @throws BadInput where it tells of something else */
	public static KeptPart of(final Map<String, Object> told, final String name) {
		if (told == null) return null;
		final KeptPart part = new KeptPart(number(told, "x"), number(told, "y"), number(told, "width"), number(told, "height"), number(told, "wide"), number(told, "high"));
		final int most = Photograph.LARGEST_SIDE;
		final boolean sound = Math.abs((long) part.x) <= most && Math.abs((long) part.y) <= most && isSide(part.width) && isSide(part.height) && isSide(part.wide) && isSide(part.high);
		if (!sound) throw new BadInput(name + " tells of a frame that no picture has: it is damaged, or of another version.");
		Photograph.checkSize("The frame in " + name, part.wide, part.high);
		return part;
	}

	/** Nothing else is a number of pixels: such a part is refused. */
	private static int number(final Map<String, Object> told, final String key) {
		return told.get(key) instanceof Long whole && whole == whole.intValue() ? whole.intValue() : Integer.MIN_VALUE;
	}

	private static boolean isSide(final int pixels) {
		return pixels >= 1 && pixels <= Photograph.LARGEST_SIDE;
	}

	/** The part of a picture, scaled; throws {@link BadInput} where it lies beside it. */
	public ImageProcessor of(final ImageProcessor picture) {
		return of(picture, ImageProcessor.BILINEAR);
	}

	/** The same of whole numbers that must not mix. */
	ImageProcessor ofLabels(final ImageProcessor labels) {
		return of(labels, ImageProcessor.NONE);
	}

	/** The same of shares 0..1, in the steps in which pictures hold them. */
	public Picture ofShares(final Picture shares) {
		return CellImages.share(new ImagePlus("", of(MapImages.mask(shares).getProcessor())));
	}

	private ImageProcessor of(final ImageProcessor picture, final int interpolation) {
		if (x >= picture.getWidth() || y >= picture.getHeight() || x + width <= 0 || y + height <= 0) throw new BadInput("The frame lies beside the picture; find the sidecar's own photograph.");
		picture.setInterpolationMethod(interpolation);
		picture.setRoi(x, y, width, height);
		final ImageProcessor part = picture.crop();
		part.setInterpolationMethod(interpolation);
		return part.resize(wide, high, interpolation != ImageProcessor.NONE);
	}

	/** An image of the part, named and shown as the whole, with the calibration of its own pixels. */
	public ImagePlus of(final ImagePlus whole) {
		final ImagePlus part = new ImagePlus(whole.getTitle(), of(whole.getProcessor()));
		if (whole.getBitDepth() != 24) part.setDisplayRange(whole.getDisplayRangeMin(), whole.getDisplayRangeMax());
		part.setCalibration(whole.getCalibration().copy());
		calibrate(part.getCalibration());
		return part;
	}

	/** Makes the calibration of the whole, in place, that of the part's own pixels, as wide as those that were kept. */
	void calibrate(final Calibration calibration) {
		calibration.pixelWidth *= (double) width / wide;
		calibration.pixelHeight *= (double) height / high;
		calibration.xOrigin = calibration.yOrigin = 0;
	}
}
