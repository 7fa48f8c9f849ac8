package org.icportrait.view;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Similarity;
import org.icportrait.head.PreparedHead;
import org.icportrait.hair.SeenHair;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.layers.Layer;
import org.icportrait.layers.Parted;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * The photograph's own hair beyond the outline of a head that is turned: what stands about a head, single strands and the far side's hair, whose rear no photograph shows
 * and which therefore ends too soon once turned. Bent with the photograph ({@link View#bend}) it keeps its place about the outline; it is laid behind the turned person.
 * Immutable; pictures are live, treat them as read-only.
 *
 * @param area of the picture
 * @param colours mixed with nothing, linear RGB over the area; 0 where share is 0
 * @param share how much of each pixel it covers where nobody stands before it, 0..1, one channel over the area
 */
public record HairBeyond(Area area, Picture colours, Picture share) {

	/** Degrees of the photograph's own yaw between which it comes to show one side's hair alone. */
	private static final float FRONTAL = 8, ONE_SIDED = 24;
	/** Heights (dm, head axes) from which on hair is shown: beside hair that covers ears, above bare ears, and at the crown. */
	private static final float COVERED = -0.8f, BARE = 0.3f, CROWN = 1.4f;
	/** By so many times its height above that it may stand out, so that it ends in a point; and over how many dm it then ends. */
	private static final float SLOPE = 1;
	private static final double EDGE = 0.03;
	/** Degrees of a turn between which that height rises to the crown: the farther a head turns, the more of its far hair goes behind the face. */
	private static final double SMALL = 30, LARGE = 60;
	/** How far out (dm) hair is looked for where a bent face leaves a gap before it, the share from which on it is some, and share and coverage of what is no gap between strands. */
	private static final double GAP = 0.3;
	private static final float SOME = 0.5f, SOLID = 0.9f;
	/** Cells about one whose mean tells whether it is hair, for single ones err, and means between which it is. */
	private static final int ABOUT = 1;
	private static final float LITTLE = 0.3f, MUCH = 0.6f;
	/** Coverage above which a pixel shows the person alone. */
	private static final float ALL = 0.998f;

	/**
	 * @param sitter whose first photograph is asked
	 * @param view turned to the target
	 * @param photograph the first one, parted
	 * @return null where there is none: of a whole view, of a large turn, of a head that was seen from the side
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public static HairBeyond of(final Sitter sitter, final ViewTarget target, final View view, final Parted photograph, final Progress progress) {
		final PreparedHead head = sitter.first();
		final double turned = Math.max(head.rotation().degreesOfSight(target.rotation()), head.rotation().degreesTo(target.rotation()));
		final float sure = 1 - Smooth.step(FRONTAL, ONE_SIDED, (float) Math.abs(Pose.of(head.rotation()).yaw()));
		if (view.isWhole() || head.hair().isCovered() || turned >= LARGE || sure <= 0) return null;
		final View bent = View.bend(sitter, target, progress.sub(0, 0.5));
		final boolean[] beyond = beyond(view, bent);
		final Picture told = bent.carry(Layer.over(head.maps(), hair(head, turned, progress)), beyond, progress.sub(0.5, 0.6)), share = told.plane(0);
		boolean any = false;
		for (int i = 0; i < beyond.length; i++) {
			share.data()[i] = beyond[i] ? Math.max(0, Math.min(1, share.data()[i])) * sure * bent.alpha().data()[i] : 0;
			any |= share.data()[i] > 0;
		}
		if (!any) return null;
		final Picture colours = bent.carry(photograph.person(), share.above(0), progress.sub(0.6, 1));
		for (int i = 0; i < colours.data().length; i++) colours.data()[i] = Math.max(0, colours.data()[i]);
		final HairBeyond out = new HairBeyond(bent.area(), colours, share);
		out.close(beyond, bent.alpha(), head.camera(), progress);
		out.taper(view, told, bent.alpha(), head.camera(), progress);
		return out;
	}

	/** Continues hair inwards over what a bent face shows between it and the turned one, in place. */
	private void close(final boolean[] beyond, final Picture alpha, final HeadCamera camera, final Progress progress) {
		final Picture shown = share.copy();
		final int steps = (int) Math.ceil(GAP * camera.s()), n = share.planeSize();
		Workers.rows(area.height(), progress, row -> {
			for (int i = row * area.width(); i < (row + 1) * area.width(); i++) {
				final float own = shown.data()[i];
				if (!beyond[i] || alpha.data()[i] < SOLID || own >= SOLID) continue;
				int most = i;
				for (int step = 1; step <= steps && shown.data()[most] < SOLID; step++) {
					final int at = outwards(i, step, camera);
					if (at < 0 || alpha.data()[at] < SOLID) break;
					if (shown.data()[at] > shown.data()[most]) most = at;
				}
				if (shown.data()[most] < SOME) continue;
				share.data()[i] = shown.data()[most];
				if (own < SOME) for (int c = 0; c < 3; c++) colours.data()[c * n + i] = colours.data()[c * n + most];
			}
		});
	}

	/**
	 * Leaves no more of what stands out from the turned head than its height allows, and nothing behind skin, in place.
	 *
	 * @param told a second channel says how high each pixel lies @param alpha of the bent person
	 */
	private void taper(final View view, final Picture told, final Picture alpha, final HeadCamera camera, final Progress progress) {
		final Picture closed = share.copy();
		final int n = share.planeSize();
		Workers.rows(area.height(), progress, row -> {
			for (int i = row * area.width(); i < (row + 1) * area.width(); i++) {
				if (closed.data()[i] <= 0) continue;
				final double room = SLOPE * told.data()[n + i] * camera.s();
				int step = 0;
				for (int at = i; step <= room && !isPerson(view, at); at = outwards(i, -step, camera)) {
					step++;
					if (at >= 0 && alpha.data()[at] >= SOLID && closed.data()[at] < SOME) step = Integer.MAX_VALUE;
				}
				share.data()[i] *= 1 - Smooth.step((float) (room - EDGE * camera.s()), (float) Math.max(room, 1e-3), step);
			}
		});
	}

	private boolean isPerson(final View view, final int pixel) {
		if (pixel < 0) return false;
		final int at = view.area().index(area.x() + pixel % area.width(), area.y() + pixel / area.width());
		return at >= 0 && view.alpha().data()[at] >= SOME;
	}

	/** The pixel of the area that lies so many pixels farther from the head's origin; -1 beyond the area. */
	private int outwards(final int pixel, final int step, final HeadCamera camera) {
		final double x = area.x() + pixel % area.width() + 0.5, y = area.y() + pixel / area.width() + 0.5;
		final double across = x - camera.x0(), down = y - camera.y0(), far = Math.max(1, Math.hypot(across, down));
		return area.index((int) Math.floor(x + step * across / far), (int) Math.floor(y + step * down / far));
	}

	/** Which pixels of a bent view's area show some of the person there, and not the turned person alone. */
	private static boolean[] beyond(final View view, final View bent) {
		final Area area = bent.area(), turned = view.area();
		final boolean[] out = bent.alpha().above(0);
		for (int i = 0; i < out.length; i++) {
			final int at = turned.index(area.x() + i % area.width(), area.y() + i / area.width());
			if (at >= 0) out[i] &= view.alpha().data()[at] < ALL;
		}
		return out;
	}

	/** How much of each cell of a head's maps is hair that does not hang beside it, 0..1, of nobody it is hair as well; and how high it lies, dm above where hair begins to be shown. */
	private static Picture hair(final PreparedHead head, final double turned, final Progress progress) {
		final HeadMaps maps = head.maps();
		final SeenHair seen = head.hair().seen();
		final Picture out = new Picture(maps.width(), maps.height(), 2), loose = head.hair().loose();
		final Similarity toPicture = maps.pictureToMaps().inverse();
		final double cell = head.hair().cell();
		final float bare = COVERED + head.hair().bareEars() * (BARE - COVERED);
		final float lowest = bare + (CROWN - bare) * (float) Math.max(0, (turned - SMALL) / (LARGE - SMALL));
		Workers.rows(maps.height(), progress, row -> {
			for (int column = 0, i = row * maps.width(); column < maps.width(); column++, i++) {
				final double x = toPicture.x(column + 0.5, row + 0.5), y = toPicture.y(column + 0.5, row + 0.5);
				final float above = maps.coordinates().data()[maps.size() + i] - lowest;
				out.data()[maps.size() + i] = above;
				if (!seen.isAt(x, y)) continue;
				out.data()[i] = loose == null ? 1 : 1 - loose.sample((x - head.area().x()) / cell, (y - head.area().y()) / cell, 1);
			}
		});
		final float[] about = BoxBlur.blur(out.plane(0), ABOUT, progress).data();
		for (int i = 0; i < about.length; i++) out.data()[i] = Smooth.step(LITTLE, MUCH, about[i]);
		return out;
	}

	/** The same in other colours. */
	public HairBeyond withColours(final Picture other) {
		return new HairBeyond(area, other, share);
	}

	/** How much of each pixel of the whole picture a person covers, row by row, 0..1. */
	@FunctionalInterface
	public interface Covered {

		float at(int pixel);
	}

	/**
	 * Lays it behind a person, in place.
	 *
	 * @param picture linear RGB of the whole picture, a person before what lies behind
	 * @param behind what that is, linear RGB over the area
	 */
	public void under(final Picture picture, final Covered covered, final Picture behind) {
		each(picture, (i, to) -> {
			final float a = share.data()[i] * (1 - covered.at(to));
			for (int c = 0; c < 3; c++) {
				final int own = c * share.planeSize() + i;
				picture.data()[c * picture.planeSize() + to] += a * (colours.data()[own] - behind.data()[own]);
			}
		});
	}

	/** Lays it behind a person who is mixed with no background, in place. @param picture linear RGB of the whole picture @param alpha its coverage */
	public void under(final Picture picture, final Picture alpha) {
		each(picture, (i, to) -> {
			final float before = alpha.data()[to], a = share.data()[i] * (1 - before), both = before + a;
			if (both <= 0) return;
			for (int c = 0; c < 3; c++) {
				final int at = c * picture.planeSize() + to;
				picture.data()[at] = (before * picture.data()[at] + a * colours.data()[c * share.planeSize() + i]) / both;
			}
			alpha.data()[to] = both;
		});
	}

	private interface Pixel {

		/** @param i pixel of the area, some of which it covers @param to of the picture */
		void at(int i, int to);
	}

	private void each(final Picture picture, final Pixel pixel) {
		for (int i = 0; i < area.size(); i++) if (share.data()[i] > 0) pixel.at(i, (area.y() + i / area.width()) * picture.width() + area.x() + i % area.width());
	}
}
