package org.icportrait.series;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.icportrait.imagej.PixelFormat;
import org.icportrait.work.Memory;

/**
 * A series as one hyperstack: channels x views (slices) x lights (frames), each slice labelled with its view and light, and its origin
 * below that. Colours are three channels, grey is one, of the photograph's depth; coverage and the map of face parts, where there are any,
 * are further channels, which are not shown. Not thread-safe.
 */
public final class SeriesStack {

	private static final String COVERAGE = "coverage", PARTS = "face parts";
	private static final Color[] PRIMARIES = { Color.RED, Color.GREEN, Color.BLUE };

	private final SeriesPlan plan;
	private final CellImages images;
	private final PixelFormat format;
	private final List<String> channels = new ArrayList<>();
	/** [light][view], each with one slice for each channel; null where none was made. */
	private final ImageProcessor[][][] slices;
	private final String[][] origins;
	private int views;

	/**
	 * @param images what cells look like
	 * @param coverage whether their background is taken away
	 * @throws org.icportrait.work.BadInput where the stack does not fit into memory
	 */
	public SeriesStack(final SeriesPlan plan, final CellImages images, final boolean coverage) {
		this.plan = plan;
		this.images = images;
		format = images.format();
		channels.addAll(format.isGrey() ? List.of("grey") : List.of("red", "green", "blue"));
		if (coverage) channels.add(COVERAGE);
		if (plan.set().labels()) channels.add(PARTS);
		slices = new ImageProcessor[plan.lights().size()][plan.views().size()][];
		origins = new String[plan.lights().size()][plan.views().size()];
		final long bytes = (long) plan.size() * channels.size() * images.width() * images.height() * (format.isGrey() ? format.bitDepth() / 8 : 1);
		Memory.require(bytes, "A series of " + plan.size() + " pictures of " + images.width() + " x " + images.height() + " pixels");
	}

	/** Puts a cell to its place. */
	public void put(final SeriesCell cell) {
		final List<ImageProcessor> made = new ArrayList<>();
		final ImageProcessor picture = images.picture(cell);
		if (picture instanceof ColorProcessor colour) for (int c = 1; c <= 3; c++) made.add(colour.getChannel(c, null));
		else made.add(picture);
		if (channels.contains(COVERAGE)) made.add(asDeep(images.coverage(cell, "").getProcessor()));
		if (channels.contains(PARTS)) made.add(asDeep(images.parts(cell, "").getProcessor()));
		slices[cell.light()][cell.view()] = made.toArray(ImageProcessor[]::new);
		origins[cell.light()][cell.view()] = cell.result().provenance().toText();
		views = Math.max(views, cell.view() + 1);
	}

	/** Channels of one image have one depth. */
	private ImageProcessor asDeep(final ImageProcessor bytes) {
		return switch (format.bitDepth()) {
			case 16 -> bytes.convertToShort(false);
			case 32 -> bytes.convertToFloat();
			default -> bytes;
		};
	}

	/** What was put so far, up to the last view that has begun; its cells that are missing are black and say so. Null where nothing was put. */
	public ImagePlus image(final String title) {
		if (views == 0) return null;
		final ImageStack stack = new ImageStack(images.width(), images.height());
		for (int light = 0; light < slices.length; light++) for (int view = 0; view < views; view++) add(stack, view, light);
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(channels.size(), views, slices.length);
		final ImagePlus shown = channels.size() == 1 ? image : composite(image);
		shown.setOpenAsHyperStack(true);
		if (format.isGrey()) shown.setDisplayRange(format.low(), format.high());
		return images.named(shown, title);
	}

	private void add(final ImageStack stack, final int view, final int light) {
		final ImageProcessor[] made = slices[light][view];
		final String name = plan.views().get(view).label() + " | " + plan.lights().get(light).label();
		for (int c = 0; c < channels.size(); c++) {
			final String label = name + (channels.size() == 1 ? "" : " | " + channels.get(c)) + (made == null ? " (not made)" : "");
			stack.addSlice(made == null || c > 0 ? label : label + "\n" + origins[light][view], made == null ? black() : made[c]);
		}
	}

	private ImageProcessor black() {
		return asDeep(new ByteProcessor(images.width(), images.height()));
	}

	private ImagePlus composite(final ImagePlus image) {
		final boolean grey = format.isGrey();
		final CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
		final LUT[] tables = new LUT[channels.size()];
		Arrays.setAll(tables, c -> LUT.createLutFromColor(grey || c > 2 ? Color.WHITE : PRIMARIES[c]));
		for (int c = 0; c < tables.length; c++) {
			tables[c].min = grey && c == 0 ? format.low() : 0;
			tables[c].max = grey && c == 0 ? format.high() : channels.get(c).equals(PARTS) ? FaceParts.HIGHEST : 255;
		}
		composite.setLuts(tables);
		composite.setActiveChannels(grey ? "1" + "0".repeat(tables.length - 1) : "111" + "0".repeat(tables.length - 3));
		return composite;
	}
}
