package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.filter.Analyzer;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.EggHead;
import org.icportrait.bridge.Macros;
import org.icportrait.bridge.OnScreen;
import org.icportrait.imagej.Photograph;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is kept of images goes with their windows. */
@OnScreen
@Timeout(120)
class ClosedImagesTest {

	@Test
	void closeAllLetsGo() {
		// What other tests left must not be asked about in a dialog that nobody answers.
		Macros.closeAll();
		Analyzer.setUnsavedMeasurements(false);
		EggHead.useInCommands();
		final PortraitService service = CommandPlugIn.context().service(PortraitService.class);
		for (int column = 3; column < 5; column++) {
			final ImagePlus image = EggHead.faces(EggHead.SIDE, column, 3);
			image.show();
			service.analyze(image, Photograph.of(image), Progress.NONE);
		}
		assertEquals(2, service.kept());
		for (final int id : WindowManager.getIDList()) WindowManager.getImage(id).changes = false;
		WindowManager.closeAllWindows();
		assertEquals(0, service.kept());
	}
}
