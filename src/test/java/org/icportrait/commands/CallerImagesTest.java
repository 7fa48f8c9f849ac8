package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.EggHead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallerImagesTest {

	@AfterEach
	void forget() {
		WindowManager.setTempCurrentImage(null);
	}

	/** A program that calls a command later on the same thread, without ImageJ, means no image of before. */
	@Test
	void whatWasActiveIsToldOnceAndToItsThreadAlone() throws Exception {
		final CallerImages callers = CommandPlugIn.context().service(CallerImages.class);
		final ImagePlus image = EggHead.one();
		WindowManager.setTempCurrentImage(image);
		IJ.run("Clear Results");
		final ImagePlus[] other = new ImagePlus[1];
		final Thread stranger = new Thread(() -> other[0] = callers.take(Thread.currentThread()));
		stranger.start();
		stranger.join();
		assertNull(other[0]);
		assertSame(image, callers.take(Thread.currentThread()));
		assertNull(callers.take(Thread.currentThread()));
	}
}
