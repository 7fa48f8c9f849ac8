package org.icportrait.quality;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import org.icportrait.face.HeadReading;
import org.icportrait.generate.Condition;
import org.icportrait.generate.Denoising;
import org.icportrait.generate.InContextNetworks;
import org.icportrait.geometry.Pose;
import org.icportrait.image.Colour;
import org.icportrait.image.CropSampler;
import org.icportrait.image.Picture;
import org.icportrait.light.Light;
import org.icportrait.light.LightReading;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Scene;
import org.icportrait.quality.HeldOut.View;
import org.icportrait.turn.Turn;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/**
 * Portraits by geometry and in context against the rendered truth in one light ({@link PairTruth}), the whole head: what the plugin's own map calls
 * seen, mirrored and unseen.
 */
final class GeneratedQuality {

	private static final double[] YAWS = { 0, 15, 35, 60, 90 };
	private static final double[] CHANGES = { 0, 30, 60, 135 };
	private static final String[] PARTS = { "seen", "mirrored", "unseen", "all" };
	private static final int SEEN = 0, MIRRORED = 1, UNSEEN = 2, ALL = 3;
	/** Trust from which on a pixel counts as seen, as {@code icportrait.generate.figures} has it. */
	private static final float TRUSTED = 0.35f, HALF = 0.5f;
	/** Yaw of a second photograph. */
	private static final double THREE_QUARTER = 40;

	/** Squared errors, sRGB, and their numbers, of one part; DSSIM by its pixels. */
	private static final class Sum {

		private double square, dissimilar;
		private long count;

		private void add(final double error, final double dissimilarity, final long pixels) {
			square += error;
			dissimilar += dissimilarity * pixels;
			count += pixels;
		}

		private double psnr() {
			return 10 * Math.log10(3.0 * count / Math.max(1e-12, square));
		}
	}

	/** A method, by all that belongs to the person, and by what moves with the head alone: no shoulders, and no hand before a face. */
	private static final class Method {

		private final Table person = new Table(), head = new Table();
	}

	/** [yaw][change][part]. */
	private static final class Table {

		private final Sum[][][] sums = new Sum[YAWS.length - 1][CHANGES.length - 1][PARTS.length];

		private Table() {
			for (final Sum[][] row : sums) for (final Sum[] cell : row) for (int k = 0; k < PARTS.length; k++) cell[k] = new Sum();
		}

		private Sum all(final int part) {
			final Sum all = new Sum();
			for (final Sum[][] row : sums) {
				for (final Sum[] cell : row) {
					all.square += cell[part].square;
					all.dissimilar += cell[part].dissimilar;
					all.count += cell[part].count;
				}
			}
			return all;
		}
	}

	private final PortraitEngine engine;
	/** Null where the denoiser is not looked at by itself. */
	private final InContextNetworks networks;
	private final Method geometric = new Method(), generated = new Method(), unmerged = new Method();
	/** Of the same pairs with a second photograph. */
	private final Method geometricOfTwo = new Method(), generatedOfTwo = new Method();
	private int pairs;

	private GeneratedQuality(final PortraitEngine engine, final InContextNetworks networks) {
		this.engine = engine;
		this.networks = networks;
	}

	/** @param networks of the same pack, to see what is lost on the way to the picture @param read the surface of a view, or null where it cannot be read */
	static String measure(final PortraitEngine engine, final InContextNetworks networks, final Path scenes, final int groups, final Function<View, HeadReading> read)
		throws IOException
	{
		final GeneratedQuality quality = new GeneratedQuality(engine, networks);
		final List<Path> shards = HeldOut.shards(scenes);
		for (final Path shard : shards.subList(0, Math.min(groups, shards.size()))) SceneSet.pictures(shard, views -> quality.addHead(views, read));
		return quality.format();
	}

	/**
	 * One photograph against two: the view nearest to the front alone, and with that nearest to three-quarter, for the other views. Seen, mirrored and
	 * unseen are those of the one; the truth has for each the light of its own condition.
	 */
	static String profiles(final PortraitEngine engine, final Path scenes, final int groups, final Function<View, HeadReading> read) throws IOException {
		final GeneratedQuality quality = new GeneratedQuality(engine, null);
		SceneSet.heads(scenes, groups, 0, (views, vertices) -> quality.addTwo(views, read));
		final StringBuilder out = head();
		row(out, "geometric, one photograph", quality.geometric);
		row(out, "geometric, two", quality.geometricOfTwo);
		row(out, "in context, one photograph", quality.generated);
		row(out, "in context, two", quality.generatedOfTwo);
		return out.append(quality.pairs).append(" pairs\n").toString();
	}

