package org.icportrait.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Draws docs/architecture.svg anew, for the table of rooms below:
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.icportrait.house.ArchitectureDrawing
 * </pre>
 */
public final class ArchitectureDrawing {

	static final Path FILE = Path.of("docs", "architecture.svg");

	/** @param name of the package @param lines what it holds, one or two */
	record Room(String name, String... lines) {}

	/** @param colour of its boxes @param rooms side by side, which do not know each other */
	record Floor(String colour, Room... rooms) {}

	/** From the roof down: a room uses none but those of lower floors. */
	static final List<Floor> FLOORS = List.of(
		new Floor("#dbe9f6", new Room("commands", "menu, macro, preview"), new Room("batch", "command line, exit codes"), new Room("ops", "SciJava Ops")),
		new Floor("#dbe9f6", new Room("series", "many views and lights"), new Room("studio", "look before you type"), new Room("dialogs", "Swing: headings, reset, help")),
		new Floor("#fdebd0", new Room("request", "what is asked for: words, numbers, JSON"), new Room("files", "read by content, written with origin")),
		new Floor("#fdebd0", new Room("portrait", "Person, Scene, Generator, PortraitEngine:", "turn once for a view, light any number of times, compose last"),
			new Room("imagej", "ImagePlus to pictures", "and back")),
		new Floor("#fdebd0", new Room("finish", "what was generated laid over what geometry shows, in its colours")),
		new Floor("#fdebd0", new Room("outline", "where a person ends: how far, how soft, how frayed")),
		new Floor("#fdebd0", new Room("strands", "hair in a frame: where it grows and hangs, its strands")),
		new Floor("#fdebd0", new Room("skin", "skin in a frame: seen and drawn;", "tone, light, beard, ears, cloth beside it"),
			new Room("texture", "grain, sharpness and pores", "of the photograph, continued")),
		new Floor("#fdebd0", new Room("generate", "what no photograph shows: noise, the bridge, the networks that cross it")),
		new Floor("#e4f3e0", new Room("view", "which place of which source each pixel", "shows; carries any layer; composition"),
			new Room("light", "readings of light, shading, shadows,", "relighting")),
		new Floor("#e4f3e0", new Room("turn", "which places take part in a turn, and where the surfaces stand then")),
		new Floor("#e4f3e0", new Room("raster", "triangles to the nearest", "surfaces of each pixel"),
			new Room("layers", "person and background", "without each other"),
			new Room("body", "shoulders, back and cloth", "that close a turned body")),
		new Floor("#e4f3e0", new Room("head", "one head as geometry alone: mesh, symmetry, what closes it")),
		new Floor("#e4f3e0", new Room("hair", "where a photograph shows hair, how thick it lies, where it hangs")),
		new Floor("#e4f3e0", new Room("maps", "what was read, on one grid;", "the matte at full resolution"),
			new Room("morphable", "the statistical head (3D", "morphable model) and its fit"),
			new Room("identity", "who a face looks like:", "likeness of two")),
		new Floor("#e4f3e0", new Room("face", "finds faces; reads a photograph: matte, places, depth, normals, albedo, pose, light")),
		new Floor("#f3e5f5", new Room("inference", "ONNX Runtime, device, tensors")),
		new Floor("#f3e5f5", new Room("models", "packs: roles, dimensions, hashes"), new Room("image", "Picture, sRGB, filters")),
		new Floor("#eeeeee", new Room("geometry", "rotations, areas, cameras, harmonics"), new Room("work", "progress, workers, BadInput, Fault")));

	private static final int WIDTH = 860, MARGIN = 30, HEIGHT = 62, GAP = 22, SIDE_GAP = 20;

	private ArchitectureDrawing() {}

	public static void main(final String... arguments) throws IOException {
		Files.writeString(FILE, svg());
	}

	static String svg() {
		final StringBuilder svg = new StringBuilder();
		final int height = MARGIN + FLOORS.size() * (HEIGHT + GAP) + 24;
		svg.append(String.format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"15\">%n", WIDTH, height));
		svg.append(String.format("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>%n", WIDTH, height));
		for (int i = 0; i < FLOORS.size(); i++) draw(svg, FLOORS.get(i), MARGIN + i * (HEIGHT + GAP), i + 1 < FLOORS.size());
		svg.append(text(WIDTH / 2, height - 16, "", "imports run down, never up; rooms side by side do not know each other"));
		return svg.append("</svg>\n").toString().replace(System.lineSeparator(), "\n");
	}

	private static void draw(final StringBuilder svg, final Floor floor, final int top, final boolean more) {
		final int count = floor.rooms.length, width = (WIDTH - 2 * MARGIN - (count - 1) * SIDE_GAP) / count;
		for (int i = 0; i < count; i++) {
			final Room room = floor.rooms[i];
			final int left = MARGIN + i * (width + SIDE_GAP), middle = left + width / 2;
			svg.append(String.format("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\" fill=\"%s\" stroke=\"#555\"/>%n", left, top, width, HEIGHT, floor.colour));
			svg.append(text(middle, top + 21, " font-weight=\"bold\"", room.name));
			for (int line = 0; line < room.lines.length; line++) svg.append(text(middle, top + 39 + 16 * line, " font-size=\"12\"", room.lines[line]));
		}
		final int x = WIDTH / 2, y = top + HEIGHT;
		if (more) svg.append(String.format("<path d=\"M%d %d v12 m-5 -5 l5 6 l5 -6\" fill=\"none\" stroke=\"#555\" stroke-width=\"1.6\"/>%n", x, y + 4));
	}

	private static String text(final int x, final int y, final String style, final String words) {
		return String.format("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\"%s>%s</text>%n", x, y, style, words);
	}
}
