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
import org.icportrait.work.Workers;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Finds what may be faces in a picture, look by look. Thread-safe; several threads look at once on the CPU. Close it. */
public final class FaceFinder implements AutoCloseable {

	/** By score alone, finds of a lower score are no faces. */
	public static final double LOWEST_SCORE = 0.5;

	/** Finds of a lower score are not even worth reading. */
	static final double LEAST_CANDIDATE = 0.25;

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
	 * One look at the whole picture as it stands, by score alone: {@link FaceReader#find} sees more, and is surer.
	 *
	 * @param picture linear light, grey or RGB (further channels are ignored)
	 * @param progress asked whether to stop
	 * @return best first; empty where there is none
	 * @throws BadInput where the picture is smaller than 48 px or larger than 20,000 px a side, or holds NaN or infinity
	 * @throws org.icportrait.work.Fault where the network cannot be run
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public List<FaceBox> find(final Picture picture, final Progress progress) {
		return BoxSuppression.keepBest(whole(picture).look(progress)).stream().filter(box -> box.score() >= LOWEST_SCORE).toList();
	}

	/** Looks at a whole picture as it stands; throws as {@link #find} does. */
	Whole whole(final Picture picture) {
		return new Whole(picture);
	}

	/** Looks at a picture, which is made small once for all of them. Immutable. */
	final class Whole {

		private final Picture small;
		private final double scaleX;
		private final double scaleY;

		private Whole(final Picture picture) {
			PictureCheck.requireSize(picture);
			final double scale = (double) SIDE / Math.max(picture.width(), picture.height());
			final int width = Math.max(1, (int) Math.round(picture.width() * scale));
			final int height = Math.max(1, (int) Math.round(picture.height() * scale));
			small = AreaScale.scale(picture, width, height);
			scaleX = (double) picture.width() / width;
			scaleY = (double) picture.height() / height;
			// Every pixel went into an average, so one NaN anywhere shows here.
			PictureCheck.requireFinite(small.data());
		}

		/** Everything that is worth reading; each place and size once. */
		List<FaceBox> look(final Progress progress) {
			return look(List.of(), progress);
		}

		/** The same where these faces of the picture are covered. */
		List<FaceBox> look(final List<FaceBox> covered, final Progress progress) {
			final Picture shown = small.copy();
			FaceCovers.hide(shown, covered, scaleX, scaleY);
			Brightening.of(shown).apply(shown);
			return BoxSuppression.keepDistinct(FaceFinder.this.look(image -> letterbox(shown, image), scaleX, scaleY, progress));
		}
	}

	/** Finds of several looks at a picture that was looked at as a {@link #whole}; each place and size once. */
	List<FaceBox> look(final Picture picture, final Looks.Group group, final Progress progress) {
		final List<FaceBox> found = new ArrayList<>();
		for (final FaceBox square : group.squares()) {
			final Picture crop = CropSampler.crop(picture, square.cropToPicture(), SIDE);
			Brightening.of(crop).apply(crop);
			for (final FaceBox box : look(image -> CropSampler.writeSrgb(crop, image), 1, 1, progress)) {
				if (box.score() >= group.least()) found.add(fromTurned(box, square));
			}
		}
		return BoxSuppression.keepDistinct(found);
	}

	private List<FaceBox> look(final Consumer<FloatBuffer> image, final double scaleX, final double scaleY, final Progress progress) {
		return tensors.lend(set -> {
			image.accept(set.inputs().get("image").buffer());
			network.run(set.inputs(), set.outputs(), progress);
			return read(set.outputs(), scaleX, scaleY);
		});
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
		final int begin = target.position();
		Workers.parts(3, Progress.NONE, c -> {
			final FloatBuffer plane = target.duplicate().position(begin + c * SIDE * SIDE);
			final int channel = small.channels() < 3 ? 0 : c;
			final float[] row = new float[SIDE];
			for (int y = 0; y < SIDE; y++) {
				Arrays.fill(row, PADDING);
				if (y < small.height()) for (int x = 0; x < small.width(); x++) row[x] = Colour.toSrgb(small.get(x, y, channel));
				plane.put(row);
			}
		});
		target.position(begin + 3 * SIDE * SIDE);
	}

	private static List<FaceBox> read(final Map<String, Tensor> outputs, final double scaleX, final double scaleY) {
		final float[] boxes = outputs.get("boxes").copy();
		final float[] scores = outputs.get("scores").copy();
		final List<FaceBox> found = new ArrayList<>();
		for (int i = 0; i < scores.length; i++) {
			final double side = boxes[4 * i + 2] * Math.sqrt(scaleX * scaleY);
			if (!(scores[i] >= LEAST_CANDIDATE) || !(side > 0)) continue;
			found.add(new FaceBox(boxes[4 * i] * scaleX, boxes[4 * i + 1] * scaleY, side, boxes[4 * i + 3], scores[i]));
		}
		return found;
	}
}
