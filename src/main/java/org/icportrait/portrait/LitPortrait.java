package org.icportrait.portrait;

import org.icportrait.finish.Allowed;
import org.icportrait.generate.ExtraPictures;
import org.icportrait.generate.Frame;
import org.icportrait.generate.Generation;
import org.icportrait.geometry.Area;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.image.PictureRows;
import org.icportrait.layers.Parted;
import org.icportrait.light.LightReading;
import org.icportrait.outline.MovedOutline;
import org.icportrait.view.Background;
import org.icportrait.view.Composition;
import org.icportrait.view.HairBeyond;
import org.icportrait.view.HeldLayer;
import org.icportrait.view.View;
import org.icportrait.work.Both;
import org.icportrait.work.Progress;

/**
 * A turned portrait in a light and before its background.
 *
 * @param relit what brings that light; null where it is the photographs' own
 * @param bare the result without what is held before the head and without hair of the photograph about it
 * @param held what is held before it, in the same light; null where nothing is
 * @param hair beyond it, likewise; null where there is none
 */
record LitPortrait(TurnedPortrait turned, Relit relit, PortraitResult bare, HeldLayer held, HairBeyond hair) {

	/** @param light null keeps the photograph's own */
	static LitPortrait of(final TurnedPortrait turned, final LightReading light, final Origins origins, final Progress progress) {
		final View view = turned.view();
		progress.report(0, light == null ? "Composing the portrait" : "Lighting the head");
		// Neither asks for the other; where hair is looked for for the first time, that takes about as long as light.
		final Both<Relit, HairBeyond> both = Both.of(() -> light == null ? null : Relit.of(turned, light, progress.sub(0, 0.7)), () -> turned.hairBeyond(progress), progress);
		final Relit relit = both.one();
		final PictureRows person = relit == null ? PictureRows.of(turned.colours(progress)) : relit.rows(turned.colours(progress), view.area());
		progress.report(0.9, "Composing the portrait");
		final Picture picture = relit == null && view.isWhole() && turned.background().kind() == Background.Kind.KEEP ? turned.photograph(progress).copy()
			: Composition.over(turned.photograph(progress), turned.parted(progress), view, person, turned.background(), progress.sub(0.9, 1));
		final HeldLayer held = turned.held(progress);
		final HairBeyond hair = both.other();
		progress.report(1, "Portrait done");
		final PortraitResult bare = new PortraitResult(picture, cutOut(turned), view, light == null ? null : light.canvas(turned.who().first().picture()),
			relit == null ? null : relit.wanted().light(), null, null, origins.of(turned, relit == null ? null : relit.wanted(), light));
		return new LitPortrait(turned, relit, bare, held == null || relit == null ? held : held.withColours(relit.whole(held.colours(), held.area(), progress)),
			hair == null || relit == null ? hair : hair.withColours(relit.rows(hair.own(), hair.area())));
	}

	/** The same whose origin says so. @param doubt a sentence about its photographs */
	LitPortrait doubted(final String doubt) {
		return new LitPortrait(turned, relit, bare.from(bare.provenance().with(Provenance.DOUBT, doubt)), held, hair);
	}

	/** The whole result. */
	PortraitResult whole() {
		return with(bare, Progress.NONE);
	}

	/** The photograph's hair about the head laid on a result and under it, and what is held over it, in place; the result. @param made of the bare one, of which it may share its pictures */
	PortraitResult with(final PortraitResult made, final Progress progress) {
		final ExtraPictures extras = made.extras();
		final MovedOutline outline = outline(made, progress);
		final Laying laying = new Laying(turned.who().first().head(progress), outline, made, hair == null && outline == null ? null : behind(progress));
		final Picture doubt = outline == null || extras == null ? null : extras.uncertainty(), before = doubt == null ? null : made.picture().copy();
		// Cut out, all variants are as opaque as the first one, before either is laid as after it.
		if (extras != null && extras.variants() != null) extras.variants().forEach(one -> laying.on(one, made.alpha() == null ? null : made.alpha().copy()));
		laying.on(made.picture(), made.alpha());
		if (doubt != null) outline.settle(doubt, before, made.picture());
		if (outline != null) outline.mark(made.generated());
		if (held == null) return made;
		if (extras != null && extras.uncertainty() != null) held.cover(extras.uncertainty());
		if (made.generated() != null) held.cover(made.generated());
		return made;
	}

