package org.icportrait.head;

import java.util.Arrays;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.hair.HangingHair;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.FittedHead;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Lifts a grid of places of the photograph by depth, and closes it behind. */
final class MeshBuilder {

	/** How far (dm) inside the silhouette the rear surface takes its colour. */
	private static final double INSET = 0.22;
	/** Of what lies so near (dm) to the silhouette, seen askance there, the outermost rim is not shown in full view. */
	private static final double NEAR = 0.25, RIM = 0.06;
	/** Canonical height (dm) where hair ends at the back of the head. */
	private static final float NAPE = -0.6f;
	/** Below this canonical height (dm) what lies behind a cheek is jaw and neck before it is hair. */
	private static final float LOBE = -0.15f;
	private static final float REAR_CONFIDENCE = 0.02f;

	private final Picture matte;
	private final Picture closed;
	/** Null where there is no fitted head. */
	private final HangingHair hanging;
	private final HeadMaps maps;
	private final HeadCamera camera;
	/** Null where there is none. */
	private final FittedHead fitted;
	private final float[] sight;
	private final Closure closure;
	private final MeshGrid grid;
	private final int count;
	private final float[] textureX;
	private final float[] textureY;
	private final float[] innerX;
	private final float[] innerY;
	private final float[] points;
	private final float[] canonical;
	private final boolean[] solid;

	/**
	 * @param matte over the area @param closed the same as far as it has a rear
	 * @param hanging null where there is no fitted head, as {@code fitted}, the sight of its vertices and what closes it are
	 */
	MeshBuilder(final Area area, final Picture matte, final Picture closed, final HangingHair hanging, final HeadMaps maps, final HeadCamera camera,
		final FittedHead fitted, final float[] sight, final Closure closure)
	{
		this.fitted = fitted;
		this.sight = sight;
		this.closure = closure;
		this.matte = matte;
		this.closed = closed;
		this.hanging = hanging;
		this.maps = maps;
		this.camera = camera;
		grid = MeshGrid.of(area);
		count = grid.count();
		textureX = new float[2 * count];
		textureY = new float[2 * count];
		innerX = new float[count];
		innerY = new float[count];
		points = new float[6 * count];
		canonical = new float[3 * count];
		solid = new boolean[count];
	}

	/** @param rear depth of the rearmost surface on the grid of the maps */
	Mesh build(final Picture rear, final Progress progress) {
		Workers.rows(grid.rows(), progress, this::placeFront);
		final Silhouette silhouette = new Silhouette(solid, grid, camera.s());
		placeRear(rear, silhouette, progress);
		final float[] confidence = new float[2 * count];
		new SightConfidence(maps, camera, grid.columns(), grid.rows(), textureX, textureY, points).write(confidence);
		final SightDoubt doubt = new SightDoubt(canonical, points, solid, confidence);
		doubt.rims(silhouette);
		Arrays.fill(confidence, count, 2 * count, REAR_CONFIDENCE);
		final GridTriangles triangles = new GridTriangles(grid.columns(), grid.rows());
		final MatteCells cells = new MatteCells(matte, grid);
		final boolean[] touched = cells.touched(progress), whole = cells.whole(solid, progress);
		final int[] inside = triangles.front(touched, whole, true), edge = triangles.front(touched, whole, false);
		return new Mesh(grid.columns(), grid.rows(), textureX, textureY, innerX, innerY, points, canonical, confidence, mirrorConfidence(confidence),
			GridTriangles.joined(inside, edge), inside.length, triangles.shell(solid));
	}

	/** The mesh with the doubts of the fitted head; the mesh itself where there is none. */
	Mesh doubted(final Mesh mesh) {
		if (fitted == null) return mesh;
		final float[] places = mesh.points().clone(), confidence = mesh.confidence().clone();
		new SightDoubt(canonical, places, solid, confidence).hidden(fitted, sight);
		return mesh.with(places, confidence, mirrorConfidence(confidence));
	}

	/** Which front vertices are of the person. */
	boolean[] solid() {
		return solid;
	}

