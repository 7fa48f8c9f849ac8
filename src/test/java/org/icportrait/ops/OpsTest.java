package org.icportrait.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.icportrait.bridge.EggHead;
import org.icportrait.face.FaceChoice;
import org.icportrait.generate.Denoising;
import org.icportrait.generate.Extras;
import org.icportrait.geometry.Area;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.light.LightReading;
import org.icportrait.light.StitchOptions;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Scene;
import org.icportrait.portrait.TurnedPortrait;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
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
		assertEquals(Set.of("icportrait.find", "icportrait.read", "icportrait.turn", "icportrait.correspondence", "icportrait.carry",
			"icportrait.readLight", "icportrait.compose", "icportrait.generate", "icportrait.flow", "icportrait.toLinear", "icportrait.toSrgb"), names);
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
		assertEquals(11, count);
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

	/** Whatever holds them: crops that do not begin at zero, planes, cells, views without write access. */
	@Test
	void imagesOfAnyKindAreTaken() {
		final RandomAccessibleInterval<FloatType> plain = Photograph.of(EggHead.one()).picture().asImg();
		final int side = EggHead.SIDE;
		try (PortraitEngine engine = PortraitEngine.open(EggHead.engine())) {
			final double x = PortraitOps.find(engine, plain).get(0).x();
			for (final Img<FloatType> img : List.of(PlanarImgs.floats(side, side, 3), new CellImgFactory<>(new FloatType(), 64, 64, 2).create(side, side, 3))) {
				LoopBuilder.setImages(plain, img).forEachPixel((from, to) -> to.set(from));
				assertEquals(x, PortraitOps.find(engine, img).get(0).x());
			}
			final RandomAccessibleInterval<FloatType> readOnly = Converters.convert(plain, (from, to) -> to.set(from), new FloatType());
			assertEquals(x, PortraitOps.find(engine, Views.translate(readOnly, -7, 1000, 5)).get(0).x());
			final RandomAccessibleInterval<FloatType> crop = Views.interval(plain, new long[] { 20, 10, 0 }, new long[] { side - 1, side - 1, 2 });
			final Img<FloatType> copy = PlanarImgs.floats(side - 20, side - 10, 3);
			LoopBuilder.setImages(crop, copy).forEachPixel((from, to) -> to.set(from));
			assertEquals(PortraitOps.find(engine, copy), PortraitOps.find(engine, crop));
			assertEquals(x, PortraitOps.find(engine, Views.interval(plain, new long[] { 0, 0, 1 }, new long[] { side - 1, side - 1, 1 })).get(0).x(), "one channel");
		}
	}

	/** A script saw a ClassCastException, and a layer of another size was carried to wrong places. */
	@Test
	@SuppressWarnings({ "unchecked", "rawtypes" })
	void otherNumbersAndLayersOfAnotherSizeAreRefused() {
		final Picture picture = Photograph.of(EggHead.one()).picture();
		try (PortraitEngine engine = PortraitEngine.open(EggHead.engine())) {
			final RandomAccessibleInterval bytes = ArrayImgs.unsignedBytes(EggHead.SIDE, EggHead.SIDE, 3);
			assertTrue(assertThrows(BadInput.class, () -> PortraitOps.find(engine, bytes)).getMessage().contains("not UnsignedByteType"));
			final TurnedPortrait turned = PortraitOps.turn(engine, PortraitOps.read(engine, picture.asImg()), Scene.UNCHANGED.withPose(PoseChoice.absolute(20, 0, 0)));
			assertTrue(assertThrows(BadInput.class, () -> PortraitOps.carry(turned, ArrayImgs.floats(50, 40, 1))).getMessage().contains("50 x 40 pixels and the photograph"));
		}
	}

	/** Each step gives what the facade gives, to the bit, and what the correspondence says is true of the carried layer. */
	@Test
	void thePipelineStepByStep() {
		final Picture picture = Photograph.of(EggHead.one()).picture();
		final Scene scene = Scene.UNCHANGED.withPose(PoseChoice.absolute(20, 0, 0));
		try (PortraitEngine engine = PortraitEngine.open(EggHead.engine())) {
			assertEquals(225, PortraitOps.find(engine, picture.asImg()).get(0).x(), 1e-3);
			final Profile profile = PortraitOps.read(engine, picture.asImg());
			final TurnedPortrait turned = PortraitOps.turn(engine, profile, scene);
			final LightReading light = PortraitOps.readLight(engine, profile, StitchOptions.DEFAULT);
			final Person person = Person.of(engine.analyze(picture, FaceChoice.largest(), Progress.NONE));
			assertSame(engine.make(person, scene, Progress.NONE).picture(), PortraitOps.compose(engine, turned, null));
			assertSame(engine.make(person, scene.withLight(light), Progress.NONE).picture(), PortraitOps.compose(engine, turned, light));
			carriedPlacesAreTheCorrespondence(turned);
		}
	}

	/** What is generated and the flow are those of the facade, to the bit; a pack that cannot says so. */
	@Test
	void portraitsInContext() {
		final Picture picture = Photograph.of(EggHead.one()).picture();
		final Scene scene = Scene.UNCHANGED.withPose(PoseChoice.absolute(50, 0, 0)), generated = scene.withGeneration(Denoising.DEFAULT);
		try (PortraitEngine engine = PortraitEngine.open(EggHead.engine().withPack(EggHead.packWithGenerator()))) {
			final Profile profile = PortraitOps.read(engine, picture.asImg());
			final PortraitResult made = engine.make(Person.of(profile), scene.withGeneration(generated.generation().withExtras(new Extras(1, false, false, false, true))),
				Progress.NONE);
			assertSame(made.picture(), PortraitOps.generate(engine, profile, generated));
			assertSame(made.picture(), PortraitOps.generate(engine, profile, scene));
			final float[] flow = made.extras().flow().map().data();
			final Cursor<FloatType> op = Views.flatIterable(PortraitOps.flow(engine, profile, scene)).cursor();
			int compared = 0;
			for (int i = 0; op.hasNext(); i++) {
				final float value = op.next().get();
				if (Float.isNaN(value)) continue; // where geometry draws nobody
				assertEquals(flow[i], value);
				compared++;
			}
			assertTrue(compared > 1000);
		}
		try (PortraitEngine engine = PortraitEngine.open(EggHead.engine())) {
			final Profile profile = PortraitOps.read(engine, picture.asImg());
			assertThrows(BadInput.class, () -> PortraitOps.flow(engine, profile, scene));
			assertThrows(BadInput.class, () -> PortraitOps.generate(engine, profile, generated), "asked for in any case");
			assertSame(engine.make(Person.of(profile), scene, Progress.NONE).picture(), PortraitOps.generate(engine, profile, scene));
		}
	}

	/** The photograph's own x and y as a layer arrive where the correspondence says that they are shown. */
	private static void carriedPlacesAreTheCorrespondence(final TurnedPortrait turned) {
		final ArrayImg<FloatType, FloatArray> places = ArrayImgs.floats(EggHead.SIDE, EggHead.SIDE, 2);
		final Cursor<FloatType> cursor = places.localizingCursor();
		while (cursor.hasNext()) cursor.next().set(cursor.getIntPosition(cursor.getIntPosition(2)) + 0.5f);
		final RandomAccess<FloatType> carried = PortraitOps.carry(turned, places).randomAccess(), said = PortraitOps.correspondence(turned).randomAccess();
		final Area area = turned.view().area();
		final Picture mirrored = turned.view().mirrored(), visible = turned.view().visibility();
		int compared = 0, smoothed = 0;
		for (int y = 0; y < area.height(); y++) {
			for (int x = 0; x < area.width(); x++) {
				if (!(visible.get(x, y, 0) > 0.9f) || mirrored.get(x, y, 0) > 0) continue;
				final float dx = said.setPositionAndGet(x, y, 0).get() - carried.setPositionAndGet(x, y, 0).get();
				final float dy = said.setPositionAndGet(x, y, 1).get() - carried.setPositionAndGet(x, y, 1).get();
				assertEquals(0, Math.hypot(dx, dy), 2, "contours are smoothed, by a pixel or two");
				if (Math.hypot(dx, dy) > 0.05) smoothed++;
				assertEquals(0, said.setPositionAndGet(x, y, 2).get());
				compared++;
			}
		}
		assertTrue(compared > 1000 && smoothed < 0.03 * compared, compared + " places, " + smoothed + " of them smoothed");
	}

	private static void assertSame(final Picture expected, final RandomAccessibleInterval<FloatType> image) {
		LoopBuilder.setImages(expected.asImg(), image).forEachPixel((a, b) -> assertEquals(a.get(), b.get()));
	}

	/** A layer whose axes do not begin at 0 is read as any other. */
	@Test
	void viewsOfImagesAreReadWhereTheyAre() {
		final Picture picture = Photograph.of(EggHead.one()).picture();
		final RandomAccessibleInterval<FloatType> shifted = Views.translate(picture.asImg(), 7, -3, 0);
		try (PortraitEngine engine = PortraitEngine.open(EggHead.engine())) {
			assertArrayEquals(picture.data(), PortraitOps.read(engine, shifted).picture().data());
		}
	}

	@Test
	void otherAxesAreRefused() {
		try (PortraitEngine engine = PortraitEngine.open(EggHead.engine())) {
			final BadInput thrown = assertThrows(BadInput.class, () -> PortraitOps.read(engine, ArrayImgs.floats(8, 8)));
			assertTrue(thrown.getMessage().contains("axes"));
		}
	}
}
