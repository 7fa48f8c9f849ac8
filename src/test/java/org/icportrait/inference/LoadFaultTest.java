package org.icportrait.inference;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;

/** What is said where ONNX Runtime does not load. */
class LoadFaultTest {

	private static String sentence(final Throwable cause) {
		return Natives.loadFault(cause).getMessage();
	}

	@Test
	void aFullTemporaryFolderAndOneThatRunsNothingAreNamedWithTheWayOut() {
		for (final Throwable cause : new Throwable[] { new IOException("No space left on device"), new UnsatisfiedLinkError("/tmp/x.so: /tmp/x.so: failed to map segment from shared object") }) {
			assertTrue(sentence(cause).contains(System.getProperty("java.io.tmpdir")) && sentence(cause).contains("missing, full or runs no programs") && sentence(cause).contains("-Djava.io.tmpdir=FOLDER"), sentence(cause));
		}
		final String old = sentence(new UnsatisfiedLinkError("/tmp/x.so: version `GLIBC_2.28' not found"));
		assertTrue(old.contains("GLIBC_2.28") && !old.contains("java.io.tmpdir"), old);
		assertFalse(sentence(new NoClassDefFoundError("ai/onnxruntime/OrtException")).contains("java.io.tmpdir"));
	}
}
