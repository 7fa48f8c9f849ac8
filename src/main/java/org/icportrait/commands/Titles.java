package org.icportrait.commands;

import ij.ImagePlus;
import ij.WindowManager;

import org.icportrait.imagej.Photograph;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Titles that no open image has, since macros find images by them, and what files are called after a title. */
final class Titles {

	private Titles() {}

	/** Where an open image has one of the titles, all of them get the same number, from 2 upwards, which makes them new: a.png is a-2.png then. */
	static void makeUnique(final List<ImagePlus> images) {
		final Set<String> taken = new HashSet<>(Arrays.asList(WindowManager.getImageTitles()));
		int number = 1;
		while (isTaken(taken, images, number)) number++;
		for (final ImagePlus image : images) image.setTitle(numbered(image, number));
	}

	private static boolean isTaken(final Set<String> taken, final List<ImagePlus> images, final int number) {
		return images.stream().anyMatch(image -> taken.contains(numbered(image, number)));
	}

	private static String numbered(final ImagePlus image, final int number) {
		final String title = image.getTitle(), base = Photograph.baseName(title);
		return number == 1 ? title : base + "-" + number + title.substring(base.length());
	}

	/** What names of files made of an image begin with: the title without its extension, and "_" for what is no part of a name on some system. */
	static String fileName(final String title) {
		final String base = Photograph.baseName(title).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
		return base.matches("[. ]*") ? "image" : base;
	}
}
