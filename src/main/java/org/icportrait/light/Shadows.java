package org.icportrait.light;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.DepthBuffer;
import org.icportrait.morphable.Occluder;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Which places of a head a lamp reaches. Two surfaces cast shadows, each onto its own places: what the maps show, hair and clothes among it;
 * and the fitted head, which has the nose, brows and chin that maps are too smooth for, and goes on where nothing is seen. Found on a
 * coarse grid, for shadows of skin are soft. Immutable.
 */
final class Shadows {

	private static final int GRID = 256;
	/** How far around the head, cells, shadows are followed; and how far edges are looked at closely: not where following ends, for that is no edge. */
	private static final int MARGIN = 4, FINE = 3;
	/** Cosine to the lamp below which neither a place nor its neighbours get any light, so that shadows do not matter. */
	private static final float AWAY = -0.4f;
	/** How far (dm) off a surface, along its normal, its places are looked at. */
	private static final float OFF = 0.01f;
	/** By how many cells the edge of a shadow is softened at least. */
	private static final double GRAIN = 0.3;
	/** How far (dm) clothes may be from where they are read: nearer than that they cast no shadow on themselves, or a lamp from the side draws ripples. */
	private static final float CLOTH = 0.1f;
	/** Distances (dm) from the fitted head between which a place is no longer of its skin. */
	private static final float SKIN = 0.1f, HAIR = 0.2f;
	/** How far (dm) inside the fitted head what closes a view is drawn, at most; and how far a place may lie inside by the error of the fit. */
	private static final float SET_BACK = 0.4f, ERROR = 0.1f;

	private final HeadMaps maps;
	private final HeadCamera camera;
	private final float[] normals;
	private final Similarity toPicture;
	private final boolean[] near;
	private final boolean[] fine;
	private final Occluder front;
	/** Null where there is none. */
	private final Occluder fitted;
	/** The maps' depth; of places that lie inside the fitted head, where nothing can be, that of its surface. */
	private final Picture depth;
	/** The same, and the fitted head's where a place is of its skin. */
	private final Picture skin;

	/** @param laid the closed head; null where there is none */
	Shadows(final HeadMaps maps, final HeadCamera camera, final SmoothSurface surface, final LaidHead laid, final Progress progress) {
		this.maps = maps;
		this.camera = camera;
		normals = surface.normals().data();
		fitted = laid == null ? null : laid.surface();
		toPicture = maps.pictureToMaps().inverse();
		final boolean[] head = maps.matte().above(0);
		near = Dilation.grow(head, maps.width(), MARGIN, progress);
		fine = Dilation.grow(head, maps.width(), FINE, progress);
		depth = fitted == null ? surface.depth() : surface.depth().copy();
		skin = fitted == null ? null : surface.depth().copy();
		if (fitted != null) lay(laid.depth());
		front = FrontSurface.of(maps, depth, camera, progress);
	}

	/** Moves depths to the fitted head's. */
	private void lay(final DepthBuffer seen) {
		for (int i = 0; i < maps.size(); i++) {
			final float off = seen.at(i % maps.width(), i / maps.width()) - depth.data()[i];
			if (off > ERROR && off < SET_BACK) depth.data()[i] += off - ERROR;
			if (off > -HAIR && off < SET_BACK) skin.data()[i] += off * (1 - Smooth.step(SKIN, HAIR, -off));
		}
	}

	/**
	 * 0 (in shadow) to 1 (lit, turned away, or far off the head) over the maps, perhaps at a coarser size; sample it by fractions of the maps' size. Where the
	 * lamp would give no light in any case it is a guess.
	 */
	Picture reach(final Lamp lamp, final Progress progress) {
		final double scale = Math.min(1, GRID / (double) Math.max(maps.width(), maps.height()));
		final Picture out = new Picture(Math.max(1, (int) (maps.width() * scale)), Math.max(1, (int) (maps.height() * scale)), 1);
		final double penumbra = 0.10 + 0.9 * (1 - lamp.hardness()), stepX = (double) maps.width() / out.width(), stepY = (double) maps.height() / out.height();
		final double grain = GRAIN * stepX / (camera.s() * maps.pictureToMaps().scale());
		final ShadowMap[] drawn = new ShadowMap[fitted == null ? 1 : 2];
		Workers.parts(drawn.length, progress, k -> drawn[k] = new ShadowMap(k == 0 ? front : fitted, lamp, penumbra, grain, progress));
		final LampLight light = new LampLight(lamp, Math.max(stepX, stepY), progress);
		final RoughReach rough = new RoughReach(out.width(), out.height());
		Workers.bands(out.height(), progress, (from, to) -> {
			final Cast cast = new Cast(light, drawn);
			for (int j = from + from % 2; j < to; j += 2) for (int i = 0; i < out.width(); i += 2) rough.set(i, j, cast.at((i + 0.5) * stepX, (j + 0.5) * stepY, 0));
		});
		Workers.bands(out.height(), progress, (from, to) -> {
			final Cast cast = new Cast(light, drawn);
			for (int j = from; j < to; j++) for (int i = 1 - j % 2; i < out.width(); i += 2 - j % 2) {
				final float alike = rough.alike(i, j);
				rough.set(i, j, alike >= 0 ? alike : cast.at((i + 0.5) * stepX, (j + 0.5) * stepY, i % 2 + j % 2 * 2));
			}
		});
		Workers.bands(out.height(), progress, (from, to) -> {
			final Cast cast = new Cast(light, drawn);
			for (int j = from; j < to; j++) for (int i = 0; i < out.width(); i++) {
				final boolean fine = light.isShown((i + 0.5) * stepX, (j + 0.5) * stepY) && rough.isEdge(i, j);
				out.set(i, j, 0, fine ? cast.around((i + 0.5) * stepX, (j + 0.5) * stepY, stepX, stepY) : rough.smooth(i, j));
			}
		});
		return out;
	}

