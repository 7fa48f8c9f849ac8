package org.icportrait.view;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;

/**
 * Everything of a warp that does not depend on the pose wanted: made once, used for many views. Immutable once made; thread-safe.
 * <p>
 * Vertex i of the grid stands on picture place (textureX, textureY)[i]; vertex {@code count + i} lies behind it on the rear
 * surface, and its texture is pulled from just inside the silhouette.
 * </p>
 */
public final class PreparedHead {

	/** Vertices along the longer side of the maps, at most: a little finer than the network's maps. */
	private static final int GRID = 160;
	/** How far (dm) inside the silhouette the rear surface takes its colour. */
	private static final double INSET = 0.22;
	/** Over how many dm from the silhouette inward the head reaches its thickness, and the thickest head and neck, dm. */
	private static final double ROUND = 0.7;
	private static final float HEAD = 2.2f, NECK = 1.2f;
	/** Canonical height (dm) where hair ends at the back of the head. */
	private static final float NAPE = -0.6f;
	/** Radius of the rear surface's blur, share of the maps' width. */
	private static final double BLUR = 0.02;
	static final float SHELL_CONFIDENCE = 0.02f;

	final HeadMaps maps;
	final double[] rotation;
	final HeadCamera camera;
	final Layers layers;
	/** The person's colour without detail, for what the photograph does not show: sharp guesses would show as streaks. */
	final Picture coarse;
	final Picture source;

	final int columns;
	final int rows;
	final int count;
	final float[] textureX;
	final float[] textureY;
	/** Camera axes, dm, [3 i]; front, then rear. */
	final float[] points;
	/** Canonical coordinates of the front vertices, dm, [3 i]. */
	final float[] canonical;
	/** How well the photograph shows a front vertex, 0..1. */
	final float[] confidence;
	/** How well a front vertex may stand for the other side of the head, 0..1. */
	final float[] mirrorConfidence;
	/** The canonical places that the photograph shows. */
	final ObservedSpace observed = new ObservedSpace();
	final Symmetry symmetry;
	final int[] frontTriangles;
	/** Rear surface, and the walls that join it to the front. */
	final int[] shellTriangles;

	/**
	 * @param source linear light, any number of channels, of the size of the photograph
	 * @param maps from {@link SurfaceUpsampler}
	 * @param surface of the same head
	 */
	public PreparedHead(final Picture source, final HeadMaps maps, final HeadReading surface) {
		this.maps = maps;
		this.source = source;
		rotation = surface.rotation().toArray();
		camera = surface.camera();
		layers = Layers.part(source, maps);
		coarse = layers.coarse(maps.matte(), Math.max(1, (int) (BLUR * maps.width())));
		final int step = Math.max(1, (Math.max(maps.width(), maps.height()) + GRID - 1) / GRID);
		columns = (maps.width() - 1 + step - 1) / step + 1;
		rows = (maps.height() - 1 + step - 1) / step + 1;
		count = columns * rows;
		textureX = new float[2 * count];
		textureY = new float[2 * count];
		points = new float[6 * count];
		canonical = new float[3 * count];
		confidence = new float[2 * count];
		mirrorConfidence = new float[count];
		final boolean[] touched = new boolean[count];
		final boolean[] solid = new boolean[count];
		placeFront(step, touched, solid);
		placeRear(surface, solid);
		new SightConfidence(this).write(confidence);
		symmetry = Symmetry.fit(points, canonical, solid, rotation);
		writeMirrorConfidence(solid);
		final GridTriangles grid = new GridTriangles(columns, rows);
		frontTriangles = grid.front(touched);
		shellTriangles = grid.shell(solid);
	}

	private void placeFront(final int step, final boolean[] touched, final boolean[] solid) {
		for (int j = 0; j < rows; j++) {
			for (int i = 0; i < columns; i++) {
				final int v = j * columns + i;
				final int x = Math.min(i * step, maps.width() - 1), y = Math.min(j * step, maps.height() - 1);
				textureX[v] = maps.x() + x + 0.5f;
				textureY[v] = maps.y() + y + 0.5f;
				lift(v, v, maps.depth().get(x, y, 0));
				for (int c = 0; c < 3; c++) canonical[3 * v + c] = maps.coordinates().get(x, y, c);
				solid[v] = maps.matte().get(x, y, 0) > 0.5f;
				touched[v] = isTouched(x, y, step);
			}
		}
	}

	private boolean isTouched(final int x, final int y, final int step) {
		for (int b = Math.max(0, y - step); b <= Math.min(maps.height() - 1, y + step); b++) {
			for (int a = Math.max(0, x - step); a <= Math.min(maps.width() - 1, x + step); a++) {
				if (maps.matte().get(a, b, 0) > 0.02f) return true;
			}
		}
		return false;
	}

	private void placeRear(final HeadReading surface, final boolean[] solid) {
		final Picture rear = PushPull.fill(surface.backDepth(), SurfaceUpsampler.seen(surface));
		final Similarity toCrop = surface.cropToPicture().inverse();
		final int n = rear.width();
		final Silhouette silhouette = new Silhouette(solid, columns, rows);
		final double inset = INSET * camera.s();
		for (int v = 0; v < count; v++) {
			final double x = textureX[v], y = textureY[v];
			confidence[count + v] = SHELL_CONFIDENCE;
			final int near = silhouette.nearest(v);
			final double fromSilhouette = near < 0 ? ROUND * camera.s() : Math.hypot(x - textureX[near], y - textureY[near]);
			final float front = points[3 * v + 2];
			final float thickness = Math.max(0.01f, front - rear.sample(toCrop.x(x, y) * n, toCrop.y(x, y) * n, 0));
			lift(v, count + v, front - roundness(fromSilhouette / camera.s()) * Math.min(thickness, thickest(canonical[3 * v + 1])));
			// Above the neck what lies behind a face is hair, as on top of it; a neck goes on as at its sides.
			final int edge = canonical[3 * v + 1] > NAPE && silhouette.above(v) >= 0 ? silhouette.above(v) : near;
			pullTexture(v, edge, inset);
		}
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

	/** Front and rear meet at the silhouette as those of a ball do; the network's rear is too coarse to say so. */
	private static float roundness(final double fromSilhouette) {
		final double t = 1 - Math.min(1, fromSilhouette / ROUND);
		return (float) Math.sqrt(1 - t * t);
	}

	/** A neck is thinner than a head: about 12 cm against 22. */
	private static float thickest(final float canonicalY) {
		return NECK + (HEAD - NECK) * Smooth.step(-0.9f, -0.2f, canonicalY);
	}

	private void lift(final int texture, final int vertex, final float depth) {
		points[3 * vertex] = (float) camera.liftX(textureX[texture], depth);
		points[3 * vertex + 1] = (float) camera.liftY(textureY[texture], depth);
		points[3 * vertex + 2] = depth;
	}

	private void writeMirrorConfidence(final boolean[] solid) {
		for (int v = 0; v < count; v++) {
			if (solid[v]) observed.see(canonical[3 * v], canonical[3 * v + 1], canonical[3 * v + 2], confidence[v]);
		}
		for (int v = 0; v < count; v++) {
			if (!solid[v]) continue;
			// Clothes and the ends of long hair are not symmetric; what lies close to the midline needs no second copy.
			final float head = Smooth.step(-1.3f, -0.9f, canonical[3 * v + 1]) * Smooth.step(0.03f, 0.12f, Math.abs(canonical[3 * v]));
			mirrorConfidence[v] = head * confidence[v];
		}
	}
}
