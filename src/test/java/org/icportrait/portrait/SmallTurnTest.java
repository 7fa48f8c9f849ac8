package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.face.HeadReading;
import org.icportrait.generate.Denoising;
import org.icportrait.generate.Extras;
import org.icportrait.generate.Generation;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Picture;
import org.icportrait.image.Shares;
import org.icportrait.layers.Layer;
import org.icportrait.layers.Parted;
import org.icportrait.light.LightPreset;
import org.icportrait.light.LightReading;
import org.icportrait.view.Background;
import org.icportrait.view.Composition;
import org.icportrait.view.View;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A head that turns a little is bent with its photograph, whatever the method; one that turns far is cut out. */
class SmallTurnTest extends GeneratingEgg {

	private static Scene turnedBy(final double degrees) {
		return Scene.UNCHANGED.withPose(PoseChoice.change(degrees, 0, 0));
	}

	private static PortraitResult make(final Scene scene) {
		return engine.make(Person.of(egg), scene, Progress.NONE);
	}

	@Test
	void toTwentyTwoDegreesItIsBentAndNothingIsGenerated() {
		final PortraitResult geometric = make(turnedBy(21.5)), asked = make(turnedBy(21.5).withGeneration(Denoising.DEFAULT));
		assertTrue(asked.view().isBent());
		assertArrayEquals(geometric.picture().data(), asked.picture().data());
		assertNull(asked.generated());
		assertEquals("geometric", asked.provenance().facts().get("method"));
		assertNotNull(asked.provenance().facts().get(Provenance.DRAWN));
		assertTrue(MethodsText.of(asked.provenance()).contains("bent as a whole"));
		final PortraitResult farther = make(turnedBy(22.5).withGeneration(Denoising.DEFAULT));
		assertFalse(farther.view().isBent());
		assertNotNull(farther.generated());
		assertNull(farther.provenance().facts().get(Provenance.DRAWN));
	}

	/** Who asks for variants and gets none is told why; who asks for nothing that is missing is not told anything. */
	@Test
	void whatWasAskedForInVainIsTold() {
		final Generation plain = Generation.of(Denoising.DEFAULT);
		assertNull(make(turnedBy(10).withGeneration(plain)).provenance().facts().get(Provenance.IDLE));
		final Generation asked = Generation.of(Denoising.DEFAULT.withVariant(3)).withExtras(new Extras(2, false, true, false, false));
		final String told = (String) make(turnedBy(10).withGeneration(asked)).provenance().facts().get(Provenance.IDLE);
		assertEquals("nothing was generated, as the turn is small, and the photograph was bent as a whole, so these had no effect: variants, start, variant (turn farther to use them)",
			told);
		assertTrue(((String) make(Scene.UNCHANGED.withGeneration(asked)).provenance().facts().get(Provenance.IDLE)).contains("as nothing turns"));
		assertNull(make(turnedBy(25).withGeneration(asked)).provenance().facts().get(Provenance.IDLE));
		final Person two = Person.of(egg, egg);
		assertTrue(((String) engine.make(two, turnedBy(10), Progress.NONE).provenance().facts().get(Provenance.IDLE)).contains("no effect: profiles"));
	}

	@Test
	void theViewIsTheOneAskedFor() {
		final PortraitResult result = make(turnedBy(10));
		final Pose before = egg.pose(), after = Pose.of(result.view().rotation());
		assertEquals(before.yaw() + 10, after.yaw(), 0.01);
	}

	/** All that was there is there still: the corner to the bit, and the face beside where it was. */
	@Test
	void itsPictureIsThePhotographBent() {
		final Picture picture = make(turnedBy(10)).picture();
		assertEquals(egg.picture().get(0, 0, 0), picture.get(0, 0, 0));
		final Picture bent = engine.turn(Person.of(egg), turnedBy(10), Progress.NONE).view().whole(egg.picture(), Progress.NONE);
		assertArrayEquals(bent.data(), picture.data());
	}

	@Test
	void itsLightChangesThePersonAlone() {
		final Picture plain = make(turnedBy(10)).picture(), lit = make(turnedBy(10).withLight(LightReading.of(LightPreset.KEY_LEFT.light(), 1))).picture();
		int changed = 0;
		for (int i = 0; i < plain.planeSize(); i++) if (plain.data()[i] != lit.data()[i]) changed++;
		assertTrue(changed > 500, changed + " pixels changed");
		assertEquals(plain.get(0, 0, 0), lit.get(0, 0, 0));
	}

