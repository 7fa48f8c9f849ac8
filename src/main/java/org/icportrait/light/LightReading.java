package org.icportrait.light;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;

/**
 * What a source of light says, read once and used on any number of heads and views. Immutable, thread-safe. All methods end with a
 * {@link java.util.concurrent.CancellationException} soon after the progress says so.
 */
public abstract sealed class LightReading permits GivenLight, PhotographLight, StitchedLight {

	/**
	 * A light that is known: a preset, a direction, coefficients, surroundings. It is exposed as the head's own light is: the face stays
	 * as bright, and white light leaves its colours as they are.
	 *
	 * @param light camera axes of the heads that it will fall on
	 * @param strength brightness relative to the head's own light, 0 or more
	 */
	public static LightReading of(final Light light, final double strength) {
		return new GivenLight(light, strength);
	}

	/**
	 * The light of a photograph, by lighting-aware stitching as a network has learned it: the photograph is masked on the grid of its crop
	 * before anything looks at it. Given the box, what is hidden, or lies outside of the crop, counts for nothing, to the bit. A picture
	 * that is its own reference in its own box changes nothing.
	 *
	 * @param network stays its owner's, and open for as long as the reading is used
	 * @param photograph linear RGB; kept (not copied) for {@link #canvas}: do not change it
	 * @param box of the head whose light is read; its roll counts by quarter turns
	 * @param options how it is masked; whom it shows does not matter to the network
	 */
	public static LightReading stitched(final StitchNetwork network, final Picture photograph, final HeadBox box, final StitchOptions options,
		final Progress progress)
	{
		return StitchedLight.read(network, photograph, box, options, progress);
	}

	/**
	 * The light of a photograph where the pack has no network for it: the photograph is masked to a few patches, and its light is fitted to those.
	 * Of the photograph's colours none but those of visible patches are read here. The maps of the reference (normals, albedo, depth) and
	 * its guess, though, are what the surface network made of the WHOLE photograph, hidden patches included; so what is hidden still tells
	 * something through them, until the network is shown the visible patches alone.
	 *
	 * @param reference its picture is kept (not copied) for {@link #canvas}: do not change it
	 * @param options how it is masked, and whether it shows the person of the heads that its light will fall on
	 */
	public static LightReading ofPhotograph(final LitHead reference, final StitchOptions options, final Progress progress) {
		return PhotographLight.read(reference, options, progress);
	}

	LightReading() {}

	/** The box of the reference in which the light was read; null where none counted. */
	public HeadBox box() {
		return null;
	}

	/** Which pixels of the reference, a picture of this size, were read, [y * width + x]; null where no photograph was. */
	public boolean[] shown(final int width, final int height) {
		return null;
	}

	/** Whether {@link #on} wants heads whose pictures show what is around them too, as photographs do. */
	public boolean readsSurroundings() {
		return false;
	}

	/** The light that was given or found, in camera axes; not yet exposed as a head is. */
	public abstract Light light();

	/**
	 * The light as it falls on a head.
	 *
	 * @param head its picture is read by readings of photographs alone
	 * @param own shading that the head's picture carries, 3 channels over the head's maps
	 * @param face light of the photograph of which the head is a view
	 */
	public abstract WantedLight on(LitHead head, Picture own, FaceLight face, Progress progress);

	/**
	 * A profile, and beside it the reference with its masked patches grey, scaled to the same height; null where no photograph was read.
	 *
	 * @param profile linear RGB
	 */
	public Picture canvas(final Picture profile) {
		return null;
	}
}
