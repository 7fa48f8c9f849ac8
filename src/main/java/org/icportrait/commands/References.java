package org.icportrait.commands;

import ij.ImagePlus;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.icportrait.face.FaceBox;
import org.icportrait.face.FaceChoice;
import org.icportrait.imagej.Photograph;
import org.icportrait.light.HeadBox;
import org.icportrait.light.LightReading;
import org.icportrait.light.StitchOptions;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.Profile;
import org.icportrait.request.LightWords;
import org.icportrait.request.Requests;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/** What one dialog or run has read of its images, each once: they do not change while the dialog is open. Thread-safe. */
final class References {

	private record ReadLight(PortraitEngine engine, LightWords words, LightReading light) {}

	private final PortraitService portraits;
	private final Map<ImagePlus, Photograph> photographs = new ConcurrentHashMap<>();
	private final Map<ImagePlus, Photograph> smalls = new ConcurrentHashMap<>();
	private final Map<ImagePlus, Profile> profiles = new ConcurrentHashMap<>();
	private volatile ReadLight last;

	References(final PortraitService portraits) {
		this.portraits = portraits;
	}

	/** The image as it was when it was first asked for. */
	Photograph photograph(final ImagePlus image) {
		return photographs.computeIfAbsent(image, Photograph::of);
	}

	/** The same, scaled down so that its longer side is at most {@code side} pixels. */
	Photograph small(final ImagePlus image, final int side) {
		return smalls.computeIfAbsent(image, key -> Photograph.of(key).scaledTo(side));
	}

	/** The same, with its head read. */
	Profile profile(final ImagePlus image, final Progress progress) {
		final Profile known = profiles.get(image);
		if (known != null) return known;
		final Profile fresh = portraits.analyze(image, photograph(image), progress);
		profiles.put(image, fresh);
		return fresh;
	}

	/** The same of a further photograph of a person; throws {@link BadInput}, which names it, where it cannot be used. */
	Profile joining(final ImagePlus image, final Progress progress) {
		try {
			return profile(image, progress);
		}
		catch (final BadInput exception) {
			throw Requests.refused(ImageSources.named(image), exception);
		}
	}

	/** The light of an image, of the face in its selection, else the largest, unless {@code box} says which. */
	LightReading readLight(final ImagePlus image, final HeadBox box, final StitchOptions options, final Progress progress) {
		final Photograph photograph = photograph(image);
		return portraits.withEngine(engine -> {
			if (box != null) return engine.readLight(photograph.picture(), box, options, progress);
			final FaceChoice choice = photograph.choice(FaceChoice.largest());
			choice.requireTouches(photograph.picture().width(), photograph.picture().height());
			final FaceBox face = choice.selectOne(engine.findFaces(photograph.picture(), progress));
			return engine.readLight(photograph.picture(), new HeadBox(face.x(), face.y(), face.side(), face.roll()), options, progress);
		});
	}

	/** The light of these words, where it was the last that was read, by this engine; else null. */
	LightReading light(final PortraitEngine engine, final LightWords words) {
		final ReadLight known = last;
		return known != null && known.engine == engine && known.words.equals(words) ? known.light : null;
	}

	void keep(final PortraitEngine engine, final LightWords words, final LightReading light) {
		last = new ReadLight(engine, words, light);
	}
}
