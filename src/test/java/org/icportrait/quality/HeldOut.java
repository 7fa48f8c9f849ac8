package org.icportrait.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.icportrait.face.FaceBox;
import org.icportrait.face.HeadReading;
import org.icportrait.face.LandmarkOffsets;
import org.icportrait.face.Landmarks;
import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;

/** Rendered pictures with their truth, from the shards that {@code python -m icportrait.make_heads} writes. */
public final class HeldOut {

	/** Side of the pictures, and of the truth maps. */
	public static final int SIZE = 256;
	static final int MAP = 128;
	/** So many groups are passed over first. */
	private static final int SKIPPED = Integer.getInteger("skip", 0);

	/**
	 * One rendered picture. Maps are MAP x MAP; the camera is in picture pixels.
	 *
	 * @param head 1 where the surface moves with the head
	 */
	public record View(Picture picture, Picture matte, Picture head, Picture coordinates, Picture depth, Picture backDepth, Picture normals, Picture albedo,
		Rotation rotation, HeadCamera camera, double[] landmarks, float[] light)
	{

		/** The face where the renderer put it. */
		public FaceBox box() {
			return new FaceBox(camera.x0(), camera.y0(), 2 * camera.s(), Pose.of(rotation).roll(), 1);
		}

		/** The light that it was rendered in, camera axes. */
		public Harmonics harmonics() {
			return Harmonics.of(doubles(light));
		}

		/** What a perfect surface network would say of this view. */
		HeadReading truth() {
			final double[] points = landmarks.clone();
			for (int i = 0; i < points.length; i++) if (i % 3 != 2) points[i] *= SIZE;
			return new HeadReading(new Similarity(SIZE, 0, 0, 0), matte, coordinates, depth, backDepth, normals, albedo, rotation, camera, harmonics(),
				LandmarkOffsets.marked(Landmarks.of(points), rotation, camera), 1);
		}
	}

	/** The same instant: views[v][l] is view v in light l. */
	record Scene(View[][] views) {}

	private HeldOut() {}

	/**
	 * Heads in the same lights: views[(person * 4 + view) * 3 + light]; pictures of equal places stand in the same light in camera axes.
	 */
	record Group(View[] views, int[] lightPlace) {

		static final int PEOPLE = 4, ANGLES = 4, LIGHTS = 3;

		static int index(final int person, final int angle, final int light) {
			return (person * ANGLES + angle) * LIGHTS + light;
		}
	}

	/** Reads up to {@code most} groups of a folder of shards, in order of their names, after those that are skipped. */
	static List<Group> groups(final Path folder, final int most) throws IOException {
		final List<Group> groups = new ArrayList<>();
		for (final Path path : shards(folder).stream().skip(SKIPPED).toList()) {
			if (groups.size() == most) break;
			try (Npz npz = new Npz(path)) {
				final Shard shard = new Shard(npz);
				final Npz.Array place = npz.array("light_place");
				final View[] views = new View[shard.image.shape[0]];
				final int[] places = new int[views.length];
				for (int i = 0; i < views.length; i++) {
					views[i] = shard.view(i);
					places[i] = (int) place.row(i)[0];
				}
				groups.add(new Group(views, places));
			}
		}
		return groups;
	}

	static List<Path> shards(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(f -> f.toString().endsWith(".npz")).sorted().toList();
		}
	}

	/** Reads up to {@code most} scenes of a folder of shards, in order of their names. */
	static List<Scene> read(final Path folder, final int most) throws IOException {
		final List<Scene> scenes = new ArrayList<>();
		for (final Path shard : shards(folder)) {
			try (Npz npz = new Npz(shard)) {
				readShard(npz, scenes, most);
			}
			if (scenes.size() >= most) break;
		}
		return scenes;
	}

	private static void readShard(final Npz npz, final List<Scene> scenes, final int most) {
		final Shard shard = new Shard(npz);
		for (int first = 0; first + 3 < shard.image.shape[0] && scenes.size() < most; first += 4) {
			final View[][] views = new View[2][2];
			for (int k = 0; k < 4; k++) views[k / 2][k % 2] = shard.view(first + k);
			scenes.add(new Scene(views));
		}
	}

	/** The arrays of one file. */
	static final class Shard {

		final Npz.Array image, matte, head, depth, back, normal, albedo, coordinates, rotation, camera, landmarks, light;

		Shard(final Npz npz) {
			image = npz.array("image");
			matte = npz.array("matte");
			head = npz.array("head");
			depth = npz.array("depth");
			back = npz.array("back_depth");
			normal = npz.array("normal");
			albedo = npz.array("albedo");
			coordinates = npz.array("coordinates");
			rotation = npz.array("rotation");
			camera = npz.array("camera");
			landmarks = npz.array("landmarks");
			light = npz.array("light");
		}

		View view(final int i) {
			final float[] c = camera.row(i);
			return new View(colour(image.row(i)), scaled(matte.row(i), SIZE, 1, 1 / 255f), scaled(head.row(i), MAP, 1, 1 / 255f),
				scaled(coordinates.row(i), MAP, 3, 1), scaled(depth.row(i), MAP, 1, 1), scaled(back.row(i), MAP, 1, 1), scaled(normal.row(i), MAP, 3, 1 / 127f),
				linear(albedo.row(i)), Rotation.of(doubles(rotation.row(i))), new HeadCamera(c[0] * SIZE, c[1] * SIZE, c[2] * SIZE, c[3]),
				doubles(landmarks.row(i)), light.row(i));
		}
	}

	/** Interleaved sRGB bytes to planar linear light. */
	private static Picture colour(final float[] interleaved) {
		final Picture out = new Picture(SIZE, SIZE, 3);
		final int plane = out.planeSize();
		for (int i = 0; i < plane; i++) {
			for (int c = 0; c < 3; c++) out.data()[c * plane + i] = Colour.byteToLinear((int) interleaved[3 * i + c]);
		}
		return out;
	}

	private static Picture linear(final float[] srgb) {
		for (int i = 0; i < srgb.length; i++) srgb[i] = Colour.byteToLinear((int) srgb[i]);
		return new Picture(MAP, MAP, 3, srgb);
	}

	private static Picture scaled(final float[] values, final int size, final int channels, final float factor) {
		for (int i = 0; i < values.length; i++) values[i] *= factor;
		return new Picture(size, size, channels, values);
	}

	private static double[] doubles(final float[] values) {
		final double[] out = new double[values.length];
		for (int i = 0; i < out.length; i++) out[i] = values[i];
		return out;
	}
}
