package org.icportrait.portrait;

import java.util.Map;

import org.icportrait.generate.ExtraPictures;
import org.icportrait.image.Picture;
import org.icportrait.light.Light;
import org.icportrait.view.View;

/**
 * What came out. The pictures are the caller's own.
 *
 * @param picture linear light, of the photograph's size, 3 channels
 * @param alpha coverage 0..1 of the photograph's size where the background was taken away, else null
 * @param view where every pixel of the head comes from, and the maps of the head
 * @param canvas profile and masked reference side by side, linear light, where the light came from a photograph, else null
 * @param light that was found or asked for, or null where it was kept
 * @param generated 0..1, one channel, of the photograph's size: how much of each pixel was generated; null where geometry alone was at work
 * @param extras what was wanted beside it; null where nothing was, or where nothing was generated
 * @param provenance where it comes from
 */
public record PortraitResult(Picture picture, Picture alpha, View view, Picture canvas, Light light, Picture generated, ExtraPictures extras,
	Provenance provenance)
{

	/** The same result with another origin. */
	PortraitResult from(final Provenance other) {
		return new PortraitResult(picture, alpha, view, canvas, light, generated, extras, other);
	}

	/** The same result, with the words that asked for it in its origin. */
	public PortraitResult asked(final Map<String, Object> words) {
		return from(provenance.asked(words));
	}
}
