package org.icportrait.generate;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Numbers that the recipe wrote: {@code python -m icportrait.generate.noise}. */
final class Reference {

	private Reference() {}

	static List<Double> numbers(final String name) {
		final InputStreamReader reader = new InputStreamReader(Reference.class.getResourceAsStream("reference.json"), StandardCharsets.UTF_8);
		final List<Double> numbers = new ArrayList<>();
		new Gson().fromJson(reader, JsonObject.class).getAsJsonArray(name).forEach(number -> numbers.add(number.getAsDouble()));
		return numbers;
	}
}
