package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

import org.icportrait.bridge.EggHead;
import org.icportrait.bridge.Macros;
import org.icportrait.files.PictureWriter;
import org.icportrait.portrait.Provenance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photographs opened in macros, and stacks of them. */
class OpenPortraitTest {

	@TempDir
	Path folder;

	@BeforeEach
	void models() {
		Macros.closeAll();
		EggHead.useInCommands();
	}

	@AfterEach
	void closeAll() {
		Macros.closeAll();
	}

	private String run(final String macro) {
		return Macros.run(macro.replace("DIR/", folder + "/"), "");
	}

	/** The ending stays at the end, and results of the second image do not have it in their middle. */
	@Test
	void aSecondImageIsNumberedBeforeItsEnding() {
		final String log = run("for (i = 0; i < 3; i++) run('Open Sample Portrait');\nprint('<' + getTitle() + '>');\n");
		assertTrue(log.contains("<sample portrait-3.png>"), log);
		IJ.save(EggHead.one(), folder.resolve("egg.png").toString());
		final String made = run("for (i = 0; i < 2; i++) run('Open Portrait...', 'file=[DIR/egg.png]');\nrun('Analyze Portrait...', '');\nprint('<' + getTitle() + '>');\n");
		assertTrue(made.contains("<egg-2-analyzed>"), made);
	}

	/** A PNG that says that it lies on its side. */
	private Path phone() throws IOException {
		final Path file = folder.resolve("phone.png");
		final ImagePlus image = EggHead.one();
		IJ.save(image, file.toString());
		final byte[] png = Files.readAllBytes(file);
		final byte[] body = "eXIfMM\0*\0\0\0\b\0\1\1\u0012\0\3\0\0\0\1\0\6\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
		final CRC32 crc = new CRC32();
		crc.update(body);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(png, 0, 33);
		out.writeBytes(ByteBuffer.allocate(body.length + 8).putInt(body.length - 4).put(body).putInt((int) crc.getValue()).array());
		out.write(png, 33, png.length - 33);
		return Files.write(file, out.toByteArray());
	}

	@Test
	void aPhotographComesUprightAndIsActive() throws IOException {
		phone();
		final String log = run("run('Open Portrait...', 'file=[DIR/phone.png]');\nprint('<' + getTitle() + '>');\nrun('Warp View...', 'yaw=10');\nprint('<' + getTitle() + '>');");
		assertTrue(log.contains("phone.png: turned upright (EXIF orientation 6)"), log);
		assertTrue(log.contains("<phone.png>") && log.contains("<phone-view>"), log);
		assertFalse(log.contains("heed"), log);
	}

	@Test
	void whatImageJOpenedItselfIsWarnedOf() throws IOException {
		phone();
		final String log = run("open('DIR/phone.png');\nrun('Warp View...', 'yaw=10');\nprint('<' + getTitle() + '>');");
		assertTrue(log.contains("Warp View...: the file of \"phone.png\" lies on its side (EXIF orientation 6), which ImageJ does not heed"), log);
		assertTrue(log.contains("<phone-view>"), "it goes on: " + log);
	}

	@Test
	void whatCannotBeReadStopsTheMacro() throws IOException {
		Files.writeString(folder.resolve("page.jpg"), "<!DOCTYPE html><html></html>");
		final String log = run("run('Open Portrait...', 'file=[DIR/page.jpg]');\nprint('went on');");
		assertTrue(log.contains("page.jpg is a web page") && !log.contains("went on"), log);
	}

	private void stack(final int... columns) {
		final ImageStack stack = new ImageStack(EggHead.SIDE, EggHead.SIDE);
		for (final int column : columns) stack.addSlice("at " + column, (column < 0 ? EggHead.faces(EggHead.SIDE) : EggHead.faces(EggHead.SIDE, column, 3)).getProcessor());
		IJ.save(new ImagePlus("", stack), folder.resolve("pages.tif").toString());
	}

