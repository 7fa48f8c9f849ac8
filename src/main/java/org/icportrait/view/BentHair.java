package org.icportrait.view;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Similarity;
import org.icportrait.hair.SeenHair;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.Shares;
import org.icportrait.image.Smooth;
import org.icportrait.layers.Layer;
import org.icportrait.layers.Parted;
import org.icportrait.maps.HeadMaps;
import org.icportrait.turn.Bend;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Finds {@link HairBeyond}: what a bent photograph shows of hair where a turned head shows nobody. For one thread, once. */
final class BentHair {

	/** Heights (dm, head axes) from which on hair is shown: beside hair that covers ears, above bare ears, and at the crown. */
	private static final float COVERED = -0.8f, BARE = 0.3f, CROWN = 1.4f;
	/** By so many times its height above that it may stand out, so that it ends in a point; and over how many dm it then ends. */
	private static final float SLOPE = 1;
	private static final double EDGE = 0.03;
	/** In which steps (dm) the turned head is looked for. */
	private static final double STEP = 0.008;
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
	private final Bend bend;
	private final boolean smooth;
	private final HeadCamera camera;
	private final Progress progress;
	private final Area area;
	/** Of the bent person, as far as hair may be there. */
	private final Picture alpha;
	/** Which pixels of the area may show hair, and do not show the turned person alone. */
	private final boolean[] beyond;
	/** How much of each pixel is hair, and how high it lies, dm above where hair begins to be shown. */
	private final Picture told;
	private final Picture share;

	private BentHair(final PreparedHead head, final View view, final Bend bend, final boolean smooth, final Picture hair, final NearHair near, final Progress progress) {
		this.view = view;
		this.bend = bend;
		this.smooth = smooth;
		this.progress = progress;
		camera = head.camera();
		area = near.area();
		beyond = near.wanted();
		Workers.rows(area.height(), progress, row -> {
			for (int i = row * area.width(), x = area.x(); x < area.right(); x++, i++) {
				final int at = beyond[i] ? view.area().index(x, area.y() + row) : -1;
				if (at >= 0) beyond[i] = view.alpha().data()[at] < ALL;
			}
		});
		alpha = Shares.clip(read(Layer.over(head.area(), head.matte(), head.matte()), smooth, beyond));
		for (int i = 0; i < beyond.length; i++) beyond[i] &= alpha.data()[i] > 0;
		told = read(Layer.over(head.maps(), hair), false, beyond);
		share = told.plane(0);
		for (int i = 0; i < beyond.length; i++) share.data()[i] = beyond[i] ? share.data()[i] * alpha.data()[i] : 0;
	}

	/** As {@link HairBeyond#of}. */
	static HairBeyond of(final Sitter sitter, final ViewTarget target, final View view, final Parted photograph, final Progress progress) {
		final PreparedHead head = sitter.first();
		final double turned = Math.max(head.rotation().degreesOfSight(target.rotation()), head.rotation().degreesTo(target.rotation()));
		final double aside = Math.abs(Pose.of(head.rotation()).yaw());
		final double gone = Math.max(0, Math.max((turned - SMALL) / (LARGE - SMALL), (aside - FRONTAL) / (ONE_SIDED - FRONTAL)));
		if (view.isWhole() || head.hair().isCovered() || gone >= 1) return null;
		final Picture hair = hair(head, gone, progress);
		final Bend bend = new Bend(head, target.rotation(), sitter.shares(target.turn(), progress).get(0), progress);
		final NearHair near = NearHair.of(head, bend, hair, GAP, progress);
		return near == null ? null : new BentHair(head, view, bend, target.detail() == Detail.FULL, hair, near, progress).layer(photograph);
	}

	private Picture read(final Layer layer, final boolean cubic, final boolean[] wanted) {
		return BentLayers.read(bend, cubic, layer, area, wanted, progress);
	}

	private HairBeyond layer(final Parted photograph) {
		final boolean[] wanted = share.above(0);
		if (Area.of(wanted, area.width()).isEmpty()) return null;
		final Picture colours = read(photograph.person(), smooth, wanted);
		for (int i = 0; i < colours.data().length; i++) colours.data()[i] = Math.max(0, colours.data()[i]);
		close(colours);
		taper();
		return new HairBeyond(area, colours, share);
	}

	/** Continues hair inwards over what a bent face shows between it and the turned one. */
	private void close(final Picture colours) {
		final Picture shown = share.copy();
		final double reach = GAP * camera.s();
		final int n = share.planeSize();
		Workers.rows(area.height(), progress, row -> {
			for (int i = row * area.width(); i < (row + 1) * area.width(); i++) {
				final float own = shown.data()[i];
				if (!beyond[i] || alpha.data()[i] < SOLID || own >= SOLID) continue;
				final Ray ray = ray(i);
				int most = i;
				for (double out = 1; out <= reach && shown.data()[most] < SOLID; out++) {
					final int at = ray.at(out);
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
		Workers.rows(area.height(), progress, row -> {
			for (int i = row * area.width(); i < (row + 1) * area.width(); i++) {
				if (closed.data()[i] <= 0) continue;
				final double room = SLOPE * told.data()[share.planeSize() + i] * camera.s();
				share.data()[i] *= 1 - Smooth.step((float) (room - EDGE * camera.s()), (float) Math.max(room, 1e-3), (float) beyond(ray(i), room, closed));
			}
		});
	}

	/** How far a place lies beyond the turned head, pixels; more than {@code most} where that is more, or where bent skin lies between. */
	private double beyond(final Ray ray, final double most, final Picture closed) {
		final double step = Math.max(1, STEP * camera.s());
		for (double in = 0; in <= most; in += step) {
			final int at = ray.at(-in);
			if (at < 0) continue;
			if (isPerson(at)) return in;
			if (alpha.data()[at] >= SOLID && closed.data()[at] < SOME) break;
		}
		return Double.MAX_VALUE;
	}

	private boolean isPerson(final int pixel) {
		final int at = view.area().index(area.x() + pixel % area.width(), area.y() + pixel / area.width());
		return at >= 0 && view.alpha().data()[at] >= SOME;
	}

	/** From a place (pixels) away from the head's origin. */
	private record Ray(Area area, double x, double y, double across, double down) {

		/** The pixel of the area that lies so many pixels farther out; -1 beyond the area. */
		int at(final double out) {
			return area.index((int) Math.floor(x + out * across), (int) Math.floor(y + out * down));
		}
	}

	private Ray ray(final int pixel) {
		final double x = area.x() + pixel % area.width() + 0.5, y = area.y() + pixel / area.width() + 0.5;
		final double across = x - camera.x0(), down = y - camera.y0(), far = Math.max(1, Math.sqrt(across * across + down * down));
		return new Ray(area, x, y, across / far, down / far);
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
