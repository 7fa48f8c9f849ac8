package org.icportrait.commands;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import org.icportrait.files.PictureFacts;
import org.icportrait.files.PictureReader;
import org.icportrait.work.OneLine;

/** Warns of images that ImageJ has opened without what their files say of orientation and colours. */
final class FileWarning {

	private FileWarning() {}

	/** Says what is left out, to the log, where anything is. */
	static void give(final String command, final ImagePlus image) {
		final List<String> clauses = clauses(image);
		if (clauses.isEmpty()) return;
		IJ.log(command + ": the file of \"" + OneLine.of(image.getTitle()) + "\" " + String.join(" and ", clauses) + ", which ImageJ does not heed; open it by Plugins > " +
			Labels.MENU + " > " + Labels.OPEN + " instead.");
	}

	private static List<String> clauses(final ImagePlus image) {
		final Path file = image == null || PictureReader.cameFromHere(image) ? null : file(image);
		return file == null ? List.of() : PictureFacts.leftOut(file, image.getWidth(), image.getHeight());
	}

	/** The file that ImageJ opened an image from; null where it knows none. */
	static Path file(final ImagePlus image) {
		final FileInfo file = image.getOriginalFileInfo();
		if (file == null || file.directory == null || file.fileName == null || file.directory.contains("://")) return null;
		try {
			return Path.of(file.directory, file.fileName);
		}
		catch (final InvalidPathException exception) {
			return null;
		}
	}
}
