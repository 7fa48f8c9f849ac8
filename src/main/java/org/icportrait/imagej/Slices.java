package org.icportrait.imagej;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import ij.process.LUT;

import java.util.ArrayList;
import java.util.List;

import org.icportrait.work.BadInput;

/** The slices of a stack as images of their own, and images laid into a stack again. The stack itself is never touched. */
public final class Slices {

	private Slices() {}

	/** How many pictures a stack holds: a composite's channels are one together. */
	public static int count(final ImagePlus image) {
		return isComposite(image) ? image.getNSlices() * image.getNFrames() : image.getStackSize();
	}

	/**
	 * What a slice of a stack is called, as image sequences and stacks of images have it from their files.
	 *
	 * @param number from 1 to {@link #count}
	 * @return in one line; null where it has no label, and of composites, whose labels speak of channels
	 */
	public static String label(final ImagePlus image, final int number) {
		if (image.getStackSize() < 2 || isComposite(image)) return null;
		final String label = image.getStack().getShortSliceLabel(number);
		return label == null || label.isBlank() ? null : label;
	}

	/**
	 * One picture of a stack, with the stack's selection, display range, lookup tables and calibration, and its number in its title.
	 *
	 * @param number from 1 to {@link #count}
	 * @throws BadInput where the stack no longer has it: people close windows while a command works
	 */
	public static ImagePlus get(final ImagePlus image, final int number) {
		if (number > count(image)) throw new BadInput("The stack \"" + image.getTitle() + "\" was closed or lost slices while they were worked on: run the command again, and leave it open until it ends.");
		final String base = Photograph.baseName(image.getTitle());
		final String title = base + "-" + number + image.getTitle().substring(base.length());
		final ImagePlus slice = isComposite(image) ? composite((CompositeImage) image, number) : single(image, number);
		slice.setTitle(title);
		slice.setCalibration(image.getCalibration().copy());
		final Roi selection = image.getRoi();
		if (selection != null) slice.setRoi((Roi) selection.clone());
		return slice;
	}

	private static boolean isComposite(final ImagePlus image) {
		return image instanceof CompositeImage composite && composite.getMode() == CompositeImage.COMPOSITE;
	}

	private static ImagePlus single(final ImagePlus image, final int number) {
		final ImageProcessor pixels = image.getStack().getProcessor(number);
		if (image instanceof CompositeImage channels) {
			// Seen one at a time, each channel has a range and, in colour, a table of its own.
			final LUT own = channels.getChannelLut(image.convertIndexToPosition(number)[0]);
			if (channels.getMode() != CompositeImage.GRAYSCALE) pixels.setLut(own);
			pixels.setMinAndMax(own.min, own.max);
		}
		else {
			pixels.setMinAndMax(image.getDisplayRangeMin(), image.getDisplayRangeMax());
			if (image.getBitDepth() != 24) pixels.setLut(image.getProcessor().getLut());
		}
		return new ImagePlus("", pixels);
	}

	private static ImagePlus composite(final CompositeImage image, final int number) {
		final int channels = image.getNChannels(), z = (number - 1) % image.getNSlices() + 1, t = (number - 1) / image.getNSlices() + 1;
		final ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
		for (int c = 1; c <= channels; c++) stack.addSlice(image.getStack().getProcessor(image.getStackIndex(c, z, t)));
		final ImagePlus flat = new ImagePlus("", stack);
		flat.setDimensions(channels, 1, 1);
		final CompositeImage out = new CompositeImage(flat, CompositeImage.COMPOSITE);
		out.setLuts(image.getLuts());
		final boolean[] active = image.getActiveChannels();
		System.arraycopy(active, 0, out.getActiveChannels(), 0, Math.min(active.length, out.getActiveChannels().length));
		return out;
	}

	/**
	 * Lays results of the slices of a stack into one, in their order: channels stay channels, frames stay frames, each slice keeps the source's label, its info below
	 * that, and its overlay on itself. The first one's title without its number, calibration and info are those of all.
	 *
	 * @param results of {@link #get}, alike in size, depth and channels
	 * @param source the stack that they were made of
	 */
	public static ImagePlus join(final List<ImagePlus> results, final ImagePlus source) {
		final ImagePlus first = results.get(0);
		final int channels = first.getStackSize();
		final ImageStack stack = new ImageStack(first.getWidth(), first.getHeight());
		final Overlay overlay = new Overlay();
		for (int i = 0; i < results.size(); i++) add(results.get(i), i + 1, label(source, i + 1), channels, stack, overlay);
		final String base = Photograph.baseName(source.getTitle());
		ImagePlus out = new ImagePlus(base + first.getTitle().substring((base + "-1").length()), stack);
		final boolean frames = source.getNFrames() > 1 && source.getNSlices() * source.getNFrames() == results.size();
		out.setDimensions(channels, frames ? source.getNSlices() : results.size(), frames ? source.getNFrames() : 1);
		if (channels > 1) out = new CompositeImage(out, first instanceof CompositeImage composite ? composite.getMode() : CompositeImage.GRAYSCALE);
		out.setOpenAsHyperStack(channels > 1 || frames && source.isHyperStack());
		out.setCalibration(first.getCalibration().copy());
		if (first.getBitDepth() != 24) out.setDisplayRange(first.getDisplayRangeMin(), first.getDisplayRangeMax());
		if (overlay.size() > 0) out.setOverlay(overlay);
		out.setProperty("Info", "slices: " + results.size() + ", each with its own info; of the first:\n" + first.getInfoProperty());
		return out;
	}

	private static void add(final ImagePlus image, final int number, final String label, final int channels, final ImageStack stack, final Overlay overlay) {
		for (int c = 1; c <= channels; c++) {
			final String channel = label != null && channels == 1 ? null : image.getStack().getShortSliceLabel(c);
			stack.addSlice(number + (label == null ? "" : " " + label) + (channel == null ? "" : " " + channel) + "\n" + image.getInfoProperty(), image.getStack().getProcessor(c));
		}
		if (image.getOverlay() != null) for (final Roi roi : new ArrayList<>(List.of(image.getOverlay().toArray()))) {
			final Roi copy = (Roi) roi.clone();
			copy.setPosition(number);
			overlay.add(copy);
		}
	}
}
