package org.icportrait.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.icportrait.face.HeadReading;
import org.icportrait.face.MadeParts;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.junit.jupiter.api.Test;

class HeldShareTest {

	private static final int SIDE = 256, CELLS = 64;
	private static final HeadReading READING = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), SIDE);
	/** Larger than the crop on each side. */
	private static final Area PICTURE = new Area(0, 0, SIDE, SIDE);

	private static Picture even(final float share) {
		final Picture out = new Picture(CELLS, CELLS, 1);
		java.util.Arrays.fill(out.data(), share);
		return out;
	}

	/** The same reading of the middle of the picture, half as wide. */
	static HeadReading half() {
		final HeadReading r = READING;
		return new HeadReading(r.cropToPicture().after(new Similarity(0.5, 0, 0.25, 0.25)), r.matte(), r.coordinates(), r.depth(), r.backDepth(), r.normals(), r.albedo(), r.rotation(),
			r.camera(), r.light(), r.landmarks(), r.confidence());
	}

	private static float at(final HeldShare share, final double x, final double y) {
		final Similarity toShare = share.toPicture().inverse();
		return share.share().sample(toShare.x(x, y) * share.side(), toShare.y(x, y) * share.side(), 0);
	}

	@Test
	void withoutANetworkNothingIsSaid() {
		assertNull(HeldShare.of(READING, PICTURE));
	}

	@Test
	void insideTheCropItsOwnReadingCountsAndBeyondItTheWiderOne() {
		final HeadReading near = MadeParts.held(half(), even(0.25f)).withMatte(half().matte(), MadeParts.held(READING, even(0.75f)));
		final HeldShare share = HeldShare.of(near, PICTURE);
		assertEquals(0.25, at(share, 128, 128), 1e-6);
		assertEquals(0.25, at(share, 80, 128), 1e-6);
		assertEquals(0.75, at(share, 40, 128), 1e-6);
		assertEquals(0.75, at(share, 128, 230), 1e-6);
		assertEquals(0, share.inside((share.side() / 2) * share.side() + share.inner(), share.inner()));
	}

	/** What lies beyond the picture is no picture: a thing goes on there as it meets the border. */
	@Test
	void beyondThePictureItIsAsAtItsBorder() {
		final Picture lower = new Picture(CELLS, CELLS, 1);
		for (int i = 0; i < CELLS * CELLS / 2; i++) lower.data()[i] = 1;
		final HeldShare share = HeldShare.of(MadeParts.held(READING, lower), new Area(0, 0, SIDE, SIDE / 4));
		assertEquals(1, at(share, 128, SIDE / 4.0 + 10), 0);
		assertEquals(1, at(share, 128, SIDE - 10), 0);
	}
}
