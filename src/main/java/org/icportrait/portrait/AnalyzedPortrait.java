package org.icportrait.portrait;

import org.icportrait.face.FaceBox;
import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.light.Light;
import org.icportrait.light.OldLightEstimator;
import org.icportrait.light.OldLitHead;
import org.icportrait.light.OldOwnShading;
import org.icportrait.view.HeadMaps;
import org.icportrait.view.PreparedHead;
import org.icportrait.view.SurfaceUpsampler;

/**
 * A portrait that was read once and can be turned and lit many times: what is dear to compute is kept, so that previews are fast.
 * Holds the picture it was given (not a copy): do not change that. Thread-safe.
 */
public final class AnalyzedPortrait {

	private final Picture picture;
	private final FaceBox box;
	private final HeadReading surface;
	private HeadMaps maps;
	private PreparedHead prepared;
	private PreparedHead preparedWithShading;
	private Light light;
	private Picture shading;

	AnalyzedPortrait(final Picture picture, final FaceBox box, final HeadReading surface) {
		this.picture = picture;
		this.box = box;
		this.surface = surface;
	}

	/** The photograph, linear light, 3 channels. */
	public Picture picture() {
		return picture;
	}

	/** The face as it was found. */
	public FaceBox box() {
		return box;
	}

	/** What was read of the head, at the resolution of the network. */
	public HeadReading surface() {
		return surface;
	}

	/** The same at the photograph's own resolution; made at the first call. */
	public synchronized HeadMaps maps() {
		if (maps == null) maps = SurfaceUpsampler.upsample(picture, surface);
		return maps;
	}

	/** The light that the photograph was taken in; found at the first call. */
	public synchronized Light light() {
		if (light == null) light = OldLightEstimator.estimate(picture, maps(), surface.camera(), null, surface.light().toArray());
		return light;
	}

	/** The shading that the photograph shows, linear RGB over the rectangle of {@link #maps()}; made at the first call. */
	synchronized Picture shading() {
		if (shading == null) shading = OldOwnShading.of(picture, maps(), surface.camera(), light());
		return shading;
	}

	/** What light needs of it. */
	OldLitHead head() {
		return OldLitHead.of(picture, maps(), surface);
	}

	/**
	 * Picture and shading as six channels, made ready for views, so that a turned head, its mirrored pixels too, knows the light that it
	 * carries; made at the first call.
	 */
	synchronized PreparedHead preparedWithShading() {
		if (preparedWithShading == null) preparedWithShading = new PreparedHead(ShadedPicture.join(picture, maps(), shading()), maps(), surface);
		return preparedWithShading;
	}

	/** The picture made ready for views; made at the first call. */
	synchronized PreparedHead prepared() {
		if (prepared == null) prepared = new PreparedHead(picture, maps(), surface);
		return prepared;
	}

	/** Where the head looks. */
	public Pose pose() {
		return surface.pose();
	}
}
