package org.icportrait.series;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import org.icportrait.face.HeadReading;
import org.icportrait.face.Landmarks;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.portrait.Profile;
import org.icportrait.view.View;
import org.icportrait.work.BadInput;

/**
 * The part of each picture of a series that is kept, and its size: the photograph's own, or that of a set, in which the place between the
 * eyes always stands at one place. All pictures of a series are scaled alike. Immutable.
 */
public final class SeriesFrame {

	/** Corners of both eyes, order of 300-W. */
	private static final int[] EYES = { 36, 39, 42, 45 };
	private static final int SMALLEST = 16;

	private final int width;
	private final int height;
	/** Null for the photograph's own. */
	private final StimulusSet.Frame wanted;
	/** Picture pixels along one pixel of the frame. */
	private final double step;
	/** The place between the eyes, head axes, dm. */
	private final double[] between;

	private SeriesFrame(final int width, final int height, final StimulusSet.Frame wanted, final double step, final double[] between) {
		this.width = width;
		this.height = height;
		this.wanted = wanted;
		this.step = step;
		this.between = between;
	}

	/**
	 * The frame of a plan for one photograph: as large a part of it as fits around the eyes of every view.
	 *
	 * @throws BadInput where the eyes stand so near the border that nothing does
	 */
	public static SeriesFrame of(final SeriesPlan plan, final Profile profile) {
		final int width = profile.picture().width(), height = profile.picture().height();
		final StimulusSet.Frame wanted = plan.set().frame();
		if (wanted == null) return new SeriesFrame(width, height, null, 1, null);
		final double[] between = between(profile.reading());
		double step = Double.POSITIVE_INFINITY;
		for (final SeriesView view : plan.views()) {
			final double[] eyes = place(between, profile.reading().camera(), view.pose().toRotation());
			step = Math.min(step, Math.min(eyes[0] / (wanted.x() * wanted.width()), (width - eyes[0]) / ((1 - wanted.x()) * wanted.width())));
			step = Math.min(step, Math.min(eyes[1] / (wanted.y() * wanted.height()), (height - eyes[1]) / ((1 - wanted.y()) * wanted.height())));
		}
		if (!(step * wanted.width() >= SMALLEST)) {
			throw new BadInput("The face stands too near the border for pictures of " + wanted.width() + " x " + wanted.height() + "; choose another preset or a photograph with more around the head.");
		}
		return new SeriesFrame(wanted.width(), wanted.height(), wanted, step, between);
	}

	/** Where the middle of the eyes' corners lies in head axes; its depth is read from the maps. */
	private static double[] between(final HeadReading reading) {
		final Landmarks landmarks = reading.landmarks();
		double x = 0, y = 0;
		for (final int i : EYES) {
			x += landmarks.x(i) / EYES.length;
			y += landmarks.y(i) / EYES.length;
		}
		final Similarity toCrop = reading.cropToPicture().inverse();
		final double z = reading.depth().sample(toCrop.x(x, y) * reading.mapSize(), toCrop.y(x, y) * reading.mapSize(), 0);
		final HeadCamera camera = reading.camera();
		final double qx = camera.liftX(x, z), qy = camera.liftY(y, z);
		final Rotation back = reading.rotation().inverse();
		return new double[] { back.x(qx, qy, z), back.y(qx, qy, z), back.z(qx, qy, z) };
	}

	private static double[] place(final double[] head, final HeadCamera camera, final Rotation rotation) {
		final double z = rotation.z(head[0], head[1], head[2]);
		return new double[] { camera.x(rotation.x(head[0], head[1], head[2]), z), camera.y(rotation.y(head[0], head[1], head[2]), z) };
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	/** What the frame keeps of a picture of this view, scaled; the picture itself where all is kept. */
	public ImageProcessor cut(final ImageProcessor picture, final View view) {
		return wanted == null ? picture : part(view).of(picture);
	}

	/** The same of whole numbers that must not mix. */
	ImageProcessor cutLabels(final ImageProcessor labels, final View view) {
		return wanted == null ? labels : part(view).ofLabels(labels);
	}

	/** What is kept of a picture of this view, in whole pixels, as ImageJ averages where the part shrinks; null where all is kept. */
	KeptPart part(final View view) {
		if (wanted == null) return null;
		final double[] eyes = place(between, view.camera(), view.rotation());
		return at(eyes[0] - wanted.x() * width * step, eyes[1] - wanted.y() * height * step);
	}

	private KeptPart at(final double left, final double top) {
		return new KeptPart((int) Math.round(left), (int) Math.round(top), (int) Math.round(width * step), (int) Math.round(height * step), width, height);
	}

	/** Gives a cut picture that has the photograph's calibration the one of its own pixels, which are alike in all views. */
	void calibrate(final ImagePlus image) {
		if (wanted != null) at(0, 0).calibrate(image.getCalibration());
	}
}
