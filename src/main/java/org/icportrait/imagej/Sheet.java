package org.icportrait.imagej;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** A labelled grid of pictures: one column for each view, one row for each light, say. Not thread-safe. */
public final class Sheet {

	private static final int MARGIN = 24;
	private static final int GAP = 4;
	private final BufferedImage pixels;
	private final Graphics2D graphics;
	private final int cell;

	/**
	 * Lays the empty sheet out.
	 *
	 * @param columns labels above
	 * @param rows labels at the left
	 * @param cell side of a cell, pixels
	 */
	public Sheet(final List<String> columns, final List<String> rows, final int cell) {
		this.cell = cell;
		final int width = MARGIN + columns.size() * (cell + GAP);
		final int height = MARGIN + rows.size() * (cell + GAP);
		pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		graphics = pixels.createGraphics();
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, width, height);
		graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
		graphics.setColor(Color.DARK_GRAY);
		for (int i = 0; i < columns.size(); i++) label(columns.get(i), left(i) + cell / 2, MARGIN - 8);
		for (int i = 0; i < rows.size(); i++) sideways(rows.get(i), top(i) + cell / 2);
	}

	/** Puts a picture into a cell, scaled to fit. */
	public void put(final int column, final int row, final ImageProcessor picture) {
		final double scale = Math.min((double) cell / picture.getWidth(), (double) cell / picture.getHeight());
		final int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
		final int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
		// ImageJ averages when it scales down; Java would drop pixels.
		final ImageProcessor scaled = picture.duplicate();
		scaled.setInterpolationMethod(ImageProcessor.BILINEAR);
		final BufferedImage small = scaled.resize(width, height, true).getBufferedImage();
		graphics.drawImage(small, left(column) + (cell - width) / 2, top(row) + (cell - height) / 2, null);
	}

	/** The sheet as it stands. */
	public ImagePlus image(final String title) {
		return new ImagePlus(title, new ColorProcessor(pixels));
	}

	private int left(final int column) {
		return MARGIN + column * (cell + GAP);
	}

	private int top(final int row) {
		return MARGIN + row * (cell + GAP);
	}

	private void label(final String text, final int x, final int y) {
		final FontMetrics metrics = graphics.getFontMetrics();
		graphics.drawString(text, x - metrics.stringWidth(text) / 2, y);
	}

	private void sideways(final String text, final int y) {
		graphics.rotate(-Math.PI / 2, MARGIN - 8, y);
		label(text, MARGIN - 8, y);
		graphics.rotate(Math.PI / 2, MARGIN - 8, y);
	}
}
