package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Similarity;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.layers.Layer;
import org.icportrait.layers.Parted;
import org.icportrait.layers.Parting;
import org.icportrait.work.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a view says of its pixels, of whichever kind it is. */
class CarrierTest {

	private static final Picture PHOTOGRAPH = ViewTest.photograph(ViewTest.FRONTAL);
	private static final PreparedHead HEAD = PreparedHead.of(PHOTOGRAPH, ViewTest.FRONTAL.surface(), Progress.NONE);
	private static final Parted PARTED = Parting.part(PHOTOGRAPH, HEAD, Progress.NONE);

	private static View view(final Carrier.Kind kind) {
		final Sitter sitter = Turned.sitter(HEAD, PARTED);
		final ViewTarget target = ViewTarget.of(new Pose(14, 0, 0).toRotation());
		return switch (kind) {
			case UNCHANGED -> View.unchanged(HEAD);
			case BENT -> View.bend(sitter, target, Progress.NONE);
			case TURNED -> View.turn(sitter, target, Progress.NONE);
		};
	}

	@ParameterizedTest
	@EnumSource(Carrier.Kind.class)
	void whoeverIsToldMayWriteIntoIt(final Carrier.Kind kind) {
		final View view = view(kind);
		for (final Function<View, Picture> told : List.<Function<View, Picture>>of(View::visibility, View::known, View::mirrored, View::correspondence)) {
			final Picture first = told.apply(view), kept = first.copy();
			Arrays.fill(first.data(), 9);
			assertArrayEquals(kept.data(), told.apply(view).data());
		}
	}

	@ParameterizedTest
	@EnumSource(Carrier.Kind.class)
	void itIsToldFromZeroToOneAndOfThePersonAlone(final Carrier.Kind kind) {
		final View view = view(kind);
		final Picture known = view.known(), visibility = view.visibility(), places = view.correspondence();
		final int n = view.area().size();
		for (int i = 0; i < n; i++) {
			final boolean person = view.alpha().data()[i] > 0;
			assertEquals(person, !Float.isNaN(visibility.data()[i]));
			for (int c = 0; c < 3; c++) {
				final float share = known.data()[c * n + i];
				assertEquals(Math.max(0, Math.min(1, share)), person ? share : 0, 1e-5);
				assertEquals(person, !Float.isNaN(places.data()[c * n + i]));
			}
			if (person) assertEquals(0, places.data()[2 * n + i], "its only source");
		}
	}

	/** Layers whose grid is not the view's, so that all of them are read and none is handed on. */
	@ParameterizedTest
	@EnumSource(Carrier.Kind.class)
	void layersStayAsTheyAre(final Carrier.Kind kind) {
		final View view = view(kind);
		final Area area = view.area();
		final Picture fine = PHOTOGRAPH.copy();
		final Layer layer = new Layer(new Similarity(1, 0, 0.25, 0.25), fine, fine);
		assertEquals(area.width(), view.carry(List.of(layer), Progress.NONE).width());
		view.carryToMaps(List.of(layer), null, Progress.NONE);
		if (view.isWhole()) view.whole(fine, Progress.NONE);
		assertArrayEquals(PHOTOGRAPH.data(), fine.data());
	}

	@ParameterizedTest
	@EnumSource(Carrier.Kind.class)
	void layersThatDoNotGoTogetherAreRefused(final Carrier.Kind kind) {
		final View view = view(kind);
		final Layer person = PARTED.person(), share = Layer.over(HEAD.area(), PARTED.share(), PARTED.share());
		assertThrows(IllegalArgumentException.class, () -> view.carry(List.of(), Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> view.carry(List.of(person, share), Progress.NONE));
	}
}
