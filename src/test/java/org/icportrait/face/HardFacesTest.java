package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;


import java.util.List;


import org.icportrait.bridge.ShippedPortrait;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.CropSampler;
import org.icportrait.image.Picture;
import org.icportrait.inference.Device;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.models.ModelPack;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The portrait that comes with the plugin, turned, shifted, cut, covered and darkened, is read as it is read upright. */
@EnabledIf(value = "org.icportrait.models.ModelPack#hasDefault", disabledReason = "models/default holds no pack yet")
class HardFacesTest {

	private static final float GREY = 0.2f;
	private static final int SIDE = 640;
	/** From the middle of a head to where a cheek ends, a share of half its box. */
	private static final double CHEEK = 0.72;

	private static FaceReader faces;
	private static Picture portrait;
	private static HeadReading upright;

	@BeforeAll
	static void open() throws Exception {
		faces = FaceReader.open(OnnxRuntime.open(Device.CPU, null), ModelPack.openDefault());
		portrait = ShippedPortrait.picture();
		upright = read(portrait);
	}

	@AfterAll
	static void close() {
		if (faces != null) faces.close();
	}

	/** The portrait twice, side by side, so that the nearer one, whose cheek ends in a straight line, hides a fifth of the other's face. */
	@Test
	void ofTwoPeopleTheOneWhoIsHiddenInPartIsFoundAndReadInPlace() {
		final double cheek = CHEEK * upright.camera().s();
		final int apart = (int) (1.6 * cheek), line = (int) (upright.camera().x0() + apart - cheek);
		final Picture two = new Picture(portrait.width() + apart, portrait.height(), 3);
		for (int c = 0; c < 3; c++) for (int y = 0; y < two.height(); y++) for (int x = 0; x < two.width(); x++) two.set(x, y, c, portrait.get(x < line ? x : x - apart, y, c));
		final List<FoundFace> found = faces.select(two, FaceChoice.all(), Progress.NONE);
		assertEquals(2, found.size());
		for (final FoundFace face : found) {
			final HeadReading read = faces.read(two, face, Progress.NONE);
			final double away = read.camera().x0() - upright.camera().x0();
			assertEquals(face.box().x() < line ? 0 : apart, away, 0.2 * upright.camera().s());
		}
	}

	/** Case 01. */
	@ParameterizedTest
	@ValueSource(ints = { 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330 })
	void everyTurn(final int degrees) {
		final Similarity map = square(SIDE / 2.0, SIDE / 2.0, SIDE, -degrees);
		final HeadReading turned = read(seen(map, GREY));
		assertTrue(error(turned, map) <= 3, "landmarks off by " + error(turned, map) + " % of the outer eye distance");
		assertEquals(0, Math.IEEEremainder(turned.pose().roll() - upright.pose().roll() - degrees, 360), 5);
	}

	/** Box of 0.5 to 1.25 of the side, before a continued border and before black. */
	@ParameterizedTest
	@ValueSource(doubles = { 0.5, 0.75, 1, 1.25 })
	void tightCrops(final double share) {
		final Similarity map = square(upright.camera().x0(), upright.camera().y0(), 2 * upright.camera().s() / share, 0);
		for (final Float border : new Float[] { null, 0f }) {
			final HeadReading read = read(seen(map, border));
			assertTrue(error(read, map) <= 5, "landmarks off by " + error(read, map) + " % of the outer eye distance");
		}
	}

	@Test
	void smallInALargePicture() {
		final double scale = 48 / (1.2 * 2 * upright.camera().s());
		final Similarity map = square(640 / 2.0 + 300 / scale, 640 / 2.0 - 250 / scale, 1024 / scale, 0);
		final Picture large = CropSampler.crop(portrait, map, 1024);
		frame(large, map, GREY);
		final List<FoundFace> found = faces.find(large, Progress.NONE);
		assertEquals(1, found.size());
		final FaceBox box = found.get(0).box();
		assertEquals(48 / 1.2, box.side(), 16, "twelve pixels of what the finder sees");
		final double u = box.x() / 1024, v = box.y() / 1024;
		assertEquals(upright.camera().x0(), map.x(u, v), 0.2 / scale * 40);
		assertEquals(upright.camera().y0(), map.y(u, v), 0.2 / scale * 40);
	}

