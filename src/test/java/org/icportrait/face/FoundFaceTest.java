package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class FoundFaceTest {

	private static final FaceBox LEFT = new FaceBox(300, 250, 200, 0, 0.9), RIGHT = new FaceBox(450, 250, 200, 0, 0.4);

	private static FoundFace withHidden(final FaceBox box, final FaceBox... hidden) {
		return new FoundFace(box, null).withHidden(List.of(hidden).stream().map(one -> new FoundFace(one, null)).toList());
	}

	private static List<FaceBox> beside(final FoundFace face, final FoundFace... all) {
		return face.among(List.of(all)).others().stream().map(FoundFace::box).toList();
	}

	@Test
	void whoIsHiddenBehindAFaceIsAmongTheOthers() {
		final FoundFace left = withHidden(LEFT, RIGHT);
		assertEquals(List.of(RIGHT), beside(left, left));
	}

	@Test
	void whoIsFoundInAFurtherLookCountsOnce() {
		final FaceBox again = new FaceBox(455, 245, 205, 0, 0.6);
		final FoundFace left = withHidden(LEFT, RIGHT), right = new FoundFace(again, null);
		assertEquals(List.of(again), beside(left, left, right));
		assertEquals(List.of(LEFT), beside(right, left, right));
	}
}
