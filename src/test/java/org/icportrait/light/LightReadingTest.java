package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.view.AnalyticHead;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Light brought from one rendered ellipsoid to another through a few visible patches; and light that is given. */
class LightReadingTest {

	private static final int SIDE = LitScenes.SIDE;
	private static final Harmonics A = LitScenes.soft(-1, 0.3, 0.8, 0.7, 0.7, 0.7), B = LitScenes.soft(1, 0.4, 0.6, 0.9, 0.7, 0.5);
	private static final Picture PROFILE = LitScenes.rendered(LitScenes.HEAD, A), REFERENCE = LitScenes.rendered(LitScenes.HEAD, B);
	private static final LitHead HEAD = LitScenes.lit(LitScenes.HEAD, PROFILE);
	private static final Picture OWN = Shading.of(LitSurface.of(LitScenes.MAPS, LitScenes.HEAD.camera()), Light.of(A), Progress.NONE);
	private static final PatchMask MASK = PatchMask.of(SIDE, SIDE, StitchOptions.DEFAULT);

	private static LightReading read(final LitHead reference, final StitchOptions options) {
		return LightReading.ofPhotograph(reference, options, Progress.NONE);
	}

	private static Picture relit(final LightReading reading) {
		final Picture ratio = LitScenes.ratio(HEAD.maps(), OWN, reading.on(HEAD, OWN, FaceLight.of(HEAD.maps(), OWN), Progress.NONE).shading());
		return LitScenes.relit(PROFILE, HEAD.area(), HEAD.maps(), ratio, Progress.NONE);
	}

	@Test
	void theProfileTakesTheLightOfTheReference() {
		final Picture relit = relit(read(LitScenes.lit(LitScenes.HEAD, REFERENCE), StitchOptions.DEFAULT));
		final double error = LitScenes.meanDifference(relit, REFERENCE), before = LitScenes.meanDifference(PROFILE, REFERENCE);
		assertTrue(error < 0.06 && error < before / 4, before + " to " + error);
	}

	@Test
	void anotherPoseAndPaintBringTheSameLight() {
		final AnalyticHead other = new AnalyticHead(SIDE + 30, SIDE, LitScenes.HEAD.axes(), new Pose(25, 10, 0),
			new HeadCamera(80, 66, 50, 0.1), (x, y, z, c) -> 0.7 - 0.1 * c + 0.1 * Math.cos(9 * y));
		final double error = LitScenes.meanDifference(relit(read(LitScenes.lit(other, LitScenes.rendered(other, B)), StitchOptions.DEFAULT)), REFERENCE);
		assertTrue(error < 0.08, "error " + error);
	}

	@Test
	void aTiltedReferenceBringsTheSameLight() {
		final AnalyticHead tilted = LitScenes.HEAD.withPose(new Pose(0, 0, 35));
		final double error = LitScenes.meanDifference(relit(read(LitScenes.lit(tilted, LitScenes.rendered(tilted, B)), StitchOptions.DEFAULT)), REFERENCE);
		assertTrue(error < 0.08, "error " + error);
	}

	/** The reference's albedo is misjudged, as an estimate may be: brighter on one side, and in one colour. */
	private static Picture relitByMisjudged(final AnalyticHead head, final boolean samePerson) {
		final AnalyticHead misjudged = head.withPaint((x, y, z, c) -> head.paint().of(x, y, z, c) * (1 + 0.5 * Math.tanh(3 * x)) * (1 + 0.15 * c));
		return relit(read(LitScenes.lit(misjudged, LitScenes.rendered(head, B)), StitchOptions.DEFAULT.withSamePerson(samePerson)));
	}

	@Test
	void theSamePersonsReflectanceMendsAMisjudgedAlbedo() {
		for (final double yaw : new double[] { 0, 20 }) {
			final AnalyticHead head = LitScenes.HEAD.withPose(new Pose(yaw, 0, 0));
			final double another = LitScenes.meanDifference(relitByMisjudged(head, false), REFERENCE);
			final double same = LitScenes.meanDifference(relitByMisjudged(head, true), REFERENCE);
			assertTrue(same < 0.7 * another, "yaw " + yaw + ": " + another + " to " + same);
		}
	}

	/** The reference stands in the profile's light, but its albedo is misjudged, brighter on one side and in one colour: what two people's readings differ by. */
	@Test
	void skinIsNotTakenForLight() {
		final AnalyticHead misjudged = LitScenes.HEAD.withPaint((x, y, z, c) -> LitScenes.HEAD.paint().of(x, y, z, c) * (1 + 0.08 * Math.tanh(3 * x)) * (1 + 0.05 * c));
		assertTrue(LitScenes.meanDifference(relit(read(LitScenes.lit(misjudged, PROFILE), StitchOptions.DEFAULT)), PROFILE) < 0.015);
	}

