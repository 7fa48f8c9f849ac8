package org.icportrait.light;

import java.util.Random;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.AreaScale;
import org.icportrait.image.BorderFade;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.maps.HeadMaps;
import org.icportrait.view.AnalyticHead;
import org.icportrait.work.Progress;

/** An ellipsoid in known light, for tests. */
final class LitScenes {

	static final int SIDE = 130;
	static final AnalyticHead HEAD = AnalyticHead.of(SIDE, 56, Pose.FRONTAL, LitScenes::skin);
	static final HeadMaps MAPS = maps(HEAD);
	/** Far from any light used here. */
	static final Harmonics GUESS = Harmonics.even(0.5, 0.5, 0.5);

	private LitScenes() {}

	private static double skin(final double x, final double y, final double z, final int c) {
		return (0.5 - 0.12 * c) * (1 + 0.25 * Math.sin(7 * x + 1) * Math.cos(8 * y));
	}

	/** Its maps as a network of 128 x 128 would give them over a crop turned with the head, continued off the head. */
	static HeadMaps maps(final AnalyticHead head) {
		final HeadReading reading = head.surface();
		final int n = reading.mapSize();
		final Picture matte = AreaScale.scale(reading.matte(), n, n);
		final float[] inside = new float[n * n];
		for (int i = 0; i < inside.length; i++) inside[i] = matte.data()[i] > 0.99f ? 1 : 0;
		return new HeadMaps(new Similarity(n, 0, 0, 0).after(reading.cropToPicture().inverse()), matte, PushPull.fill(reading.depth(), inside, Progress.NONE),
			normalised(PushPull.fill(reading.normals(), inside, Progress.NONE)), PushPull.fill(reading.coordinates(), inside, Progress.NONE), PushPull.fill(reading.albedo(), inside, Progress.NONE));
	}

	private static Picture normalised(final Picture normals) {
		final int n = normals.planeSize();
		final float[] d = normals.data();
		for (int i = 0; i < n; i++) {
			final float length = (float) Math.sqrt(d[i] * d[i] + d[n + i] * d[n + i] + d[2 * n + i] * d[2 * n + i]);
			for (int c = 0; c < 3; c++) d[c * n + i] /= length;
		}
		return normals;
	}

	/** Soft light from a direction (made unit), with as much from everywhere; shading about 0.3 to 1. */
	static Harmonics soft(final double x, final double y, final double z, final double red, final double green, final double blue) {
		final double length = Math.sqrt(x * x + y * y + z * z);
		final Harmonics.Sum sum = new Harmonics.Sum();
		sum.add(x / length, y / length, z / length, 1.5 * red, 1.5 * green, 1.5 * blue);
		final double[] light = sum.harmonics().toArray(), even = Harmonics.even(0.5 * red, 0.5 * green, 0.5 * blue).toArray();
		for (int i = 0; i < light.length; i++) light[i] += even[i];
		return Harmonics.of(light);
	}

	/** The head rendered in soft light, without any of the code under test but the sum over the basis. */
	static Picture rendered(final AnalyticHead head, final Harmonics light) {
		final double[] basis = new double[Harmonics.COUNT];
		return head.picture((x, y, z, c) -> {
			Harmonics.basis(x, y, z, basis);
			double sum = 0;
			for (int k = 0; k < Harmonics.COUNT; k++) sum += light.get(k, c) * basis[k];
			return sum;
		}, 1);
	}

	/** The head of {@link #MAPS} with a given shading over the maps. */
	static Picture shaded(final Picture shading) {
		return relit(rendered(HEAD, Harmonics.even(1, 1, 1)), new Area(0, 0, SIDE, SIDE), MAPS, shading, Progress.NONE);
	}

	/** Whether the picture of {@link #HEAD} shows nothing but head in a pixel. */
	static boolean isHead(final int x, final int y) {
		return MAPS.matte().sample(MAPS.column(x + 0.5, y + 0.5), MAPS.row(x + 0.5, y + 0.5), 0) > 0.99f;
	}

