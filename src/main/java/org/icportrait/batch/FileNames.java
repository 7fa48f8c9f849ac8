package org.icportrait.batch;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Path;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Names of files in locales that cannot write them, such as C: Java opens what a folder lists all the same, but its text is lost. */
final class FileNames {

	/** Stands in Java's texts for what the locale cannot write. */
	private static final char LOST = '\ufffd';

	private FileNames() {}

	/** Whether the text of a path leads back to it. */
	static boolean isPlain(final Path file) {
		return file.toString().indexOf(LOST) < 0;
	}

	/** An absolute path as text; its bytes count as UTF-8 where the locale cannot tell. */
	static String text(final Path file) {
		if (isPlain(file)) return file.toString();
		return URLDecoder.decode(file.toUri().getRawPath().replace("+", "%2B"), StandardCharsets.UTF_8);
	}

	/** The same name, with "_" for each character that names of new files cannot hold here. */
	static String writable(final String name) {
		final CharsetEncoder names = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")).newEncoder();
		final StringBuilder out = new StringBuilder(name.length());
		name.codePoints().forEach(c -> {
			final String character = Character.toString(c);
			out.append(c != LOST && names.canEncode(character) ? character : "_");
		});
		return out.toString();
	}
}