	@Test
	void nearlyBlack() {
		final Picture dark = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < dark.data().length; i++) dark.data()[i] = Math.round(255 * 12.92f * 0.0035f * portrait.data()[i]) / (255 * 12.92f);
		final HeadReading read = read(dark);
		assertTrue(error(read, new Similarity(1.0 * SIDE, 0, 0, 0)) <= 5);
		final double before = upright.light().at(1, 0, 0, 1);
		assertEquals(0.0035, read.light().at(1, 0, 0, 1) / before, 0.002, "its light is dim, not its skin dark");
	}

	/** A part of a face behind a plain thing. */
	@ParameterizedTest
	@ValueSource(strings = { "left", "right", "lower" })
	void halfCovered(final String half) {
		final Picture covered = new Picture(SIDE, SIDE, 3, portrait.data().clone());
		final double x = upright.camera().x0(), y = upright.camera().y0(), s = upright.camera().s();
		for (int row = (int) (y - s); row < y + s; row++) for (int column = (int) (x - s); column < x + s; column++) {
			final boolean hidden = half.equals("left") ? column < x : half.equals("right") ? column > x : row > y + s / 8;
			if (hidden && row >= 0 && row < SIDE) for (int c = 0; c < 3; c++) covered.set(column, row, c, 0.1f + 0.1f * c);
		}
		final List<FoundFace> found = faces.find(covered, Progress.NONE);
		assertEquals(1, found.size());
		assertTrue(Math.hypot(found.get(0).box().x() - x, found.get(0).box().y() - y) < 0.35 * 2 * s);
	}

	/** Case 02: a small person before the cheek of a large one; the large one is the largest. */
	@Test
	void aSmallFaceHidesNoLargeOne() {
		final Picture both = new Picture(SIDE, SIDE, 3, portrait.data().clone());
		final Similarity toLarge = square(320, 290, SIDE / 0.3, 0).inverse();
		for (int y = 330; y < 520; y++) for (int x = 380; x < 560; x++) {
			if (Math.pow((x - 470) / 70.0, 2) + Math.pow((y - 425) / 90.0, 2) > 1) continue;
			final double u = toLarge.x(x - 150 + 0.5, y - 135 + 0.5), v = toLarge.y(x - 150 + 0.5, y - 135 + 0.5);
			for (int c = 0; c < 3; c++) both.set(x, y, c, portrait.sample(u * SIDE, v * SIDE, c));
		}
		final FaceBox largest = faces.select(both, FaceChoice.largest(), Progress.NONE).get(0).box();
		assertEquals(upright.camera().x0(), largest.x(), 60);
		assertEquals(2 * upright.camera().s(), largest.side(), 70);
	}

	/** Case 07: a picture that lost some rows and columns is read where it was, and so is a darker one. */
	@Test
	void shiftedCropsAreReadAlike() {
		for (int i = 1; i <= 4; i++) {
			final HeadReading shifted = read(cut(portrait, i));
			final Similarity map = new Similarity(SIDE, 0, i, i);
			final double mean = error(shifted, map), most = largestError(shifted, map);
			assertTrue(mean <= 0.3 && most <= 1, "crop " + i + ": mean " + mean + " %, most " + most + " %");
		}
	}

	/** A rectangle around the face is enough, however the face lies in it, though nothing was found there. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 90, 180, 270 })
	void aDrawnBoxIsRead(final int degrees) {
		final Similarity map = square(SIDE / 2.0, SIDE / 2.0, SIDE, -degrees);
		final Similarity back = map.inverse();
		final double x = SIDE * back.x(upright.camera().x0(), upright.camera().y0()), y = SIDE * back.y(upright.camera().x0(), upright.camera().y0());
		final HeadReading read = faces.read(seen(map, GREY), FaceBox.drawn(x - 110, y - 150, 240, 320), Progress.NONE);
		assertTrue(error(read, map) <= 3, "landmarks off by " + error(read, map) + " % of the outer eye distance");
	}

	/** Eyes, nose and mouth are enough for what the user draws a rectangle around, and the reading says that the rest was cut off. */
	@Test
	void aFaceWithoutJawAndBrowsIsReadWhereItIsDrawn() {
		final Picture tight = part(195, 185, 225, 225);
		assertTrue(faces.find(tight, Progress.NONE).stream().noneMatch(face -> face.reading() != null), "the search counts on whole faces alone");
		final FoundFace face = faces.select(tight, FaceChoice.inside(0, 0, 225, 225), Progress.NONE).get(0);
		final HeadReading read = faces.read(tight, face, Progress.NONE);
		assertTrue(read.isCut(face.box(), tight));
		final double error = error(read, new Similarity(SIDE, 0, 195, 185));
		assertTrue(error <= 6, "landmarks off by " + error + " % of the outer eye distance");
	}

	/** A rectangle brings back no half of a face: the sentence says what does. */
	@Test
	void halfAFaceNeedsAWiderCrop() {
		final Picture half = part(310, 150, 300, 300);
		for (final FaceChoice choice : List.of(FaceChoice.largest(), FaceChoice.inside(0, 0, 150, 300))) {
			final String sentence = assertThrows(BadInput.class, () -> faces.read(half, faces.select(half, choice, Progress.NONE).get(0), Progress.NONE)).getMessage();
			assertTrue(sentence.contains("use a wider crop"), sentence);
		}
		final Picture none = part(310, 240, 240, 240);
		final String sentence = assertThrows(BadInput.class, () -> faces.select(none, FaceChoice.largest(), Progress.NONE)).getMessage();
		assertTrue(sentence.contains("with eyes, nose and mouth in the picture"), sentence);
	}

	private static Picture part(final int left, final int top, final int width, final int height) {
		final Picture out = new Picture(width, height, 3);
		for (int c = 0; c < 3; c++) for (int y = 0; y < height; y++) for (int x = 0; x < width; x++) out.set(x, y, c, portrait.get(left + x, top + y, c));
		return out;
	}

	private static HeadReading read(final Picture picture) {
		final List<FoundFace> found = faces.find(picture, Progress.NONE);
		assertFalse(found.isEmpty(), "no face found");
		assertEquals(1, found.size());
		return faces.read(picture, found.get(0), Progress.NONE);
	}

	/** A square that leans: 640ths of its side to pixels of the portrait. */
	private static Similarity square(final double x, final double y, final double side, final double roll) {
		return new FaceBox(x, y, side / FaceBox.CROP, roll, 1).cropToPicture();
	}

	private static Picture seen(final Similarity map, final Float border) {
		final Picture seen = CropSampler.crop(portrait, map, SIDE);
		if (border != null) frame(seen, map, border);
		return seen;
	}

	/** Everything beyond the portrait in one tone. */
	private static void frame(final Picture seen, final Similarity map, final float tone) {
		final double n = seen.width();
		for (int j = 0; j < n; j++) for (int i = 0; i < n; i++) {
			final double x = map.x((i + 0.5) / n, (j + 0.5) / n), y = map.y((i + 0.5) / n, (j + 0.5) / n);
			if (x < 0 || y < 0 || x > SIDE || y > SIDE) for (int c = 0; c < 3; c++) seen.set(i, j, c, tone);
		}
	}

	private static Picture cut(final Picture picture, final int lost) {
		final int n = SIDE - lost;
		final Picture out = new Picture(n, n, 3);
		for (int c = 0; c < 3; c++) for (int y = 0; y < n; y++) for (int x = 0; x < n; x++) out.set(x, y, c, picture.get(x + lost, y + lost, c));
		return out;
	}

	/** Mean distance of the 68 landmarks from those of the upright portrait, per cent of the outer eye distance. */
	private static double error(final HeadReading reading, final Similarity map) {
		double sum = 0;
		for (int i = 0; i < Landmarks.COUNT; i++) sum += away(reading, map, i);
		return sum / Landmarks.COUNT;
	}

	private static double largestError(final HeadReading reading, final Similarity map) {
		double most = 0;
		for (int i = 0; i < Landmarks.COUNT; i++) most = Math.max(most, away(reading, map, i));
		return most;
	}

	private static double away(final HeadReading reading, final Similarity map, final int i) {
		final Landmarks mine = reading.landmarks(), true68 = upright.landmarks();
		final double x = map.x(mine.x(i) / SIDE, mine.y(i) / SIDE), y = map.y(mine.x(i) / SIDE, mine.y(i) / SIDE);
		final double eyes = Math.hypot(true68.x(45) - true68.x(36), true68.y(45) - true68.y(36));
		return 100 * Math.hypot(x - true68.x(i), y - true68.y(i)) / eyes;
	}
}
