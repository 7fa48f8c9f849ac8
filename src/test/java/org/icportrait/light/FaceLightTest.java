package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.view.AnalyticHead;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** All views of a photograph are exposed by the whole face that it shows. */
class FaceLightTest {

	/** As hard light falls on a face: of its darker side one sees a tenth. */
	private static Picture sides(final HeadMaps maps) {
		final Picture out = new Picture(maps.width(), maps.height(), 3);
		final int n = maps.size();
		for (int i = 0; i < 3 * n; i++) out.data()[i] = maps.coordinates().data()[i % n] < 0 ? 0.1f : 1;
		return out;
	}

	/** The maps of a head turned, as a view has them. */
	private static HeadMaps turned(final double yaw) {
		return LitScenes.maps(AnalyticHead.of(LitScenes.SIDE, 56, new Pose(yaw, 0, 0), (x, y, z, c) -> 0.5));
	}

	@Test
	void turnedToTheDarkSideAFaceKeepsOneBrightness() {
		final Picture front = sides(LitScenes.MAPS);
		final FaceLight face = FaceLight.of(LitScenes.MAPS, front);
		final double straight = skin(LitScenes.MAPS, front, face);
		for (final double yaw : new double[] { -60, -30, 30, 60 }) {
			final HeadMaps maps = turned(yaw);
			assertEquals(1, skin(maps, sides(maps), face) / straight, 0.03, "yaw " + yaw);
		}
	}

	/** Mean of the light that skin beside the middle of the face has once it is asked for even light. */
	private static double skin(final HeadMaps maps, final Picture own, final FaceLight face) {
		final Picture wanted = Shading.of(LitSurface.of(maps, LitScenes.HEAD.camera()), Light.of(Harmonics.even(1, 1, 1)), Progress.NONE);
		final Picture ratio = Relighter.ratio(maps, own, face, Exposure.match(maps, own, face, wanted, 1), Progress.NONE);
		double sum = 0;
		int count = 0;
		for (int i = 0; i < maps.size(); i++) {
			final float x = maps.coordinates().data()[i], y = maps.coordinates().data()[maps.size() + i];
			if (maps.matte().data()[i] < 0.99f || Math.abs(x) > 0.3f || Math.abs(x) < 0.05f || Math.abs(y) > 0.3f) continue;
			sum += ratio.data()[maps.size() + i] * own.data()[maps.size() + i] * (x < 0 ? 1 : 0);
			count += x < 0 ? 1 : 0;
		}
		assertTrue(count > 5);
		return sum / count;
	}

	/** Lights that are known and those of a photograph. */
	@Test
	void aViewIsExposedByThePhotographWhateverItsLight() {
		final LitHead head = LitScenes.lit(LitScenes.HEAD, LitScenes.rendered(LitScenes.HEAD, LitScenes.soft(1, 0, 1, 1, 1, 1)));
		final LitHead reference = LitScenes.lit(LitScenes.HEAD, LitScenes.rendered(LitScenes.HEAD, LitScenes.soft(-1, 0.3, 0.5, 1, 1, 1)));
		final Picture own = sides(head.maps());
		final FaceLight face = FaceLight.of(head.maps(), own), brighter = new FaceLight(2 * face.level(), face.mean(), face.hardness(), face.colour());
		for (final LightReading reading : new LightReading[] { LightReading.of(LightPreset.KEY_LEFT.light(), 1),
			LightReading.ofPhotograph(reference, StitchOptions.DEFAULT, Progress.NONE) })
		{
			final double level = FaceLight.level(head.maps(), reading.on(head, own, brighter, Progress.NONE).shading());
			assertEquals(2, level / FaceLight.level(head.maps(), own), 0.02, reading.getClass().getSimpleName());
		}
	}

	@Test
	void tellsHowBrightAndHardThePhotographIs() {
		final FaceLight face = FaceLight.of(LitScenes.MAPS, sides(LitScenes.MAPS));
		assertEquals(0.55, face.level(), 0.02);
		assertEquals(0.55, face.mean(), 0.02);
		assertEquals(1, face.hardness());
	}
}
