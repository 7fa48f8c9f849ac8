package org.icportrait.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OrtEnvironment;

import org.icportrait.bridge.FreshJvm;
import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Choosing the device, with the failure paths that a machine without a GPU has. */
class OnnxRuntimeTest {

	@TempDir
	Path folder;
	@TempDir
	Path jvmFolder;

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
		assertTrue(said.contains("CPU, ") && said.contains("no CUDA: the GPU natives do not load ("), said);
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

	@Test
	void aMissingJarIsSaidAndIsNoFaultOfTheInput() throws Exception {
		final FreshJvm.Outcome outcome = new FreshJvm(jvmFolder).keep(entry -> !entry.contains("onnxruntime-")).run(OnnxRuntimeTest.class, "none");
		assertTrue(outcome.text().contains("Fault: ONNX Runtime is missing: put the file onnxruntime-*.jar"), outcome.text());
	}

	@Test
	void nothingStaysInTheTemporaryFolder() throws Exception {
		final FreshJvm jvm = new FreshJvm(jvmFolder);
		assertTrue(jvm.run(OnnxRuntimeTest.class, "none").text().contains("CPU"));
		try (Stream<Path> left = Files.list(jvm.temporary())) {
			assertEquals(List.of(), left.toList());
		}
	}

	/** Where ONNX Runtime unpacks its natives itself, a killed JVM leaves them behind. */
	@Test
	void nativesAreGoneAsSoonAsTheyAreLoaded() throws IOException {
		assumeTrue(!System.getProperty("os.name").contains("Windows"), "skipped: Windows keeps loaded libraries");
		try (UnpackedNatives unpacked = UnpackedNatives.ofJar()) {
			assumeTrue(unpacked != null, "skipped: the jar has no CPU natives for this system, or GPU natives too");
			assertTrue(Files.isRegularFile(unpacked.folder().resolve(System.mapLibraryName("onnxruntime"))));
			unpacked.close();
			assertFalse(Files.exists(unpacked.folder()));
		}
	}

	/** 1.29.0 reads the command line, with the names of people's photographs, and sends what happened. */
	@Test
	void nativesNameNoTelemetryHost() throws IOException {
		try (JarFile jar = new JarFile(Path.of(OrtEnvironment.class.getProtectionDomain().getCodeSource().getLocation().getPath()).toFile())) {
			for (final JarEntry entry : jar.stream().filter(file -> file.getName().contains("/native/") && file.getSize() > 1_000_000).toList()) {
				final String content = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
				assertFalse(content.contains("events.data.microsoft.com"), entry.getName());
				assertFalse(content.contains("OneCollector"), entry.getName());
				assertFalse(content.contains("/etc/machine-id"), entry.getName());
			}
		}
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
		return CudaProbe.fault(OnnxRuntime.open(Device.CPU, null).environment(), 0) != null;
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

	private String inFreshJvm(final Path natives) throws IOException, InterruptedException {
		final FreshJvm.Outcome outcome = new FreshJvm(jvmFolder).run(OnnxRuntimeTest.class, natives.toAbsolutePath().toString());
		assertEquals(0, outcome.exit(), outcome.text());
		return outcome.text();
	}

	@Test
	void propertyIsClearedInThisJvm() {
		OnnxRuntime.open(Device.AUTO, folder);
		assertNull(System.getProperty("onnxruntime.native.path"));
	}
}
