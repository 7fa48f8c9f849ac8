package org.icportrait.head;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.CanonicalGrid;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.hair.BareEars;
import org.icportrait.hair.BesideHead;
import org.icportrait.hair.CombedHair;
import org.icportrait.hair.HangingHair;
import org.icportrait.hair.HeadCovering;
import org.icportrait.hair.HeadHair;
import org.icportrait.hair.LooseHair;
import org.icportrait.hair.SeenHair;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.maps.HeadMaps;
import org.icportrait.maps.JoinedMaps;
import org.icportrait.maps.MatteFinder;
import org.icportrait.maps.ReadingMaps;
import org.icportrait.morphable.FittedHead;
import org.icportrait.work.BadInput;
import org.icportrait.work.Both;
import org.icportrait.work.Progress;

/**
 * One head of a photograph as geometry alone, made once and used for any number of views and lights. It holds no colour and not the
 * photograph. Immutable, thread-safe; what it hands out is live: treat as read-only.
 */
public final class PreparedHead {

	/** Degrees of turn between which the doubts of the fitted head come to count. */
	private static final float NEAR_VIEW = 15, FAR_VIEW = 45;
	/** Side of a cell and half the extent of the grid of observed places, dm. */
	private static final float CELL = 0.12f, REACH = 2.4f;

	private final int width, height;
	private final Area area;
	private final Picture matte, others, nearer;
	/** Null where nothing is held before it. */
	private final HeldThings held;
	private final HeadMaps maps;
	private final Rotation rotation;
	private final HeadCamera camera;
	private final FittedHead fitted;
	private final Closure closure;
	private final HeadHair hair;
	/** As the photograph shows it. */
	private final Mesh shown;
	private final Mesh mesh;
	private final Symmetry symmetry;
	private final CanonicalGrid observed = new CanonicalGrid(CELL, REACH, 1);

	private PreparedHead(final Picture whole, final HeadReading read, final HeldThings held, final Progress progress) {
		this.held = held;
		final Picture photograph = held == null ? whole : held.bare();
		final HeadReading reading = held == null ? read : held.reading();
		width = photograph.width();
		height = photograph.height();
		rotation = reading.rotation();
		camera = reading.camera();
		area = MatteFinder.area(width, height, reading.cropToPicture());
		final Both<FittedHead, Picture> first = Both.of(() -> FittedHead.of(reading, progress), () -> MatteFinder.find(photograph, reading, area, progress), progress);
		fitted = first.one();
		final BesideHead beside = fitted == null ? null : BesideHead.of(fitted, area, camera, progress);
		matte = beside == null ? first.other() : LooseHair.parted(photograph, area, first.other(), beside, camera.s(), progress);
		others = MatteFinder.others(photograph, reading, area, progress);
		nearer = MatteFinder.nearer(photograph, reading, area, progress);
		progress.report(0.6, "Preparing the head");
		final JoinedMaps joined = JoinedMaps.of(reading, area, progress);
		maps = ReadingMaps.of(joined, matte, area, progress);
		final Both<HangingHair, float[]> next = Both.of(() -> beside == null ? null : HangingHair.of(photograph, area, matte, maps, beside, camera.s(), progress),
			() -> fitted == null ? null : FittedSight.of(fitted, camera, progress), progress);
		final HangingHair hanging = next.one();
		final float[] sight = next.other();
		progress.report(0.7, "Preparing the head");
		final SeenHair seen = SeenHair.of(photograph, maps, camera, progress);
		final boolean covered = HeadCovering.isWorn(read);
		final float combed = CombedHair.share(photograph, seen, camera, progress), bareEars = fitted == null ? 0 : BareEars.share(fitted, sight, maps, camera, covered ? read : null);
		hair = new HeadHair(seen, combed, covered, bareEars, hanging);
		closure = fitted == null ? null : Closure.of(fitted, sight, FittedSight.within(sight, fitted, camera, width, height), seen, camera, progress);
		progress.report(0.8, "Preparing the head");
		final MeshBuilder builder = new MeshBuilder(area, matte, beside == null ? matte : beside.closed(matte, camera.s(), progress), hanging, maps, camera, fitted, sight, closure);
		final Mesh built = builder.build(ReadingMaps.rear(joined, progress), progress);
		shown = held == null ? built : held.doubted(built);
		mesh = builder.doubted(shown);
		symmetry = Symmetry.fit(mesh.points(), mesh.canonical(), builder.solid(), rotation);
		observe(builder.solid());
		progress.report(1, "Preparing the head");
	}

