package org.icportrait.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.icportrait.face.FaceBox;
import org.icportrait.face.FaceFinder;
import org.icportrait.face.FaceFront;
import org.icportrait.face.HeadReading;
import org.icportrait.face.SurfaceEstimator;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.quality.HeldOut.Scene;
import org.icportrait.quality.HeldOut.View;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/** Rotation and normals on held-out renders: unseen heads, hair and environment maps. */
final class SurfaceQuality {

	private static final double[] YAWS = { 0, 15, 35, 60, 75, 90 };
	/** Up to here all counts together. */
	private static final double LARGEST_YAW = 75;
	/** Places of it, at least, that tell of its relief; depths (dm) that are of one thing. */
	private static final int FEW = 100;
	private static final double ELSE = 0.5;

	private SurfaceQuality() {}

	/** The surface read from a rendered view by way of the finder, or from the true box where {@code trueBox}; null where none is found. */
	static HeadReading read(final View view, final FaceFinder finder, final SurfaceEstimator estimator, final boolean trueBox) {
		final FaceBox box;
		if (trueBox) {
			box = view.box();
		}
		else {
			final List<FaceBox> faces = finder.find(view.picture(), Progress.NONE);
			if (faces.isEmpty()) return null;
			box = faces.get(0);
		}
		try {
			return estimator.estimate(view.picture(), box, Progress.NONE);
		}
		catch (final BadInput e) {
			return null; // cut by the border: counted as missed
		}
	}

	/** What was read of the views whose true yaw lies in one range. */
	private static final class Bin {

		private final List<Double> rotations = new ArrayList<>(), normals = new ArrayList<>(), inside = new ArrayList<>(), mattes = new ArrayList<>();
		/** Read less true, degrees. */
		private final List<Double> yaws = new ArrayList<>(), pitches = new ArrayList<>(), rolls = new ArrayList<>();
		private int all;
	}

	/** Read against true angles, by least squares. */
	static final class Slope {

		private double n, x, y, xx, xy;

		void add(final double truth, final double read) {
			n++;
			x += truth;
			y += read;
			xx += truth * truth;
			xy += truth * read;
		}

		double value() {
			return (n * xy - x * y) / (n * xx - x * x);
		}
	}

	static String measure(final List<Scene> scenes, final FaceFinder finder, final SurfaceEstimator estimator) {
		final Bin[] bins = Stream.generate(Bin::new).limit(YAWS.length - 1).toArray(Bin[]::new);
		final Bin whole = new Bin();
		final Slope yaw = new Slope(), pitch = new Slope();
		final List<Double> reliefs = new ArrayList<>();
		for (final Scene scene : scenes) {
			for (final View[] lights : scene.views()) {
				for (final View view : lights) {
					final Pose pose = Pose.of(view.rotation());
					int bin = 0;
					while (bin < bins.length - 1 && Math.abs(pose.yaw()) >= YAWS[bin + 1]) bin++;
					final boolean counted = Math.abs(pose.yaw()) < LARGEST_YAW;
					bins[bin].all++;
					if (counted) whole.all++;
					final HeadReading surface = read(view, finder, estimator, false);
					if (surface == null) continue;
					add(bins[bin], view, surface);
					if (!counted) continue;
					add(whole, view, surface);
					final Slope relief = relief(view, surface);
					if (relief.n >= FEW) reliefs.add(relief.value());
					yaw.add(pose.yaw(), Pose.of(surface.rotation()).yaw());
					pitch.add(pose.pitch(), Pose.of(surface.rotation()).pitch());
				}
			}
		}
		final StringBuilder out = new StringBuilder("| true yaw | rotation, median; 90 % within | normals, median | matte off, of the person | angles inside the 90 % interval | read |\n|---|---|---|---|---|---|\n");
		for (int k = 0; k < bins.length; k++) row(out, String.format("%.0f-%.0f deg", YAWS[k], YAWS[k + 1]), bins[k]);
		row(out, String.format("to %.0f", LARGEST_YAW), whole);
		out.append(String.format("errors, mean and spread: yaw %s, pitch %s, roll %s deg%n", spread(whole.yaws), spread(whole.pitches), spread(whole.rolls)));
		return out.append(String.format("slope of read against true yaw %.3f, pitch %.3f; of depth over the front of a face, median %.3f%n", yaw.value(), pitch.value(),
			Statistics.median(reliefs))).toString();
	}

	private static String spread(final List<Double> errors) {
		final double mean = Statistics.mean(errors);
		return String.format("%+.2f, %.2f", mean, Math.sqrt(errors.stream().mapToDouble(e -> (e - mean) * (e - mean)).average().orElse(Double.NaN)));
	}