	/** The cell at a column and row of the maps. */
	private int cell(final double column, final double row) {
		return Math.max(0, Math.min(maps.height() - 1, (int) row)) * maps.width() + Math.max(0, Math.min(maps.width() - 1, (int) column));
	}

	/** Where a lamp gives light. */
	private final class LampLight {

		private final Lamp lamp;
		/** Cells that the lamp lights, or that are next to one, whose shadows show; and those from which their shadows are found, some around them. */
		private final boolean[] shown;
		private final boolean[] asked;

		/** @param step cells of the maps from place to place, at most */
		LampLight(final Lamp lamp, final double step, final Progress progress) {
			this.lamp = lamp;
			final boolean[] lit = new boolean[maps.size()];
			Workers.rows(maps.height(), progress, y -> {
				for (int i = y * maps.width(); i < (y + 1) * maps.width(); i++) {
					lit[i] = lamp.falloff(normals[i], normals[lit.length + i], normals[2 * lit.length + i]) > 0;
				}
			});
			final int wide = (int) Math.ceil(step);
			shown = wide == 1 ? lit : Dilation.grow(lit, maps.width(), wide, progress);
			asked = Dilation.grow(shown, maps.width(), RoughReach.AROUND * wide, progress);
		}

		/** Whether the lamp gives a place light that a shadow could take away. */
		boolean isShown(final double column, final double row) {
			return shown[cell(column, row)] && fine[cell(column, row)];
		}

		/** Whether a shadow on a cell counts, there or beside it. */
		boolean isAsked(final int cell) {
			final float nx = normals[cell], ny = normals[maps.size() + cell], nz = normals[2 * maps.size() + cell];
			return near[cell] && asked[cell] && nx * lamp.x() + ny * lamp.y() + nz * lamp.z() >= AWAY;
		}
	}

	/** The shadows of one lamp; places are columns and rows of the maps. For one thread. */
	private final class Cast {

		private final LampLight light;
		private final ShadowMap ofFront;
		private final ShadowRays toFront;
		/** Null where nothing was fitted. */
		private final ShadowMap ofFitted;
		private final ShadowRays toFitted;

		/** @param drawn of the front, and of the fitted head where there is one */
		Cast(final LampLight light, final ShadowMap[] drawn) {
			this.light = light;
			ofFront = drawn[0];
			toFront = ofFront.rays();
			ofFitted = fitted == null ? null : drawn[1];
			toFitted = fitted == null ? null : ofFitted.rays();
		}

		/** @param set of the lamp's places */
		float at(final double column, final double row, final int set) {
			final int cell = cell(column, row);
			if (!light.isAsked(cell)) return 1;
			final float doubt = CLOTH * SmoothSurface.clothed(maps, cell), seen = at(ofFront, toFront, depth, column, row, cell, doubt, set);
			return ofFitted == null || seen <= 0 ? seen : Math.min(seen, at(ofFitted, toFitted, skin, column, row, cell, doubt, set));
		}

		/** @param places depth of what the shadow falls on */
		private float at(final ShadowMap shadow, final ShadowRays rays, final Picture places, final double column, final double row, final int cell, final float doubt, final int set) {
			final float nx = normals[cell], ny = normals[maps.size() + cell], nz = normals[2 * maps.size() + cell];
			final double px = toPicture.x(column, row), py = toPicture.y(column, row), z = places.sample(column, row, 0);
			return shadow.reach(rays, (float) camera.liftX(px, z) + OFF * nx, (float) camera.liftY(py, z) + OFF * ny, (float) z + OFF * nz, nx, ny, nz, doubt, set);
		}

		/** The mean of four places within a cell, each by its own places of the lamp, so that an edge has neither stairs nor bands. */
		float around(final double column, final double row, final double stepX, final double stepY) {
			float sum = 0;
			for (int k = 0; k < ShadowRays.SETS; k++) sum += at(column + (k % 2 - 0.5) * stepX / 2, row + (k / 2 - 0.5) * stepY / 2, k);
			return sum / ShadowRays.SETS;
		}
	}
}
