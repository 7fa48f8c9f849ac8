package org.icportrait.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.icportrait.face.FaceChoice;
import org.icportrait.face.HeadReading;
import org.icportrait.generate.Denoising;
import org.icportrait.identity.Identity;
import org.icportrait.image.Picture;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.Profile;
import org.icportrait.quality.HeldOut.View;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/** What likeness says: of photographs of one person and of two, of true views of one head and of our own views of it. */
final class LikenessQuality {

	private static final double FALSE_ACCEPTANCE = 0.01;
	private static final double[] TURNS = { 0, 15, 30, 45, 60 };
	/** A pair of a true view, or a made one, with the source; and of two heads. */
	private static final String[] KINDS = { "true views", "made by geometry", "another head, the true view", "made in context" };

	private LikenessQuality() {}

	/** Neutral against smiling photographs, everybody with everybody. */
	static String people(final PortraitEngine engine, final List<Path> photographs) {
		final List<Identity> neutral = new ArrayList<>(), smiling = new ArrayList<>();
		for (final Path file : photographs) {
			final Profile profile = engine.analyze(PhotographQuality.load(file), FaceChoice.largest(), Progress.NONE);
			(file.toString().contains("neutral") ? neutral : smiling).add(engine.identity(profile, Progress.NONE).orElseThrow());
		}
		final List<Double> own = new ArrayList<>(), others = new ArrayList<>(), widths = new ArrayList<>();
		for (int a = 0; a < neutral.size(); a++) for (int b = 0; b < smiling.size(); b++) {
			final var likeness = neutral.get(a).likenessTo(smiling.get(b));
			(a == b ? own : others).add(likeness.value());
			widths.add(likeness.high() - likeness.low());
		}
		return "photographs, neutral against smiling: " + verification(own, others) + String.format("; width of the interval %.3f%n", Statistics.mean(widths));
	}

	/** Views of held-out heads in one light, by how far they are turned from the source. */
	static String turned(final PortraitEngine engine, final Path scenes, final int groups, final Function<View, HeadReading> read) throws IOException {
		final List<List<List<Double>>> table = new ArrayList<>();
		for (int t = 0; t + 1 < TURNS.length; t++) table.add(List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
		final List<Identity> before = new ArrayList<>();
		SceneSet.heads(scenes, groups, 0, (views, vertices) -> {
			final Identity[] faces = new Identity[views.length];
			final HeadReading[] readings = new HeadReading[views.length];
			for (int v = 0; v < views.length; v++) {
				readings[v] = read.apply(views[v]);
				if (readings[v] != null) faces[v] = identity(engine, views[v].picture(), views[v], readings[v]);
			}
			for (int s = 0; s < views.length; s++) for (int t = 0; t < views.length; t++) {
				final TruthPair pair = new TruthPair(views[s], views[t]);
				final int bin = bin(pair.angle());
				if (s == t || bin < 0 || faces[s] == null || faces[t] == null) continue;
				final Identity made = made(engine, WarpQuality.warp(engine, pair, readings[s]));
				if (made == null) continue;
				table.get(bin).get(0).add(faces[s].likenessTo(faces[t]).value());
				table.get(bin).get(1).add(faces[s].likenessTo(made).value());
				final Identity generated = engine.generates() ? made(engine, WarpQuality.warp(engine, pair, readings[s], Denoising.DEFAULT)) : null;
				if (generated != null) table.get(bin).get(3).add(faces[s].likenessTo(generated).value());
				if (!before.isEmpty()) table.get(bin).get(2).add(faces[s].likenessTo(before.get((s * views.length + t) % before.size())).value());
			}
			before.clear();
			for (final Identity face : faces) if (face != null) before.add(face);
		});
		return format(table);
	}

	private static Identity identity(final PortraitEngine engine, final Picture picture, final View view, final HeadReading reading) {
		return engine.identity(Profile.of(picture, view.box(), reading), Progress.NONE).orElseThrow();
	}

	/** Read as a photograph would be; null where no face is found in it. */
	private static Identity made(final PortraitEngine engine, final Picture picture) {
		try {
			return picture == null ? null : engine.identity(engine.analyze(picture, FaceChoice.largest(), Progress.NONE), Progress.NONE).orElseThrow();
		}
		catch (final BadInput unreadable) {
			return null;
		}
	}

	private static int bin(final double angle) {
		for (int i = 0; i + 1 < TURNS.length; i++) if (angle >= TURNS[i] && angle < TURNS[i + 1]) return i;
		return -1;
	}

	private static String format(final List<List<List<Double>>> table) {
		final StringBuilder out = new StringBuilder("| likeness to the source: mean (5 % to 95 %) |");
		for (int t = 0; t + 1 < TURNS.length; t++) out.append(String.format(" turned %.0f-%.0f |", TURNS[t], TURNS[t + 1]));
		out.append("\n|---|").append("---|".repeat(TURNS.length - 1)).append('\n');
		for (int k = 0; k < KINDS.length; k++) {
			final int kind = k;
			if (table.stream().allMatch(row -> row.get(kind).isEmpty())) continue;
			out.append("| ").append(KINDS[k]).append(" |");
			for (final List<List<Double>> row : table) {
				final List<Double> values = row.get(k);
				out.append(String.format(" %.2f (%.2f to %.2f; %d) |", Statistics.mean(values), Statistics.quantile(values, 0.05), Statistics.quantile(values, 0.95), values
					.size()));
			}
			out.append('\n');
		}
		return out.toString();
	}

	/** Equal error rate, and how many of one person are told where one in a hundred of two is taken for one. */
	private static String verification(final List<Double> own, final List<Double> others) {
		final double limit = Statistics.quantile(others, 1 - FALSE_ACCEPTANCE);
		double equal = 1;
		for (double at = -1; at <= 1; at += 0.002) {
			final double cut = at;
			final double refused = own.stream().filter(v -> v < cut).count() / (double) own.size(), taken = others.stream().filter(v -> v >= cut).count() / (double) others.size();
			equal = Math.min(equal, Math.max(refused, taken));
		}
		return String.format("equal error %.1f %%; at a likeness of %.2f one in a hundred pairs of two people is taken for one person and %.0f %% of true pairs are told; " +
			"mean %.2f and %.2f (%d and %d pairs)", 100 * equal, limit, 100.0 * own.stream().filter(v -> v >= limit).count() / own.size(), Statistics.mean(own), Statistics.mean(
				others), own.size(), others.size());
	}
}
