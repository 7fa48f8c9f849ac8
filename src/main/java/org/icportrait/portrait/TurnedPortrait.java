package org.icportrait.portrait;

import java.util.ArrayList;
import java.util.List;

import org.icportrait.geometry.Rotation;
import org.icportrait.image.Picture;
import org.icportrait.layers.Layer;
import org.icportrait.light.LitSurface;
import org.icportrait.view.Background;
import org.icportrait.view.Composition;
import org.icportrait.view.HeldLayer;
import org.icportrait.view.Sitter;
import org.icportrait.view.View;
import org.icportrait.view.ViewTarget;
import org.icportrait.work.Once;
import org.icportrait.work.Progress;

/**
 * A person seen from where the scene wants it, before light and background: made once, lit any number of times. Immutable; thread-safe.
 */
public final class TurnedPortrait {

	private final Person who;
	private final Scene scene;
	private final View view;
	private final Picture joiningLight;
	private final Picture colours;
	private final Once<LitSurface> surface;
	private final Once<Picture> shading;
	private final Once<Picture> unlit;

	private TurnedPortrait(final Person who, final Scene scene, final View view, final Picture joiningLight, final Picture colours) {
		this.who = who;
		this.scene = scene;
		this.view = view;
		this.joiningLight = joiningLight;
		this.colours = colours;
		surface = new Once<>(p -> view.isUnchanged() ? who.first().surface(p) : LitSurface.of(view.maps(), view.camera(), view::fitted));
		shading = new Once<>(this::carryShading);
		unlit = new Once<>(this::compose);
	}

	/** Turns a person; a head that looks there already is not drawn anew. */
	static TurnedPortrait of(final Person who, final Scene scene, final Progress progress) {
		final Sitter sitter = who.sitter(progress.sub(0, 0.5));
		final Rotation now = sitter.heads().get(0).rotation(), wanted = scene.pose().resolve(now);
		final View view = wanted.equals(now) ? View.unchanged(sitter.heads().get(0))
			: View.turn(sitter, new ViewTarget(wanted, scene.turn(), true, scene.detail()), progress.sub(0.5, 0.9));
		final List<Layer> shown = view.isUnchanged() ? sitter.colours().subList(0, 1) : sitter.colours();
		final Picture joiningLight = view.joiningLight(progress);
		final Picture carried = view.carry(shown, joiningLight, progress.sub(0.9, 1));
		return new TurnedPortrait(who, scene, view, joiningLight, view.closed(carried, progress));
	}

	public Person who() {
		return who;
	}

	public View view() {
		return view;
	}

	/** The person's colours over {@link View#area()}, linear RGB, in the photographs' own light. */
	public Picture colours() {
		return colours;
	}

	/** The head in this view as lamps see it; kept. */
	LitSurface surface(final Progress progress) {
		return surface.get(progress);
	}

	/** What is held before the head in this view, in the photograph's own light; null where nothing is. */
	HeldLayer held(final Progress progress) {
		return HeldLayer.of(who.first().head(progress), view, scene.turn(), progress);
	}

	/** What is seen behind. */
	Background background() {
		return scene.background();
	}

	/** Whether a scene asks for just this, but for its light. */
	boolean shows(final Scene other) {
		return scene.withLight(null).equals(other.withLight(null));
	}

	/** The whole view in the photographs' own light, before what was behind it; made at the first call. */
	Picture unlit(final Progress progress) {
		return unlit.get(progress);
	}

	private Picture compose(final Progress progress) {
		final Profile first = who.first();
		return view.isUnchanged() ? first.picture() : Composition.over(first.bare(progress), first.parted(progress), view, colours, Background.KEEP, progress);
	}

	/** The shading in those colours, over the grid of the view's maps; carried at the first call. */
	Picture shading(final Progress progress) {
		return shading.get(progress);
	}

	private Picture carryShading(final Progress progress) {
		final List<Layer> layers = new ArrayList<>();
		for (final Profile profile : view.isUnchanged() ? who.profiles().subList(0, 1) : who.profiles()) layers.add(profile.shadingLayer(progress));
		return view.carryToMaps(layers, joiningLight, progress);
	}
}
