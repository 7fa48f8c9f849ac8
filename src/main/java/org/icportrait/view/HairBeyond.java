package org.icportrait.view;

import org.icportrait.geometry.Area;
import org.icportrait.image.Picture;
import org.icportrait.image.PictureRows;
import org.icportrait.layers.Parted;
import org.icportrait.work.Progress;

/**
 * The photograph's own hair beyond the outline of a head that is turned: what stands about a head, single strands and the far side's hair, whose rear no photograph shows
 * and which therefore ends too soon once turned. Bent with the photograph ({@link View#bend}) it keeps its place about the outline; it is laid behind the turned person.
 * Immutable; pictures are live, treat them as read-only.
 *
 * @param area of the picture
 * @param own its colours in the photograph's own light, mixed with nothing, linear RGB over the area; 0 where share is 0
 * @param colours those that are shown: the same, or in another light
 * @param share how much of each pixel it covers where nobody stands before it, 0..1, one channel over the area
 */
public record HairBeyond(Area area, Picture own, PictureRows colours, Picture share) {

	/** In its own colours. */
	HairBeyond(final Area area, final Picture own, final Picture share) {
		this(area, own, PictureRows.of(own), share);
	}

	/**
	 * @param sitter whose first photograph is asked
	 * @param view turned to the target
	 * @param photograph the first one, parted
	 * @return null where there is none: of a whole view, of a large turn, of a head that is covered or was seen from the side
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public static HairBeyond of(final Sitter sitter, final ViewTarget target, final View view, final Parted photograph, final Progress progress) {
		return BentHair.of(sitter, target, view, photograph, progress);
	}

	/** The same in other colours. */
	public HairBeyond withColours(final PictureRows other) {
		return new HairBeyond(area, own, other, share);
	}

	/** How much of each pixel a person covers; asked by several threads. */
	@FunctionalInterface
	public interface Covered {

		/** 0..1. @param pixel of the whole picture, row by row */
		float at(int pixel);
	}

	/** How much of each pixel a person covers with it. @param person without it @param width of the picture */
	public Covered covered(final Covered person, final int width) {
		return pixel -> {
			final int at = area.index(pixel % width, pixel / width);
			final float before = person.at(pixel);
			return at < 0 ? before : before + (1 - before) * share.data()[at];
		};
	}

	/** What is seen where nobody stands; asked by several threads. */
	@FunctionalInterface
	public interface Behind {

		/** Linear light. @param channel 0 to 2 @param pixel of the whole picture, within {@link HairBeyond#area()} */
		float at(int channel, int pixel);
	}

	/** Lays it behind a person, in place. @param picture linear RGB of the whole picture, a person before what lies behind */
	public void under(final Picture picture, final Covered covered, final Behind behind) {
		LayerPixels.each(area, share, colours, picture.width(), (x, to, there, line) -> {
			final float a = there * (1 - covered.at(to));
			for (int c = 0; c < 3; c++) picture.data()[c * picture.planeSize() + to] += a * (line[c * area.width() + x] - behind.at(c, to));
		});
	}

	/** Lays it behind a person who is mixed with no background, in place. @param picture linear RGB of the whole picture @param alpha its coverage */
	public void under(final Picture picture, final Picture alpha) {
		LayerPixels.each(area, share, colours, picture.width(), (x, to, there, line) -> {
			final float before = alpha.data()[to], a = there * (1 - before), both = before + a;
			if (both <= 0) return;
			for (int c = 0; c < 3; c++) {
				final int at = c * picture.planeSize() + to;
				picture.data()[at] = (before * picture.data()[at] + a * line[c * area.width() + x]) / both;
			}
			alpha.data()[to] = both;
		});
	}
}
