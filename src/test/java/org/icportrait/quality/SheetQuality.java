package org.icportrait.quality;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.icportrait.face.FaceChoice;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.light.LightPreset;
import org.icportrait.light.LightReading;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Scene;
import org.icportrait.portrait.TurnedPortrait;
import org.icportrait.work.Progress;

/** One picture for the eye: portraits in rows, seven views in four lights in columns. Holds people's faces: never commit it. */
final class SheetQuality {

	private static final double[] YAWS = { -45, -30, -15, 0, 15, 30, 45 };
	/** Null: the photograph's own. */
	private static final LightPreset[] LIGHTS = { null, LightPreset.KEY_LEFT, LightPreset.KEY_RIGHT, LightPreset.KEY_ABOVE };

	private SheetQuality() {}

	/** Writes one PNG for each light, portraits x views, with cells of the given side. */
	static String write(final PortraitEngine engine, final List<Path> files, final Path folder, final int side) throws IOException {
		Files.createDirectories(folder);
		final ColorProcessor[] sheets = new ColorProcessor[LIGHTS.length];
		for (int k = 0; k < LIGHTS.length; k++) sheets[k] = new ColorProcessor(side * YAWS.length, side * files.size());
		for (int row = 0; row < files.size(); row++) {
			final Profile profile = engine.analyze(PhotographQuality.load(files.get(row)), FaceChoice.largest(), Progress.NONE);
			for (int i = 0; i < YAWS.length; i++) {
				final TurnedPortrait turned = engine.turn(Person.of(profile), Scene.UNCHANGED.withPose(PoseChoice.absolute(YAWS[i], 0, 0)), Progress.NONE);
				for (int k = 0; k < LIGHTS.length; k++) {
					final LightReading light = LIGHTS[k] == null ? null : LightReading.of(LIGHTS[k].light(), 1);
					sheets[k].insert(cell(engine.light(turned, light, Progress.NONE).picture(), profile, side), side * i, side * row);
				}
			}
		}
		for (int k = 0; k < LIGHTS.length; k++) ImageIO.write(sheets[k].getBufferedImage(), "png", folder.resolve("sheet-" + k + ".png").toFile());
		return "sheets written to " + folder;
	}

	private static ImageProcessor cell(final Picture picture, final Profile portrait, final int side) {
		final int size = (int) (2 * portrait.box().side());
		final int x0 = (int) portrait.box().x() - size / 2, y0 = (int) portrait.box().y() - size / 2;
		final ColorProcessor out = new ColorProcessor(size, size);
		for (int y = 0; y < size; y++) {
			for (int x = 0; x < size; x++) {
				final int px = x0 + x, py = y0 + y;
				if (px < 0 || py < 0 || px >= picture.width() || py >= picture.height()) continue;
				int rgb = 0;
				for (int c = 0; c < 3; c++) rgb = rgb << 8 | Colour.toSrgbByte(picture.get(px, py, c));
				out.set(x, y, rgb);
			}
		}
		out.setInterpolationMethod(ImageProcessor.BICUBIC);
		return out.resize(side, side, true);
	}
}