	/** Mean difference over the head between two pictures of {@link #SIDE}, relative to the mean of the second. */
	static double meanDifference(final Picture a, final Picture b) {
		double sum = 0, all = 0;
		for (int y = 0; y < SIDE; y++) {
			for (int x = 0; x < SIDE; x++) {
				if (!isHead(x, y)) continue;
				for (int c = 0; c < 3; c++) {
					sum += Math.abs(a.get(x, y, c) - b.get(x, y, c));
					all += b.get(x, y, c);
				}
			}
		}
		return sum / all;
	}

	/** Mean of green over a part of the head of {@link #MAPS}: canonical x and y from (left, bottom) to (right, top), dm. */
	static double mean(final Picture shading, final double left, final double bottom, final double right, final double top) {
		double sum = 0;
		int count = 0;
		final int n = MAPS.size();
		for (int i = 0; i < n; i++) {
			final float x = MAPS.coordinates().data()[i], y = MAPS.coordinates().data()[n + i];
			if (MAPS.matte().data()[i] < 0.99f || x < left || x > right || y < bottom || y > top) continue;
			sum += shading.data()[n + i];
			count++;
		}
		return sum / count;
	}

	/** A head that was seen by a camera, with no fitted one. */
	static LitHead head(final Picture picture, final Area area, final HeadMaps maps, final HeadCamera camera, final Rotation rotation, final Harmonics guess) {
		return new LitHead(picture, area, LitSurface.of(maps, camera), rotation, guess, new HeadBox(camera.x0(), camera.y0(), 2 * camera.s(), 0));
	}

	/** Light that falls off nowhere in an area. */
	static BorderFade everywhere(final Area area) {
		return new BorderFade(new Area(0, 0, area.right(), area.bottom()), area.right(), area.bottom(), 1);
	}

	/** A person relit, as far as {@code falloff} lets the light reach. */
	static Picture relit(final Picture person, final Area area, final HeadMaps maps, final Picture ratio, final HeldGleams gleams, final BorderFade falloff,
		final Progress progress)
	{
		return Relighter.rows(person, area, maps, ratio, gleams, falloff).whole(person.width(), person.height(), progress);
	}

	/** The same without gleams, everywhere. */
	static Picture relit(final Picture person, final Area area, final HeadMaps maps, final Picture ratio, final Progress progress) {
		return relit(person, area, maps, ratio, HeldGleams.NONE, everywhere(area), progress);
	}

	/** By which a photograph itself is relit. */
	static Picture ratio(final HeadMaps maps, final Picture own, final Picture wanted) {
		return Relighter.ratio(maps, own, FaceLight.of(maps, own), wanted, Progress.NONE);
	}

	static LitHead lit(final AnalyticHead head, final Picture picture) {
		return head(picture, new Area(0, 0, picture.width(), picture.height()), maps(head), head.camera(), head.rotation(), GUESS);
	}

	/** The same head on maps of another size. */
	static LitHead scaled(final LitHead head, final int side) {
		final HeadMaps m = head.maps();
		final double factor = (double) side / m.width();
		final HeadMaps maps = new HeadMaps(new Similarity(factor, 0, 0, 0).after(m.pictureToMaps()), AreaScale.scale(m.matte(), side, side),
			AreaScale.scale(m.depth(), side, side), normalised(AreaScale.scale(m.normals(), side, side)), AreaScale.scale(m.coordinates(), side, side),
			AreaScale.scale(m.albedo(), side, side));
		return head(head.picture(), head.area(), maps, head.camera(), head.rotation(), head.guess());
	}

	static Harmonics randomLight(final long seed) {
		final Random random = new Random(seed);
		return Harmonics.of(random.doubles(Harmonics.ALL, -1.5, 1.5).toArray());
	}

	static double[] randomDirection(final Random random) {
		final double x = random.nextGaussian(), y = random.nextGaussian(), z = random.nextGaussian(), length = Math.sqrt(x * x + y * y + z * z);
		return new double[] { x / length, y / length, z / length };
	}

	static double degrees(final Lamp lamp, final double x, final double y, final double z) {
		return Math.toDegrees(Math.acos((lamp.x() * x + lamp.y() * y + lamp.z() * z) / Math.sqrt(x * x + y * y + z * z)));
	}
}
