package org.icportrait.commands;

import ij.ImagePlus;
import ij.WindowManager;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.icportrait.work.BadInput;

/** Open images that a text names by their titles, with semicolons between. */
final class OpenImages {

	private OpenImages() {}

	/** In the order of the text, which may be null or empty; throws {@link BadInput} where one is not open, or where several are called alike. */
	static List<ImagePlus> named(final String titles) {
		final List<ImagePlus> images = new ArrayList<>();
		for (final String title : titles == null ? new String[0] : titles.split(";")) {
			if (title.isBlank()) continue;
			final List<ImagePlus> called = called(title.trim());
			if (called.isEmpty()) throw new BadInput("\"profiles\" must name open images, with semicolons between; none is called \"" + title.trim() + "\".");
			if (called.size() > 1) throw new BadInput("\"profiles\" names \"" + title.trim() + "\", and " + called.size() + " open images are called so; rename all but one.");
			images.add(called.get(0));
		}
		return images;
	}

	/** How many open images have this title; 1 at most where their pixels are equal, for then it does not matter which is meant. */
	static int unlike(final String title) {
		final List<ImagePlus> called = called(title);
		final boolean same = called.stream().allMatch(one -> Objects.deepEquals(one.getStack().getImageArray(), called.get(0).getStack().getImageArray()));
		return same ? Math.min(1, called.size()) : called.size();
	}

	private static List<ImagePlus> called(final String title) {
		final List<ImagePlus> called = new ArrayList<>();
		final int[] ids = WindowManager.getIDList();
		for (final int id : ids == null ? new int[0] : ids) {
			final ImagePlus image = WindowManager.getImage(id);
			if (image != null && image.getTitle().trim().equals(title)) called.add(image);
		}
		return called;
	}
}
