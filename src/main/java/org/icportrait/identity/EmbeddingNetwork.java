package org.icportrait.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.icportrait.face.HeadReading;
import org.icportrait.image.Picture;
import org.icportrait.inference.Network;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.inference.Tensor;
import org.icportrait.models.ModelPack;
import org.icportrait.models.NetworkSpec;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/** Reads who a face is; trained on synthetic heads alone, for likeness and not to identify anybody. Thread-safe. Close it. */
public final class EmbeddingNetwork implements AutoCloseable {

	/** What is expected of the network; a pack may lack it. The sizes are the pack's. */
	public static final NetworkSpec SPEC = NetworkSpec.optional("embedding", List.of("face float32 [1, 4, side, side]"), List.of("embedding float32 [1, numbers]"));

	/** Shift of a face's width, and zoom, of the further cuts: as far as two readings of one face differ. */
	private static final double SHIFT = 0.02, ZOOM = 1.05;

	private final Network network;
	private final long[] face;
	private final long[] embedding;

	private EmbeddingNetwork(final Network network) {
		this.network = network;
		face = network.description().fixedShape("face");
		embedding = network.description().fixedShape("embedding");
	}

	/**
	 * Loads it; empty where the pack has none. The pack may be let go of afterwards.
	 *
	 * @throws BadInput where the network leaves its sizes open
	 */
	public static Optional<EmbeddingNetwork> open(final OnnxRuntime runtime, final ModelPack pack) {
		final Network found = runtime.find(pack, SPEC).orElse(null);
		if (found == null) return Optional.empty();
		try {
			return Optional.of(new EmbeddingNetwork(found));
		}
		catch (final BadInput exception) {
			found.close();
			throw exception;
		}
	}

	/**
	 * @param picture linear light, the photograph that was read
	 * @param reading of the head in it
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public Identity identify(final Picture picture, final HeadReading reading, final Progress progress) {
		final Tensor in = Tensor.floats(face), out = Tensor.floats(embedding);
		final List<float[]> directions = new ArrayList<>();
		for (final FaceCut cut : List.of(new FaceCut(picture, reading, 0, 0, 1), new FaceCut(picture, reading, SHIFT, 0, 1), new FaceCut(picture, reading, -SHIFT, 0, 1),
			new FaceCut(picture, reading, 0, SHIFT, 1 / ZOOM), new FaceCut(picture, reading, 0, -SHIFT, ZOOM)))
		{
			cut.write(in);
			network.run(Map.of("face", in), Map.of("embedding", out), progress);
			final float[] direction = new float[(int) embedding[1]];
			out.buffer().get(direction);
			directions.add(direction);
		}
		return Identity.of(directions);
	}

	@Override
	public void close() {
		network.close();
	}
}
