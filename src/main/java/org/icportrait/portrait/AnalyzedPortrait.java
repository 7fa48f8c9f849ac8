package org.icportrait.portrait;

import org.icportrait.face.FaceBox;
import org.icportrait.face.HeadSurface;
import org.icportrait.face.Pose;
import org.icportrait.image.Picture;

/**
 * A portrait that was read once and can be turned and lit many times: what is dear to compute is kept, so that previews are fast.
 * Holds the picture it was given (not a copy): do not change that. Thread-safe.
 */
public final class AnalyzedPortrait {

	private final Picture picture;
	private final FaceBox box;
	private final HeadSurface surface;

	AnalyzedPortrait(final Picture picture, final FaceBox box, final HeadSurface surface) {
		this.picture = picture;
		this.box = box;
		this.surface = surface;
	}

	/** The photograph, linear light. */
	public Picture picture() {
		return picture;
	}

	/** The face as it was found. */
	public FaceBox box() {
		return box;
	}

	/** What was read of the head, at the resolution of the network. */
	public HeadSurface surface() {
		return surface;
	}

	/** Where the head looks. */
	public Pose pose() {
		return surface.pose();
	}
}
