package org.icportrait.face;

import org.icportrait.geometry.Similarity;
import org.icportrait.image.AreaScale;
import org.icportrait.image.Colour;
import org.icportrait.image.CropSampler;
import org.icportrait.image.Picture;
import org.icportrait.inference.Network;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.inference.Tensor;
import org.icportrait.inference.TensorSets;
import org.icportrait.models.ModelPack;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Finds the faces of a picture. Thread-safe; several threads look at once on the CPU. Close it. */
public final class FaceFinder implements AutoCloseable {

	/** Faces of a lower score are no faces. */
	public static final double LOWEST_SCORE = 0.5;

	/** A second and third look at a picture without faces would else see as many more that are none. */
	private static final double LOWEST_TILTED_SCORE = 0.6;
	/** Degrees by which a picture is turned where no face is found upright. */
	private static final double TILT = 35;
	private static final int SIDE = FaceNetworks.FINDER_SIDE;
	private static final float PADDING = 0.5f;

	private final Network network;
	private final TensorSets tensors = new TensorSets(FaceNetworks.FINDER);

	private FaceFinder(final Network network) {
		this.network = network;
	}

	/** Loads the network; the pack may be let go of afterwards. */
	public static FaceFinder open(final OnnxRuntime runtime, final ModelPack pack) {
		return new FaceFinder(runtime.load(pack, FaceNetworks.FINDER));
	}

	/**
	 * Finds all faces, from 6 % of the picture's longer side, turned in the plane by up to 45 degrees (by more only where none stands
	 * more upright).
	 *
	 * @param picture linear light, grey or RGB (further channels are ignored)
	 * @param progress asked whether to stop
	 * @return best first; empty where there is none
	 * @throws BadInput where the picture is smaller than 48 px or larger than 20,000 px a side, or holds NaN or infinity
	 * @throws org.icportrait.work.Fault where the network cannot be run
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public List<FaceBox> find(final Picture picture, final Progress progress) {
		final List<FaceBox> upright = findUpright(picture, progress);
		return upright.isEmpty() ? findTilted(picture, progress) : upright;
	}

	/** The first look of {@link #find}: the picture as it stands. */
	List<FaceBox> findUpright(final Picture picture, final Progress progress) {
		PictureCheck.requireSize(picture);
		final double scale = (double) SIDE / Math.max(picture.width(), picture.height());
		final int width = Math.max(1, (int) Math.round(picture.width() * scale));
		final int height = Math.max(1, (int) Math.round(picture.height() * scale));
		final Picture small = AreaScale.scale(picture, width, height);
		// Every pixel went into an average, so one NaN anywhere shows here.
		PictureCheck.requireFinite(small.data());
		return BoxSuppression.keepBest(look(image -> letterbox(small, image), (double) picture.width() / width, (double) picture.height() / height,
			progress));
	}

	/** The other looks, for where nothing stands upright: the picture turned both ways. */
	List<FaceBox> findTilted(final Picture picture, final Progress progress) {
		final List<FaceBox> found = new ArrayList<>();
		for (final double tilt : new double[] { TILT, -TILT }) {
			final FaceBox square = wholeTilted(picture, tilt);
			final Picture turned = CropSampler.crop(picture, square.cropToPicture(), SIDE);
			for (final FaceBox box : look(image -> CropSampler.writeSrgb(turned, image), 1, 1, progress)) {
				if (box.score() >= LOWEST_TILTED_SCORE) found.add(fromTurned(box, square));
			}
		}
		return BoxSuppression.keepBest(found);
	}

	private List<FaceBox> look(final Consumer<FloatBuffer> image, final double scaleX, final double scaleY, final Progress progress) {
		return tensors.lend(set -> {
			image.accept(set.inputs().get("image").buffer());
			network.run(set.inputs(), set.outputs(), progress);
			return read(set.outputs(), scaleX, scaleY);
		});
	}

	/** A square that is tilted by {@code tilt} degrees, counter-clockwise as seen, and holds the whole picture. */
	private static FaceBox wholeTilted(final Picture picture, final double tilt) {
		final double cos = Math.cos(Math.toRadians(tilt));
		final double sin = Math.abs(Math.sin(Math.toRadians(tilt)));
		final double width = picture.width() * cos + picture.height() * sin;
		final double height = picture.height() * cos + picture.width() * sin;
		return new FaceBox(picture.width() / 2.0, picture.height() / 2.0, Math.max(width, height) / FaceBox.CROP, tilt, 1);
	}

	/** A box in pixels of a turned square's crop, as it lies in the picture. */
	static FaceBox fromTurned(final FaceBox box, final FaceBox square) {
		final Similarity map = square.cropToPicture();
		final double u = box.x() / SIDE;
		final double v = box.y() / SIDE;
		return new FaceBox(map.x(u, v), map.y(u, v), box.side() * map.scale() / SIDE, box.roll() + square.roll(), box.score());
	}

	@Override
	public void close() {
		network.close();
	}

	/** Puts a small linear picture top left into a planar sRGB square, grey elsewhere. */
	static void letterbox(final Picture small, final FloatBuffer target) {
		final float[] row = new float[SIDE];
		for (int c = 0; c < 3; c++) {
			final int channel = small.channels() < 3 ? 0 : c;
			for (int y = 0; y < SIDE; y++) {
				Arrays.fill(row, PADDING);
				if (y < small.height()) for (int x = 0; x < small.width(); x++) row[x] = Colour.toSrgb(small.get(x, y, channel));
				target.put(row);
			}
		}
	}

	private static List<FaceBox> read(final Map<String, Tensor> outputs, final double scaleX, final double scaleY) {
		final float[] boxes = outputs.get("boxes").copy();
		final float[] scores = outputs.get("scores").copy();
		final List<FaceBox> found = new ArrayList<>();
		for (int i = 0; i < scores.length; i++) {
			final double side = boxes[4 * i + 2] * Math.sqrt(scaleX * scaleY);
			if (!(scores[i] >= LOWEST_SCORE) || !(side > 0)) continue;
			found.add(new FaceBox(boxes[4 * i] * scaleX, boxes[4 * i + 1] * scaleY, side, boxes[4 * i + 3], scores[i]));
		}
		return found;
	}
}
