package org.icportrait.bridge;

import ij.ImagePlus;
import ij.process.ColorProcessor;

import java.awt.Color;
import java.net.URISyntaxException;
import java.nio.file.Path;

import org.icportrait.commands.PortraitService;
import org.icportrait.inference.Device;
import org.icportrait.portrait.EngineOptions;

/** Pictures and models for tests without trained weights: a face is a bright disc, and its head is always the same egg. */
public final class EggHead {

	/** Side of the test pictures, pixels: a cell of the finder is an eighth of it. */
	public static final int SIDE = 400;
	private static final int CELL = SIDE / 8;

	private EggHead() {}

	/** The pack made by src/test/python/make_test_pack.py. */
	public static Path pack() {
		return pack("testpack");
	}

	/** The other pack made there, which holds a stitch network too. */
	public static Path packWithStitch() {
		return pack("testpack_stitch");
	}

	/** A third one, whose networks generate a flat red that the photograph's mean colour guides, with a trace of the noise. */
	public static Path packWithGenerator() {
		return pack("testpack_generator");
	}

	/** A fourth one, which generates in latents: what it generates is the negative of what it begins with. */
	public static Path packWithLatents() {
		return pack("testpack_latent");
	}

	/** A fifth one, whose surface network sees the egg a tenth of the crop farther right where it is told not to read the mirror image. */
	public static Path packWithMirror() {
		return pack("testpack_mirror");
	}

	private static Path pack(final String name) {
		try {
			return Path.of(EggHead.class.getResource("/org/icportrait/" + name + "/pack.json").toURI()).getParent();
		}
		catch (final URISyntaxException exception) {
			throw new IllegalStateException(exception);
		}
	}

	/** An engine on the CPU with that pack. */
	public static EngineOptions engine() {
		return new EngineOptions(pack(), Device.CPU, null);
	}

	/** Makes all commands of the bridge's context use that pack. */
	public static void useInCommands() {
		useInCommands(pack());
	}

	/** Makes them use another pack. */
	public static void useInCommands(final Path pack) {
		CommandPlugIn.context().service(PortraitService.class).use(engine().withPack(pack));
	}

	/** A picture with one face in the middle of the cell (4, 3). */
	public static ImagePlus one() {
		return faces(SIDE, 4, 3);
	}

	/** A picture of this side with one face before plain dark grey, so that nothing has texture. */
	public static ImagePlus plain(final int side) {
		final ImagePlus image = faces(side, 4, 3);
		for (int i = 0; i < side * side; i++) if ((image.getProcessor().get(i) & 255) < 64) image.getProcessor().set(i, 0x303030);
		return image;
	}

	/** A picture with faces in the cells (column, row) given one after the other; none for no cell. */
	public static ImagePlus faces(final int side, final int... cells) {
		final ColorProcessor pixels = new ColorProcessor(side, side);
		for (int i = 0; i < side * side; i++) pixels.set(i, 0x202020 + (i % side / 8 + i / side / 8) % 2 * 0x101010);
		pixels.setColor(new Color(250, 220, 200));
		final int cell = side * CELL / SIDE;
		for (int i = 0; i < cells.length; i += 2) pixels.fillOval(cells[i] * cell, cells[i + 1] * cell, cell, cell);
		return new ImagePlus("someone.png", pixels);
	}
}
