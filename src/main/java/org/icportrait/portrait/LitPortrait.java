package org.icportrait.portrait;

import org.icportrait.geometry.Area;
import org.icportrait.image.BorderFade;
import org.icportrait.image.Picture;
import org.icportrait.light.LightReading;
import org.icportrait.light.LitHead;
import org.icportrait.light.Relighter;
import org.icportrait.light.WantedLight;
import org.icportrait.view.Background;
import org.icportrait.view.Composition;
import org.icportrait.view.View;
import org.icportrait.work.Progress;

/** How a turned portrait is brought into a light and before its background. */
final class LitPortrait {

	/** Over how many dm light fades towards where no more is worked on. */
	private static final double FALLOFF = 1;

	private LitPortrait() {}

	/** @param light null keeps the photograph's own */
	static PortraitResult of(final TurnedPortrait turned, final LightReading light, final Origins origins, final Progress progress) {
		final View view = turned.view();
		final Profile first = turned.who().first();
		progress.report(0, light == null ? "Composing the portrait" : "Lighting the head");
		final WantedLight wanted = light == null ? null : light.on(head(turned, light, progress), turned.shading(progress.sub(0, 0.3)), progress.sub(0.3, 0.6));
		final Picture person = wanted == null ? turned.colours() : relit(turned, wanted, progress.sub(0.6, 0.9));
		progress.report(0.9, "Composing the portrait");
		final Picture picture = Composition.over(first.picture(), first.parted(progress), view, person, turned.background(), progress.sub(0.9, 1));
		progress.report(1, "Portrait done");
		return new PortraitResult(picture, cutOut(turned), view, light == null ? null : light.canvas(first.picture()), wanted == null ? null : wanted.light(), null, null,
			origins.of(turned, wanted, light));
	}

	private static LitHead head(final TurnedPortrait turned, final LightReading light, final Progress progress) {
		final View view = turned.view();
		final Profile first = turned.who().first();
		final boolean all = light.readsSurroundings();
		final Picture picture = all ? turned.unlit(progress) : turned.colours();
		final Area area = all ? new Area(0, 0, picture.width(), picture.height()) : view.area();
		return new LitHead(picture, area, turned.surface(progress), view.rotation(), first.reading().light(), first.place());
	}

	private static Picture relit(final TurnedPortrait turned, final WantedLight wanted, final Progress progress) {
		final View view = turned.view();
		final Picture ratio = Relighter.ratio(view.maps(), turned.shading(progress), wanted.shading());
		final Area worked = turned.who().first().head(progress).area();
		final BorderFade falloff = new BorderFade(worked, view.width(), view.height(), FALLOFF * view.camera().s());
		return Relighter.apply(turned.colours(), view.area(), view.maps(), ratio, falloff, progress);
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
