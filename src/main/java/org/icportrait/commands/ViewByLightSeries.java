package org.icportrait.commands;

import ij.ImagePlus;

import java.io.File;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.icportrait.generate.Bridge;
import org.icportrait.generate.Denoising;
import org.icportrait.geometry.Pose;
import org.icportrait.imagej.Photograph;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.Provenance;
import org.icportrait.request.LightWords;
import org.icportrait.request.MethodWords;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Sidecar;
import org.icportrait.request.ViewWords;
import org.icportrait.series.CellImages;
import org.icportrait.series.CellReader;
import org.icportrait.series.SeriesFolder;
import org.icportrait.series.SeriesFrame;
import org.icportrait.series.SeriesPlan;
import org.icportrait.series.SeriesRun;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** One person over many views and lights, as a hyperstack or as files, with a table of what each picture is worth. */
@Plugin(type = Command.class, label = About.SERIES, description = About.SERIES_HELP, iconPath = About.ICONS + "series.png",
	attrs = @Attr(name = Labels.NO_RECORD), menu = { @Menu(label = "Plugins"), @Menu(label = Labels.MENU), @Menu(label = Labels.SERIES, weight = 5) })
public class ViewByLightSeries extends PortraitCommand {

	@Parameter(label = Labels.PRESET, description = Labels.PRESET_HELP, choices = { "none", "kdef", "radboud", "multi-pie", "yale-b", "manyfaces", "mf3d", "15-step" })
	private String preset = "none";
	@Parameter(label = Labels.YAWS, description = Labels.YAWS_HELP, required = false)
	private String yaw = "";
	@Parameter(label = Labels.PITCHES, description = Labels.PITCHES_HELP, required = false)
	private String pitch = "";
	@Parameter(label = Labels.LIGHTS, description = Labels.LIGHTS_HELP, required = false)
	private String lights = "";
	@Parameter(label = Labels.REFERENCE, description = Labels.LIGHTS_REFERENCE_HELP, required = false, autoFill = false)
	private ImagePlus reference;
	@Parameter(label = Labels.TURN, choices = { ViewWords.HEAD, ViewWords.BUST })
	private String turn = ViewWords.HEAD;
	@Parameter(label = Labels.BACKGROUND, choices = { ViewWords.KEEP, ViewWords.TRANSPARENT, ViewWords.COLOUR })
	private String background = ViewWords.KEEP;
	@Parameter(label = Labels.COLOUR_LABEL, description = Labels.COLOUR_HELP, style = "colour")
	private String colour = "#808080";
	@Parameter(label = Labels.METHOD, description = Labels.METHOD_HELP, choices = { MethodWords.AUTOMATIC, MethodWords.IN_CONTEXT, MethodWords.GEOMETRIC })
	private String method = MethodWords.AUTOMATIC;
	@Parameter(label = Labels.STEPS, description = Labels.STEPS_HELP, min = "1", max = "" + Bridge.MOST_STEPS)
	private int steps = Denoising.DEFAULT_STEPS;
	@Parameter(label = Labels.ANY_SEED, min = "0")
	private long seed = 1;
	@Parameter(label = Labels.FREEDOM, description = Labels.FREEDOM_HELP, min = "" + Denoising.LEAST_STRENGTH, max = "1", stepSize = "0.05", style = "slider")
	private double freedom = 1;
	@Parameter(label = Labels.GUIDANCE, description = Labels.GUIDANCE_HELP, min = "0", max = "" + Denoising.MOST_GUIDANCE, stepSize = "0.1", style = "slider")
	private double guidance = 1;
	@Parameter(label = Labels.VARIANT, description = Labels.VARIANT_HELP, min = "0")
	private int variant = 0;
	@Parameter(label = Labels.PROFILES, description = Labels.PROFILES_HELP, style = "images", required = false, persist = false)
	private String profiles = "";
	@Parameter(label = Labels.MEASURE, description = Labels.MEASURE_HELP)
	private boolean table = true;
	@Parameter(label = Labels.MONTAGE, description = Labels.MONTAGE_HELP)
	private boolean montage = true;
	@Parameter(label = Labels.SERIES_FOLDER, description = Labels.SERIES_FOLDER_HELP, style = "directory", required = false)
	private File folder;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus series;
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus sheet;

