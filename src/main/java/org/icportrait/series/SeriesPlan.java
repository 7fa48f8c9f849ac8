package org.icportrait.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.icportrait.geometry.Pose;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Source;
import org.icportrait.request.ViewWords;
import org.icportrait.work.BadInput;

/**
 * What a series shows: every view in every light, as plain data. Immutable.
 *
 * @param set whose names and frame are used
 * @param views at least one, all within our range
 * @param lights at least one
 * @param notes what of the set was left out, and what is ours in it
 */
public record SeriesPlan(StimulusSet set, List<SeriesView> views, List<SeriesLight> lights, List<String> notes) {

	/** What is shown where nothing is said. */
	public static final String YAWS = "-30:30:15", PITCHES = "0", LIGHTS = "keep, key left, key right";
	private static final int MOST = 4000;

	public SeriesPlan {
		views = List.copyOf(views);
		lights = List.copyOf(lights);
		notes = List.copyOf(notes);
	}

	/**
	 * From words, all checked. Empty ones mean those of the set, or without a set {@link #YAWS}, {@link #PITCHES} and {@link #LIGHTS}.
	 *
	 * @param preset a set of {@link StimulusSets}
	 * @param yaws as {@link Angles} reads them; with pitches: every yaw at every pitch
	 * @param pitches likewise
	 * @param lights separated by commas, as docs/commands/view-x-light-series.md writes them
	 * @param reference what the lights "environment" and "photograph" name, or null
	 * @throws BadInput with one sentence for the first that is wrong
	 */
	public static SeriesPlan of(final String preset, final String yaws, final String pitches, final String lights, final Source reference) {
		final StimulusSet set = StimulusSets.of(preset);
		final boolean own = !yaws.isBlank() || !pitches.isBlank() || set.views().isEmpty();
		final List<String> notes = new ArrayList<>(set.notes());
		final List<SeriesView> views = own ? grid(yaws.isBlank() && set.views().isEmpty() ? YAWS : or(yaws, "0"), or(pitches, PITCHES)) : reachable(set, notes);
		final boolean named = !lights.isBlank() || set.lights().isEmpty();
		final List<SeriesLight> lit = named ? SeriesLights.parse(or(lights, LIGHTS), reference) : set.lights();
		requireFew(views.size(), lit.size());
		return new SeriesPlan(set, views, lit, notes);
	}

	/** Throws {@link BadInput} where so many views and lights are a slip of the pen. */
	static void requireFew(final int views, final int lights) {
		if ((long) views * lights <= MOST) return;
		final String of = views == 1 ? lights + " lights" : views + " views x " + lights + (lights == 1 ? " light" : " lights");
		throw new BadInput(of + " are more than " + MOST + " pictures; make several series.");
	}

	private static String or(final String given, final String otherwise) {
		return given.isBlank() ? otherwise : given;
	}

	private static List<SeriesView> grid(final String yaws, final String pitches) {
		final List<SeriesView> views = new ArrayList<>();
		for (final double pitch : Angles.parse(pitches, "pitch")) for (final double yaw : Angles.parse(yaws, "yaw")) views.add(SeriesView.of(yaw, pitch));
		for (final SeriesView view : views) ViewWords.of(ViewWords.ABSOLUTE, view.pose(), null, ViewWords.HEAD, ViewWords.KEEP, null);
		return views;
	}

	private static List<SeriesView> reachable(final StimulusSet set, final List<String> notes) {
		final List<SeriesView> views = set.views().stream().filter(view -> isReachable(view.pose())).toList();
		final List<String> beyond = set.views().stream().filter(view -> !views.contains(view)).map(SeriesView::code).toList();
		if (!beyond.isEmpty()) notes.add(0, String.format(Locale.ROOT, "left out, beyond yaw %.0f and pitch %.0f: %s", PoseChoice.LARGEST_YAW, PoseChoice.LARGEST_PITCH, String.join(" ", beyond)));
		return views;
	}

	private static boolean isReachable(final Pose pose) {
		return Math.abs(pose.yaw()) <= PoseChoice.LARGEST_YAW && Math.abs(pose.pitch()) <= PoseChoice.LARGEST_PITCH;
	}

	/** Number of pictures. */
	public int size() {
		return views.size() * lights.size();
	}

	/**
	 * The request of one picture, which makes the same picture alone.
	 *
	 * @param asked person, face, background, what turns, how it is made and written
	 */
	public PortraitRequest request(final PortraitRequest asked, final SeriesView view, final SeriesLight light) {
		final ViewWords v = asked.view();
		final ViewWords turned = ViewWords.of(ViewWords.ABSOLUTE, view.pose(), null, v.turn(), v.background(), v.colour());
		return new PortraitRequest(PortraitRequest.GENERATE, asked.profiles(), asked.face(), turned, light.seenWith(view.pose()), asked.method(), asked
			.outputs());
	}

	/** Name of a picture's file without its extension. @param name of the person or photograph */
	public String fileName(final String name, final SeriesView view, final SeriesLight light) {
		return set.fileName(name, view.code(), light.code(), lights.size() > 1);
	}
}
