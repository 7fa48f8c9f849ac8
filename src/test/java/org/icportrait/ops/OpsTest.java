package org.icportrait.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import org.icportrait.bridge.EggHead;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.portrait.AnalyzedPortrait;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitOptions;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;

class OpsTest {

	private static String index() throws IOException {
		final Path classes = Path.of("target", "classes", "ops.yaml");
		try (InputStream stream = Files.newInputStream(classes)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	@Test
	void theIndexListsEveryOpUnderItsName() throws IOException {
		final Set<String> names = new TreeSet<>();
		final Matcher matcher = Pattern.compile("names: \\[(.+?)]").matcher(index());
		while (matcher.find()) names.add(matcher.group(1));
		assertEquals(Set.of("icportrait.analyze", "icportrait.correspondence", "icportrait.findFaces", "icportrait.generate", "icportrait.toLinear",
			"icportrait.toSrgb"), names);
	}

	@Test
	void everyIndexedMethodExists() throws Exception {
		final Matcher matcher = Pattern.compile("source: javaMethod:/([\\w.]+)\\.(\\w+)(%28.*)").matcher(index());
		int count = 0;
		for (; matcher.find(); count++) {
			final String signature = URLDecoder.decode(matcher.group(3), StandardCharsets.UTF_8);
			final Class<?>[] types = Arrays.stream(signature.substring(1, signature.length() - 1).split(",")).map(OpsTest::load).toArray(Class[]::new);
			assertNotNull(Class.forName(matcher.group(1)).getMethod(matcher.group(2), types));
		}
		assertEquals(6, count);
	}

	private static Class<?> load(final String name) {
		try {
			return Class.forName(name.trim());
		}
		catch (final ClassNotFoundException exception) {
			throw new AssertionError(exception);
		}
	}

	@Test
	void colourGoesThereAndBack() {
		final ArrayImg<FloatType, FloatArray> srgb = ArrayImgs.floats(new float[] { 0, 0.25f, 0.5f, 1 }, 2, 2);
		final ArrayImg<FloatType, FloatArray> linear = ArrayImgs.floats(2, 2);
		final ArrayImg<FloatType, FloatArray> back = ArrayImgs.floats(2, 2);
		ColourOps.toLinear(srgb, linear);
		ColourOps.toSrgb(linear, back);
		assertEquals(0.214, linear.getAt(0, 1).get(), 1e-3);
		for (int i = 0; i < 4; i++) assertEquals(srgb.getAt(i % 2, i / 2).get(), back.getAt(i % 2, i / 2).get(), 1e-4);
	}

	@Test
	void thePipelineStepByStep() {
		final Picture picture = Photograph.of(EggHead.one()).picture();
		try (PortraitEngine engine = PortraitEngine.open(EggHead.engine())) {
			assertEquals(1, PortraitOps.findFaces(engine, picture.asImg()).size());
			final AnalyzedPortrait portrait = PortraitOps.analyze(engine, picture.asImg());
			final PortraitOptions options = PortraitOptions.DEFAULT.withPose(PoseChoice.absolute(20, 0, 0));
			final RandomAccessibleInterval<FloatType> view = PortraitOps.generate(engine, portrait, options);
			assertEquals(EggHead.SIDE, view.dimension(0));
			assertEquals(3, view.dimension(2));
			assertEquals(2, PortraitOps.correspondence(engine, portrait, options).dimension(2));
		}
	}

	@Test
	void otherAxesAreRefused() {
		try (PortraitEngine engine = PortraitEngine.open(EggHead.engine())) {
			final BadInput thrown = assertThrows(BadInput.class, () -> PortraitOps.analyze(engine, ArrayImgs.floats(8, 8)));
			assertTrue(thrown.getMessage().contains("axes"));
		}
	}
}
