package org.icportrait.commands;

import ij.ImagePlus;
import ij.ImageStack;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.icportrait.dialogs.OpenWindows;
import org.icportrait.work.BadInput;

/** Those of the open images that a text names by their titles, with semicolons between. */
final class OpenImages {

	private OpenImages() {}

	/** In the order of the text, which may be null or empty; throws {@link BadInput} where one is not open or named twice, or where several are called alike. */
	static List<ImagePlus> named(final String titles) {
		final List<ImagePlus> images = new ArrayList<>();
		for (final String title : titles == null ? new String[0] : titles.split(";")) {
			if (title.isBlank()) continue;
			final List<ImagePlus> called = called(title.trim());
			if (called.isEmpty()) throw new BadInput("\"profiles\" must name open images, with semicolons between; none is called \"" + title.trim() + "\".");
			if (called.size() > 1) throw new BadInput("\"profiles\" names \"" + title.trim() + "\", and " + called.size() + " open images are called so; rename all but one.");
			if (images.contains(called.get(0))) throw new BadInput("\"profiles\" names \"" + title.trim() + "\" twice; name each once.");
			images.add(called.get(0));
		}
		return images;
	}

	/** How many open images have this title; 1 at most where their pixels are equal, for then it does not matter which is meant. */
	static int unlike(final String title) {
		final List<ImagePlus> called = called(title);
		final boolean same = called.stream().allMatch(one -> isSame(one.getStack(), called.get(0).getStack()));
		return same ? Math.min(1, called.size()) : called.size();
	}

	/** Whether they hold the same pixels; false for two that are not in memory, which would all have to be read. */
	static boolean isSame(final ImageStack a, final ImageStack b) {
		if (a == b) return true;
		if (a.isVirtual() || b.isVirtual() || a.getWidth() != b.getWidth() || a.getSize() != b.getSize()) return false;
		return IntStream.rangeClosed(1, a.getSize()).allMatch(slice -> Objects.deepEquals(a.getPixels(slice), b.getPixels(slice)));
	}

	private static List<ImagePlus> called(final String title) {
		return OpenWindows.images().stream().filter(image -> image.getTitle().trim().equals(title)).toList();
	}
}
