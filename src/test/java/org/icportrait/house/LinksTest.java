package org.icportrait.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** No link of the documents leads nowhere, every page can be reached from the first, and pictures are light. */
class LinksTest {

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
	private static final Pattern MEDICAL = Pattern.compile("(?i)diagnos|therap|\\bgrading|patients\\b|clinical");
	private static final Path DOCS = Path.of("docs"), START = DOCS.resolve("index.md");
	/** Bytes of a picture; the two sheets of version 0.1 are a little larger. */
	private static final long LARGEST_PICTURE = 175_000;

	@Test
	void everyRelativeLinkAndPictureExists() {
		final List<String> broken = new ArrayList<>();
		for (final Path page : Pages.all()) for (final String link : links(page)) if (!leads(page, link)) broken.add(page + ": " + link);
		assertEquals(List.of(), broken);
	}

	@Test
	void everyPageIsReachedFromTheFirst() {
		final Set<Path> reached = new TreeSet<>();
		final Deque<Path> open = new ArrayDeque<>(List.of(START));
		while (!open.isEmpty()) {
			final Path page = open.remove();
			if (!reached.add(page)) continue;
			for (final String link : links(page)) if (link.split("#")[0].endsWith(".md")) open.add(target(page, link));
		}
		assertEquals(Set.of(), Pages.all().stream().filter(page -> !reached.contains(page)).collect(Collectors.toSet()), "pages that nobody finds");
	}

	@Test
	void everyPictureIsShownAndIsLight() throws IOException {
		final Set<Path> shown = new TreeSet<>();
		for (final Path page : Pages.all()) for (final String link : links(page)) shown.add(target(page, link));
		final List<Path> wrong = new ArrayList<>();
		try (Stream<Path> files = Files.walk(DOCS)) {
			for (final Path file : files.filter(file -> file.toString().matches(".*\\.(jpg|png|svg)")).toList()) {
				if (!shown.contains(file) || Files.size(file) > LARGEST_PICTURE) wrong.add(file);
			}
		}
		assertEquals(List.of(), wrong, "pictures that no page shows, or of more than " + LARGEST_PICTURE + " bytes");
	}

	/** A medical purpose would make a device of it in the law of many countries: none is named, but to say that there is none. */
	@Test
	void noMedicalPurposeIsNamed() {
		final List<String> named = new ArrayList<>();
		for (final Path page : Pages.all()) {
			Pages.text(page).lines().filter(line -> MEDICAL.matcher(line).find() && !line.matches(".*\\b(not|Do not|no)\\b.*")).forEach(line -> named.add(page + ": " + line));
		}
		assertEquals(List.of(), named);
	}

	/** What is linked, without the links to elsewhere. */
	private static List<String> links(final Path page) {
		final List<String> links = new ArrayList<>();
		final Matcher link = LINK.matcher(Pages.prose(page));
		while (link.find()) if (!link.group(1).matches("[a-z]+:.*")) links.add(link.group(1));
		return links;
	}

	private static Path target(final Path page, final String link) {
		final String file = URLDecoder.decode(link.split("#", 2)[0], StandardCharsets.UTF_8);
		final Path folder = page.getParent() == null ? Path.of("") : page.getParent();
		return file.isEmpty() ? page : folder.resolve(file).normalize();
	}

	private static boolean leads(final Path page, final String link) {
		final Path target = target(page, link);
		if (!Files.exists(target)) return false;
		return !link.contains("#") || headings(target).contains(link.substring(link.indexOf('#') + 1));
	}

	/** The anchors of a page, as GitHub makes them of its headings. */
	private static Set<String> headings(final Path page) {
		return Pages.prose(page).lines().filter(line -> line.matches("#+ .*")).map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT)
			.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-')).collect(Collectors.toSet());
	}
}
