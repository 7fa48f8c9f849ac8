package org.icportrait.studio;

import ij.ImagePlus;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.icportrait.portrait.PortraitEngine;

/** What the studio needs of the program that it stands in. All methods but {@link #withEngine} are called on the event thread. */
public interface StudioHost {

	/** Works with the engine, on the calling thread; it stays open until the work returns. */
	<T> T withEngine(Function<PortraitEngine, T> work);

	/** The open images that may show the person. */
	List<ImagePlus> openImages();

	/** The macro line that makes the state of the active image, joined with further photographs of the person. */
	String macro(StudioState state, List<ImagePlus> further);

	/** Makes the state in full quality, as the macro line would, and shows it. @param done takes the result, or null where there is none, on the event thread */
	void generate(ImagePlus photograph, List<ImagePlus> further, StudioState state, Consumer<ImagePlus> done);

	/** Saves a result with its origin; asks where. */
	void save(ImagePlus result);

	/** Puts text onto the clipboard. */
	void copy(String text);

	/** Opens the page that explains the studio. */
	void help();
}
