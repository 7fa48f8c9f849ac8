package org.icportrait.view;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.icportrait.image.Picture;
import org.icportrait.image.Resampler;
import org.icportrait.view.ViewOptions.Background;
import org.icportrait.view.ViewWarp.Frame;

/** Gathers colours and maps from the places that {@link WarpSights} chose, and lays the person over the background. */
final class WarpComposition {

	/** Neighbours whose texture places jump by more than this (pixels) lie on a contour, which is smoothed. */
	private static final float JUMP = 3;
	/** A point inside the head, canonical dm, from which the unseen rear's normals point outward. */
	private static final double[] MIDDLE = { 0, 0.3, 0 };

	/** Canonical height (dm) below which what is seen is no head any more. */
	private static final float SHOULDERS = -1.0f;

	private final PreparedHead head;
	private final WarpTurnedHead turned;
	private final WarpSights sights;
	private final Frame frame;
	private final ViewOptions options;

	WarpComposition(final PreparedHead head, final WarpTurnedHead turned, final WarpSights sights, final Frame frame, final ViewOptions options) {
		this.head = head;
		this.turned = turned;
		this.sights = sights;
		this.frame = frame;
		this.options = options;
	}

	WarpResult compose(final double[] rotation) {
		final Picture person = frame.empty(head.source.channels(), 0);
		final Picture facts = frame.empty(4, 0); // visibility, mirrored, correspondence x, y
		final HeadMaps maps = new HeadMaps(frame.x(), frame.y(), new Picture(frame.width(), frame.height(), 1, sights.alpha), frame.empty(1, 0),
			frame.empty(3, 0), frame.empty(3, 0), frame.empty(3, 0));
		IntStream.range(0, frame.height()).parallel().forEach(row -> {
			final Resampler colours = new Resampler(head.layers.person()), coarse = new Resampler(head.coarse);
			for (int i = row * frame.width(); i < (row + 1) * frame.width(); i++) {
				if (sights.isEmpty(i)) continue;
				gatherColours(i, sights.direct.rear[i] ? coarse : colours, colours, person);
				gatherFacts(i, facts);
				gatherMaps(i, maps, rotation);
			}
		});
		WarpContours.smooth(person, sights.alpha, contours());
		return assemble(person, facts, maps, rotation);
	}

	private void gatherColours(final int i, final Resampler direct, final Resampler mirrored, final Picture person) {
		final float m = sights.mirrorShare[i];
		if (m < 1) {
			direct.moveTo(sights.direct.textureX[i] - head.maps.x(), sights.direct.textureY[i] - head.maps.y());
			for (int c = 0; c < person.channels(); c++) person.data()[c * frame.size() + i] = (1 - m) * direct.read(c);
		}
		if (m > 0) {
			mirrored.moveTo(sights.mirrored.textureX[i] - head.maps.x(), sights.mirrored.textureY[i] - head.maps.y());
			for (int c = 0; c < person.channels(); c++) person.data()[c * frame.size() + i] += m * mirrored.read(c);
		}
	}

	private void gatherFacts(final int i, final Picture facts) {
		final float m = sights.mirrorShare[i];
		final int n = frame.size();
		final WarpFragments seen = m > 0.5f ? sights.mirrored : sights.direct;
		facts.data()[i] = sights.alpha[i] * (m < 1 ? (1 - m) * sights.direct.confidence[i] : 0);
		facts.data()[n + i] = m;
		facts.data()[2 * n + i] = seen.textureX[i];
		facts.data()[3 * n + i] = seen.textureY[i];
	}

	private void gatherMaps(final int i, final HeadMaps maps, final double[] rotation) {
		final boolean mirror = sights.mirrorShare[i] > 0.5f;
		final WarpFragments seen = mirror ? sights.mirrored : sights.direct;
		final float x = seen.textureX[i] - head.maps.x(), y = seen.textureY[i] - head.maps.y();
		final int n = frame.size();
		maps.depth().data()[i] = seen.depth[i];
		for (int c = 0; c < 3; c++) {
			maps.coordinates().data()[c * n + i] = (mirror && c == 0 ? -1 : 1) * head.maps.coordinates().sample(x, y, c);
			maps.albedo().data()[c * n + i] = head.maps.albedo().sample(x, y, c);
		}
		// Shoulders have no middle to point away from.
		if (seen.rear[i] && maps.coordinates().data()[n + i] > SHOULDERS) outwardNormal(i, maps, rotation);
		else turnedNormal(i, x, y, mirror, maps);
	}

