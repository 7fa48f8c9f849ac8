package org.icportrait.inference;

import ai.onnxruntime.OrtEnvironment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The natives of ONNX Runtime's jar in a temporary folder of ours. Where ONNX Runtime unpacks them itself, its folder is left behind,
 * with 25 MB in it when the JVM is killed.
 */
final class UnpackedNatives implements AutoCloseable {

	private static final String ROOT = "/ai/onnxruntime/native/";

	private final Path folder;
	/** Deepest first. */
	private final List<Path> made = new ArrayList<>();

	private UnpackedNatives(final Path folder) {
		this.folder = folder;
		made.add(folder);
	}

	/** Null where the jar has none for this system, or has GPU natives too, which ONNX Runtime unpacks when it needs them. */
	static UnpackedNatives ofJar() throws IOException {
		final String resources = ROOT + system() + "/";
		if (missing(resources, "onnxruntime") || !missing(resources, "onnxruntime_providers_cuda")) return null;
		final UnpackedNatives unpacked = new UnpackedNatives(Files.createTempDirectory("ic-portrait-natives"));
		try {
			for (final String library : Natives.LIBRARIES) unpacked.add(resources, System.mapLibraryName(library));
			return unpacked;
		}
		catch (final IOException e) {
			unpacked.close();
			throw e;
		}
	}

	Path folder() {
		return folder;
	}

	/** Deletes the files, which Linux and macOS allow once they are loaded; Windows keeps them for as long as the JVM runs. */
	@Override
	public void close() {
		boolean all = true;
		for (final Path path : made) all &= path.toFile().delete();
		// The last registered is the first deleted.
		if (!all) for (int i = made.size() - 1; i >= 0; i--) made.get(i).toFile().deleteOnExit();
	}

	private void add(final String resources, final String file) throws IOException {
		try (InputStream stream = OrtEnvironment.class.getResourceAsStream(resources + file)) {
			if (stream == null) throw new IOException("the jar of ONNX Runtime lacks " + file);
			made.add(0, folder.resolve(file));
			Files.copy(stream, made.get(0));
		}
	}

	private static boolean missing(final String resources, final String library) {
		return OrtEnvironment.class.getResource(resources + System.mapLibraryName(library)) == null;
	}

	/** As the folders of the jar are named. */
	private static String system() {
		final String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
		final String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
		final String system = name.contains("mac") ? "osx" : name.contains("win") ? "win" : "linux";
		return system + "-" + (processor.contains("aarch64") ? "aarch64" : "x64");
	}
}
