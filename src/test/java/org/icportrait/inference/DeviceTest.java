package org.icportrait.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;

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
		assertEquals("CPU, 1 thread of 2 cores: no CUDA: none here", new DeviceChoice(Device.CPU, 1, 2, 0, "no CUDA: none here").line());
		assertEquals("CUDA: GPU 0", new DeviceChoice(Device.CUDA, 3, 4, 0, "GPU 0").line());
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
