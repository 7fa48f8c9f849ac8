package org.icportrait.portrait;

import org.icportrait.generate.ExtraPictures;
import org.icportrait.geometry.Area;
import org.icportrait.image.BorderFade;
import org.icportrait.image.Picture;
import org.icportrait.image.PictureRows;
import org.icportrait.layers.Parted;
import org.icportrait.light.HeldGleams;
import org.icportrait.light.LightReading;
import org.icportrait.light.LitHead;
import org.icportrait.light.Relighter;
import org.icportrait.light.WantedLight;
import org.icportrait.maps.HeadMaps;
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
 * @param bare the result without what is held before the head and without hair beyond it
 * @param held what is held before it, in the same light; null where nothing is
 * @param hair beyond it, likewise; null where there is none
 * @param behind what is seen behind that hair, not asked where the background is taken away; null where there is no such hair
 */
record LitPortrait(PortraitResult bare, HeldLayer held, HairBeyond hair, HairBeyond.Behind behind) {

	/** Over how many dm light fades towards where no more is worked on. */
	private static final double FALLOFF = 1;

	/** @param light null keeps the photograph's own */
	static LitPortrait of(final TurnedPortrait turned, final LightReading light, final Origins origins, final Progress progress) {
		final View view = turned.view();
		final Profile first = turned.who().first();
		progress.report(0, light == null ? "Composing the portrait" : "Lighting the head");
		// Neither asks for the other; where hair is looked for for the first time, that takes about as long as light.
		final Both<WantedLight, HairBeyond> both = Both.of(() -> light == null ? null : wanted(turned, light, progress.sub(0, 0.6)), () -> turned.hairBeyond(progress), progress);
		final WantedLight wanted = both.one();
		final HairBeyond hair = both.other();
		final Relit relit = wanted == null ? null : Relit.of(turned, wanted, progress.sub(0.6, 0.7));
		final PictureRows person = relit == null ? PictureRows.of(turned.colours(progress)) : relit.rows(turned.colours(progress), view.area());
		progress.report(0.9, "Composing the portrait");
		final Picture picture = wanted == null && view.isWhole() && turned.background().kind() == Background.Kind.KEEP ? turned.photograph(progress).copy()
			: Composition.over(turned.photograph(progress), turned.parted(progress), view, person, turned.background(), progress.sub(0.9, 1));
		final HeldLayer held = turned.held(progress);
		progress.report(1, "Portrait done");
		return new LitPortrait(new PortraitResult(picture, cutOut(turned), view, light == null ? null : light.canvas(first.picture()),
			wanted == null ? null : wanted.light(), null, null, origins.of(turned, wanted, light)),
			held == null || relit == null ? held : held.withColours(relit.whole(held.colours(), held.area(), progress)),
			hair == null || relit == null ? hair : hair.withColours(relit.rows(hair.own(), hair.area())), hair == null ? null : behind(turned, progress));
	}

	private static HairBeyond.Behind behind(final TurnedPortrait turned, final Progress progress) {
		final Background background = turned.background();
		if (background.kind() != Background.Kind.KEEP) return (channel, pixel) -> background.of(channel);
		final Parted parted = turned.parted(progress);
		final float[] plate = parted.plate().data();
		final int width = turned.view().width(), n = parted.area().size();
		return (channel, pixel) -> plate[channel * n + parted.area().index(pixel % width, pixel / width)];
	}

	/** The same whose origin says so. @param doubt a sentence about its photographs */
	LitPortrait doubted(final String doubt) {
		return new LitPortrait(bare.from(bare.provenance().with(Provenance.DOUBT, doubt)), held, hair, behind);
	}

	/** The whole result. */
	PortraitResult whole() {
		return with(bare);
	}

	/** Hair beyond the head laid under a result, and what is held over it, in place; the result. @param made of the bare one, of which it may share its pictures */
	PortraitResult with(final PortraitResult made) {
		final ExtraPictures extras = made.extras();
		// Cut out, all variants are as opaque as the first one, before either is laid as after it.
		if (extras != null && extras.variants() != null) extras.variants().forEach(one -> lay(one, made.alpha() == null ? null : made.alpha().copy(), made));
		lay(made.picture(), made.alpha(), made);
		if (held == null) return made;
		if (extras != null && extras.uncertainty() != null) held.cover(extras.uncertainty());
		if (made.generated() != null) held.cover(made.generated());
		return made;
	}

	/** @param alpha coverage, in place too; null where nothing is cut out */
	private void lay(final Picture picture, final Picture alpha, final PortraitResult made) {
		if (hair != null && alpha != null) hair.under(picture, alpha);
		else if (hair != null) hair.under(picture, covered(made), behind);
		if (held != null && alpha != null) held.over(picture, alpha);
		else if (held != null) held.over(picture);
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

	private static WantedLight wanted(final TurnedPortrait turned, final LightReading light, final Progress progress) {
		return light.on(head(turned, light, progress), turned.shading(progress.sub(0, 0.5)), turned.who().first().faceLight(progress), progress.sub(0.5, 1));
	}

	private static LitHead head(final TurnedPortrait turned, final LightReading light, final Progress progress) {
		final View view = turned.view();
		final Profile first = turned.who().first();
		final boolean all = light.readsSurroundings();
		final Picture picture = all ? turned.unlit(progress) : turned.colours(progress);
		final Area area = all ? picture.area() : view.area();
		return new LitHead(picture, area, turned.surface(progress), view.rotation(), first.reading().light(), first.place());
	}

	/** The person's colours in another light than the photographs'. @param colours over an area */
	static PictureRows relit(final TurnedPortrait turned, final Picture colours, final Area area, final LightReading light, final Progress progress) {
		return Relit.of(turned, wanted(turned, light, progress), progress).rows(colours, area);
	}

	/** What a turned person's colours are to be multiplied by, read once for all that is lit alike. */
	private record Relit(HeadMaps maps, Picture ratio, HeldGleams gleams, BorderFade falloff) {

		static Relit of(final TurnedPortrait turned, final WantedLight wanted, final Progress progress) {
			final View view = turned.view();
			final Profile first = turned.who().first();
			final HeadMaps maps = view.maps(progress);
			final Picture ratio = Relighter.ratio(maps, turned.shading(progress), first.faceLight(progress), wanted.shading(), progress);
			final Area worked = first.head(progress).area();
			return new Relit(maps, ratio, turned.gleams(progress).under(wanted), new BorderFade(worked, view.width(), view.height(), FALLOFF * view.camera().s()));
		}

		/** @param colours over an area of the picture */
		PictureRows rows(final Picture colours, final Area area) {
			return Relighter.rows(colours, area, maps, ratio, gleams, falloff);
		}

		Picture whole(final Picture colours, final Area area, final Progress progress) {
			return rows(colours, area).whole(area.width(), area.height(), progress);
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
