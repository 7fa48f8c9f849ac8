package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;


import org.icportrait.bridge.ShippedPortrait;
import org.icportrait.face.FaceChoice;
import org.icportrait.face.PictureHeads;
import org.icportrait.generate.Denoising;
import org.icportrait.geometry.Area;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** A second person is part of the background and stays whole: the shipped portrait twice, so near that shoulders touch. */
@EnabledIf(value = "org.icportrait.models.ModelPack#hasDefault", disabledReason = "models/default holds no pack yet")
class SecondPersonTest {

	/** Columns of the portrait that are shown of each, and how far right of the border between them the neighbour is surely himself. */
	private static final int LEFT = 100, RIGHT = 540, BESIDE = 50;
	/** Column of the portrait's middle, rows of its face. */
	private static final int MIDDLE = 310, TOP = 200, BOTTOM = 400;
	/** How far apart two are who stand cheek to cheek, and two of whom the one hides part of the other's face; how far beside its middle a face goes. */
	private static final int APART = 240, HIDDEN = 215, CHEEK = 70;
	private static final float WALL = 0.5f;

	private static Picture two() throws IOException {
		final Picture portrait = ShippedPortrait.picture();
		final int w = RIGHT - LEFT;
		final Picture out = new Picture(2 * w, portrait.height(), 3);
		for (int y = 0; y < out.height(); y++) for (int x = 0; x < out.width(); x++) for (int c = 0; c < 3; c++) out.set(x, y, c, portrait.get(LEFT + x % w, y, c));
		return out;
	}

	@Test
	void theNeighbourStaysAsPhotographed() throws IOException {
		final Picture picture = two();
		final int border = picture.width() / 2;
		try (PortraitEngine engine = PortraitEngine.open(EngineOptions.DEFAULT)) {
			final Person who = Person.of(engine.analyze(picture, FaceChoice.inside(0, 0, border, picture.height()), Progress.NONE));
			for (final double yaw : new double[] { -30, 30 }) {
				final Picture turned = engine.make(who, Scene.UNCHANGED.withPose(PoseChoice.absolute(yaw, 0, 0)), Progress.NONE).picture();
				int changed = 0;
				for (int y = 0; y < picture.height(); y++) for (int x = border + BESIDE; x < picture.width(); x++) if (differs(picture, turned, x, y)) changed++;
				assertEquals(0, changed, "pixels of the neighbour that changed at " + yaw);
				int other = 0;
				for (int y = 280; y < 320; y++) for (int x = border / 2 - 20; x < border / 2 + 20; x++) if (differs(picture, turned, x, y)) other++;
				assertTrue(other > 800, "the one who is meant turned, " + other + " of 1600 pixels of the face");
			}
		}
	}

	/** Of several the largest is taken, which the origin says; whom a selection chooses is not wondered at. */
	@Test
	void whoIsTakenOfTwoIsSaid() throws IOException {
		try (PortraitEngine engine = PortraitEngine.open(EngineOptions.DEFAULT)) {
			final PictureHeads heads = engine.heads(two());
			final Profile largest = engine.analyze(heads, FaceChoice.largest(), Progress.NONE);
			final String told = String.valueOf(engine.make(Person.of(largest), Scene.UNCHANGED, Progress.NONE).provenance().facts().get(Provenance.FACES));
			final String place = String.format(Locale.ROOT, "2 faces were found, and the largest was taken, at (%.0f, %.0f): ", largest.box().x(), largest.box().y());
			assertTrue(told.startsWith(place), told);
			assertEquals(Optional.of(told), engine.analyzeAll(heads, FaceChoice.largest(), Progress.NONE).get(0).leftAside(), "where all that are meant are read, too");
			final double half = heads.picture().width() / 2.0;
			assertEquals(Optional.empty(), engine.analyze(heads, FaceChoice.inside(0, 0, half, heads.picture().height()), Progress.NONE).leftAside(), "chosen");
			assertEquals(Optional.empty(), engine.analyzeAll(heads, FaceChoice.all(), Progress.NONE).get(0).leftAside(), "all");
		}
	}

