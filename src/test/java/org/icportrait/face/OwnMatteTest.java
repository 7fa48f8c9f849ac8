package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.icportrait.image.Picture;
import org.junit.jupiter.api.Test;

/** Two people shoulder to shoulder in one matte: each keeps his own. */
class OwnMatteTest {

	/** The crop of this box is its middle, 360 pixels wide. */
	private static final FaceBox OWN = new FaceBox(300, 250, 200, 0, 1);

	/** The matte of a person about each box's middle, joined by shoulders along the lower border. */
	private static HeadReading reading(final FaceBox... people) {
		final HeadReading plain = Heads.sphere();
		final Picture matte = new Picture(256, 256, 1);
		for (int i = 0; i < matte.planeSize(); i++) {
			final double u = (i % 256 + 0.5) / 256, v = (i / 256 + 0.5) / 256;
			final double x = plain.cropToPicture().x(u, v), y = plain.cropToPicture().y(u, v);
			for (final FaceBox person : people) {
				if (Math.hypot((x - person.x()) / 0.4, (y - person.y()) / 0.6) < person.side() || y - person.y() > 0.5 * person.side() &&
					Math.abs(x - person.x()) < 0.75 * person.side()) matte.data()[i] = 1;
			}
		}
		return plain.withMattes(matte, null, null);
	}

	/** A face that could not be read. */
	private static FoundFace alone(final FaceBox box) {
		return new FoundFace(box, null);
	}

	private static float at(final HeadReading reading, final double x, final double y) {
		return reading.matte().sample(256 * reading.cropToPicture().inverse().x(x, y), 256 * reading.cropToPicture().inverse().y(x, y), 0);
	}

	@Test
	void alongsideEachKeepsHisOwn() {
		final FaceBox other = new FaceBox(470, 250, 150, 0, 1);
		final HeadReading both = reading(OWN, other), own = OwnMatte.of(both, alone(OWN), List.of(alone(other)));
		assertEquals(1, at(own, 300, 250));
		assertEquals(1, at(own, 250, 410), "the own shoulder");
		assertEquals(0, at(own, 465, 250), "the other's face");
		assertEquals(0, at(own, 470, 400), "the other's shoulder");
		assertEquals(1, at(both, 465, 250), "the reading that was given is not changed");
	}

	/** Of him or her only a shoulder reaches into the crop. */
	@Test
	void aFaceBeyondTheCropTakesItsOwnToo() {
		final FaceBox other = new FaceBox(570, 250, 200, 0, 1);
		final HeadReading own = OwnMatte.of(reading(OWN, other), alone(OWN), List.of(alone(other)));
		assertEquals(1, at(own, 330, 410));
		assertTrue(at(own, 476, 410) < 0.1, "matte of the other's shoulder " + at(own, 476, 410));
	}

	/** The head's matte knows the other's shoulder, but neither head nor neck that lead there: his own reading does. */
	@Test
	void aShoulderGoesToTheNeckThatItHangsFrom() {
		final FaceBox other = new FaceBox(470, 250, 150, 0, 1);
		final HeadReading both = reading(OWN, other), seen = both.withMattes(both.matte().copy(), null, null);
		for (int i = 0; i < seen.matte().planeSize(); i++) {
			final double x = 120 + 360 * (i % 256 + 0.5) / 256, y = 70 + 360 * (i / 256 + 0.5) / 256;
			if (x > 395 && y < 370) seen.matte().data()[i] = 0;
		}
		final HeadReading own = OwnMatte.of(seen, alone(OWN), List.of(new FoundFace(other, both)));
		assertEquals(0, at(own, 440, 400), "the other's shoulder");
		assertEquals(1, at(own, 250, 410), "the own shoulder");
		assertEquals(1, others(own, 440, 400));
		assertEquals(1, others(own, 465, 250), "the other's face");
		assertEquals(0, others(own, 300, 250), "the own face");
		assertEquals(0, others(own, 150, 100), "the wall");
	}

	private static float others(final HeadReading reading, final double x, final double y) {
		return at(reading.withMattes(reading.others(), null, null), x, y);
	}

	@Test
	void aloneNothingChanges() {
		final HeadReading reading = reading(OWN);
		assertSame(reading, OwnMatte.of(reading, alone(OWN), List.of()));
		final HeadReading far = OwnMatte.of(reading, alone(OWN), List.of(alone(new FaceBox(3000, 250, 200, 0, 1))));
		for (int i = 0; i < reading.matte().planeSize(); i++) assertEquals(reading.matte().data()[i], far.matte().data()[i]);
	}
}
