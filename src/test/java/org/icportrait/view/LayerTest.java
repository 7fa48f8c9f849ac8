package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.layers.Layer;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Any layer of a source is carried to a view, whatever it means. */
class LayerTest {

	private static final AnalyticHead FRONTAL = ViewTest.FRONTAL;
	private static final Picture PICTURE = ViewTest.photograph(FRONTAL);
	private static final Turned TURNED = Turned.of(FRONTAL, PICTURE, new Pose(25, 10, 0)), SAME = Turned.of(FRONTAL, PICTURE, Pose.FRONTAL);

	private static Picture carry(final Turned turned, final Layer layer) {
		return turned.view().carry(List.of(layer), Progress.NONE);
	}

	@Test
	void sixChannelsAreCarriedLikeTwiceThree() {
		final Layer person = TURNED.parted().person();
		final Picture twice = carry(TURNED, new Layer(person.pictureToLayer(), doubled(person.fine()), doubled(person.coarse())));
		assertEquals(6, twice.channels());
		final int half = twice.data().length / 2;
		assertArrayEquals(TURNED.person().data(), Arrays.copyOf(twice.data(), half));
		assertArrayEquals(TURNED.person().data(), Arrays.copyOfRange(twice.data(), half, 2 * half));
	}

	private static Picture doubled(final Picture picture) {
		final float[] twice = Arrays.copyOf(picture.data(), 2 * picture.data().length);
		System.arraycopy(picture.data(), 0, twice, picture.data().length, picture.data().length);
		return new Picture(picture.width(), picture.height(), 2 * picture.channels(), twice);
	}

	/** Source x and y as a layer come out as the correspondence, negative numbers and coarse grids too; contours alone are smoothed. */
	@Test
	void placesCarriedAreTheCorrespondence() {
		final Picture places = TURNED.view().correspondence(), visibility = TURNED.view().visibility(), alpha = TURNED.view().alpha();
		for (final double scale : new double[] { 1, 0.25, 2 }) {
			final int side = (int) (scale * ViewTest.SIDE);
			final Picture own = new Picture(side, side, 2);
			for (int i = 0; i < side * side; i++) {
				own.data()[i] = (float) ((i % side + 0.5) / scale - 1000);
				own.data()[side * side + i] = (float) ((i / side + 0.5) / scale - 1000);
			}
			final Picture carried = carry(TURNED, new Layer(new Similarity(scale, 0, 0, 0), own, own));
			final int n = carried.planeSize();
			int counted = 0, wrong = 0;
			for (int i = 0; i < n; i++) {
				if (!(visibility.data()[i] > 0.9f) || alpha.data()[i] < 1) continue;
				counted++;
				if (Math.hypot(places.data()[i] - 1000 - carried.data()[i], places.data()[n + i] - 1000 - carried.data()[n + i]) > 0.01) wrong++;
			}
			assertTrue(counted > 2000 && wrong < 0.01 * counted, wrong + " wrong of " + counted);
		}
	}

	/** What is carried to the coarse grid is what is carried to the pixels, averaged. */
	@Test
	void theCoarseGridShowsWhatThePixelsShow() {
		final Picture fine = TURNED.person(), coarse = TURNED.view().carryToMaps(List.of(TURNED.parted().person()), null, Progress.NONE);
		final HeadMaps maps = TURNED.view().maps();
		assertEquals(maps.width(), coarse.width());
		assertEquals(maps.height(), coarse.height());
		final Area area = TURNED.view().area();
		double error = 0;
		int counted = 0;
		for (int i = 0; i < area.size(); i++) {
			if (TURNED.view().alpha().data()[i] < 1) continue;
			final double x = area.x() + i % area.width() + 0.5, y = area.y() + i / area.width() + 0.5;
			error += Math.abs(coarse.sample(maps.column(x, y), maps.row(x, y), 1) - fine.data()[area.size() + i]);
			counted++;
		}
		assertTrue(error / counted < 0.02, "mean error " + error / counted);
		for (final float v : coarse.data()) assertTrue(v > 0, "the grid goes on beyond the head");
	}

	@Test
	void anUnchangedViewShowsItsLayersAsTheyAre() {
		assertSame(SAME.parted().person().fine(), SAME.person());
		final Picture onMaps = SAME.head().maps().albedo();
		assertSame(onMaps, SAME.view().carryToMaps(List.of(Layer.over(SAME.head().maps(), onMaps)), null, Progress.NONE));
		final Picture albedo = carry(SAME, Layer.over(SAME.head().maps(), onMaps));
		final Area area = SAME.view().area();
		double error = 0;
		for (int i = 0; i < area.size(); i++) {
			final double x = area.x() + i % area.width() + 0.5, y = area.y() + i / area.width() + 0.5;
			error += Math.abs(onMaps.sample(SAME.head().maps().column(x, y), SAME.head().maps().row(x, y), 2) - albedo.data()[2 * area.size() + i]);
		}
		assertTrue(error / area.size() < 0.002, "mean error " + error / area.size());
	}

	@Test
	void anUnchangedViewShowsItself() {
		final View view = SAME.view();
		assertSame(SAME.head().matte(), view.alpha());
		assertSame(SAME.head().maps(), view.maps());
		final int middle = view.area().height() / 2 * view.area().width() + view.area().width() / 2, n = view.area().size();
		assertTrue(view.visibility().data()[middle] > 0.99f);
		assertEquals(0, view.mirrored().data()[middle]);
		assertEquals(view.area().x() + middle % view.area().width() + 0.5f, view.correspondence().data()[middle]);
		assertEquals(view.area().y() + middle / view.area().width() + 0.5f, view.correspondence().data()[n + middle]);
		final float[] visibility = view.visibility().data(), places = view.correspondence().data();
		for (int i = 0; i < n; i++) {
			assertEquals(view.alpha().data()[i] > 0, Float.isFinite(visibility[i]));
			assertEquals(view.alpha().data()[i] > 0, Float.isFinite(places[i]));
		}
	}

	@Test
	void layersThatDoNotFitAreRefused() {
		final Layer person = TURNED.parted().person();
		final Picture one = new Picture(4, 4, 1);
		assertThrows(IllegalArgumentException.class, () -> TURNED.view().carry(List.of(person, person), Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> new Layer(person.pictureToLayer(), person.fine(), one));
		assertThrows(IllegalArgumentException.class, () -> new Sitter(List.of(), List.of()));
	}
}
