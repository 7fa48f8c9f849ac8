package org.icportrait.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.icportrait.face.Eyelids;
import org.icportrait.face.FaceChoice;
import org.icportrait.face.FaceReader;
import org.icportrait.face.FoundFace;
import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.image.AreaScale;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.quality.HeldOut.View;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/** Eyelids on held-out renders, half of them closed or half closed, and on photographs, whose eyes are open. */
final class EyelidQuality {

	/** Truth below and above which an eye counts as closed and open, and what is read between both. */
	private static final double CLOSED = 0.2, OPEN = 0.8, BETWEEN = 0.5;
	private static final double[] YAWS = { 0, 15, 30, 45, 60, 75, 90 };
	/** An eye of a render counts where so much of it is seen; the first point of each, in the order of 300-W, and how many it has. */
	private static final double SEEN = 0.5;
	private static final int[] FIRST = { 36, 42 };
	private static final int POINTS = 6;
	/** Side of a small face, pixels, and the light of a dark picture. */
	private static final double SMALL = 80;
	private static final float DARK = 0.25f;

	private EyelidQuality() {}

	/** One eye: yaw of the head, how far it is open, and how far it is read as such, NaN where it is not. */
	private record Eye(double yaw, double open, double read) {}

	/** Every eye of the renders that is seen, by yaw. @param folder of shards @param most of them that are read */
	static String renders(final FaceReader faces, final Path folder, final int most) throws IOException {
		final List<Eye> eyes = new ArrayList<>();
		final List<Path> shards = HeldOut.shards(folder);
		for (final Path file : shards.subList(0, Math.min(most, shards.size()))) {
			try (Npz npz = new Npz(file)) {
				final HeldOut.Shard shard = new HeldOut.Shard(npz);
				final Npz.Array lids = npz.array("eyelids");
				for (int i = 0; i < lids.shape[0]; i++) add(faces, shard.view(i), lids.row(i), eyes);
			}
		}
		final StringBuilder out = new StringBuilder("| yaw | eyes seen, and read | mean error | always open | closed told | open told |\n|---|---|---|---|---|---|\n");
		for (int bin = 0; bin + 1 < YAWS.length; bin++) {
			final double from = YAWS[bin], to = YAWS[bin + 1];
			out.append(row(String.format("%.0f-%.0f", from, to), eyes.stream().filter(eye -> eye.yaw >= from && eye.yaw < to).toList()));
		}
		return out + row("to 45", eyes.stream().filter(eye -> eye.yaw < 45).toList()) + row("all", eyes);
	}

	private static void add(final FaceReader faces, final View view, final float[] lids, final List<Eye> eyes) {
		final Eyelids read = read(faces, view);
		for (int eye = 0; eye < 2; eye++) {
			double seen = 0;
			for (int i = 0; i < POINTS; i++) seen += view.landmarks()[3 * (FIRST[eye] + i) + 2] / POINTS;
			if (seen >= SEEN) eyes.add(new Eye(Math.abs(Pose.of(view.rotation()).yaw()), lids[eye], eye == 0 ? read.right() : read.left()));
		}
	}

	private static Eyelids read(final FaceReader faces, final View view) {
		try {
			return faces.read(view.picture(), view.box(), Progress.NONE).eyelids();
		}
		catch (final BadInput cut) {
			return new Eyelids(Double.NaN, Double.NaN);
		}
	}

	private static String row(final String name, final List<Eye> seen) {
		final List<Eye> read = seen.stream().filter(eye -> !Double.isNaN(eye.read)).toList();
		final List<Eye> closed = read.stream().filter(eye -> eye.open < CLOSED).toList(), open = read.stream().filter(eye -> eye.open > OPEN).toList();
		return String.format("| %s | %d, %d | %.3f | %.3f | %d of %d | %d of %d |%n", name, seen.size(), read.size(), Statistics.mean(read.stream().map(eye -> Math.abs(
			eye.read - eye.open)).toList()), Statistics.mean(read.stream().map(eye -> 1 - eye.open).toList()), closed.stream().filter(eye -> eye.read < BETWEEN).count(), closed
				.size(), open.stream().filter(eye -> eye.read >= BETWEEN).count(), open.size());
	}

	/** The photographs as they are, and made harder: how many of their eyes are read as open. */
	static String photographs(final FaceReader faces, final List<Path> files) {
		final Map<String, Result> results = new LinkedHashMap<>();
		for (final Path file : files) {
			final Picture picture = PhotographQuality.load(file);
			final FoundFace face = faces.select(picture, FaceChoice.largest(), Progress.NONE).get(0);
			final Map<String, UnaryOperator<Picture>> variants = new LinkedHashMap<>();
			variants.put("as it is", whole -> whole);
			variants.put("grey", EyelidQuality::grey);
			variants.put("a quarter of the light", EyelidQuality::dark);
			variants.put("face of 80 px", whole -> smaller(whole, SMALL / face.box().side()));
			variants.forEach((name, variant) -> results.computeIfAbsent(name, key -> new Result()).add(faces, variant.apply(picture), file));
		}
		final StringBuilder out = new StringBuilder();
		results.forEach((name, result) -> out.append(name).append(": ").append(result).append('\n'));
		return out.toString();
	}

	/** Of all photographs in one state. */
	private static final class Result {

		private final List<Double> open = new ArrayList<>();
		private final List<String> closed = new ArrayList<>();
		private int unread;

		void add(final FaceReader faces, final Picture picture, final Path file) {
			try {
				final HeadReading reading = faces.read(picture, faces.select(picture, FaceChoice.largest(), Progress.NONE).get(0), Progress.NONE);
				add(reading.eyelids().right(), file + " right");
				add(reading.eyelids().left(), file + " left");
			}
			catch (final BadInput none) {
				unread += 2;
			}
		}

		private void add(final double value, final String eye) {
			if (Double.isNaN(value)) unread++;
			else open.add(value);
			if (value < BETWEEN) closed.add(Path.of(eye).getFileName() + String.format(" %.2f", value));
		}

		@Override
		public String toString() {
			return String.format("%d of %d eyes open, %d not read; mean %.2f, one in twenty below %.2f; read as closed: %s", open.size() - closed.size(), open.size(), unread,
				Statistics.mean(open), Statistics.quantile(open, 0.05), closed);
		}
	}

	private static Picture grey(final Picture picture) {
		final Picture out = picture.copy();
		Colour.takeAway(out);
		return out;
	}

	private static Picture dark(final Picture picture) {
		final Picture out = picture.copy();
		for (int i = 0; i < out.data().length; i++) out.data()[i] *= DARK;
		return out;
	}

	private static Picture smaller(final Picture picture, final double scale) {
		return scale >= 1 ? picture : AreaScale.scale(picture, (int) Math.round(scale * picture.width()), (int) Math.round(scale * picture.height()));
	}
}
