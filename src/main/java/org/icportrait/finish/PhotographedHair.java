package org.icportrait.finish;

import java.util.List;

import org.icportrait.face.Matte;
import org.icportrait.geometry.Area;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.texture.ColourAxes;
import org.icportrait.texture.SeenPatches;
import org.icportrait.work.Progress;

/**
 * Squares of hair as photographs show it and not as a view does: a turn hides most of it and draws the rest out, so that cropped hair looks as if combed, or too few
 * squares are left. Stateless.
 */
final class PhotographedHair {

	/** So far (dm) from what is no hair it is none of it and of neither's shade. */
	private static final double INSIDE = 0.02;

	private PhotographedHair() {}

	/**
	 * Those of the photograph that shows most of them; null where none shows enough.
	 *
	 * @param photographs linear RGB, as the heads were prepared from them
	 * @param dm picture pixels of the portrait
	 * @param width of its frame, picture pixels
	 */
	static SeenPatches of(final List<Picture> photographs, final List<PreparedHead> heads, final double dm, final double width, final Progress progress) {
		SeenPatches most = null;
		for (int i = 0; i < heads.size(); i++) {
			final SeenPatches one = of(photographs.get(i), heads.get(i), dm, width, progress);
			if (one != null && (most == null || one.corners().length > most.corners().length)) most = one;
		}
		return most;
	}

	private static SeenPatches of(final Picture photograph, final PreparedHead head, final double dm, final double width, final Progress progress) {
		final Area area = head.area();
		final double scale = dm / head.camera().s();
		final int w = (int) Math.round(scale * area.width()), h = (int) Math.round(scale * area.height());
		final Picture part = photograph.part(area, progress), seen = w == area.width() && h == area.height() ? part : part.resampled(w, h);
		return SeenPatches.ofHair(ColourAxes.of(seen), Dilation.shrink(haired(head, w, h), w, (int) Math.round(INSIDE * dm), progress), width, progress);
	}

	/** Where the head's area, so many pixels wide and high, shows hair. */
	private static boolean[] haired(final PreparedHead head, final int w, final int h) {
		final HeadMaps maps = head.maps();
		final Area area = head.area();
		final boolean[] cells = head.hair().seen().facing(), out = new boolean[w * h];
		for (int i = 0; i < out.length; i++) {
			final double x = (i % w + 0.5) * area.width() / w, y = (i / w + 0.5) * area.height() / h;
			if (head.matte().get((int) x, (int) y, 0) < Matte.PERSON) continue;
			final int column = (int) Math.floor(maps.column(area.x() + x, area.y() + y)), row = (int) Math.floor(maps.row(area.x() + x, area.y() + y));
			out[i] = column >= 0 && row >= 0 && column < maps.width() && row < maps.height() && cells[row * maps.width() + column];
		}
		return out;
	}
}
