package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.view.AnalyticHead;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** What is done around the network, with a stand-in for it: what it is shown, and what becomes of its answer. */
class StitchedLightTest {

	private static final int SIDE = LitScenes.SIDE, CELLS = CropCells.SIDE, N = CELLS * CELLS;
	private static final Harmonics A = LitScenes.soft(-1, 0.3, 0.8, 0.7, 0.7, 0.7), B = LitScenes.soft(1, 0.4, 0.6, 0.9, 0.7, 0.5);
	private static final Picture PROFILE = LitScenes.rendered(LitScenes.HEAD, A), REFERENCE = LitScenes.rendered(LitScenes.HEAD, B);
	/** Its crop lies within the picture. */
	private static final HeadBox BOX = new HeadBox(LitScenes.HEAD.camera().x0(), LitScenes.HEAD.camera().y0(), 70.3, 0);
	private static final LitHead HEAD = lit(LitScenes.HEAD, PROFILE, BOX);
	private static final Picture OWN = Shading.of(LitSurface.of(LitScenes.MAPS, LitScenes.HEAD.camera()), Light.of(A), Progress.NONE);
	private static final Light FOUND = new Light(B, java.util.List.of(Lamp.from(-40, 20, 1, 0.5)));

	/** Answers with the difference of both pictures' logarithms under the mask, as far as both are seen: 0 for equal ones. */
	private static final class StandIn implements StitchReader {

		Picture profile, maps, reference;

		@Override
		public Answer read(final Picture profile, final Picture maps, final Picture reference, final Progress progress) {
			this.profile = profile;
			this.maps = maps;
			this.reference = reference;
			final Picture ratio = new Picture(CELLS, CELLS, 3);
			for (int i = 0; i < 3 * N; i++) {
				if (reference.data()[3 * N + i % N] > 0) ratio.data()[i] = (float) Math.log((reference.data()[i] + 0.1) / (profile.data()[i] + 0.1));
			}
			return new Answer(ratio, FOUND);
		}
	}

	private static LitHead lit(final AnalyticHead head, final Picture picture, final HeadBox box) {
		final LitHead lit = LitScenes.lit(head, picture);
		return new LitHead(picture, lit.area(), LitSurface.of(lit.maps(), lit.camera()), lit.rotation(), lit.guess(), box);
	}

	private final StandIn network = new StandIn();

	private LightReading read(final Picture reference, final StitchOptions options) {
		return StitchedLight.read(network, reference, HEAD.box(), options, Progress.NONE);
	}

	private static Picture relit(final LitHead head, final LightReading light, final Picture own) {
		final Picture ratio = LitScenes.ratio(head.maps(), own, light.on(head, own, FaceLight.of(head.maps(), own), Progress.NONE).shading());
		return LitScenes.relit(head.picture(), head.area(), head.maps(), ratio, Progress.NONE);
	}

	/** The promise of the stitch: change any hidden pixel, and nothing changes, to the bit. */
	@Test
	void hiddenPixelsCountForNothing() {
		for (final double ratio : new double[] { 0.5, 0.8, 0.95 }) {
			final StitchOptions options = new StitchOptions(ratio, 0, 7, false);
			final CropCells crop = new CropCells(HEAD.box());
			final boolean[] shown = new PatchMask(CELLS, CELLS, ratio, 0, 7).toArray();
			final Picture spoiled = REFERENCE.copy(), seen = REFERENCE.copy();
			for (int i = 0; i < SIDE * SIDE; i++) {
				final int cell = crop.of(i % SIDE, i / SIDE);
				final Picture to = cell >= 0 && shown[cell] ? seen : spoiled;
				for (int c = 0; c < 3; c++) to.data()[c * SIDE * SIDE + i] = 0.3f + 0.1f * c;
			}
			final Picture clean = relit(HEAD, read(REFERENCE, options), OWN);
			assertArrayEquals(clean.data(), relit(HEAD, read(spoiled, options), OWN).data());
			assertFalse(Arrays.equals(clean.data(), relit(HEAD, read(seen, options), OWN).data()), "what is seen counts");
			assertArrayEquals(read(REFERENCE, options).canvas(PROFILE).data(), read(spoiled, options).canvas(PROFILE).data());
		}
	}

	@Test
	void aPictureThatIsItsOwnReferenceIsNotChanged() {
		for (final double ratio : new double[] { 0, 0.8 }) {
			assertArrayEquals(PROFILE.data(), relit(HEAD, read(PROFILE, new StitchOptions(ratio, 0, 1, false)), OWN).data());
		}
	}

	/** Both halves show their pictures in the same cells, and maps that are the profile's. */
	@Test
	void theNetworkIsShownProfileMapsAndVisiblePatches() {
		relit(HEAD, read(REFERENCE, new StitchOptions(0.8, 0, 1, false)), OWN);
		int shown = 0;
		for (int i = 0; i < N; i++) {
			final float visible = network.reference.data()[3 * N + i];
			assertTrue(visible == 0 || visible == 1);
			shown += (int) visible;
			assertEquals(1, network.profile.data()[3 * N + i]);
			if (visible == 0) for (int c = 0; c < 3; c++) assertEquals(0, network.reference.data()[c * N + i]);
		}
		assertEquals(0.2, shown / (double) N, 0.02);
		final int middle = 64 * CELLS + 64;
		assertTrue(network.maps.data()[2 * N + middle] > 0.9, "the normal of the face's middle looks at the viewer");
		assertEquals(1, network.maps.data()[6 * N + middle], 1e-3);
		for (int c = 0; c < 6; c++) assertEquals(0, network.maps.data()[c * N], "nothing off the head");
	}