	private void addTwo(final View[] views, final Function<View, HeadReading> read) {
		final View front = nearest(views, 0, null), side = nearest(views, THREE_QUARTER, front);
		final HeadReading one = read.apply(front), two = read.apply(side);
		if (one == null || two == null) return;
		final Profile first = Profile.of(front.picture(), front.box(), one), second = Profile.of(side.picture(), side.box(), two);
		for (final View target : views) if (target != front && target != side) add(front, target, one, null, Person.of(first, second));
	}

	private static View nearest(final View[] views, final double yaw, final View but) {
		View best = null;
		for (final View view : views) if (view != but && (best == null || away(view, yaw) < away(best, yaw))) best = view;
		return best;
	}

	private static double away(final View view, final double yaw) {
		return Math.abs(Math.abs(Pose.of(view.rotation()).yaw()) - yaw);
	}

	/** Each view in its first light as the source of all others, whose light is kept and changed in turns. */
	private void addHead(final View[] views, final Function<View, HeadReading> read) {
		for (int source = 0; source < SceneSet.VIEWS; source++) {
			final View from = views[source * SceneSet.LIGHTS];
			final HeadReading reading = read.apply(from);
			if (reading == null) continue;
			for (int target = 0; target < SceneSet.VIEWS; target++) {
				if (target == source) continue;
				final View to = views[target * SceneSet.LIGHTS + (source + target) % 2];
				add(from, to, reading, (source + target) % 2 == 1 ? LightReading.of(Light.of(to.harmonics()), 1) : null, null);
			}
		}
	}

	/** @param two the person of two photographs, or null where one is enough */
	private void add(final View source, final View target, final HeadReading reading, final LightReading light, final Person two) {
		final TruthPair pair = new TruthPair(source, target);
		final int yaw = bin(YAWS, Math.abs(Pose.of(source.rotation()).yaw())), change = bin(CHANGES, pair.angle());
		if (yaw < 0 || change < 0) return;
		final Person person = Person.of(Profile.of(source.picture(), source.box(), reading));
		final Pose pose = Pose.of(target.rotation().since(source.rotation()).after(reading.rotation()));
		final Scene scene = Scene.UNCHANGED.withPose(new PoseChoice.Absolute(pose)).withTurn(Turn.BUST).withLight(light);
		try {
			final Condition condition = engine.condition(person, scene, Progress.NONE);
			final PairTruth truth = PairTruth.of(condition, target, pair.framing());
			final Scene inContext = scene.withGeneration(Denoising.DEFAULT);
			add(geometric, yaw, change, condition, truth, engine.make(person, scene, Progress.NONE).picture());
			add(generated, yaw, change, condition, truth, engine.make(person, inContext, Progress.NONE).picture());
			if (networks != null) compare(unmerged, yaw, change, condition, truth, unguided(condition));
			pairs++;
			if (two == null) return;
			final PairTruth ofTwo = PairTruth.of(engine.condition(two, scene, Progress.NONE), target, pair.framing());
			add(geometricOfTwo, yaw, change, condition, ofTwo, engine.make(two, scene, Progress.NONE).picture());
			add(generatedOfTwo, yaw, change, condition, ofTwo, engine.make(two, inContext, Progress.NONE).picture());
		}
		catch (final BadInput outOfRange) {
			// The plugin turns no further; both methods lack the pair.
		}
	}

	/** What the denoiser makes of it, in the frame. */
	private Picture unguided(final Condition condition) {
		final InContextNetworks.Guide nobody = new InContextNetworks.Guide(networks.noGuidance(), null);
		return Denoising.DEFAULT.run(networks, condition, nobody, Progress.NONE).colours();
	}

	private static void add(final Method method, final int yaw, final int change, final Condition condition, final PairTruth truth, final Picture whole) {
		compare(method, yaw, change, condition, truth, CropSampler.crop(whole, condition.frame().toPicture(), condition.frame().side()));
	}

