package org.icportrait.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.morphable.FittedHead;
import org.icportrait.morphable.HeadModel;
import org.icportrait.quality.HeldOut.View;
import org.icportrait.work.Progress;

/** How far the fitted head lies from the true one, where the picture shows it and where it does not. */
final class HeadFitQuality {

	/** Canonical height (dm) below which the body turns the neck, which no model of a head can know. */
	private static final float NECK = -0.85f;
	private static final double LARGEST_YAW = 75;
	/** How much deeper (dm) than what is seen a vertex may lie and still be seen. */
	private static final double SEEN = 0.05;
	/** Every so many vertices are measured. */
	private static final int SAMPLE = 5;

	private final List<Double> seen = new ArrayList<>();
	private final List<Double> unseen = new ArrayList<>();
	private final List<Double> placedSeen = new ArrayList<>();
	private final List<Double> placedUnseen = new ArrayList<>();
	private final List<Double> meanSeen = new ArrayList<>();
	private final List<Double> meanUnseen = new ArrayList<>();
	private final List<Double> readTurn = new ArrayList<>();
	private final List<Double> fittedTurn = new ArrayList<>();
	private final List<Double> millis = new ArrayList<>();
	private int missed;

	private HeadFitQuality() {}

	/** @param read the surface of a view, or null where it cannot be read */
	static String measure(final Path scenes, final int groups, final Function<View, HeadReading> read) throws IOException {
		final HeadFitQuality network = new HeadFitQuality(), truth = new HeadFitQuality();
		SceneSet.heads(scenes, groups, 0, (views, vertices) -> {
			for (final View view : views) {
				if (Math.abs(Pose.of(view.rotation()).yaw()) > LARGEST_YAW) continue;
				network.add(view, vertices, read.apply(view));
				truth.add(view, vertices, view.truth());
			}
		});
		return "| mm | seen | unseen | after rigid alignment: seen | unseen | mean head aligned: seen | unseen | rotation read, deg | fitted | ms | no fit |\n" +
			"|---|---|---|---|---|---|---|---|---|---|---|\n" + network.line("by the pack") + truth.line("by the true maps");
	}

	private void add(final View view, final float[] vertices, final HeadReading reading) {
		final long start = System.nanoTime();
		final FittedHead fit = reading == null ? null : FittedHead.of(reading, Progress.NONE);
		if (fit == null) {
			missed++;
			return;
		}
		millis.add((System.nanoTime() - start) / 1e6);
		readTurn.add(view.rotation().degreesTo(reading.rotation()));
		fittedTurn.add(view.rotation().degreesTo(fit.rotation()));
		final TrueHead head = new TrueHead(fit.model(), view, vertices);
		mean(head.distances(inTrueCamera(fit, reading, view)), head.seen(), placedSeen, placedUnseen);
		mean(head.distances(head.aligned(fit.points())), head.seen(), seen, unseen);
		mean(head.distances(head.aligned(fit.model().neutral())), head.seen(), meanSeen, meanUnseen);
	}

	/** Points of the reading's camera where the true camera has them: the head origin is wherever each says, the picture is one. */
	private static float[] inTrueCamera(final FittedHead fit, final HeadReading reading, final View view) {
		final float[] out = fit.points().clone();
		final double size = reading.camera().s() / view.camera().s();
		final double dx = (reading.camera().x0() - view.camera().x0()) / view.camera().s(), dy = (view.camera().y0() - reading.camera().y0()) / view.camera().s();
		for (int v = 0; v < out.length; v += 3) {
			out[v] = (float) (out[v] * size + dx);
			out[v + 1] = (float) (out[v + 1] * size + dy);
			out[v + 2] = (float) (out[v + 2] * size);
		}
		return out;
	}

	private static void mean(final double[] distances, final boolean[] isSeen, final List<Double> seen, final List<Double> unseen) {
		double a = 0, b = 0;
		int na = 0, nb = 0;
		for (int v = 0; v < distances.length; v++) {
			if (Double.isNaN(distances[v])) continue;
			if (isSeen[v]) {
				a += distances[v];
				na++;
			}
			else {
				b += distances[v];
				nb++;
			}
		}
		if (na > 0) seen.add(100 * a / na);
		if (nb > 0) unseen.add(100 * b / nb);
	}

	private String line(final String name) {
		return String.format("| %s (%d) | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.0f | %d |%n", name, seen.size(), Statistics.mean(placedSeen),
			Statistics.mean(placedUnseen), Statistics.mean(seen), Statistics.mean(unseen), Statistics.mean(meanSeen), Statistics.mean(meanUnseen),
			Statistics.median(readTurn), Statistics.median(fittedTurn), Statistics.median(millis), missed);
	}

	/** The true head in the camera axes of one view, with the model's triangles. */
	private static final class TrueHead {

		private final HeadModel model;
		private final float[] points;
		private final boolean[] seen;

		TrueHead(final HeadModel model, final View view, final float[] vertices) {
			this.model = model;
			points = new float[3 * model.size()];
			seen = new boolean[model.size()];
			final Rotation r = view.rotation();
			for (int v = 0; v < seen.length; v++) {
				final int s = 3 * model.source()[v];
				points[3 * v] = (float) r.x(vertices[s], vertices[s + 1], vertices[s + 2]);
				points[3 * v + 1] = (float) r.y(vertices[s], vertices[s + 1], vertices[s + 2]);
				points[3 * v + 2] = (float) r.z(vertices[s], vertices[s + 1], vertices[s + 2]);
				seen[v] = isSeen(view, v);
			}
		}

		private boolean isSeen(final View view, final int v) {
			final int step = HeldOut.SIZE / HeldOut.MAP;
			final int x = (int) Math.floor(view.camera().x(points[3 * v], points[3 * v + 2]) / step);
			final int y = (int) Math.floor(view.camera().y(points[3 * v + 1], points[3 * v + 2]) / step);
			return x >= 0 && y >= 0 && x < HeldOut.MAP && y < HeldOut.MAP && view.head().get(x, y, 0) > 0.5f &&
				Math.abs(view.depth().get(x, y, 0) - points[3 * v + 2]) < SEEN;
		}

		boolean[] seen() {
			return seen;
		}

		/** Points laid over the true ones by the rigid motion that fits those above the neck best. */
		float[] aligned(final float[] from) {
			return Rigid.align(from, points, v -> counts(v));
		}

		private boolean counts(final int v) {
			return model.region(v) != HeadModel.EYE && model.neutral()[3 * v + 1] > NECK && model.neutral()[3 * v + 2] > -2;
		}

		/** From each vertex to the true surface, near its own true vertex; NaN where it does not count. */
		double[] distances(final float[] from) {
			final double[] out = new double[model.size()];
			final SurfaceDistance surface = new SurfaceDistance(points, model.triangles());
			for (int v = 0; v < out.length; v++) out[v] = v % SAMPLE == 0 && counts(v) ? surface.of(from[3 * v], from[3 * v + 1], from[3 * v + 2]) : Double.NaN;
			return out;
		}
	}
}
