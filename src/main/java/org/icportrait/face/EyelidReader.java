package org.icportrait.face;

import java.util.Optional;

import org.icportrait.image.Picture;
import org.icportrait.inference.Network;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.inference.TensorSets;
import org.icportrait.models.ModelPack;
import org.icportrait.work.Progress;

/** Reads how far both eyes of a head are open. Thread-safe; several threads read at once on the CPU. Close it. */
final class EyelidReader implements AutoCloseable {

	private final Network network;
	private final TensorSets tensors = new TensorSets(FaceNetworks.EYELIDS);

	private EyelidReader(final Network network) {
		this.network = network;
	}

	/** Loads the network; empty where the pack has none. The pack may be let go of afterwards. */
	static Optional<EyelidReader> open(final OnnxRuntime runtime, final ModelPack pack) {
		return runtime.find(pack, FaceNetworks.EYELIDS).map(EyelidReader::new);
	}

	/**
	 * @param picture linear light, the photograph that was read, without NaN and infinity at the eyes
	 * @param reading of the head in it
	 * @return NaN for an eye that is turned away, hidden or outside of the picture
	 * @throws org.icportrait.work.Fault where the network cannot be run
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	Eyelids read(final Picture picture, final HeadReading reading, final Progress progress) {
		return new Eyelids(open(picture, new EyeCut(reading, false), progress), open(picture, new EyeCut(reading, true), progress));
	}

	@Override
	public void close() {
		network.close();
	}

	private double open(final Picture picture, final EyeCut eye, final Progress progress) {
		if (!eye.isSeen(picture)) return Double.NaN;
		return tensors.lend(set -> {
			eye.write(picture, FaceNetworks.EYE_SIDE, set.inputs().get("eye").buffer());
			network.run(set.inputs(), set.outputs(), progress);
			return (double) set.outputs().get("open").get(0);
		});
	}
}
