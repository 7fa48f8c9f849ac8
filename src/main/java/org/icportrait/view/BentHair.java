package org.icportrait.view;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Similarity;
import org.icportrait.hair.SeenHair;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.layers.Layer;
import org.icportrait.layers.Parted;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Finds {@link HairBeyond}: what a bent photograph shows of hair where a turned head shows nobody. For one thread, once. */
final class BentHair {

	/** Heights (dm, head axes) from which on hair is shown: beside hair that covers ears, above bare ears, and at the crown. */
	private static final float COVERED = -0.8f, BARE = 0.3f, CROWN = 1.4f;
	/** By so many times its height above that it may stand out, so that it ends in a point; and over how many dm it then ends. */
	private static final float SLOPE = 1;
	private static final double EDGE = 0.03;
	/** Degrees of a turn between which that height rises to the crown, for the farther a head turns, the more of its far hair goes behind the face; and of the photograph's own yaw, for then it shows one side's hair. */
	private static final double SMALL = 30, LARGE = 60, FRONTAL = 8, ONE_SIDED = 26;
	/** How far out (dm) hair is looked for where a bent face leaves a gap before it, the share from which on it is some, and share and coverage of what is no gap between strands. */
	private static final double GAP = 0.3;
	private static final float SOME = 0.5f, SOLID = 0.9f;
	/** Cells about one whose mean tells whether it is hair, for single ones err, and means between which it is. */
	private static final int ABOUT = 1;
	private static final float LITTLE = 0.3f, MUCH = 0.6f;
	/** Coverage above which a pixel shows the person alone. */
	private static final float ALL = 0.998f;

	private final View view;
	private final View bent;
	private final HeadCamera camera;
	private final Progress progress;
	private final Area area;
	/** Of the bent person. */
	private final Picture alpha;
	/** Which pixels of the area show some of the bent person, and not the turned one alone. */
	private final boolean[] beyond;
	/** How much of each pixel is hair, and how high it lies, dm above where hair begins to be shown. */
	private final Picture told;
	private final Picture share;

	private BentHair(final View view, final View bent, final Picture hair, final PreparedHead head, final Progress progress) {
		this.view = view;
		this.bent = bent;
		this.progress = progress;
		camera = head.camera();
		area = bent.area();
		alpha = bent.alpha();
		beyond = beyond();
		told = bent.carry(Layer.over(head.maps(), hair), beyond, progress);
		share = told.plane(0);
		for (int i = 0; i < beyond.length; i++) share.data()[i] = beyond[i] ? Math.max(0, Math.min(1, share.data()[i])) * alpha.data()[i] : 0;
	}

	/** As {@link HairBeyond#of}. */
	static HairBeyond of(final Sitter sitter, final ViewTarget target, final View view, final Parted photograph, final Progress progress) {
		final PreparedHead head = sitter.first();
		final double turned = Math.max(head.rotation().degreesOfSight(target.rotation()), head.rotation().degreesTo(target.rotation()));
		final double aside = Math.abs(Pose.of(head.rotation()).yaw());
		final double gone = Math.max(0, Math.max((turned - SMALL) / (LARGE - SMALL), (aside - FRONTAL) / (ONE_SIDED - FRONTAL)));
		if (view.isWhole() || head.hair().isCovered() || gone >= 1) return null;
		final View bent = View.bend(sitter, target, progress.sub(0, 0.5));
		return new BentHair(view, bent, hair(head, gone, progress), head, progress.sub(0.5, 0.6)).layer(photograph, progress.sub(0.6, 1));
	}

	private HairBeyond layer(final Parted photograph, final Progress rest) {
		final boolean[] wanted = share.above(0);
		boolean any = false;
		for (final boolean one : wanted) any |= one;
		if (!any) return null;
		final Picture colours = bent.carry(photograph.person(), wanted, rest);
		for (int i = 0; i < colours.data().length; i++) colours.data()[i] = Math.max(0, colours.data()[i]);
		close(colours);
		taper();
		return new HairBeyond(area, colours, share);
	}

