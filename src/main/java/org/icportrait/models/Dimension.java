package org.icportrait.models;

import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;

import java.io.IOException;

/**
 * Length of one axis of a tensor: a number, or a name where any length is taken. Within one network, axes of one name have one
 * length. Immutable.
 *
 * @param name of an axis of free length; null where the length is fixed
 * @param length at least 1; 0 where it is free
 */
@JsonAdapter(Dimension.Json.class)
public record Dimension(String name, int length) {

	public Dimension {
		if (name == null ? length < 1 : length != 0 || name.isBlank()) throw new IllegalArgumentException("An axis has a length of 1 or more, or a name.");
	}

	public static Dimension of(final int length) {
		return new Dimension(null, length);
	}

	public static Dimension named(final String name) {
		return new Dimension(name, 0);
	}

	/** From what a manifest says: a number, or a name. */
	static Dimension parse(final String text) {
		return text.chars().allMatch(c -> c >= '0' && c <= '9') ? of(Integer.parseInt(text)) : named(text);
	}

	public boolean isFixed() {
		return name == null;
	}

	/** The number or the name. */
	@Override
	public String toString() {
		return isFixed() ? Integer.toString(length) : name;
	}

	/** A number or a string in JSON. */
	static final class Json extends TypeAdapter<Dimension> {

		@Override
		public Dimension read(final JsonReader in) throws IOException {
			try {
				return in.peek() == JsonToken.STRING ? named(in.nextString()) : of(in.nextInt());
			}
			catch (final IllegalArgumentException | IllegalStateException e) {
				throw new JsonParseException("An axis of a shape is neither a length nor a name.", e);
			}
		}

		@Override
		public void write(final JsonWriter out, final Dimension dimension) throws IOException {
			if (dimension.isFixed()) out.value(dimension.length);
			else out.value(dimension.name);
		}
	}
}
