package org.icportrait.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.icportrait.face.FaceChoice;
import org.icportrait.face.FaceReader;
import org.icportrait.face.HeadReading;
import org.icportrait.face.Parts;
import org.icportrait.face.Parts.Kind;
import org.icportrait.image.Picture;
import org.icportrait.quality.HeldOut.View;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/** What places show: on held-out renders against the truth, and on photographs, in which nobody holds anything before the face. */
final class PartsQuality {

	/** The kind of each material that a render stores (0 nobody, else 1 + the renderer's number); null where a number is of no material. */
	private static final Kind[] OF_MATERIAL = { Kind.NOBODY, Kind.SKIN, Kind.SKIN, Kind.SKIN, Kind.SKIN, Kind.HAIR, null, Kind.CLOTH, Kind.CLOTH, Kind.GLASSES,
		Kind.GLASSES, null, Kind.HELD, Kind.HAIR, Kind.BEARD, Kind.SKIN };
	/** Skin above and behind these (dm of the mean head) may be painted with cropped hair, which no material tells: it does not count. */
	private static final double HAIRLINE = 0.75, BACK = -0.25, NAPE = -0.5;
	/** Most photographs that are named. */
	private static final int NAMED = 5;

	private PartsQuality() {}

	/** For each kind, what truth and network have in common as a share of what either has. @param folder of shards @param most of them that are read */
	static String renders(final FaceReader faces, final Path folder, final int most) throws IOException {
		final int kinds = Kind.values().length;
		final long[][] counts = new long[kinds][kinds];
		final List<Path> shards = HeldOut.shards(folder);
		for (final Path file : shards.subList(0, Math.min(most, shards.size()))) {
			try (Npz npz = new Npz(file)) {
				final HeldOut.Shard shard = new HeldOut.Shard(npz);
				final Npz.Array material = npz.array("material");
				for (int i = 0; i < material.shape[0]; i++) add(faces, shard.view(i), material.row(i), counts);
			}
		}
		return table(counts);
	}

	private static void add(final FaceReader faces, final View view, final float[] material, final long[][] counts) {
		final HeadReading reading;
		try {
			reading = faces.read(view.picture(), view.box(), Progress.NONE);
		}
		catch (final BadInput cut) {
			return;
		}
		final Parts parts = reading.parts();
		final Kind[] told = parts.likeliest();
		for (int i = 0; i < told.length; i++) {
			final double u = (i % parts.size() + 0.5) / parts.size(), v = (i / parts.size() + 0.5) / parts.size();
			final int x = (int) Math.floor(reading.cropToPicture().x(u, v) * HeldOut.MAP / HeldOut.SIZE);
			final int y = (int) Math.floor(reading.cropToPicture().y(u, v) * HeldOut.MAP / HeldOut.SIZE);
			if (x < 0 || y < 0 || x >= HeldOut.MAP || y >= HeldOut.MAP) continue;
			final Kind kind = kind((int) material[y * HeldOut.MAP + x], view.coordinates(), x, y);
			if (kind != null) counts[kind.ordinal()][told[i].ordinal()]++;
		}
	}

	/** Null where the truth does not tell. */
	private static Kind kind(final int material, final Picture coordinates, final int x, final int y) {
		final Kind kind = OF_MATERIAL[material];
		if (kind != Kind.SKIN) return kind;
		final double height = coordinates.get(x, y, 1), front = coordinates.get(x, y, 2);
		return height > HAIRLINE || front < BACK && height > NAPE ? null : kind;
	}

	private static String table(final long[][] counts) {
		final StringBuilder out = new StringBuilder("| kind | places | in common | told right | told as |\n|---|---|---|---|---|\n");
		for (final Kind kind : Kind.values()) {
			final int k = kind.ordinal();
			long of = 0, as = 0;
			for (int j = 0; j < counts.length; j++) {
				of += counts[k][j];
				as += counts[j][k];
			}
			final long both = counts[k][k];
			out.append(String.format("| %s | %d | %.3f | %.1f %% | %s |%n", kind.name().toLowerCase(), of, both / (double) Math.max(1, of + as - both), 100.0 * both / Math.max(1, of),
				others(counts[k], k)));
		}
		return out.toString();
	}

	/** What else a kind is told as, most often first, in percent; below one is left out. */
	private static String others(final long[] row, final int own) {
		long all = 0;
		for (final long count : row) all += count;
		final List<Kind> order = new ArrayList<>(List.of(Kind.values()));
		order.sort(Comparator.comparingLong(kind -> -row[kind.ordinal()]));
		final StringBuilder out = new StringBuilder();
		for (final Kind kind : order) {
			final double share = 100.0 * row[kind.ordinal()] / Math.max(1, all);
			if (kind.ordinal() != own && share >= 1) out.append(out.isEmpty() ? "" : ", ").append(String.format("%s %.0f", kind.name().toLowerCase(), share));
		}
		return out.toString();
	}

	/** How much of the people is told as each kind, and the photographs in which most of a person is told as held. */
	static String photographs(final FaceReader faces, final List<Path> files) {
		final double[] sums = new double[Kind.values().length];
		final List<String> held = new ArrayList<>();
		for (final Path file : files) {
			final Picture picture = PhotographQuality.load(file);
			final Kind[] told = faces.read(picture, faces.select(picture, FaceChoice.largest(), Progress.NONE).get(0), Progress.NONE).parts().likeliest();
			final double[] counts = new double[sums.length];
			for (final Kind kind : told) counts[kind.ordinal()]++;
			final double person = Math.max(1, told.length - counts[Kind.NOBODY.ordinal()]);
			for (final Kind kind : Kind.values()) if (kind != Kind.NOBODY) sums[kind.ordinal()] += 100 * counts[kind.ordinal()] / person / files.size();
			held.add(String.format("%.2f %% %s", 100 * counts[Kind.HELD.ordinal()] / person, file.getFileName()));
		}
		held.sort(Comparator.comparingDouble((String line) -> -Double.parseDouble(line.substring(0, line.indexOf(' ')))));
		final StringBuilder out = new StringBuilder(files.size() + " photographs, share of the person:");
		for (final Kind kind : Kind.values()) if (kind != Kind.NOBODY) out.append(String.format(" %s %.2f %%", kind.name().toLowerCase(), sums[kind.ordinal()]));
		return out.append("; held most in ").append(String.join(", ", held.subList(0, Math.min(NAMED, held.size())))).append('\n').toString();
	}
}
