package org.icportrait.commands;

import ij.ImagePlus;

import java.util.Arrays;

import org.icportrait.face.FaceChoice;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.portrait.Profile;
import org.icportrait.request.Source;
import org.icportrait.request.Sources;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/** The open images that a request names by their titles. */
final class ImageSources implements Sources {

	private final PortraitService portraits;
	private final ImagePlus[] images;

	/** @param images that may be named; null for those that are not chosen */
	ImageSources(final PortraitService portraits, final ImagePlus... images) {
		this.portraits = portraits;
		this.images = images.clone();
	}

	/** Names an image; null for none. */
	static Source named(final ImagePlus image) {
		return image == null ? null : Source.titled(image.getTitle());
	}

	@Override
	public Profile portrait(final Source source, final FaceChoice choice, final Progress progress) {
		return portraits.analyze(photograph(source), progress);
	}

	@Override
	public Picture panorama(final Source source) {
		return photograph(source).picture();
	}

	private Photograph photograph(final Source source) {
		return Photograph.of(Arrays.stream(images).filter(image -> source.equals(named(image))).findFirst()
			.orElseThrow(() -> new BadInput("The image \"" + source.path() + "\" is not open any more.")));
	}
}
