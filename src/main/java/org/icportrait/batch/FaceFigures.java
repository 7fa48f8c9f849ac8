package org.icportrait.batch;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Single numbers that were read of faces, as rows of a table. They are taken from the sidecar, so that results of earlier runs have them, too. */
final class FaceFigures {

	private static final List<String> ONE_EACH = List.of("x", "y", "side", "score"), MARKS = List.of("drawn", "cut"), POSE = List.of("yaw", "pitch", "roll", "confidence");
	private static final int ANGLES = 3, EYES = 2;

	/** In the order of the sidecar; the face is counted from 1, marks are 1 or 0, eyes are right and left of the subject. */
	static final List<String> COLUMNS = List.of("face", "x", "y", "side", "score", "drawn", "cut", "yaw", "pitch", "roll", "confidence", "yaw_interval", "pitch_interval",
		"roll_interval", "right_eye_open", "left_eye_open");
	/** More than any of the numbers is good for. */
	private static final int DECIMALS = 4;

	private FaceFigures() {}

	/** A row for each face of an analysis; what was not read is empty. Throws {@link org.icportrait.work.BadInput} where the file is no text. */
	static List<List<String>> of(final Path sidecar) {
		final List<List<String>> rows = new ArrayList<>();
		for (final JsonElement face : JsonParser.parseString(SidecarFiles.read(sidecar)).getAsJsonObject().getAsJsonObject("made").getAsJsonArray("found")) {
			rows.add(row(rows.size() + 1, face.getAsJsonObject()));
		}
		return rows;
	}

	private static List<String> row(final int number, final JsonObject face) {
		final List<String> row = new ArrayList<>(List.of(Integer.toString(number)));
		for (final String name : ONE_EACH) row.add(word(face.get(name)));
		for (final String name : MARKS) row.add(face.has(name) ? "1" : "0");
		for (final String name : POSE) row.add(word(face.get(name)));
		addAll(row, face.get("pose_interval"), ANGLES);
		addAll(row, face.get("eyelids_open"), EYES);
		return row;
	}

	/** @param list of {@code count} numbers, or null */
	private static void addAll(final List<String> row, final JsonElement list, final int count) {
		final JsonArray all = list == null ? new JsonArray() : list.getAsJsonArray();
		for (int i = 0; i < count; i++) row.add(word(i < all.size() ? all.get(i) : null));
	}

	private static String word(final JsonElement number) {
		if (number == null || number.isJsonNull()) return "";
		final BigDecimal rounded = number.getAsBigDecimal().setScale(DECIMALS, RoundingMode.HALF_EVEN);
		return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
	}
}
