package org.icportrait.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.icportrait.work.BadInput;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in the way of any of the files that will come is said before the work begins. */
class SeriesFolderTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "none, false, .png, true", "none, false, .json, true", "none, false, .c2pa.json, true", "none, true, _coverage.png, true", "none, false, _coverage.png, false", "mf3d, false, _label.png, true",
		"none, false, _label.png, false" })
	void whatIsInTheWayIsSaidBefore(final String preset, final boolean tiff, final String ending, final boolean inTheWay) throws IOException {
		final SeriesPlan plan = SeriesPlan.of(preset, "0,20", "0", "keep", null);
		final SeriesFolder files = new SeriesFolder(folder, plan, "a", tiff, false).withCredentials(true).withCoverage(true);
		files.prepare(List.of());
		final Path notes = folder.resolve(plan.fileName("a", plan.views().get(1), plan.lights().get(0)) + ending);
		Files.writeString(notes, "mine");
		if (inTheWay) assertTrue(assertThrows(BadInput.class, () -> files.prepare(List.of())).getMessage().contains(notes + " is there already"));
		else files.prepare(List.of());
		assertEquals("mine", Files.readString(notes));
	}
}