	/** No more of the parted photograph is read than counts: its light is that of all of it. */
	@ParameterizedTest
	@EnumSource(names = { "KEY_LEFT", "RIM" })
	void itIsLitAsIfAllOfItWereRead(final LightPreset preset) {
		final TurnedPortrait turned = engine.turn(Person.of(egg), turnedBy(10), Progress.NONE);
		final LightReading light = LightReading.of(preset.light(), 1);
		final View view = turned.view();
		final Parted parted = egg.parted(Progress.NONE);
		final Area area = view.area();
		final Picture person = view.carry(parted.person(), null, Progress.NONE), share = Shares.clip(view.carry(Layer.over(area, parted.share(), parted.share()), null, Progress.NONE));
		final Parted all = new Parted(area, Layer.over(area, person, person), view.carry(Layer.over(area, parted.plate(), parted.plate()), null, Progress.NONE), share);
		final Picture colours = turned.colours(), lit = Relit.of(turned, light, Progress.NONE).whole(person, area, Progress.NONE);
		for (int i = 0; i < person.data().length; i++) if (share.data()[i % area.size()] > 0) assertEquals(person.data()[i], colours.data()[i]);
		assertArrayEquals(Composition.over(turned.photograph(Progress.NONE), all, view, lit, Background.KEEP, Progress.NONE).data(), engine.light(turned, light, Progress.NONE).picture().data());
	}

	@Test
	void itIsCutOutWhereTheBackgroundIsTakenAway() {
		final PortraitResult result = make(turnedBy(10).withBackground(Background.REMOVE));
		final int middle = result.alpha().height() / 2 * result.alpha().width() + result.alpha().width() / 2;
		assertEquals(1, result.alpha().data()[middle], 1e-6);
		assertEquals(0, result.alpha().data()[0]);
		assertEquals(0, result.picture().data()[0]);
	}

	/** Cut out, a head was torn along whoever hides a part of it. */
	@Test
	void whoStandsNearerIsNoReasonToCutAHeadOut() {
		final HeadReading r = egg.reading();
		final Picture nearer = new Picture(r.matte().width(), r.matte().height(), 1);
		for (int i = 0; i < nearer.planeSize(); i++) nearer.data()[i] = i % nearer.width() > 0.7 * nearer.width() ? 1 : 0;
		final HeadReading hidden = new HeadReading(r.cropToPicture(), r.matte(), r.coordinates(), r.depth(), r.backDepth(), r.normals(), r.albedo(), r.rotation(), r.camera(), r.light(),
			r.landmarks(), r.confidence(), r.interval(), r.eyelids(), null, nearer, nearer, r.parts());
		final Person who = Person.of(Profile.of(egg.picture(), egg.box(), hidden));
		assertNotNull(who.first().head(Progress.NONE).nearer());
		assertTrue(engine.make(who, turnedBy(10), Progress.NONE).view().isBent());
	}

	/** Networks learn from heads that are cut out, however little they turn. */
	@Test
	void whatNetworksAreGivenIsNotBent() {
		final Scene scene = turnedBy(10).withGeneration(Denoising.DEFAULT);
		assertFalse(TurnedPortrait.cutOut(Person.of(egg), scene, Progress.NONE).view().isWhole());
		final Picture start = engine.condition(Person.of(egg), scene, Progress.NONE).startPicture();
		assertTrue(start.planeSize() > 0);
	}

	@ParameterizedTest
	@CsvSource({ "21.5,0,0,true", "-21.5,0,0,true", "0,21.5,0,true", "22.5,0,0,false", "0,-22.5,0,false", "16,16,0,false", "0,0,29,true", "0,0,-29,true", "0,0,31,false",
		"16,0,20,true", "16,0,28,false" })
	void smallIsWhatBringsNothingIntoView(final double yaw, final double pitch, final double roll, final boolean small) {
		for (final Pose from : new Pose[] { Pose.FRONTAL, new Pose(0, 0, 20) }) {
			final Rotation before = from.toRotation();
			assertEquals(small, TurnedPortrait.isSmall(before, new Pose(yaw, pitch, roll + from.roll()).toRotation()), from.toString());
		}
	}

	/** Behind the outline of a profile the other half of the face comes into view, and of what is seen from three quarters some of it. */
	@ParameterizedTest
	@CsvSource({ "5,21.5,true", "25,17.5,true", "25,18.5,false", "30,17.5,true", "40,8,true", "40,12,false", "-50,1,false", "60,1,false" })
	void profilesAreCutOut(final double yaw, final double turned, final boolean small) {
		assertEquals(small, TurnedPortrait.isSmall(new Pose(yaw, 0, 0).toRotation(), new Pose(yaw - Math.signum(yaw) * turned, 0, 0).toRotation()));
	}

	@ParameterizedTest
	@CsvSource({ "30,0,40,30", "0,-20,-35,20", "0,0,90,0", "180,0,0,180" })
	void sightIsTheAngleBetweenTheSidesThatAreShown(final double yaw, final double pitch, final double roll, final double degrees) {
		assertEquals(degrees, Rotation.IDENTITY.degreesOfSight(new Pose(yaw, pitch, roll).toRotation()), 1e-4);
	}
}
