package org.icportrait.view;

import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;

/** Parts a photograph into the person without background and the background without person. Stateless. */
public final class Parting {

	private Parting() {}

	/**
	 * @param photograph linear RGB, that the head was prepared from; not changed, not kept
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public static Parted part(final Picture photograph, final PreparedHead head, final Progress progress) {
		throw new UnsupportedOperationException();
	}
}
