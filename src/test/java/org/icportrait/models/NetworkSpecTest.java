package org.icportrait.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Which networks fit what code expects of them. */
class NetworkSpecTest {

	private static final NetworkSpec FEATURES = NetworkSpec.optional("features", List.of("picture float32 [1, 3, height, width]"),
		List.of("features float32 [1, 64, height, width]"));

	@Test
	void textsGoThereAndBack() {
		for (final String text : new String[] { "picture float32 [1, 3, height, width]", "one float32 [1]" }) {
			assertEquals(text, TensorSpec.parse(text).toString());
		}
		assertThrows(IllegalArgumentException.class, () -> TensorSpec.parse("none float32 [0, 3]"));
		assertThrows(IllegalArgumentException.class, () -> TensorSpec.parse("picture float32 [1, 3, height, width]").fixedShape());
		assertThrows(IllegalArgumentException.class, () -> Dimension.named(" "));
	}

	@Test
	void namedAxesFitAnyLengthOrName() {
		assertNull(FEATURES.misfit(network("picture float32 [1, 3, h, w]", "features float32 [1, 64, h, w]")));
		assertNull(FEATURES.misfit(network("picture float32 [1, 3, 128, 96]", "features float32 [1, 64, 128, 96]")));
	}

	@Test
	void axesOfOneNameAreOne() {
		assertEquals("it lacks features float32 [1, 64, height, width]", FEATURES.misfit(network("picture float32 [1, 3, h, w]",
			"features float32 [1, 64, h, h]")));
		assertEquals("it lacks features float32 [1, 64, height, width]", FEATURES.misfit(network("picture float32 [1, 3, 128, 96]",
			"features float32 [1, 64, 32, 24]")));
	}

	@Test
	void fixedAxesAndTypesAreExact() {
		final String features = "features float32 [1, 64, h, w]";
		assertEquals("it lacks picture float32 [1, 3, height, width]", FEATURES.misfit(network("picture float32 [1, 1, h, w]", features)));
		assertEquals("it lacks picture float32 [1, 3, height, width]", FEATURES.misfit(network("picture float16 [1, 3, h, w]", features)));
		assertEquals("it lacks picture float32 [1, 3, height, width]", FEATURES.misfit(network("picture float32 [3, h, w]", features)));
		assertEquals("it lacks picture float32 [1, 3, height, width]", FEATURES.misfit(network("picture float32 [1, c, h, w]", features)));
	}

	@Test
	void moreOutputsAreAllowedButNoMoreInputs() {
		assertNull(FEATURES.misfit(network("picture float32 [1, 3, h, w]", "features float32 [1, 64, h, w]; wrinkles float32 [1, 4]")));
		assertEquals("it has mask float32 [1, 1, h, w]", FEATURES.misfit(network("picture float32 [1, 3, h, w]; mask float32 [1, 1, h, w]",
			"features float32 [1, 64, h, w]")));
	}

	@Test
	void whatANetworkHasBesidesIsUsedWhereItIsThere() {
		final NetworkSpec spec = FEATURES.besides(List.of("mask float32 [1, 1]"), List.of("wrinkles float32 [1, 4]", "moles float32 [1, 2]"));
		final ModelDescription more = network("picture float32 [1, 3, h, w]; mask float32 [1, 1]", "features float32 [1, 64, h, w]; wrinkles float32 [1, 4]");
		final ModelDescription less = network("picture float32 [1, 3, h, w]", "features float32 [1, 64, h, w]; wrinkles float32 [1, 5]");
		assertNull(spec.misfit(more));
		assertNull(spec.misfit(less));
		assertEquals(List.of("picture", "mask"), names(spec.of(more).inputs()));
		assertEquals(List.of("features", "wrinkles"), names(spec.of(more).outputs()));
		assertEquals(List.of("picture"), names(spec.of(less).inputs()));
		assertEquals(List.of("features"), names(spec.of(less).outputs()));
	}

	@Test
	void anInputBesidesIsTakenInItsShapeAlone() {
		final NetworkSpec spec = FEATURES.besides(List.of("mask float32 [1, 1]"), List.of());
		assertEquals("it has mask float32 [1, 2]", spec.misfit(network("picture float32 [1, 3, h, w]; mask float32 [1, 2]", "features float32 [1, 64, h, w]")));
	}

	private static List<String> names(final List<TensorSpec> tensors) {
		return tensors.stream().map(TensorSpec::name).toList();
	}

	private static ModelDescription network(final String inputs, final String outputs) {
		return new ModelDescription("features.onnx", "", 0, tensors(inputs), tensors(outputs), null);
	}

	private static List<TensorDescription> tensors(final String texts) {
		return Arrays.stream(texts.split("; ")).map(TensorSpec::parse).map(spec -> new TensorDescription(spec.name(), spec.type(), spec.shape(), List.of(),
			"", "")).toList();
	}
}
