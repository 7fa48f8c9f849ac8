package org.icportrait.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.IJ;
import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Path;

import org.icportrait.imagej.Photograph;
import org.icportrait.models.ModelPack;
import org.icportrait.portrait.EngineOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

	@Test
	void theShippedPortraitIsAColourPictureOfFairSize() throws IOException {
		final Photograph photograph = Photograph.of(Demo.portrait());
		assertTrue(Math.min(photograph.picture().width(), photograph.picture().height()) >= 512);
		assertEquals(24, photograph.format().bitDepth());
	}

	@Test
	void theSheetShowsFiveViewsInFourLights(@TempDir final Path folder) throws IOException {
		assumeTrue(ModelPack.hasDefault(), "The default model pack is not in models/default yet.");
		final ImagePlus sheet = IJ.openImage(Demo.make(folder, EngineOptions.DEFAULT).toString());
		assertTrue(sheet.getWidth() > 6 * 256 && sheet.getHeight() > 4 * 256);
	}
}
