package org.icportrait.files;

import static org.icportrait.files.TestPictures.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.xmp.XmpDirectory;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.icportrait.portrait.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The origin of a picture is read back by a program that is not ours, from every format, and changes no pixel. */
class MarkedPicturesTest {

	private static final String CV = "http://cv.iptc.org/newscodes/digitalsourcetype/";
	private static final String CONSENT = "http://ns.useplus.org/ldf/vocab/MR-LPR";

	@TempDir
	Path folder;

	private static Provenance origin(final String action, final Map<String, Object> facts) {
		return new Provenance(action, Map.of("profiles", List.of(Map.of("path", "a.png", "sha256", "abc")), "view", Map.of("yaw", 30.0)), facts, "1.2.3", "pack 4", Map.of(
			"surface.onnx", "def"), "CPU");
	}

	private static ImagePlus image() {
		return new ImagePlus("face", new ColorProcessor(demo().getSubimage(200, 200, 64, 48)));
	}

	private Path write(final String name, final ImagePlus image, final Provenance origin) {
		final Path file = folder.resolve(name);
		PictureWriter.mark(image, origin);
		OutputFile.write(file, PictureFormat.of(file).content(image, 0.95, origin));
		return file;
	}

	/** All XMP of a file, by path, as metadata-extractor reads it. */
	private static Map<String, String> xmp(final Path file) {
		try {
			final Map<String, String> all = new java.util.TreeMap<>();
			for (final XmpDirectory directory : ImageMetadataReader.readMetadata(file.toFile()).getDirectoriesOfType(XmpDirectory.class)) all.putAll(directory.getXmpProperties());
			return all;
		}
		catch (final Exception exception) {
			throw new AssertionError(exception);
		}
	}

	@ParameterizedTest
	@EnumSource(PictureFormat.class)
	void anotherProgramReadsAllOfIt(final PictureFormat format) {
		final Map<String, String> xmp = xmp(write("face." + format.name().toLowerCase(java.util.Locale.ROOT), image(), origin("warp", Map.of())));
		assertEquals(CV + "compositeWithTrainedAlgorithmicMedia", xmp.get("Iptc4xmpExt:DigitalSourceType"));
		assertEquals("IC-Portrait with the models pack 4", xmp.get("Iptc4xmpExt:AISystemUsed"));
		assertEquals("1.2.3", xmp.get("Iptc4xmpExt:AISystemVersionUsed"));
		assertEquals("sha256:abc", xmp.get("xmpMM:DerivedFrom/stRef:documentID"));
		assertEquals("IC-Portrait 1.2.3", xmp.get("xmp:CreatorTool"));
		assertEquals(Provenance.NOTICE, xmp.get("dc:description[1]"));
	}

	@Test
	void noPixelChanges() throws IOException {
		final int[] pixels = (int[]) image().getProcessor().getPixels();
		for (final String name : new String[] { "a.png", "a.tif" }) {
			assertArrayEquals(pixels, (int[]) IJ.openImage(write(name, image(), origin("warp", Map.of())).toString()).getProcessor().getPixels(), name);
		}
		// A JPEG loses by itself; the mark adds nothing to that.
		final byte[] marked = Files.readAllBytes(write("a.jpg", image(), origin("warp", Map.of())));
		final byte[] plain = MarkedJpeg.of(MarkedPng.opaque(image()), 0.95, image().getCalibration(), new byte[0], "");
		assertArrayEquals(rgb(plain), rgb(marked));
		assertTrue(marked.length > plain.length + 500);
	}

	private static int[] rgb(final byte[] file) throws IOException {
		final var image = ImageIO.read(new java.io.ByteArrayInputStream(file));
		return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
	}

	@ParameterizedTest
	@EnumSource(PictureFormat.class)
	void oursAreKnownAgainAndRead(final PictureFormat format) {
		final Path file = write("face." + format.name().toLowerCase(java.util.Locale.ROOT), image(), origin("generate", Map.of()));
		assertTrue(PictureWriter.isMarked(file));
		final OpenedPicture back = PictureReader.read(file);
		assertEquals(CV + "compositeWithTrainedAlgorithmicMedia", back.source().get("digital_source_type"));
		assertEquals(64, back.image().getWidth());
	}

	/** ImageJ opens what it would have written itself: slices, calibration, info. */
	@Test
	void aStackInATiffStaysAStack() {
		final ImageStack stack = new ImageStack(5, 3);
		for (int i = 1; i <= 3; i++) stack.addSlice("s" + i, new ByteProcessor(5, 3, new byte[] { (byte) i, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7 }));
		final ImagePlus image = new ImagePlus("stack", stack);
		image.getCalibration().pixelWidth = 0.1;
		image.getCalibration().setUnit("mm");
		final Path file = write("stack.tif", image, origin("warp", Map.of()));
		assertEquals("stack", image.getTitle(), "the image itself is left alone");
		assertNull(image.getOriginalFileInfo());
		final ImagePlus back = IJ.openImage(file.toString());
		assertEquals(3, back.getStackSize());
		assertEquals("s2", back.getStack().getSliceLabel(2));
		assertEquals(3, back.getStack().getProcessor(3).get(0));
		assertEquals(0.1, back.getCalibration().pixelWidth, 1e-9);
		assertEquals("warp", PictureWriter.origin(back).action());
		assertEquals(3, PictureReader.pages(file));
		assertEquals("1.2.3", xmp(file).get("Iptc4xmpExt:AISystemVersionUsed"));
	}

