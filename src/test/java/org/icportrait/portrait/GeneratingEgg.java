package org.icportrait.portrait;

import org.icportrait.bridge.EggHead;
import org.icportrait.face.FaceChoice;
import org.icportrait.imagej.Photograph;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The egg's photograph, read by an engine whose pack generates; both are there for the tests of one class. */
abstract class GeneratingEgg {

	static PortraitEngine engine;
	static Profile egg;

	@BeforeAll
	static void open() {
		engine = PortraitEngine.open(EggHead.engine().withPack(EggHead.packWithGenerator()));
		egg = engine.analyze(Photograph.of(EggHead.one()).picture(), FaceChoice.largest(), Progress.NONE);
	}

	@AfterAll
	static void close() {
		engine.close();
	}
}
