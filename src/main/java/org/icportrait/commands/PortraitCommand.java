package org.icportrait.commands;

import ij.ImagePlus;

import java.util.concurrent.CancellationException;

import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.PictureFiles;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.portrait.Provenance;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

import org.scijava.app.StatusService;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

/** What all commands on a photograph share: the input, progress and cancel, and how they end when they cannot go on. */
abstract class PortraitCommand extends ContextCommand implements Recorded {

	@Parameter(label = Labels.IMAGE, description = Labels.IMAGE_HELP)
	ImagePlus image;

	@Parameter
	PortraitService portraits;

	@Parameter
	private TaskService tasks;

	@Parameter
	private StatusService status;

	@Parameter
	private LogService log;

	private final String title;

	PortraitCommand(final String title) {
		this.title = title;
	}

	/** The command's own work; failures may be thrown. */
	abstract void work(Photograph photograph, Progress progress);

	@Override
	public final void run() {
		final Task task = tasks.createTask(title);
		task.start();
		try {
			work(Photograph.of(image), new TaskProgress(task));
			status.showStatus(title + " on " + portraits.engine().device());
		}
		catch (final BadInput exception) {
			Failures.end(this, title, exception.getMessage());
		}
		catch (final CancellationException exception) {
			Failures.end(this, title, "Cancelled.");
		}
		catch (final OutOfMemoryError error) {
			Failures.end(this, title, "There is not enough memory for a picture of this size; give ImageJ more or scale the picture down.");
		}
		catch (final RuntimeException exception) {
			log.error(exception);
			Failures.end(this, title, "An unexpected fault: " + exception + "; please report it with what the console says.");
		}
		finally {
			task.finish();
		}
	}

	/** Never the photograph itself: a recorded line works on the image that is active then. */
	@Override
	public boolean counts(final String input) {
		return !input.equals("image");
	}

	/** Marks an image with its origin. */
	static ImagePlus marked(final ImagePlus image, final Provenance provenance) {
		PictureFiles.mark(image, provenance);
		return image;
	}

	/** Marks a map, or null, with its kind and origin. */
	static ImagePlus marked(final ImagePlus map, final String kind, final Provenance provenance) {
		return map == null ? null : marked(map, provenance.with("map", kind));
	}

	/** The origin of a result, with the titles of the images that went into it. */
	final Provenance origin(final PortraitResult result, final Photograph photograph) {
		Provenance origin = result.provenance().with("source", photograph.title());
		if (otherTitle() != null) origin = origin.with("pose_of", otherTitle());
		return referenceTitle() == null ? origin : origin.with("light_of", referenceTitle());
	}

	/** The image whose pose is taken, or null. */
	String otherTitle() {
		return null;
	}

	/** The image whose light is taken, or null. */
	String referenceTitle() {
		return null;
	}
}
