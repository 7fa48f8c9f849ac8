package org.icportrait.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Words for devices, the line that says which is used, cores, and short causes. */
class DeviceTest {

	@Test
	void words() {
		assertEquals(Device.AUTO, Device.parse("auto"));
		assertEquals(Device.CPU, Device.parse(" CPU "));
		assertEquals(Device.CUDA, Device.parse("Cuda"));
		assertEquals(Device.AUTO, Device.parse(null));
		assertEquals(Device.AUTO, Device.parse(""));
		final String message = assertThrows(BadInput.class, () -> Device.parse("gpu")).getMessage();
		assertTrue(message.contains("'gpu'") && message.contains("auto, cpu or cuda"), message);
	}

	@Test
	void line() {
		final DeviceChoice cpu = new DeviceChoice(Device.CPU, 1, 2, 0, "no CUDA: none here", false), cuda = new DeviceChoice(Device.CUDA, 3, 4, 0, "GPU 0", false);
		assertEquals("CPU, 1 thread of 2 cores: no CUDA: none here", cpu.line());
		assertEquals("CUDA: GPU 0", cuda.line());
		assertEquals(List.of("CPU, 1 thread", "GPU 0"), List.of(cpu.name(), cuda.name()));
	}

	/** Who runs on the CPU is not told of GPUs; who named natives for one is told why it is not used. */
	@Test
	void whyIsToldWhereAGpuWasAskedFor() {
		assertEquals("CPU, 2 threads", new DeviceChoice(Device.CPU, 2, 2, 0, "no CUDA: none here", false).told());
		assertEquals("CPU, 2 threads: no CUDA: none here", new DeviceChoice(Device.CPU, 2, 2, 0, "no CUDA: none here", true).told());
	}

	@Test
	void aGpuIsCalledAsItsDriverCallsIt(@TempDir final Path driver) throws IOException {
		assertEquals("GPU 1", GpuName.of(1, driver.resolve("none")));
		for (final String bus : List.of("0000:01:00.0", "0000:02:00.0")) {
			Files.createDirectory(driver.resolve(bus));
			Files.writeString(driver.resolve(bus).resolve("information"), "Model: \t\t NVIDIA H200\nIRQ:   \t\t 1\n");
		}
		assertEquals("NVIDIA H200 (GPU 1)", GpuName.of(1, driver));
		Files.writeString(driver.resolve("0000:02:00.0").resolve("information"), "Model: NVIDIA T4\n");
		assertEquals("GPU 1", GpuName.of(1, driver), "which of the two is not known");
	}

	/** Several workers on one machine share its cores as their starter says. */
	@Test
	void threadsAndGpuAsAskedFor() {
		assertEquals(3, OnnxRuntime.open(new RuntimeOptions(Device.CPU, null, 3, 0)).choice().threads());
		assertEquals(Cores.threads(Cores.available()), OnnxRuntime.open(Device.CPU, null).choice().threads());
		assertEquals(2, OnnxRuntime.open(new RuntimeOptions(Device.AUTO, null, 1, 2)).choice().gpu());
		assertThrows(BadInput.class, () -> new RuntimeOptions(Device.CPU, null, -1, 0));
		assertThrows(BadInput.class, () -> new RuntimeOptions(Device.CPU, null, 100_000, 0));
		assertThrows(BadInput.class, () -> new RuntimeOptions(Device.CUDA, null, 0, -1));
	}

	@Test
	void threadsLeaveOneCoreToTheDesktop() {
		assertEquals(1, Cores.threads(1));
		assertEquals(2, Cores.threads(2));
		assertEquals(7, Cores.threads(8));
		assertTrue(Cores.available() >= 1 && Cores.available() <= Runtime.getRuntime().availableProcessors());
	}

	@Test
	void hardwareThreadsOfOneCoreCountOnce() {
		final List<String> twoSockets = List.of("processor : 0", "physical id : 0", "core id : 0", "physical id : 0", "core id : 0",
			"physical id : 0", "core id : 1", "physical id : 1", "core id : 0");
		assertEquals(3, Cores.countPhysical(twoSockets));
		assertEquals(0, Cores.countPhysical(List.of("processor : 0", "BogoMIPS : 50")));
	}

	@Test
	void causesAreShort() {
		final String message = "Error code - ORT_FAIL - message: /build/provider_bridge_ort.cc:1992 Failed to load library " +
			"libonnxruntime_providers_cuda.so with error: libcublasLt.so.12: cannot open shared object file: No such file or directory\nmore";
		assertEquals("libcublasLt.so.12: cannot open shared object file: No such file or directory", Causes.brief(message));
		assertEquals("Protobuf parsing failed", Causes.brief("Error code - ORT_INVALID_PROTOBUF - message: Protobuf parsing failed."));
		assertEquals("unknown cause", Causes.brief(null));
		assertTrue(Causes.brief("x".repeat(1000)).length() <= 203);
		assertEquals("inner", Causes.root(new RuntimeException("outer", new RuntimeException("inner"))));
	}
}
