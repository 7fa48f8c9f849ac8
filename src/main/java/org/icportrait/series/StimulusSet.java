package org.icportrait.series;

import java.util.List;

/**
 * A known set of stimuli as far as views, lights and names go. Immutable.
 *
 * @param word by which dialogs, macros and the command line name it
 * @param title as its makers call it
 * @param views all views of the set, those that we cannot turn to among them
 * @param lights all its lights
 * @param pattern of file names, with {name}, {view} and, where each name tells the light, {light}
 * @param frame of its pictures, or null for the photograph's own
 * @param labels whether a map of the face's parts goes with each picture
 * @param notes what of this is ours because the set does not say it
 */
public record StimulusSet(String word, String title, List<SeriesView> views, List<SeriesLight> lights, String pattern, Frame frame, boolean labels,
	List<String> notes)
{

	public StimulusSet {
		views = List.copyOf(views);
		lights = List.copyOf(lights);
		notes = List.copyOf(notes);
	}

	/**
	 * Size of pictures, and where the place between the eyes stands in them.
	 *
	 * @param width pixels
	 * @param height pixels
	 * @param x share of the width
	 * @param y share of the height, from above
	 */
	public record Frame(int width, int height, double x, double y) {}

	/** Name of a file without its extension. @param name of the person or photograph @param many whether the series has more than one light */
	String fileName(final String name, final String view, final String light, final boolean many) {
		final boolean told = pattern.contains("{light}");
		return pattern.replace("{view}", view).replace("{light}", light).replace("{name}", name) + (many && !told ? "_" + light : "");
	}
}
