package org.icportrait.strands;

import static org.icportrait.skin.InFrame.MIDDLE;
import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.icportrait.face.HeadReading;
import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Colour;
import org.icportrait.image.CropSampler;
import org.icportrait.image.Picture;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.skin.InFrame;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Hair that was generated smooth gets the detail of the hair that is seen beside it, and nothing else does. */
class StrandsTest {

	private static final HeadCamera CAMERA = new HeadCamera(60, 50, 40, 0);
	private static final int LARGE = 160;
	private static final PreparedHead HAIRED = head(0.1f), BALD = head(0.5f);
	private static final float SCALP = 1, CHEEK = -0.5f, GREY = 0.4f, CONTRAST = 0.1f;

	/** @param reflectance of its scalp; its face's is 0.5 */
	private static PreparedHead head(final float reflectance) {
		final HeadReading reading = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), LARGE);
		ModelHead.paintScalp(reading, reflectance);
		return PreparedHead.of(new Picture(LARGE, LARGE, 3), reading, Progress.NONE);
	}

	/** Upright strands two pixels of the frame wide; all of the picture is a scalp, or cheek. */
	private static Strands strands(final float contrast, final float height, final long seed) {
		return strands(contrast, height, seed, 0, HAIRED);
	}

	/** @param gleams brightness added to one column in thirty @param head that the photograph shows */
	private static Strands strands(final float contrast, final float height, final long seed, final float gleams, final PreparedHead head) {
		return strands(contrast, height, seed, gleams, head, 1);
	}

	private static Strands strands(final float contrast, final float height, final long seed, final float gleams, final PreparedHead head, final float combed) {
		final float width = 4 * (float) Frame.of(CAMERA, SIDE).toPicture().scale() / SIDE;
		final Picture portrait = new Picture(LARGE, LARGE, 3);
		for (int i = 0; i < portrait.data().length; i++) portrait.data()[i] = GREY + contrast * (float) Math.sin(2 * Math.PI * (i % LARGE + 0.5) / width);
		for (int i = 0; i < portrait.data().length; i++) if (i % LARGE % 30 == 0) portrait.data()[i] += gleams;
		final Picture inFrame = CropSampler.crop(portrait, Frame.of(CAMERA, SIDE).toPicture(), SIDE);
		final Condition condition = InFrame.condition(InFrame.flat(0));
		for (int i = 0; i < 3 * N; i++) condition.start().buffer().put(i, Condition.signed(inFrame.data()[i]));
		for (int i = 0; i < N; i++) {
			condition.maps().buffer().put(4 * N + i, height);
			condition.maps().buffer().put(6 * N + i, 0.5f);
		}
		return Strands.of(Rotation.IDENTITY, Scalp.of(List.of(head), condition, Progress.NONE), portrait, condition, Hanging.NONE, combed, seed, Progress.NONE);
	}

	private static Picture over(final Strands strands) {
		return strands.over(InFrame.grey(InFrame.flat(GREY)), InFrame.share(1), Progress.NONE);
	}

	/** Root mean squares of the logarithm's differences across and down, in the right half, beside what is seen. */
	private static double[] slopes(final Picture factor, final int finer) {
		double across = 0, down = 0;
		int count = 0;
		for (int y = 4 * finer; y < (SIDE - 4) * finer; y++) for (int x = (MIDDLE + 2) * finer; x < (MIDDLE + 6) * finer; x++, count++) {
			across += Math.pow(Math.log(factor.get(x + 1, y, 0) / factor.get(x, y, 0)), 2);
			down += Math.pow(Math.log(factor.get(x, y + 1, 0) / factor.get(x, y, 0)), 2);
		}
		return new double[] { Math.sqrt(across / count), Math.sqrt(down / count) };
	}

	@Test
	void generatedHairLiesAsTheSeenHairDoes() {
		final Strands strands = strands(CONTRAST, SCALP, 1);
		final double[] slopes = slopes(over(strands), Frame.of(CAMERA, SIDE).finer());
		assertTrue(slopes[0] > 0.02, "across " + slopes[0]);
		assertTrue(slopes[0] > 1.8 * slopes[1], slopes[0] + " across, " + slopes[1] + " down");
	}

	@Test
	void itIsAsStrongAsTheSeenHair() {
		final float[] factor = over(strands(CONTRAST, SCALP, 1)).data();
		double sum = 0;
		for (final float f : factor) sum += Math.log(f) * Math.log(f);
		assertEquals(CONTRAST / GREY / Math.sqrt(2), Math.sqrt(sum / factor.length), 0.35 * CONTRAST / GREY);
	}

	/** A few steep gleams, as of wet hair, are no strands. */
	@Test
	void gleamsMakeItLittleStronger() {
		final double plain = slopes(over(strands(CONTRAST, SCALP, 1)), Frame.of(CAMERA, SIDE).finer())[0];
		final double wet = slopes(over(strands(CONTRAST, SCALP, 1, 1.5f, HAIRED)), Frame.of(CAMERA, SIDE).finer())[0];
		assertTrue(wet < 1.75 * plain, wet + " with gleams, " + plain + " without");
	}

	@Test
	void hairThatIsNotCombedHasNoneOrFewer() {
		for (final float f : over(strands(CONTRAST, SCALP, 1, 0, HAIRED, 0)).data()) assertEquals(1, f);
		final double all = slopes(over(strands(CONTRAST, SCALP, 1)), Frame.of(CAMERA, SIDE).finer())[0], half = slopes(over(strands(CONTRAST, SCALP, 1, 0, HAIRED, 0.5f)), Frame.of(CAMERA, SIDE).finer())[0];
		assertEquals(0.5, half / all, 0.05);
	}

	/** Whatever texture it has: stubble and pores are none. */
	@Test
	void aBaldScalpHasNone() {
		assertNull(strands(CONTRAST, SCALP, 1, 0, BALD));
	}

	@Test
	void aScalpWithoutDetailStaysSmooth() {
		for (final float f : over(strands(0, SCALP, 1)).data()) assertEquals(1, f, 1e-3);
	}

	@Test
	void whatHasDetailGetsNoMore() {
		final Strands strands = strands(CONTRAST, SCALP, 1);
		final float[] striped = InFrame.flat(GREY);
		for (int i = 0; i < N; i++) striped[i] += 3 * CONTRAST * (i % 2 == 0 ? 1 : -1);
		final double[] much = slopes(over(strands), Frame.of(CAMERA, SIDE).finer()), none = slopes(strands.over(InFrame.grey(striped), InFrame.share(1), Progress.NONE), Frame.of(CAMERA, SIDE).finer());
		assertTrue(none[0] < 0.7 * much[0], none[0] + " of " + much[0]);
	}

	/** The hair that the photograph shows beside it has enough of its own. */
	@Test
	void whatIsSeenBesideItTellsNothing() {
		final Strands strands = strands(CONTRAST, SCALP, 1);
		final float[] striped = InFrame.flat(GREY);
		final Picture fresh = InFrame.share(1);
		for (int i = 0; i < N; i++) {
			if (!InFrame.isShown(i)) continue;
			if (i % SIDE < MIDDLE - 4) striped[i] += 3 * CONTRAST * (i % 2 == 0 ? 1 : -1);
			fresh.data()[i] = 0;
		}
		final double much = slopes(over(strands), Frame.of(CAMERA, SIDE).finer())[0], beside = slopes(strands.over(InFrame.grey(striped), fresh, Progress.NONE), Frame.of(CAMERA, SIDE).finer())[0];
		assertTrue(beside > 0.75 * much, beside + " of " + much);
	}

	/** Eyes see no ratios where it is dark: what is dark takes a greater one to have as much contrast. */
	@Test
	void darkHairHasAsMuchContrastToTheEye() {
		final float dark = 0.01f;
		final Picture factor = strands(CONTRAST, SCALP, 1).over(InFrame.grey(InFrame.flat(Colour.toSrgb(dark))), InFrame.share(1), Progress.NONE), out = new Picture(factor.width(), factor
			.height(), 3);
		for (int i = 0; i < out.data().length; i++) out.data()[i] = dark * factor.data()[i % factor.planeSize()];
		double sum = 0;
		final float[] seen = Strands.logarithm(out).data(), plain = Strands.logarithm(new Picture(1, 1, 3, new float[] { dark, dark, dark })).data();
		for (final float f : seen) sum += Math.pow(f - plain[0], 2);
		assertEquals(CONTRAST / GREY / Math.sqrt(2), Math.sqrt(sum / seen.length), 0.35 * CONTRAST / GREY);
	}

	/** What is much stronger than the finer octave is light and shade of broad locks. */
	@Test
	void broadLocksGiveNoRibs() {
		final boolean[] everywhere = new boolean[N];
		Arrays.fill(everywhere, true);
		final List<Picture> octaves = List.of(InFrame.share(0.02f), InFrame.share(0.03f), InFrame.share(0.035f), InFrame.share(0.2f));
		final double[] levels = Strands.usual(octaves, everywhere, SIDE, 1);
		assertArrayEquals(new double[] { 0.02, 0.03, 0.035, 1.3 * 0.035 }, levels, 1e-6);
	}

	@Test
	void facesHaveNone() {
		assertNull(strands(CONTRAST, CHEEK, 1));
	}

	@Test
	void theSeedAloneDecides() {
		final Strands one = strands(CONTRAST, SCALP, 1), other = strands(CONTRAST, SCALP, 2);
		assertNotNull(one);
		assertArrayEquals(over(one).data(), over(strands(CONTRAST, SCALP, 1)).data());
		assertFalse(Arrays.equals(over(one).data(), over(other).data()));
	}
}
