package org.icportrait.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.icportrait.face.HeadReading;
import org.icportrait.generate.Denoising;
import org.icportrait.geometry.CanonicalGrid;
import org.icportrait.geometry.Pose;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.quality.HeldOut.View;

/**
 * Turned portraits against the rendered truth, the whole head: what the source shows, what only its mirror image shows, and what
 * nothing shows, told apart by the renderer's own coordinates.
 */
final class TurnQuality {

	private static final double[] YAWS = { 0, 15, 35, 60, 90 };
	private static final double[] CHANGES = { 0, 30, 60, 105 };
	private static final String[] PARTS = { "seen", "mirrored", "unseen", "all" };
	private static final int ALL = 3;
	private static final int STEP = HeldOut.SIZE / HeldOut.MAP;
	/** Fewest cells of a part that are worth a number. */
	private static final int FEWEST = 40;

	/** [yaw][change][part]. */
	private final List<Double>[][][] table;

	@SuppressWarnings("unchecked")
	private TurnQuality() {
		table = new List[YAWS.length - 1][CHANGES.length - 1][PARTS.length];
		for (final List<Double>[][] row : table) for (final List<Double>[] cell : row) for (int k = 0; k < PARTS.length; k++) cell[k] = new ArrayList<>();
	}

	/** @param read the surface of a view, or null where it cannot be read */
	static String measure(final PortraitEngine engine, final Path scenes, final int groups, final Function<View, HeadReading> read) throws IOException {
		final TurnQuality network = new TurnQuality(), generated = new TurnQuality(), truth = new TurnQuality();
		SceneSet.heads(scenes, groups, 0, (views, vertices) -> {
			for (final View source : views) {
				final HeadReading reading = read.apply(source);
				for (final View target : views) {
					if (target == source) continue;
					final TruthPair pair = new TruthPair(source, target);
					if (reading != null) network.add(pair, WarpQuality.warp(engine, pair, reading));
					if (reading != null && engine.generates()) generated.add(pair, WarpQuality.warp(engine, pair, reading, Denoising.DEFAULT));
					truth.add(pair, WarpQuality.warp(engine, pair, source.truth()));
				}
			}
		});
		return "by the pack\n" + network.format() + (engine.generates() ? "\nby the pack, in context\n" + generated.format() : "") + "\nby the true maps\n" + truth.format();
	}

	private void add(final TruthPair pair, final Picture turned) {
		final int yaw = bin(YAWS, Math.abs(Pose.of(pair.source.rotation()).yaw())), change = bin(CHANGES, pair.angle());
		if (yaw < 0 || change < 0 || turned == null) return;
		final int[] part = parts(pair);
		final double[] sum = new double[PARTS.length];
		final int[] count = new int[PARTS.length];
		for (int y = 0; y < HeldOut.SIZE; y++) {
			for (int x = 0; x < HeldOut.SIZE; x++) {
				final int k = part[y / STEP * HeldOut.MAP + x / STEP];
				if (k < 0) continue;
				final double cx = pair.framing().x(x + 0.5, y + 0.5), cy = pair.framing().y(x + 0.5, y + 0.5);
				if (cx < 0 || cy < 0 || cx > HeldOut.SIZE || cy > HeldOut.SIZE) continue;
				for (int c = 0; c < 3; c++) {
					final double d = Colour.toSrgb(turned.sample(cx, cy, c)) - Colour.toSrgb(pair.target.picture().get(x, y, c));
					sum[k] += d * d;
					sum[ALL] += d * d;
				}
				count[k] += 3;
				count[ALL] += 3;
			}
		}
		for (int k = 0; k < PARTS.length; k++) if (count[k] > 3 * STEP * STEP * FEWEST) table[yaw][change][k].add(10 * Math.log10(count[k] / Math.max(1e-12, sum[k])));
	}

	/** For each map cell of the target 0 seen, 1 mirrored, 2 unseen, -1 no head. */
	private static int[] parts(final TruthPair pair) {
		final CanonicalGrid shown = new CanonicalGrid(0.08f, 2.4f, 1);
		final View source = pair.source, target = pair.target;
		for (int i = 0; i < source.head().planeSize(); i++) {
			if (source.head().data()[i] >= 0.9f && source.normals().data()[2 * source.head().planeSize() + i] > 0.15f) {
				shown.raiseAround(coordinate(source, i, 0), coordinate(source, i, 1), coordinate(source, i, 2), 0, 1);
			}
		}
		final int[] out = new int[pair.visible.length];
		final float[] share = new float[1];
		for (int i = 0; i < out.length; i++) {
			if (target.head().data()[i] < 0.9f) out[i] = -1;
			else if (pair.visible[i]) out[i] = 0;
			else {
				shown.read(-coordinate(target, i, 0), coordinate(target, i, 1), coordinate(target, i, 2), share);
				out[i] = share[0] > 0.5f ? 1 : 2;
			}
		}
		return out;
	}

	private static float coordinate(final View view, final int i, final int c) {
		return view.coordinates().data()[c * view.coordinates().planeSize() + i];
	}

	private static int bin(final double[] bounds, final double value) {
		for (int i = 0; i + 1 < bounds.length; i++) if (value >= bounds[i] && value < bounds[i + 1]) return i;
		return -1;
	}

	private String format() {
		final StringBuilder out = new StringBuilder("| source yaw |");
		for (int c = 0; c + 1 < CHANGES.length; c++) for (final String part : PARTS) out.append(String.format(" %.0f-%.0f %s |", CHANGES[c], CHANGES[c + 1], part));
		out.append("\n|---|").append("---|".repeat(PARTS.length * (CHANGES.length - 1))).append('\n');
		for (int y = 0; y + 1 < YAWS.length; y++) {
			out.append(String.format("| %.0f-%.0f |", YAWS[y], YAWS[y + 1]));
			for (final List<Double>[] cell : table[y]) for (final List<Double> psnr : cell) out.append(psnr.isEmpty() ? " |" : String.format(" %.2f (%d) |", Statistics.mean(psnr), psnr.size()));
			out.append('\n');
		}
		for (int k = 0; k < PARTS.length; k++) {
			final List<Double> all = new ArrayList<>();
			for (final List<Double>[][] row : table) for (final List<Double>[] cell : row) all.addAll(cell[k]);
			out.append(String.format("%s: %.2f dB over %d%s", PARTS[k], Statistics.mean(all), all.size(), k + 1 < PARTS.length ? "; " : "\n"));
		}
		return out.toString();
	}
}