	/** A turned head and its picture give the network what the upright ones give; only the axes of the light turn back. */
	@Test
	void aPhotographOnItsSideIsLookedAtUpright() {
		relit(HEAD, read(REFERENCE, StitchOptions.DEFAULT), OWN);
		final float[] upright = network.maps.data().clone(), colours = network.profile.data().clone();
		final AnalyticHead lying = LitScenes.HEAD.withPose(new Pose(0, 0, 90));
		final HeadBox box = new HeadBox(lying.camera().x0(), lying.camera().y0(), BOX.side(), 90);
		final LitHead head = lit(lying, LitScenes.rendered(lying, A.rotated(Rotation.about(0, 0, 1, Math.PI / 2))), box);
		final Picture own = Shading.of(LitSurface.of(head.maps(), head.camera()), Light.of(A), Progress.NONE);
		final WantedLight wanted = read(REFERENCE, StitchOptions.DEFAULT).on(head, own, FaceLight.of(head.maps(), own), Progress.NONE);
		double maps = 0, picture = 0;
		for (int i = 0; i < 6 * N; i++) maps += Math.abs(upright[i] - network.maps.data()[i]) / (6 * N);
		for (int i = 0; i < 3 * N; i++) if (upright[6 * N + i % N] > 0.99f) picture += Math.abs(colours[i] - network.profile.data()[i]) / N;
		assertTrue(maps < 0.02 && picture < 0.02, maps + " of the maps, " + picture + " of the picture");
		final Lamp lamp = wanted.light().lamps().get(0), before = FOUND.lamps().get(0);
		assertEquals(-before.y(), lamp.x(), 1e-9);
		assertEquals(before.x(), lamp.y(), 1e-9);
	}

	@Test
	void theFaceStaysAsBright() {
		final Picture dark = REFERENCE.copy();
		for (int i = 0; i < dark.data().length; i++) dark.data()[i] *= 0.2f;
		final Picture relit = relit(HEAD, read(dark, new StitchOptions(0, 0, 1, false)), OWN);
		assertEquals(1, luminance(relit) / luminance(PROFILE), 0.03);
		assertTrue(LitScenes.meanDifference(relit, PROFILE) > 0.05, "the light came");
	}

	private static double luminance(final Picture p) {
		double sum = 0;
		for (int i = 0; i < SIDE * SIDE; i++) {
			if (LitScenes.isHead(i % SIDE, i / SIDE)) sum += Colour.luminance(p.data()[i], p.data()[SIDE * SIDE + i], p.data()[2 * SIDE * SIDE + i]);
		}
		return sum;
	}

	@Test
	void greyStaysGreyAndAGreyReferenceTellsNoColour() {
		final Picture grey = grey(PROFILE);
		final LitHead head = lit(LitScenes.HEAD, grey, BOX);
		final Picture own = grey(OWN), relit = relit(head, read(REFERENCE, StitchOptions.DEFAULT), own);
		for (int i = 0; i < SIDE * SIDE; i++) assertEquals(relit.data()[i], relit.data()[2 * SIDE * SIDE + i], 1e-6);
		final Picture shading = read(grey(REFERENCE), StitchOptions.DEFAULT).on(HEAD, own, FaceLight.of(HEAD.maps(), own), Progress.NONE).shading();
		for (int i = 0; i < shading.planeSize(); i++) assertEquals(shading.data()[i], shading.data()[2 * shading.planeSize() + i], 1e-6);
	}

	private static Picture grey(final Picture picture) {
		final Picture out = picture.copy();
		final int n = out.planeSize();
		for (int i = 0; i < 3 * n; i++) out.data()[i] = picture.data()[n + i % n];
		return out;
	}

	/** Beside the profile the canvas shows the crop of the reference, what is hidden grey. */
	@Test
	void theCanvasShowsWhatIsRead() {
		final Picture canvas = read(REFERENCE, new StitchOptions(0.5, 0, 3, false)).canvas(PROFILE);
		assertEquals(2 * SIDE, canvas.width());
		int grey = 0;
		for (int i = 0; i < SIDE * SIDE; i++) {
			final int x = i % SIDE, y = i / SIDE;
			for (int c = 0; c < 3; c++) assertEquals(PROFILE.get(x, y, c), canvas.get(x, y, c));
			if (canvas.get(SIDE + x, y, 0) == 0.21f && canvas.get(SIDE + x, y, 2) == 0.21f) grey++;
		}
		assertEquals(0.5, grey / (double) (SIDE * SIDE), 0.03);
	}

	@Test
	void theReadingSaysWhereAndWhichLight() {
		final LightReading light = read(REFERENCE, StitchOptions.DEFAULT);
		assertEquals(HEAD.box(), light.box());
		assertEquals(FOUND, light.light());
		assertTrue(light.readsSurroundings());
	}

	/** Only a part of the photograph is handed over: the rest is not there to be read. */
	@Test
	void aPartOfAPictureIsReadWhereItLies() {
		final Area part = new Area(20, 10, 90, 100);
		final Picture cut = new Picture(90, 100, 3);
		for (int i = 0; i < cut.data().length; i++) cut.data()[i] = PROFILE.get(20 + i % 90, 10 + i / 90 % 100, i / 9000);
		final LitHead head = new LitHead(cut, part, LitSurface.of(HEAD.maps(), HEAD.camera()), HEAD.rotation(), HEAD.guess(), HEAD.box());
		read(REFERENCE, StitchOptions.DEFAULT).on(head, OWN, FaceLight.of(head.maps(), OWN), Progress.NONE);
		final float[] whole = new CropCells(HEAD.box()).read(PROFILE, HEAD.area(), null, Progress.NONE).data();
		assertEquals(whole[64 * CELLS + 64], network.profile.data()[64 * CELLS + 64]);
	}
}
