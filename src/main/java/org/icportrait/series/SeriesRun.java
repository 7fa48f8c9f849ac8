package org.icportrait.series;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import org.icportrait.identity.Identity;
import org.icportrait.light.LightReading;
import org.icportrait.portrait.Generator;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.portrait.Provenance;
import org.icportrait.portrait.Scene;
import org.icportrait.request.LightWords;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Requests;
import org.icportrait.request.Sidecar;
import org.icportrait.request.Sources;
import org.icportrait.work.Progress;

/**
 * Makes a series cell by cell: the person is prepared once, each view is turned once, and all its lights follow. What is made is handed
 * over at once, so that whoever cancels keeps it and nothing but one cell is held here. Not thread-safe; use one for one run.
 */
public final class SeriesRun {

	private final Generator generator;
	private final SeriesPlan plan;
	private final PortraitRequest asked;
	private final Sources sources;
	private final Map<LightWords, LightReading> lights = new HashMap<>();
	private final Set<String> methods = new LinkedHashSet<>();
	/** Of the origin of a cell, which all cells share. */
	private final Map<String, Object> remarks = new LinkedHashMap<>();
	private CellReader reader;
	/** Null where nothing is measured, or the pack cannot tell. */
	private Identity own;

	/**
	 * @param generator stays its owner's
	 * @param asked person, face, background, what turns, how it is written: all that cells share
	 * @param sources opens what the lights name; each is read once
	 */
	public SeriesRun(final Generator generator, final SeriesPlan plan, final PortraitRequest asked, final Sources sources) {
		this.generator = generator;
		this.plan = plan;
		this.asked = asked;
		this.sources = sources;
	}

	/** By the way of making that is asked for. Throws {@link org.icportrait.work.BadInput} where the engine's pack does not have it. */
	public static SeriesRun of(final PortraitEngine engine, final SeriesPlan plan, final PortraitRequest asked, final Sources sources) {
		return new SeriesRun(engine.generator(Requests.generation(asked, sources)), plan, asked, sources);
	}

	/**
	 * An origin of all that was made so far, which says by which methods (a view in which nothing turned is geometric in any case) and what the cells' origins remark on the photographs.
	 *
	 * @param whole says all else
	 */
	public Provenance origin(final Provenance whole) {
		Provenance made = whole.with(Provenance.METHOD, List.copyOf(methods));
		for (final Map.Entry<String, Object> remark : remarks.entrySet()) made = made.with(remark.getKey(), remark.getValue());
		return made;
	}

	/** The same; every cell is read and measured. */
	public SeriesRun measured(final CellReader by) {
		reader = by;
		return this;
	}

	/**
	 * Makes all cells, view by view.
	 *
	 * @param told gets each cell as soon as it is made, on this thread
	 * @throws java.util.concurrent.CancellationException when the progress says so; the cells that were told are whole
	 */
	public void run(final Person who, final Consumer<SeriesCell> told, final Progress progress) {
		progress.report(0, "Preparing the person");
		own = reader == null ? null : reader.identify(who, progress);
		try (Generator.Prepared prepared = generator.prepare(who, progress.sub(0, PREPARING))) {
			for (int i = 0; i < plan.size(); i++) {
				progress.check();
				final double from = PREPARING + (1 - PREPARING) * i / plan.size(), to = PREPARING + (1 - PREPARING) * (i + 1) / plan.size();
				told.accept(make(prepared, who, i, new CellProgress(progress.sub(from, to), title(i))));
			}
		}
		progress.report(1, "Series done");
	}

	/** Share of the work before the first cell. */
	private static final double PREPARING = 0.02;

	private String title(final int number) {
		return (number + 1) + " of " + plan.size() + ": " + plan.views().get(number / plan.lights().size()).label() + ", " + plan.lights().get(number % plan.lights()
			.size()).label();
	}

	private SeriesCell make(final Generator.Prepared prepared, final Person who, final int number, final Progress progress) {
		final int view = number / plan.lights().size(), light = number % plan.lights().size();
		final PortraitRequest request = plan.request(asked, plan.views().get(view), plan.lights().get(light));
		final Scene scene = scene(request, progress.sub(0, 0.1));
		final PortraitResult made = prepared.make(scene, progress.sub(0.1, reader == null ? 1 : 0.6));
		methods.add(Objects.toString(made.provenance().facts().get(Provenance.METHOD), generator.name()));
		for (final String name : Provenance.REMARKS) if (made.provenance().facts().containsKey(name)) remarks.put(name, made.provenance().facts().get(name));
		final PortraitRequest found = Requests.found(request, scene);
		final CellFigures figures = reader == null ? null : reader.read(who, own, made, progress.sub(0.6, 1));
		return new SeriesCell(view, light, found, made.asked(Sidecar.describe(found)), figures);
	}

	/** With a light that is read once for all views that it falls on. */
	private Scene scene(final PortraitRequest request, final Progress progress) {
		final Scene unlit = Requests.resolve(request.of(LightWords.KEEP), sources, progress);
		if (!lights.containsKey(request.light())) lights.put(request.light(), Requests.resolve(request, sources, progress).light());
		return unlit.withLight(lights.get(request.light()));
	}

	/** A cell's own stages do not matter to people; which cell it is does. */
	private record CellProgress(Progress whole, String title) implements Progress {

		@Override
		public void report(final double fraction, final String stage) {
			whole.report(fraction, title);
		}

		@Override
		public boolean isCancelled() {
			return whole.isCancelled();
		}
	}
}
