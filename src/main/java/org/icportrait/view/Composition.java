package org.icportrait.view;

import org.icportrait.geometry.Area;
import org.icportrait.image.Picture;
import org.icportrait.image.PictureRows;
import org.icportrait.layers.Parted;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Lays a person, turned and lit, over a background: the last step of a portrait. Stateless. */
public final class Composition {

	private final Picture photograph;
	private final Parted parted;
	private final View view;
	private final PictureRows person;
	private final Background background;
	/** Null where the background is not the photograph's, or the view shows it whole. */
	private final Picture still;
	private final LitPixel pixels;
	private final Picture out;

	private Composition(final Picture photograph, final Parted parted, final View view, final PictureRows person, final Background background,
		final Progress progress)
	{
		this.photograph = photograph;
		this.parted = parted;
		this.view = view;
		this.person = person;
		this.background = background;
		still = background.kind() == Background.Kind.KEEP ? view.still(progress) : null;
		pixels = new LitPixel(parted);
		out = new Picture(photograph.width(), photograph.height(), 3);
	}

	/**
	 * A new picture of the photograph's size. With the background kept, a whole view is the photograph, bent or not, plus the person's share of it times
	 * what the light changed of the person, so that nothing changed gives the photograph bit by bit; of a turned one so is what keeps its place, and
	 * the rest is laid over the plate. With the background removed the person's colour is not mixed with anything: {@link View#alpha()} says how much of it there is.
	 *
	 * @param photograph of the view's first source, linear RGB; for a whole view as that shows it
	 * @param parted the same photograph, parted
	 * @param person over {@link View#area()}, linear RGB: carried, and lit or not
	 */
	public static Picture over(final Picture photograph, final Parted parted, final View view, final Picture person, final Background background,
		final Progress progress)
	{
		return over(photograph, parted, view, PictureRows.of(person), background, progress);
	}

	/** The same of a person who is made row by row. */
	public static Picture over(final Picture photograph, final Parted parted, final View view, final PictureRows person, final Background background,
		final Progress progress)
	{
		final Composition composition = new Composition(photograph, parted, view, person, background, progress);
		Workers.bands(photograph.height(), progress, composition::compose);
		return composition.out;
	}

	/**
	 * Of a whole view the pixels that light cannot change without the background's colour: those that are the person's in part.
	 *
	 * @param photograph as the view shows it
	 * @param share of the parted photograph, as the view shows it
	 * @param person likewise
	 * @return over {@link View#area()}
	 */
	public static boolean[] mixed(final Picture photograph, final View view, final Picture share, final Picture person, final Progress progress) {
		final Area area = view.area();
		final boolean[] out = new boolean[area.size()];
		Workers.rows(area.height(), progress, row -> {
			for (int c = 0; c < 3; c++) {
				final int shown = (c * photograph.height() + area.y() + row) * photograph.width() + area.x(), own = c * area.size();
				for (int x = 0, i = row * area.width(); x < area.width(); x++, i++) {
					out[i] |= LitPixel.isMixed(photograph.data()[shown + x], share.data()[i], person.data()[own + i]);
				}
			}
		});
		return out;
	}

	private void compose(final int top, final int bottom) {
		final Area area = view.area();
		final PictureRows.Reader reader = person.reader();
		final float[] line = new float[3 * area.width()];
		for (int y = top; y < bottom; y++) {
			for (int c = 0; c < 3; c++) lay(c, y);
			if (y < area.y() || y >= area.bottom()) continue;
			reader.read(y - area.y(), line);
			for (int c = 0; c < 3; c++) cover(c, y, line);
		}
	}

	/** One row of the background. */
	private void lay(final int channel, final int y) {
		final int w = out.width(), start = (channel * out.height() + y) * w;
		switch (background.kind()) {
			case REMOVE -> {}
			case COLOUR -> java.util.Arrays.fill(out.data(), start, start + w, background.of(channel));
			case KEEP -> {
				final Area area = parted.area();
				final boolean filled = !view.isWhole() && y >= area.y() && y < area.bottom();
				System.arraycopy(photograph.data(), start, out.data(), start, filled ? area.x() : w);
				if (!filled) return;
				System.arraycopy(parted.plate().data(), (channel * area.height() + y - area.y()) * area.width(), out.data(), start + area.x(), area.width());
				System.arraycopy(photograph.data(), start + area.right(), out.data(), start + area.right(), w - area.right());
			}
		}
	}

	/** One channel of a row of the person. @param line of all channels */
	private void cover(final int channel, final int y, final float[] line) {
		final Area area = view.area();
		final int from = (y - area.y()) * area.width(), own = channel * area.width();
		final int to = (channel * out.height() + y) * out.width() + area.x();
		if (background.kind() == Background.Kind.REMOVE) place(from, line, own, to);
		else if (background.kind() == Background.Kind.KEEP && view.isWhole()) change(from, channel, line, own, to);
		else mix(from, line, own, to);
		if (still != null) keepStill(channel, y, line);
	}

	/** As the person is, mixed with nothing. @param from pixel of the area @param own sample of the line @param to sample of the picture */
	private void place(final int from, final float[] line, final int own, final int to) {
		final float[] alpha = view.alpha().data();
		for (int x = 0; x < view.area().width(); x++) if (alpha[from + x] > 0) out.data()[to + x] = line[own + x];
	}

	/** What is shown already, with what the light changed of the person. */
	private void change(final int from, final int channel, final float[] line, final int own, final int to) {
		final int plane = channel * view.area().size();
		final float[] share = parted.share().data();
		for (int x = 0; x < view.area().width(); x++) {
			if (share[from + x] > 0) out.data()[to + x] = pixels.of(out.data()[to + x], share[from + x], plane + from + x, line[own + x]);
		}
	}

	/** The person over what is shown already; without a question at each pixel several are mixed at once. */
	private void mix(final int from, final float[] line, final int own, final int to) {
		final float[] alpha = view.alpha().data(), picture = out.data();
		for (int x = 0; x < view.area().width(); x++) picture[to + x] += alpha[from + x] * (line[own + x] - picture[to + x]);
	}

	/** What kept its place in a turned view is the photograph with what the light changed, like an unchanged view. */
	private void keepStill(final int channel, final int y, final float[] person) {
		final Area area = view.area(), source = parted.area();
		if (y < source.y() || y >= source.bottom()) return;
		final int own = channel * area.width() - area.x(), row = (y - area.y()) * area.width() - area.x(), line = (channel * out.height() + y) * out.width();
		final int before = (channel * source.height() + y - source.y()) * source.width() - source.x();
		final int to = Math.min(area.right(), source.right());
		for (int x = Math.max(area.x(), source.x()); x < to; x++) {
			final float share = still.data()[row + x];
			if (share <= 0) continue;
			final float shown = photograph.data()[line + x], a = Math.min(view.alpha().data()[row + x], parted.share().data()[source.index(x, y)]);
			final float wanted = a <= 0 ? shown : pixels.of(shown, a, before + x, person[own + x]);
			out.data()[line + x] += share * (wanted - out.data()[line + x]);
		}
	}
}
