package org.icportrait.skin;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.generate.Shown;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.Shares;
import org.icportrait.morphable.HeadModel;
import org.icportrait.work.Progress;

/**
 * Skin of face and neck that the photographs show, told by its likeness to the cheeks' colour from hair and clothes. Arrays are live.
 *
 * @param where pixels of the frame that show it
 * @param cheek linear RGB of the sides of the face, above 0
 * @param mean linear RGB of the sides of the neck, above 0
 * @param collar canonical height (dm) where clothes begin beside the neck
 * @param bare share of what is seen of the sides of the neck that is skin where skin lies, 0..1; 0 where little is seen. Hair may have its colours, and lies
 *          farther out
 */
public record SeenSkin(boolean[] where, float[] cheek, float[] mean, float collar, float bare) {

	/** Canonical heights (dm) where necks end above and below, and of a step between them. */
	static final float HIGHEST = -0.55f;
	private static final float LOWEST = -1.45f, STEP = 0.05f;
	/** Farther in front (dm) is no side of a neck. */
	private static final float FRONT = 0.35f;
	/** Fewer pixels say nothing. */
	private static final int FEWEST = 60;
	/** How many times as bright as cheeks skin is at most, beyond which lamps behind a person light it, and at least; and how far the ratios of its colours may be off theirs (logarithm). */
	static final double BRIGHT = 1.7;
	private static final double DARK = 0.2, TINGE = 0.35;
	/** As many times as bright as cheeks, and of so much of its brightest channel apart, a colour is told. */
	private static final float DULL = 0.3f, GAUDY = 0.5f, DARKEST = 1e-3f;
	/** Nearer to the mean skin (dm) a place is bare. */
	private static final float NEAR = 0.08f;
	/** Radius of a border of skin, share of the frame's side. */
	private static final double SOFT = 0.008;

	/** Null where the photographs show too little of the cheeks. */
	public static SeenSkin of(final Condition condition) {
		final float[] cheek = CheekColour.of(condition);
		if (cheek == null) return null;
		final Picture colours = condition.startPicture();
		final float[] start = colours.data();
		final int n = colours.planeSize(), steps = Math.round((HIGHEST - LOWEST) / STEP);
		final int[] shown = new int[steps], skin = new int[steps], near = new int[steps];
		final boolean[] where = new boolean[n];
		final float[] neck = new float[n];
		int count = 0;
		for (int i = 0; i < n; i++) {
			final float y = condition.y(i), z = condition.z(i);
			if (!Shown.isShown(condition, i) || HeadModel.isScalp(y, z)) continue;
			where[i] = isSkin(colours, i, cheek);
			final int step = (int) Math.floor((HIGHEST - y) / STEP);
			if (step < 0 || step >= steps || z > FRONT) continue;
			shown[step]++;
			if (!where[i]) continue;
			skin[step]++;
			if (HeadModel.standard().nearest(condition.x(i), y, z, NEAR) >= 0) near[step]++;
			count++;
			neck[i] = 1;
		}
		return new SeenSkin(where, cheek, count < FEWEST ? cheek.clone() : SkinTone.mean(start, neck), HIGHEST - steps(shown, skin) * STEP, bare(shown, near));
	}

	/** Which pixels of other colours, linear RGB over the frame, are like this skin. */
	boolean[] alike(final Picture colours) {
		final boolean[] out = new boolean[colours.planeSize()];
		for (int i = 0; i < out.length; i++) out[i] = isSkin(colours, i, cheek);
		return out;
	}

	/**
	 * How much of each pixel is skin, by its colour; 0..1, smoothly.
	 *
	 * @param colours other ones, linear RGB over the frame
	 * @param haired where hair grows that may have such colours, 0..1; null for nowhere
	 */
	public Picture share(final Picture colours, final Picture haired, final Frame frame, final Progress progress) {
		final Picture out = BoxBlur.twice(Picture.ofMask(alike(colours), frame.side()), frame.radius(SOFT), progress);
		return haired == null ? out : Shares.without(out, haired);
	}

	/** Whether a pixel of other colours, linear RGB over the frame, has a colour that no skin has, nor hair, which is dark, nor a wall, which is grey. */
	boolean isGaudy(final Picture colours, final int i) {
		final int n = colours.planeSize();
		final float r = colours.data()[i], g = colours.data()[n + i], b = colours.data()[2 * n + i], most = Math.max(r, Math.max(g, b));
		if (Colour.luminance(r, g, b) < DULL * Colour.luminance(cheek) || most - Math.min(r, Math.min(g, b)) < GAUDY * most) return false;
		return tinge(r / cheek[0], g / cheek[1]) > TINGE || tinge(b / cheek[2], g / cheek[1]) > 2 * TINGE;
	}

	/** Which pixels of other colours have such a colour, and jewellery with them what lies so near to one, pixels, as its gleams do. */
	public boolean[] jewellery(final Picture colours, final int near, final Progress progress) {
		final boolean[] gaudy = new boolean[colours.planeSize()];
		for (int i = 0; i < gaudy.length; i++) gaudy[i] = isGaudy(colours, i);
		return Dilation.grow(gaudy, colours.width(), near, progress);
	}

	/** Whether a pixel of other colours, linear RGB over the frame, is no skin, however brightly that is lit. */
	boolean isCloth(final Picture colours, final int i) {
		return isStrange(colours, i, cheek);
	}

	private static boolean isStrange(final Picture colours, final int i, final float[] cheek) {
		final int n = colours.planeSize();
		final double r = colours.data()[i] / cheek[0], g = colours.data()[n + i] / cheek[1], b = colours.data()[2 * n + i] / cheek[2];
		return brightness(colours, i, cheek) <= DARK || tinge(r, g) >= TINGE || tinge(b, g) >= TINGE;
	}

	/** As a multiple of the cheeks'. */
	private static double brightness(final Picture colours, final int i, final float[] cheek) {
		return Colour.luminance(colours, i) / Colour.luminance(cheek);
	}

	/** How far a ratio of two channels, each as a multiple of the cheeks', is off theirs: a logarithm, 0 or more. */
	private static double tinge(final double one, final double green) {
		return Math.abs(Math.log(Math.max(DARKEST, one) / Math.max(DARKEST, green)));
	}

	private static boolean isSkin(final Picture colours, final int i, final float[] cheek) {
		return brightness(colours, i, cheek) < BRIGHT && !isStrange(colours, i, cheek);
	}

	/** So many steps down more pixels are skin and fewer are not than down to any other. */
	private static int steps(final int[] shown, final int[] skin) {
		int best = 0, most = 0, more = 0;
		for (int step = 0; step < shown.length; step++) {
			more += 2 * skin[step] - shown[step];
			if (more <= most) continue;
			most = more;
			best = step + 1;
		}
		return best;
	}

	private static float bare(final int[] shown, final int[] near) {
		int all = 0, bare = 0;
		for (int step = steps(shown, near) - 1; step >= 0; step--) {
			all += shown[step];
			bare += near[step];
		}
		return all < FEWEST ? 0 : bare / (float) all;
	}
}
