package org.icportrait.view;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.icportrait.geometry.Rotation;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.layers.Layer;
import org.icportrait.turn.Turn;
import org.icportrait.turn.TurnShare;
import org.icportrait.work.Once;
import org.icportrait.work.Progress;

/**
 * One person made ready for any number of views: prepared heads and their colours, and what of turning them depends on no view, which is made at
 * first use and kept: 4 bytes a pixel of the first head's area for each {@link Turn}, and some megabytes. Immutable, thread-safe.
 */
public final class Sitter {

	private final List<PreparedHead> heads;
	private final List<Layer> colours;
	private final Once<List<Mesh>> thinned = new Once<>(progress -> thin());
	private final Once<JoiningLight> joiningLight;
	private final Once<Precedence> precedence;
	private final Map<Turn, Turns> turns = new EnumMap<>(Turn.class);

	/** What depends on what turns. */
	private record Turns(Once<List<TurnShare>> shares, Once<Stillness> stillness) {}

	/**
	 * @param heads photographs of one person, 1 to {@link View#MOST_SOURCES}; the first decides camera and size
	 * @param colours of each, linear RGB, with the light in them
	 */
	public Sitter(final List<PreparedHead> heads, final List<Layer> colours) {
		if (heads.isEmpty() || heads.size() > View.MOST_SOURCES) {
			throw new IllegalArgumentException("A view has 1 to " + View.MOST_SOURCES + " sources, not " + heads.size() + ".");
		}
		if (colours.size() != heads.size()) throw new IllegalArgumentException(heads.size() + " heads have as many colours, not " + colours.size() + ".");
		this.heads = List.copyOf(heads);
		this.colours = List.copyOf(colours);
		precedence = new Once<>(progress -> new Precedence(this.heads));
		joiningLight = new Once<>(progress -> new JoiningLight(this.heads, this.colours, progress));
		for (final Turn turn : Turn.values()) {
			turns.put(turn, new Turns(new Once<>(progress -> make(turn, progress)), new Once<>(progress -> new Stillness(first(), shares(turn, progress).get(0), progress))));
		}
	}

	private List<TurnShare> make(final Turn turn, final Progress progress) {
		final List<TurnShare> out = new ArrayList<>();
		for (final PreparedHead head : heads) out.add(new TurnShare(head, turn, out.isEmpty(), progress));
		return out;
	}

	private List<Mesh> thin() {
		return heads.stream().map(head -> head.mesh().thinned()).toList();
	}

	/** One for each photograph. */
	public List<PreparedHead> heads() {
		return heads;
	}

	/** The colours of each photograph's person, linear RGB, in that photograph's light. */
	public List<Layer> colours() {
		return colours;
	}

	PreparedHead first() {
		return heads.get(0);
	}

	/** Of each photograph, as a rotation wants it; of several the first one's own places and expression stay. */
	List<Mesh> meshes(final Rotation wanted, final Progress progress) {
		final List<Mesh> alone = heads.stream().map(head -> head.mesh(head.rotation().degreesTo(wanted))).toList();
		return alone.size() == 1 ? alone : precedence.get(progress).of(alone);
	}

	/** Those meshes with the triangles that are drawn. */
	List<Mesh> drawn(final List<Mesh> meshes, final Detail detail, final Progress progress) {
		if (detail == Detail.FULL) return meshes;
		final List<Mesh> out = new ArrayList<>(), few = thinned.get(progress);
		for (int s = 0; s < few.size(); s++) out.add(meshes.get(s).withTrianglesOf(few.get(s)));
		return out;
	}

	/** Of each photograph. */
	List<TurnShare> shares(final Turn turn, final Progress progress) {
		return turns.get(turn).shares.get(progress);
	}

	/** Of the first photograph. */
	Stillness stillness(final Turn turn, final Progress progress) {
		return turns.get(turn).stillness.get(progress);
	}

	JoiningLight joiningLight(final Progress progress) {
		return joiningLight.get(progress);
	}
}
