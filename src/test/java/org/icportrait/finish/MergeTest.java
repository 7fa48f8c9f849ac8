package org.icportrait.finish;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.icportrait.bridge.EggHead;
import org.icportrait.face.FaceChoice;
import org.icportrait.face.HeadReading;
import org.icportrait.generate.Condition;
import org.icportrait.generate.Denoising;
import org.icportrait.generate.Generation;
import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Scene;
import org.icportrait.view.Turn;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What hair that hangs says is heeded where what was generated is laid over the egg, turned and seen askance: all of it is such hair, or none. */
class MergeTest {

	/** The trust that is left of what is seen, as where a photograph shows it askance. */
	private static final float ASKANCE = 0.1f;

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
		return new Hanging(filled(known.width(), known.height(), share), filled(side, side, share), new HangingBody(filled(side, side, body), filled(side, side, rear)));
	}

	/** Everything white and the person's was generated. */
	private static Merge.Merged merged(final Hanging hair) {
		final int side = condition.frame().side();
		return merged(egg.head(Progress.NONE), hair, SeenOutline.USUAL, filled(side, side, 1));
	}

	private static Merge.Merged merged(final PreparedHead head, final Hanging hair, final SeenOutline seen, final Picture matte) {
		final Picture white = new Picture(matte.width(), matte.height(), 3);
		Arrays.fill(white.data(), 1);
		final Merge merge = new Merge(turned.view(), known, turned.picture(), condition, List.of(head), seen, hair, Turn.HEAD, Generation.AUTOMATIC, Progress.NONE);
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

	/** Nothing is generated above a row that goes through the scalp. */
	@Test
	void outlinesOfGeneratedHairAreLikeTheSeenOnes() {
		final HeadReading reading = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), 160);
		ModelHead.paintScalp(reading, 0.1f);
		final PreparedHead head = PreparedHead.of(new Picture(160, 160, 3), reading, Progress.NONE);
		final int side = condition.frame().side();
		final Picture matte = filled(side, side, 1);
		Arrays.fill(matte.data(), 0, side / 5 * side, 0);
		final Picture sharp = merged(head, Hanging.NONE, new SeenOutline(0, 0), matte).generated(), soft = merged(head, Hanging.NONE, new SeenOutline(0.025, 0.08), matte).generated();
		int changed = 0;
		for (int i = 0; i < sharp.data().length; i++) if (Math.abs(sharp.data()[i] - soft.data()[i]) > 0.05f) changed++;
		assertTrue(changed > 50, changed + " pixels");
	}
}
