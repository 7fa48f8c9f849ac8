package org.icportrait.finish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.icportrait.body.ModelBust;
import org.icportrait.bridge.EggHead;
import org.icportrait.face.FaceBox;
import org.icportrait.face.FaceChoice;
import org.icportrait.face.HeadReading;
import org.icportrait.face.MadeParts;
import org.icportrait.face.Parts;
import org.icportrait.generate.Condition;
import org.icportrait.generate.Denoising;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.inference.Tensor;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Scene;
import org.icportrait.skin.BareSkin;
import org.icportrait.skin.HeadSide;
import org.icportrait.skin.InFrame;
import org.icportrait.strands.Hanging;
import org.icportrait.strands.HangingBody;
import org.icportrait.turn.Turn;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The egg turned, its skin blotched: what is darker is redder; and the mean head. Everything was generated plain. */
class FinishTest {

	private static final int SIDE = 800, N = SIDE * SIDE;
	private static final float[] SKIN = { 0.7f, 0.55f, 0.45f };

	private static PortraitEngine engine;
	private static GeometricPortrait geometric;

	@BeforeAll
	static void turn() {
		engine = PortraitEngine.open(EggHead.engine().withPack(EggHead.packWithGenerator()));
		final Profile egg = engine.analyze(Photograph.of(EggHead.plain(SIDE)).picture(), FaceChoice.largest(), Progress.NONE);
		final Scene scene = Scene.UNCHANGED.withPose(PoseChoice.absolute(30, 0, 0));
		final PortraitResult turned = engine.make(Person.of(egg), scene, Progress.NONE);
		final Condition condition = engine.condition(Person.of(egg), scene, Progress.NONE);
		final int n = condition.frame().side() * condition.frame().side();
		for (int i = 0; i < 3 * n; i++) condition.start().buffer().put(i, 2 * SKIN[i / n] - 1);
		geometric = new GeometricPortrait(turned.view(), turned.view().known(), blotched(), condition, List.of(egg.picture()), List.of(egg.head(Progress.NONE)));
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	/** Skin whose red changes half as much as its green and blue. */
	private static Picture blotched() {
		final Random random = new Random(4);
		final Picture white = new Picture(SIDE, SIDE, 1), out = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < N; i++) white.data()[i] = 40 * (float) random.nextGaussian();
		final Picture blotches = BoxBlur.blur(white, 4, Progress.NONE);
		for (int i = 0; i < 3 * N; i++) out.data()[i] = Colour.toLinear(SKIN[i / N] + (i < N ? 0.5f : 1) * blotches.data()[i % N] / 255);
		return out;
	}

	/** How closely brightness and redness of what is laid over plain skin go together, -1..1. @param scalp where hair grows; null for nowhere */
	private static double correlation(final Picture scalp) {
		final int side = geometric.condition().frame().side();
		final Picture plain = new Picture(side, side, 3), matte = new Picture(side, side, 1);
		for (int i = 0; i < plain.data().length; i++) plain.data()[i] = Colour.toLinear(SKIN[i / (side * side)]);
		Arrays.fill(matte.data(), 1);
		final Finish finish = new Finish(geometric, new Area(0, 0, SIDE, SIDE), scalp, Hanging.NONE, null, 1, Progress.NONE);
		final float[] noise = finish.of(new Denoising.Generated(plain, matte), matte, (x, y) -> 1, Progress.NONE).noise().data();
		double together = 0, bright = 0, red = 0;
		for (int i = 0; i < N; i++) {
			final double light = noise[i] + noise[N + i] + noise[2 * N + i], redness = noise[i] - noise[N + i];
			together += light * redness;
			bright += light * light;
			red += redness * redness;
		}
		return together / Math.sqrt(Math.max(Double.MIN_NORMAL, bright * red));
	}

	/** Grain alone is made axis by axis, and knows of no blotches. */
	@Test
	void skinThatWasGeneratedHasTheSeenSkinsTexture() {
		final double correlation = correlation(null);
		assertTrue(correlation < -0.7, "brightness and redness " + correlation);
	}

	/** Skin is drawn wherever one looks; a corner that the photograph hardly shows. */
	@Test
	void strandsBesideAPersonAreThePhotographsOwnAndBeforeSkinTheyAreNot() {
		final int side = geometric.condition().frame().side();
		final Picture none = new Picture(side, side, 1), all = none.copy(), strands = none.copy();
		Arrays.fill(all.data(), 1);
		for (int i = 0; i < side; i++) strands.data()[i] = 1;
		final Hanging curls = new Hanging(null, strands, new HangingBody(none, none, none, none));
		final BareSkin skin = new BareSkin(all, new Picture(side, side, 3), null, null);
		final Finish finish = new Finish(geometric, new Area(0, 0, SIDE, SIDE), null, curls, skin, 1, Progress.NONE);
		assertEquals(1, finish.ownBeside(all, geometric.condition(), none, Progress.NONE).whole().data()[1], 1e-6, "beside");
		assertEquals(0, finish.ownBeside(all, geometric.condition(), all, Progress.NONE).whole().data()[1], 1e-6, "before");
	}

	@Test
	void hairOfTheSkinsColourHasNone() {
		final Picture everywhere = new Picture(geometric.condition().frame().side(), geometric.condition().frame().side(), 1);
		Arrays.fill(everywhere.data(), 1);
		assertEquals(0, correlation(everywhere), 0.3);
	}

