package org.icportrait.commands;

import ij.ImagePlus;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.icportrait.files.ContentCredentials;
import org.icportrait.files.PictureFormat;
import org.icportrait.files.PictureWriter;
import org.icportrait.files.StagedFiles;
import org.icportrait.files.Targets;
import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.PixelHash;
import org.icportrait.portrait.Provenance;
import org.icportrait.work.BadInput;

import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Saves a result with its origin inside, which ImageJ's own PNG and JPEG writers drop. */
@Plugin(type = Command.class, label = About.SAVE, description = About.SAVE_HELP, iconPath = About.ICONS + "save.png",
	attrs = @Attr(name = Labels.NO_RECORD), menu = { @Menu(label = "Plugins"), @Menu(label = Labels.MENU), @Menu(label = Labels.SAVE, weight = 6) })
public class SaveWithProvenance extends ContextCommand implements Recorded {

	@Parameter(label = Labels.RESULT, description = Labels.RESULT_HELP)
	private ImagePlus image;
	@Parameter(label = Labels.FILE, description = Labels.SAVE_HELP, style = "save")
	private File file;
	@Parameter(label = Labels.QUALITY, min = "1", max = "100")
	private int quality = 95;
	@Parameter(label = Labels.SIDECAR, description = Labels.SIDECAR_HELP)
	private boolean sidecar = false;
	@Parameter(label = Labels.MANIFEST, description = Labels.MANIFEST_HELP)
	private boolean manifest = false;
	@Parameter(label = Labels.OVERWRITE)
	private boolean overwrite = false;

	@Override
	public void run() {
		Failures.guard(this, Labels.SAVE, this::save);
	}

	private void save() {
		if (file == null) throw new BadInput("Name a file.");
		final Provenance origin = PictureWriter.origin(image);
		if (origin == null) {
			throw new BadInput("\"" + image.getTitle() + "\" is no result of IC-Portrait, or lost its origin on the way; save the image that a command has made.");
		}
		final Path target = file.toPath().toAbsolutePath();
		requireFree(target);
		final PictureFormat format = PictureFormat.of(target);
		try (StagedFiles staged = new StagedFiles()) {
			staged.add(target, format.content(image, quality / 100.0, origin));
			// With the hash of what is saved, so that whoever makes it again is told whether it is the same.
			if (sidecar) add(staged, target, ".json", origin.with(PixelHash.FACT, PixelHash.of(image.getProcessor())).toJson());
			if (manifest) add(staged, target, ContentCredentials.ENDING, ContentCredentials.manifest(origin, target));
			staged.publish(overwrite);
		}
	}

	/** Photographs and notes are never replaced, as on the command line: not by a loop that names results like them. */
	private void requireFree(final Path target) {
		if (Files.isDirectory(target)) throw new BadInput(target + " is a folder; give the file another name.");
		if (!overwrite && Files.exists(target)) throw new BadInput("The file " + target + " is there already; choose another name, or say overwrite=true.");
		Targets.requireOurs(target);
	}

	private void add(final StagedFiles staged, final Path picture, final String ending, final String text) {
		final Path target = picture.resolveSibling(Photograph.baseName(picture.getFileName().toString()) + ending);
		requireFree(target);
		staged.addText(target, text);
	}

	@Override
	public boolean isUsed(final String input) {
		return input.equals("image") || counts(input);
	}

	/** Never the image itself: a recorded line works on the one that is active then. */
	@Override
	public boolean counts(final String input) {
		return switch (input) {
			case "image" -> false;
			case "quality" -> file != null && file.getName().toLowerCase(Locale.ROOT).matches(".*\\.jpe?g");
			default -> true;
		};
	}
}
