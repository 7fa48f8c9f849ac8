package org.icportrait.layers;

import java.util.concurrent.atomic.LongAdder;

import org.icportrait.geometry.Area;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BorderFade;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Parts a photograph into the person without background and the background without person. Stateless. */
public final class Parting {

	/** The least share of the pixels about a head that tells what lies behind it. */
	private static final double LEAST = 0.002;
	/** Below this the matte counts as background. */
	private static final float EMPTY = 0.03f;
	/** From this on a pixel shows nothing but the person. */
	static final float FULL = 0.95f;
	/** How far around the matte nothing is taken for background, share of the area's width. */
	private static final double MARGIN = 0.012;
	/** How far loose hair, shadow and blur may reach: the background is taken from farther off, and kept there only where it looks like it. */
	private static final double REACH = 0.03;
	/** Width of the band in which a person who goes on beyond the area comes to rest, share of the area's width. */
	private static final double REST = 0.06;
	/** Share of the person's colour in a pixel that is blur and grain, and from which on it is the person's. */
	private static final float GRAIN = 0.04f, STRAND = 0.12f;
	/** Most things in a background stray from its means by less than so many times their deviation. */
	private static final float THINGS = 3;
	/** Canonical heights, dm, between which a place is beside a head and no more beside its body. */
	private static final float SHOULDERS = -1.3f, CHIN = -0.9f;
	/** Person and background (squared distance, linear) that cannot be told apart. */
	static final float ALIKE = 0.004f;
	/** Cells along the longer side on which smooth continuations are found. */
	private static final int FILL = 512;

	private Parting() {}

	/**
	 * @param photograph linear RGB, that the head was prepared from; not changed, not kept
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public static Parted part(final Picture photograph, final PreparedHead head, final Progress progress) {
		final Area area = head.area();
		final Picture matte = head.matte(), shown = photograph.part(area, progress);
		final boolean[] within = Rim.within(matte, progress);
		final CoarseFill inner = new CoarseFill(shown, within, FILL, progress);
		final BorderFade moving = new BorderFade(area, photograph.width(), photograph.height(), REST * area.width());
		final Picture plate = plate(shown, head, inner, moving, progress);
		progress.report(0.5, "Parting head and background");
		final Picture share = PersonShare.of(shown, plate, matte, inner, progress), person = Rim.free(shown, plate, matte, within, inner, progress);
		progress.report(1, "Parting head and background");
		return new Parted(area, Layer.over(area, person, CoarsePerson.of(person, head, progress)), plate, share);
	}

	/**
	 * The background, filled in where the person stands, and where loose hair and shadow of the person lie around. Other people stay as they are, and
	 * lend it no colour.
	 */
	private static Picture plate(final Picture shown, final PreparedHead head, final CoarseFill inner, final BorderFade moving, final Progress progress) {
		final Picture matte = head.matte(), others = head.others();
		final int w = matte.width();
		final boolean[] touched = matte.above(EMPTY), far = Dilation.grow(touched, w, Math.max(3, (int) (REACH * w)), progress);
		final boolean[] near = Dilation.grow(touched, w, Math.max(2, (int) (MARGIN * w)), progress), stray = StrayHair.of(shown, touched, far, progress);
		for (int i = 0; i < stray.length; i++) {
			far[i] |= stray[i];
			near[i] |= stray[i];
		}
		final boolean[] people = others == null ? null : Dilation.grow(others.above(EMPTY), w, Math.max(2, (int) (MARGIN * w)), progress);
		final BesideOthers beside = BesideOthers.of(head);
		final Backdrop behind = new Backdrop(shown, far, background(w, people, progress, far, near, touched), FILL, progress);
		final Picture plate = shown.copy();
		final Meeting meeting = behind.isPlain() ? null : new Meeting(w, far, near, progress);
		Workers.bands(matte.height(), progress, (from, to) -> {
			final float[] fill = new float[3 * w], strays = new float[w], busy = new float[w];
			final CoarseFill.Row own = inner.new Row();
			for (int y = from; y < to; y++) {
				behind.row(y, fill, strays, busy);
				own.moveTo(y);
				for (int x = 0; x < w; x++) if (far[y * w + x]) {
					final float free = (beside == null ? 1 : beside.free(x, y)) * moving.at(moving.area().x() + x + 0.5, moving.area().y() + y + 0.5);
					final float strayed = near[y * w + x] || busy[x] <= 0 ? free : free * (1 - busy[x] * (1 - ofHead(head, x, y)));
					final float filled = clean(plate, y * w + x, near[y * w + x], strayed, fill, own, strays, x);
					if (meeting != null) meeting.tell(shown, y * w + x, fill, x, filled, busy[x]);
				}
			}
		});
		if (meeting != null) meeting.over(plate, FILL, progress);
		return plate;
	}

