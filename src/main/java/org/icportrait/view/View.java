package org.icportrait.view;

import java.util.List;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.head.HeadMaps;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;

/**
 * A person seen from somewhere: for each pixel which place of which source it shows, and how surely. What colour that is the view does
 * not know: any {@link Layer} of the sources can be carried to it. Immutable, thread-safe; what it hands out is live: treat as read-only.
 */
public final class View {

	private View() {}

	/**
	 * Turns a person. Each source is seen directly and, where wanted, in the mirror of the head's symmetry; of several sources the one
	 * that shows a place clearest is taken, the first one where they are alike. Camera and picture size are those of the first source.
	 * The rotation of the first source gives {@link #unchanged}.
	 *
	 * @param sources photographs of one person, at least one
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public static View turn(final List<PreparedHead> sources, final ViewTarget target, final Progress progress) {
		throw new UnsupportedOperationException();
	}

	/** The view of the photograph itself: every pixel shows its own place. */
	public static View unchanged(final PreparedHead source) {
		throw new UnsupportedOperationException();
	}

	/** Whether this is the photograph's own view. */
	public boolean isUnchanged() {
		throw new UnsupportedOperationException();
	}

	/** The part of the picture where the person is. */
	public Area area() {
		throw new UnsupportedOperationException();
	}

	/** Width of the whole picture, pixels. */
	public int width() {
		throw new UnsupportedOperationException();
	}

	/** Height of the whole picture, pixels. */
	public int height() {
		throw new UnsupportedOperationException();
	}

	/** Head axes to camera axes. */
	public Rotation rotation() {
		throw new UnsupportedOperationException();
	}

	/** Of the picture. */
	public HeadCamera camera() {
		throw new UnsupportedOperationException();
	}

	/** Of the head in this view, on a coarse grid, continued off the head. */
	public HeadMaps maps() {
		throw new UnsupportedOperationException();
	}

	/** 0..1: person against background, one channel over {@link #area()}. */
	public Picture alpha() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Takes layers of the sources to this view.
	 *
	 * @param layers one for each source, all with the same number of channels; not changed
	 * @return over {@link #area()} at picture resolution, 0 where alpha is 0; of an unchanged view it may be the layer's own picture
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public Picture carry(final List<Layer> layers, final Progress progress) {
		throw new UnsupportedOperationException();
	}

	/** The same over the grid of {@link #maps()}, continued off the head. */
	public Picture carryToMaps(final List<Layer> layers, final Progress progress) {
		throw new UnsupportedOperationException();
	}

	/** 0..1 over {@link #area()}: how well the sources show what stands here; NaN where alpha is 0. Made anew at each call. */
	public Picture visibility() {
		throw new UnsupportedOperationException();
	}

	/** 0..1 over {@link #area()}: how much of the pixel comes from the other half of a head. Made anew at each call. */
	public Picture mirrored() {
		throw new UnsupportedOperationException();
	}

	/** Three channels over {@link #area()}: source x and y (pixels) and the index of the source; NaN where alpha is 0. Made anew at each call. */
	public Picture correspondence() {
		throw new UnsupportedOperationException();
	}
}
