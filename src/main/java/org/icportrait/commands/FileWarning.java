package org.icportrait.commands;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

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
		final FileInfo file = image == null || PictureReader.cameFromHere(image) ? null : image.getOriginalFileInfo();
		if (file == null || file.directory == null || file.fileName == null || file.directory.contains("://")) return List.of();
		try {
			return PictureReader.leftOut(Path.of(file.directory, file.fileName), image.getWidth(), image.getHeight());
		}
		catch (final InvalidPathException exception) {
			return List.of();
		}
	}
}
