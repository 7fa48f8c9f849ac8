package org.icportrait.light;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.icportrait.geometry.Harmonics;
import org.icportrait.image.CropSampler;
import org.icportrait.image.Picture;
import org.icportrait.inference.Network;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.inference.Tensor;
import org.icportrait.inference.TensorSets;
import org.icportrait.models.ModelPack;
import org.icportrait.models.NetworkSpec;
import org.icportrait.work.Progress;

/**
 * Lighting-aware stitching, learned: a profile beside a masked reference becomes the ratio of the reference's light to the profile's own.
 * Thread-safe; several threads read at once on the CPU. Close it.
 */
public final class StitchNetwork implements StitchReader, AutoCloseable {

	/** What is expected of the network; a pack may lack it. */
	public static final NetworkSpec SPEC = NetworkSpec.optional("stitch", List.of("canvas float32 [1, 11, 128, 256]"),
		List.of("log_ratio float32 [1, 3, 128, 128]", "confidence float32 [1, 1, 128, 128]", "environment float32 [1, 9, 3]", "lamps float32 [1, 2, 8]"));

	private static final int SIDE = CropCells.SIDE, LAMP_NUMBERS = 8;
	/** A lamp that is less likely than this is none. */
	private static final float THERE = 0.5f;
	/** Penumbra (dm at one dm) of a bare lamp, and how much more a lamp of hardness 0 has. */
	private static final double BARE = 0.10, WIDEST = 0.9;

	private final Network network;
	private final TensorSets tensors = new TensorSets(SPEC);

	private StitchNetwork(final Network network) {
		this.network = network;
	}

	/** Loads the network; empty where the pack has none. The pack may be let go of afterwards. */
	public static Optional<StitchNetwork> open(final OnnxRuntime runtime, final ModelPack pack) {
		return runtime.find(pack, SPEC).map(StitchNetwork::new);
	}

	@Override
	public Answer read(final Picture profile, final Picture maps, final Picture reference, final Progress progress) {
		return tensors.lend(set -> {
			fill(set.inputs().get("canvas").buffer(), profile, maps, reference);
			network.run(set.inputs(), set.outputs(), progress);
			return new Answer(picture(set.outputs(), "log_ratio"), light(set.outputs()));
		});
	}

	@Override
	public void close() {
		network.close();
	}

	/** Both halves row by row, side by side; the reference has no maps. */
	private static void fill(final FloatBuffer canvas, final Picture profile, final Picture maps, final Picture reference) {
		final Picture left = encoded(profile), right = encoded(reference);
		final float[] nothing = new float[SIDE];
		for (int c = 0; c < 4 + maps.channels(); c++) {
			for (int y = 0; y < SIDE; y++) {
				if (c < 4) canvas.put(left.data(), (c * SIDE + y) * SIDE, SIDE).put(right.data(), (c * SIDE + y) * SIDE, SIDE);
				else canvas.put(maps.data(), ((c - 4) * SIDE + y) * SIDE, SIDE).put(nothing);
			}
		}
	}

	/** The colours as sRGB; the fourth channel as it is. */
	private static Picture encoded(final Picture cells) {
		final Picture out = cells.copy();
		final FloatBuffer colours = FloatBuffer.wrap(out.data());
		CropSampler.writeSrgb(cells, colours);
		System.arraycopy(cells.data(), 3 * cells.planeSize(), out.data(), 3 * cells.planeSize(), cells.planeSize());
		return out;
	}

	private static Picture picture(final Map<String, Tensor> outputs, final String name) {
		return new Picture(SIDE, SIDE, 3, outputs.get(name).copy());
	}

	private static Light light(final Map<String, Tensor> outputs) {
		final float[] soft = outputs.get("environment").copy(), lamps = outputs.get("lamps").copy();
		final double[] coefficients = new double[Harmonics.ALL];
		for (int i = 0; i < coefficients.length; i++) coefficients[i] = soft[i];
		final List<Lamp> there = new ArrayList<>();
		for (int i = 0; i < lamps.length; i += LAMP_NUMBERS) if (lamps[i + 7] >= THERE) there.add(lamp(lamps, i));
		return new Light(Harmonics.of(coefficients), there);
	}

	/** Direction, colour, penumbra. */
	private static Lamp lamp(final float[] n, final int i) {
		final double hardness = Math.max(0, Math.min(1, 1 - (n[i + 6] - BARE) / WIDEST));
		return new Lamp(n[i], n[i + 1], n[i + 2], Math.max(0, n[i + 3]), Math.max(0, n[i + 4]), Math.max(0, n[i + 5]), hardness);
	}
}
