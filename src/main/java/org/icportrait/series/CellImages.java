package org.icportrait.series;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import org.icportrait.image.Picture;
import org.icportrait.imagej.MapImages;
import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.PixelFormat;
import org.icportrait.imagej.PixelHash;
import org.icportrait.portrait.Provenance;

/** What cells look like: in the photograph's format and calibration, cut to the frame of the series. Immutable. */
public final class CellImages {

	private final Photograph photograph;
	private final SeriesFrame frame;
	private final boolean labels;

	/** @param photograph that the series is made of */
	public CellImages(final SeriesPlan plan, final Photograph photograph, final SeriesFrame frame) {
		this.photograph = photograph;
		this.frame = frame;
		labels = plan.set().labels();
	}

	PixelFormat format() {
		return photograph.format();
	}

	int width() {
		return frame.width();
	}

	int height() {
		return frame.height();
	}

	/** A cell's origin, with what it needs to be made again and compared: the part of the view that is kept, and the hash of its pixels. */
	public Provenance origin(final SeriesCell cell) {
		final KeptPart part = frame.part(cell.result().view());
		final Provenance origin = cell.result().provenance();
		return (part == null ? origin : origin.with(KeptPart.FACT, part.told())).with(PixelHash.FACT, PixelHash.of(picture(cell)));
	}

	/** The pixels of the picture. */
	public ImageProcessor picture(final SeriesCell cell) {
		return frame.cut(photograph.format().store(cell.result().picture()), cell.result().view());
	}

	/** The picture, titled. */
	public ImagePlus image(final SeriesCell cell, final String title) {
		final ImagePlus image = new ImagePlus("", picture(cell));
		if (format().isGrey()) image.setDisplayRange(format().low(), format().high());
		return named(image, title);
	}

	/** The person's coverage, 8-bit; null where the background is kept. */
	ImagePlus coverage(final SeriesCell cell, final String title) {
		final Picture alpha = cell.result().alpha();
		return alpha == null ? null : named(new ImagePlus("", frame.cut(MapImages.mask(alpha).getProcessor(), cell.result().view())), title);
	}

	/** The map of face parts, 8-bit; null where the set has none. */
	ImagePlus parts(final SeriesCell cell, final String title) {
		return labels ? named(new ImagePlus("", frame.cutLabels(FaceParts.of(cell.result().view()), cell.result().view())), title) : null;
	}

	/** An 8-bit mask as shares 0..1. */
	static Picture share(final ImagePlus mask) {
		final Picture share = new Picture(mask.getWidth(), mask.getHeight(), 1);
		for (int i = 0; i < share.planeSize(); i++) share.data()[i] = mask.getProcessor().get(i) / 255f;
		return share;
	}

	/** Gives an image of the frame's size the photograph's calibration of space, and a title. */
	ImagePlus named(final ImagePlus image, final String title) {
		frame.calibrate(photograph.named(image, ""));
		image.setTitle(title);
		return image;
	}
}