	/** Continues hair inwards over what a bent face shows between it and the turned one. */
	private void close(final Picture colours) {
		final Picture shown = share.copy();
		final int steps = (int) Math.ceil(GAP * camera.s()), n = share.planeSize();
		Workers.rows(area.height(), progress, row -> {
			for (int i = row * area.width(); i < (row + 1) * area.width(); i++) {
				final float own = shown.data()[i];
				if (!beyond[i] || alpha.data()[i] < SOLID || own >= SOLID) continue;
				int most = i;
				for (int step = 1; step <= steps && shown.data()[most] < SOLID; step++) {
					final int at = outwards(i, step);
					if (at < 0 || alpha.data()[at] < SOLID) break;
					if (shown.data()[at] > shown.data()[most]) most = at;
				}
				if (shown.data()[most] < SOME) continue;
				share.data()[i] = shown.data()[most];
				if (own < SOME) for (int c = 0; c < 3; c++) colours.data()[c * n + i] = colours.data()[c * n + most];
			}
		});
	}

	/** Leaves no more of what stands out from the turned head than its height allows, and nothing behind skin. */
	private void taper() {
		final Picture closed = share.copy();
		final int n = share.planeSize();
		Workers.rows(area.height(), progress, row -> {
			for (int i = row * area.width(); i < (row + 1) * area.width(); i++) {
				if (closed.data()[i] <= 0) continue;
				final double room = SLOPE * told.data()[n + i] * camera.s();
				int step = 0;
				for (int at = i; step <= room && !isPerson(at); at = outwards(i, -step)) {
					step++;
					if (at >= 0 && alpha.data()[at] >= SOLID && closed.data()[at] < SOME) step = Integer.MAX_VALUE;
				}
				share.data()[i] *= 1 - Smooth.step((float) (room - EDGE * camera.s()), (float) Math.max(room, 1e-3), step);
			}
		});
	}

	private boolean isPerson(final int pixel) {
		if (pixel < 0) return false;
		final int at = view.area().index(area.x() + pixel % area.width(), area.y() + pixel / area.width());
		return at >= 0 && view.alpha().data()[at] >= SOME;
	}

	/** The pixel of the area that lies so many pixels farther from the head's origin; -1 beyond the area. */
	private int outwards(final int pixel, final int step) {
		final double x = area.x() + pixel % area.width() + 0.5, y = area.y() + pixel / area.width() + 0.5;
		final double across = x - camera.x0(), down = y - camera.y0(), far = Math.max(1, Math.hypot(across, down));
		return area.index((int) Math.floor(x + step * across / far), (int) Math.floor(y + step * down / far));
	}

	private boolean[] beyond() {
		final boolean[] out = alpha.above(0);
		for (int i = 0; i < out.length; i++) {
			final int at = view.area().index(area.x() + i % area.width(), area.y() + i / area.width());
			if (at >= 0) out[i] &= view.alpha().data()[at] < ALL;
		}
		return out;
	}

	/**
	 * How much of each cell of a head's maps is hair that does not hang beside it, 0..1, of nobody it is hair as well; and how high it lies, dm above where hair begins to be shown.
	 *
	 * @param gone how far that is on the way to the crown, 0..1
	 */
	private static Picture hair(final PreparedHead head, final double gone, final Progress progress) {
		final HeadMaps maps = head.maps();
		final SeenHair seen = head.hair().seen();
		final Picture out = new Picture(maps.width(), maps.height(), 2), loose = head.hair().loose();
		final Similarity toPicture = maps.pictureToMaps().inverse();
		final double cell = head.hair().cell();
		final float bare = COVERED + head.hair().bareEars() * (BARE - COVERED);
		final float lowest = bare + (CROWN - bare) * (float) gone;
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
}
