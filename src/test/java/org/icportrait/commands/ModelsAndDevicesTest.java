package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.measure.ResultsTable;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.EggHead;
import org.icportrait.portrait.PortraitEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;

class ModelsAndDevicesTest {

	@BeforeEach
	void useTheEgg() {
		EggHead.useInCommands();
	}

	@Test
	void theChosenFolderIsUsedAndRemembered() throws Exception {
		final CommandModule module = AnalyzePortraitTest.run(ModelsAndDevices.class, "models", EggHead.pack().toFile(), "device", "cpu", "natives",
			null, "table", false);
		assertEquals(null, module.getCancelReason());
		assertEquals(EggHead.pack(), service().options().packFolder());
		assertTrue(service().withEngine(PortraitEngine::device).startsWith("CPU"));
	}

	@Test
	void theTableSaysPackLicenceHashAndDevice() {
		final ResultsTable table = service().withEngine(ModelTable::of);
		assertEquals(2, table.size());
		assertEquals("BSD-2-Clause", table.getStringValue("Licence", 0));
		assertEquals(64, table.getStringValue("SHA-256", 0).length());
		assertTrue(table.getStringValue("Device", 0).startsWith("CPU"));
		assertTrue(table.getStringValue("Pack", 1).startsWith("icportrait-test"));
		final String[] headings = table.getHeadings();
		assertEquals("Device", headings[0], "what people look for");
		assertEquals("SHA-256", headings[headings.length - 1], "what only programs read");
	}

	@Test
	void aWrongFolderIsSaidAndTheOldModelsStay() throws Exception {
		final CommandModule module = AnalyzePortraitTest.run(ModelsAndDevices.class, "models", new File("/nowhere"), "device", "cpu");
		assertTrue(module.getCancelReason().contains("does not exist"), module.getCancelReason());
		assertEquals("icportrait-test 0.0.0-test", service().withEngine(PortraitEngine::pack));
	}

	@Test
	void aChangedByteIsSaid(@TempDir final Path folder) throws Exception {
		copyPack(folder);
		final byte[] content = Files.readAllBytes(folder.resolve("surface.onnx"));
		content[content.length / 2] ^= 1;
		Files.write(folder.resolve("surface.onnx"), content);
		final CommandModule module = AnalyzePortraitTest.run(ModelsAndDevices.class, "models", folder.toFile(), "device", "cpu");
		assertTrue(module.getCancelReason().contains("SHA-256"), module.getCancelReason());
	}

	private static void copyPack(final Path folder) throws IOException {
		for (final String name : new String[] { "pack.json", "finder.onnx", "surface.onnx" }) {
			Files.copy(EggHead.pack().resolve(name), folder.resolve(name));
		}
	}

	private static PortraitService service() {
		return CommandPlugIn.context().service(PortraitService.class);
	}
}