	/**
	 * @param photograph linear RGB; guides the edge of the matte, is not kept and not changed
	 * @param reading of one of its heads; not changed
	 * @throws BadInput when the head's crop lies outside of the photograph
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public static PreparedHead of(final Picture photograph, final HeadReading reading, final Progress progress) {
		return new PreparedHead(photograph, reading, HeldThings.of(photograph, reading, progress), progress);
	}

	private void observe(final boolean[] solid) {
		final float[] c = mesh.canonical();
		for (int v = 0; v < solid.length; v++) {
			if (solid[v]) observed.raiseAround(c[3 * v], c[3 * v + 1], c[3 * v + 2], 0, mesh.confidence()[v]);
		}
	}

	/** The part of the photograph that is worked on: the head crop and a margin, as far as they lie in the photograph. */
	public Area area() {
		return area;
	}

	/** Width of the photograph, pixels. */
	public int width() {
		return width;
	}

	/** Height of the photograph, pixels. */
	public int height() {
		return height;
	}

	/** Person (1) against background (0), one channel over {@link #area()}, at the photograph's resolution. */
	public Picture matte() {
		return matte;
	}

	/** Other people (1) against what is none of them (0), like {@link #matte()}; null where nobody else is near. */
	public Picture others() {
		return others;
	}

	/** How much of a pixel of the photograph shows other people, 0..1; 0 beyond the area. @param pixel of the whole photograph, row by row */
	public float others(final int pixel) {
		final int at = others == null ? -1 : area.index(pixel % width, pixel / width);
		return at < 0 ? 0 : others.data()[at];
	}

	/** Those of the others who stand before this person, like {@link #matte()}; null where nobody does. */
	public Picture nearer() {
		return nearer;
	}

	/** What is held before it, of which the head itself knows nothing more; null where nothing is. */
	public HeldThings held() {
		return held;
	}

	/**
	 * At the network's resolution over the head crop, which may be turned and reach beyond the photograph, where the matte is 0; where the
	 * person goes on beyond the crop, over as much around it as lies in the area.
	 */
	public HeadMaps maps() {
		return maps;
	}

	/** What the photograph tells of its hair. */
	public HeadHair hair() {
		return hair;
	}

	/** Head axes to camera axes, as photographed. */
	public Rotation rotation() {
		return rotation;
	}

	/** Of the photograph. */
	public HeadCamera camera() {
		return camera;
	}

	/** The statistical head laid over this one, which closes it; null where the photograph shows too little of a head's skin. */
	public FittedHead fitted() {
		return fitted;
	}

	/** What closes the head where the photograph shows nothing; null where there is no {@link #fitted()} head. */
	public Closure closure() {
		return closure;
	}

	/** The head as triangles over {@link #area()}, as the fitted head doubts it. */
	public Mesh mesh() {
		return mesh;
	}

	/**
	 * The same for a view turned by so many degrees. What the photograph shows is shown in views near it, whatever the fitted head, which is some
	 * millimetres off, says; farther off its doubts count more and more.
	 */
	public Mesh mesh(final double turned) {
		return shown.towards(mesh, Smooth.step(NEAR_VIEW, FAR_VIEW, (float) turned));
	}

	/** Of the head, in camera axes, as photographed. */
	public Symmetry symmetry() {
		return symmetry;
	}

	/** The canonical places that the photograph shows: how surely, 0..1, in one plane. */
	public CanonicalGrid observed() {
		return observed;
	}
}
