package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.SimpleBindings;

import org.icportrait.bridge.EggHead;
import org.junit.jupiter.api.Test;

/** Shipped macros and scripts without a screen. */
class ShippedMacrosTest extends ShippedMacroTests {

	@Override
	String prelude() {
		return "";
	}

	@Test
	void viewByLightGridInGroovy() throws Exception {
		final ScriptEngine groovy = new ScriptEngineManager().getEngineByName("groovy");
		final SimpleBindings bindings = new SimpleBindings();
		bindings.put("image", EggHead.one());
		bindings.put("models", EggHead.pack());
		bindings.put("folder", folder.toString());
		final List<?> written = (List<?>) groovy.eval(Files.readString(MACROS.resolve("View_x_Light_Grid.groovy")), bindings);
		assertEquals(9, written.size());
		for (final Object file : written) assertTrue(Files.size((Path) file) > 0);
	}

	@Test
	void viewByLightSeriesInGroovy() throws Exception {
		final ScriptEngine groovy = new ScriptEngineManager().getEngineByName("groovy");
		final SimpleBindings bindings = new SimpleBindings();
		bindings.put("image", EggHead.one());
		bindings.put("models", EggHead.pack());
		bindings.put("folder", folder.toString());
		final List<?> written = (List<?>) groovy.eval(Files.readString(MACROS.resolve("View_x_Light_Series.groovy")), bindings);
		assertEquals(List.of("Rafd000_someone_key-left.png", "Rafd000_someone_key-right.png"), written.subList(0, 2).stream().map(file -> ((Path) file).getFileName()
			.toString()).toList());
		assertEquals(10, written.size());
		assertEquals(11, Files.readAllLines(folder.resolve("someone-series.csv")).size());
	}
}
