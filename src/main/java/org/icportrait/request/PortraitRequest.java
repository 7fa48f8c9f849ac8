package org.icportrait.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.icportrait.work.BadInput;

/**
 * Everything that decides a result, as plain data: with the same sources, models and device it gives the same picture. Its JSON form is
 * the heart of every sidecar ({@link Sidecar}). Immutable.
 *
 * @param action "analyze", "warp", "relight" or "generate"
 * @param profiles photographs of the person, at least one
 * @param face which face of the first
 * @param view where the head shall look, and before what
 * @param light the light wanted
 * @param method how it is made; null for geometry alone, which is what requests mean that were written before there were methods
 * @param outputs what is written, and how
 */
public record PortraitRequest(String action, List<Source> profiles, FaceWords face, ViewWords view, LightWords light, MethodWords method,
	Outputs outputs)
{

	public static final String ANALYZE = "analyze";
	public static final String WARP = "warp";
	public static final String RELIGHT = "relight";
	public static final String GENERATE = "generate";

	private static final List<String> ACTIONS = List.of(ANALYZE, WARP, RELIGHT, GENERATE);

	public PortraitRequest {
		if (!ACTIONS.contains(action)) throw new BadInput("The action must be one of " + String.join(", ", ACTIONS) + ", not \"" + action + "\".");
		if (profiles == null || profiles.isEmpty()) throw new BadInput("A request needs a photograph.");
		profiles = List.copyOf(profiles);
		face = Objects.requireNonNullElse(face, FaceWords.DEFAULT);
		view = Objects.requireNonNullElse(view, ViewWords.UNCHANGED);
		light = Objects.requireNonNullElse(light, LightWords.KEEP);
		method = Objects.requireNonNullElse(method, MethodWords.GEOMETRY);
		outputs = Objects.requireNonNullElse(outputs, Outputs.DEFAULT);
		if (outputs.beside() != null && !MethodWords.mayGenerate(method.method())) {
			throw new BadInput("Variants, start, canvas and flow belong to the methods automatic and in-context; choose one of them, or leave them out.");
		}
	}

	/** The same request of another photograph of the person; it does not join itself. */
	public PortraitRequest of(final Source profile) {
		final List<Source> all = new ArrayList<>(List.of(profile));
		for (final Source other : further()) if (!other.isSameAs(profile)) all.add(other);
		return new PortraitRequest(action, all, face, view, light, method, outputs);
	}

	/** The photographs besides the first. */
	public List<Source> further() {
		return profiles.subList(1, profiles.size());
	}

	/** The same request with further photographs of the person. */
	public PortraitRequest joined(final List<Source> further) {
		final List<Source> all = new ArrayList<>(profiles);
		all.addAll(further);
		return new PortraitRequest(action, all, face, view, light, method, outputs);
	}

	/** The same request of another face. */
	public PortraitRequest of(final FaceWords other) {
		return new PortraitRequest(action, profiles, other, view, light, method, outputs);
	}

	/** The same request in another light. */
	public PortraitRequest of(final LightWords other) {
		return new PortraitRequest(action, profiles, face, view, other, method, outputs);
	}

	/** The same request, made otherwise. */
	public PortraitRequest of(final MethodWords other) {
		return new PortraitRequest(action, profiles, face, view, light, other, outputs);
	}

	/** The same request with other things written. */
	public PortraitRequest of(final Outputs other) {
		return new PortraitRequest(action, profiles, face, view, light, method, other);
	}

	/** The same with every source named otherwise, e.g. relative to another folder. */
	public PortraitRequest renamed(final UnaryOperator<Source> name) {
		final ViewWords v = view.like() == null ? view : view.withLike(name.apply(view.like()));
		final LightWords l = light.reference() == null ? light : light.withReference(name.apply(light.reference()));
		final MethodWords m = method.mask() == null ? method : method.withMask(name.apply(method.mask()));
		return new PortraitRequest(action, profiles.stream().map(name).toList(), face, v, l, m, outputs);
	}
}
