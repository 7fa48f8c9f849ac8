package org.icportrait.morphable;

/** Where the mean head has its hairline, its ears and what lies before these: regions of canonical space, dm. Stateless. */
final class HeadRegions {

	/** Half the width of the head at the ears without them, and the box in which these stand out from it. */
	private static final float SIDE = 0.7f, EAR_FRONT = 0.12f, EAR_BEHIND = -0.19f, EAR_TOP = 0.39f, EAR_BOTTOM = -0.25f;
	/** The side of the face before them: how far aside, and between which heights and depths. */
	private static final float ASIDE = 0.5f, JAW = -0.4f, BROW = 0.3f, CHEEK = 0.6f;
	/** From the forehead over the ears, whence it falls to the nape. */
	private static final float BEHIND_EARS = -0.2f, NAPE_Y = -0.35f, NAPE_Z = -0.6f;

	private HeadRegions() {}

	/** How far above the usual hairline a place lies; negative below. */
	static float aboveHairline(final float y, final float z) {
		return y - (z > BEHIND_EARS ? 0.38f + 0.62f * z : NAPE_Y + 1.5f * (z - NAPE_Z));
	}

	/** Whether a place of the head lies on an ear, as far as that stands out. */
	static boolean isEar(final float x, final float y, final float z) {
		return Math.abs(x) > SIDE && y > EAR_BOTTOM && y < EAR_TOP && z > EAR_BEHIND && z < EAR_FRONT;
	}

	/** Whether one lies on the side of the face, before the ear and above the jaw, whatever grows there. */
	static boolean isPreauricular(final float x, final float y, final float z) {
		return Math.abs(x) > ASIDE && y > JAW && z > EAR_BEHIND && z < CHEEK && y < BROW;
	}
}
