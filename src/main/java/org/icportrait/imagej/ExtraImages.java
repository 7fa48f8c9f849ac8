package org.icportrait.imagej;

import ij.ImagePlus;
import ij.ImageStack;

import java.util.ArrayList;
import java.util.List;

import org.icportrait.generate.ExtraPictures;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;

/** What goes with a generated picture, as images with the photograph's calibration. */
public final class ExtraImages {

	public static final String UNCERTAINTY = "uncertainty", VARIANTS = "variants", START = "start", CANVAS = "canvas", CANVAS_MASK = "canvas-mask",
			FLOW = "flow", FLOW_WHEEL = "flow-wheel";

	private ExtraImages() {}

	/**
	 * One of them.
	 *
	 * @param name one of the names above; the end of its title
	 * @param onlyTiff whether it holds numbers, or several slices
	 */
	public record ExtraImage(String name, ImagePlus image, boolean onlyTiff) {}

	/** Those that were wanted. @param extras or null for none */
	public static List<ExtraImage> of(final ExtraPictures extras, final Photograph photograph) {
		final List<ExtraImage> images = new ArrayList<>();
		if (extras == null) return images;
		if (extras.uncertainty() != null) {
			images.add(whole(UNCERTAINTY, MapImages.of(extras.uncertainty(), "", "standard deviation (sRGB levels)"), true, photograph));
		}
		if (extras.variants() != null) images.add(whole(VARIANTS, stack(extras.variants(), photograph), true, photograph));
		if (extras.start() != null) images.add(part(START, new ImagePlus("", PixelFormat.RGB.store(extras.start())), extras, photograph));
		if (extras.canvas() != null) {
			images.add(part(CANVAS, new ImagePlus("", PixelFormat.RGB.store(extras.canvas().colours())), extras, photograph));
			images.add(part(CANVAS_MASK, MapImages.mask(extras.canvas().mask()), extras, photograph));
		}
		if (extras.flow() != null) {
			images.add(whole(FLOW, MapImages.of(extras.flow().map(), "", "dx (px)", "dy (px)", "confidence", "photograph"), true, photograph));
			images.add(whole(FLOW_WHEEL, new ImagePlus("", FlowWheel.of(extras.flow())), false, photograph));
		}
		return images;
	}

	private static ImagePlus stack(final List<Picture> variants, final Photograph photograph) {
		final ImageStack stack = new ImageStack(variants.get(0).width(), variants.get(0).height());
		for (int i = 0; i < variants.size(); i++) stack.addSlice("variant " + (i + 1), photograph.format().store(variants.get(i)));
		final ImagePlus image = new ImagePlus("", stack);
		photograph.format().show(image);
		return image;
	}

	private static ExtraImage whole(final String name, final ImagePlus image, final boolean onlyTiff, final Photograph photograph) {
		return new ExtraImage(name, photograph.named(image, name), onlyTiff);
	}

	/** Of the networks' frame, whose pixels are larger or smaller than the picture's. */
	private static ExtraImage part(final String name, final ImagePlus image, final ExtraPictures extras, final Photograph photograph) {
		final Similarity toPicture = extras.frame().toPicture().after(new Similarity(1.0 / extras.frame().side(), 0, 0, 0));
		return new ExtraImage(name, photograph.namedPart(image, name, toPicture), false);
	}
}