	/** Colour that is more than skins differ by is the light's. */
	@Test
	void colouredLightComes() {
		final Picture red = LitScenes.rendered(LitScenes.HEAD, LitScenes.soft(1, 0.4, 0.6, 0.9, 0.4, 0.2));
		final Picture relit = relit(read(LitScenes.lit(LitScenes.HEAD, red), StitchOptions.DEFAULT));
		double wanted = 0, before = 0, after = 0;
		for (int y = 0; y < SIDE; y++) {
			for (int x = 0; x < SIDE; x++) {
				if (!LitScenes.isHead(x, y)) continue;
				wanted += Math.log(red.get(x, y, 0) / red.get(x, y, 2));
				before += Math.log(PROFILE.get(x, y, 0) / PROFILE.get(x, y, 2));
				after += Math.log(relit.get(x, y, 0) / relit.get(x, y, 2));
			}
		}
		assertEquals(1, (after - before) / (wanted - before), 0.2);
	}

	/** One reading serves any head: it gives what a reading made for that head alone would give, and is not changed by use. */
	@Test
	void aReadingIsMadeOnceAndUsedOften() {
		for (final boolean samePerson : new boolean[] { false, true }) {
			final StitchOptions options = StitchOptions.DEFAULT.withSamePerson(samePerson);
			final LitHead reference = LitScenes.lit(LitScenes.HEAD, REFERENCE);
			final LightReading reading = read(reference, options);
			final AnalyticHead turned = LitScenes.HEAD.withPose(new Pose(30, 0, 0));
			final LitHead other = LitScenes.lit(turned, LitScenes.rendered(turned, A));
			final float[] first = reading.on(HEAD, OWN, FaceLight.of(HEAD.maps(), OWN), Progress.NONE).shading().data();
			final float[] second = reading.on(other, OWN, FaceLight.of(other.maps(), OWN), Progress.NONE).shading().data();
			assertArrayEquals(read(reference, options).on(other, OWN, FaceLight.of(other.maps(), OWN), Progress.NONE).shading().data(), second);
			assertArrayEquals(first, reading.on(HEAD, OWN, FaceLight.of(HEAD.maps(), OWN), Progress.NONE).shading().data());
		}
	}

	/** Case 09: what a look gets wrong of a picture, it gets wrong of its equal too. */
	@Test
	void aPictureThatIsItsOwnReferenceIsNotChanged() {
		for (final StitchOptions options : new StitchOptions[] { StitchOptions.DEFAULT, new StitchOptions(0, 0, 1, false), new StitchOptions(0.95, 7, 2, true) }) {
			assertArrayEquals(PROFILE.data(), relit(read(HEAD, options)).data());
		}
	}

	/** A reference tells of light, not of its exposure. */
	@Test
	void theFaceStaysAsBright() {
		final Picture dark = REFERENCE.copy();
		for (int i = 0; i < dark.data().length; i++) dark.data()[i] *= 0.4f;
		final Picture relit = relit(read(LitScenes.lit(LitScenes.HEAD, dark), StitchOptions.DEFAULT));
		double before = 0, after = 0;
		for (int i = 0; i < SIDE * SIDE; i++) {
			if (!LitScenes.isHead(i % SIDE, i / SIDE)) continue;
			before += PROFILE.data()[SIDE * SIDE + i];
			after += relit.data()[SIDE * SIDE + i];
		}
		assertEquals(1, after / before, 0.1);
		assertTrue(LitScenes.meanDifference(relit, PROFILE) > 0.1, "the light came");
	}

	@Test
	void greyStaysGrey() {
		final Picture grey = PROFILE.copy(), own = OWN.copy();
		for (int i = 0; i < grey.data().length; i++) grey.data()[i] = PROFILE.data()[SIDE * SIDE + i % (SIDE * SIDE)];
		final int n = own.planeSize();
		for (int i = 0; i < 3 * n; i++) own.data()[i] = OWN.data()[n + i % n];
		final LitHead head = LitScenes.lit(LitScenes.HEAD, grey);
		final Picture shading = read(LitScenes.lit(LitScenes.HEAD, REFERENCE), StitchOptions.DEFAULT).on(head, own, FaceLight.of(head.maps(), own), Progress.NONE).shading();
		for (int i = 0; i < n; i++) assertEquals(shading.data()[i], shading.data()[2 * n + i], 1e-5);
	}

