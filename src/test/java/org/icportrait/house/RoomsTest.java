package org.icportrait.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Imports run one way through the rooms, as docs/architecture.md draws them. */
class RoomsTest {

	private static final Path SOURCES = Path.of("src", "main", "java", "org", "icportrait");

	/** From the ground up: a room may use those before it. */
	private static final List<String> ROOMS = List.of("work", "geometry", "image", "models", "inference", "face", "identity", "morphable", "maps", "hair", "head", "body",
		"raster", "layers", "turn", "view", "light", "generate", "texture", "skin", "strands", "outline",
		"finish", "portrait", "request", "imagej", "files", "series", "dialogs", "studio", "commands", "batch", "ops");

	/** Rooms that use no other. */
	private static final Set<String> ALONE = Set.of("dialogs");

	/** Neighbours that must not know each other although one stands before the other. */
	private static final Set<String> STRANGERS = Set.of("geometry work", "image models", "image inference", "models geometry", "models image",
		"inference geometry", "inference image", "light view", "maps identity", "hair identity", "raster identity", "layers identity", "turn identity", "texture identity", "skin identity", "strands identity", "outline identity", "light raster", "light layers", "light turn", "maps morphable", "layers raster", "layers body", "raster body", "texture view", "skin texture", "light face", "view face", "morphable identity", "head identity", "body identity", "view identity", "light identity", "generate identity", "finish identity", "request identity", "imagej request", "files request", "ops files", "ops series", "studio files", "studio series", "batch studio", "ops studio", "batch dialogs", "batch commands", "ops dialogs", "ops commands", "ops batch");

	private static final Pattern ROOM = Pattern.compile("\\borg\\.icportrait\\.([a-z]+)\\.");

	@Test
	void everyRoomUsesOnlyThoseBelowIt() throws IOException {
		final List<String> wrong = new ArrayList<>();
		final Set<String> found = new TreeSet<>();
		try (Stream<Path> files = Files.walk(SOURCES)) {
			for (final Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
				final String own = SOURCES.relativize(file).getName(0).toString();
				found.add(own);
				final Matcher used = ROOM.matcher(Files.readString(file));
				while (used.find()) if (!mayUse(own, used.group(1))) wrong.add(file + " uses " + used.group(1));
			}
		}
		assertEquals(List.of(), wrong);
		assertTrue(ROOMS.containsAll(found), "a room that the plan does not know: " + found);
	}

	private static boolean mayUse(final String own, final String other) {
		return own.equals(other) || !ALONE.contains(own) && ROOMS.indexOf(other) < ROOMS.indexOf(own) && ROOMS.contains(other) && !STRANGERS.contains(own + " " + other);
	}

	@Test
	void theDrawingHasEveryRoomAndIsTheFile() throws IOException {
		final Set<String> drawn = new TreeSet<>();
		for (final ArchitectureDrawing.Floor floor : ArchitectureDrawing.FLOORS) for (final ArchitectureDrawing.Room room : floor.rooms()) drawn.add(room.name());
		assertEquals(new TreeSet<>(ROOMS), drawn, "enter the room in ArchitectureDrawing");
		assertEquals(ArchitectureDrawing.svg(), Files.readString(ArchitectureDrawing.FILE), "run ArchitectureDrawing");
	}

	@Test
	void importsRunDownInTheDrawingToo() throws IOException {
		final List<String> wrong = new ArrayList<>();
		try (Stream<Path> files = Files.walk(SOURCES)) {
			for (final Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
				final String own = SOURCES.relativize(file).getName(0).toString();
				final Matcher used = ROOM.matcher(Files.readString(file));
				while (used.find()) if (!own.equals(used.group(1)) && floor(own) >= floor(used.group(1))) wrong.add(own + " uses " + used.group(1));
			}
		}
		assertEquals(List.of(), wrong.stream().distinct().toList());
	}

	/** From the roof, 0, downwards. */
	private static int floor(final String name) {
		for (int i = 0; i < ArchitectureDrawing.FLOORS.size(); i++) {
			for (final ArchitectureDrawing.Room room : ArchitectureDrawing.FLOORS.get(i).rooms()) if (room.name().equals(name)) return i;
		}
		return -1;
	}
}
