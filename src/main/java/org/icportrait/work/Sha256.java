package org.icportrait.work;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in 64 lower-case hexadecimal digits. */
public final class Sha256 {

	private static final int BUFFER = 1 << 16;

	private Sha256() {}

	/** Of what is left in a buffer, which is read. */
	public static String of(final ByteBuffer content) {
		final MessageDigest digest = digest();
		digest.update(content);
		return HexFormat.of().formatHex(digest.digest());
	}

	/** Of a file. */
	public static String of(final Path file) throws IOException {
		final MessageDigest digest = digest();
		final byte[] buffer = new byte[BUFFER];
		try (InputStream stream = Files.newInputStream(file)) {
			for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) digest.update(buffer, 0, read);
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256.", e);
		}
	}
}
