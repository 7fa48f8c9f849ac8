package org.icportrait.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What people call a GPU. ONNX Runtime only counts them; NVIDIA's driver for Linux names them in files. */
final class GpuName {

	private static final Path DRIVER = Path.of("/proc/driver/nvidia/gpus");
	private static final String MODEL = "Model:";

	private GpuName() {}

	/** E.g. "NVIDIA H200 (GPU 0)"; "GPU 0" where the name is not known for sure. @param gpu as CUDA counts, from 0 */
	static String of(final int gpu) {
		return of(gpu, DRIVER);
	}

	/** CUDA does not count as the driver does, so that GPUs of several models stay without a name. */
	static String of(final int gpu, final Path driver) {
		final Set<String> models = new TreeSet<>();
		if (!Files.isDirectory(driver)) return "GPU " + gpu;
		try (Stream<Path> gpus = Files.list(driver)) {
			for (final Path one : gpus.toList()) Files.readAllLines(one.resolve("information")).stream().filter(line -> line.startsWith(MODEL)).map(line -> line.substring(
				MODEL.length()).strip()).forEach(models::add);
		}
		catch (final IOException unreadable) {
			models.clear();
		}
		return models.size() == 1 ? models.iterator().next() + " (GPU " + gpu + ")" : "GPU " + gpu;
	}
}
