package org.icportrait.view;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * The middle of a mouth that its photograph shows from the side: there it sees lips askance, or past them, and their mirror image begins no nearer. What lies in
 * between goes on across from one side to the other, which are each other's image. Noses so drawn out are blocks, which networks close better. Immutable.
 */
final class Middle {

	/** Sine of the yaw from which on a photograph shows too little of the middle for networks to close a mouth. */
	private static final double ASKANCE = 0.85;
	/** What an end's colour is the mean of, dm: on from the gap, and up and down. */
	private static final double ON = 0.03, ASIDE = 0.01;

	private final Area area;
	private final AcrossLines lines;
	private final MiddleGaps gaps;
	private final int on, aside;

	/**
	 * @param known what {@link View#known} says of the sights alone
	 * @param coordinates canonical, dm, on a grid over the area, of so many pixels a cell
	 * @param rotation head axes to camera axes
	 * @param scale picture pixels of a dm
	 */
	Middle(final Picture known, final Area area, final Picture coordinates, final double cell, final Rotation rotation, final double scale,
		final Progress progress)
	{
		this.area = area;
		lines = new AcrossLines(area, rotation);
		gaps = new MiddleGaps(lines, area, known, coordinates, cell, scale, progress);
		on = Math.max(1, (int) Math.round(ON * scale));
		aside = (int) Math.round(ASIDE * scale);
	}

	/** Whether a photograph shows a head so far from the side that its mouth is to be closed. @param rotation head axes to camera axes */
	static boolean isOpen(final Rotation rotation) {
		return Math.abs(rotation.z(1, 0, 0)) > ASKANCE;
	}

	/** @param colours over the area; not changed @return the same with the middle gone on across */
	Picture over(final Picture colours, final Progress progress) {
		final Picture out = colours.copy();
		Workers.rows(lines.count(), progress, line -> {
			if (gaps.fits(line) <= 0) return;
			final int from = gaps.from(line), to = gaps.to(line);
			for (int c = 0; c < colours.channels(); c++) {
				final float first = mean(colours, c, line, from, -1), last = mean(colours, c, line, to, 1);
				for (int x = from; x <= to; x++) {
					final int i = lines.at(line, x);
					if (i < 0) continue;
					final float across = first + Smooth.step(from, to, x) * (last - first);
					out.data()[c * area.size() + i] += gaps.fits(line) * (across - colours.data()[c * area.size() + i]);
				}
			}
		});
		return out;
	}

	private float mean(final Picture colours, final int channel, final int line, final int end, final int away) {
		float sum = 0;
		int count = 0;
		for (int k = 0; k < on; k++) {
			for (int beside = -aside; beside <= aside; beside++) {
				final int i = lines.at(line + beside, end + away * k);
				if (i < 0) continue;
				sum += colours.data()[channel * area.size() + i];
				count++;
			}
		}
		return count == 0 ? 0 : sum / count;
	}

	/** What goes on across is known from then on. @param known three channels as of {@link View#known}; changed @param alpha over the area */
	void trust(final Picture known, final Picture alpha) {
		final int n = area.size();
		final float[] k = known.data();
		for (int line = 0; line < lines.count(); line++) {
			final float share = gaps.fits(line);
			if (share <= 0) continue;
			final int from = gaps.from(line), to = gaps.to(line), end = lines.at(line, to);
			final boolean rising = end >= 0 && k[2 * n + end] > 0.5f;
			for (int x = from; x <= to; x++) {
				final int i = lines.at(line, x);
				if (i < 0) continue;
				final float whole = alpha.data()[i], far = Smooth.step(from, to, x);
				k[i] = Math.max(k[i], share * whole);
				k[n + i] = Math.max(k[n + i], share * whole);
				k[2 * n + i] += share * (whole * (rising ? far : 1 - far) - k[2 * n + i]);
			}
		}
	}
}