	private static void assertSame(final LightReading a, final LightReading b) {
		assertEquals(a.light(), b.light());
		final WantedLight x = a.on(HEAD, OWN, FaceLight.of(HEAD.maps(), OWN), Progress.NONE), y = b.on(HEAD, OWN, FaceLight.of(HEAD.maps(), OWN), Progress.NONE);
		assertArrayEquals(x.shading().data(), y.shading().data());
		assertArrayEquals(a.canvas(PROFILE).data(), b.canvas(PROFILE).data());
	}

	/** A copy with another picture where the mask hides (or shows) it. */
	private static Picture changed(final Picture picture, final Picture other, final boolean whereVisible) {
		final Picture out = picture.copy();
		for (int i = 0; i < out.data().length; i++) {
			if (MASK.shows(i % SIDE, i / SIDE % SIDE) == whereVisible) out.data()[i] = other.data()[i];
		}
		return out;
	}

	/** What is promised of the mask: given the maps, the colours of hidden pixels count for nothing at all. */
	@Test
	void coloursOfHiddenPixelsAreNeverRead() {
		final Picture black = new Picture(SIDE, SIDE, 3), nothing = new Picture(SIDE, SIDE, 3);
		Arrays.fill(nothing.data(), Float.NaN);
		for (final boolean samePerson : new boolean[] { false, true }) {
			final StitchOptions options = StitchOptions.DEFAULT.withSamePerson(samePerson);
			final LightReading whole = read(LitScenes.lit(LitScenes.HEAD, REFERENCE), options);
			for (final Picture other : new Picture[] { black, nothing, PROFILE }) {
				assertSame(whole, read(LitScenes.lit(LitScenes.HEAD, changed(REFERENCE, other, false)), options));
			}
			// The same change where it can be seen is seen: the test above could fail.
			final LightReading seen = read(LitScenes.lit(LitScenes.HEAD, changed(REFERENCE, PROFILE, true)), options);
			assertNotEquals(whole.light(), seen.light());
		}
	}

	/** What is NOT promised, as the javadoc says: the maps are those of the whole photograph, so hidden patches tell through them. */
	@Test
	void hiddenPatchesStillTellThroughTheMaps() {
		final LitHead reference = LitScenes.lit(LitScenes.HEAD, REFERENCE);
		final HeadMaps m = reference.maps();
		final Picture albedo = m.albedo().copy(), normals = m.normals().copy();
		for (int i = 0; i < m.size(); i++) {
			final int x = (int) m.pictureToMaps().inverse().x(i % m.width() + 0.5, i / m.width() + 0.5);
			final int y = (int) m.pictureToMaps().inverse().y(i % m.width() + 0.5, i / m.width() + 0.5);
			if (x < 0 || y < 0 || x >= SIDE || y >= SIDE || MASK.shows(x, y)) continue;
			for (int c = 0; c < 3; c++) albedo.data()[c * m.size() + i] *= 0.5f;
			normals.data()[i] = -normals.data()[i];
		}
		final HeadMaps others = new HeadMaps(m.pictureToMaps(), m.matte(), m.depth(), normals, m.coordinates(), albedo);
		final LightReading a = read(reference, StitchOptions.DEFAULT);
		final LightReading b = read(LitScenes.head(REFERENCE, new Area(0, 0, REFERENCE.width(), REFERENCE.height()), others, reference.camera(), reference.rotation(), reference.guess()), StitchOptions.DEFAULT);
		assertNotEquals(a.light(), b.light());
	}

	@Test
	void theCanvasOfAReferenceOfAnotherSizeHoldsNothingMasked() {
		final AnalyticHead large = new AnalyticHead(300, 200, LitScenes.HEAD.axes(), Pose.FRONTAL, new HeadCamera(150, 100, 80, 0.1), LitScenes.HEAD.paint());
		final Picture reference = LitScenes.rendered(large, B);
		final Picture clean = read(LitScenes.lit(large, reference), StitchOptions.DEFAULT).canvas(PROFILE);
		final PatchMask mask = PatchMask.of(300, 200, StitchOptions.DEFAULT);
		final Picture spoiled = reference.copy();
		for (int i = 0; i < spoiled.data().length; i++) if (!mask.shows(i % 300, i / 300 % 200)) spoiled.data()[i] = 1e6f;
		assertArrayEquals(clean.data(), read(LitScenes.lit(large, spoiled), StitchOptions.DEFAULT).canvas(PROFILE).data());
		assertEquals(SIDE + 195, clean.width());
	}

