package org.icportrait.commands;

import ij.IJ;
import ij.ImagePlus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.icportrait.files.DigitalSourceType;
import org.icportrait.files.PictureWriter;
import org.icportrait.generate.Generation;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.Slices;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Provenance;
import org.icportrait.portrait.Scene;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Requests;
import org.icportrait.request.Sidecar;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

import org.scijava.app.StatusService;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

/** What all commands on a photograph share: the input, progress and cancel, and how they end when they cannot go on. */
abstract class PortraitCommand extends ContextCommand implements Recorded {

	private static final String CURRENT = "current", ALL_SLICES = "all";

	@Parameter(label = Labels.IMAGE, description = Labels.IMAGE_HELP)
	ImagePlus image;

	@Parameter(label = Labels.SLICES, description = Labels.SLICES_HELP, choices = { CURRENT, ALL_SLICES })
	private String slices = CURRENT;

	@Parameter
	PortraitService portraits;

	@Parameter
	private TaskService tasks;

	@Parameter
	private StatusService status;

	private final String title;
	/** What is known of the photograph that is worked on. */
	private Map<String, Object> source = Map.of();
	private String label;

	PortraitCommand(final String title) {
		this.title = title;
	}

	/** The command's own work on one picture; failures may be thrown. The engine is of use until it returns. */
	abstract void work(PortraitEngine engine, Photograph photograph, Progress progress);

	@Override
	public final void run() {
		final Task task = tasks.createTask(title);
		task.start();
		// In a macro, an Esc that was pressed before means the macro.
		if (!IJ.isMacro()) IJ.resetEscape();
		try {
			Failures.guard(this, title, () -> work(new TaskProgress(task)));
		}
		finally {
			task.finish();
		}
	}

	private void work(final Progress progress) {
		status.showStatus(title + " on " + portraits.withEngine(engine -> {
			workOnSlices(engine, progress);
			return engine.device();
		}));
	}

	private void workOnSlices(final PortraitEngine engine, final Progress progress) {
		FileWarning.give(title, image);
		final int count = image == null ? 1 : Slices.count(image);
		if (count < 2 || slices.equals(CURRENT)) {
			work(engine, read(image, image == null ? 1 : image.getCurrentSlice()), progress);
			return;
		}
		final SliceOutputs outputs = new SliceOutputs(this);
		for (int i = 1; i <= count; i++) {
			workOnSlice(engine, i, count, progress.sub((i - 1.0) / count, (double) i / count));
			outputs.take();
		}
		outputs.give(image);
	}

	/** @param number of the slice that the picture is */
	private Photograph read(final ImagePlus picture, final int number) {
		final Photograph photograph = Photograph.of(picture);
		final String slice = Slices.label(image, number);
		label = slice == null ? photograph.title() : photograph.title() + ":" + slice;
		source = SourceFacts.of(image, picture);
		return photograph;
	}

	private void workOnSlice(final PortraitEngine engine, final int number, final int count, final Progress progress) {
		try {
			work(engine, read(Slices.get(image, number), number), progress);
		}
		catch (final BadInput exception) {
			throw new BadInput("Slice " + number + " of " + count + ": " + exception.getMessage(), exception);
		}
	}

	/** Never the photograph itself: a recorded line works on the image that is active then. */
	@Override
	public boolean counts(final String input) {
		return input.equals("slices") ? slices.equals(ALL_SLICES) : !input.equals("image");
	}

	/** The photograph is always asked for where nobody gave it, its slices where it has several. */
	@Override
	public boolean isUsed(final String input) {
		return input.equals("image") || (input.equals("slices") ? image != null && Slices.count(image) > 1 : counts(input));
	}

	/** What rows of tables call the photograph that is worked on: as ImageJ does, with the label of its slice. */
	final String label() {
		return label;
	}

	/** Whether the image is a stack of which all slices are asked for. */
	final boolean isOfAllSlices() {
		return slices.equals(ALL_SLICES) && Slices.count(image) > 1;
	}

	/** An origin with what is known of the photograph. */
	final Provenance sourced(final Provenance provenance) {
		return provenance.with(DigitalSourceType.SOURCE, source);
	}

	/** Marks an image with its origin. */
	final ImagePlus marked(final ImagePlus made, final Provenance provenance) {
		PictureWriter.mark(made, sourced(provenance));
		return made;
	}

	/** Marks a map, or null, with its kind and origin. */
	final ImagePlus marked(final ImagePlus map, final String kind, final Provenance provenance) {
		return map == null ? null : marked(map, provenance.with("map", kind));
	}

	/** More photographs of the person. */
	List<ImagePlus> further() {
		return List.of();
	}

	/** What was asked for, made of a photograph; the result's origin says it all. */
	final PortraitResult make(final PortraitEngine engine, final ImagePlus source, final Photograph photograph, final Asked asked,
		final Progress progress)
	{
		final PortraitRequest request = joined(asked.of(photograph));
		final Scene scene = fitted(asked.scene(engine, request, progress.sub(0, 0.3)), photograph.picture());
		final Person who = person(source, photograph, asked.images().references(), progress.sub(0.3, 0.5));
		return engine.make(who, scene, progress.sub(0.5, 1)).asked(Sidecar.describe(Requests.found(request, scene)));
	}

	/** Those of them that join: none joins itself, as on the command line. */
	private List<ImagePlus> joining() {
		return further().stream().filter(one -> one != image || isOfAllSlices()).toList();
	}

	/** A request with the further photographs. */
	final PortraitRequest joined(final PortraitRequest request) {
		return request.joined(joining().stream().map(ImageSources::named).toList());
	}

	/** The person of a photograph and of the further ones, all read. */
	final Person person(final ImagePlus source, final Photograph photograph, final References references, final Progress progress) {
		final List<Profile> profiles = new ArrayList<>(List.of(portraits.analyze(source, photograph, progress)));
		for (final ImagePlus other : joining()) profiles.add(references.joining(other, progress));
		return new Person(profiles);
	}

	/** A preview is smaller than the mask, which is as large as the photograph. */
	private static Scene fitted(final Scene scene, final Picture picture) {
		final Generation generation = scene.generation();
		final Picture mask = generation == null ? null : generation.mask();
		return mask == null ? scene : scene.withGeneration(generation.withMask(mask.resampled(picture.width(), picture.height())));
	}
}
