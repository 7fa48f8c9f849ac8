package org.icportrait.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.icportrait.face.HeadReading;
import org.icportrait.generate.Denoising;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Scene;
import org.icportrait.quality.HeldOut.View;
import org.icportrait.turn.Turn;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/** View warps on held-out pairs against the rendered truth inside the visible part, beside what simpler means reach. */
final class WarpQuality {

	private static final double[] BOUNDS = { 0, 15, 30, 45, 60 };
	private static final Similarity SAME = new Similarity(1, 0, 0, 0);

	private WarpQuality() {}

	/** @param read the surface of a view, or null where it cannot be read */
	static String measure(final PortraitEngine engine, final List<HeldOut.Scene> scenes, final Function<View, HeadReading> read) {
		final Map<String, List<List<Double>>> table = new LinkedHashMap<>();
		int missed = 0;
		for (final HeldOut.Scene scene : scenes) {
			for (int light = 0; light < 2; light++) {
				final TruthPair pair = new TruthPair(scene.views()[0][light], scene.views()[1][light]);
				final int bin = bin(pair.angle());
				if (bin < 0 || pair.visibleShare() < 0.2) continue;
				final HeadReading surface = read.apply(pair.source);
				final Picture warped = surface == null ? null : warp(engine, pair, surface);
				final Picture ceiling = warp(engine, pair, pair.source.truth());
				if (warped == null || ceiling == null) {
					missed++;
					continue;
				}
				add(table, "copy", bin, pair.psnr(pair.source.picture(), pair.framing()));
				add(table, "similarity transform by true landmarks", bin, pair.psnr(pair.source.picture(), pair.landmarkAlignment()));
				add(table, "view warp", bin, pair.psnr(warped, pair.framing()));
				add(table, "view warp given the true surface", bin, pair.psnr(ceiling, pair.framing()));
			}
		}
		return format(table) + missed + " pairs not read, or turned beyond the range\n";
	}

	/** The source turned by the true change of pose; null where the target pose is out of range. */
	static Picture warp(final PortraitEngine engine, final TruthPair pair, final HeadReading surface) {
		return warp(engine, pair, surface, null);
	}

	/** The same with what is not shown generated, unless {@code generation} is null. */
	static Picture warp(final PortraitEngine engine, final TruthPair pair, final HeadReading surface, final Denoising generation) {
		try {
			final Pose pose = Pose.of(pair.target.rotation().since(pair.source.rotation()).after(surface.rotation()));
			final Person person = Person.of(Profile.of(pair.source.picture(), pair.source.box(), surface));
			return engine.make(person, Scene.UNCHANGED.withPose(new PoseChoice.Absolute(pose)).withTurn(Turn.BUST).withGeneration(generation),
				Progress.NONE).picture();
		}
		catch (final BadInput e) {
			return null;
		}
	}

	private static int bin(final double angle) {
		for (int i = 0; i + 1 < BOUNDS.length; i++) if (angle >= BOUNDS[i] && angle < BOUNDS[i + 1]) return i;
		return -1;
	}

	private static void add(final Map<String, List<List<Double>>> table, final String method, final int bin, final double psnr) {
		final List<List<Double>> bins = table.computeIfAbsent(method, m -> {
			final List<List<Double>> fresh = new ArrayList<>();
			for (int i = 0; i < BOUNDS.length; i++) fresh.add(new ArrayList<>());
			return fresh;
		});
		bins.get(bin).add(psnr);
		if (BOUNDS[bin] < 30) bins.get(BOUNDS.length - 1).add(psnr);
	}

	private static String format(final Map<String, List<List<Double>>> table) {
		final StringBuilder out = new StringBuilder("| PSNR, dB | 0-15 deg | 15-30 | 30-45 | 45-60 | to 30 |\n|---|---|---|---|---|---|\n");
		table.forEach((method, bins) -> {
			out.append("| ").append(method);
			bins.forEach(bin -> out.append(String.format(" | %.2f", Statistics.mean(bin))));
			out.append(" |\n");
		});
		if (!table.isEmpty()) {
			out.append("| pairs");
			table.values().iterator().next().forEach(bin -> out.append(" | ").append(bin.size()));
			out.append(" |\n");
		}
		return out.toString();
	}
}
