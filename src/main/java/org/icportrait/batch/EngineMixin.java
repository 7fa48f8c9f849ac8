package org.icportrait.batch;

import java.nio.file.Path;

import org.icportrait.inference.Device;
import org.icportrait.inference.RuntimeOptions;
import org.icportrait.portrait.EngineOptions;

import picocli.CommandLine.Option;

/** Which models run where. */
final class EngineMixin {

	@Option(names = "--models", paramLabel = "FOLDER", description = "folder with pack.json; default: the models that come with the plugin")
	private Path models;

	@Option(names = "--device", defaultValue = "auto", description = "auto (CUDA where it works, else the CPU), cpu, or cuda, which says why where it does not work " +
		"(default: ${DEFAULT-VALUE})")
	private Device device;

	@Option(names = "--natives", paramLabel = "FOLDER", description = "native libraries of onnxruntime_gpu, for --device auto or cuda")
	private Path natives;

	@Option(names = "--threads", defaultValue = "1", description = "of the CPU that one network uses; 0: all cores but one. With 1 results are the same, to the " +
		"bit, on machines of one kind whatever their number of cores (default: ${DEFAULT-VALUE})")
	private int threads;

	@Option(names = "--gpu", defaultValue = "0", description = "which GPU --device cuda uses, from 0 (default: ${DEFAULT-VALUE})")
	private int gpu;

	/** Throws {@link org.icportrait.work.BadInput} where a number is out of range. */
	EngineOptions options() {
		return new EngineOptions(models, new RuntimeOptions(device, natives, threads, gpu));
	}
}
