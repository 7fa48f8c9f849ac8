package org.icportrait.batch;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.icportrait.work.BadInput;

/** Names of files in locales that cannot write them, such as C: Java opens what a folder lists all the same, but its text is lost. */
final class FileNames {

	/** Stands in Java's texts for what the locale cannot write. */
	private static final char LOST = '\ufffd';

	/** One letter is a drive. */
	private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://");

	static final String UNWRITABLE = "This name cannot be written in the language that the system is set to; set LC_ALL to one with UTF-8.";

	private FileNames() {}

	/** A path as people write it; throws {@link BadInput} for an address of the network and for what no file is called here. */
	static Path path(final String text) {
		if (ADDRESS.matcher(text).lookingAt()) throw new BadInput("'" + text + "' is an address; files are read from disk: download it first, and name the file.");
		try {
			return Path.of(text);
		}
		catch (final InvalidPathException exception) {
			if (exception.getReason().contains("unmappable")) throw new BadInput(UNWRITABLE, exception);
			throw new BadInput("'" + text + "' is no name of a file.", exception);
		}
	}

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
