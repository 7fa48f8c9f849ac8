package org.icportrait.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.icportrait.files.OpenedPicture;
import org.icportrait.files.PictureReader;
import org.icportrait.geometry.Pose;
import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.PixelHash;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Provenance;
import org.icportrait.request.LightWords;
import org.icportrait.request.Outputs;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Sidecar;
import org.icportrait.request.Source;
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
import org.icportrait.series.StimulusSets;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.icportrait.work.TimeLeft;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Each person over many views and lights: pictures under the names of a set, a table, a sheet. */
@Command(name = "series", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, description = "Shows each person in many views and lights.")
final class SeriesFiles extends FileCommand {

	/** What job names end with, before a number where there are several. */
	private static final String SUFFIX = "series";

	@Option(names = "--preset", defaultValue = StimulusSets.NONE, description = "none, kdef, radboud, multi-pie, yale-b, manyfaces, mf3d or 15-step: views, lights and " +
		"file names of that set (default: ${DEFAULT-VALUE})")
	private String preset;
	@Option(names = "--yaw", paramLabel = "FROM:TO:STEP", defaultValue = "", description = "or angles separated by commas, in place of the set's; without a set " + SeriesPlan.YAWS)
	private String yaw;
	@Option(names = "--pitch", paramLabel = "FROM:TO:STEP", defaultValue = "", description = "likewise; every yaw is shown at every pitch; without a set " + SeriesPlan.PITCHES)
	private String pitch;
	@Option(names = "--lights", paramLabel = "LIGHT,...", defaultValue = "", description = "keep, key left ..., \"direction -90:90:30 20\" (azimuths, elevations), " +
		"\"environment 0:315:45\", photograph; without a set " + SeriesPlan.LIGHTS)
	private String lights;
	@Option(names = "--reference", paramLabel = "FILE", description = "what the lights environment and photograph take")
	private Path reference;
	@Mixin
	private AroundMixin around;
	@Mixin
	private MethodMixin method;
	@Option(names = "--seed", defaultValue = "1", description = "of what is generated, 0 or more (default: ${DEFAULT-VALUE})")
	private long seed;
	@Mixin
	private ProfilesMixin profiles;
	@Option(names = "--no-table", description = "does not read the pictures again, which takes about as long as making them")
	private boolean unmeasured;

	private SeriesPlan plan;
	private JoinedPhotographs joined;

	@Override
	List<Path> references() {
		return Stream.concat(Stream.ofNullable(reference), profiles.files().stream()).toList();
	}

	@Override
	void refuseIdle(final Predicate<String> given) {
		around.refuseIdle(given);
		if (!given.test("--reference") || plan.lights().stream().anyMatch(light -> LightWords.needsReference(light.words().light()))) return;
		throw new BadInput("None of the lights looks at --reference " + reference + "; put photograph or environment among --lights, or leave --reference out.");
	}

	@Override
	PortraitRequest request() {
		final Source source = reference == null ? null : FileSources.relative(FileSources.of(reference), out());
		plan = SeriesPlan.of(preset, yaw, pitch, lights, source);
		final ViewWords view = ViewWords.of(ViewWords.ABSOLUTE, Pose.FRONTAL, null, around.turn, around.background, around.colour);
		return ask(PortraitRequest.GENERATE, view, LightWords.KEEP, false, false).of(method.words(seed, null)).joined(profiles.sources());
	}

	@Override
	void prepare(final PortraitEngine engine) {
		SeriesRun.of(engine, plan, asked(), null);
		joined = new JoinedPhotographs(asked(), new FileSources(engine, Path.of("")));
		plan.notes().forEach(note -> console().say(plan.set().title() + ": " + note));
	}

	@Override
	String suffix() {
		return SUFFIX;
	}

	@Override
	Results process(final PortraitEngine engine, final Photograph photograph, final PortraitRequest request) {
		throw new UnsupportedOperationException("A series is written cell by cell.");
	}

	@Override
	Outcome write(final PortraitEngine engine, final Job job, final HeapShare heap) {
		final PortraitRequest request = request(job);
		final SeriesFolder folder = new SeriesFolder(out(), plan, name(job), request.outputs().format().equals(Outputs.TIFF), run().overwrites() || run().resumes() && isOurs(job, request))
			.withCredentials(run().writesCredentials());
		folder.prepare(inputs());
		final OpenedPicture picture = PictureReader.read(job.file(), job.page());
		final Photograph photograph = Photograph.of(picture.image());
		try (HeapShare.Taken share = heap.take(photograph.picture())) {
			final Profile profile = engine.analyze(photograph.picture(), request.face().choice(), Progress.NONE);
			final Made made = new Made(picture, new CellImages(plan, photograph, SeriesFrame.of(plan, profile)), folder);
			final SeriesRun run = SeriesRun.of(engine, plan, request, new FileSources(engine, out()));
			if (!unmeasured) run.measured(new CellReader(engine));
			run.run(joined.person(profile, request), made::take, Progress.NONE);
			return made.give(engine, run, request);
		}
	}

	/** The photograph's, of the names that the set gives. */
	private static String name(final Job job) {
		return job.name().replaceFirst("-" + SUFFIX + "(-\\d+)?$", "$1");
	}

	/** The sheet comes last. */
	@Override
	boolean isDone(final PortraitEngine engine, final Job job) {
		final PortraitRequest request = request(job);
		return Files.exists(picture(job)) && cells(job, request, (sidecar, cell) -> EarlierResults.isDone(sidecar, cell, engine));
	}

	@Override
	Path picture(final Job job) {
		return out().resolve(name(job) + "-series.png");
	}

	/** Whether every sidecar that is there tells of this very series, so that a run that was cut off may go over it again. */
	private boolean isOurs(final Job job, final PortraitRequest request) {
		return cells(job, request, (sidecar, cell) -> !Files.exists(sidecar) || EarlierResults.isOf(sidecar, cell));
	}

	private boolean cells(final Job job, final PortraitRequest request, final BiPredicate<Path, PortraitRequest> holds) {
		for (final SeriesView view : plan.views()) for (final SeriesLight light : plan.lights()) {
			if (!holds.test(out().resolve(plan.fileName(name(job), view, light) + ".json"), plan.request(request, view, light))) return false;
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
			final Provenance origin = cell.result().provenance().with(Maker.PIXELS, PixelHash.of(images.picture(cell)));
			final Path file = folder.put(cell, images, Results.origin(origin, picture));
			sheet.put(cell, images.picture(cell).convertToRGB());
			if (!unmeasured) {
				table.add(cell);
				folder.put(table);
			}
			left.at((double) ++count / plan.size());
			console().say(file + " (" + count + " of " + plan.size() + (left.told().isEmpty() ? "" : ", " + left.told()) + ")");
		}

		/** The sheet's file comes last. */
		Outcome give(final PortraitEngine engine, final SeriesRun run, final PortraitRequest asked) {
			if (!unmeasured) {
				final List<String> figures = new ArrayList<>();
				table.summary().forEach((what, number) -> figures.add(String.format(java.util.Locale.ROOT, "%s %.4g", what, number)));
				console().say(String.join("; ", figures));
			}
			final Provenance whole = run.origin(engine.provenance(SUFFIX, table.facts(count)));
			final Results made = Results.of(whole.asked(Sidecar.describe(asked)), sheet.image(SUFFIX), null).of(picture);
			return Outcome.done(folder.put(made.files().get(0).image(), made.files().get(0).origin()), made.notes());
		}
	}
}
