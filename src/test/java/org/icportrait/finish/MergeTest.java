package org.icportrait.finish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.icportrait.bridge.EggHead;
import org.icportrait.face.FaceBox;
import org.icportrait.face.FaceChoice;
import org.icportrait.face.HeadReading;
import org.icportrait.generate.Condition;
import org.icportrait.generate.Denoising;
import org.icportrait.generate.Generation;
import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.CropSampler;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.outline.SeenOutline;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Scene;
import org.icportrait.skin.HeadSide;
import org.icportrait.skin.InFrame;
import org.icportrait.strands.Hanging;
import org.icportrait.strands.HangingBody;
import org.icportrait.strands.Scalp;
import org.icportrait.turn.Turn;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is laid over the egg, turned and seen askance: what hair that hangs says is heeded, all of it is such hair or none; and rims of hair hold no wall. */
class MergeTest {

	/** The trust that is left of what is seen, as where a photograph shows it askance. */
	private static final float ASKANCE = 0.1f;

	/** Side of a photograph of one whose hair hangs, pixels. */
	private static final int MANED = 160;

	private static final float HAIR = 0.02f;

	private static PortraitEngine engine;
	private static Profile egg;
	private static PortraitResult turned;
	private static Condition condition;
	private static Picture known;

	@BeforeAll
	static void turn() {
		engine = PortraitEngine.open(EggHead.engine().withPack(EggHead.packWithGenerator()));
		egg = engine.analyze(Photograph.of(EggHead.one()).picture(), FaceChoice.largest(), Progress.NONE);
		final Scene scene = Scene.UNCHANGED.withPose(PoseChoice.absolute(60, 0, 0));
		turned = engine.make(Person.of(egg), scene, Progress.NONE);
		condition = engine.condition(Person.of(egg), scene, Progress.NONE);
		known = turned.view().known();
		for (int i = 0; i < known.planeSize(); i++) known.data()[i] *= ASKANCE;
		final int n = condition.frame().side() * condition.frame().side();
		for (int i = 0; i < n; i++) condition.maps().buffer().put(i, ASKANCE * condition.maps().buffer().get(i));
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	private static Picture filled(final int width, final int height, final float value) {
		final Picture out = new Picture(width, height, 1);
		Arrays.fill(out.data(), value);
		return out;
	}

	/** @param share of it everywhere @param body likewise @param rear likewise */
	private static Hanging hair(final float share, final float body, final float rear) {
		final int side = condition.frame().side();
		return new Hanging(filled(known.width(), known.height(), share), filled(side, side, share), new HangingBody(filled(side, side, body), filled(side, side, 1), filled(side, side, rear), filled(side, side, 0)));
	}

	private static Merge merge(final PreparedHead head, final Hanging hair, final SeenOutline seen) {
		final GeometricPortrait geometric = new GeometricPortrait(turned.view(), known, turned.picture(), condition, List.of(new Picture(head.width(), head.height(), 3)), List.of(head));
		return new Merge(geometric, seen, hair, Turn.HEAD, Generation.AUTOMATIC, Progress.NONE);
	}

	private static Merge merge(final Hanging hair) {
		return merge(egg.head(Progress.NONE), hair, SeenOutline.USUAL);
	}

	/** Everything white and the person's was generated. */
	private static Merge.Merged merged(final Hanging hair) {
		final int side = condition.frame().side();
		return merged(merge(hair), filled(side, side, 1));
	}

	/** White was generated. */
	private static Merge.Merged merged(final Merge merge, final Picture matte) {
		final Picture white = new Picture(matte.width(), matte.height(), 3);
		Arrays.fill(white.data(), 1);
		return merge.over(new Denoising.Generated(white, matte), Progress.NONE);
	}

	/** Over what of the view the photograph shows, askance, or over what nobody is, the mean of a picture of the view's size. */
	private static double mean(final Picture picture, final boolean askance) {
		final int w = known.width(), n = known.planeSize(), x0 = turned.view().area().x(), y0 = turned.view().area().y();
		double sum = 0;
		int count = 0;
		for (int i = 0; i < n; i++) {
			final boolean seen = known.data()[n + i] > 0.99f && known.data()[2 * n + i] < 0.01f;
			if (askance ? !seen : turned.view().alpha().data()[i] > 0) continue;
			sum += picture.get(x0 + i % w, y0 + i / w, 0);
			count++;
		}
		assertTrue(count > 50, count + " pixels");
		return sum / count;
	}

	@Test
	void hairThatHangsIsThePhotographsOwnWhereItIsSeenAskance() {
		final double none = mean(merged(Hanging.NONE).generated(), true), hair = mean(merged(hair(1, 0, 0)).generated(), true);
		assertTrue(none > 0.9, "skin is generated " + none);
		assertTrue(hair < 0.3, "hair is " + hair);
	}

	@Test
	void itsUnseenSideIsGeneratedInItsColour() {
		final Merge.Merged hair = merged(hair(1, 1, 1)), none = merged(Hanging.NONE);
		assertTrue(mean(hair.generated(), true) > 0.9, "generated " + mean(hair.generated(), true));
		assertTrue(mean(hair.portrait(), true) < mean(none.portrait(), true) - 0.1, "as dark as hair " + mean(hair.portrait(), true) + " of " + mean(none.portrait(), true));
	}

	@Test
	void itHasRoomBesideTheHead() {
		final double none = mean(merged(Hanging.NONE).generated(), false), hair = mean(merged(hair(1, 1, 1)).generated(), false);
		assertTrue(hair > none + 0.3, hair + " of what nobody was, and without such hair " + none);
	}

	/** Dark hair before a bright wall, of which half is in the outermost pixels that were generated. */
	@Test
	void theRimOfHairHoldsNoWall() {
		final float[] wallBefore = condition.behind().data().clone();
		Arrays.fill(condition.behind().data(), 0.8f);
		final int side = condition.frame().side(), n = side * side;
		final Picture drawn = condition.frame().crop(turned.view().alpha(), turned.view().area(), turned.view().width(), turned.view().height(), Progress.NONE);
		final Picture scalp = Scalp.of(List.of(egg.head(Progress.NONE)), condition, Progress.NONE), pure = new Picture(side, side, 3), mixed = new Picture(side, side, 3);
		final boolean[] wall = new boolean[n], rim = new boolean[n];
		for (int i = 0; i < n; i++) wall[i] = drawn.data()[i] < 0.5f;
		final boolean[] about = Dilation.grow(wall, side, 2, Progress.NONE);
		for (int i = 0; i < n; i++) rim[i] = about[i] && !wall[i] && scalp.data()[i] > 0.9f;
		for (int i = 0; i < 3 * n; i++) {
			pure.data()[i] = wall[i % n] ? condition.behind().data()[i] : HAIR;
			mixed.data()[i] = rim[i % n] ? 0.5f * (HAIR + condition.behind().data()[i]) : pure.data()[i];
		}
		final double wanted = rimmed(pure, wall, rim), unmixed = rimmed(mixed, wall, rim);
		System.arraycopy(wallBefore, 0, condition.behind().data(), 0, wallBefore.length);
		assertEquals(wanted, unmixed, 0.05);
	}

	/** Mean of what is laid over a part of the frame. */
	private static double rimmed(final Picture made, final boolean[] wall, final boolean[] rim) {
		final int side = condition.frame().side();
		final Picture matte = Picture.ofMask(wall, side);
		for (int i = 0; i < matte.data().length; i++) matte.data()[i] = 1 - matte.data()[i];
		final Picture out = merge(Hanging.NONE).over(new Denoising.Generated(made, matte), Progress.NONE).portrait();
		final Picture inFrame = CropSampler.crop(out, condition.frame().toPicture(), side, Progress.NONE);
		double sum = 0;
		int count = 0;
		for (int i = 0; i < rim.length; i++) {
			if (!rim[i]) continue;
			sum += inFrame.data()[i];
			count++;
		}
		assertTrue(count > 10, count + " pixels");
		return sum / count;
	}

	/** A lock beside the neck of the mean head, farther out than its skin, dark before a grey wall. */
	private static Profile maned() {
		final HeadReading reading = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), MANED);
		final int map = reading.matte().width(), n = map * map;
		final Picture photograph = ModelHead.photograph(reading, MANED);
		for (int i = 0; i < n; i++) {
			final double u = (i % map + 0.5) / map * MANED, v = (i / map + 0.5) / map * MANED, x = reading.camera().liftX(u, 0), y = reading.camera().liftY(v, 0);
			if (Math.abs(x) < 0.5 || Math.abs(x) > 1 || y > 0 || y < -1 || reading.matte().data()[i] > 0) continue;
			reading.matte().data()[i] = 1;
			reading.coordinates().data()[i] = 1.5f * (float) x;
			reading.coordinates().data()[n + i] = (float) y;
			reading.coordinates().data()[2 * n + i] = -0.2f;
			reading.depth().data()[i] = -0.2f;
		}
		return Profile.of(photograph, new FaceBox(MANED / 2, MANED / 2, 80, 0, 1), reading);
	}

	/** White is generated over a head's side, which a photograph shows askance. @param source yaw of the photograph, degrees @param out by so many dm what lies beside the face is farther out than skin */
	private static double besideFace(final double source, final float out) {
		final HeadReading reading = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(source, 0, 0), MANED);
		final float[] places = reading.coordinates().data();
		for (int i = 0; i < reading.coordinates().planeSize(); i++) if (Math.abs(places[i]) > 0.5f) places[i] += Math.copySign(out, places[i]);
		final PreparedHead head = PreparedHead.of(new Picture(MANED, MANED, 3), reading, Progress.NONE);
		final Condition side = HeadSide.condition(HeadSide.COLLAR, 0), laid = new Condition(condition.frame(), side.start(), side.maps(), side.behind());
		for (int i = 0; i < InFrame.N; i++) if (side.z(i) > 0 && side.z(i) < 0.45f) side.maps().buffer().put(i, ASKANCE);
		final GeometricPortrait geometric = new GeometricPortrait(turned.view(), known, turned.picture(), laid, List.of(new Picture(MANED, MANED, 3)), List.of(head));
		final Merge merge = new Merge(geometric, SeenOutline.USUAL, Hanging.NONE, Turn.HEAD, Generation.AUTOMATIC, Progress.NONE);
		return mean(merged(merge, filled(InFrame.SIDE, InFrame.SIDE, 1)).generated(), true);
	}

	/** A photograph from the side shows an ear itself and says nothing. */
	@Test
	void theSideOfAFaceBesideLooseHairIsThePhotographsOwn() {
		final double loose = besideFace(0, 0.25f), none = besideFace(60, 0.25f);
		assertTrue(none > 0.9, "generated " + none);
		assertTrue(loose < none - 0.1, "beside loose hair " + loose + " of " + none);
	}

	@Test
	void hairThatHangsIsFoundInTheHeads() {
		final Person person = Person.of(maned());
		final Scene scene = Scene.UNCHANGED.withPose(PoseChoice.absolute(-40, 0, 0));
		final PortraitResult result = engine.make(person, scene, Progress.NONE);
		final GeometricPortrait geometric = new GeometricPortrait(result.view(), result.view().known(), result.picture(), engine.condition(person, scene, Progress.NONE),
			List.of(person.first().picture()), List.of(person.first().head(Progress.NONE)));
		final int side = geometric.condition().frame().side();
		final Denoising.Generated made = new Denoising.Generated(new Picture(side, side, 3), filled(side, side, 1));
		final Merge found = new Merge(geometric, SeenOutline.USUAL, Turn.HEAD, Generation.AUTOMATIC, Progress.NONE), none = new Merge(geometric, SeenOutline.USUAL, Hanging.NONE, Turn.HEAD, Generation.AUTOMATIC, Progress.NONE);
		assertFalse(Arrays.equals(none.over(made, Progress.NONE).portrait().data(), found.over(made, Progress.NONE).portrait().data()));
	}

	private static Person combed() {
		final HeadReading reading = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), MANED);
		ModelHead.paintScalp(reading, 0.1f);
		return Person.of(Profile.of(ModelHead.photograph(reading, MANED), new FaceBox(MANED / 2, MANED / 2, 80, 0, 1), reading));
	}

	/** They were generated, a plain cap. */
	@Test
	void strandsTowardTheCrownAreThePhotographsOwn() {
		final Person person = combed();
		final Scene scene = Scene.UNCHANGED.withPose(PoseChoice.absolute(40, 0, 0));
		final PortraitResult result = engine.make(person, scene, Progress.NONE);
		final Condition askance = engine.condition(person, scene, Progress.NONE);
		final Picture seen = result.view().known(), all = filled(askance.frame().side(), askance.frame().side(), 1);
		for (int i = 0; i < seen.planeSize(); i++) seen.data()[i] *= ASKANCE;
		for (int i = 0; i < all.planeSize(); i++) askance.maps().buffer().put(i, ASKANCE * askance.maps().buffer().get(i));
		final GeometricPortrait geometric = new GeometricPortrait(result.view(), seen, result.picture(), askance, List.of(person.first().picture()), List.of(person.first().head(Progress.NONE)));
		final Picture generated = merged(new Merge(geometric, SeenOutline.USUAL, Hanging.NONE, Turn.HEAD, Generation.AUTOMATIC, Progress.NONE), all).generated();
		final Picture laid = CropSampler.crop(generated, askance.frame().toPicture(), askance.frame().side(), Progress.NONE), scalp = Scalp.of(geometric.heads(), askance, Progress.NONE);
		int own = 0;
		for (int i = 0; i < all.planeSize(); i++) if (scalp.data()[i] > 0.9f && askance.covered(i) > 0 && laid.data()[i] < 0.5f) own++;
		assertTrue(own > 10, own + " pixels");
	}

	/** The photograph shows the left half of the hair surely, and the right one so little that it is generated. */
	@Test
	void seenHairPassesIntoGeneratedHair() {
		final Person person = combed();
		final Scene scene = Scene.UNCHANGED.withPose(PoseChoice.absolute(0, 0, 30));
		final PortraitResult result = engine.make(person, scene, Progress.NONE);
		final Condition half = engine.condition(person, scene, Progress.NONE);
		final int side = half.frame().side(), n = side * side;
		final Picture seen = result.view().known();
		half.frame().over(result.view().area(), Progress.NONE, (i, u, v) -> seen.data()[i] = u < side / 2 ? seen.data()[seen.planeSize() + i] : 0);
		for (int i = 0; i < n; i++) half.maps().buffer().put(i, i % side < side / 2 ? half.covered(i) : 0);
		final GeometricPortrait geometric = new GeometricPortrait(result.view(), seen, result.picture(), half, List.of(person.first().picture()), List.of(person.first().head(Progress.NONE)));
		final Picture generated = merged(new Merge(geometric, SeenOutline.USUAL, Hanging.NONE, Turn.HEAD, Generation.AUTOMATIC, Progress.NONE), filled(side, side, 1)).generated();
		final Picture laid = CropSampler.crop(generated, half.frame().toPicture(), side, Progress.NONE), scalp = Scalp.of(geometric.heads(), half, Progress.NONE);
		int between = 0, rows = 0;
		for (int row = 0; row < side; row++) {
			boolean any = false;
			for (int x = side / 2 - 4; x < side / 2; x++) {
				final int i = row * side + x;
				final boolean hair = scalp.data()[i] > 0.9f && half.covered(i) > 0;
				if (hair && laid.data()[i] > 0.02f && laid.data()[i] < 0.98f) between++;
				any |= hair;
			}
			if (any) rows++;
		}
		assertTrue(rows > 3 && between >= rows, between + " pixels of " + rows + " rows");
	}

	/** How much light is laid over a black frame, whose mean head turns, where so much of it is neck before a tail. */
	private static double bare(final float neck) {
		final Person person = combed();
		final Scene scene = Scene.UNCHANGED.withPose(PoseChoice.absolute(40, 0, 0));
		final PortraitResult result = engine.make(person, scene, Progress.NONE);
		final Condition turned = engine.condition(person, scene, Progress.NONE);
		final int side = turned.frame().side();
		final GeometricPortrait geometric = new GeometricPortrait(result.view(), result.view().known(), result.picture(), turned, List.of(person.first().picture()), List.of(person.first().head(Progress.NONE)));
		final Picture none = filled(side, side, 0);
		final Hanging tail = new Hanging(null, none, new HangingBody(none, none, none, filled(side, side, neck)));
		final Picture bare = new Finish(geometric, result.picture().area(), null, tail, null, 1, Progress.NONE).bare(new Picture(side, side, 3), Progress.NONE);
		double sum = 0;
		for (final float value : bare.data()) sum += value;
		return sum / bare.data().length;
	}

	@Test
	void theNeckBeforeATailIsSkin() {
		final double skin = bare(1), none = bare(0);
		assertTrue(skin > none + 0.05, skin + " and " + none);
	}

	private static PreparedHead haired() {
		final HeadReading reading = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), 160);
		ModelHead.paintScalp(reading, 0.1f);
		return PreparedHead.of(new Picture(160, 160, 3), reading, Progress.NONE);
	}

	/** Nothing is generated above a row that goes through the scalp. */
	@Test
	void outlinesOfGeneratedHairAreLikeTheSeenOnes() {
		final PreparedHead head = haired();
		final int side = condition.frame().side();
		final Picture matte = filled(side, side, 1);
		Arrays.fill(matte.data(), 0, side / 4 * side, 0);
		final Picture sharp = merged(merge(head, Hanging.NONE, new SeenOutline(0, 0)), matte).generated();
		final Picture soft = merged(merge(head, Hanging.NONE, new SeenOutline(0.025, 0.08)), matte).generated();
		int changed = 0;
		for (int i = 0; i < sharp.data().length; i++) if (Math.abs(sharp.data()[i] - soft.data()[i]) > 0.05f) changed++;
		assertTrue(changed > 50, changed + " pixels");
	}
}
