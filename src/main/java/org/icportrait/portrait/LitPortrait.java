package org.icportrait.portrait;

import org.icportrait.generate.ExtraPictures;
import org.icportrait.geometry.Area;
import org.icportrait.image.BorderFade;
import org.icportrait.image.Picture;
import org.icportrait.image.PictureRows;
import org.icportrait.layers.Parted;
import org.icportrait.light.FaceLight;
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
import org.icportrait.work.Progress;

import java.util.Arrays;

/**
 * A turned portrait in a light and before its background.
 *
 * @param bare the result without what is held before the head and without hair beyond it
 * @param held what is held before it, in the same light; null where nothing is
 * @param hair beyond it, likewise; null where there is none
 * @param behind what is seen behind that hair, over its area, linear RGB; null where there is none, or no background
 */
record LitPortrait(PortraitResult bare, HeldLayer held, HairBeyond hair, Picture behind) {

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
		final HairBeyond hair = hairBeyond(turned, wanted, progress);
		progress.report(1, "Portrait done");
		return new LitPortrait(new PortraitResult(picture, cutOut(turned), view, light == null ? null : light.canvas(first.picture()),
			wanted == null ? null : wanted.light(), null, null, origins.of(turned, wanted, light)), held, hair, hair == null ? null : behind(turned, hair.area(), progress));
	}

	private static HeldLayer held(final TurnedPortrait turned, final WantedLight wanted, final Progress progress) {
		final HeldLayer held = turned.held(progress);
		return held == null || wanted == null ? held : held.withColours(relitWhole(turned, held.colours(), held.area(), wanted, progress));
	}

	private static HairBeyond hairBeyond(final TurnedPortrait turned, final WantedLight wanted, final Progress progress) {
		final HairBeyond hair = turned.hairBeyond(progress);
		return hair == null || wanted == null ? hair : hair.withColours(relitWhole(turned, hair.colours(), hair.area(), wanted, progress));
	}

	private static Picture relitWhole(final TurnedPortrait turned, final Picture colours, final Area area, final WantedLight wanted, final Progress progress) {
		return relit(turned, colours, area, wanted, progress).whole(area.width(), area.height(), progress);
	}

	/** The background of a part of the picture; null where it is taken away. @param area within that of the first photograph's head */
	private static Picture behind(final TurnedPortrait turned, final Area area, final Progress progress) {
		final Background background = turned.background();
		if (background.kind() == Background.Kind.REMOVE) return null;
		if (background.kind() == Background.Kind.KEEP) {
			final Parted parted = turned.parted(progress);
			return parted.plate().part(new Area(area.x() - parted.area().x(), area.y() - parted.area().y(), area.width(), area.height()), progress);
		}
		final Picture out = new Picture(area.width(), area.height(), 3);
		for (int c = 0; c < 3; c++) Arrays.fill(out.data(), c * out.planeSize(), (c + 1) * out.planeSize(), background.of(c));
		return out;
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
