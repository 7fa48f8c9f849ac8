package org.icportrait.inference;

import ai.onnxruntime.OrtEnvironment;

import org.icportrait.models.ModelPack;
import org.icportrait.models.NetworkSpec;
import org.icportrait.work.BadInput;

import java.nio.file.Path;
import java.util.Optional;

/**
 * ONNX Runtime with a device chosen. There is one native environment for the whole JVM, so this object is light and needs no
 * closing; the {@link Network}s that it loads do. Thread-safe.
 */
public final class OnnxRuntime {

	private final OrtEnvironment environment;
	private final DeviceChoice choice;

	private OnnxRuntime(final OrtEnvironment environment, final DeviceChoice choice) {
		this.environment = environment;
		this.choice = choice;
	}

	/** As {@link #open(RuntimeOptions)} with the machine's own number of threads and the first GPU. */
	public static OnnxRuntime open(final Device wanted, final Path gpuFolder) {
		return open(RuntimeOptions.of(wanted, gpuFolder));
	}

	/**
	 * Loads ONNX Runtime if this is the first call in the JVM, and chooses the device; where it is not the one wanted, {@link #choice()}
	 * says why.
	 *
	 * @throws BadInput where {@link Device#CUDA} is wanted and does not work, with the cause
	 * @throws org.icportrait.work.Fault where ONNX Runtime is missing or does not work on this system
	 */
	public static OnnxRuntime open(final RuntimeOptions options) {
		final boolean onCpu = options.device() == Device.CPU;
		final Natives.Loaded natives = Natives.load(onCpu ? null : options.natives());
		if (onCpu) return new OnnxRuntime(natives.environment(), cpu(options, "as asked for", false));
		final String fault = natives.folderFault() != null ? natives.folderFault() : CudaProbe.fault(natives.environment(), options.gpu());
		if (fault == null) return new OnnxRuntime(natives.environment(), cuda(options));
		if (options.device() == Device.CUDA) {
			throw new BadInput("CUDA is asked for but cannot be used: " + fault + "; choose the device auto or cpu.");
		}
		return new OnnxRuntime(natives.environment(), cpu(options, "no CUDA: " + fault, options.natives() != null));
	}

	private static DeviceChoice cpu(final RuntimeOptions options, final String reason, final boolean missed) {
		return new DeviceChoice(Device.CPU, threads(options), Cores.available(), options.gpu(), reason, missed);
	}

	private static DeviceChoice cuda(final RuntimeOptions options) {
		return new DeviceChoice(Device.CUDA, threads(options), Cores.available(), options.gpu(), GpuName.of(options.gpu()), false);
	}

	private static int threads(final RuntimeOptions options) {
		return options.threads() > 0 ? options.threads() : Cores.threads(Cores.available());
	}

	/** The device that is used and why. */
	public DeviceChoice choice() {
		return choice;
	}

	/** Version of ONNX Runtime, e.g. "1.28.0". */
	public String version() {
		return environment.getVersion();
	}

	/**
	 * Makes one network of a pack ready to run; the caller closes it.
	 *
	 * @throws BadInput where the pack lacks it, it does not fit the spec, or the file is no network that ONNX Runtime can run
	 * @throws org.icportrait.work.Fault where memory is short
	 */
	public Network load(final ModelPack pack, final NetworkSpec spec) {
		return find(pack, spec).orElseThrow(() -> new BadInput("The model pack " + pack.title() + " holds no network '" + spec.role() + "'."));
	}

	/** The same; empty where the pack lacks the network and none is required. */
	public Optional<Network> find(final ModelPack pack, final NetworkSpec spec) {
		return pack.find(spec).map(network -> Network.load(environment, choice, network, pack.read(network)));
	}

	OrtEnvironment environment() {
		return environment;
	}
}