	public ViewByLightSeries() {
		super(Labels.SERIES);
	}

	@Override
	void work(final PortraitEngine engine, final Photograph photograph, final Progress progress) {
		if (isOfAllSlices()) throw new BadInput("A series is made of one photograph; choose slices=current.");
		final References references = new References(portraits);
		final ImageSources sources = new ImageSources(references, reference);
		final SeriesPlan plan = plan();
		final ViewWords view = ViewWords.of(ViewWords.ABSOLUTE, Pose.FRONTAL, null, turn, background, colour);
		final MethodWords way = MethodWords.of(method, new Denoising(steps, freedom, guidance, seed, variant));
		final PortraitRequest asked = joined(new Asked(PortraitRequest.GENERATE, view, LightWords.KEEP, way, sources).of(photograph));
		final SeriesRun run = SeriesRun.of(engine, plan, asked, sources);
		final SeriesFolder files = isStack() ? null : files(plan, photograph);
		final Person who = person(image, photograph, references, progress.sub(0, 0.03));
		final GrowingSeries made = new GrowingSeries(photograph, plan, new CellImages(plan, photograph, SeriesFrame.of(plan, who.first())), this::sourced);
		if (files == null) made.asStack(background.equals(ViewWords.TRANSPARENT));
		else made.into(files);
		if (table) made.withTable();
		if (montage) made.withSheet();
		if (table) run.measured(new CellReader(engine));
		try {
			run.run(who, made::take, progress.sub(0.03, 1));
			give(engine, run, made, asked);
		}
		catch (final CancellationException exception) {
			if (made.count() == 0) throw exception;
			give(engine, run, made, asked);
			Failures.stopMacro(Labels.SERIES, "Cancelled after " + made.count() + " of " + plan.size() + " pictures, which are kept.");
		}
		finally {
			made.close();
		}
	}

	@Override
	List<ImagePlus> further() {
		return OpenImages.named(profiles);
	}

	private SeriesFolder files(final SeriesPlan plan, final Photograph photograph) {
		if (photograph.format().bitDepth() == 32) {
			throw new BadInput("The files of a series are PNG, which cannot hold the 32-bit values of \"" + photograph.title() +
				"\": convert it first (Image > Type > 16-bit), or leave the folder empty, which gives a stack.");
		}
		final SeriesFolder files = new SeriesFolder(folder.toPath(), plan, Titles.fileName(photograph.title()), false, false);
		files.prepare(List.of());
		return files;
	}

	private SeriesPlan plan() {
		return SeriesPlan.of(preset, text(yaw), text(pitch), text(lights), ImageSources.named(counts("reference") ? reference : null));
	}

	@Override
	public String problem() {
		try {
			plan();
			further();
			return null;
		}
		catch (final BadInput exception) {
			return exception.getMessage();
		}
	}

	private void give(final PortraitEngine engine, final SeriesRun run, final GrowingSeries made, final PortraitRequest asked) {
		final Provenance origin = sourced(run.origin(engine.provenance("series", made.facts())).asked(Sidecar.describe(asked)));
		Remarks.give(Labels.SERIES, origin);
		series = made.stack(origin);
		sheet = made.sheet(origin);
	}

	/** A dialog's empty field may be an empty path. */
	private boolean isStack() {
		return folder == null || folder.getPath().isEmpty();
	}

	private static String text(final String field) {
		return field == null ? "" : field;
	}

	/** A stack is never taken as a whole. */
	@Override
	public boolean isUsed(final String input) {
		return input.equals("profiles") || !input.equals("slices") && super.isUsed(input);
	}

	@Override
	public boolean counts(final String input) {
		return switch (input) {
			case "slices" -> false;
			case "steps", "seed", "freedom", "guidance", "variant" -> MethodWords.mayGenerate(method);
			case "profiles" -> !text(profiles).isBlank();
			case "colour" -> background.equals(ViewWords.COLOUR);
			case "reference" -> text(lights).matches("(?i).*\\b(environment|photograph)\\b.*");
			default -> super.counts(input);
		};
	}
}
