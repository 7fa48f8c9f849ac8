package org.icportrait.request;

import org.icportrait.face.FaceChoice;
import org.icportrait.image.Picture;
import org.icportrait.light.HeadBox;
import org.icportrait.light.LightReading;
import org.icportrait.light.StitchOptions;
import org.icportrait.portrait.Profile;
import org.icportrait.work.Progress;

/** Opens what a request names. Whoever implements it may keep what was read once. Each throws {@code BadInput} where it cannot. */
public interface Sources {

	/** A photograph with the chosen face read. */
	Profile portrait(Source source, FaceChoice choice, Progress progress);

	/**
	 * The light of a photograph.
	 *
	 * @param box of the face whose light is meant; null to find it
	 */
	LightReading light(Source source, HeadBox box, StitchOptions options, Progress progress);

	/** An equirectangular picture of surroundings, linear light. */
	Picture panorama(Source source);

	/** A mask: one channel, 0..1. */
	Picture mask(Source source);
}
