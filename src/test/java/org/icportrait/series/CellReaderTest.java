package org.icportrait.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.bridge.EggHead;
import org.icportrait.face.FaceChoice;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Scene;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** What is read of a picture of a series, on the egg. */
class CellReaderTest {

	/** Who draws a rectangle around a face has it read where nothing is found; a cell's rectangle is ours, and would be read as its own answer. */
	@Test
	void whereNoFaceIsFoundNothingIsRead() {
		try (PortraitEngine engine = PortraitEngine.open(EggHead.engine())) {
			final Person who = Person.of(engine.analyze(Photograph.of(EggHead.one()).picture(), FaceChoice.largest(), Progress.NONE));
			final PortraitResult made = engine.make(who, Scene.UNCHANGED.withPose(PoseChoice.absolute(10, 0, 0)), Progress.NONE);
			final PortraitResult empty = new PortraitResult(new Picture(made.picture().width(), made.picture().height(), 3), made.alpha(), made.view(), made.canvas(), made.light(),
				made.generated(), made.extras(), made.provenance());
			final CellReader reader = new CellReader(engine);
			final CellFigures figures = reader.read(who, null, empty, Progress.NONE);
			assertNull(figures.read());
			assertTrue(Double.isNaN(figures.poseError()));
			assertEquals(reader.read(who, null, made, Progress.NONE).seen(), figures.seen());
			assertNotNull(reader.read(who, null, made, Progress.NONE).read());
		}
	}
}
