package org.icportrait.quality;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.icportrait.face.FaceBox;
import org.icportrait.face.FaceReader;
import org.icportrait.face.FoundFace;
import org.icportrait.face.HeadReading;
import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/** The finder with all its looks on hard variants and headless crops, which {@code python -m icportrait.variants --write} made. */
final class VariantQuality {

	/** A find counts where its centre is this near, as a share of the side, and its side between half and twice the true one. */
	private static final double NEAR = 0.35;
	/** Degrees by which the head that was read may lean otherwise. */
	private static final double ROLL = 15;
	/** Every so many pictures are looked at, from which on: parts of the whole for a busy machine. */
	private static final int STEP = Integer.getInteger("step", 1), FIRST = Integer.getInteger("first", 0);

	/** What became of the pictures of one kind. */
	private static final class Row {

		private int pictures, found, upright, refused, falseFinds;
		private final List<Double> milliseconds = new ArrayList<>();
		private final List<String> missed = new ArrayList<>();
	}

	private VariantQuality() {}

	static String measure(final FaceReader faces, final Path folder) throws IOException {
		final Map<String, Row> rows = new TreeMap<>();
		final JsonArray entries = JsonParser.parseString(Files.readString(folder.resolve("truth.json"))).getAsJsonArray();
		for (int i = FIRST; i < entries.size(); i += STEP) {
			final JsonObject entry = entries.get(i).getAsJsonObject();
			final Picture picture = PhotographQuality.load(folder.resolve(entry.get("file").getAsString()));
			look(faces, picture, entry, rows.computeIfAbsent(entry.get("kind").getAsString(), kind -> new Row()));
		}
		return table(rows);
	}

	private static void look(final FaceReader faces, final Picture picture, final JsonObject entry, final Row row) {
		final long start = System.nanoTime();
		final List<FoundFace> found = faces.find(picture, Progress.NONE);
		row.milliseconds.add((System.nanoTime() - start) / 1e6);
		row.pictures++;
		final JsonElement truth = entry.get("face");
		final FoundFace own = truth.isJsonNull() ? null : found.stream().filter(face -> isOn(face.box(), truth.getAsJsonArray())).findFirst().orElse(null);
		row.falseFinds += own == null ? found.size() : found.size() - 1;
		if (own != null) read(faces, picture, own, truth.getAsJsonArray().get(3).getAsDouble(), row);
		else if (!truth.isJsonNull() || !found.isEmpty()) row.missed.add(entry.get("file").getAsString());
	}

	private static void read(final FaceReader faces, final Picture picture, final FoundFace own, final double roll, final Row row) {
		row.found++;
		try {
			final HeadReading reading = faces.read(picture, own, Progress.NONE);
			if (Math.abs(Math.IEEEremainder(reading.pose().roll() - roll, 360)) <= ROLL) row.upright++;
		}
		catch (final BadInput refused) {
			row.refused++;
		}
	}

	private static boolean isOn(final FaceBox box, final JsonArray truth) {
		final double side = truth.get(2).getAsDouble();
		final double away = Math.hypot(box.x() - truth.get(0).getAsDouble(), box.y() - truth.get(1).getAsDouble());
		return away < NEAR * side && box.side() > side / 2 && box.side() < 2 * side;
	}

	private static String table(final Map<String, Row> rows) {
		final StringBuilder out = new StringBuilder("| kind | pictures | found | read, right way up | refused | other finds | median ms |\n|---|---|---|---|---|---|---|\n");
		int faces = 0, found = 0, upright = 0;
		for (final Map.Entry<String, Row> entry : rows.entrySet()) {
			final Row row = entry.getValue();
			out.append(String.format("| %s | %d | %d | %d | %d | %d | %.0f | %s%n", entry.getKey(), row.pictures, row.found, row.upright, row.refused, row.falseFinds,
				Statistics.median(row.milliseconds), row.missed.size() > 12 ? row.missed.size() + " files" : row.missed));
			if (row.found == 0) continue; // headless
			faces += row.pictures;
			found += row.found;
			upright += row.upright;
		}
		return out.append(String.format("%nfound %.1f %%, read the right way up %.1f %% of %d", 100.0 * found / faces, 100.0 * upright / faces, faces)).toString();
	}
}
