package org.icportrait.view;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import org.icportrait.face.HeadReading;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;

/**
 * Turns a head by geometry alone: pixels are lifted by depth, what the photograph does not show is completed by the head's mirror
 * symmetry, the rear closes the silhouette, and everything is turned about the head origin and drawn at the photograph's own
 * resolution. Thread-safe.
 */
public final class ViewWarp {

	private static final double NO_CHANGE = 1e-6;

	private ViewWarp() {}

	/** One view of a picture; for several make a {@link PreparedHead} once. Arguments as there and in the other method. */
	public static WarpResult warp(final Picture source, final HeadMaps maps, final HeadReading surface, final ViewOptions options, final Progress progress) {
		return warp(new PreparedHead(source, maps, surface), options, progress);
	}

	/**
	 * @param head not changed
	 * @param options the pose wanted and the rest
	 * @param progress told how far it is; cancelling throws {@link CancellationException}
	 * @return a new result; at an unchanged pose with the background kept its picture equals the source
	 */
	public static WarpResult warp(final PreparedHead head, final ViewOptions options, final Progress progress) {
		final double[] target = options.pose().toRotation().toArray();
		final double[] change = Rotations.timesTransposed(target, head.rotation);
		final WarpTurnedHead turned = new WarpTurnedHead(head, change, options.turn());
		stopIfCancelled(progress);
		final Frame frame = Frame.around(head, turned);
		final WarpFragments solid = new WarpFragments(frame.size()), fringe = new WarpFragments(frame.size()), mirrored = new WarpFragments(frame.size());
		frame.shift(turned.x, turned.y);
		frame.shift(turned.mirrorX, turned.mirrorY);
		final WarpRasteriser front = new WarpRasteriser(turned.x, turned.y, turned.z, head.textureX, head.textureY, head.confidence, head.maps, frame.width(), frame.height());
		front.draw(head.frontTriangles, false, solid, fringe);
		front.draw(head.shellTriangles, true, solid, null);
		progress.report(0.4, "Turning the head");
		stopIfCancelled(progress);
		if (options.mirror()) {
			final WarpRasteriser other = new WarpRasteriser(turned.mirrorX, turned.mirrorY, turned.mirrorZ, head.textureX, head.textureY, head.mirrorConfidence,
				head.maps, frame.width(), frame.height());
			other.draw(head.frontTriangles, false, mirrored, null);
		}
		progress.report(0.6, "Turning the head");
		stopIfCancelled(progress);
		final WarpSights sights = WarpSights.resolve(head, solid, fringe, mirrored, frame);
		final WarpResult result = new WarpComposition(head, turned, sights, frame, options).compose(target);
		progress.report(1, "Turning the head");
		final boolean same = Rotations.difference(target, head.rotation) < NO_CHANGE && options.background() == ViewOptions.Background.KEEP;
		return same ? withPicture(result, head.source.copy()) : result;
	}

	private static WarpResult withPicture(final WarpResult r, final Picture picture) {
		return new WarpResult(picture, r.alpha(), r.visibility(), r.mirrored(), r.correspondence(), r.maps(), r.rotation(), r.camera());
	}

	private static void stopIfCancelled(final Progress progress) {
		if (progress.isCancelled()) throw new CancellationException("Turning the head was cancelled.");
	}

	/** The rectangle of the picture that is drawn: where the person was, and where it goes. */
	record Frame(int x, int y, int width, int height) {

		static Frame around(final PreparedHead head, final WarpTurnedHead turned) {
			final HeadMaps maps = head.maps;
			float left = maps.x(), top = maps.y(), right = left + maps.width(), bottom = top + maps.height();
			for (final int v : head.frontTriangles) {
				left = Math.min(left, turned.x[v]);
				right = Math.max(right, turned.x[v]);
				top = Math.min(top, turned.y[v]);
				bottom = Math.max(bottom, turned.y[v]);
			}
			final int x = Math.max(0, (int) left), y = Math.max(0, (int) top);
			return new Frame(x, y, Math.min(head.source.width(), (int) Math.ceil(right)) - x, Math.min(head.source.height(), (int) Math.ceil(bottom)) - y);
		}

		int size() {
			return width * height;
		}

		/** From picture pixels to pixels of this rectangle. */
		void shift(final float[] xs, final float[] ys) {
			if (x == 0 && y == 0) return;
			for (int i = 0; i < xs.length; i++) {
				xs[i] -= x;
				ys[i] -= y;
			}
		}

		Picture empty(final int channels, final float value) {
			final Picture out = new Picture(width, height, channels);
			if (value != 0) Arrays.fill(out.data(), value);
			return out;
		}
	}
}
