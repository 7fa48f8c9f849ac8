package org.icportrait.portrait;

import org.icportrait.generate.ExtraPictures;
import org.icportrait.geometry.Area;
import org.icportrait.image.BorderFade;
import org.icportrait.image.Picture;
import org.icportrait.image.PictureRows;
import org.icportrait.light.FaceLight;
import org.icportrait.light.HeldGleams;
import org.icportrait.light.LightReading;
import org.icportrait.light.LitHead;
import org.icportrait.light.Relighter;
import org.icportrait.light.WantedLight;
import org.icportrait.maps.HeadMaps;
import org.icportrait.view.Background;
import org.icportrait.view.Composition;
import org.icportrait.view.HeldLayer;
import org.icportrait.view.View;
import org.icportrait.work.Progress;

/**
 * A turned portrait in a light and before its background.
 *
 * @param bare the result without what is held before the head
 * @param held that, in the same light; null where nothing is
 */
record LitPortrait(PortraitResult bare, HeldLayer held) {

	/** Over how many dm light fades towards where no more is worked on. */
	private static final double FALLOFF = 1;

	/** @param light null keeps the photograph's own */
	static LitPortrait of(final TurnedPortrait turned, final LightReading light, final Origins origins, final Progress progress) {
		final View view = turned.view();
		final Profile first = turned.who().first();
		progress.report(0, light == null ? "Composing the portrait" : "Lighting the head");
		final WantedLight wanted = light == null ? null : wanted(turned, light, progress.sub(0, 0.6));
		final PictureRows person = wanted == null ? PictureRows.of(turned.colours(progress)) : relit(turned, turned.colours(progress), view.area(), wanted, progress.sub(0.6, 0.9));
		progress.report(0.9, "Composing the portrait");
		final Picture picture = wanted == null && view.isWhole() && turned.background().kind() == Background.Kind.KEEP ? turned.photograph(progress).copy()
			: Composition.over(turned.photograph(progress), turned.parted(progress), view, person, turned.background(), progress.sub(0.9, 1));
		final HeldLayer held = held(turned, wanted, progress);
		progress.report(1, "Portrait done");
		return new LitPortrait(new PortraitResult(picture, cutOut(turned), view, light == null ? null : light.canvas(first.picture()),
			wanted == null ? null : wanted.light(), null, null, origins.of(turned, wanted, light)), held);
	}

	private static HeldLayer held(final TurnedPortrait turned, final WantedLight wanted, final Progress progress) {
		final HeldLayer held = turned.held(progress);
		if (held == null || wanted == null) return held;
		final Area area = held.area();
		return held.withColours(relit(turned, held.colours(), area, wanted, progress).whole(area.width(), area.height(), progress));
	}

	/** The same whose origin says so. @param doubt a sentence about its photographs */
	LitPortrait doubted(final String doubt) {
		return new LitPortrait(bare.from(bare.provenance().with(Provenance.DOUBT, doubt)), held);
	}

	/** The whole result. */
	PortraitResult whole() {
		return with(bare);
	}

	/** What is held, laid over a result, in place; the result. @param made of the bare one, of which it may share its pictures */
	PortraitResult with(final PortraitResult made) {
		if (held == null) return made;
		final ExtraPictures extras = made.extras();
		if (extras != null && extras.uncertainty() != null) held.cover(extras.uncertainty());
		// Cut out, all variants are as opaque as the first one, before the thing as after it.
		if (extras != null && extras.variants() != null) extras.variants().forEach(one -> over(one, made.alpha() == null ? null : made.alpha().copy()));
		over(made.picture(), made.alpha());
		if (made.generated() != null) held.cover(made.generated());
		return made;
	}

	/** @param alpha coverage, in place too; null where nothing is cut out */
	private void over(final Picture picture, final Picture alpha) {
		if (alpha == null) held.over(picture);
		else held.over(picture, alpha);
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
		return relit(turned, colours, area, wanted(turned, light, progress), progress);
	}

	private static PictureRows relit(final TurnedPortrait turned, final Picture colours, final Area area, final WantedLight wanted, final Progress progress) {
		final View view = turned.view();
		final Profile first = turned.who().first();
		final FaceLight face = first.faceLight(progress);
		final HeadMaps maps = view.maps(progress);
		final Picture ratio = Relighter.ratio(maps, turned.shading(progress), face, wanted.shading(), progress);
		final HeldGleams gleams = turned.gleams(progress).under(wanted);
		final Area worked = first.head(progress).area();
		final BorderFade falloff = new BorderFade(worked, view.width(), view.height(), FALLOFF * view.camera().s());
		return Relighter.rows(colours, area, maps, ratio, gleams, falloff);
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
