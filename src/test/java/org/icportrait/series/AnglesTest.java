package org.icportrait.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnglesTest {

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "20; 20", "-30:30:15; -30 -15 0 15 30", "30:-30:20; 30 10 -10 -30", "0:10:4; 0 4 8", "5:5:1; 5", "-5, 0 ,7.5; -5 0 7.5",
		"-10:-10:3,0:20:10; -10 0 10 20", "0:0.3:0.1; 0 0.1 0.2 0.3", "-0; 0" })
	void anglesAsTheyAreWritten(final String text, final String expected) {
		assertEquals(List.of(expected.split(" ")).stream().map(Double::valueOf).toList(), Angles.parse(text, "yaw"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a", "1:2", "1:2:3:4", "0:10:0", "0:10:-5", "0:10:NaN", "Infinity", "1,,2", "1;2", "5,5", "0:10:5,10", "0:1000:0.001", "--5", "1:x:2" })
	void anythingElseIsRefusedInOneSentence(final String text) {
		final String sentence = assertThrows(BadInput.class, () -> Angles.parse(text, "yaw")).getMessage();
		assertTrue(sentence.contains("yaw") && sentence.endsWith(".") && !sentence.contains("\n"), sentence);
	}

	/** Whatever the range: it begins where it is told to, goes on by its step, and stops at the last angle that does not pass the end. */
	@Test
	void rangesKeepTheirPromise() {
		final Random random = new Random(1);
		for (int i = 0; i < 2000; i++) {
			final double from = random.nextInt(-900, 900) / 10.0, to = random.nextInt(-900, 900) / 10.0, step = random.nextInt(10, 400) / 10.0;
			final List<Double> angles = Angles.parse(from + ":" + to + ":" + step, "yaw");
			final double direction = Math.signum(to - from);
			assertEquals(from, angles.get(0), 1e-9);
			for (int k = 1; k < angles.size(); k++) assertEquals(step * direction, angles.get(k) - angles.get(k - 1), 2e-6);
			final double left = (to - angles.get(angles.size() - 1)) * direction;
			assertTrue(left >= -1e-6 && left < step, from + ":" + to + ":" + step + " ends at " + angles.get(angles.size() - 1));
		}
	}

	/** The text of an angle is one that is read as the same angle. */
	@Test
	void textsComeBack() {
		for (final double angle : new double[] { 0, 15, -7.5, 0.1, -75, 359.999 }) assertEquals(List.of(angle), Angles.parse(Angles.text(angle), "yaw"));
		assertEquals("+15", Angles.text(15));
		assertEquals("0", Angles.text(0));
	}
}
