package org.icportrait.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What .editorconfig asks of Java files: tabs, no blanks at the ends of lines, an end of line at the end, LF. */
class StyleTest {

	@Test
	void filesAreAsTheEditorIsAskedToWriteThem() throws IOException {
		final List<String> wrong = new ArrayList<>();
		try (Stream<Path> files = Files.walk(Path.of("src"))) {
			for (final Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
				final String text = Files.readString(file);
				if (text.indexOf('\r') >= 0 || !text.endsWith("}\n") && !file.endsWith("package-info.java")) wrong.add(file + ": its end, or ends of lines");
				text.lines().filter(line -> line.startsWith("  ") || line.endsWith(" ") || line.endsWith("\t")).forEach(line -> wrong.add(file + ": " + line));
			}
		}
		assertEquals(List.of(), wrong);
	}
}
