package org.icportrait.inference;

import ai.onnxruntime.OrtEnvironment;

import org.icportrait.models.ModelPack;
import org.icportrait.work.BadInput;

import java.nio.file.Path;

/**
 * ONNX Runtime with a device chosen. There is one native environment for the whole JVM, so this object is light and needs no
 * closing; the {@link Model}s that it loads do. Thread-safe.
 */
public final class OnnxRuntime {

	private final OrtEnvironment environment;
	private final DeviceChoice choice;

	private OnnxRuntime(final OrtEnvironment environment, final DeviceChoice choice) {
		this.environment = environment;
		this.choice = choice;
	}

	/**
	 * Loads ONNX Runtime if this is the first call in the JVM, and chooses the device.
	 *
	 * @param wanted {@link Device#AUTO} falls back to the CPU, and {@link #choice()} says why
	 * @param gpuFolder folder of GPU natives (those that lie in the jar of onnxruntime_gpu under ai/onnxruntime/native), or null
	 * @throws BadInput where {@link Device#CUDA} is wanted and does not work, with the cause
	 */
	public static OnnxRuntime open(final Device wanted, final Path gpuFolder) {
		final Natives.Loaded natives = Natives.load(wanted == Device.CPU ? null : gpuFolder);
		final int cores = Cores.available();
		final int threads = Cores.threads(cores);
		if (wanted == Device.CPU) return new OnnxRuntime(natives.environment(), new DeviceChoice(Device.CPU, threads, cores, "as asked for"));
		final String fault = natives.folderFault() != null ? natives.folderFault() : CudaProbe.fault(natives.environment());
		if (fault == null) return new OnnxRuntime(natives.environment(), new DeviceChoice(Device.CUDA, threads, cores, "GPU 0"));
		if (wanted == Device.CUDA) {
			throw new BadInput("CUDA is asked for but cannot be used: " + fault + "; choose the device auto or cpu.");
		}
		return new OnnxRuntime(natives.environment(), new DeviceChoice(Device.CPU, threads, cores, "no CUDA: " + fault));
	}

	/** The device that is used and why. */
	public DeviceChoice choice() {
		return choice;
	}

	/** Version of ONNX Runtime, e.g. "1.29.0". */
	public String version() {
		return environment.getVersion();
	}

	/**
	 * Makes a session of one network of a pack; the caller closes it.
	 *
	 * @throws BadInput where the file is no network that ONNX Runtime can run, or memory is short
	 */
	public Model load(final ModelPack pack, final String network) {
		return Model.load(environment, choice, pack.manifest().model(network), pack.bytes(network));
	}

	OrtEnvironment environment() {
		return environment;
	}
}
