package org.icportrait.portrait;

import java.nio.file.Path;

import org.icportrait.inference.Device;
import org.icportrait.inference.RuntimeOptions;

/**
 * What an engine is opened with. Immutable.
 *
 * @param packFolder folder of a model pack, or null for the pack in the jar
 * @param runtime what the networks run on
 */
public record EngineOptions(Path packFolder, RuntimeOptions runtime) {

	/** The pack in the jar, on CUDA where it works, else on the CPU. */
	public static final EngineOptions DEFAULT = new EngineOptions(null, Device.AUTO, null);

	/** With the machine's own number of threads and the first GPU. @param gpuFolder folder of GPU natives of ONNX Runtime, or null */
	public EngineOptions(final Path packFolder, final Device device, final Path gpuFolder) {
		this(packFolder, RuntimeOptions.of(device, gpuFolder));
	}

	/** What the networks are to run on. */
	public Device device() {
		return runtime.device();
	}

	/** Folder of GPU natives of ONNX Runtime, or null. */
	public Path gpuFolder() {
		return runtime.natives();
	}

	/** The same with another model pack; null is the one in the jar. */
	public EngineOptions withPack(final Path folder) {
		return new EngineOptions(folder, runtime);
	}

	/** The same on another device. */
	public EngineOptions withDevice(final Device other) {
		return new EngineOptions(packFolder, new RuntimeOptions(other, runtime.natives(), runtime.threads(), runtime.gpu()));
	}
}