	@Test
	void allPagesAndAllSlices() {
		stack(3, 4, 5);
		final String log = run("run('Open Portrait...', 'file=[DIR/pages.tif] pages=all');\nprint('<' + nSlices + '>');\n" +
			"run('Warp View...', 'yaw=20 slices=all correspondence=true');\nprint('<' + getTitle() + ' ' + nSlices + '>');");
		assertTrue(log.contains("<3>") && log.contains("<pages-view 3>"), log);
		final ImagePlus view = WindowManager.getImage("pages-view"), map = WindowManager.getImage("pages-correspondence");
		final int[][] pixels = new int[3][];
		for (int i = 0; i < 3; i++) pixels[i] = (int[]) view.getStack().getPixels(i + 1);
		assertTrue(MacroTests.middle(pixels[0]) + 40 < MacroTests.middle(pixels[1]) && MacroTests.middle(pixels[1]) + 40 < MacroTests.middle(pixels[2]), "each slice is its own");
		assertEquals(3, map.getNSlices());
		assertEquals(view.getStackSize() * map.getNChannels(), map.getStackSize());
		assertEquals(List.of("1 at 3", "2 at 4", "3 at 5"), PictureWriter.origin(view).facts().get("slices"), "the origin names them");
		assertTrue(view.getInfoProperty().contains(Provenance.NOTICE) && view.getStack().getSliceLabel(2).contains("pages-2.tif"), view.getStack().getSliceLabel(2));
	}

	@Test
	void aSliceOfAllEqualsThatSliceAlone() {
		stack(3, 5);
		run("open('DIR/pages.tif');\nsetSlice(2);\nrun('Warp View...', 'yaw=20');\nsaveAs('PNG', 'DIR/one.png');\nselectImage('pages.tif');\n" +
			"run('Warp View...', 'yaw=20 slices=all');\nsetSlice(2);\nsaveAs('PNG', 'DIR/two.png');");
		org.junit.jupiter.api.Assertions.assertArrayEquals((int[]) IJ.openImage(folder.resolve("one.png").toString()).getProcessor().getPixels(), (int[]) IJ.openImage(folder
			.resolve("two.png").toString()).getProcessor().getPixels());
	}

	/** Whoever stacks photographs knows them by their labels. */
	@Test
	void slicesKeepTheirLabelsInStacksAndTables() {
		stack(3, 5);
		final String log = run("open('DIR/pages.tif');\nrun('Clear Results');\nrun('Warp View...', 'yaw=20 slices=all correspondence=true');\nsetSlice(2);\nprint('<' + getInfo('slice.label') + '>');\n" +
			"selectImage('pages-correspondence');\nStack.setPosition(1, 2, 1);\nprint('<' + getInfo('slice.label') + '>');\nselectImage('pages.tif');\nrun('Analyze Portrait...', 'slices=all');\n" +
			"selectImage('pages.tif');\nsetSlice(1);\nrun('Analyze Portrait...');\nfor (i = 0; i < 3; i++) print('<' + getResultString('Label', i) + '>');");
		for (final String label : new String[] { "<2 at 5>", "<2 at 5 x (px)>", "<pages-1.tif:at 3>", "<pages-2.tif:at 5>", "<pages.tif:at 3>" }) assertTrue(log.contains(label), label + " is not in: " + log);
	}

	@Test
	void framesStayFrames() {
		stack(3, 4, 5, 6);
		final String log = run("open('DIR/pages.tif');\nrun('Stack to Hyperstack...', 'order=xyczt(default) channels=1 slices=2 frames=2 display=Color');\n" +
			"run('Warp View...', 'yaw=20 slices=all correspondence=true');\ngetDimensions(w, h, c, z, t);\nprint('<' + c + ' ' + z + ' ' + t + ' ' + Stack.isHyperstack + '>');\n" +
			"selectImage('pages-correspondence');\ngetDimensions(w, h, c, z, t);\nprint('<' + c + ' ' + z + ' ' + t + '>');");
		assertTrue(log.contains("<1 2 2 1>") && log.contains("<3 2 2>"), log);
	}

	@Test
	void aSliceWithoutAFaceIsNamed() {
		stack(3, -1);
		final String log = run("open('DIR/pages.tif');\nrun('Warp View...', 'yaw=20 slices=all');\nprint('went on');");
		assertTrue(log.contains("Slice 2 of 2: No face") && !log.contains("went on"), log);
	}
}
