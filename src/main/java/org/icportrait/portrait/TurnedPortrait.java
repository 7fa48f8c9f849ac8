package org.icportrait.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.icportrait.generate.Generation;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.layers.Layer;
import org.icportrait.layers.Parted;
import org.icportrait.light.HeldGleams;
import org.icportrait.light.LitSurface;
import org.icportrait.view.Background;
import org.icportrait.view.Composition;
import org.icportrait.view.HairBeyond;
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

	/**
	 * Degrees of yaw and pitch up to which a photograph is bent: beyond, what the photograph does not show comes into view. Roll
	 * brings nothing into view; with it, up to which neck and background give way as if nothing were amiss.
	 */
	private static final double MOST_BENT = 22, MOST_ROLLED = 30;
	/** By how many degrees less it is where one side of the face is hidden, and degrees of the photograph's own yaw between which one is. */
	private static final float LESS = 4, FRONTAL = 8, ONE_SIDED = 20;
	/** Degrees of the photograph's own yaw between which that falls to none: behind a profile's outline the other half of the face comes into view at once. */
	private static final float ASIDE = 30, PROFILE = 50;

	private final Person who;
	private final Scene scene;
	private final View view;
	private final Picture joiningLight;
	/** Null where the photograph is bent. */
	private final Picture colours;
	private final Once<LitSurface> surface;
	private final Once<Picture> shading;
	private final Once<HeldGleams> gleams;
	private final Once<Picture> unlit;
	private final Once<Optional<HairBeyond>> hairBeyond;
	/** Null for another view. */
	private final BentPhotograph bent;

	/** @param colours null where the photograph is bent @param whole whether hair beyond the head is part of it */
	private TurnedPortrait(final Person who, final Scene scene, final View view, final Picture joiningLight, final Picture colours, final boolean whole) {
		this.who = who;
		this.scene = scene;
		this.view = view;
		this.joiningLight = joiningLight;
		this.colours = colours;
		bent = view.isBent() ? new BentPhotograph(who.first(), view) : null;
		surface = new Once<>(p -> view.isUnchanged() ? who.first().surface(p) : LitSurface.of(view.maps(p), view.camera(), view::fitted));
		shading = new Once<>(this::carryShading);
		gleams = new Once<>(p -> who.first().gleams(p).on(view.maps(p), who.first().faceLight(p)));
		unlit = new Once<>(this::compose);
		hairBeyond = new Once<>(p -> Optional.ofNullable(whole ? HairBeyond.of(who.sitter(p), target(scene, view.rotation()), view, who.first().parted(p), p) : null));
	}

	/** Turns a person; a head that looks there already is not drawn anew, and one that turns a little is bent with its photograph. */
	static TurnedPortrait of(final Person who, final Scene scene, final Progress progress) {
		return of(who, scene, true, progress);
	}

	/** The same, but cut out and turned however little that is, without hair beyond the head: as networks know it. */
	static TurnedPortrait cutOut(final Person who, final Scene scene, final Progress progress) {
		return of(who, scene, false, progress);
	}

	/** @param whole whether small turns are bent, and hair beyond others is part of them */
	private static TurnedPortrait of(final Person who, final Scene scene, final boolean whole, final Progress progress) {
		final Sitter sitter = who.sitter(progress.sub(0, 0.5));
		final PreparedHead head = sitter.heads().get(0);
		final ViewTarget target = target(scene, scene.pose().resolve(head.rotation()));
		// What is held before a head does not go with it. Who stands before it stays as other people do: the bend gives way between, where a cut would tear both.
		final boolean bends = whole && isSmall(head.rotation(), target.rotation()) && head.held() == null;
		final View view = bends ? View.bend(sitter, target, progress.sub(0.5, 0.9)) : View.turn(sitter, target, progress.sub(0.5, 0.9));
		if (view.isBent()) return new TurnedPortrait(who, scene, view, null, null, whole);
		final List<Layer> shown = view.isWhole() ? sitter.colours().subList(0, 1) : sitter.colours();
		final Picture joiningLight = view.joiningLight(progress);
		final Picture carried = view.carry(shown, joiningLight, progress.sub(0.9, 1));
		return new TurnedPortrait(who, scene, view, joiningLight, view.closed(carried, progress), whole);
	}

	private static ViewTarget target(final Scene scene, final Rotation wanted) {
		return new ViewTarget(wanted, scene.turn(), true, scene.detail());
	}

	/** Whether so little comes into view from one rotation to another that the photograph is bent. */
	static boolean isSmall(final Rotation from, final Rotation to) {
		final float yaw = (float) Math.abs(Pose.of(from).yaw());
		final double most = (MOST_BENT - LESS * Smooth.step(FRONTAL, ONE_SIDED, yaw)) * (1 - Smooth.step(ASIDE, PROFILE, yaw));
		return from.degreesOfSight(to) <= most && from.degreesTo(to) <= MOST_ROLLED;
	}

	public Person who() {
		return who;
	}

	public View view() {
		return view;
	}

	/** The person's colours over {@link View#area()}, linear RGB, in the photographs' own light. */
	public Picture colours() {
		return colours(Progress.NONE);
	}

	/** The same; of a bent photograph they are made at the first call. */
	Picture colours(final Progress progress) {
		return bent == null ? colours : bent.colours(progress);
	}

	/** The head in this view as lamps see it; kept. */
	LitSurface surface(final Progress progress) {
		return surface.get(progress);
	}

	/** What is held before the head in this view, in the photograph's own light; null where nothing is. */
	HeldLayer held(final Progress progress) {
		return HeldLayer.of(who.first().head(progress), view, scene.turn(), progress);
	}

	/** Hair of the photograph beyond the turned head, in the photograph's own light; null where there is none. Made at the first call. */
	HairBeyond hairBeyond(final Progress progress) {
		return hairBeyond.get(progress).orElse(null);
	}

	/** How what no photograph shows was to be generated; null where geometry alone was wanted. */
	Generation generation() {
		return scene.generation();
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
		return view.isWhole() ? photograph(progress) : Composition.over(photograph(progress), parted(progress), view, colours, Background.KEEP, progress);
	}

	/** The first photograph as this view stands before it: of a whole view as that shows it, else without what is held before the head. */
	Picture photograph(final Progress progress) {
		return bent != null ? bent.whole(progress) : view.isWhole() ? who.first().picture() : who.first().bare(progress);
	}

	/** The same, parted. */
	Parted parted(final Progress progress) {
		return bent != null ? bent.parted(progress) : who.first().parted(progress);
	}

	/** The shading in those colours, over the grid of the view's maps; carried at the first call. */
	Picture shading(final Progress progress) {
		return shading.get(progress);
	}

	/** What gleams in those colours; found at the first call. */
	HeldGleams gleams(final Progress progress) {
		return gleams.get(progress);
	}

	private Picture carryShading(final Progress progress) {
		final List<Layer> layers = new ArrayList<>();
		for (final Profile profile : view.isWhole() ? who.profiles().subList(0, 1) : who.profiles()) layers.add(profile.shadingLayer(progress));
		return view.carryToMaps(layers, joiningLight, progress);
	}
}
