package org.icportrait.batch;

import java.nio.file.Path;

import org.icportrait.inference.Device;
import org.icportrait.portrait.EngineOptions;

import picocli.CommandLine.Option;

/** Which models run where. */
final class EngineMixin {

	@Option(names = "--models", paramLabel = "FOLDER", description = "folder with pack.json; default: the models that come with the plugin")
	private Path models;

	@Option(names = "--device", defaultValue = "auto", description = "auto, cpu or cuda (default: ${DEFAULT-VALUE})")
	private Device device;

	@Option(names = "--natives", paramLabel = "FOLDER", description = "native libraries of onnxruntime_gpu")
	private Path natives;

	EngineOptions options() {
		return new EngineOptions(models, device, natives);
	}
}
