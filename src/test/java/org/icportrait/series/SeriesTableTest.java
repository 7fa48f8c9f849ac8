package org.icportrait.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;

import org.icportrait.bridge.EggHead;
import org.icportrait.face.FaceChoice;
import org.icportrait.geometry.Pose;
import org.icportrait.identity.Identity;
import org.icportrait.image.Lab;
import org.icportrait.imagej.Photograph;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** What rows are compared with is that of all rows, whenever they came, and is worked out once. */
class SeriesTableTest {

	private static final SeriesPlan PLAN = SeriesPlan.of("none", "0", "", "keep", null);

	private static SeriesCell cell(final Lab skin, final Identity face) {
		return new SeriesCell(0, 0, null, null, new CellFigures(Pose.FRONTAL, 1, 1, 0, 0, 1, skin, face, face.likenessTo(face)));
	}

	private static Identity face() {
		try (PortraitEngine engine = PortraitEngine.open(EggHead.engine().withPack(EggHead.packWithStitch()))) {
			return engine.identity(engine.analyze(Photograph.of(EggHead.one()).picture(), FaceChoice.largest(), Progress.NONE), Progress.NONE).orElseThrow();
		}
	}

	@Test
	void aRowThatComesLaterCountsForAll() {
		final Identity face = face();
		final SeriesTable table = new SeriesTable(PLAN);
		table.add(cell(new Lab(50, 0, 0), face));
		assertEquals(0.0, table.row(0).get("Skin Delta E"));
		table.add(cell(new Lab(60, 0, 0), face));
		assertEquals(5.0, table.row(0).get("Skin Delta E"));
		assertEquals(1, (Double) table.row(0).get("Likeness to grid"), 1e-6);
	}

	/** The largest series, whose table is written anew after each picture. */
	@Test
	void thousandsOfRowsTakeNoTime() {
		final Identity face = face();
		final SeriesTable table = new SeriesTable(PLAN);
		for (int i = 0; i < 4000; i++) table.add(cell(new Lab(50, 0, 0), face));
		final Map<String, Double> summary = assertTimeoutPreemptively(Duration.ofSeconds(5), table::summary);
		assertEquals(1, summary.get("consistency (mean likeness to the grid)"), 1e-6);
	}
}
