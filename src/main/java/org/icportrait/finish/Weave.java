package org.icportrait.finish;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Takes away the weave of two pixels that networks leave which write blocks of pixels at once (pixel shuffle): binomial weights 1, 2, 1 both ways. Stateless. */
final class Weave {

	private Weave() {}

	/** Any channels; a new picture. Borders repeat. */
	static Picture smooth(final Picture woven, final Progress progress) {
		final Picture across = new Picture(woven.width(), woven.height(), woven.channels()), out = new Picture(woven.width(), woven.height(), woven.channels());
		Workers.rows(woven.height() * woven.channels(), progress, line -> {
			final int first = line * woven.width(), last = first + woven.width() - 1;
			for (int i = first; i <= last; i++) across.data()[i] = binomial(woven.data(), Math.max(first, i - 1), i, Math.min(last, i + 1));
		});
		Workers.rows(woven.height() * woven.channels(), progress, line -> {
			final int row = line % woven.height(), up = row > 0 ? woven.width() : 0, down = row < woven.height() - 1 ? woven.width() : 0;
			for (int i = line * woven.width(); i < (line + 1) * woven.width(); i++) out.data()[i] = binomial(across.data(), i - up, i, i + down);
		});
		return out;
	}

	private static float binomial(final float[] values, final int before, final int at, final int after) {
		return (values[before] + 2 * values[at] + values[after]) / 4;
	}
}
