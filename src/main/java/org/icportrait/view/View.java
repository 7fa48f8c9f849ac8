package org.icportrait.view;

import java.util.List;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.layers.Layer;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.Occluder;
import org.icportrait.turn.Bend;
import org.icportrait.work.Progress;

/**
 * A person seen from somewhere: for each pixel which place of which source it shows, and how surely. What colour that is the view does
 * not know: any {@link Layer} of the sources can be carried to it. Immutable, thread-safe; what it hands out is live: treat as read-only.
 */
public final class View {

	/** Entries of two rotations that differ by less are the same rotation. */
	private static final double NO_CHANGE = 1e-6;
	private static final String TURNED = "Turning the head";
	/** As many as fit in the byte that says which sight a pixel shows. */
	public static final int MOST_SOURCES = 60;

	private final PreparedHead first;
	private final Rotation rotation;
	private final Carrier carrier;

	private View(final PreparedHead first, final Rotation rotation, final Carrier carrier) {
		this.first = first;
		this.rotation = rotation;
		this.carrier = carrier;
	}

	/**
	 * Turns a person. Each source is seen directly and, where wanted, in the mirror of the head's symmetry; of several sources the one
	 * that shows a place clearest is taken, the first one where they are alike. Camera and picture size are those of the first source.
	 * The rotation of the first source gives {@link #unchanged}.
	 *
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public static View turn(final Sitter sitter, final ViewTarget target, final Progress progress) {
		final PreparedHead first = sitter.first();
		if (target.rotation().difference(first.rotation()) < NO_CHANGE) return unchanged(first);
		final Carrier carrier = new TurnedCarrier(sitter, target, new Turning(sitter, target, progress), progress);
		progress.report(1, TURNED);
		return new View(first, target.rotation(), carrier);
	}

	/**
	 * Turns a person a little by bending the first photograph as a whole ({@link Bend}): nothing is cut out, mirrored or closed, and other photographs of the
	 * person are not looked at. The rotation of that photograph gives {@link #unchanged}.
	 *
	 * @param target whose mirror does not count
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public static View bend(final Sitter sitter, final ViewTarget target, final Progress progress) {
		final PreparedHead first = sitter.first();
		if (target.rotation().difference(first.rotation()) < NO_CHANGE) return unchanged(first);
		final Bend bend = new Bend(first, target.rotation(), sitter.shares(target.turn(), progress).get(0), progress);
		final Carrier carrier = new BentCarrier(first, bend, target.detail() == Detail.FULL, progress);
		progress.report(1, TURNED);
		return new View(first, target.rotation(), carrier);
	}

	/** The view of the photograph itself: every pixel shows its own place. */
	public static View unchanged(final PreparedHead source) {
		return new View(source, source.rotation(), new UnchangedCarrier(source));
	}

	/** Whether this is the photograph's own view. */
	public boolean isUnchanged() {
		return carrier.kind() == Carrier.Kind.UNCHANGED;
	}

	/** Whether the photograph is bent as a whole. */
	public boolean isBent() {
		return carrier.kind() == Carrier.Kind.BENT;
	}

	/** Whether the photograph is shown as a whole, unchanged or bent: the person is not cut out, and nothing comes into view that it does not show. */
	public boolean isWhole() {
		return carrier.kind() != Carrier.Kind.TURNED;
	}

	/** The photograph of the first source as a whole view shows it; itself where nothing is bent. @param photograph of any channels, not changed */
	public Picture whole(final Picture photograph, final Progress progress) {
		return carrier.whole(photograph, progress);
	}

	/** The part of the picture where the person is. */
	public Area area() {
		return carrier.area();
	}

	/** Width of the whole picture, pixels. */
	public int width() {
		return first.width();
	}

	/** Height of the whole picture, pixels. */
	public int height() {
		return first.height();
	}

	/** Head axes to camera axes. */
	public Rotation rotation() {
		return rotation;
	}

	/** Of the picture. */
	public HeadCamera camera() {
		return first.camera();
	}

	/**
	 * Of the head in this view, on a coarse grid, continued off the head; made at the first call, which may be cancelled, and kept.
	 *
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public HeadMaps maps(final Progress progress) {
		return carrier.maps(progress);
	}

	/** The same, not to be cancelled. */
	public HeadMaps maps() {
		return maps(Progress.NONE);
	}

