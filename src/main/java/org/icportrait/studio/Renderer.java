package org.icportrait.studio;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.icportrait.face.FaceChoice;
import org.icportrait.geometry.Pose;
import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.PixelFormat;
import org.icportrait.portrait.Generator;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.portrait.Profile;
import org.icportrait.view.Detail;
import org.icportrait.work.Progress;

/**
 * Makes pictures of a person, quickly as drafts of a small size or thoroughly at the size of a screen. Each size is read once and kept. For one thread
 * at a time.
 */
final class Renderer {

	/** Longest side of thorough pictures, pixels. */
	static final int THOROUGH = 1024;

	private final List<Photograph> photographs;
	private final Map<Integer, Generator.Prepared> prepared = new HashMap<>();
	private final Pace pace = new Pace();
	private PortraitEngine known;
	private Pose pose;

	/** @param photographs of one person, the first decides */
	Renderer(final List<Photograph> photographs) {
		this.photographs = List.copyOf(photographs);
	}

	/** Where the head looks in the photograph; null before the first picture. */
	Pose pose() {
		return pose;
	}

	/** Makes a picture; throws what the engine throws. @param map whether to tell what is known of the person */
	Frame render(final PortraitEngine engine, final StudioState state, final boolean map, final boolean thorough, final Progress progress) {
		final int side = thorough ? THOROUGH : pace.side();
		final boolean first = known != engine || !prepared.containsKey(side);
		final Generator.Prepared person = prepared(engine, side, progress);
		final long start = System.nanoTime();
		final PortraitResult result = person.make(state.scene().withDetail(thorough ? Detail.FULL : Detail.DRAFT), progress);
		final BufferedImage picture = PixelFormat.RGB.store(result.picture()).getBufferedImage();
		if (!thorough && !first) pace.took((System.nanoTime() - start) / 1e9);
		return new Frame(state, picture, map ? Knowledge.of(result) : null, thorough, pace.perSecond());
	}

	private Generator.Prepared prepared(final PortraitEngine engine, final int side, final Progress progress) {
		if (known != engine) prepared.clear();
		known = engine;
		final Generator.Prepared there = prepared.get(side);
		if (there != null) return there;
		final List<Profile> profiles = new ArrayList<>();
		for (final Photograph photograph : photographs) {
			final Photograph small = photograph.scaledTo(side);
			profiles.add(small.look(() -> engine.analyze(small.picture(), small.choice(FaceChoice.largest()), progress)));
		}
		pose = profiles.get(0).pose();
		final Generator.Prepared fresh = engine.geometric().prepare(new Person(profiles), progress);
		prepared.put(side, fresh);
		return fresh;
	}
}
