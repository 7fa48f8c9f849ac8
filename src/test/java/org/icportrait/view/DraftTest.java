package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.geometry.Pose;
import org.icportrait.head.Mesh;
import org.icportrait.image.Picture;
import org.icportrait.turn.Turn;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A draft is the picture that will follow, but for its edges, from a quarter of the triangles; it changes no other picture. */
class DraftTest {

	private static final Picture PHOTOGRAPH = ViewTest.photograph(ViewTest.FRONTAL);
	private static final Turned FULL = Turned.of(ViewTest.FRONTAL, PHOTOGRAPH, new Pose(30, 5, 0));

	private static Turned draft(final Sitter sitter) {
		final ViewTarget target = new ViewTarget(new Pose(30, 5, 0).toRotation(), Turn.HEAD, true, Detail.DRAFT);
		return new Turned(PHOTOGRAPH, FULL.head(), FULL.parted(), View.turn(sitter, target, Progress.NONE));
	}

	@Test
	void aDraftShowsWhatTheFullPictureShows() {
		final Picture full = FULL.picture(), draft = draft(Turned.sitter(FULL.head(), FULL.parted())).picture();
		assertFalse(Arrays.equals(full.data(), draft.data()), "a draft is another picture");
		double sum = 0;
		int far = 0;
		for (int i = 0; i < full.data().length; i++) {
			final double d = Math.abs(Math.pow(full.data()[i], 1 / 2.2) - Math.pow(draft.data()[i], 1 / 2.2));
			sum += d;
			if (d > 0.1) far++;
		}
		assertTrue(sum / full.data().length < 0.01, "mean difference " + sum / full.data().length);
		assertTrue(far < 0.02 * full.data().length, far + " of " + full.data().length + " values are far off");
	}

	@Test
	void theSamePlacesAreThePersons() {
		final Picture full = FULL.alpha(), draft = draft(Turned.sitter(FULL.head(), FULL.parted())).alpha();
		int differ = 0, person = 0;
		for (int i = 0; i < full.data().length; i++) {
			if (full.data()[i] > 0.5) person++;
			if (full.data()[i] > 0.5 != draft.data()[i] > 0.5) differ++;
		}
		assertTrue(differ < 0.02 * person, differ + " of " + person);
	}

	@Test
	void aDraftBeforeItChangesNoFullPicture() {
		final Sitter sitter = Turned.sitter(FULL.head(), FULL.parted());
		draft(sitter).picture();
		final View view = View.turn(sitter, ViewTarget.of(new Pose(30, 5, 0).toRotation()), Progress.NONE);
		assertArrayEquals(FULL.picture().data(), new Turned(PHOTOGRAPH, FULL.head(), FULL.parted(), view).picture().data());
	}

	@Test
	void aQuarterOfTheTrianglesCoversTheSamePlaces() {
		final Mesh mesh = FULL.head().mesh(), few = mesh.thinned();
		assertEquals(0.25, (double) few.front().length / mesh.front().length, 0.05);
		assertTrue(few.whole() % 3 == 0 && few.whole() > 0.15 * mesh.whole() && few.whole() < 0.3 * mesh.whole(), few.whole() + " of " + mesh.whole());
		final double[] all = bounds(mesh), kept = bounds(few);
		for (int i = 0; i < 4; i++) assertEquals(all[i], kept[i], mesh.textureX()[1] - mesh.textureX()[0] + 1e-6, "border " + i);
	}

	/** Left, right, top, bottom of what is drawn of the front, photograph pixels. */
	private static double[] bounds(final Mesh mesh) {
		final double[] out = { 1e9, -1e9, 1e9, -1e9 };
		for (final int v : mesh.front()) {
			out[0] = Math.min(out[0], mesh.textureX()[v]);
			out[1] = Math.max(out[1], mesh.textureX()[v]);
			out[2] = Math.min(out[2], mesh.textureY()[v]);
			out[3] = Math.max(out[3], mesh.textureY()[v]);
		}
		return out;
	}
}
