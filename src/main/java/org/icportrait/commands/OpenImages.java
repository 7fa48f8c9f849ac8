package org.icportrait.commands;

import ij.ImagePlus;
import ij.WindowManager;

import java.util.ArrayList;
import java.util.List;

import org.icportrait.work.BadInput;

/** Open images that a text names by their titles, with semicolons between. */
final class OpenImages {

	private OpenImages() {}

	/** In the order of the text, which may be null or empty; throws {@link BadInput} where one is not open. */
	static List<ImagePlus> named(final String titles) {
		final List<ImagePlus> images = new ArrayList<>();
		for (final String title : titles == null ? new String[0] : titles.split(";")) {
			if (title.isBlank()) continue;
			final ImagePlus image = WindowManager.getImage(title.trim());
			if (image == null) throw new BadInput("\"profiles\" must name open images, with semicolons between; none is called \"" + title.trim() + "\".");
			images.add(image);
		}
		return images;
	}
}
