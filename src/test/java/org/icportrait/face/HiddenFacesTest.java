package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;

/** Two people whose faces overlap, of whom networks that see both see the left one alone. */
class HiddenFacesTest {

	private static final FaceBox LEFT = new FaceBox(300, 250, 200, 0, 0.9), RIGHT = new FaceBox(420, 260, 190, 0, 0.4);
	private static final HeadReading LEFT_READ = reading(LEFT, 0.7), RIGHT_READ = reading(new FaceBox(440, 262, 180, 0, 1), 0.65);

	private final Picture picture = new Picture(700, 500, 3);

	private static HeadReading reading(final FaceBox box, final double confidence) {
		final double[] landmarks = new double[3 * Landmarks.COUNT];
		for (int i = 0; i < Landmarks.COUNT; i++) {
			landmarks[3 * i] = box.x();
			landmarks[3 * i + 1] = box.y();
		}
		return new HeadReading(new Similarity(100, 0, 0, 0), null, null, null, null, null, null, Pose.FRONTAL.toRotation(), new HeadCamera(box.x(), box.y(), box.side() / 2, 0), Harmonics.NONE,
			Landmarks.of(landmarks), confidence, null, null, null, null, null, null);
	}

	/** What is read where the left face is covered, and where it is not. */
	private HiddenFaces reads(final HeadReading covered, final HeadReading plain) {
		return new HiddenFaces(picture, (of, box) -> of == picture ? plain : covered);
	}

	private static List<FoundFace> with(final HiddenFaces hidden, final FaceBox... seen) {
		return hidden.with(List.of(new FoundFace(LEFT, null)), covered -> {
			assertEquals(List.of(LEFT), covered);
			return List.of(seen);
		});
	}

	@Test
	void whoIsReadBesideACoveredFaceIsFoundToo() {
		final List<FoundFace> faces = with(reads(RIGHT_READ, LEFT_READ), RIGHT);
		assertEquals(2, faces.size());
		assertEquals(440, faces.get(1).box().x(), 1e-9, "where the reading sees it");
		assertSame(RIGHT_READ, faces.get(1).reading());
	}

	@Test
	void whatIsLeftOfACoveredFaceIsNobody() {
		final HeadReading unsure = reading(new FaceBox(440, 262, 180, 0, 1), 0.45), same = reading(new FaceBox(340, 255, 200, 0, 1), 0.65);
		assertEquals(1, with(reads(RIGHT_READ, LEFT_READ), new FaceBox(315, 255, 220, 0, 0.8)).size(), "too near to be read");
		assertEquals(1, with(reads(unsure, LEFT_READ), RIGHT).size(), "no head");
		assertEquals(1, with(reads(same, LEFT_READ), RIGHT).size(), "the same place");
		assertEquals(2, with(reads(RIGHT_READ, LEFT_READ), RIGHT, RIGHT).size(), "once");
	}

	@Test
	void whoCannotBeReadIsPassedOver() {
		final HiddenFaces small = new HiddenFaces(picture, (of, box) -> {
			throw new BadInput("too small");
		});
		assertEquals(1, with(small, RIGHT).size());
		assertEquals(List.of(), small.with(List.of(), covered -> List.of(RIGHT)), "nobody to cover");
	}

	/** Found by the finder, but read as the one before. */
	@Test
	void whoIsReadAsTheOtherIsReadWhereTheOtherIsCovered() {
		final List<FoundFace> both = List.of(new FoundFace(LEFT, null), new FoundFace(RIGHT, null));
		final Map<FaceBox, HeadReading> plain = Map.of(LEFT, LEFT_READ, RIGHT, LEFT_READ);
		final List<FoundFace> apart = new HiddenFaces(picture, (of, box) -> of == picture ? plain.get(box) : RIGHT_READ).apart(both);
		assertSame(both.get(0), apart.get(0), "read in its place");
		assertSame(RIGHT_READ, apart.get(1).reading());
		assertTrue(apart.get(1).behind(), "the finder is surer of the other");
		assertFalse(apart.get(0).behind());
		final List<FoundFace> far = List.of(new FoundFace(LEFT, null), new FoundFace(new FaceBox(600, 250, 190, 0, 0.4), null));
		assertEquals(far, reads(RIGHT_READ, LEFT_READ).apart(far), "nobody is read who does not touch another");
	}

	/** A smaller face before a larger one: of neither it is said that it is behind. */
	@Test
	void whoIsSeenMostSurelyIsNotBehind() {
		final FaceBox surest = new FaceBox(420, 260, 190, 0, 0.95);
		final List<FoundFace> apart = reads(RIGHT_READ, LEFT_READ).apart(List.of(new FoundFace(LEFT, LEFT_READ), new FoundFace(surest, null)));
		assertSame(RIGHT_READ, apart.get(1).reading());
		assertFalse(apart.get(1).behind());
	}

	/** Who is found where the other is covered is behind that one. */
	@Test
	void whoIsFoundBesideACoverIsBehind() {
		final List<FoundFace> faces = with(reads(RIGHT_READ, LEFT_READ), RIGHT);
		assertFalse(faces.get(0).behind());
		assertTrue(faces.get(1).behind());
	}

	@Test
	void aCoverHidesTheFaceAndNoMore() {
		final Picture half = new Picture(700, 500, 1);
		Arrays.fill(half.data(), 0, half.planeSize() / 2, 1);
		final Picture covered = FaceCovers.over(half, List.of(new FaceBox(300, 250, 200, 30, 1)));
		assertEquals(0.5f, covered.get(300, 250, 0), 1e-3, "the mean");
		assertNotEquals(half.get(250, 160, 0), covered.get(250, 160, 0), "a head that leans to the left");
		assertEquals(half.get(350, 160, 0), covered.get(350, 160, 0), "beside it");
		assertEquals(1, half.get(300, 100, 0), "the picture itself stays");
	}
}