	/** @param made in the frame */
	private static void compare(final Method method, final int yaw, final int change, final Condition condition, final PairTruth truth, final Picture made) {
		final double[] dissimilar = Metrics.dissimilarities(made, linear(truth.portrait()));
		compare(method.person.sums[yaw][change], parts(condition, truth, truth.matte()), truth, made, dissimilar);
		compare(method.head.sums[yaw][change], parts(condition, truth, truth.head()), truth, made, dissimilar);
	}

	/** Which pixels count for each part. @param of whom the picture is that counts, 0..1 */
	private static boolean[][] parts(final Condition condition, final PairTruth truth, final Picture of) {
		final int n = of.planeSize();
		final FloatBuffer maps = condition.maps().buffer();
		final boolean[][] parts = new boolean[PARTS.length][n];
		for (int i = 0; i < n; i++) {
			if (of.data()[i] < HALF || truth.known().data()[i] < HALF) continue;
			final boolean mirrored = maps.get(2 * n + i) > HALF, trusted = maps.get(n + i) > HALF && maps.get(i) > TRUSTED;
			parts[mirrored ? MIRRORED : trusted ? SEEN : UNSEEN][i] = true;
			parts[ALL][i] = true;
		}
		return parts;
	}

	private static void compare(final Sum[] sums, final boolean[][] parts, final PairTruth truth, final Picture made, final double[] dissimilar) {
		final int n = made.planeSize();
		for (int k = 0; k < PARTS.length; k++) {
			double square = 0;
			long pixels = 0;
			for (int i = 0; i < n; i++) {
				if (!parts[k][i]) continue;
				pixels++;
				for (int c = 0; c < 3; c++) {
					final double d = Colour.toSrgb(Math.max(0, Math.min(1, made.data()[c * n + i]))) - truth.portrait().data()[c * n + i];
					square += d * d;
				}
			}
			if (pixels > 0) sums[k].add(square, Metrics.mean(dissimilar, parts[k]), pixels);
		}
	}

	private static Picture linear(final Picture encoded) {
		final Picture out = encoded.copy();
		for (int i = 0; i < out.data().length; i++) out.data()[i] = Colour.toLinear(out.data()[i]);
		return out;
	}

	private static int bin(final double[] bounds, final double value) {
		for (int i = 0; i + 1 < bounds.length; i++) if (value >= bounds[i] && value < bounds[i + 1]) return i;
		return -1;
	}

	private String format() {
		final StringBuilder out = head();
		row(out, "geometric", geometric);
		row(out, "in context", generated);
		row(out, "the denoiser's own picture", unmerged);
		out.append(pairs).append(" pairs\n\n| PSNR, dB, geometric -> in context |");
		for (int c = 0; c + 1 < CHANGES.length; c++) for (final String part : PARTS) out.append(String.format(" %.0f-%.0f %s |", CHANGES[c], CHANGES[c + 1], part));
		out.append("\n|---|").append("---|".repeat(PARTS.length * (CHANGES.length - 1))).append('\n');
		for (int y = 0; y + 1 < YAWS.length; y++) {
			out.append(String.format("| source yaw %.0f-%.0f |", YAWS[y], YAWS[y + 1]));
			for (int c = 0; c + 1 < CHANGES.length; c++) {
				for (int k = 0; k < PARTS.length; k++) {
					final Sum before = geometric.person.sums[y][c][k], after = generated.person.sums[y][c][k];
					out.append(before.count == 0 ? " |" : String.format(" %.1f -> %.1f |", before.psnr(), after.psnr()));
				}
			}
			out.append('\n');
		}
		return out.toString();
	}

	private static StringBuilder head() {
		final StringBuilder out = new StringBuilder("| PSNR, dB; DSSIM |");
		for (final String part : PARTS) out.append(' ').append(part).append(" |");
		return out.append("\n|---|").append("---|".repeat(PARTS.length)).append('\n');
	}

	private static void row(final StringBuilder out, final String name, final Method method) {
		row(out, name, method.person);
		row(out, name + ", the head alone", method.head);
	}

	private static void row(final StringBuilder out, final String name, final Table table) {
		out.append("| ").append(name);
		for (int k = 0; k < PARTS.length; k++) {
			final Sum all = table.all(k);
			out.append(String.format(" | %.2f; %.3f", all.psnr(), all.dissimilar / Math.max(1, all.count)));
		}
		out.append(" |\n");
	}
}
