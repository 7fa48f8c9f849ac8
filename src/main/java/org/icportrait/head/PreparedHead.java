package org.icportrait.head;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.CanonicalGrid;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/**
 * One head of a photograph as geometry alone, made once and used for any number of views and lights. It holds no colour and not the
 * photograph; at most some 30 bytes a pixel of {@link #area()}. Immutable, thread-safe; what it hands out is live: treat as read-only.
 */
public final class PreparedHead {

	private PreparedHead() {}

	/**
	 * @param photograph linear RGB; guides the edge of the matte, is not kept and not changed
	 * @param reading of one of its heads
	 * @throws BadInput when the head's crop lies outside of the photograph
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public static PreparedHead of(final Picture photograph, final HeadReading reading, final Progress progress) {
		throw new UnsupportedOperationException();
	}

	/** The part of the photograph that is worked on: the head crop and a margin, as far as they lie in the photograph. */
	public Area area() {
		throw new UnsupportedOperationException();
	}

	/** Width of the photograph, pixels. */
	public int width() {
		throw new UnsupportedOperationException();
	}

	/** Height of the photograph, pixels. */
	public int height() {
		throw new UnsupportedOperationException();
	}

	/** Person (1) against background (0), one channel over {@link #area()}, at the photograph's resolution. */
	public Picture matte() {
		throw new UnsupportedOperationException();
	}

	/** At the network's resolution over the head crop, which may be turned and reach beyond the photograph, where the matte is 0. */
	public HeadMaps maps() {
		throw new UnsupportedOperationException();
	}

	/** Head axes to camera axes, as photographed. */
	public Rotation rotation() {
		throw new UnsupportedOperationException();
	}

	/** Of the photograph. */
	public HeadCamera camera() {
		throw new UnsupportedOperationException();
	}

	/** The canonical places that the photograph shows: how surely, 0..1, in one plane. */
	public CanonicalGrid observed() {
		throw new UnsupportedOperationException();
	}
}
