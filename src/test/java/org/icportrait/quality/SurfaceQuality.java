package org.icportrait.quality;

import java.util.ArrayList;
import java.util.List;

import org.icportrait.face.FaceBox;
import org.icportrait.face.FaceFinder;
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

	private static final double LARGEST_YAW = 75;

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

	static String measure(final List<Scene> scenes, final FaceFinder finder, final SurfaceEstimator estimator) {
		final List<Double> rotations = new ArrayList<>(), normals = new ArrayList<>(), near = new ArrayList<>();
		int missed = 0, all = 0;
		for (final Scene scene : scenes) {
			for (final View[] lights : scene.views()) {
				for (final View view : lights) {
					final double yaw = Math.abs(Pose.of(view.rotation()).yaw());
					if (yaw > LARGEST_YAW) continue;
					all++;
					final HeadReading surface = read(view, finder, estimator, false);
					if (surface == null) {
						missed++;
						continue;
					}
					final double error = view.rotation().degreesTo(surface.rotation());
					rotations.add(error);
					if (yaw <= 30) near.add(error);
					addNormals(view, surface, normals);
				}
			}
		}
		return String.format("rotation median %.2f deg (90 %% quantile %.1f; within yaw 30: %.2f), normals median %.2f deg, %d of %d renders not read",
			Statistics.median(rotations), Statistics.quantile(rotations, 0.9), Statistics.median(near), Statistics.median(normals), missed, all);
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
