package org.icportrait.request;

import static org.icportrait.request.WordsTest.assertSentence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.icportrait.generate.Denoising;
import org.icportrait.generate.Extras;
import org.icportrait.geometry.Pose;
import org.icportrait.light.StitchOptions;
import org.icportrait.portrait.Provenance;
import org.icportrait.request.LightWords.Numbers;

import org.junit.jupiter.api.Test;

class SidecarTest {

	private static final Source PHOTO = new Source("../in/a b.png", "0f".repeat(32)), OTHER = new Source("x\"y\nz.png", "ab".repeat(32));

	private static PortraitRequest request(final String word) {
		final LightWords light = LightWords.of(word, new Numbers(0.1 + 0.2, -33.3, 10, 0.25, "1 2 3 4 5 6 7 8 9e-3"), OTHER, new StitchOptions(0.5, 12, Long.MAX_VALUE, true));
		return new PortraitRequest(PortraitRequest.GENERATE, List.of(PHOTO), FaceWords.inside(1.5, 2, 30, 40), ViewWords.of("absolute",
			new Pose(1.0 / 3, -5, 0), null, "bust", "colour", "#12AB34"), light, MethodWords.of("in-context", new Denoising(5, 0.5, 1.5, Long.MAX_VALUE, 3), new Source("mask.png", "cd".repeat(32))), new Outputs("tiff", true, false).with(new Extras(3, true, false, true, true)));
	}

	private static String text(final PortraitRequest request) {
		return new Provenance("generate", Sidecar.describe(request), Map.of("sha256", "1234", "yaw", 3.5), "1", "pack", Map.of(), "cpu").toJson();
	}

	/** Every number comes back to the bit, whatever the light. */
	@Test
	void aSidecarIsARequest() {
		for (final String word : LightWords.words()) {
			final String text = text(request(word));
			assertEquals(request(word), Sidecar.request(text, "a.json"), word);
			assertEquals("1234", Sidecar.made(text, "sha256"));
			assertNull(Sidecar.made(text, "nothing"));
			assertTrue(text.contains(Provenance.NOTICE));
		}
	}

	@Test
	void whatIsNoSidecarIsSaid() {
		for (final String text : List.of("", "[]", "null", "{", "\u0000", "{\"request\": 3}", "{\"request\": {\"action\": [1]}}", "{\"request\": {}}", "{}",
			"{\"made\": {}}", "{\"request\": {\"action\": \"warp\", \"profiles\": []}}", "{\"request\": {\"action\": \"warp\", \"profiles\": [null]}}"))
		{
			assertSentence("", () -> Sidecar.request(text, "a.json"));
		}
	}

	/** The word stays as it was asked for, whatever was made of it, and with it the hash by which a later run knows its results. */
	@Test
	void everyMethodKeepsItsWordAndItsHash() {
		for (final String word : List.of("automatic", "in-context", "geometric")) {
			final PortraitRequest asked = plain(MethodWords.of(word, Denoising.DEFAULT)), read = Sidecar.request(text(asked), "a.json");
			assertEquals(word, read.method().method());
			assertEquals(Sidecar.hash(asked), Sidecar.hash(read));
		}
		assertEquals(plain(MethodWords.DEFAULT), Sidecar.request(text(plain(MethodWords.DEFAULT)).replace("\"steps\": 1,", ""), "a.json"), "numbers may be left out");
	}

	/** Sidecars that were written before there were methods are of pictures made by geometry. */
	@Test
	void aSidecarWithoutAMethodIsGeometric() {
		final String old = text(plain(MethodWords.GEOMETRY)).replaceFirst("\"method\": \\{[^}]*},", "");
		assertFalse(old.contains("geometric"), old);
		assertEquals(plain(MethodWords.GEOMETRY), Sidecar.request(old, "a.json"));
	}

	private static PortraitRequest plain(final MethodWords method) {
		return new PortraitRequest(PortraitRequest.GENERATE, List.of(PHOTO), null, null, null, method, null);
	}

	/** Else a damaged or later sidecar would silently make another picture. */
	@Test
	void whatIsAskedForUnderAnUnknownNameIsRefused() {
		final String text = text(request("key left"));
		for (final String name : List.of("view", "yaw", "colour", "light", "strength", "path", "sha256", "selection", "outputs", "beside", "flow")) {
			final String request = text.substring(0, text.indexOf("\"made\""));
			final String damaged = request.replaceFirst("\"" + name + "\":", java.util.regex.Matcher.quoteReplacement("\"" + name + "\\u001b\":")) + text.substring(request.length());
			assertSentence("asks for \"" + name + "\\u001b\", which is not known", () -> Sidecar.request(damaged, "a.json"));
		}
		assertEquals(request("key left"), Sidecar.request(text.replace("\"notice\"", "\"remark\""), "a.json"), "beside the request anything may stand");
	}

	/** A sidecar that somebody edited passes the checks of the dialogs. */
	@Test
	void editedNumbersAreChecked() {
		final String text = text(request("key left"));
		assertSentence("strength", () -> Sidecar.request(text.replace("0.30000000000000004", "17"), "a.json"));
		assertSentence("yaw", () -> Sidecar.request(text.replace("0.3333333333333333", "95"), "a.json"));
		assertSentence("action", () -> Sidecar.request(text.replace("\"generate\"", "\"destroy\""), "a.json"));
		assertSentence("not known", () -> Sidecar.request(text.replace("key left", "moon"), "a.json"));
		assertSentence("variants", () -> Sidecar.request(text.replace("\"variants\": 3", "\"variants\": 300"), "a.json"));
		assertSentence("in-context", () -> Sidecar.request(text.replace("\"in-context\"", "\"geometric\""), "a.json"));
		assertSentence("format", () -> Sidecar.request(text.replace("\"tiff\"", "\"gif\""), "a.json"));
	}

	@Test
	void sourcesAreRenamedAllTogether() {
		final PortraitRequest renamed = request("photograph").renamed(source -> new Source("z/" + source.path(), source.sha256()));
		assertEquals("z/../in/a b.png", renamed.profiles().get(0).path());
		assertEquals("z/mask.png", renamed.method().mask().path());
		assertEquals("z/x\"y\nz.png", renamed.light().reference().path());
		assertEquals(request("photograph").light().seed(), renamed.light().seed());
	}
}
