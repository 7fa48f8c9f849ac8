package org.icportrait.portrait;

import org.icportrait.geometry.Area;
import org.icportrait.image.BorderFade;
import org.icportrait.image.Picture;
import org.icportrait.image.PictureRows;
import org.icportrait.light.HeldGleams;
import org.icportrait.light.LightReading;
import org.icportrait.light.LitHead;
import org.icportrait.light.Relighter;
import org.icportrait.light.WantedLight;
import org.icportrait.maps.HeadMaps;
import org.icportrait.view.View;
import org.icportrait.work.Progress;

/** A turned person in another light than the photographs': what colours are to be multiplied by, read once for all that is lit alike. Immutable, thread-safe. */
record Relit(WantedLight wanted, HeadMaps maps, Picture ratio, HeldGleams gleams, BorderFade falloff) {

	/** Over how many dm light fades towards where no more is worked on. */
	private static final double FALLOFF = 1;

	static Relit of(final TurnedPortrait turned, final LightReading light, final Progress progress) {
		final View view = turned.view();
		final Profile first = turned.who().first();
		final WantedLight wanted = light.on(head(turned, light, progress), turned.shading(progress.sub(0, 0.4)), first.faceLight(progress), progress.sub(0.4, 0.9));
		final HeadMaps maps = view.maps(progress);
		final Picture ratio = Relighter.ratio(maps, turned.shading(progress), first.faceLight(progress), wanted.shading(), progress);
		final Area worked = first.head(progress).area();
		return new Relit(wanted, maps, ratio, turned.gleams(progress).under(wanted), new BorderFade(worked, view.width(), view.height(), FALLOFF * view.camera().s()));
	}

	private static LitHead head(final TurnedPortrait turned, final LightReading light, final Progress progress) {
		final View view = turned.view();
		final Profile first = turned.who().first();
		final boolean all = light.readsSurroundings();
		final Picture picture = all ? turned.unlit(progress) : turned.colours(progress);
		final Area area = all ? picture.area() : view.area();
		return new LitHead(picture, area, turned.surface(progress), view.rotation(), first.reading().light(), first.place());
	}

	/** @param colours over an area of the picture */
	PictureRows rows(final Picture colours, final Area area) {
		return Relighter.rows(colours, area, maps, ratio, gleams, falloff);
	}

	/** The same, all at once. */
	Picture whole(final Picture colours, final Area area, final Progress progress) {
		return rows(colours, area).whole(area.width(), area.height(), progress);
	}
}
