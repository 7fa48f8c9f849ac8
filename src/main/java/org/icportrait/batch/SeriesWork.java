package org.icportrait.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

import org.icportrait.files.OpenedPicture;
import org.icportrait.files.PictureReader;
import org.icportrait.files.PictureWriter;
import org.icportrait.imagej.Photograph;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Provenance;
import org.icportrait.request.Outputs;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Sidecar;
import org.icportrait.request.ViewWords;
import org.icportrait.series.CellImages;
import org.icportrait.series.CellReader;
import org.icportrait.series.SeriesCell;
import org.icportrait.series.SeriesFolder;
import org.icportrait.series.SeriesFrame;
import org.icportrait.series.SeriesLight;
import org.icportrait.series.SeriesMontage;
import org.icportrait.series.SeriesPlan;
import org.icportrait.series.SeriesRun;
import org.icportrait.series.SeriesTable;
import org.icportrait.series.SeriesView;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.icportrait.work.TimeLeft;

/** A series of each photograph, written cell by cell. */
final class SeriesWork extends JobWork {

	private final SeriesPlan plan;
	private final boolean measured;
	private final JoinedPhotographs joined;

	/** Throws {@link org.icportrait.work.BadInput} where what the plan refers to cannot be used. @param measured whether the pictures are read again, for the table */
	SeriesWork(final FileCommand command, final PortraitEngine engine, final SeriesPlan plan, final boolean measured) {
		super(command, engine);
		this.plan = plan;
		this.measured = measured;
		SeriesRun.of(engine, plan, command.asked(), null);
		joined = new JoinedPhotographs(command.asked(), new FileSources(engine, Path.of("")));
		plan.notes().forEach(note -> command.console().say(plan.set().title() + ": " + note));
	}

	@Override
	Outcome write(final Job job, final HeapShare heap) {
		final PortraitRequest request = request(job);
		final RunMixin run = command().run();
		final SeriesFolder folder = new SeriesFolder(run.out(), plan, name(job), request.outputs().format().equals(Outputs.TIFF), run.overwrites() || run.resumes() && isOurs(job, request))
			.withCredentials(run.writesCredentials()).withCoverage(ViewWords.TRANSPARENT.equals(request.view().background()));
		folder.prepare(command().inputs());
		try (HeapShare.Taken share = heap.take(PictureReader.size(job.file()))) {
			final OpenedPicture picture = FileSources.photograph(job.file(), job.page());
			final Photograph photograph = Photograph.of(picture.image());
			if (run.format() == ResultWriter.Format.PNG) PictureWriter.requirePng(picture.image());
			final Profile profile = photograph.look(() -> engine().analyze(photograph.picture(), request.face().choice(), Progress.NONE));
			final Made made = new Made(picture, new CellImages(plan, photograph, SeriesFrame.of(plan, profile)), folder);
			final SeriesRun series = SeriesRun.of(engine(), plan, request, new FileSources(engine(), run.out()));
			if (measured) series.measured(new CellReader(engine()));
			series.run(joined.person(profile, request), made::take, Progress.NONE);
			return made.give(series, request, job);
		}
	}

	/** The photograph's, of the names that the set gives. */
	private static String name(final Job job) {
		return job.name().substring(0, job.name().length() - SeriesFiles.SUFFIX.length() - 1);
	}

	/** The sheet comes last. */
	@Override
	boolean isDone(final Job job) {
		final PortraitRequest request = request(job);
		return Files.exists(picture(job)) && cells(job, request, (sidecar, cell) -> EarlierResults.isDone(sidecar, cell, engine()));
	}

	@Override
	Path picture(final Job job) {
		return command().out().resolve(name(job) + "-series.png");
	}

	/** Whether every sidecar that is there tells of this very series, so that a run that was cut off may go over it again. */
	private boolean isOurs(final Job job, final PortraitRequest request) {
		return cells(job, request, (sidecar, cell) -> !Files.exists(sidecar) || EarlierResults.isOf(sidecar, cell));
	}

	private boolean cells(final Job job, final PortraitRequest request, final BiPredicate<Path, PortraitRequest> holds) {
		for (final SeriesView view : plan.views()) for (final SeriesLight light : plan.lights()) {
			if (!holds.test(command().out().resolve(plan.fileName(name(job), view, light) + ".json"), plan.request(request, view, light))) return false;
		}
		return true;
	}

	/** What becomes of one photograph. */
	private final class Made {

		private final OpenedPicture picture;
		private final CellImages images;
		private final SeriesFolder folder;
		private final SeriesTable table = new SeriesTable(plan);
		private final SeriesMontage sheet = new SeriesMontage(plan);
		private final TimeLeft left = new TimeLeft(System::nanoTime);
		private int count;

		Made(final OpenedPicture picture, final CellImages images, final SeriesFolder folder) {
			this.picture = picture;
			this.images = images;
			this.folder = folder;
		}

		void take(final SeriesCell cell) {
			final Path file = folder.put(cell, images, Results.origin(images.origin(cell), picture));
			sheet.put(cell, images.picture(cell).convertToRGB());
			if (measured) {
				table.add(cell);
				folder.put(table);
			}
			left.at((double) ++count / plan.size());
			command().console().say(file + " (" + count + " of " + plan.size() + (left.told().isEmpty() ? "" : ", " + left.told()) + ")");
		}

		/** The sheet's file comes last. */
		Outcome give(final SeriesRun series, final PortraitRequest asked, final Job job) {
			if (measured) {
				final List<String> figures = new ArrayList<>();
				table.summary().forEach((what, number) -> {
					if (Double.isFinite(number)) figures.add(what + " " + text(number));
				});
				command().console().say(name(job) + ": " + String.join("; ", figures));
			}
			final Provenance whole = series.origin(engine().provenance(SeriesFiles.SUFFIX, table.facts(count)));
			final Results made = Results.of(whole.asked(Sidecar.describe(asked)), sheet.image(SeriesFiles.SUFFIX), null).of(picture);
			return Outcome.done(folder.put(made.files().get(0).image(), made.files().get(0).origin()), made.notes());
		}
	}

	/** Counts as whole numbers, what is measured with four digits. */
	private static String text(final double number) {
		return number == Math.rint(number) ? Long.toString((long) number) : String.format(Locale.ROOT, "%.4g", number);
	}
}
