package org.icportrait.commands;

import ij.ImagePlus;

import java.util.Arrays;

import org.icportrait.face.FaceChoice;
import org.icportrait.image.Picture;
import org.icportrait.imagej.MaskImage;
import org.icportrait.light.HeadBox;
import org.icportrait.light.LightReading;
import org.icportrait.light.StitchOptions;
import org.icportrait.portrait.Profile;
import org.icportrait.request.Source;
import org.icportrait.request.Sources;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/** The open images that a request names by their titles. */
final class ImageSources implements Sources {

	private final References references;
	private final ImagePlus[] images;

	/** @param references what was read of them @param images that may be named; null for those that are not chosen */
	ImageSources(final References references, final ImagePlus... images) {
		this.references = references;
		this.images = images.clone();
	}

	/** Names an image; null for none. */
	static Source named(final ImagePlus image) {
		return image == null ? null : Source.titled(image.getTitle());
	}

	References references() {
		return references;
	}

	@Override
	public Profile portrait(final Source source, final FaceChoice choice, final Progress progress) {
		return references.profile(image(source), progress);
	}

	@Override
	public LightReading light(final Source source, final HeadBox box, final StitchOptions options, final Progress progress) {
		return references.readLight(image(source), box, options, progress);
	}

	@Override
	public Picture panorama(final Source source) {
		return references.photograph(image(source)).picture();
	}

	@Override
	public Picture mask(final Source source) {
		return MaskImage.read(image(source));
	}

	private ImagePlus image(final Source source) {
		return Arrays.stream(images).filter(image -> source.equals(named(image))).findFirst()
			.orElseThrow(() -> new BadInput("The image \"" + source.path() + "\" is not open any more."));
	}
}
