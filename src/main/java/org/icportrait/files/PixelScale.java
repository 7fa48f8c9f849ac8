package org.icportrait.files;

import ij.measure.Calibration;

import java.util.Locale;

/**
 * How large a pixel is.
 *
 * @param width in {@code unit}
 * @param height in {@code unit}
 * @param unit "inch" or "cm"
 */
record PixelScale(double width, double height, String unit) {

	/** What programs write that know no scale, dots per inch; ImageJ takes the first for none, too. */
	private static final double[] MEANINGLESS = { 72, 96 };
	private static final double CM = 2.54;
	private static final double METRE = 100;

	/** From pixels per unit; null where that is no scale at all. */
	static PixelScale of(final double across, final double down, final String unit) {
		if (!(across > 0) || !(down > 0) || !Double.isFinite(across) || !Double.isFinite(down)) return null;
		final double dpi = unit.equals("inch") ? across : across * CM;
		for (final double none : MEANINGLESS) if (Math.abs(dpi - none) < 0.1) return null;
		return dpi < 1 || dpi > 1e7 ? null : new PixelScale(1 / across, 1 / down, unit);
	}

	/** The same of a picture that lies on its side. */
	PixelScale turned() {
		return new PixelScale(height, width, unit);
	}

	void putInto(final Calibration calibration) {
		calibration.pixelWidth = width;
		calibration.pixelHeight = height;
		calibration.setUnit(unit);
	}

	/** Pixels per metre across and down; null where the calibration knows no length. */
	static double[] perMetre(final Calibration calibration) {
		final double inCm = switch (calibration.getUnit().toLowerCase(Locale.ROOT)) {
			case "inch", "in" -> CM;
			case "cm" -> 1;
			case "mm" -> 0.1;
			case "m" -> METRE;
			case "\u00b5m", "um", "micron", "microns" -> 1e-4;
			case "nm" -> 1e-7;
			default -> 0;
		};
		final double across = METRE / (calibration.pixelWidth * inCm), down = METRE / (calibration.pixelHeight * inCm);
		return inCm == 0 || !(across >= 1 && across <= Integer.MAX_VALUE && down >= 1 && down <= Integer.MAX_VALUE) ? null : new double[] { across, down };
	}
}