	/** The egg with hair all over, or a hat: only hair has strands. */
	@Test
	void clothHasNoStrands() {
		final Profile egg = engine.analyze(Photograph.of(EggHead.plain(SIDE)).picture(), FaceChoice.largest(), Progress.NONE);
		assertTrue(spread(overgrown(egg.reading(), egg)) > 0.01, "strands of hair");
		assertEquals(0, spread(overgrown(MadeParts.onScalp(egg.reading(), Parts.Kind.CLOTH, 1, Parts.Kind.HAIR), egg)), 1e-4);
	}

	/** The photograph shows scalp everywhere. */
	private static GeometricPortrait overgrown(final HeadReading reading, final Profile egg) {
		final int side = geometric.condition().frame().side(), n = side * side;
		final Condition condition = new Condition(geometric.condition().frame(), geometric.condition().start(), Tensor.floats(1, Condition.MAPS, side, side), new Picture(side, side, 3));
		final float[] values = { 1, 1, 0, 0, 1.2f, 0.2f, 1 };
		for (int i = 0; i < values.length * n; i++) condition.maps().buffer().put(i, values[i / n]);
		return new GeometricPortrait(geometric.view(), geometric.known(), geometric.picture(), condition, List.of(egg.picture()), List.of(PreparedHead.of(egg.picture(), reading, Progress.NONE)));
	}

	/** Deviation of what is laid over plain colours where hair grows everywhere, beside its mean. */
	private static double spread(final GeometricPortrait head) {
		final int side = head.condition().frame().side();
		final Picture plain = new Picture(side, side, 3), matte = new Picture(side, side, 1), everywhere = new Picture(side, side, 1);
		Arrays.fill(plain.data(), 0.3f);
		Arrays.fill(matte.data(), 1);
		Arrays.fill(everywhere.data(), 1);
		final Finish finish = new Finish(head, new Area(0, 0, SIDE, SIDE), everywhere, Hanging.NONE, null, 1, Progress.NONE);
		final float[] made = finish.of(new Denoising.Generated(plain, matte), matte, (x, y) -> 1, Progress.NONE).colours().data();
		double sum = 0, squares = 0;
		for (int i = 0; i < N; i++) {
			sum += made[i] / N;
			squares += made[i] * made[i] / N;
		}
		return Math.sqrt(Math.max(0, squares - sum * sum)) / sum;
	}

	/** The mean head shows its ears bare: they are drawn when it turns. */
	@Test
	void earsThatAreDrawnHaveTheirHollow() {
		final HeadReading reading = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), 160);
		final Person person = Person.of(Profile.of(ModelHead.photograph(reading, 160), new FaceBox(80, 80, 80, 0, 1), reading));
		final Scene scene = Scene.UNCHANGED.withPose(PoseChoice.absolute(60, 0, 0));
		final PortraitResult turned = engine.make(person, scene, Progress.NONE);
		final Condition condition = engine.condition(person, scene, Progress.NONE);
		final int side = condition.frame().side();
		final Picture plain = new Picture(side, side, 3), matte = new Picture(side, side, 1);
		Arrays.fill(plain.data(), 0.5f);
		Arrays.fill(matte.data(), 1);
		final GeometricPortrait head = new GeometricPortrait(turned.view(), turned.view().known(), turned.picture(), condition, List.of(person.first().picture()), List.of(person.first().head(Progress.NONE)));
		float least = 1;
		final Finish finish = new Finish(head, new Area(0, 0, 160, 160), null, Hanging.NONE, null, 1, Progress.NONE);
		for (final float value : finish.of(new Denoising.Generated(plain, matte), matte, (x, y) -> 1, Progress.NONE).colours().data()) least = Math.min(least, value);
		assertTrue(least < 0.45f, "the darkest place of an ear has " + least);
	}

	/** The side of a head whose neck ends in a shirt: far from both, what is drawn is skin, and cloth where the view closes a body. */
	@Test
	void skinIsDrawnBesideTheViewsClosedBody() {
		final float[] open = farBeside(Turn.HEAD), closed = farBeside(Turn.BUST);
		assertEquals(HeadSide.CLOTH[2], closed[2], 0.1f, "beside a closed body");
		assertTrue(open[2] < HeadSide.CLOTH[2] / 2, "beside none " + open[2]);
	}

	private static float[] farBeside(final Turn turn) {
		final HeadReading reading = ModelBust.reading(Pose.FRONTAL, Pose.FRONTAL, 256);
		final Person person = Person.of(Profile.of(ModelBust.photograph(reading, 256), new FaceBox(128, 128, 128, 0, 1), reading));
		final PortraitResult turned = engine.make(person, Scene.UNCHANGED.withPose(PoseChoice.absolute(60, 0, 0)).withTurn(turn), Progress.NONE);
		final GeometricPortrait head = new GeometricPortrait(turned.view(), turned.view().known(), turned.picture(), HeadSide.condition(HeadSide.COLLAR, 0),
			List.of(person.first().picture()), List.of(person.first().head(Progress.NONE)));
		final Finish finish = new Finish(head, new Area(0, 0, 256, 256), null, Hanging.NONE, null, 1, Progress.NONE);
		final Picture bare = finish.bare(new Picture(InFrame.SIDE, InFrame.SIDE, 3), Progress.NONE);
		final int at = HeadSide.cell(-1.2, -0.6);
		return new float[] { bare.data()[at], bare.data()[InFrame.N + at], bare.data()[2 * InFrame.N + at] };
	}
}
