package org.icportrait.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.icportrait.face.FaceChoice;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.light.HeadBox;
import org.icportrait.light.Light;
import org.icportrait.light.LightReading;
import org.icportrait.light.StitchOptions;
import org.icportrait.maps.HeadMaps;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Scene;
import org.icportrait.work.Progress;

/** Light, not skin: photographs of one studio leave each other as they are; and light does come, from a person to another. */
final class LightQuality {

	/** The face, canonical heights in dm, and the matte from which a pixel is of it. */
	private static final float LOW = -0.9f, HIGH = 1.1f, INSIDE = 0.95f;
	/** Only every so manieth person, and which of them is the first. */
	private static final int STEP = Integer.getInteger("step", 1), OFFSET = Integer.getInteger("offset", 0);
	private static final double[][] LAMPS = { { -45, 30, 0.5 }, { 60, 20, 0.8 } };

	private LightQuality() {}

	static String measure(final PortraitEngine engine, final List<Path> photographs) throws IOException {
		final List<Profile> neutral = new ArrayList<>(), smiling = new ArrayList<>();
		for (int i = 0; i < photographs.size(); i++) {
			if (i / 2 % STEP != OFFSET) continue; // a neutral and a smiling one of each person
			final Path file = photographs.get(i);
			final Profile profile = engine.analyze(PhotographQuality.load(file), FaceChoice.largest(), Progress.NONE);
			(file.toString().contains("neutral") ? neutral : smiling).add(profile);
		}
		return pairs(engine, neutral) + partners(engine, neutral, smiling) + lamps(engine, neutral);
	}

	private static Picture stitched(final PortraitEngine engine, final Profile profile, final LightReading light) {
		return engine.make(Person.of(profile), Scene.UNCHANGED.withLight(light), Progress.NONE).picture();
	}

	/** All pairs of people lit alike. */
	private static String pairs(final PortraitEngine engine, final List<Profile> people) {
		final List<Double> changes = new ArrayList<>();
		for (int b = 0; b < people.size(); b++) {
			final LightReading light = engine.readLight(people.get(b), StitchOptions.DEFAULT, Progress.NONE);
			for (int a = 0; a < people.size(); a++) if (a != b) changes.add(change(people.get(a), stitched(engine, people.get(a), light)));
		}
		return String.format("pairs lit alike: the face changes by %.2f %% in the mean, %.2f %% at most (%d pairs)%n", 100 * Statistics.mean(changes),
			100 * Statistics.quantile(changes, 1), changes.size());
	}

	/** Each photograph as its own reference, and its smiling partner, as another person's and as the same one's: levels of 255. */
	private static String partners(final PortraitEngine engine, final List<Profile> neutral, final List<Profile> smiling) {
		final List<Double> own = new ArrayList<>(), partner = new ArrayList<>(), told = new ArrayList<>();
		for (int i = 0; i < neutral.size(); i++) {
			final Profile a = neutral.get(i);
			own.add(levels(a, stitched(engine, a, engine.readLight(a, StitchOptions.DEFAULT, Progress.NONE))));
			partner.add(levels(a, stitched(engine, a, engine.readLight(smiling.get(i), StitchOptions.DEFAULT, Progress.NONE))));
			told.add(levels(a, stitched(engine, a, engine.readLight(smiling.get(i), StitchOptions.DEFAULT.withSamePerson(true), Progress.NONE))));
		}
		return String.format("itself as reference: %.2f levels in the mean, %.2f at most; smiling partner: %.2f, %.2f; told that it is one person: %.2f, %.2f%n",
			Statistics.mean(own), Statistics.quantile(own, 1), Statistics.mean(partner), Statistics.quantile(partner, 1), Statistics.mean(told), Statistics.quantile(told, 1));
	}

	/** Everybody by the next one relit by a lamp, against everybody relit by that lamp. */
	private static String lamps(final PortraitEngine engine, final List<Profile> people) {
		final StringBuilder out = new StringBuilder();
		for (final double[] lamp : LAMPS) {
			final LightReading known = LightReading.of(Light.from(lamp[0], lamp[1], lamp[2]), 1);
			final List<Double> shares = new ArrayList<>();
			for (int i = 0; i < people.size(); i++) {
				final Profile a = people.get(i), b = people.get((i + 1) % people.size());
				final Picture lit = stitched(engine, a, known), reference = stitched(engine, b, known);
				final LightReading light = engine.readLight(reference, new HeadBox(b.box().x(), b.box().y(), b.box().side(), b.box().roll()), StitchOptions.DEFAULT, Progress.NONE);
				final boolean[] face = face(a);
				shares.add(Metrics.scaleInvariantError(stitched(engine, a, light), lit, face) / Metrics.scaleInvariantError(a.picture(), lit, face));
			}
			out.append(String.format("lamp at %.0f, %.0f, hardness %.1f: si-MSE %.2f of the unchanged picture's, %.2f at most; at most half for %d of %d%n", lamp[0],
				lamp[1], lamp[2], Statistics.mean(shares), Statistics.quantile(shares, 1), shares.stream().filter(share -> share <= 0.5).count(), shares.size()));
		}
		return out.toString();
	}

	/** Mean difference of sRGB values over the face, as a share of their mean. */
	private static double change(final Profile profile, final Picture made) {
		return levels(profile, made) / level(profile);
	}

	private static double levels(final Profile profile, final Picture made) {
		final boolean[] face = face(profile);
		double sum = 0;
		int count = 0;
		for (int i = 0; i < 3 * face.length; i++) {
			if (!face[i % face.length]) continue;
			sum += 255 * Math.abs(Colour.toSrgb(made.data()[i]) - Colour.toSrgb(profile.picture().data()[i]));
			count++;
		}
		return sum / count;
	}

	private static double level(final Profile profile) {
		return levels(profile, new Picture(profile.picture().width(), profile.picture().height(), 3));
	}

	private static boolean[] face(final Profile profile) {
		final HeadMaps maps = profile.head(Progress.NONE).maps();
		final int w = profile.picture().width(), h = profile.picture().height();
		final boolean[] face = new boolean[w * h];
		for (int i = 0; i < face.length; i++) {
			final double x = maps.column(i % w + 0.5, i / w + 0.5), y = maps.row(i % w + 0.5, i / w + 0.5);
			if (x < 0 || y < 0 || x >= maps.width() || y >= maps.height()) continue;
			final float up = maps.coordinates().sample(x, y, 1);
			face[i] = maps.matte().sample(x, y, 0) > INSIDE && up > LOW && up < HIGH && maps.coordinates().sample(x, y, 2) > 0.2;
		}
		return face;
	}
}
