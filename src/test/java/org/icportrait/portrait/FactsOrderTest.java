package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.icportrait.generate.Denoising;
import org.icportrait.generate.Extras;
import org.icportrait.generate.Generation;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Sidecars of two runs of Java say the same in the same order, that of the dialogs and pages; maps without order have another one in each run. */
class FactsOrderTest extends GeneratingEgg {

	private static List<String> names(final Map<String, Object> facts, final String of) {
		return ((Map<?, ?>) facts.get(of)).keySet().stream().map(String::valueOf).toList();
	}

	@Test
	void whatIsSaidOfNoiseAndVariantsIsInOrder() {
		final Scene scene = Scene.UNCHANGED.withPose(PoseChoice.absolute(60, 0, 0)).withGeneration(Generation.of(Denoising.DEFAULT).withExtras(new Extras(2, true, false, false, false)));
		final Map<String, Object> facts = engine.make(Person.of(egg), scene, Progress.NONE).provenance().facts();
		assertEquals(List.of("steps", "seed", "variant"), names(facts, "noise"));
		assertEquals(List.of("variants", "mean_levels"), names(facts, "uncertainty"));
	}
}
