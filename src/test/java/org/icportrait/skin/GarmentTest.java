package org.icportrait.skin;

import static org.icportrait.skin.HeadSide.COLLAR;
import static org.icportrait.skin.HeadSide.SKIN;
import static org.icportrait.skin.HeadSide.cell;
import static org.icportrait.skin.InFrame.N;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;

import org.icportrait.generate.Condition;
import org.icportrait.image.Picture;
import org.junit.jupiter.api.Test;

/** On the {@link HeadSide}. */
class GarmentTest {

	private static final int NECK = cell(-0.95, 0.2), SHIRT = cell(-1.4, 0.3);

	/** Below the collar it is as wide as shoulders are. */
	private static Condition shouldered() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final FloatBuffer maps = condition.maps().buffer();
		for (int i = 0; i < N; i++) if (maps.get(Condition.Y * N + i) < COLLAR) maps.put(Condition.X * N + i, 1);
		return condition;
	}

	/** Its shirt of the skin's own tinge. @param light times as bright as skin */
	private static Condition beige(final float light) {
		final Condition condition = shouldered();
		final FloatBuffer start = condition.start().buffer();
		for (int i = 0; i < N; i++) {
			final float y = condition.maps().buffer().get(Condition.Y * N + i);
			for (int c = 0; c < 3; c++) start.put(c * N + i, Condition.signed(0.3f * SKIN[c] * (y < COLLAR ? light : 1)));
		}
		return condition;
	}

	private static Garment garment(final Condition condition) {
		return Garment.of(condition, SeenSkin.of(condition));
	}

	@Test
	void aShirtOfTheSkinsTingeIsToldByItsBrightness() {
		for (final float light : new float[] { 3, 0.25f }) {
			final Condition condition = beige(light);
			final Picture start = condition.startPicture();
			final Garment garment = garment(condition);
			assertNotNull(garment.tone(), "times " + light);
			assertEquals(0.3f * light * SKIN[0], garment.tone()[0], 0.01f);
			assertTrue(garment.isCloth(start, SHIRT), "times " + light);
			assertFalse(garment.isCloth(start, NECK), "times " + light);
		}
	}

	@Test
	void bareShouldersAreNoGarment() {
		final Condition condition = beige(1.2f);
		assertNull(garment(condition).tone());
		assertFalse(garment(condition).isCloth(condition.startPicture(), SHIRT));
	}

	/** Beside a white shirt tinges tell what is skin in full light; of a beige one nothing does. */
	@Test
	void litSkinIsToldByItsTingeAlone() {
		final Condition white = shouldered(), beige = beige(3);
		for (int c = 0; c < 3; c++) white.start().buffer().put(c * N + NECK, Condition.signed(1.9f * SKIN[c]));
		assertNull(garment(white).tone());
		assertTrue(garment(white).litSkin(white)[NECK]);
		assertFalse(garment(white).litSkin(white)[SHIRT]);
		for (final boolean one : garment(beige).litSkin(beige)) assertFalse(one);
	}

	/** A neck's width tells nothing of clothes, nor do hair and shoulders as wide as the chest. */
	@Test
	void theSidesOfTheChestAloneTell() {
		final Condition narrow = beige(3), wide = beige(3);
		for (int i = 0; i < N; i++) {
			if (narrow.y(i) < COLLAR) narrow.maps().buffer().put(Condition.X * N + i, 0.6f);
			wide.maps().buffer().put(Condition.X * N + i, 1);
		}
		assertNull(garment(narrow).tone());
		assertEquals(0.9f * SKIN[0], garment(wide).tone()[0], 0.01f);
	}

	@Test
	void farBelowTheCollarNothingIsLitSkin() {
		final Condition white = shouldered();
		for (int c = 0; c < 3; c++) white.start().buffer().put(c * N + SHIRT, Condition.signed(1.9f * SKIN[c]));
		assertFalse(garment(white).litSkin(white)[SHIRT]);
	}
}
