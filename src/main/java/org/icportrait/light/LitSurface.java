package org.icportrait.light;

import java.util.function.Function;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.Occluder;
import org.icportrait.work.Once;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * A head as lamps see it, whatever their number and directions: what depends on no light is made at first use and kept, some 50 bytes a cell of the maps.
 * Keep it with the head or the view that it is of. Thread-safe.
 */
public final class LitSurface {

	private final HeadMaps maps;
	private final HeadCamera camera;
	private final Once<SmoothSurface> smooth;
	private final Once<Shadows> shadows;

	private LitSurface(final HeadMaps maps, final HeadCamera camera, final Function<Progress, Occluder> fitted) {
		this.maps = maps;
		this.camera = camera;
		smooth = new Once<>(p -> SmoothSurface.of(maps, camera, p));
		shadows = new Once<>(p -> shadows(fitted, p));
	}

	/** The closed head is laid over the maps while they are smoothed. */
	private Shadows shadows(final Function<Progress, Occluder> fitted, final Progress progress) {
		final LaidHead[] laid = new LaidHead[1];
		Workers.parts(2, progress, k -> {
			if (k == 0) smooth.get(progress);
			else laid[0] = LaidHead.of(fitted.apply(progress), maps, camera, progress);
		});
		return new Shadows(maps, camera, smooth.get(progress), laid[0], progress);
	}

	/**
	 * @param camera of the photograph or the view that the maps lie in
	 * @param fitted makes the closed head laid over this one, camera axes of the maps, which casts shadows too, or null where there is none; asked once, for
	 *          the first lamp
	 */
	public static LitSurface of(final HeadMaps maps, final HeadCamera camera, final Function<Progress, Occluder> fitted) {
		return new LitSurface(maps, camera, fitted);
	}

	/** Of maps alone: nothing that they do not show casts a shadow. */
	public static LitSurface of(final HeadMaps maps, final HeadCamera camera) {
		return of(maps, camera, progress -> null);
	}

	public HeadMaps maps() {
		return maps;
	}

	public HeadCamera camera() {
		return camera;
	}

	/** What is lit: those of the maps without their grain, unit length, 3 channels over the maps; live, treat as read-only. */
	public Picture normals(final Progress progress) {
		return smooth.get(progress).normals();
	}

	/** Where lamps do not reach. */
	Shadows shadows(final Progress progress) {
		return shadows.get(progress);
	}
}