	/** The shipped portrait twice before a wall, the one before the other so that a part of the face is hidden. @param right whether the one on the right is before */
	private static Picture cheekToCheek(final PortraitEngine engine, final int apart, final boolean right) throws IOException {
		final Picture photograph = ShippedPortrait.picture();
		final PreparedHead head = engine.analyze(photograph, FaceChoice.largest(), Progress.NONE).head(Progress.NONE);
		final Picture out = new Picture(photograph.width() + apart, photograph.height(), 3);
		Arrays.fill(out.data(), WALL);
		for (final int from : right ? new int[] { 0, apart } : new int[] { apart, 0 }) {
			final Area area = head.area();
			for (int y = area.y(); y < area.bottom(); y++) for (int x = area.x(); x < area.right(); x++) for (int c = 0; c < 3; c++) {
				final float matte = head.matte().get(x - area.x(), y - area.y(), 0), behind = out.get(from + x, y, c);
				out.set(from + x, y, c, behind + matte * (photograph.get(x, y, c) - behind));
			}
		}
		return out;
	}

	/** Of two cheek to cheek the one behind, turned towards the other, is not drawn over the other's face. */
	@Test
	void whoStandsNearerStaysBeforeTheOneWhoTurns() throws IOException {
		try (PortraitEngine engine = PortraitEngine.open(EngineOptions.DEFAULT)) {
			final Picture picture = cheekToCheek(engine, APART, true);
			final Person who = Person.of(engine.analyze(picture, FaceChoice.inside(0, 0, MIDDLE + APART / 2.0, picture.height()), Progress.NONE));
			final Picture turned = engine.make(who, Scene.UNCHANGED.withPose(PoseChoice.change(45, 0, 0)), Progress.NONE).picture();
			assertEquals(0, changed(picture, turned, MIDDLE + APART - CHEEK, MIDDLE + APART + 60), "pixels of the face before");
			assertTrue(changed(picture, turned, MIDDLE - 60, MIDDLE) > 1000, "the one behind turned");
		}
	}

	/** Nor is hair that stands about the one behind. */
	@Test
	void hairLiesOverNobodyElse() throws IOException {
		try (PortraitEngine engine = PortraitEngine.open(EngineOptions.DEFAULT)) {
			final Picture picture = cheekToCheek(engine, APART, true);
			final Person who = Person.of(engine.analyze(picture, FaceChoice.inside(0, 0, MIDDLE + APART / 2.0, picture.height()), Progress.NONE));
			final PreparedHead head = who.first().head(Progress.NONE);
			for (final double yaw : new double[] { 30, -30 }) {
				final PortraitResult made = engine.make(who, Scene.UNCHANGED.withPose(PoseChoice.change(yaw, 0, 0)).withGeneration(Denoising.DEFAULT), Progress.NONE);
				final Area area = made.view().area();
				int others = 0, changed = 0;
				for (int i = 0; i < picture.planeSize(); i++) {
					final int x = i % picture.width(), y = i / picture.width(), at = area.index(x, y);
					if (head.others(i) < 1 || made.generated().data()[i] > 0 || at >= 0 && made.view().alpha().data()[at] > 0) continue;
					others++;
					if (differs(picture, made.picture(), x, y)) changed++;
				}
				assertTrue(others > 10_000, others + " pixels show the other alone");
				assertEquals(0, changed, "of these changed at " + yaw);
			}
		}
	}

	/** Somebody whom the finder sees, but whose face reads as that of the one before him. */
	@Test
	void whoIsHalfHiddenStaysAsPhotographed() throws IOException {
		try (PortraitEngine engine = PortraitEngine.open(EngineOptions.DEFAULT)) {
			final Picture picture = cheekToCheek(engine, HIDDEN, false);
			final Person who = Person.of(engine.analyze(picture, FaceChoice.largest(), Progress.NONE));
			final Picture turned = engine.make(who, Scene.UNCHANGED.withPose(PoseChoice.change(-30, 0, 0)), Progress.NONE).picture();
			assertEquals(0, changed(picture, turned, MIDDLE + HIDDEN, MIDDLE + HIDDEN + 60), "pixels of the face behind");
			assertTrue(changed(picture, turned, MIDDLE - 60, MIDDLE) > 1000, "the one before turned");
		}
	}

	/** Pixels between two columns, at the heights of eyes to mouth, that differ. */
	private static int changed(final Picture one, final Picture other, final int from, final int to) {
		int changed = 0;
		for (int y = TOP; y < BOTTOM; y++) for (int x = from; x < to; x++) if (differs(one, other, x, y)) changed++;
		return changed;
	}

	private static boolean differs(final Picture one, final Picture other, final int x, final int y) {
		for (int c = 0; c < 3; c++) if (Math.abs(one.get(x, y, c) - other.get(x, y, c)) > 0.02) return true;
		return false;
	}
}
