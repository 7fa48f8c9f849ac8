package org.icportrait.view;

import java.util.Arrays;
import java.util.List;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.layers.Layer;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.Occluder;
import org.icportrait.turn.Twist;
import org.icportrait.work.Once;
import org.icportrait.work.Progress;

/**
 * A person seen from somewhere: for each pixel which place of which source it shows, and how surely. What colour that is the view does
 * not know: any {@link Layer} of the sources can be carried to it. Immutable, thread-safe; what it hands out is live: treat as read-only.
 */
public final class View {

	/** Entries of two rotations that differ by less are the same rotation. */
	private static final double NO_CHANGE = 1e-6;
	/** As many as fit in the byte that says which sight a pixel shows. */
	public static final int MOST_SOURCES = 60;

	private final PreparedHead first;
	private final Area area;
	private final Rotation rotation;
	private final Picture alpha;
	private final int sources;
	private final Carrier carrier;
	/** Null where there is none. */
	private final Once<Occluder> fitted;
	/** Null for the photograph's own view. */
	private final ViewOnDemand turned;

	private View(final PreparedHead source) {
		first = source;
		area = source.area();
		rotation = source.rotation();
		alpha = source.matte();
		sources = 1;
		carrier = new UnchangedCarrier(source);
		fitted = source.fitted() == null ? null : new Once<>(p -> source.fitted().occluder());
		turned = null;
	}

	private View(final Sitter sitter, final ViewTarget target, final Turning turning, final Progress progress) {
		first = sitter.first();
		area = turning.area();
		rotation = target.rotation();
		sources = sitter.heads().size();
		final Contours contours = target.detail() == Detail.DRAFT ? null : Contours.smooth(turning.sights(), turning.alpha(), area.width(), progress);
		final ViewGrid grid = new ViewGrid(area, turning.alpha(), 1 / first.maps().pictureToMaps().scale(), progress);
		alpha = new Picture(area.width(), area.height(), 1, turning.alpha());
		final Twist twist = turning.turned().get(0).twist();
		fitted = first.fitted() == null ? null : new Once<>(twist::fitted);
		carrier = new TurnedCarrier(area, grid, turning.sights(), turning.alpha(), contours, turning.turned().get(0).body() != null);
		turned = new ViewOnDemand(sitter, target, turning, grid, carrier);
		progress.report(1, "Turning the head");
	}

	/**
	 * Turns a person. Each source is seen directly and, where wanted, in the mirror of the head's symmetry; of several sources the one
	 * that shows a place clearest is taken, the first one where they are alike. Camera and picture size are those of the first source.
	 * The rotation of the first source gives {@link #unchanged}.
	 *
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public static View turn(final Sitter sitter, final ViewTarget target, final Progress progress) {
		if (target.rotation().difference(sitter.first().rotation()) < NO_CHANGE) return unchanged(sitter.first());
		return new View(sitter, target, new Turning(sitter, target, progress), progress);
	}

	/** The view of the photograph itself: every pixel shows its own place. */
	public static View unchanged(final PreparedHead source) {
		return new View(source);
	}

	/** Whether this is the photograph's own view. */
	public boolean isUnchanged() {
		return turned == null;
	}

	/** The part of the picture where the person is. */
	public Area area() {
		return area;
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

	/** Of the head in this view, on a coarse grid, continued off the head; made at the first call. */
	public HeadMaps maps() {
		return turned == null ? first.maps() : turned.maps();
	}

	/**
	 * The closed head that was fitted to the first source, as it stands in this view, in the way of light; null where there is none. Turned at the first
	 * call, which may be cancelled, and kept: only lights need it.
	 */
	public Occluder fitted(final Progress progress) {
		return fitted == null ? null : fitted.get(progress);
	}

	/** 0..1: person against background, one channel over {@link #area()}. */
	public Picture alpha() {
		return alpha;
	}

	/** 0..1 over {@link #area()}: where this view shows the photograph's own place unmoved; null for an unchanged view. Made at the first call. */
	Picture still(final Progress progress) {
		return turned == null ? null : turned.still(progress);
	}

	/**
	 * Takes layers of the sources to this view.
	 *
	 * @param layers one for each source, all with the same number of channels; not changed
	 * @return over {@link #area()} at picture resolution, 0 where alpha is 0; of an unchanged view it may be the layer's own picture
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public Picture carry(final List<Layer> layers, final Progress progress) {
		return carrier.carry(checked(layers), null, progress);
	}

	/**
	 * The mirrored half, and every photograph but the first, stand in other light than the first photograph's own half: by how much their colours are to be
	 * brightened or darkened so that all meet. Give it to {@link #carry} and {@link #carryToMaps} with anything that holds light: colours and shading.
	 *
	 * @return over the grid of {@link #maps()}, three channels for each sight but the first; null where there is no other
	 */
	public Picture joiningLight(final Progress progress) {
		return turned == null ? null : turned.joiningLight(progress);
	}

	/** What was carried with the middle of a mouth that was seen from the side gone on across ({@link Middle}). @param colours over {@link #area()}; not changed */
	public Picture closed(final Picture colours, final Progress progress) {
		return turned == null ? colours : turned.closed(colours, progress);
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
		return new Picture(area.width(), area.height(), 1, Arrays.copyOfRange(carrier.known().data(), 2 * area.size(), 3 * area.size()));
	}

	/**
	 * What is known of each pixel, three channels over {@link #area()}: how surely its sources show it, their mirror images included; how much
	 * of it is their own surface and not what closes the head; the share of mirror images. 0..1, all 0 where alpha is 0. Made anew at each call.
	 */
	public Picture known() {
		final Picture known = carrier.known();
		if (turned != null) turned.trust(known, alpha);
		return known;
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
		final boolean fits = isUnchanged() ? !layers.isEmpty() : layers.size() == sources;
		if (!fits) throw new IllegalArgumentException("A view of " + sources + " sources carries as many layers, not " + layers.size() + ".");
		for (final Layer layer : layers) if (layer.channels() != layers.get(0).channels()) {
			throw new IllegalArgumentException("Layers that are carried together have one number of channels.");
		}
		return layers;
	}
}