	private void turnedNormal(final int i, final float x, final float y, final boolean mirror, final HeadMaps maps) {
		double nx = head.maps.normals().sample(x, y, 0), ny = head.maps.normals().sample(x, y, 1), nz = head.maps.normals().sample(x, y, 2);
		if (mirror) {
			final Symmetry s = head.symmetry;
			final double d = 2 * (nx * s.nx() + ny * s.ny() + nz * s.nz());
			nx -= d * s.nx();
			ny -= d * s.ny();
			nz -= d * s.nz();
		}
		final double[] r = turned.rotationAt(x + head.maps.x(), y + head.maps.y(), head.maps.coordinates().sample(x, y, 1));
		writeNormal(i, maps, r[0] * nx + r[1] * ny + r[2] * nz, r[3] * nx + r[4] * ny + r[5] * nz, r[6] * nx + r[7] * ny + r[8] * nz);
	}

	/** Of the rear no normal is known: away from the middle of the head. */
	private void outwardNormal(final int i, final HeadMaps maps, final double[] r) {
		final double qz = maps.depth().data()[i];
		final double qx = head.camera.liftX(frame.x() + i % frame.width() + 0.5, qz), qy = head.camera.liftY(frame.y() + i / frame.width() + 0.5, qz);
		writeNormal(i, maps, qx - r[0] * MIDDLE[0] - r[1] * MIDDLE[1] - r[2] * MIDDLE[2], qy - r[3] * MIDDLE[0] - r[4] * MIDDLE[1] - r[5] * MIDDLE[2],
			qz - r[6] * MIDDLE[0] - r[7] * MIDDLE[1] - r[8] * MIDDLE[2]);
	}

	private void writeNormal(final int i, final HeadMaps maps, final double x, final double y, final double z) {
		final double length = Math.sqrt(x * x + y * y + z * z) + 1e-12;
		maps.normals().data()[i] = (float) (x / length);
		maps.normals().data()[frame.size() + i] = (float) (y / length);
		maps.normals().data()[2 * frame.size() + i] = (float) (z / length);
	}

	/** Pixels where neighbours come from places far apart, or where the rear meets the background. */
	private boolean[] contours() {
		final int w = frame.width();
		final boolean[] out = new boolean[frame.size()];
		for (int y = 0; y + 1 < frame.height(); y++) {
			for (int x = 0; x + 1 < w; x++) {
				final int i = y * w + x;
				if (isJump(i, i + 1)) out[i] = out[i + 1] = true;
				if (isJump(i, i + w)) out[i] = out[i + w] = true;
			}
		}
		return out;
	}

	private boolean isJump(final int i, final int j) {
		final boolean a = sights.isEmpty(i), b = sights.isEmpty(j);
		if (a && b) return false;
		if (a || b) return sights.alpha[i] + sights.alpha[j] > 0.7f;
		if (sights.mirrorShare[i] > 0 || sights.mirrorShare[j] > 0) return false; // those blend smoothly already
		final WarpFragments d = sights.direct;
		return Math.abs(d.textureX[i] - d.textureX[j]) + Math.abs(d.textureY[i] - d.textureY[j]) > JUMP && Math.abs(d.depth[i] - d.depth[j]) > 0.1f;
	}

	private WarpResult assemble(final Picture person, final Picture facts, final HeadMaps maps, final double[] rotation) {
		final Picture picture = backdrop();
		final int w = picture.width(), h = picture.height(), n = frame.size();
		final Picture alpha = new Picture(w, h, 1), visibility = new Picture(w, h, 1), mirrored = new Picture(w, h, 1), places = new Picture(w, h, 2);
		Arrays.fill(places.data(), Float.NaN);
		IntStream.range(0, frame.height()).parallel().forEach(y -> {
			for (int x = 0; x < frame.width(); x++) {
				final int i = y * frame.width() + x, to = (frame.y() + y) * w + frame.x() + x;
				final float a = sights.alpha[i];
				if (a <= 0) continue;
				for (int c = 0; c < picture.channels(); c++) {
					final float behind = picture.data()[c * w * h + to], own = person.data()[c * n + i];
					picture.data()[c * w * h + to] = options.background() == Background.REMOVE ? own : behind + a * (own - behind);
				}
				alpha.data()[to] = a;
				visibility.data()[to] = facts.data()[i];
				mirrored.data()[to] = facts.data()[n + i];
				if (facts.data()[2 * n + i] == 0) continue; // a contour's outer rim shows no place of its own
				places.data()[to] = facts.data()[2 * n + i];
				places.data()[w * h + to] = facts.data()[3 * n + i];
			}
		});
		return new WarpResult(picture, alpha, visibility, mirrored, places, maps, rotation, head.camera);
	}

	private Picture backdrop() {
		if (options.background() == Background.KEEP) return head.layers.plate().copy();
		final Picture out = new Picture(head.source.width(), head.source.height(), head.source.channels());
		if (options.background() == Background.COLOUR) {
			for (int c = 0; c < out.channels(); c++) {
				// Channels beyond the colour, such as shading, have no background of their own.
				final float value = c < 3 ? options.colour()[c] : 1;
				Arrays.fill(out.data(), c * out.planeSize(), (c + 1) * out.planeSize(), value);
			}
		}
		return out;
	}
}
