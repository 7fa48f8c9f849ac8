package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.icportrait.bridge.EggHead;
import org.icportrait.image.Picture;
import org.icportrait.inference.Device;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.models.ModelPack;
import org.icportrait.work.Progress;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/** Which looks read the mirror image too, told by where they see the egg. */
class MirrorLooksTest {

	private static final FaceBox BOX = new FaceBox(150, 200, 100, 0, 1);
	/** Pixels by which the egg is seen farther right without the mirror image: a tenth of the crop of 1.8 boxes; a look from there follows nine tenths of that. */
	private static final double ASIDE = 18, STEP = 0.9;

	@Test
	void theLastLookAloneReadsTheMirrorImage() {
		assertEquals(150 + 2 * STEP * ASIDE, centre(EggHead.packWithMirror()), 1e-3);
	}

	@Test
	void aNetworkThatCannotBeToldIsReadAllTheSame() {
		assertEquals(150, centre(EggHead.pack()), 1e-3);
	}

	private static double centre(final Path pack) {
		try (SurfaceEstimator estimator = SurfaceEstimator.open(OnnxRuntime.open(Device.CPU, null), ModelPack.open(pack))) {
			return estimator.estimate(new Picture(400, 400, 3), BOX, Progress.NONE).camera().x0();
		}
	}
}
