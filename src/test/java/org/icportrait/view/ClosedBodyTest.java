package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.icportrait.body.ModelBust;
import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.layers.Parted;
import org.icportrait.layers.Parting;
import org.icportrait.turn.Turn;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A body that turns goes on where its photograph shows nothing of it, in its cloth's colour and in its own shape's light. */
class ClosedBodyTest {

	private static final int SIDE = 256;
	private static final HeadReading READING = ModelBust.reading(Pose.FRONTAL, Pose.FRONTAL, SIDE);
	private static final Picture PHOTOGRAPH = ModelBust.photograph(READING, SIDE);
	private static final PreparedHead HEAD = PreparedHead.of(PHOTOGRAPH, READING, Progress.NONE);
	private static final Parted PARTED = Parting.part(PHOTOGRAPH, HEAD, Progress.NONE);

	private static Turned turned(final double yaw, final Turn turn) {
		final View view = View.turn(Turned.sitter(HEAD, PARTED), new ViewTarget(new Pose(yaw, 0, 0).toRotation(), turn, true), Progress.NONE);
		return new Turned(PHOTOGRAPH, HEAD, PARTED, view);
	}

	/** Of what a body shows that is turned, beside the true one: matte of a reading of the bust turned as the view is. */
	@Test
	void shouldersGoOnToWhereTheyEnd() {
		final double yaw = 60;
		final Picture truth = ModelBust.reading(new Pose(yaw, 0, 0), new Pose(yaw, 0, 0), SIDE).matte(), drawn = turned(yaw, Turn.BUST).alpha();
		int wanted = 0, found = 0, wrong = 0;
		for (int i = 0; i < SIDE * SIDE; i++) {
			final int x = i % SIDE, y = i / SIDE;
			if (y < 0.82 * SIDE) continue;
			final boolean there = truth.get(x * truth.width() / SIDE, y * truth.height() / SIDE, 0) > 0.5f, ours = drawn.data()[i] > 0.5f;
			if (there) wanted++;
			if (there && ours) found++;
			if (!there && ours) wrong++;
		}
		assertTrue(wanted > 3000 && found > 0.97 * wanted && wrong < 0.03 * wanted, found + " of " + wanted + ", and " + wrong + " beside");
	}

	/** A second photograph whose shoulders stand otherwise below its head adds none beside them. */
	@Test
	void anotherPhotographsShouldersDoNotJutOut() {
		final HeadReading reading = ModelBust.reading(new Pose(40, 0, 0), new Pose(-20, 0, 0), SIDE);
		final Picture photograph = ModelBust.photograph(reading, SIDE);
		final PreparedHead second = PreparedHead.of(photograph, reading, Progress.NONE);
		final Sitter two = new Sitter(List.of(HEAD, second), List.of(PARTED.person(), Parting.part(photograph, second, Progress.NONE).person()));
		final View view = View.turn(two, new ViewTarget(new Pose(60, 0, 0).toRotation(), Turn.BUST, true), Progress.NONE);
		final Picture drawn = new Turned(PHOTOGRAPH, HEAD, PARTED, view).alpha(), alone = turned(60, Turn.BUST).alpha();
		int more = 0;
		for (int i = (int) (0.82 * SIDE) * SIDE; i < SIDE * SIDE; i++) if (drawn.data()[i] > 0.5f && alone.data()[i] <= 0.5f) more++;
		assertTrue(more < 20, more + " pixels");
	}

	@Test
	void theyHaveTheColourOfTheirCloth() {
		final Turned turned = turned(60, Turn.BUST);
		final Picture cloth = turned.whole(turned.view().cloth(), 0), person = turned.whole(turned.person(), 0);
		int all = 0, right = 0;
		for (int i = 0; i < cloth.data().length; i++) {
			if (cloth.data()[i] < 1) continue;
			all++;
			if (Math.abs(person.data()[i] - ModelBust.CLOTH) < 0.02f) right++;
		}
		// Beside a contour pixels are mixed.
		assertTrue(all > 500 && right > 0.95 * all, right + " of " + all + " pixels of cloth");
	}

	/** Light falls on the shape that is drawn, not on that of the place which lends its colour. */
	@Test
	void theirNormalsAreThoseOfTheBody() {
		final View view = turned(60, Turn.BUST).view();
		final Picture cloth = view.cloth();
		final HeadReading truth = ModelBust.reading(new Pose(60, 0, 0), new Pose(60, 0, 0), SIDE);
		final int map = truth.matte().width(), n = map * map;
		double cosines = 0;
		int count = 0;
		for (int y = 0; y < cloth.height(); y++) for (int x = 0; x < cloth.width(); x++) {
			final int i = (view.area().y() + y) * map / SIDE * map + (view.area().x() + x) * map / SIDE;
			if (cloth.get(x, y, 0) < 1 || truth.matte().data()[i] < 1) continue;
			final double column = view.maps().column(view.area().x() + x + 0.5, view.area().y() + y + 0.5), row = view.maps().row(view.area().x() + x + 0.5, view.area().y() + y + 0.5);
			for (int c = 0; c < 3; c++) cosines += view.maps().normals().sample(column, row, c) * truth.normals().data()[c * n + i];
			count++;
		}
		assertTrue(count > 500 && cosines > 0.95 * count, cosines / count + " of " + count);
	}

	@Test
	void shouldersThatStayHaveNone() {
		assertNull(turned(60, Turn.HEAD).view().cloth());
	}
}