	private void placeFront(final int row) {
		for (int i = 0; i < grid.columns(); i++) {
			final int v = row * grid.columns() + i;
			textureX[v] = grid.x(v);
			textureY[v] = grid.y(v);
			final double column = maps.column(textureX[v], textureY[v]), line = maps.row(textureX[v], textureY[v]);
			lift(textureX[v], textureY[v], v, maps.depth().sample(column, line, 0));
			for (int c = 0; c < 3; c++) canonical[3 * v + c] = maps.coordinates().sample(column, line, c);
			solid[v] = closed.get(grid.pixelX(i), grid.pixelY(row), 0) > Mesh.SOLID;
		}
	}

	private void placeRear(final Picture rear, final Silhouette silhouette, final Progress progress) {
		final Picture lent = fitted == null ? null : RearPlaces.of(fitted, closure, camera, grid, progress);
		final double inset = INSET * camera.s();
		final SmoothBorder border = new SmoothBorder(solid, grid.columns(), progress);
		final float[] moved = new float[2];
		final float[] depths = new RearDepths(camera, grid, points, canonical, solid, silhouette).of(guessed(rear), fitted, sight, progress);
		for (int v = 0; v < count; v++) {
			final int near = silhouette.nearest(v);
			border.move(v, moved);
			lift(textureX[v] + grid.step() * moved[0], textureY[v] + grid.step() * moved[1], count + v, depths[v]);
			// Above the neck what lies behind a face is hair, as on top of it; a neck goes on as at its sides.
			final int edge = canonical[3 * v + 1] > NAPE && silhouette.above(v) >= 0 ? silhouette.above(v) : near;
			if (lent == null || canonical[3 * v + 1] < LOBE || Float.isNaN(lent.data()[v])) pullTexture(v, edge, inset);
			else {
				textureX[count + v] = lent.data()[v];
				textureY[count + v] = lent.data()[count + v];
			}
			pullRim(v, near, silhouette.within(v));
		}
	}

	/** Depths of the rear surface by the network, dm. */
	private float[] guessed(final Picture rear) {
		final float[] guessed = new float[count];
		for (int v = 0; v < count; v++) guessed[v] = rear.sample(maps.column(textureX[v], textureY[v]), maps.row(textureX[v], textureY[v]), 0);
		return guessed;
	}

	/** @param distance from the silhouette's vertex {@code near}, dm */
	private void pullRim(final int v, final int near, final double distance) {
		final double share = near < 0 || distance >= NEAR || distance < 1e-6 ? 0 : RIM * (1 - distance / NEAR) / distance;
		innerX[v] = (float) (textureX[v] + (share == 0 ? 0 : share * (textureX[v] - textureX[near])));
		innerY[v] = (float) (textureY[v] + (share == 0 ? 0 : share * (textureY[v] - textureY[near])));
	}

	/** The rear vertex takes its colour from the way between its own place and an edge, {@code inset} pixels from the edge. */
	private void pullTexture(final int v, final int edge, final double inset) {
		final int rear = count + v;
		textureX[rear] = textureX[v];
		textureY[rear] = textureY[v];
		if (edge < 0) return;
		final double dx = textureX[v] - textureX[edge], dy = textureY[v] - textureY[edge];
		final double share = Math.min(1, inset / (Math.hypot(dx, dy) + 1e-9));
		textureX[rear] = (float) (textureX[edge] + share * dx);
		textureY[rear] = (float) (textureY[edge] + share * dy);
	}

	private void lift(final float x, final float y, final int vertex, final float depth) {
		points[3 * vertex] = (float) camera.liftX(x, depth);
		points[3 * vertex + 1] = (float) camera.liftY(y, depth);
		points[3 * vertex + 2] = depth;
	}

	/** What hangs on one side alone is not symmetric. */
	private float[] mirrorConfidence(final float[] confidence) {
		final float[] out = new float[count];
		for (int v = 0; v < count; v++) {
			if (!solid[v] || hanging != null && hanging.isOneSidedAt(grid.pixelX(v % grid.columns()), grid.pixelY(v / grid.columns()))) continue;
			out[v] = confidence[v] * Symmetry.share(canonical[3 * v + 1]);
		}
		return out;
	}
}
