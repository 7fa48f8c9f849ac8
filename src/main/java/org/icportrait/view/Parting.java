package org.icportrait.view;

import org.icportrait.geometry.Area;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.AreaScale;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Parts a photograph into the person without background and the background without person. Stateless. */
public final class Parting {

	/** Below this the matte counts as background. */
	private static final float EMPTY = 0.03f;
	/** From this on a pixel shows nothing but the person. */
	private static final float FULL = 0.95f;
	/** How far around the matte the background is taken as touched by hair and light, share of the area's width. */
	private static final double MARGIN = 0.012;
	/** Within this distance of the matte's edge (share of the area's width) a pixel may show background although the matte says person. */
	private static final double RIM = 0.008;
	/** Radius of the blur of the person without detail, share of the area's width. */
	private static final double BLUR = 0.02;
	/** Cells along the longer side on which smooth continuations, and the person without detail, are found. */
	private static final int FILL = 512, COARSE = 192;

	private Parting() {}

	/**
	 * @param photograph linear RGB, that the head was prepared from; not changed, not kept
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public static Parted part(final Picture photograph, final PreparedHead head, final Progress progress) {
		final Area area = head.area();
		final Picture matte = head.matte(), plate = cut(photograph, area, progress);
		final boolean[] known = pixels(matte, EMPTY);
		final boolean[] touched = Dilation.grow(known, area.width(), Math.max(2, (int) (MARGIN * area.width())), progress);
		for (int i = 0; i < touched.length; i++) known[i] = !touched[i];
		final CoarseFill behind = new CoarseFill(plate, known, FILL, progress);
		final Picture inside = plate.copy();
		Workers.bands(area.height(), progress, (from, to) -> {
			final float[] line = new float[plate.channels() * area.width()];
			for (int y = from; y < to; y++) fillRow(plate, behind, touched, y, line);
		});
		progress.report(0.5, "Parting head and background");
		final Picture person = person(inside, plate, matte, progress);
		progress.report(1, "Parting head and background");
		return new Parted(area, Layer.over(area, person, coarse(person, matte, progress)), plate);
	}

	private static Picture cut(final Picture picture, final Area area, final Progress progress) {
		final Picture out = new Picture(area.width(), area.height(), picture.channels());
		Workers.rows(area.height() * picture.channels(), progress, line -> {
			final int c = line / area.height(), y = line % area.height();
			System.arraycopy(picture.data(), (c * picture.height() + area.y() + y) * picture.width() + area.x(), out.data(), line * area.width(), area.width());
		});
		return out;
	}

	/** Pixels whose matte is above a threshold. */
	private static boolean[] pixels(final Picture matte, final float threshold) {
		final boolean[] out = new boolean[matte.planeSize()];
		for (int i = 0; i < out.length; i++) out[i] = matte.data()[i] > threshold;
		return out;
	}

	private static void fillRow(final Picture picture, final CoarseFill fill, final boolean[] where, final int y, final float[] line) {
		final int w = picture.width();
		fill.row(y, line);
		for (int x = 0; x < w; x++) {
			if (!where[y * w + x]) continue;
			for (int c = 0; c < picture.channels(); c++) picture.data()[c * picture.planeSize() + y * w + x] = line[c * w + x];
		}
	}

	/**
	 * Soft edges take the colour that is left when the background's share is taken out. Where that is noise, and at rims that look more
	 * like the background than like what lies further in, they take their inner neighbours' colour: turned to the front, a rim of
	 * background would stand as a bright line.
	 *
	 * @param picture over the area; becomes the person
	 */
	private static Picture person(final Picture picture, final Picture plate, final Picture matte, final Progress progress) {
		final int w = matte.width();
		final boolean[] known = pixels(matte, FULL);
		for (int i = 0; i < known.length; i++) known[i] = !known[i];
		final boolean[] rim = Dilation.grow(known, w, Math.max(1, (int) (RIM * w)), progress);
		for (int i = 0; i < known.length; i++) known[i] = !rim[i];
		final CoarseFill inner = new CoarseFill(picture, known, FILL, progress);
		Workers.bands(matte.height(), progress, (from, to) -> {
			final float[] line = new float[picture.channels() * w];
			for (int y = from; y < to; y++) {
				inner.row(y, line);
				for (int x = 0; x < w; x++) if (rim[y * w + x]) edge(picture, plate, matte.data()[y * w + x], y * w + x, line, x);
			}
		});
		return picture;
	}

	private static void edge(final Picture picture, final Picture plate, final float a, final int i, final float[] line, final int x) {
		final int n = picture.planeSize(), w = picture.width();
		final float[] shown = picture.data(), behind = plate.data();
		float toPlate = 1e-4f, toInner = 1e-4f;
		for (int c = 0; c < 3; c++) {
			toPlate += Math.abs(shown[c * n + i] - behind[c * n + i]);
			toInner += Math.abs(shown[c * n + i] - line[c * w + x]);
		}
		// A dark strand before a light wall is hair, whatever the matte says.
		final float person = a <= 0.4f && toPlate <= 0.15f ? 0 : Math.max(Smooth.step(0.4f, 0.9f, a), Smooth.step(0.15f, 0.5f, toPlate));
		final float trust = person <= 0 ? 0 : person * Smooth.step(0.25f, 0.55f, toPlate / (toPlate + toInner));
		for (int c = 0; c < 3; c++) {
			final float inner = line[c * w + x];
			if (trust > 0) {
				final float own = Math.max(0, shown[c * n + i] + (1 - a) / Math.max(a, 0.3f) * (shown[c * n + i] - behind[c * n + i]));
				shown[c * n + i] = trust * Math.min(own, Math.max(shown[c * n + i], 1.2f * inner)) + (1 - trust) * inner;
			}
			else shown[c * n + i] = inner;
		}
	}

	/** The person's colour without detail, from places well inside the matte, continued beyond. */
	private static Picture coarse(final Picture person, final Picture matte, final Progress progress) {
		final Picture colours = blocks(person, progress), cover = blocks(full(matte), progress);
		final int radius = (int) Math.max(1, Math.round(BLUR * colours.width()));
		final float[] inside = BoxBlur.blur(cover, radius, progress).data();
		for (int i = 0; i < inside.length; i++) inside[i] = inside[i] > 0.99f ? 1 : 0;
		return BoxBlur.blur(BoxBlur.blur(PushPull.fill(colours, inside, progress), radius, progress), radius, progress);
	}

	private static Picture full(final Picture matte) {
		final Picture out = new Picture(matte.width(), matte.height(), 1);
		for (int i = 0; i < matte.planeSize(); i++) out.data()[i] = matte.data()[i] > FULL ? 1 : 0;
		return out;
	}

	private static Picture blocks(final Picture picture, final Progress progress) {
		final double step = Math.max(1, Math.max(picture.width(), picture.height()) / (double) COARSE);
		return AreaScale.scale(picture, (int) Math.ceil(picture.width() / step), (int) Math.ceil(picture.height() / step));
	}
}
