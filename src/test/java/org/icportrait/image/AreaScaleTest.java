package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** What is averaged in part is to the bit what all of it is. */
class AreaScaleTest {

	private static final int WIDTH = 37, HEIGHT = 29, SMALL = 10, LOW = 8;

	private final Random random = new Random(5);

	private Picture picture() {
		final Picture out = new Picture(WIDTH, HEIGHT, 3);
		for (int i = 0; i < out.data().length; i++) out.data()[i] = random.nextFloat();
		return out;
	}

	private boolean[] mask(final int size) {
		final boolean[] out = new boolean[size];
		for (int i = 0; i < size; i++) out[i] = random.nextInt(3) > 0;
		return out;
	}

	@Test
	void whatIsNotWantedStaysEmptyAndTheRestIsTheSame() {
		final Picture picture = picture(), all = AreaScale.scale(picture, SMALL, LOW);
		final boolean[] wanted = mask(SMALL * LOW);
		final Picture some = AreaScale.shrunk(picture, SMALL, LOW, wanted);
		for (int i = 0; i < some.data().length; i++) assertEquals(wanted[i % wanted.length] ? all.data()[i] : 0, some.data()[i]);
	}

	@Test
	void aMaskIsAPictureOfShares() {
		final boolean[] mask = mask(WIDTH * HEIGHT);
		assertArrayEquals(AreaScale.scale(Picture.ofMask(mask, WIDTH), SMALL, LOW).data(), AreaScale.share(mask, WIDTH, SMALL, LOW).data());
	}

	@Test
	void whatIsLeftOutCountsForNothing() {
		final Picture picture = picture();
		final boolean[] known = mask(WIDTH * HEIGHT);
		final float[] weight = Picture.ofMask(known, WIDTH).data();
		assertArrayEquals(AreaScale.scale(picture.weighted(weight), SMALL, LOW).data(),
			AreaScale.known(PictureRows.of(picture), WIDTH, known, SMALL, LOW, Progress.NONE).data());
	}
}
