package org.icportrait.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** One version, wherever it is written: who cites the program names the one that ran. */
class VersionsTest {

	private static String found(final String file, final String pattern) throws IOException {
		final Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
		return matcher.find() ? matcher.group(1) : "nothing in " + file;
	}

	@Test
	void theCitationAndTheChangesNameTheVersionOfTheProject() throws IOException {
		final String version = found("pom.xml", "<artifactId>ic-portrait</artifactId>\\s*<version>([^<]+)<");
		assertEquals(version, found("CITATION.cff", "(?m)^version: (\\S+)$"));
		assertEquals(version.replace("-SNAPSHOT", ""), found("CHANGELOG.md", "(?m)^## (\\S+)"));
	}
}
