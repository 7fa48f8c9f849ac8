package org.icportrait.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OrtEnvironment;

import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Choosing the device, with the failure paths that a machine without a GPU has. */
class OnnxRuntimeTest {

	@TempDir
	Path folder;

	@Test
	void cpuAsAskedFor() {
		final DeviceChoice choice = OnnxRuntime.open(Device.CPU, null).choice();
		assertEquals(Device.CPU, choice.used());
		assertTrue(choice.line().endsWith("as asked for"), choice.line());
	}

	@Test
	void autoSaysWhyNotCuda() {
		assumeTrue(noCuda(), "skipped: CUDA works here");
		final OnnxRuntime runtime = OnnxRuntime.open(Device.AUTO, null);
		assertEquals(Device.CPU, runtime.choice().used());
		assertTrue(runtime.choice().line().contains("no CUDA: "), runtime.choice().line());
		assertTrue(runtime.version().startsWith("1."), runtime.version());
	}

	@Test
	void cudaWithoutCudaIsAClearError() {
		assumeTrue(noCuda(), "skipped: CUDA works here");
		final String message = assertThrows(BadInput.class, () -> OnnxRuntime.open(Device.CUDA, null)).getMessage();
		assertTrue(message.startsWith("CUDA is asked for but cannot be used: "), message);
		assertTrue(message.endsWith("choose the device auto or cpu."), message);
	}

	@Test
	void probeRunsOnTheCpu() throws Exception {
		final OnnxRuntime runtime = OnnxRuntime.open(Device.CPU, null);
		try (var options = Sessions.options(runtime.choice())) {
			CudaProbe.runOnce(runtime.environment(), options);
		}
	}

	@Test
	void foldersThatHoldNoNatives() throws IOException {
		assertTrue(Natives.fault(folder.resolve("nowhere")).contains("does not exist"));
		assertTrue(Natives.fault(folder).contains("holds no " + System.mapLibraryName("onnxruntime")));
		writeGarbage();
		assertTrue(Natives.fault(folder).startsWith("the GPU natives do not load ("), Natives.fault(folder));
	}

	@Test
	void otherNativesNeedARestart() throws IOException {
		OnnxRuntime.open(Device.CPU, null);
		writeGarbage();
		final String message = assertThrows(BadInput.class, () -> OnnxRuntime.open(Device.CUDA, folder)).getMessage();
		assertTrue(message.contains("already loaded") && message.contains("restart"), message);
	}

	@Test
	void autoFallsBackFromGarbageInAFreshJvm() throws Exception {
		writeGarbage();
		final String said = inFreshJvm(folder);
		assertTrue(said.startsWith("CPU, ") && said.contains("no CUDA: the GPU natives do not load ("), said);
		assertTrue(said.endsWith("|null"), said);
	}

	/** The way of a GPU folder, walked with the CPU natives of the jar. */
	@Test
	void nativesOfAFolderAreUsedInAFreshJvm() throws Exception {
		for (final String library : new String[] { "onnxruntime", "onnxruntime4j_jni" }) copyNative(System.mapLibraryName(library));
		final String said = inFreshJvm(folder);
		assertTrue(said.contains("no CUDA: this ONNX Runtime has CPU natives only"), said);
		assertTrue(said.endsWith("|null"), said);
		if (Files.exists(Path.of("/proc/self/maps"))) assertTrue(said.contains("|from the folder|"), said);
	}

	/** Prints the device line, whether a file of the folder is mapped, and what is left of the system property. */
	public static void main(final String[] arguments) throws IOException {
		final OnnxRuntime runtime = OnnxRuntime.open(Device.AUTO, Path.of(arguments[0]));
		final Path maps = Path.of("/proc/self/maps");
		final boolean mapped = Files.exists(maps) && Files.readString(maps).contains(arguments[0]);
		System.out.print(runtime.choice().line() + (mapped ? "|from the folder|" : "|from elsewhere|") +
			System.getProperty("onnxruntime.native.path"));
	}

	private static boolean noCuda() {
		return CudaProbe.fault(OnnxRuntime.open(Device.CPU, null).environment()) != null;
	}

	private void writeGarbage() throws IOException {
		for (final String library : new String[] { "onnxruntime", "onnxruntime4j_jni" }) {
			Files.writeString(folder.resolve(System.mapLibraryName(library)), "not a library");
		}
	}

	private void copyNative(final String file) throws IOException {
		assumeTrue(System.getProperty("os.name").contains("Linux"), "skipped: the names of the jar's folders are known here for Linux only");
		final String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64";
		final String resource = "/ai/onnxruntime/native/linux-" + processor + "/" + file;
		try (InputStream stream = OrtEnvironment.class.getResourceAsStream(resource)) {
			assumeTrue(stream != null, "skipped: the jar has no " + resource);
			Files.copy(stream, folder.resolve(file));
		}
	}

	private static String inFreshJvm(final Path folder) throws IOException, InterruptedException {
		final String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-cp",
			classPath, OnnxRuntimeTest.class.getName(), folder.toAbsolutePath().toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertTrue(process.waitFor(60, TimeUnit.SECONDS));
		assertEquals(0, process.exitValue(), said);
		return said;
	}

	@Test
	void propertyIsClearedInThisJvm() {
		OnnxRuntime.open(Device.AUTO, folder);
		assertNull(System.getProperty("onnxruntime.native.path"));
	}
}
