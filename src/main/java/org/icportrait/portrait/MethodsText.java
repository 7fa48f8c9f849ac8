package org.icportrait.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.icportrait.work.OneLine;

/**
 * An origin as a paragraph for the methods section of a paper: program, models, photographs, view, light and method with the settings that were asked
 * for, under the names that users know, and the device. Hashes and what only a program needs stay in the sidecar.
 */
public final class MethodsText {

	private static final String ANALYZE = "analyze", SERIES = "series", IN_CONTEXT = "in-context";
	/** The pack of which this is true whoever uses it. */
	private static final String OWN_PACK = "icportrait-default";

	private final Provenance origin;
	private final Map<?, ?> view;
	private final Map<?, ?> facts;

	private MethodsText(final Provenance origin) {
		this.origin = origin;
		facts = origin.facts();
		view = MethodsWords.map(origin.request().get("view"));
	}

	/** English, one paragraph in one line. What an origin does not say, such as one of objects that a script asked by, is left out. */
	public static String of(final Provenance origin) {
		return new MethodsText(origin).text();
	}

	private String text() {
		final boolean pictured = !ANALYZE.equals(origin.action()), series = SERIES.equals(origin.action());
		final List<String> sentences = new ArrayList<>(List.of(begin(pictured)));
		if (series) sentences.add(grid());
		else if (pictured) sentences.addAll(List.of(pose(), LightSentence.of(MethodsWords.map(origin.request().get("light")))));
		else sentences.add(found());
		if (pictured) sentences.addAll(List.of(method(), background()));
		sentences.add("The networks ran on " + device() + ".");
		if (facts.get("map") != null) sentences.add("Shown is its map \"" + facts.get("map") + "\".");
		else if (pictured) sentences.add(series ? "The pictures are generated, they are no photographs." : "It is a generated picture, not a photograph.");
		return OneLine.of(sentences.stream().filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(" ")));
	}

	private String begin(final boolean pictured) {
		final String trained = Objects.toString(origin.pack(), "").startsWith(OWN_PACK) ? ", trained on synthetic heads only" : "";
		final String what = SERIES.equals(origin.action()) ? "The pictures were made" : pictured ? "The picture was made" : "The head was read";
		final String rectangle = MethodsWords.value(MethodsWords.map(origin.request().get("face")).get("selection"));
		return what + " with IC-Portrait " + origin.version() + " (model pack " + origin.pack() + trained + ") from " + photographs() +
			(rectangle.isEmpty() ? "" : ", of the face in the rectangle " + rectangle + " (x, y, width, height in pixels)") + ".";
	}

	private String photographs() {
		final List<String> names = origin.request().get("profiles") instanceof List<?> all ? all.stream().map(MethodsWords::file).toList() : List.of();
		if (names.isEmpty()) return "a photograph";
		return names.size() == 1 ? "the photograph " + names.get(0) : names.size() + " photographs of one person (" + String.join(", ", names) + ")";
	}

	private String pose() {
		final String after = MethodsWords.angles(facts, ""), before = MethodsWords.angles(facts, "_before");
		if (after.isEmpty()) return "";
		final String from = before.isEmpty() ? "" : " (in the photograph " + before + ")";
		final boolean changed = "change".equals(view.get("pose"));
		if (changed && Stream.of("yaw", "pitch", "roll").allMatch(angle -> MethodsWords.number(view.get(angle)) == 0)) return "The pose of the head was kept (" + after + ").";
		final String who = "bust".equals(view.get("turn")) ? "Head and shoulders were turned" : "The head was turned";
		if (changed) return who + " by " + MethodsWords.angles(view, "") + " to " + after + from + ".";
		if (view.get("like") != null) return who + " to the pose of the photograph " + MethodsWords.file(view.get("like")) + ", " + after + from + ".";
		final String asked = MethodsWords.angles(view, "");
		return who + " to " + (asked.isEmpty() ? after : asked) + from + ".";
	}

	private String grid() {
		final Object set = facts.get("preset");
		return (set == null || "none".equals(set) ? "" : "Views and names are those of the set " + set + ". ") + "Each of the views " + MethodsWords.value(facts.get("views")) +
			" was shown in each of the lights " + MethodsWords.value(facts.get("lights")) + " (pictures: " + facts.get("pictures") + ").";
	}

	private String method() {
		final Object made = facts.get(Provenance.METHOD);
		if (made == null) return "";
		final boolean generated = made instanceof List<?> all ? all.contains(IN_CONTEXT) : IN_CONTEXT.equals(made);
		if (!generated) return "All of it was made by geometry and light alone (method " + MethodsWords.value(made) +
			(facts.get(Provenance.DRAWN) == null ? "" : "; " + facts.get(Provenance.DRAWN)) + ").";
		final Map<?, ?> words = MethodsWords.map(origin.request().get("method"));
		final String settings = MethodsWords.settings(words, Map.of("strength", "freedom"), List.of("method", "mask"));
		final String within = words.get("mask") == null ? "" : " within the mask " + MethodsWords.file(words.get("mask"));
		return "What the photograph does not show was generated" + within + " (method " + IN_CONTEXT + (settings.isEmpty() ? "" : ", " + settings) + ").";
	}

	private String background() {
		return switch (Objects.toString(view.get("background"), "")) {
			case "keep" -> "The background was kept.";
			case "transparent" -> "The background was removed.";
			case "colour" -> "The background was replaced by the colour " + view.get("colour") + ".";
			default -> "";
		};
	}

	/** What an analysis read; in origins of Fiji by the columns of its table until version 1.1. */
	private String found() {
		if (!(facts.get("found") instanceof List<?> all) || all.isEmpty()) return "";
		if (all.size() > 1) return all.size() + " faces were read.";
		final Map<?, ?> face = MethodsWords.map(all.get(0));
		final String pose = MethodsWords.angles(face, "") + MethodsWords.angles(face, " (deg)");
		return pose.isEmpty() ? "" : "Its pose was read as " + pose + ".";
	}

	/** "the CPU", whatever else older origins say of it, or the name of a GPU. */
	private String device() {
		final String device = Objects.toString(origin.device(), "");
		return device.startsWith("CPU") || device.isEmpty() ? "the CPU" : "the GPU " + device.replaceFirst("^CUDA: ", "").replaceFirst("^GPU (\\d+)$", "$1").replaceFirst(
			" \\(GPU \\d+\\)$", "");
	}
}
