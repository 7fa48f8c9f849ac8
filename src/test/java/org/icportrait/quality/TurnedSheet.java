package org.icportrait.quality;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import javax.imageio.ImageIO;

import org.icportrait.face.FaceChoice;
import org.icportrait.face.HeadReading;
import org.icportrait.generate.Denoising;
import org.icportrait.geometry.Pose;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Scene;
import org.icportrait.quality.HeldOut.View;
import org.icportrait.work.Progress;

/** For the eye: renders seen from three quarters, as they are, turned to the front, past it, and away from it. */
final class TurnedSheet {

	/** Share of the source's yaw that is left: the other side, a little past the front, the front, on its way; and further away. */
	private static final double[] SHARES = { -1, -0.4, 0, 0.5 };
	private static final double AWAY = 25, LARGEST = 74, LEAST = 28, MOST = 65;
	private static final double FRONTAL = 15;
	private static final double[] SIDES = { -55, -30, 15, 40, 60 };
	private static final int SIDE = 320;

	private TurnedSheet() {}

	/** Writes one PNG a row, source first; at most {@code most} rows, one of each head. */
	static String write(final PortraitEngine engine, final Path scenes, final int groups, final int most, final Function<View, HeadReading> read, final Path folder)
		throws IOException
	{
		Files.createDirectories(folder);
		final List<Path> written = new ArrayList<>();
		SceneSet.heads(scenes, groups, 0, (views, vertices) -> {
			for (final View view : views) {
				final double yaw = Math.abs(Pose.of(view.rotation()).yaw());
				if (yaw < LEAST || yaw > MOST || written.size() >= most) continue;
				final HeadReading reading = read.apply(view);
				if (reading == null) continue;
				final Path file = folder.resolve(String.format("turned-%02d.png", written.size()));
				save(row(engine, view.picture(), Profile.of(view.picture(), view.box(), reading)), file);
				written.add(file);
				break;
			}
		});
		return written.size() + " rows in " + folder;
	}

	private static void save(final ColorProcessor row, final Path file) {
		try {
			ImageIO.write(row.getBufferedImage(), "png", file.toFile());
		}
		catch (final IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	/** The same of photographs and paintings, one PNG each; frontal ones are turned to both sides. */
	static String write(final PortraitEngine engine, final List<Path> files, final Path folder) throws IOException {
		Files.createDirectories(folder);
		for (final Path file : files) {
			final Picture picture = PhotographQuality.load(file);
			save(row(engine, picture, engine.analyze(picture, FaceChoice.largest(), Progress.NONE)),
				folder.resolve("people-" + file.getFileName().toString().replaceAll("\\.[a-z]+$", ".png")));
		}
		return files.size() + " rows in " + folder;
	}

	/** The picture and its turned ones side by side. */
	static ColorProcessor row(final PortraitEngine engine, final Picture picture, final Profile profile) {
		final double yaw = profile.pose().yaw();
		final List<Picture> cells = new ArrayList<>(List.of(picture));
		if (Math.abs(yaw) < FRONTAL) for (final double to : SIDES) cells.add(turned(engine, profile, to));
		else {
			for (final double share : SHARES) cells.add(turned(engine, profile, Math.max(-LARGEST, Math.min(LARGEST, share * yaw))));
			cells.add(turned(engine, profile, Math.signum(yaw) * Math.min(LARGEST, Math.abs(yaw) + AWAY)));
		}
		final ColorProcessor out = new ColorProcessor(SIDE * cells.size(), SIDE);
		for (int i = 0; i < cells.size(); i++) out.insert(cell(cells.get(i)), SIDE * i, 0);
		return out;
	}

	/** In context where the pack can, unless -Dmethod=geometric. */
	private static Denoising generation(final PortraitEngine engine) {
		return engine.generates() && !"geometric".equals(System.getProperty("method")) ? Denoising.DEFAULT : null;
	}

	private static Picture turned(final PortraitEngine engine, final Profile profile, final double yaw) {
		final Pose now = profile.pose();
		return engine.make(Person.of(profile), Scene.UNCHANGED.withPose(new PoseChoice.Absolute(new Pose(yaw, now.pitch(), now.roll())))
			.withGeneration(generation(engine)), Progress.NONE).picture();
	}

	private static ImageProcessor cell(final Picture picture) {
		final int side = Math.min(picture.width(), picture.height());
		final ColorProcessor out = new ColorProcessor(side, side);
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				int rgb = 0;
				for (int c = 0; c < 3; c++) rgb = rgb << 8 | Colour.toSrgbByte(picture.get(x + (picture.width() - side) / 2, y, c));
				out.set(x, y, rgb);
			}
		}
		out.setInterpolationMethod(ImageProcessor.BICUBIC);
		return out.resize(SIDE, SIDE, true);
	}
}
