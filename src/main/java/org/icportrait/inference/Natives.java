package org.icportrait.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;

import org.icportrait.work.Fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Loads ONNX Runtime's native libraries, once for the JVM: those of the jar, or those of a folder of GPU natives. The first
 * caller decides; who asks for another folder later learns that a restart is needed. Thread-safe.
 */
final class Natives {

	private static final String FOLDER_PROPERTY = "onnxruntime.native.path";
	static final String[] LIBRARIES = { "onnxruntime", "onnxruntime4j_jni" };

	private static OrtEnvironment environment;
	private static Path loadedFrom;
	private static Fault loadFault;

	/** What Linux says of a library in a folder that was mounted for data alone, as clusters do. */
	private static final String NO_PROGRAMS = "failed to map segment";

	private Natives() {}

	/**
	 * What came of loading.
	 *
	 * @param environment the one of this JVM
	 * @param folderFault why the wanted folder is not used; null where it is, or none was wanted
	 */
	record Loaded(OrtEnvironment environment, String folderFault) {}

	/** Loads on the first call. Throws {@link Fault} where ONNX Runtime does not work on this system at all, each time the same. */
	static synchronized Loaded load(final Path gpuFolder) {
		if (environment != null) return new Loaded(environment, laterFault(gpuFolder));
		if (loadFault != null) throw loadFault;
		final String folderFault = gpuFolder == null ? null : fault(gpuFolder);
		loadedFrom = folderFault == null ? gpuFolder : null;
		environment = create(loadedFrom);
		return new Loaded(environment, folderFault);
	}

	/** Why a folder cannot serve as the source of natives; null where it can. Loads the libraries, last of all. */
	static String fault(final Path folder) {
		final String missing = missing(folder);
		if (missing != null) return missing;
		// A library loaded by one class loader is refused to another, so try only where ONNX Runtime shares ours.
		if (OrtEnvironment.class.getClassLoader() != Natives.class.getClassLoader()) return null;
		return tryToLoad(folder);
	}

	private static String missing(final Path folder) {
		if (!Files.isDirectory(folder)) return "the folder of GPU natives " + folder + " does not exist";
		for (final String library : LIBRARIES) {
			final String file = System.mapLibraryName(library);
			if (!Files.isRegularFile(folder.resolve(file))) return "the folder of GPU natives " + folder + " holds no " + file;
		}
		return null;
	}

	/** A library that does not load would leave ONNX Runtime's classes unusable until the JVM ends, so it is tried beforehand. */
	private static String tryToLoad(final Path folder) {
		for (final String library : LIBRARIES) {
			final Path file = folder.resolve(System.mapLibraryName(library)).toAbsolutePath();
			try {
				System.load(file.toString());
			}
			catch (final UnsatisfiedLinkError e) {
				return "the GPU natives do not load (" + Causes.brief(e.getMessage()) + ")";
			}
		}
		return null;
	}

	private static String laterFault(final Path folder) {
		if (folder == null || folder.equals(loadedFrom)) return null;
		final String missing = missing(folder);
		return missing != null ? missing : "ONNX Runtime is already loaded from elsewhere, restart to use the natives in " + folder;
	}

	private static OrtEnvironment create(final Path gpuFolder) {
		try {
			if (gpuFolder != null) return create(gpuFolder.toAbsolutePath().toString());
			try (UnpackedNatives unpacked = UnpackedNatives.ofJar()) {
				return create(unpacked == null ? null : unpacked.folder().toString());
			}
		}
		catch (final LinkageError | IOException | RuntimeException e) {
			loadFault = loadFault(e);
			throw loadFault;
		}
	}

	private static OrtEnvironment create(final String folder) {
		// Set only while loading: a second class loader in this JVM must not read it.
		if (folder != null) System.setProperty(FOLDER_PROPERTY, folder);
		try {
			return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "ic-portrait");
		}
		finally {
			if (folder != null) System.clearProperty(FOLDER_PROPERTY);
		}
	}

	/** What keeps ONNX Runtime from being loaded, with the way out where that is known. */
	static Fault loadFault(final Throwable cause) {
		if (cause instanceof NoClassDefFoundError missing && String.valueOf(missing.getMessage()).startsWith("ai/onnxruntime")) {
			return new Fault("ONNX Runtime is missing: put the file onnxruntime-*.jar, which the plugin needs, beside the plugin's other jars " +
				"(in Fiji: update the plugin again).", cause);
		}
		final String why = Causes.brief(Causes.root(cause));
		if (!(cause instanceof IOException) && !why.contains(NO_PROGRAMS)) return new Fault("ONNX Runtime cannot be loaded on this system: " + why + ".", cause);
		return new Fault("ONNX Runtime cannot be loaded: its libraries are unpacked into the folder for temporary files, " + System.getProperty("java.io.tmpdir") +
			", which is missing, full or runs no programs (" + why + "); name another one: java -Djava.io.tmpdir=FOLDER.", cause);
	}
}
