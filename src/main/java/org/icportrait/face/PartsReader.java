package org.icportrait.face;

import org.icportrait.inference.Network;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.inference.Tensor;
import org.icportrait.inference.TensorSets;
import org.icportrait.models.ModelPack;
import org.icportrait.models.TensorSpec;
import org.icportrait.work.Progress;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what each place of a head crop shows, from the crop and the surface network's maps of it. Thread-safe; several threads read at once on the CPU. Close it. */
final class PartsReader implements AutoCloseable {

	private final Network network;
	private final TensorSets tensors = new TensorSets(FaceNetworks.PARTS);

	private PartsReader(final Network network) {
		this.network = network;
	}

	/** Loads the network; empty where the pack has none. The pack may be let go of afterwards. */
	static Optional<PartsReader> open(final OnnxRuntime runtime, final ModelPack pack) {
		return runtime.find(pack, FaceNetworks.PARTS).map(PartsReader::new);
	}

	/** What a run of the surface network was given and said, as far as this network reads it; copied, by name. */
	static Map<String, float[]> seen(final TensorSets.Set surface) {
		final Map<String, float[]> seen = new HashMap<>();
		for (final TensorSpec input : FaceNetworks.PARTS.inputs()) {
			final Tensor given = surface.inputs().get(input.name());
			seen.put(input.name(), (given == null ? surface.outputs().get(input.name()) : given).copy());
		}
		return seen;
	}

	/**
	 * @param seen from {@link #seen}: the axes of the crop, before anything is turned or put right
	 * @throws org.icportrait.work.Fault where the network cannot be run
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	Parts read(final Map<String, float[]> seen, final Progress progress) {
		return tensors.lend(set -> {
			seen.forEach((name, numbers) -> set.inputs().get(name).buffer().put(numbers));
			network.run(set.inputs(), set.outputs(), progress);
			return new Parts(FaceNetworks.MAP_SIDE, set.outputs().get("parts").copy());
		});
	}

	@Override
	public void close() {
		network.close();
	}
}
