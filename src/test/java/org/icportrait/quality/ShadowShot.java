package org.icportrait.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.light.Lamp;
import org.icportrait.light.Light;
import org.icportrait.quality.HeldOut.View;

/**
 * A render whose strongest lamp is a hard one, and what its renderer knows of that. Cells are those of its maps; what counts is its bare skin.
 *
 * @param lamp the strongest one
 * @param light all of it
 * @param seen share of the strongest lamp that a cell sees, 0 to 1
 * @param shading linear RGB
 * @param material of a cell
 */
record ShadowShot(View view, Lamp lamp, Light light, float[] seen, Picture shading, float[] material) {

	static final int CELLS = HeldOut.MAP;
	/** Side of a cell, pixels. */
	static final double CELL = (double) HeldOut.SIZE / CELLS;
	/** Cosine to the lamp from which a dark place lies in a shadow that something casts on it. */
	static final double FACING = 0.2;
	/** Radius (dm) of the renderer's lamps that count as hard; hardness of others. */
	private static final double HARD = 0.05, SOFTER = 0.5;
	private static final double LARGEST_YAW = 60;
	/** Share of the skin that lies in the dark, at least, and in the light. */
	private static final double LEAST = 0.03;
	private static final double HEAD = 0.9;
	/** Material of the renderer. */
	private static final float SKIN = 1;
	/** Only every so manieth. */
	private static final int STRIDE = Integer.getInteger("stride", 1);

	/** Those of up to {@code groups} groups of a folder. */
	static List<ShadowShot> of(final Path scenes, final int groups) throws IOException {
		final List<ShadowShot> out = new ArrayList<>();
		int found = 0;
		for (final Path file : HeldOut.shards(scenes).stream().limit(groups).toList()) {
			try (Npz npz = new Npz(file)) {
				final HeldOut.Shard shard = new HeldOut.Shard(npz);
				final Npz.Array lamps = npz.array("lamps");
				for (int i = 0; i < lamps.shape[0]; i++) {
					final float[] lamp = lamps.row(i);
					if (lamp[7] < 1 || lamp[6] > HARD) continue;
					final ShadowShot shot = of(npz, shard.view(i), lamp, i);
					if (Math.abs(Pose.of(shot.view.rotation()).yaw()) <= LARGEST_YAW && shot.isMixed() && found++ % STRIDE == 0) out.add(shot);
				}
			}
		}
		return out;
	}

	private static ShadowShot of(final Npz npz, final View view, final float[] lamps, final int i) {
		final float[] seen = Arrays.copyOf(npz.array("shadow").row(i), CELLS * CELLS);
		for (int k = 0; k < seen.length; k++) seen[k] /= 255;
		final float[] environment = npz.array("environment").row(i);
		final double[] harmonics = new double[environment.length];
		for (int k = 0; k < harmonics.length; k++) harmonics[k] = environment[k];
		final List<Lamp> all = new ArrayList<>();
		for (int k = 0; k < lamps.length / 8; k++) if (lamps[8 * k + 7] > 0) all.add(lamp(lamps, 8 * k));
		return new ShadowShot(view, all.get(0), new Light(Harmonics.of(harmonics), all), seen, new Picture(CELLS, CELLS, 3, npz.array("shading").row(i)),
			npz.array("material").row(i));
	}

	private static Lamp lamp(final float[] lamps, final int at) {
		return new Lamp(lamps[at], lamps[at + 1], lamps[at + 2], lamps[at + 3], lamps[at + 4], lamps[at + 5], lamps[at + 6] <= HARD ? 1 : SOFTER);
	}

	private boolean isMixed() {
		int dark = 0, all = 0;
		for (int i = 0; i < CELLS * CELLS; i++) {
			if (!isSkin(i)) continue;
			all++;
			if (seen[i] < 0.5) dark++;
		}
		return dark > LEAST * all && dark < (1 - LEAST) * all;
	}

	boolean isSkin(final int i) {
		return view.head().data()[i] > HEAD && material[i] == SKIN;
	}

	/** Whether a cell is skin that faces the lamp. */
	boolean isFacing(final int i) {
		final float[] n = view.normals().data();
		return isSkin(i) && n[i] * lamp.x() + n[CELLS * CELLS + i] * lamp.y() + n[2 * CELLS * CELLS + i] * lamp.z() > FACING;
	}
}
