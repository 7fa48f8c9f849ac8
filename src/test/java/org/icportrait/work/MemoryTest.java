package org.icportrait.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MemoryTest {

	@Test
	void whatFitsPassesAndWhatDoesNotIsSaidWithNumbers() {
		Memory.require(1L << 30, 1L << 30, 2L << 30, "It");
		final BadInput thrown = assertThrows(BadInput.class, () -> Memory.require(3L << 30, 1L << 30, 2L << 30, "A picture of 6000 x 4000 pixels"));
		assertEquals("A picture of 6000 x 4000 pixels needs 3.0 GB of memory, and 1.0 of 2.0 GB are left; give more (in Fiji: Edit > Options > " +
			"Memory & Threads; elsewhere: java -Xmx) or scale the picture down.", thrown.getMessage());
	}

	@Test
	void thisMachineIsAsked() {
		Memory.require(1000, "A little");
		assertThrows(BadInput.class, () -> Memory.require(Long.MAX_VALUE / 2, "Everything"));
	}
}
