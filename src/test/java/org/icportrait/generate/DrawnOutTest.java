package org.icportrait.generate;

import static org.icportrait.skin.InFrame.MIDDLE;
import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.icportrait.geometry.Area;
import org.icportrait.image.Picture;
import org.icportrait.skin.InFrame;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** The left half of a frame shows a photograph. */
class DrawnOutTest {

	private static final Area AREA = new Area(-100, -100, 300, 300);

	/** @param across photograph pixels for one of the view's @param down likewise */
	private static Picture places(final double across, final double down) {
		final Picture places = new Picture(AREA.width(), AREA.height(), 3);
		for (int i = 0; i < AREA.size(); i++) {
			places.data()[i] = (float) (across * (i % AREA.width()));
			places.data()[AREA.size() + i] = (float) (down * (i / AREA.width()));
		}
		return places;
	}

	private static float times(final Picture places, final Condition condition, final int column) {
		return DrawnOut.of(places, AREA, condition, Progress.NONE).get(column, MIDDLE, 0);
	}

	private static Condition shown() {
		return InFrame.condition(InFrame.flat(0.5f));
	}

	@Test
	void saysByHowMuch() {
		assertEquals(1, times(places(1, 1), shown(), MIDDLE / 2), 1e-3);
		assertEquals(3, times(places(1 / 3.0, 1), shown(), MIDDLE / 2), 1e-3);
		assertEquals(0.5, times(places(1, -2), shown(), MIDDLE / 2), 1e-3, "smaller, and upside down");
	}

	@Test
	void isInfiniteWhereNoPhotographShowsAPlaceItself() {
		assertEquals(Float.POSITIVE_INFINITY, times(places(1, 1), shown(), MIDDLE + 4), "where none does");
		assertEquals(Float.POSITIVE_INFINITY, times(places(1, 1), shown(), MIDDLE - 1), "beside that");
		assertEquals(Float.POSITIVE_INFINITY, times(places(1, 1), shown(), 0), "at the frame's border");
		final Condition mirrored = shown();
		mirrored.maps().buffer().put(2 * N + MIDDLE * SIDE + MIDDLE / 2, 0.1f);
		assertEquals(Float.POSITIVE_INFINITY, times(places(1, 1), mirrored, MIDDLE / 2), "a mirror image");
	}

	@Test
	void isInfiniteWhereTwoPhotographsMeetAndBeyondThePerson() {
		final Picture two = places(1, 1), end = places(1, 1);
		final int x = (int) shown().frame().toPicture().x((MIDDLE / 2 + 0.5) / SIDE, 0) - AREA.x();
		for (int i = 0; i < AREA.size(); i++) {
			if (i % AREA.width() > x) two.data()[2 * AREA.size() + i] = 1;
			if (i % AREA.width() > x) end.data()[2 * AREA.size() + i] = Float.NaN;
		}
		assertEquals(Float.POSITIVE_INFINITY, times(two, shown(), MIDDLE / 2));
		assertEquals(Float.POSITIVE_INFINITY, times(end, shown(), MIDDLE / 2));
	}
}
