package org.icportrait.hair;

import org.icportrait.geometry.Area;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Takes out of a matte what shows between loose strands: networks call curls with all that is seen through them the person's, and turned, that hangs about the
 * head as a pale veil. Beside and above the fitted head, where hair and what lies behind it differ clearly and the latter is even, colour alone says what is
 * hair. For one thread, once.
 */
public final class LooseHair {

	/** What matte about a pixel lets there be hair. */
	private static final float NONE = 0.02f, SOME = 0.3f;
	/** Radii, dm: of the matte about a pixel, and how far about what is seen through colour decides. */
	private static final double ABOUT = 0.05, NEAR = 0.06;
	/** Heights (dm, head axes) between which hair lies on the head, and mattes about a pixel between which networks are sure there: what is bright gleams. */
	private static final float EARS = 0.2f, SKULL = 0.6f, DOUBTED = 0.97f, SURE = 0.998f;
	/** What differs from the background by less (sRGB), or by so many of its deviations, is background. */
	private static final float SAME = 0.035f, SPREAD = 2.5f;
	/** Shares of the way from background to hair between which a pixel becomes hair alone. */
	private static final float THROUGH = 0.12f, STRAND = 0.6f;
	/** Channels of the cells: the first of what lies behind, that one's deviation, the first of hair. */
	private static final int BEHIND = 2, SPREAD_BEHIND = 5, HAIR = 6;

	private final Picture matte;
	private final BesideHead beside;
	private final double dm;
	private final StrandColours colours;
	/** Two channels of what is apart, four of what lies behind, three of hair, which are read together; null where there is no hair. */
	private final Picture cells;
	/** Which cells colour says anything about. */
	private final boolean[] told;
	private final Progress progress;

	private LooseHair(final Picture matte, final BesideHead beside, final double dm, final StrandColours colours, final Progress progress) {
		this.matte = matte;
		this.beside = beside;
		this.dm = dm;
		this.colours = colours;
		this.progress = progress;
		final float[] loose = colours.loose();
		final Picture behind = colours.behind(), hair = colours.hair(behind, loose), apart = hair == null ? null : colours.apart(behind, hair, loose);
		cells = hair == null ? null : joined(apart, behind, hair);
		// Pixels of a cell are read between its middle and those of the next ones.
		told = hair == null ? null : Dilation.grow(apart.above(0), apart.width(), 1, progress);
	}

	private static Picture joined(final Picture apart, final Picture behind, final Picture hair) {
		final Picture out = new Picture(hair.width(), hair.height(), HAIR + 3);
		System.arraycopy(apart.data(), 0, out.data(), 0, apart.data().length);
		System.arraycopy(behind.data(), 0, out.data(), BEHIND * out.planeSize(), behind.data().length);
		System.arraycopy(hair.data(), 0, out.data(), HAIR * out.planeSize(), hair.data().length);
		return out;
	}

	/**
	 * A matte, less what is seen between strands, and with those that lie close about it.
	 *
	 * @param photograph linear RGB
	 * @param matte over {@code area}; not changed
	 * @param beside of the area
	 * @param dm pixels of the photograph
	 */
	public static Picture parted(final Picture photograph, final Area area, final Picture matte, final BesideHead beside, final double dm, final Progress progress) {
		return new LooseHair(matte, beside, dm, new StrandColours(photograph, area, matte, beside, dm, progress), progress).parted();
	}

	private Picture parted() {
		if (cells == null) return matte;
		final Area box = beside.pixels(told, Math.max(pixels(ABOUT), 2 * pixels(NEAR))).intersect(matte.area());
		if (box.isEmpty()) return matte;
		final Picture out = matte.copy();
		new Told(box).over(out);
		return out;
	}

	private int pixels(final double radius) {
		return Math.max(1, (int) Math.round(radius * dm));
	}

	/** What colour says of a part of the matte. */
	private final class Told {

		private final Area box;
		/** The matte about each pixel, what colour says of it, how much that counts, and whether it shows the background. */
		private final Picture about, colour, weight;
		private final boolean[] through;

		Told(final Area box) {
			this.box = box;
			about = BoxBlur.blur(matte.part(box, progress), pixels(ABOUT), progress);
			colour = new Picture(box.width(), box.height(), 1);
			weight = new Picture(box.width(), box.height(), 1);
			through = new boolean[box.size()];
			Workers.rows(box.height(), progress, row -> {
				final float[] its = new float[cells.channels()];
				for (int x = box.x(), i = row * box.width(), y = box.y() + row; x < box.right(); x++, i++) {
					if (about.data()[i] > NONE && told[beside.cell(x, y)]) read(x, y, i, its);
				}
			});
		}

		/** @param i of the pixel within the part @param its takes what the cells say of it */
		private void read(final int x, final int y, final int i, final float[] its) {
			cells.sample((x + 0.5) / beside.block(), (y + 0.5) / beside.block(), 0, its);
			if (its[0] <= 0) return;
			weight.data()[i] = its[0];
			float far = 0, length = 0;
			for (int c = 0; c < 3; c++) {
				final float back = its[BEHIND + c], own = colours.encoded(x, y, c) - back, all = its[HAIR + c] - back;
				far += own * own;
				length += all * all;
			}
			final float spread = cells.data()[SPREAD_BEHIND * cells.planeSize() + beside.cell(x, y)], same = Math.max(SAME, SPREAD * spread);
			// Skin is less unlike a wall than hair is: beside it only what is the wall's colour is the wall.
			final float strand = Smooth.step(THROUGH, STRAND, (float) Math.sqrt(far / Math.max(1e-6f, length))), unlike = Smooth.step(same, 2 * same, (float) Math.sqrt(far));
			colour.data()[i] = strand + its[1] * (unlike - strand);
			through[i] = far < same * same;
		}

		/** Lays that over the whole matte, in place, near what is seen through. */
		void over(final Picture out) {
			final int near = pixels(NEAR);
			final Picture seen = BoxBlur.blur(Picture.ofMask(Dilation.grow(through, box.width(), near, progress), box.width()), Math.max(1, near / 2), progress);
			Workers.rows(box.height(), progress, row -> {
				for (int x = box.x(), i = row * box.width(), y = box.y() + row; x < box.right(); x++, i++) {
					if (weight.data()[i] <= 0) continue;
					final float on = Smooth.step(EARS, SKULL, beside.height()[beside.cell(x, y)]) * Smooth.step(DOUBTED, SURE, about.data()[i]);
					final float share = weight.data()[i] * seen.data()[i] * (1 - on), before = out.get(x, y, 0);
					if (share > 0) out.set(x, y, 0, before + share * (colour.data()[i] * Smooth.step(NONE, SOME, about.data()[i]) - before));
				}
			});
		}
	}
}
