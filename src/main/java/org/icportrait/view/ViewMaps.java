package org.icportrait.view;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.head.Symmetry;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.raster.Fragments;
import org.icportrait.raster.Sights;
import org.icportrait.turn.TurnedHead;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Gathers the maps of a turned head from its sources' maps, cell by cell of a {@link ViewGrid}. */
final class ViewMaps {

	/** A point inside the head, canonical dm, from which the unseen rear's normals point outward. */
	private static final double[] MIDDLE = { 0, 0.3, 0 };
	/** Canonical height (dm) below which what is seen is no head any more: shoulders have no middle to point away from. */
	private static final float SHOULDERS = -1.0f;

	private final Turning turning;
	private final Rotation rotation;
	private final HeadCamera camera;
	private final ViewGrid grid;
	private final Picture coordinates;
	private final Picture depth;
	private final Picture normals;
	private final Picture albedo;

	private ViewMaps(final Turning turning, final ViewGrid grid, final Picture coordinates, final Rotation rotation, final HeadCamera camera) {
		this.turning = turning;
		this.rotation = rotation;
		this.camera = camera;
		this.grid = grid;
		this.coordinates = coordinates;
		depth = grid.empty(1);
		normals = grid.empty(3);
		albedo = grid.empty(3);
	}

	/** Canonical coordinates, dm, continued off the head: all that the mirrored half's light needs to know. */
	static Picture coordinates(final Turning turning, final ViewGrid grid, final Progress progress) {
		final Picture out = grid.empty(3);
		Workers.rows(grid.height(), progress, row -> {
			final float[] place = new float[3];
			for (int i = row * grid.width(); i < (row + 1) * grid.width(); i++) if (grid.pixel(i) >= 0) coordinates(turning, grid.pixel(i), out, i, place);
		});
		return grid.continued(out, progress);
	}

	/** @param place used again */
	private static void coordinates(final Turning turning, final int pixel, final Picture out, final int i, final float[] place) {
		final Fragments seen = turning.sights().top(pixel);
		final byte sight = turning.sights().topSight(pixel);
		final HeadMaps maps = turning.turned().get(Sights.source(sight)).head().maps();
		final double column = maps.column(seen.x[pixel], seen.y[pixel]), row = maps.row(seen.x[pixel], seen.y[pixel]);
		maps.coordinates().sample(column, row, 0, place);
		if (Sights.isMirrored(sight)) place[0] = -place[0];
		for (int c = 0; c < 3; c++) out.data()[c * out.planeSize() + i] = place[c];
	}

	/** @param coordinates {@link #coordinates} @param rotation wanted @param camera of the picture */
	static HeadMaps gather(final Turning turning, final ViewGrid grid, final Picture coordinates, final Rotation rotation, final HeadCamera camera,
		final Progress progress)
	{
		final ViewMaps maps = new ViewMaps(turning, grid, coordinates, rotation, camera);
		Workers.rows(grid.height(), progress, row -> {
			final float[] read = new float[3];
			for (int i = row * grid.width(); i < (row + 1) * grid.width(); i++) if (grid.pixel(i) >= 0) maps.cell(i, grid.pixel(i), read);
		});
		final Picture normals = grid.continued(maps.normals, progress);
		Workers.rows(normals.height(), progress, row -> {
			final float[] n = normals.data();
			for (int i = row * normals.width(); i < (row + 1) * normals.width(); i++) write(normals, i, n[i], n[normals.planeSize() + i], n[2 * normals.planeSize() + i]);
		});
		return new HeadMaps(grid.pictureToMaps(), grid.matte(), grid.continued(maps.depth, progress), normals, coordinates,
			grid.continued(maps.albedo, progress));
	}

	/** @param read used again */
	private void cell(final int i, final int pixel, final float[] read) {
		final Fragments seen = turning.sights().top(pixel);
		final byte sight = turning.sights().topSight(pixel);
		final TurnedHead head = turning.turned().get(Sights.source(sight));
		final boolean mirrored = Sights.isMirrored(sight);
		final HeadMaps maps = head.head().maps();
		final double column = maps.column(seen.x[pixel], seen.y[pixel]), row = maps.row(seen.x[pixel], seen.y[pixel]);
		depth.data()[i] = seen.depth[pixel];
		maps.albedo().sample(column, row, 0, read);
		for (int c = 0; c < 3; c++) albedo.data()[c * grid.matte().planeSize() + i] = read[c];
		final int n = grid.matte().planeSize();
		final float height = coordinates.data()[n + i];
		final Rotation r = head.rotationAt(seen.x[pixel], seen.y[pixel], coordinates.data()[i], height, coordinates.data()[2 * n + i]);
		if (seen.isRear(pixel) && seen.isBody(pixel)) ofBody(i, head, pixel, seen.depth[pixel], r);
		else if (seen.isRear(pixel) && height > SHOULDERS) outward(i, pixel, seen.depth[pixel]);
		else {
			maps.normals().sample(column, row, 0, read);
			turned(i, head, mirrored, read, r);
		}
	}

	private void turned(final int i, final TurnedHead head, final boolean mirrored, final float[] normal, final Rotation r) {
		double x = normal[0], y = normal[1], z = normal[2];
		if (mirrored) {
			final Symmetry s = head.head().symmetry();
			final double d = 2 * (x * s.nx() + y * s.ny() + z * s.nz());
			x -= d * s.nx();
			y -= d * s.ny();
			z -= d * s.nz();
		}
		write(normals, i, r.x(x, y, z), r.y(x, y, z), r.z(x, y, z));
	}

	/** What closes the body knows its own. */
	private void ofBody(final int i, final TurnedHead head, final int pixel, final double qz, final Rotation r) {
		final double px = turning.area().x() + pixel % turning.area().width() + 0.5, py = turning.area().y() + pixel / turning.area().width() + 0.5;
		final double qx = camera.liftX(px, qz), qy = camera.liftY(py, qz);
		final double[] n = head.body().normal(r, qx, qy, qz);
		write(normals, i, n[0], n[1], n[2]);
	}

	/** Of the rear no normal is known: away from the middle of the head. */
	private void outward(final int i, final int pixel, final double qz) {
		final double px = turning.area().x() + pixel % turning.area().width() + 0.5, py = turning.area().y() + pixel / turning.area().width() + 0.5;
		write(normals, i, camera.liftX(px, qz) - rotation.x(MIDDLE[0], MIDDLE[1], MIDDLE[2]),
			camera.liftY(py, qz) - rotation.y(MIDDLE[0], MIDDLE[1], MIDDLE[2]), qz - rotation.z(MIDDLE[0], MIDDLE[1], MIDDLE[2]));
	}

	/** Writes a vector at length one; straight ahead where there is none. */
	static void write(final Picture normals, final int i, final double x, final double y, final double z) {
		final double length = Math.sqrt(x * x + y * y + z * z);
		final boolean none = length < 1e-9;
		normals.data()[i] = none ? 0 : (float) (x / length);
		normals.data()[normals.planeSize() + i] = none ? 0 : (float) (y / length);
		normals.data()[2 * normals.planeSize() + i] = none ? 1 : (float) (z / length);
	}
}
