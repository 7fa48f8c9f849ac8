package org.icportrait.pairs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

import org.icportrait.face.FaceChoice;
import org.icportrait.generate.Condition;
import org.icportrait.geometry.Pose;
import org.icportrait.inference.Device;
import org.icportrait.inference.Tensor;
import org.icportrait.light.Light;
import org.icportrait.light.LightReading;
import org.icportrait.portrait.EngineOptions;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Scene;
import org.icportrait.quality.HeldOut.View;
import org.icportrait.quality.NpzWriter;
import org.icportrait.quality.PairTruth;
import org.icportrait.quality.SceneSet;
import org.icportrait.quality.TruthPair;
import org.icportrait.turn.Turn;
import org.icportrait.view.Background;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/**
 * Writes training pairs of the generator: what the plugin itself makes of one render for another view and light of the same head, errors of its
 * networks and all, and what the renderer shows there.
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.mainClass=org.icportrait.pairs.WritePairs -Dexec.classpathScope=test -Dexec.args="SCENES PAIRS [PART PARTS]"
 * </pre>
 *
 * SCENES holds shards that {@code python -m icportrait.make_heads} wrote. Each becomes a file of the same name in PAIRS, drawn by the number in its
 * name alone; those that are there already are passed over, so that the same command goes on where it was stopped, and several processes share the work
 * ({@code 0 2} and {@code 1 2}). {@code -Dpack=FOLDER} takes another pack than the default; {@code -Dsources} (2) and {@code -Dtargets} (3) say how many
 * pictures of a head are turned, and to how many others each. Arrays (first axis: pair; S: the denoiser's side): {@code start}, {@code truth} uint8
 * [3, S, S] sRGB; {@code profile} likewise, the photograph's half of the stitched canvas; {@code shares} uint8 [3, S, S], trust, covered and mirrored share by 255; {@code surface} int16 [7, S, S], canonical x, y, z, depth
 * and normal x, y, z by 1/4096; {@code matte}, {@code known} uint8 [1, S, S]; {@code turned} float32, degrees; {@code yaw} float32, the source's; {@code error} float32, dm, how
 * far the truth lies from the condition once it is laid over it.
 */
public final class WritePairs {

	private static final float SURFACE_SCALE = 4096;
	/** A head read more wrongly than this (degrees) was not read. */
	private static final double MISREAD = 25;
	/** A head drawn farther (dm) from the truth than this is another head. */
	private static final double WRONG = 0.09;
	/** Shares of pairs whose body turns too, whose background is a plain colour, and whose light changes. */
	private static final double BUST = 0.3, PLAIN = 0.3, RELIT = 0.4;

	private final PortraitEngine engine;
	private final Random random;
	private final NpzWriter file = new NpzWriter();

	private WritePairs(final PortraitEngine engine, final long seed) {
		this.engine = engine;
		random = new Random(seed);
	}

	/** @param args scenes, pairs, and where several processes share the work the number of this one and of all */
	public static void main(final String... args) throws IOException {
		Locale.setDefault(Locale.ROOT);
		final Path out = Files.createDirectories(Path.of(args[1]));
		final int part = args.length > 2 ? Integer.parseInt(args[2]) : 0, parts = args.length > 3 ? Integer.parseInt(args[3]) : 1;
		final Path pack = System.getProperty("pack") == null ? null : Path.of(System.getProperty("pack"));
		final List<Path> shards;
		try (Stream<Path> files = Files.list(Path.of(args[0]))) {
			shards = files.filter(f -> f.getFileName().toString().matches("shard_\\d+\\.npz")).sorted().toList();
		}
		try (PortraitEngine engine = PortraitEngine.open(new EngineOptions(pack, Device.CPU, null))) {
			for (final Path shard : shards) {
				final long number = Long.parseLong(shard.getFileName().toString().replaceAll("\\D", ""));
				final Path target = out.resolve(shard.getFileName());
				if (number % parts != part || Files.exists(target)) continue;
				System.out.println(target.getFileName() + ": " + new WritePairs(engine, number).write(shard, target) + " pairs");
			}
		}
	}