	/** Of read on true depths of the front of one face: what a manifest calls the relief of its surface network, which the plugin then makes up for. */
	private static Slope relief(final View view, final HeadReading surface) {
		final Similarity toCrop = surface.cropToPicture().inverse();
		final Picture depth = surface.depth();
		final int step = HeldOut.SIZE / HeldOut.MAP;
		final Slope out = new Slope();
		for (int i = 0; i < HeldOut.MAP * HeldOut.MAP; i++) {
			final int column = i % HeldOut.MAP, row = i / HeldOut.MAP;
			if (view.head().get(column, row, 0) < 0.9f || !FaceFront.WHOLE.holds(view.coordinates().get(column, row, 1), view.coordinates().get(column, row, 2))) continue;
			final double x = (column + 0.5) * step, y = (row + 0.5) * step, u = toCrop.x(x, y) * depth.width(), v = toCrop.y(x, y) * depth.height();
			if (u < 1 || v < 1 || u > depth.width() - 1 || v > depth.height() - 1) continue;
			final double truth = view.depth().get(column, row, 0), read = depth.sample(u, v, 0);
			// Another surface altogether: a hand, or hair beside the face.
			if (Math.abs(read - truth) < ELSE) out.add(truth, read);
		}
		return out;
	}

	private static void add(final Bin bin, final View view, final HeadReading surface) {
		bin.rotations.add(view.rotation().degreesTo(surface.rotation()));
		addNormals(view, surface, bin.normals);
		bin.mattes.add(matteOff(view, surface));
		final Pose truth = Pose.of(view.rotation()), read = Pose.of(surface.rotation());
		bin.yaws.add(Math.IEEEremainder(read.yaw() - truth.yaw(), 360));
		bin.pitches.add(read.pitch() - truth.pitch());
		bin.rolls.add(Math.IEEEremainder(read.roll() - truth.roll(), 360));
		if (surface.interval() == null) return;
		bin.inside.add(inside(truth.yaw() - read.yaw(), surface.interval().yaw()));
		bin.inside.add(inside(truth.pitch() - read.pitch(), surface.interval().pitch()));
		bin.inside.add(inside(truth.roll() - read.roll(), surface.interval().roll()));
	}

	private static double inside(final double error, final double interval) {
		return Math.abs(Math.IEEEremainder(error, 360)) <= interval ? 1 : 0;
	}

	private static void row(final StringBuilder out, final String name, final Bin bin) {
		out.append(String.format("| %s | %.2f; %.1f deg | %.2f deg | %.1f %% | %.0f %% | %d of %d |%n", name, Statistics.median(bin.rotations), Statistics.quantile(bin.rotations, 0.9),
			Statistics.median(bin.normals), 100 * Statistics.mean(bin.mattes), 100 * Statistics.mean(bin.inside), bin.rotations.size(), bin.all));
	}

	/** Mean difference of the mattes over what both see, as a share of the person there. */
	private static double matteOff(final View view, final HeadReading surface) {
		final Similarity toCrop = surface.cropToPicture().inverse();
		final Picture found = surface.matte();
		double off = 0, person = 0;
		for (int i = 0; i < HeldOut.SIZE * HeldOut.SIZE; i++) {
			final double x = i % HeldOut.SIZE + 0.5, y = i / HeldOut.SIZE + 0.5, u = toCrop.x(x, y), v = toCrop.y(x, y);
			if (u < 0 || v < 0 || u > 1 || v > 1) continue;
			off += Math.abs(found.sample(u * found.width(), v * found.height(), 0) - view.matte().data()[i]);
			person += view.matte().data()[i];
		}
		return off / person;
	}

	/** Every fourth map pixel of the true head, in each direction. */
	private static void addNormals(final View view, final HeadReading surface, final List<Double> errors) {
		final Similarity toCrop = surface.cropToPicture().inverse();
		final Picture found = surface.normals();
		final int step = HeldOut.SIZE / HeldOut.MAP;
		for (int j = 2; j < HeldOut.MAP; j += 4) {
			for (int i = 2; i < HeldOut.MAP; i += 4) {
				if (view.head().get(i, j, 0) < 0.9f) continue;
				final double x = (i + 0.5) * step, y = (j + 0.5) * step;
				final double u = toCrop.x(x, y) * found.width(), v = toCrop.y(x, y) * found.height();
				if (u < 0 || v < 0 || u > found.width() || v > found.height()) continue;
				double dot = 0, a = 0, b = 0;
				for (int c = 0; c < 3; c++) {
					final double t = view.normals().get(i, j, c), f = found.sample(u, v, c);
					dot += t * f;
					a += t * t;
					b += f * f;
				}
				errors.add(Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, dot / Math.sqrt(a * b + 1e-12))))));
			}
		}
	}
}