	/**
	 * The closed head that was fitted to the first source, as it stands in this view, in the way of light; null where there is none. Turned at the first
	 * call, which may be cancelled, and kept: only lights need it.
	 */
	public Occluder fitted(final Progress progress) {
		return first.fitted() == null ? null : carrier.fitted(progress);
	}

	/** 0..1: person against background, one channel over {@link #area()}. */
	public Picture alpha() {
		return carrier.alpha();
	}

	/** 0..1 over {@link #area()}: where this view shows the photograph's own place unmoved; null for a whole view. Made at the first call. */
	Picture still(final Progress progress) {
		return carrier.still(progress);
	}

	/**
	 * Takes layers of the sources to this view.
	 *
	 * @param layers one for each source, all with the same number of channels; not changed
	 * @return over {@link #area()} at picture resolution, of a turned view 0 where alpha is 0; of an unchanged view it may be the layer's own picture
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public Picture carry(final List<Layer> layers, final Progress progress) {
		return carrier.carry(checked(layers), null, progress);
	}

	/**
	 * The same of one layer, of the first source, in a whole view, as far as it is wanted.
	 *
	 * @param wanted over {@link #area()}; elsewhere it may be 0; null for all
	 */
	public Picture carry(final Layer layer, final boolean[] wanted, final Progress progress) {
		return carrier.carry(layer, wanted, progress);
	}

	/**
	 * The mirrored half, and every photograph but the first, stand in other light than the first photograph's own half: by how much their colours are to be
	 * brightened or darkened so that all meet. Give it to {@link #carry} and {@link #carryToMaps} with anything that holds light: colours and shading.
	 *
	 * @return over the grid of {@link #maps()}, three channels for each sight but the first; null where there is no other
	 */
	public Picture joiningLight(final Progress progress) {
		return carrier.joiningLight(progress);
	}

	/** What was carried with the middle of a mouth that was seen from the side gone on across ({@link Middle}). @param colours over {@link #area()}; not changed */
	public Picture closed(final Picture colours, final Progress progress) {
		return carrier.closed(colours, progress);
	}

	/** As {@link #carry(List, Progress)}; places of other sights than the first are multiplied by {@code joiningLight}, unless that is null. */
	public Picture carry(final List<Layer> layers, final Picture joiningLight, final Progress progress) {
		return carrier.carry(checked(layers), joiningLight, progress);
	}

	/** The same over the grid of {@link #maps()}, continued off the head. */
	public Picture carryToMaps(final List<Layer> layers, final Picture joiningLight, final Progress progress) {
		return carrier.carryToMaps(checked(layers), joiningLight, progress);
	}

	/** 0..1 over {@link #area()}: how well the sources show what stands here; NaN where alpha is 0. Made anew at each call. */
	public Picture visibility() {
		return carrier.visibility();
	}

	/** 0..1 over {@link #area()}: how much of the pixel comes from the other half of a head. Made anew at each call. */
	public Picture mirrored() {
		return carrier.known().plane(2);
	}

	/**
	 * What is known of each pixel, three channels over {@link #area()}: how surely its sources show it, their mirror images included; how much
	 * of it is their own surface and not what closes the head; the share of mirror images. 0..1, all 0 where alpha is 0. Made anew at each call.
	 */
	public Picture known() {
		return carrier.known();
	}

	/**
	 * 0..1 over {@link #area()}: how much of a pixel is cloth that closes the body; null where nothing closes a body. Made anew at each call.
	 */
	public Picture cloth() {
		return carrier.cloth();
	}

	/** Three channels over {@link #area()}: source x and y (pixels) and the index of the source; NaN where alpha is 0. Made anew at each call. */
	public Picture correspondence() {
		return carrier.correspondence();
	}

	private List<Layer> checked(final List<Layer> layers) {
		final boolean fits = isWhole() ? !layers.isEmpty() : layers.size() == carrier.sources();
		if (!fits) throw new IllegalArgumentException("A view of " + carrier.sources() + " sources carries as many layers, not " + layers.size() + ".");
		for (final Layer layer : layers) if (layer.channels() != layers.get(0).channels()) {
			throw new IllegalArgumentException("Layers that are carried together have one number of channels.");
		}
		return layers;
	}
}