	@Test
	void theScaleGoesIntoAJpeg() {
		final ImagePlus image = image();
		image.getCalibration().pixelWidth = image.getCalibration().pixelHeight = 0.1;
		image.getCalibration().setUnit("mm");
		assertEquals(0.01, PictureReader.read(write("scaled.jpg", image, origin("warp", Map.of()))).image().getCalibration().pixelWidth, 1e-6);
	}

	@ParameterizedTest
	@CsvSource({ "analyze,, algorithmicallyEnhanced", "warp,, compositeWithTrainedAlgorithmicMedia", "relight,, compositeWithTrainedAlgorithmicMedia",
		"demo,, trainedAlgorithmicMedia", "analyze, compositeCapture, compositeCapture", "analyze, trainedAlgorithmicMedia, trainedAlgorithmicMedia",
		"generate, trainedAlgorithmicMedia, trainedAlgorithmicMedia", "generate, digitalCapture, compositeWithTrainedAlgorithmicMedia",
		"analyze, algorithmicallyEnhanced, algorithmicallyEnhanced" })
	void theTypeSaysWhatWasDoneAndNeverLessThanThePhotograph(final String action, final String before, final String expected) {
		final Map<String, Object> facts = before == null ? Map.of() : Map.of("source", Map.of("digital_source_type", CV + before));
		assertEquals(CV + expected, DigitalSourceType.of(origin(action, facts)).address());
	}

	private static byte[] packet(final String properties) {
		return ("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' " +
			"xmlns:plus='http://ns.useplus.org/ldf/xmp/1.0/' xmlns:exif='http://ns.adobe.com/exif/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/' " +
			"xmlns:Iptc4xmpExt='http://iptc.org/std/Iptc4xmpExt/2008-02-29/'>" + properties + "</rdf:Description></rdf:RDF></x:xmpmeta>").getBytes(StandardCharsets.UTF_8);
	}

	/** Consent, rights and the type stay; the place goes, and so does all of EXIF. */
	@Test
	void consentIsKeptAndThePlaceDropped() throws IOException {
		final byte[] packet = packet("<plus:ModelReleaseStatus>" + CONSENT + "</plus:ModelReleaseStatus><exif:GPSLatitude>52,30.5N</exif:GPSLatitude>" +
			"<dc:rights><rdf:Alt><rdf:li xml:lang='x-default'>(c) Someone</rdf:li></rdf:Alt></dc:rights><dc:creator><rdf:Seq><rdf:li>A. Author</rdf:li></rdf:Seq></dc:creator>" +
			"<Iptc4xmpExt:DigitalSourceType>" + CV + "trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>");
		final byte[] jpeg = withSegment(withSegment(jpeg(demo(), false), 0xe1, join(JpegSegments.XMP.getBytes(), packet)), 0xe1, jpegExif(1));
		final OpenedPicture photograph = PictureReader.read(Files.write(folder.resolve("photo.jpg"), jpeg));
		final Path made = write("made.jpg", image(), origin("warp", Map.of("source", photograph.source())));
		final Map<String, String> xmp = xmp(made);
		assertEquals(CONSENT, xmp.get("plus:ModelReleaseStatus"));
		assertEquals("(c) Someone", xmp.get("dc:rights[1]"));
		assertEquals("A. Author", xmp.get("dc:creator[1]"));
		assertEquals(CV + "trainedAlgorithmicMedia", xmp.get("Iptc4xmpExt:DigitalSourceType"));
		final String bytes = Files.readString(made, StandardCharsets.ISO_8859_1);
		assertFalse(bytes.contains("GPS") || bytes.contains("52,30") || bytes.contains("Exif\0"), "the place");
	}

	@Test
	void packetsThatAreNoneSayNothing() {
		assertEquals(Map.of(), XmpPacket.source(null));
		assertEquals(Map.of(), XmpPacket.source("no XML".getBytes()));
		assertEquals(Map.of(), XmpPacket.source("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>".getBytes()));
	}

	@Test
	void equalOriginsGiveEqualBytes() {
		assertArrayEquals(XmpPacket.of(origin("warp", Map.of())), XmpPacket.of(origin("warp", Map.of())));
	}

	@Test
	void theOriginComesBackWhole() {
		final Provenance origin = origin("warp", Map.of("yaw", 29.5, "count", 3L));
		assertEquals(origin, Provenance.parse(origin.toJson()));
		assertNull(PictureWriter.origin(image()));
	}

	@Test
	void theManifestTellsWhatWasDone() {
		final JsonObject json = JsonParser.parseString(ContentCredentials.manifest(origin("warp", Map.of()), Path.of("a.png"))).getAsJsonObject();
		final var actions = json.getAsJsonArray("assertions").get(0).getAsJsonObject().getAsJsonObject("data").getAsJsonArray("actions");
		assertEquals("c2pa.opened", actions.get(0).getAsJsonObject().get("action").getAsString());
		assertEquals(CV + "compositeWithTrainedAlgorithmicMedia", actions.get(1).getAsJsonObject().get("digitalSourceType").getAsString());
		assertEquals("image/png", json.get("format").getAsString());
	}

	@Test
	void whatAFormatCannotHoldIsSaid() {
		RefusedPicturesTest.assertRefused("must end with", () -> PictureFormat.of(Path.of("a.gif")));
		RefusedPicturesTest.assertRefused("only TIFF", () -> PictureFormat.PNG.content(IJ.createImage("real", "32-bit", 2, 2, 1), 1, origin("warp", Map.of())));
		RefusedPicturesTest.assertRefused("3 slices", () -> PictureFormat.JPEG.content(IJ.createImage("stack", "8-bit", 2, 2, 3), 1, origin("warp", Map.of())));
	}
}