	@Test
	void theCanvasShowsProfileAndMaskedReference() {
		final StitchOptions options = new StitchOptions(0.6, 10, 3, false);
		final Picture canvas = read(LitScenes.lit(LitScenes.HEAD, REFERENCE), options).canvas(PROFILE);
		final PatchMask mask = PatchMask.of(SIDE, SIDE, options);
		assertEquals(2 * SIDE, canvas.width());
		assertEquals(SIDE, canvas.height());
		for (int i = 0; i < SIDE * SIDE; i++) {
			final int x = i % SIDE, y = i / SIDE;
			for (int c = 0; c < 3; c++) {
				assertEquals(PROFILE.get(x, y, c), canvas.get(x, y, c));
				assertEquals(mask.shows(x, y) ? REFERENCE.get(x, y, c) : 0.21f, canvas.get(SIDE + x, y, c), 1e-6);
			}
		}
	}

	@Test
	void whatIsLeftUnexplainedIsKnownWhereVisiblePatchesCorrespond() {
		// Of four patches one stays: much is known of the head's places in its quarter, nothing of those across the face.
		final StitchOptions quarter = new StitchOptions(0.75, SIDE / 2, 1, false);
		final PatchMask mask = PatchMask.of(SIDE, SIDE, quarter);
		final HeadMaps maps = HEAD.maps();
		final ResidualField field = new ResidualField.Sums(LitScenes.lit(LitScenes.HEAD, REFERENCE), OWN, mask, true, Progress.NONE).field();
		final float[] place = maps.coordinates().data(), read = new float[4];
		final int last = SIDE - 1, edge = 20;
		double near = 0, across = 0;
		int nearCount = 0, acrossCount = 0;
		for (int i = 0; i < maps.size(); i++) {
			if (maps.matte().data()[i] < 0.99f) continue;
			final int x = (int) maps.pictureToMaps().inverse().x(i % maps.width() + 0.5, 0), y = (int) maps.pictureToMaps().inverse().y(0, i / maps.width() + 0.5);
			if (Math.abs(x - last / 2) < edge || Math.abs(y - last / 2) < edge) continue;
			field.read(place[i], place[maps.size() + i], place[2 * maps.size() + i], read);
			if (mask.shows(x, y)) {
				near += read[3];
				nearCount++;
			}
			else if (mask.shows(last - x, last - y)) {
				across += read[3];
				acrossCount++;
			}
		}
		assertTrue(near / nearCount > 0.12, "near " + near / nearCount);
		assertTrue(across / acrossCount < 0.005, "across " + across / acrossCount);
	}

	@Test
	void aGivenLightIsExposedAsTheHeadsOwn() {
		final LightReading reading = LightReading.of(LightPreset.KEY_LEFT.light(), 1.5);
		final WantedLight wanted = reading.on(HEAD, OWN, FaceLight.of(HEAD.maps(), OWN), Progress.NONE);
		final Picture shading = Shading.of(LitSurface.of(HEAD.maps(), HEAD.camera()), LightPreset.KEY_LEFT.light(), Progress.NONE);
		assertArrayEquals(Exposure.match(HEAD.maps(), OWN, FaceLight.of(HEAD.maps(), OWN), shading, 1.5).data(), wanted.shading().data());
		assertEquals(LightPreset.KEY_LEFT.light(), wanted.light());
		assertEquals(LightPreset.KEY_LEFT.light(), reading.light());
		assertNull(reading.canvas(PROFILE));
		for (final double strength : new double[] { -1, Double.NaN, Double.POSITIVE_INFINITY }) {
			assertThrows(IllegalArgumentException.class, () -> LightReading.of(LightPreset.KEY_LEFT.light(), strength));
		}
	}

	@Test
	void aPartOfAPhotographIsNoReference() {
		final LitHead part = LitScenes.head(PROFILE, new Area(3, 0, SIDE, SIDE), HEAD.maps(), HEAD.camera(), HEAD.rotation(), HEAD.guess());
		assertThrows(IllegalArgumentException.class, () -> read(part, StitchOptions.DEFAULT));
	}

	@Test
	void theInputIsNotChanged() {
		final float[] profile = PROFILE.data().clone(), reference = REFERENCE.data().clone(), own = OWN.data().clone();
		relit(read(LitScenes.lit(LitScenes.HEAD, REFERENCE), StitchOptions.DEFAULT.withSamePerson(true)));
		assertArrayEquals(profile, PROFILE.data());
		assertArrayEquals(reference, REFERENCE.data());
		assertArrayEquals(own, OWN.data());
	}
}
