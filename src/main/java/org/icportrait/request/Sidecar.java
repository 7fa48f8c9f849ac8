package org.icportrait.request;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.ToNumberPolicy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.icportrait.geometry.Pose;
import org.icportrait.portrait.Provenance;
import org.icportrait.work.BadInput;
import org.icportrait.work.OneLine;
import org.icportrait.work.Sha256;

/**
 * Reads sidecars and gives requests the form in which origins carry them. A sidecar is the JSON of a {@link Provenance}: {@code {"notice": ..., "request": {...}, "made": {...}}}. Only "request" is needed to make
 * the picture again; "made" says what the result was, of which weights, on which device.
 */
public final class Sidecar {

	/** Whole numbers stay whole: a seed has more digits than a double. */
	private static final Gson JSON = new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();
	private static final String REQUEST = "request";
	private static final String MADE = "made";

	private Sidecar() {}

	/** The request alone, as the maps, lists, texts and numbers of its JSON form. */
	@SuppressWarnings("unchecked")
	public static Map<String, Object> describe(final PortraitRequest request) {
		return JSON.fromJson(JSON.toJsonTree(request), Map.class);
	}

	/** SHA-256 of a request's JSON form: two requests have one hash when they ask for the same of the same files, named alike. */
	public static String hash(final PortraitRequest request) {
		return Sha256.of(ByteBuffer.wrap(JSON.toJson(request).getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * The request of a sidecar, checked as if it came from a dialog.
	 *
	 * @param name of the file, for messages
	 * @throws BadInput where the text is no sidecar, or a value is out of range
	 */
	public static PortraitRequest request(final String text, final String name) {
		try {
			final JsonElement said = member(text, REQUEST);
			final PortraitRequest request = JSON.fromJson(said, PortraitRequest.class);
			if (request != null) {
				requireKnown(said, JSON.toJsonTree(request), name);
				return checked(request);
			}
		}
		catch (final BadInput exception) {
			throw exception;
		}
		catch (final RuntimeException exception) {
			// Gson wraps what the records' own checks throw.
			for (Throwable cause = exception; cause != null; cause = cause.getCause()) if (cause instanceof BadInput bad) throw bad;
			throw new BadInput(name + " holds no request of this program: it is damaged or of another version.", exception);
		}
		throw new BadInput(name + " is no sidecar: it has no \"request\".");
	}

	/** What the sidecar says of a result, e.g. "sha256"; null where it says nothing of it. */
	public static String made(final String text, final String key) {
		final JsonElement value = fact(text, key);
		return value == null || !value.isJsonPrimitive() ? null : value.getAsString();
	}

	/** Likewise, of what has parts: by their names, whole numbers as {@code Long}; null where the sidecar says nothing of it. */
	@SuppressWarnings("unchecked")
	public static Map<String, Object> madeOf(final String text, final String key) {
		final JsonElement value = fact(text, key);
		return value == null || !value.isJsonObject() ? null : JSON.fromJson(value, Map.class);
	}

	private static JsonElement fact(final String text, final String key) {
		try {
			final JsonElement made = member(text, MADE);
			return made == null || !made.isJsonObject() ? null : made.getAsJsonObject().get(key);
		}
		catch (final JsonParseException | IllegalStateException exception) {
			return null;
		}
	}

	private static JsonElement member(final String text, final String key) {
		final JsonElement root = JsonParser.parseString(text);
		return root.isJsonObject() ? root.getAsJsonObject().get(key) : null;
	}

	/** What is asked for under a name that nothing knows must not become a default. */
	private static void requireKnown(final JsonElement said, final JsonElement known, final String name) {
		if (said.isJsonArray() && known.isJsonArray()) {
			for (int i = 0; i < Math.min(said.getAsJsonArray().size(), known.getAsJsonArray().size()); i++) {
				requireKnown(said.getAsJsonArray().get(i), known.getAsJsonArray().get(i), name);
			}
		}
		if (!said.isJsonObject() || !known.isJsonObject()) return;
		for (final Map.Entry<String, JsonElement> one : said.getAsJsonObject().entrySet()) {
			if (one.getValue().isJsonNull()) continue;
			final JsonElement taken = known.getAsJsonObject().get(one.getKey());
			if (taken == null) throw new BadInput(name + " asks for \"" + OneLine.of(one.getKey()) + "\", which is not known: it is damaged or of another version.");
			requireKnown(one.getValue(), taken, name);
		}
	}

	private static PortraitRequest checked(final PortraitRequest request) {
		final ViewWords v = request.view();
		final Pose angles = v.pose().equals(ViewWords.LIKE) ? Pose.FRONTAL : new Pose(v.yaw(), v.pitch(), v.roll());
		final ViewWords view = ViewWords.of(v.pose(), angles, v.like(), v.turn(), v.background(), v.colour());
		request.face().choice();
		return new PortraitRequest(request.action(), request.profiles(), request.face(), view, request.light().checked(), request.method().checked(),
			request.outputs());
	}
}