	private int write(final Path shard, final Path target) throws IOException {
		final int sources = Integer.getInteger("sources", 2), targets = Integer.getInteger("targets", 3);
		final int[] count = new int[1];
		SceneSet.pictures(shard, views -> {
			for (final int source : some(views.length, sources)) count[0] += addSource(views, source, targets);
		});
		if (!file.isEmpty()) file.write(target);
		return count[0];
	}

	/** Adds pairs of one source; returns how many. */
	private int addSource(final View[] views, final int source, final int targets) {
		final List<Integer> others = new ArrayList<>();
		for (final int i : some(views.length, views.length)) if (i / SceneSet.LIGHTS != source / SceneSet.LIGHTS) others.add(i);
		final Profile profile = profile(views[source]);
		if (profile == null) return 0;
		int count = 0;
		for (final int target : others) if (count < targets && add(profile, views[source], views[target])) count++;
		return count;
	}

	private int[] some(final int of, final int count) {
		final List<Integer> all = new ArrayList<>();
		for (int i = 0; i < of; i++) all.add(i);
		Collections.shuffle(all, random);
		return all.stream().limit(count).mapToInt(i -> i).toArray();
	}

	/** Null where no head is found, or quite another one. */
	private Profile profile(final View source) {
		try {
			final Profile profile = engine.analyze(source.picture(), FaceChoice.largest(), Progress.NONE);
			return profile.reading().rotation().degreesTo(source.rotation()) > MISREAD ? null : profile;
		}
		catch (final BadInput nobody) {
			return null;
		}
	}

	/** Whether the plugin turns so far. */
	private boolean add(final Profile profile, final View source, final View target) {
		final TruthPair pair = new TruthPair(source, target);
		final Pose pose = Pose.of(target.rotation().since(source.rotation()).after(profile.reading().rotation()));
		try {
			final Condition condition = engine.condition(Person.of(profile), scene(target).withPose(new PoseChoice.Absolute(pose)), Progress.NONE);
			final Registration laid = Registration.of(condition, target);
			if (laid == null || laid.error() > WRONG) return false;
			append(condition, PairTruth.of(condition, target, laid.toSource()));
			append("profile", profile.canvas(condition.frame().side(), Progress.NONE));
			file.number("error", (float) laid.error());
		}
		catch (final BadInput outOfRange) {
			return false;
		}
		file.number("turned", (float) pair.angle());
		file.number("yaw", (float) Pose.of(source.rotation()).yaw());
		return true;
	}

	private Scene scene(final View target) {
		final Background plain = Background.colour(random.nextFloat(), random.nextFloat(), random.nextFloat());
		final boolean bust = random.nextDouble() < BUST, before = random.nextDouble() < PLAIN, relit = random.nextDouble() < RELIT;
		return Scene.UNCHANGED.withTurn(bust ? Turn.BUST : Turn.HEAD).withBackground(before ? plain : Background.KEEP)
			.withLight(relit ? LightReading.of(Light.of(target.harmonics()), 1) : null);
	}

	private void append(final Condition condition, final PairTruth truth) {
		final int side = condition.frame().side(), n = side * side;
		final float[] maps = condition.maps().copy();
		append("start", condition.start());
		file.bytes("truth", scaled(truth.portrait().data()), 3, side, side);
		file.bytes("matte", scaled(truth.matte().data()), 1, side, side);
		file.bytes("known", truth.known().data(), 1, side, side);
		file.bytes("shares", scaled(Arrays.copyOfRange(maps, 0, 3 * n)), 3, side, side);
		file.shorts("surface", Arrays.copyOfRange(maps, 3 * n, 10 * n), SURFACE_SCALE, 7, side, side);
	}

	/** The colours of a picture that the networks are given, -1..1, three channels or more. */
	private void append(final String name, final Tensor picture) {
		final int side = (int) picture.shape()[2];
		final float[] colours = Arrays.copyOf(picture.copy(), 3 * side * side);
		for (int i = 0; i < colours.length; i++) colours[i] = 255 * (colours[i] + 1) / 2;
		file.bytes(name, colours, 3, side, side);
	}

	private static float[] scaled(final float[] shares) {
		final float[] out = new float[shares.length];
		for (int i = 0; i < out.length; i++) out[i] = 255 * shares[i];
		return out;
	}
}