	/** Where a generated head ends; null where nothing was generated, or there is none. */
	private MovedOutline outline(final PortraitResult made, final Progress progress) {
		if (made.generated() == null) return null;
		final View view = turned.view();
		final Generation generation = turned.generation();
		final Picture mask = generation == null ? null : generation.mask();
		final Picture allowed = mask == null ? null : Allowed.within(mask, Frame.of(view.camera(), 1).toPicture().scale(), progress);
		final MovedOutline out = turned.who().first().outline(progress).to(view.rotation(), covered(made), hair, made.generated(), allowed, progress);
		return out == null || relit == null ? out : out.withColours(relit.whole(out.colours(), out.area(), progress));
	}

	private HairBeyond.Behind behind(final Progress progress) {
		final Background background = turned.background();
		if (background.kind() != Background.Kind.KEEP) return (channel, pixel) -> background.of(channel);
		final Parted parted = turned.parted(progress);
		final float[] plate = parted.plate().data();
		final int width = turned.view().width(), n = parted.area().size();
		return (channel, pixel) -> plate[channel * n + parted.area().index(pixel % width, pixel / width)];
	}

	/** How much of each pixel the person covers, generated or not. */
	private static HairBeyond.Covered covered(final PortraitResult made) {
		final View view = made.view();
		final Area area = view.area();
		final float[] alpha = view.alpha().data(), generated = made.generated() == null ? null : made.generated().data();
		return pixel -> {
			final int at = area.index(pixel % view.width(), pixel / view.width());
			final float shown = at < 0 ? 0 : alpha[at];
			return generated == null ? shown : shown + (1 - shown) * generated[pixel];
		};
	}

	/** @param outline null where there is none @param behind null where it is not asked */
	private final class Laying {

		private final MovedOutline outline;
		private final HairBeyond.Covered person, all;
		private final HairBeyond.Behind behind;

		Laying(final PreparedHead head, final MovedOutline outline, final PortraitResult made, final HairBeyond.Behind behind) {
			this.outline = outline;
			this.behind = behind;
			person = covered(made);
			final HairBeyond.Covered whole = outline == null ? person : outline.covered(person, made.picture().width());
			// Who stands beside stays, before hair and behind it.
			all = pixel -> Math.max(whole.at(pixel), head.others(pixel));
		}

		/** @param alpha coverage, in place too; null where nothing is cut out */
		void on(final Picture picture, final Picture alpha) {
			if (alpha == null) before(picture);
			else cutOut(picture, alpha);
		}

		private void before(final Picture picture) {
			if (outline != null) outline.over(picture, person, behind);
			if (hair != null) hair.under(picture, all, behind);
			if (held != null) held.over(picture);
		}

		private void cutOut(final Picture picture, final Picture alpha) {
			if (outline != null) outline.over(picture, alpha);
			if (hair != null) hair.under(picture, alpha);
			if (held != null) held.over(picture, alpha);
		}
	}

	/** The person's coverage over the whole picture, where the background is taken away; else null. */
	private static Picture cutOut(final TurnedPortrait turned) {
		if (!turned.background().equals(Background.REMOVE)) return null;
		final View view = turned.view();
		final Area area = view.area();
		final Picture out = new Picture(view.width(), view.height(), 1);
		for (int y = 0; y < area.height(); y++) {
			System.arraycopy(view.alpha().data(), y * area.width(), out.data(), (area.y() + y) * out.width() + area.x(), area.width());
		}
		return out;
	}
}
