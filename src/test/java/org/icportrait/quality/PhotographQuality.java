package org.icportrait.quality;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.icportrait.face.FaceBox;
import org.icportrait.face.FaceFinder;
import org.icportrait.face.FaceReader;
import org.icportrait.face.HeadReading;
import org.icportrait.face.SurfaceEstimator;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.files.PictureReader;
import org.icportrait.work.Progress;

/** Finder and landmarks on real photographs and paintings, which no network ever saw in training. */
final class PhotographQuality {

	/** 300-W index and index among the 189 points of the photographs, pairs; see the assets' README. */
	private static final int[][] PAIRS = { { 36, 18 }, { 39, 22 }, { 42, 23 }, { 45, 27 }, { 48, 87 }, { 54, 93 }, { 51, 90 }, { 57, 106 },
		{ 33, 55 }, { 8, 129 }, { 17, 71 }, { 21, 76 }, { 22, 77 }, { 26, 82 } };
	private static final int OUTER_EYE_RIGHT = 18, OUTER_EYE_LEFT = 27;

	private PhotographQuality() {}

	static List<Path> pictures(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(f -> f.toString().endsWith(".jpg")).sorted().toList();
		}
	}

	static Picture load(final Path file) {
		return Photograph.of(PictureReader.read(file).image()).picture();
	}

	/** Pictures with exactly one find, whole and shrunk to a third in the lower right corner of a grey picture. */
	static String finder(final FaceReader finder, final Path folder) throws IOException {
		int whole = 0, corner = 0, all = 0;
		final StringBuilder missed = new StringBuilder();
		for (final Path file : pictures(folder)) {
			final Picture picture = load(file);
			all++;
			final int inWhole = finder.find(picture, Progress.NONE).size();
			final int inCorner = finder.find(inCorner(picture), Progress.NONE).size();
			if (inWhole == 1) whole++;
			if (inCorner == 1) corner++;
			if (inWhole != 1 || inCorner != 1) missed.append(' ').append(file.getFileName()).append(" (").append(inWhole).append(", ").append(inCorner).append(')');
		}
		return whole + "/" + all + " whole, " + corner + "/" + all + " in a corner" + (missed.length() > 0 ? "; not one:" + missed : "");
	}

	private static Picture inCorner(final Picture picture) {
		final Picture out = new Picture(picture.width(), picture.height(), 3);
		java.util.Arrays.fill(out.data(), 0.2f);
		final int w = picture.width() / 3, h = picture.height() / 3;
		for (int c = 0; c < 3; c++) {
			for (int y = 0; y < h; y++) {
				for (int x = 0; x < w; x++) {
					float sum = 0;
					for (int k = 0; k < 9; k++) sum += picture.get(3 * x + k % 3, 3 * y + k / 3, c);
					out.set(out.width() - w + x, out.height() - h + y, c, sum / 9);
				}
			}
		}
		return out;
	}

	/** Mean distance of 14 points from where people clicked, in per cent of the distance of the outer eye corners. */
	static String landmarks(final FaceFinder finder, final SurfaceEstimator estimator, final Path folder) throws IOException {
		final JsonObject truth = JsonParser.parseString(Files.readString(folder.resolve("landmarks.json"))).getAsJsonObject();
		final List<Double> errors = new ArrayList<>();
		final double[] perPoint = new double[PAIRS.length];
		int pictures = 0;
		for (final String name : truth.keySet()) {
			final Picture picture = load(folder.resolve(name + ".jpg"));
			final List<FaceBox> faces = finder.find(picture, Progress.NONE);
			if (faces.isEmpty()) continue;
			final HeadReading surface = estimator.estimate(picture, faces.get(0), Progress.NONE);
			final JsonArray points = truth.getAsJsonArray(name);
			final double eyes = Math.hypot(at(points, OUTER_EYE_RIGHT, 0) - at(points, OUTER_EYE_LEFT, 0), at(points, OUTER_EYE_RIGHT, 1) - at(points, OUTER_EYE_LEFT, 1));
			for (int k = 0; k < PAIRS.length; k++) {
				final int mine = PAIRS[k][0], theirs = PAIRS[k][1];
				final double error = 100 * Math.hypot(surface.landmarks().x(mine) - at(points, theirs, 0), surface.landmarks().y(mine) - at(points, theirs, 1)) / eyes;
				errors.add(error);
				perPoint[k] += error;
			}
			pictures++;
		}
		final StringBuilder each = new StringBuilder();
		for (int k = 0; k < PAIRS.length; k++) each.append(String.format(" %d: %.1f", PAIRS[k][0], perPoint[k] / Math.max(pictures, 1)));
		return String.format("mean %.2f %%, median %.2f %% of the outer eye distance on %d of %d photographs (by point:%s)", Statistics.mean(errors),
			Statistics.median(errors), pictures, truth.size(), each);
	}

	private static double at(final JsonArray points, final int index, final int axis) {
		return points.get(index).getAsJsonArray().get(axis).getAsDouble();
	}
}