	/** Whether hair may stray to a pixel of the area, and not threads: things beside shoulders that look like a shirt are things. */
	private static float ofHead(final PreparedHead head, final int x, final int y) {
		final double column = head.maps().column(head.area().x() + x + 0.5, head.area().y() + y + 0.5), row = head.maps().row(head.area().x() + x + 0.5, head.area().y() + y + 0.5);
		return Smooth.step(SHOULDERS, CHIN, head.maps().coordinates().sample(column, row, 1));
	}

	/**
	 * Pixels beyond the first of the masks that leaves some, the most careful one first; where a person fills all, those along the border.
	 *
	 * @param people others, left out as long as something else is left; null where there are none
	 */
	private static boolean[] background(final int width, final boolean[] people, final Progress progress, final boolean[]... persons) {
		if (people != null) for (final boolean[] person : persons) {
			final boolean[] known = beyond(person, people, width, progress);
			if (known != null) return known;
		}
		for (final boolean[] person : persons) {
			final boolean[] known = beyond(person, person, width, progress);
			if (known != null) return known;
		}
		final boolean[] known = new boolean[persons[0].length];
		for (int i = 0; i < known.length; i++) known[i] = i < width || i >= known.length - width || i % width == 0 || i % width == width - 1;
		return known;
	}

	/** Pixels beyond both masks; null where they are too few. */
	private static boolean[] beyond(final boolean[] one, final boolean[] other, final int width, final Progress progress) {
		final boolean[] known = new boolean[one.length];
		final LongAdder count = new LongAdder();
		Workers.rows(known.length / width, progress, y -> {
			int some = 0;
			for (int i = y * width; i < (y + 1) * width; i++) {
				known[i] = !one[i] && !other[i];
				if (known[i]) some++;
			}
			count.add(some);
		});
		return count.sum() > LEAST * known.length ? known : null;
	}

	/** Takes out of a pixel of the background what of it is the person's; nothing where the person stays. @return how much of it is filled in, 0..1 */
	private static float clean(final Picture plate, final int i, final boolean whole, final float moving, final float[] fill, final CoarseFill.Row own,
		final float[] stray, final int x)
	{
		final int n = plate.planeSize(), w = plate.width();
		final float share = whole ? moving : moving * persons(plate, i, fill, own, stray, x);
		for (int c = 0; c < 3; c++) plate.data()[c * n + i] += share * (fill[c * w + x] - plate.data()[c * n + i]);
		return share;
	}

	/** How much of a pixel is the person's, 0..1, and no thing that the background could show. */
	private static float persons(final Picture plate, final int i, final float[] fill, final CoarseFill.Row own, final float[] stray, final int x) {
		final int n = plate.planeSize(), w = plate.width();
		float along = 0, length = ALIKE;
		for (int c = 0; c < 3; c++) {
			final float toOwn = own.at(x, c) - fill[c * w + x];
			along += (plate.data()[c * n + i] - fill[c * w + x]) * toOwn;
			length += toOwn * toOwn;
		}
		final float things = THINGS * stray[x] / (float) Math.sqrt(length);
		return Smooth.step(GRAIN + things, STRAND + things, along / length);
	}
}
