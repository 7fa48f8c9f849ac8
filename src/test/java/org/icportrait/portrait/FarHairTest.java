package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CancellationException;

import org.icportrait.bridge.ShippedPortrait;
import org.icportrait.bridge.StopWatch;
import org.icportrait.face.FaceChoice;
import org.icportrait.geometry.Area;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.light.LightPreset;
import org.icportrait.light.LightReading;
import org.icportrait.view.Background;
import org.icportrait.view.HairBeyond;
import org.icportrait.work.Progress;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The white hair of the sample portrait beside its far temple. */
@EnabledIf(value = "org.icportrait.models.ModelPack#hasDefault", disabledReason = "models/default holds no pack yet")
class FarHairTest {

	private static PortraitEngine engine;
	private static Person who;

	@BeforeAll
	static void open() throws IOException {
		engine = PortraitEngine.open(EngineOptions.DEFAULT);
		who = Person.of(engine.analyze(ShippedPortrait.picture(), FaceChoice.largest(), Progress.NONE));
	}

	@AfterAll
	static void close() {
		if (engine != null) engine.close();
	}

	private static Scene turned(final double yaw) {
		return Scene.UNCHANGED.withPose(PoseChoice.change(yaw, 0, 0));
	}

	private static LitPortrait lit(final Scene scene, final LightReading light) {
		return engine.lit(engine.turn(who, scene, Progress.NONE), light, Progress.NONE);
	}

	@Test
	void itGoesOnBesideTheFarTemple() {
		for (final double yaw : new double[] { 28, -28 }) {
			final HairBeyond hair = lit(turned(yaw), null).hair();
			assertNotNull(hair);
			double far = 0, luminance = 0;
			final int n = hair.share().planeSize();
			final double middle = who.first().head(Progress.NONE).camera().x0(), dm = who.first().head(Progress.NONE).camera().s();
			for (int i = 0; i < n; i++) {
				final float share = hair.share().data()[i];
				final double aside = Math.signum(yaw) * (hair.area().x() + i % hair.area().width() - middle);
				if (aside < 0.3 * dm) continue;
				far += share;
				luminance += share * Colour.luminance(hair.own().data()[i], hair.own().data()[n + i], hair.own().data()[2 * n + i]);
			}
			assertTrue(far > 0.02 * dm * dm, far / (dm * dm) + " square dm at " + yaw);
			assertTrue(luminance > 0.35 * far, "it is white: " + luminance / far);
		}
	}

	@Test
	void nothingOfThePersonChanges() {
		final LitPortrait lit = lit(turned(28), null);
		final Picture before = lit.bare().picture().copy(), alpha = lit.bare().view().alpha(), after = lit.whole().picture();
		final Area area = lit.bare().view().area();
		int changed = 0;
		for (int i = 0; i < before.planeSize(); i++) {
			final int at = area.index(i % before.width(), i / before.width());
			final boolean person = at >= 0 && alpha.data()[at] == 1;
			if (person) for (int c = 0; c < 3; c++) assertEquals(before.data()[c * before.planeSize() + i], after.data()[c * before.planeSize() + i]);
			else if (before.data()[i] != after.data()[i]) changed++;
		}
		assertTrue(changed > 100, changed + " pixels of hair");
	}

	@Test
	void cutOutItIsPartOfTheCoverage() {
		final LitPortrait lit = lit(turned(28).withBackground(Background.REMOVE), null);
		final Picture before = lit.bare().alpha().copy();
		final double added = sum(lit.whole().alpha()) - sum(before);
		assertTrue(added > 100, added + " pixels");
	}

	@Test
	void itIsLitAsTheHeadIs() {
		final HairBeyond own = lit(turned(28), null).hair(), other = lit(turned(28), LightReading.of(LightPreset.KEY_LEFT.light(), 1)).hair();
		assertArrayEquals(own.share().data(), other.share().data());
		assertArrayEquals(own.own().data(), shown(own).data());
		final Picture lit = shown(other);
		double change = 0;
		for (int i = 0; i < lit.data().length; i++) change += Math.abs(lit.data()[i] - own.own().data()[i]);
		assertTrue(change > 0.05 * sum(own.own()), change + " of " + sum(own.own()));
	}

	/** A bent photograph has its own hair; behind a profile there is none to be seen. */
	@Test
	void smallAndLargeTurnsHaveNone() {
		for (final double yaw : new double[] { 0, 12, 75 }) assertNull(lit(turned(yaw), null).hair(), yaw + " degrees");
	}

	@Test
	void lessAndLessOfItIsSeenAsAHeadTurns() {
		double before = Double.POSITIVE_INFINITY;
		for (final double yaw : new double[] { 32, 44, 56 }) {
			final HairBeyond hair = lit(turned(yaw), null).hair();
			final double now = hair == null ? 0 : sum(hair.share());
			assertTrue(now < before, now + " after " + before);
			before = now;
		}
	}

	@Test
	void whereThereIsNoneItIsNotLookedForAgain() {
		final TurnedPortrait turned = engine.turn(who, turned(75), Progress.NONE);
		assertNull(turned.hairBeyond(Progress.NONE));
		assertNull(turned.hairBeyond(StopWatch.STOPPED));
	}

	@Test
	void cancels() {
		final TurnedPortrait turned = engine.turn(who, turned(28), Progress.NONE);
		assertThrows(CancellationException.class, () -> turned.hairBeyond(StopWatch.STOPPED));
		assertNotNull(turned.hairBeyond(Progress.NONE), "it is made when asked for again");
	}

	private static Picture shown(final HairBeyond hair) {
		return hair.colours().whole(hair.area().width(), hair.area().height(), Progress.NONE);
	}

	private static double sum(final Picture picture) {
		double sum = 0;
		for (final float value : picture.data()) sum += value;
		return sum;
	}
}
