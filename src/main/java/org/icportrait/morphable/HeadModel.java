package org.icportrait.morphable;

import java.nio.ByteBuffer;

import org.icportrait.work.Progress;

/**
 * The statistical head: a closed surface of skin, ears, neck, rear and eyeballs in head axes (dm), its mean shape and by how much each
 * mode of identity (unit variance) and expression (0 to 1) moves a vertex. Made from ICT-FaceKit (MIT) by {@code python -m
 * icportrait.head_model}, which describes the file. A vertex's place on the mean head is its canonical coordinate. Immutable,
 * thread-safe; arrays are live, treat them as read-only.
 */
public final class HeadModel {

	/** Of {@link #region}. */
	public static final byte FACE = 0, REAR = 1, EYE = 2;
	/** So far (dm) above the usual hairline there may still be forehead. */
	public static final float FOREHEAD = 0.12f;

	/** Less of the light from all around reaches a vertex that lies inside: of mouth, nostrils, sockets. */
	private static final float INSIDE = 0.1f;
	/** Nearer to the mean skin than this (dm) a place is bare. */
	private static final float BARE = 0.06f;

	private final float[] neutral;
	private final int[] triangles;
	private final int[] partner;
	private final int[] landmarks;
	private final int[] source;
	private final byte[] region;
	private final float[] scale;
	private final byte[] offsets;
	private final int identityModes;
	/** The share of even light that reaches a vertex of the mean head. */
	private final float[] light;
	private final VertexBins bins;

	private HeadModel(final HeadModelFile file) {
		neutral = file.neutral;
		triangles = file.triangles;
		partner = file.partner;
		landmarks = file.landmarks;
		source = file.source;
		region = file.region;
		scale = file.scale;
		offsets = file.offsets;
		identityModes = file.identityModes;
		final Occluder mean = new Occluder(neutral, triangles);
		light = AmbientOcclusion.of(mean, neutral, mean.normals(), Progress.NONE);
		bins = new VertexBins(neutral, v -> !isInside(v));
	}

	/**
	 * From the content of a file; reads the buffer to its end.
	 *
	 * @throws org.icportrait.work.Fault where it is no head model
	 */
	static HeadModel read(final ByteBuffer content) {
		return new HeadModel(new HeadModelFile(content));
	}

	/** The head that travels in the jar; read and verified at first use. Throws {@link org.icportrait.work.Fault} where it is damaged. */
	public static HeadModel standard() {
		return Standard.MODEL;
	}

	/** Loads it once. */
	private static final class Standard {

		private static final HeadModel MODEL = HeadModelResource.load("ict-head.json");
	}

	/** Number of vertices. */
	public int size() {
		return neutral.length / 3;
	}

	/** The mean neutral head, [3 v], dm. */
	public float[] neutral() {
		return neutral;
	}

	/** Three vertices each, counter-clockwise from outside. */
	public int[] triangles() {
		return triangles;
	}

	/** For each vertex the one on the other side; itself on the midline. */
	public int[] partner() {
		return partner;
	}

	/** The vertices of the 68 landmarks, order of 300-W. */
	public int[] landmarks() {
		return landmarks;
	}

	/** For each vertex its number in the recipe's full head. */
	public int[] source() {
		return source;
	}

	/** {@link #FACE}, {@link #REAR} (with ears and neck) or {@link #EYE} of a vertex. */
	public byte region(final int vertex) {
		return region[vertex];
	}

	/** Whether hair usually grows at a vertex of the rear: above a line from forehead over the ears to the nape. */
	public boolean isScalp(final int vertex) {
		return isScalp(vertex, 0);
	}

	/** The same of a scalp that begins so much (dm) higher. */
	boolean isScalp(final int vertex, final float higher) {
		return region[vertex] != EYE && aboveHairline(vertex) > higher;
	}

	/** How far (dm) above the hairline a vertex of the mean head lies; negative below. */
	public float aboveHairline(final int vertex) {
		return aboveHairline(neutral[3 * vertex + 1], neutral[3 * vertex + 2]);
	}

	/** Whether hair usually grows at a canonical place, dm, on a head or in the hair over it. */
	public static boolean isScalp(final float y, final float z) {
		return aboveHairline(y, z) > 0;
	}

	/** How far (dm) above the usual hairline a canonical place lies; negative below. */
	public static float aboveHairline(final float y, final float z) {
		return HeadRegions.aboveHairline(y, z);
	}

	/** Whether a vertex lies on an ear, as far as that stands out. */
	public boolean isEar(final int vertex) {
		return HeadRegions.isEar(neutral[3 * vertex], neutral[3 * vertex + 1], neutral[3 * vertex + 2]);
	}

	/** Whether a vertex lies before the ear: on the side of the face, above the jaw and below the hairline. */
	public boolean isPreauricular(final int vertex) {
		return HeadRegions.isPreauricular(neutral[3 * vertex], neutral[3 * vertex + 1], neutral[3 * vertex + 2]) && !isScalp(vertex);
	}

	/** Modes of identity and, after them, of expression. */
	public int modes() {
		return scale.length;
	}

	/** Modes of identity, strongest first. */
	public int identityModes() {
		return identityModes;
	}

	/** How far a mode moves a vertex along an axis (0 x, 1 y, 2 z), dm. */
	public float offset(final int mode, final int vertex, final int axis) {
		return scale[mode] * offsets[(mode * size() + vertex) * 3 + axis];
	}

	/** Whether a vertex lies inside of mouth, nostrils or the sockets of eyes, where the mean head hides it from every side. */
	public boolean isInside(final int vertex) {
		return Math.max(light[vertex], light[partner[vertex]]) < INSIDE;
	}

	/**
	 * The vertex whose place on the mean head is nearest to a canonical place (dm), of those that do not lie {@linkplain #isInside inside}: a photograph that
	 * shows teeth shows them between the lips; -1 where none lies within {@code reach} dm.
	 */
	public int nearest(final float x, final float y, final float z, final float reach) {
		return bins.nearest(x, y, z, reach);
	}

	/** How far from the vertex nearest to it a canonical place is, dm; {@code reach} where none is nearer. */
	public float distance(final float x, final float y, final float z, final float reach) {
		final int v = nearest(x, y, z, reach);
		return v < 0 ? reach : (float) Math.sqrt(Math.pow(x - neutral[3 * v], 2) + Math.pow(y - neutral[3 * v + 1], 2) + Math.pow(z - neutral[3 * v + 2], 2));
	}

	/** Whether a canonical place (dm) that a photograph shows is of skin, and not of hair, which lies before it. */
	public boolean isBare(final float x, final float y, final float z) {
		return nearest(x, y, z, BARE) >= 0;
	}

	/**
	 * The head of these coefficients, head axes, [3 v], dm.
	 *
	 * @param coefficients one for each mode
	 */
	public float[] shape(final double[] coefficients) {
		if (coefficients.length != modes()) throw new IllegalArgumentException("There are " + modes() + " modes, not " + coefficients.length + ".");
		final float[] out = neutral.clone();
		for (int mode = 0; mode < modes(); mode++) {
			final float weight = (float) (coefficients[mode] * scale[mode]);
			if (weight == 0) continue;
			final int start = mode * out.length;
			for (int i = 0; i < out.length; i++) out[i] += weight * offsets[start + i];
		}
		return out;
	}
}
