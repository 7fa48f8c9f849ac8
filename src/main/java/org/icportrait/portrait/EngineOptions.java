package org.icportrait.portrait;

import java.nio.file.Path;

import org.icportrait.inference.Device;

/**
 * What an engine is opened with. Immutable.
 *
 * @param packFolder folder of a model pack, or null for the pack in the jar
 * @param device what the networks run on
 * @param gpuFolder folder of GPU natives of ONNX Runtime, or null
 */
public record EngineOptions(Path packFolder, Device device, Path gpuFolder) {

	/** The pack in the jar, on CUDA where it works, else on the CPU. */
	public static final EngineOptions DEFAULT = new EngineOptions(null, Device.AUTO, null);

	/** The same with another model pack; null is the one in the jar. */
	public EngineOptions withPack(final Path folder) {
		return new EngineOptions(folder, device, gpuFolder);
	}

	/** The same on another device. */
	public EngineOptions withDevice(final Device other) {
		return new EngineOptions(packFolder, other, gpuFolder);
	}
}
