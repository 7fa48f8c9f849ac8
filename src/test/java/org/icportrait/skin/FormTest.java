package org.icportrait.skin;

import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.bridge.EggHead;
import org.icportrait.face.FaceBox;
import org.icportrait.face.HeadReading;
import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.morphable.Occluder;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Scene;
import org.icportrait.view.View;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class FormTest {

	private static final int HALF = SIDE / 2, ROW = HALF * SIDE;

	/** A head on the left half of a frame, 2 dm deep. */
	private static Form form() {
		final Condition condition = InFrame.condition(InFrame.flat(0));
		for (int i = 0; i < N; i++) condition.maps().buffer().put(6 * N + i, i % SIDE < HALF ? 2 : 0);
		return Form.of(condition, Progress.NONE);
	}

	@Test
	void itGoesOnBeyondTheHead() {
		assertEquals(2, form().depth().data()[ROW + SIDE - 1], 1e-5f);
		assertEquals(0, form().known()[ROW + HALF]);
		assertEquals(1, form().known()[ROW + HALF - 1]);
	}

	/** On a slope: a groove as between jaw and neck, and its outline. */
	@Test
	void aGrooveIsHollowAndASlopeAndAnOutlineAreNot() {
		final Form head = form();
		final Picture depth = head.depth().copy();
		for (int i = 0; i < N; i++) depth.data()[i] += 0.02f * (i % SIDE) - (Math.abs(i % SIDE - 10) < 2 ? 0.1f : 0);
		final float[] hollow = new Form(depth, head.known(), head.open()).hollow(2, Progress.NONE);
		assertTrue(hollow[ROW + 10] > 0.02f, "groove " + hollow[ROW + 10]);
		assertEquals(0, hollow[ROW + 20], 1e-4f, "slope");
		for (int column = HALF - 2; column < SIDE; column++) assertEquals(0, hollow[ROW + column], 1e-4f, "outline, column " + column);
	}

	/** The mean head from its left side: a place under the jaw, one on the cheek, one beyond the head. */
	@Test
	void aHeadStandsInItsOwnShade() {
		final HeadModel model = HeadModel.standard();
		final float[] points = model.neutral().clone();
		for (int i = 0; i < points.length; i += 3) {
			final float x = points[i];
			points[i] = -points[i + 2];
			points[i + 2] = x;
		}
		final Occluder head = new Occluder(points, model.triangles());
		final HeadCamera camera = new HeadCamera(100, 100, 50, 0);
		final Frame frame = Frame.of(camera, 192);
		final Form alone = Form.of(head.nearest(camera, frame.fromPicture(), 192, 192, Progress.NONE), Progress.NONE), shaded = alone.shaded(head, camera, frame, Progress.NONE);
		final float under = open(shaded, frame, 100 - 50 * 0.4f, 100 + 50 * 0.72f), cheek = open(shaded, frame, 100 - 50 * 0.4f, 100 + 50 * 0.15f);
		assertTrue(under < 0.93f && cheek > 0.96f, under + " under the jaw, " + cheek + " on the cheek");
		assertTrue(open(shaded, frame, 30, 50) > 0.9f, "it goes on beyond the head");
		assertEquals(1, open(alone, frame, 100 - 50 * 0.4f, 100 + 50 * 0.72f), 0);
	}

	/** What is drawn on a turned head lies in that shade. */
	@Test
	void theFormOfAViewsHeadIsShaded() {
		final HeadReading reading = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), 160);
		final Person person = Person.of(Profile.of(ModelHead.photograph(reading, 160), new FaceBox(80, 80, 80, 0, 1), reading));
		final Scene scene = Scene.UNCHANGED.withPose(PoseChoice.absolute(60, 0, 0));
		try (PortraitEngine engine = PortraitEngine.open(EggHead.engine().withPack(EggHead.packWithGenerator()))) {
			final View view = engine.turn(person, scene, Progress.NONE).view();
			float least = 1;
			for (final float open : Form.of(view, engine.condition(person, scene, Progress.NONE), Progress.NONE).open().data()) least = Math.min(least, open);
			assertTrue(least < 0.9f, "the darkest place has " + least);
		}
	}

	private static float open(final Form form, final Frame frame, final float x, final float y) {
		return form.open().get((int) frame.fromPicture().x(x, y), (int) frame.fromPicture().y(x, y), 0);
	}

	/** A dark band beneath a chin, which stands out over the neck: what the neck's outline takes from it and from the chin meets what it is beside without an edge. */
	@Test
	void whereTwoOutlinesMeetThereIsNoEdge() {
		final Condition condition = InFrame.condition(InFrame.flat(0));
		for (int i = 0; i < N; i++) condition.maps().buffer().put(6 * N + i, i < ROW || i % SIDE < HALF ? 2 : 0);
		final float[] numbers = new float[N];
		for (int i = 0; i < N; i++) numbers[i] = i < ROW - SIDE ? 0.7f : i < ROW + 9 * SIDE ? 0.2f : 0.8f;
		final float[] inward = Form.of(condition, Progress.NONE).inward(numbers, 6, Progress.NONE);
		float most = 0;
		for (int row = HALF; row < HALF + 9; row++) for (int x = HALF - 14; x < SIDE - 1; x++) most = Math.max(most, Math.abs(inward[row * SIDE + x + 1] - inward[row * SIDE + x]));
		assertTrue(most < 0.12f, "neighbours differ by " + most);
	}

	/** Numbers jump 5 pixels within the outline: that is of the outline alone, and what lies far within counts as little as what lies beyond. */
	@Test
	void outlinesHaveTheNumbersNextToThem() {
		final float[] numbers = new float[N];
		for (int i = 0; i < N; i++) numbers[i] = i % SIDE < HALF - 12 ? 9 : i % SIDE < HALF - 5 ? 1 : 5;
		final float[] inward = form().inward(numbers, 5, Progress.NONE);
		for (int x = HALF - 4; x < HALF + 3; x++) assertEquals(1, inward[ROW + x], 0.35f, "column " + (x - HALF));
		assertEquals(9, inward[ROW + HALF - 16], 1e-5f);
	}
}
