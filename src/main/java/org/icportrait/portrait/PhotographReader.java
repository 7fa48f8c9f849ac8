package org.icportrait.portrait;

import java.util.List;

import org.icportrait.face.FaceBox;
import org.icportrait.face.FaceChoice;
import org.icportrait.face.FoundFace;
import org.icportrait.face.PictureHeads;
import org.icportrait.image.Picture;
import org.icportrait.light.HeadBox;
import org.icportrait.light.LightReading;
import org.icportrait.light.StitchOptions;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/** Reads heads and lights of photographs by the networks of a pack; each method as that of {@link PortraitEngine} says. Thread-safe. */
final class PhotographReader {

	private final PackNetworks networks;

	/** @param networks stay their owner's */
	PhotographReader(final PackNetworks networks) {
		this.networks = networks;
	}

	List<FaceBox> findFaces(final Picture picture, final Progress progress) {
		return networks.faces().find(picture, progress).stream().map(FoundFace::box).toList();
	}

	PictureHeads heads(final Picture picture) {
		return networks.faces().heads(inColour(picture));
	}

	Profile analyze(final PictureHeads heads, final FaceChoice choice, final Progress progress) {
		MemoryNeed.requireToTurn(heads.picture().width(), heads.picture().height());
		progress.report(0, "Finding the face");
		final FoundFace face = choice.requireOne(networks.faces().select(heads, choice, progress));
		progress.report(0.4, "Reading the head");
		final Profile portrait = profile(heads, face, choice, progress);
		progress.report(1, "Head read");
		return portrait;
	}

	List<Profile> analyzeAll(final PictureHeads heads, final FaceChoice choice, final Progress progress) {
		return networks.faces().select(heads, choice, progress).stream().map(face -> profile(heads, face, choice, progress)).toList();
	}

	private static Profile profile(final PictureHeads heads, final FoundFace face, final FaceChoice choice, final Progress progress) {
		final int leftAside = choice.mode() == FaceChoice.Mode.LARGEST ? face.others().size() : 0;
		return Profile.of(heads, face.box(), heads.read(face, progress), leftAside);
	}

	LightReading readLight(final Picture reference, final HeadBox box, final StitchOptions options, final Progress progress) {
		final Picture colour = inColour(reference);
		final FaceBox face = box != null ? new FaceBox(box.x(), box.y(), box.side(), box.roll(), 1)
			: FaceChoice.largest().selectOne(findFaces(colour, progress.sub(0, 0.4)));
		if (networks.stitch() == null) return readLight(Profile.of(colour, face, networks.faces().read(colour, face, progress.sub(0.4, 0.6))), options, progress.sub(0.6, 1));
		return LightReading.stitched(networks.stitch(), colour, new HeadBox(face.x(), face.y(), face.side(), face.roll()), options, progress.sub(0.4, 1));
	}

	LightReading readLight(final Profile reference, final StitchOptions options, final Progress progress) {
		if (networks.stitch() != null) return LightReading.stitched(networks.stitch(), reference.picture(), reference.place(), options, progress);
		return LightReading.ofPhotograph(reference.lit(progress.sub(0, 0.4)), options, progress.sub(0.4, 1));
	}

	/** Light and views work on three channels. */
	private static Picture inColour(final Picture picture) {
		if (picture.channels() == 3) return picture;
		if (picture.channels() != 1) throw new BadInput("The picture must have 1 or 3 channels, not " + picture.channels() + ".");
		final Picture colour = new Picture(picture.width(), picture.height(), 3);
		for (int c = 0; c < 3; c++) System.arraycopy(picture.data(), 0, colour.data(), c * picture.planeSize(), picture.planeSize());
		return colour;
	}
}
