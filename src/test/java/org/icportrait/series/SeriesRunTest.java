package org.icportrait.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ColorProcessor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.icportrait.bridge.EggHead;
import org.icportrait.face.FaceChoice;
import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.light.HeadBox;
import org.icportrait.light.LightReading;
import org.icportrait.light.StitchOptions;
import org.icportrait.portrait.Generator;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Provenance;
import org.icportrait.portrait.Scene;
import org.icportrait.request.LightWords;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Requests;
import org.icportrait.request.Source;
import org.icportrait.request.Sources;
import org.icportrait.request.ViewWords;
import org.icportrait.view.View;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The run on the egg: what is done how often, what cells hold, what a cancel leaves. */
class SeriesRunTest {

	private static final PortraitRequest ASKED = new PortraitRequest(PortraitRequest.GENERATE, List.of(Source.titled("egg")), null, ViewWords.of("absolute",
		Pose.FRONTAL, null, "head", "keep", null), LightWords.KEEP, null, null);
	private static PortraitEngine engine;
	private static Person egg;

	private final List<String> calls = new ArrayList<>();
	private final Sky sky = new Sky();

	@BeforeAll
	static void open() {
		engine = PortraitEngine.open(EggHead.engine());
		egg = Person.of(engine.analyze(Photograph.of(EggHead.one()).picture(), FaceChoice.largest(), Progress.NONE));
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	/** Counts how often surroundings are opened. */
	private static final class Sky implements Sources {

		private int opened;

		@Override
		public Profile portrait(final Source source, final FaceChoice choice, final Progress progress) {
			throw new AssertionError();
		}

		@Override
		public LightReading light(final Source source, final HeadBox box, final StitchOptions options, final Progress progress) {
			throw new AssertionError();
		}

		@Override
		public Picture mask(final Source source) {
			throw new AssertionError("no mask");
		}

		@Override
		public Picture panorama(final Source source) {
			opened++;
			final Picture sky = new Picture(64, 32, 3);
			for (int c = 0; c < 3; c++) sky.set(48, 12, c, 100);
			return sky;
		}
	}

	/** The geometric generator with its calls written down. */
	private Generator watched() {
		final Generator real = engine.geometric();
		return new Generator() {

			@Override
			public String name() {
				return real.name();
			}

			@Override
			public Prepared prepare(final Person who, final Progress progress) {
				calls.add("prepare");
				final Prepared prepared = real.prepare(who, progress);
				return new Prepared() {

					private View last;

					@Override
					public PortraitResult make(final Scene scene, final Progress inner) {
						final PortraitResult made = prepared.make(scene, inner);
						calls.add(made.view() == last ? "light" : "turn");
						last = made.view();
						return made;
					}

					@Override
					public void close() {
						calls.add("close");
						prepared.close();
					}
				};
			}

			@Override
			public void close() {}
		};
	}

	private List<SeriesCell> run(final SeriesPlan plan, final Progress progress) {
		final List<SeriesCell> cells = new ArrayList<>();
		new SeriesRun(watched(), plan, ASKED, sky).run(egg, cells::add, progress);
		return cells;
	}

	@Test
	void thePersonIsPreparedOnceAndEachViewTurnedOnce() {
		final List<SeriesCell> cells = run(SeriesPlan.of("none", "-20,20", "", "keep,key left,rim", null), Progress.NONE);
		assertEquals(List.of("prepare", "turn", "light", "light", "turn", "light", "light", "close"), calls);
		assertEquals(List.of("0 0", "0 1", "0 2", "1 0", "1 1", "1 2"), cells.stream().map(cell -> cell.view() + " " + cell.light()).toList());
	}

	/** A cell is what its request makes alone, to the bit, and says so. */
	@Test
	void cellsAreWhatTheirRequestsMake() {
		final SeriesPlan plan = SeriesPlan.of("multi-pie", "", "", "", null);
		final SeriesPlan part = new SeriesPlan(plan.set(), plan.views().subList(8, 10), plan.lights().subList(4, 6), List.of());
		for (final SeriesCell cell : run(part, Progress.NONE)) {
			final Scene scene = Requests.resolve(cell.request(), sky, Progress.NONE);
			assertArrayEquals(engine.make(egg, scene, Progress.NONE).picture().data(), cell.result().picture().data());
			assertEquals(part.views().get(cell.view()).pose().yaw(), Pose.of(cell.result().view().rotation()).yaw(), 1e-6);
			assertTrue(cell.result().provenance().request().toString().contains("azimuth=" + cell.request().light().azimuth()));
		}
	}

	@Test
	void surroundingsTurnAndAreOpenedOnceForEachTurn() {
		final List<SeriesCell> cells = run(SeriesPlan.of("none", "-10:10:10", "", "environment 0:180:180", Source.titled("sky")), Progress.NONE);
		assertEquals(2, sky.opened);
		assertEquals(-cells.get(0).result().light().lamps().get(0).x(), cells.get(1).result().light().lamps().get(0).x(), 1e-6);
	}

	/** The turn is part of the request, so that a cell of turned surroundings can be repeated. */
	@Test
	void theTurnOfSurroundingsIsInTheRequest() {
		final SeriesCell cell = run(SeriesPlan.of("none", "0", "", "environment 90", Source.titled("sky")), Progress.NONE).get(0);
		assertEquals(90, cell.request().light().turned());
		assertTrue(cell.result().provenance().toJson().contains("\"turned\": 90"), cell.result().provenance().toJson());
	}

	@Test
	void aCancelKeepsTheCellsThatWereMade() {
		final List<SeriesCell> cells = new ArrayList<>();
		final Progress third = new Progress() {

			@Override
			public boolean isCancelled() {
				return cells.size() >= 3;
			}
		};
		final SeriesRun run = new SeriesRun(watched(), SeriesPlan.of("none", "-20:20:20", "", "keep,key left", null), ASKED, sky);
		assertThrows(CancellationException.class, () -> run.run(egg, cells::add, third));
		assertEquals(3, cells.size());
		assertEquals("close", calls.get(calls.size() - 1), "what was prepared is let go of");
	}

	/** Each stage names its cell and never runs backwards. */
	@Test
	void progressNamesTheCells() {
		final List<String> stages = new ArrayList<>();
		final List<Double> fractions = new ArrayList<>();
		run(SeriesPlan.of("none", "0,15", "", "keep,key left", null), new Progress() {

			@Override
			public void report(final double fraction, final String stage) {
				fractions.add(fraction);
				if (!stages.contains(stage)) stages.add(stage);
			}
		});
		assertTrue(stages.contains("4 of 4: yaw +15, key left"), stages.toString());
		for (int i = 1; i < fractions.size(); i++) assertTrue(fractions.get(i) >= fractions.get(i - 1) - 1e-12);
		assertEquals(1, fractions.get(fractions.size() - 1));
	}

	@Test
	void nothingIsMeasuredUnlessAsked() {
		final SeriesPlan plan = SeriesPlan.of("none", "0", "", "keep", null);
		assertNull(run(plan, Progress.NONE).get(0).figures());
		final List<SeriesCell> cells = new ArrayList<>();
		new SeriesRun(engine.geometric(), plan, ASKED, sky).measured(new CellReader(engine)).run(egg, cells::add, Progress.NONE);
		final CellFigures figures = cells.get(0).figures();
		assertNotNull(figures.read());
		assertTrue(figures.seen() > 0 && figures.seen() <= 1);
		final SeriesTable table = new SeriesTable(plan);
		table.add(cells.get(0));
		assertNull(figures.likeness());
		assertEquals(Double.NaN, table.row(0).get("Likeness"));
	}

	/** The pack of the other tests cannot tell faces apart; this one can, by the colour of their skin. */
	@Test
	void likenessIsMeasuredWhereThePackCan() {
		final List<SeriesCell> cells = new ArrayList<>();
		final SeriesPlan plan = SeriesPlan.of("none", "0,10", "", "keep", null);
		try (PortraitEngine other = PortraitEngine.open(EggHead.engine().withPack(EggHead.packWithStitch()))) {
			new SeriesRun(other.geometric(), plan, ASKED, sky).measured(new CellReader(other)).run(egg, cells::add, Progress.NONE);
		}
		final SeriesTable table = new SeriesTable(plan);
		cells.forEach(table::add);
		for (int i = 0; i < 2; i++) {
			final double likeness = (Double) table.row(i).get("Likeness");
			assertTrue(likeness > 0.98, "likeness " + likeness);
			assertTrue((Double) table.row(i).get("Likeness low") <= likeness && (Double) table.row(i).get("Likeness high") >= likeness);
		}
		assertTrue(table.summary().get("consistency (mean likeness to the grid)") > 0.98);
		assertEquals(table.summary().get("mean likeness to the photograph"), ((Double) table.row(0).get("Likeness") + (Double) table.row(1).get("Likeness")) / 2, 1e-9);
	}

	/** A cell and the same picture cut anew from its sidecar have pixels of one size: those of the whole pixels that are kept. */
	@Test
	void aCellAndItsRepetitionHaveOneCalibration() {
		final SeriesPlan plan = SeriesPlan.of("manyfaces", "", "", "", null);
		final SeriesFrame frame = SeriesFrame.of(plan, egg.first());
		final ImagePlus whole = EggHead.one(), cell = new ImagePlus("", new ColorProcessor(frame.width(), frame.height()));
		whole.getCalibration().pixelWidth = whole.getCalibration().pixelHeight = 0.5;
		cell.setCalibration(whole.getCalibration().copy());
		frame.calibrate(cell);
		final View view = engine.turn(egg, Scene.UNCHANGED.withPose(PoseChoice.absolute(20, 0, 0)), Progress.NONE).view();
		final Calibration again = frame.part(view).of(whole).getCalibration();
		assertEquals(again.pixelWidth, cell.getCalibration().pixelWidth);
		assertEquals(again.pixelHeight, cell.getCalibration().pixelHeight);
	}

	/** A doubt of the photographs stands in the origin of every cell; that of the whole says it too. */
	@Test
	void theWholeDoubtsWhatItsCellsDoubt() {
		final SeriesPlan plan = SeriesPlan.of("none", "20", "", "keep", null);
		assertNull(whole(plan, watched()).facts().get(Provenance.DOUBT));
		final Provenance whole = whole(plan, doubting(watched()));
		assertEquals("somebody else", whole.facts().get(Provenance.DOUBT));
		assertEquals(List.of("geometric"), whole.facts().get(Provenance.METHOD));
	}

	private Provenance whole(final SeriesPlan plan, final Generator generator) {
		final SeriesRun run = new SeriesRun(generator, plan, ASKED, sky);
		run.run(egg, cell -> {}, Progress.NONE);
		return run.origin(engine.provenance("series", Map.of()));
	}

	private static Generator doubting(final Generator real) {
		return new Generator() {

			@Override
			public String name() {
				return real.name();
			}

			@Override
			public Prepared prepare(final Person who, final Progress progress) {
				final Prepared prepared = real.prepare(who, progress);
				return new Prepared() {

					@Override
					public PortraitResult make(final Scene scene, final Progress inner) {
						final PortraitResult made = prepared.make(scene, inner);
						return new PortraitResult(made.picture(), made.alpha(), made.view(), made.canvas(), made.light(), made.generated(), made.extras(),
							made.provenance().with(Provenance.DOUBT, "somebody else"));
					}

					@Override
					public void close() {
						prepared.close();
					}
				};
			}

			@Override
			public void close() {}
		};
	}
}
