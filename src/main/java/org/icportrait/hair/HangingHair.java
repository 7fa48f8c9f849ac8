package org.icportrait.hair;

import org.icportrait.geometry.Area;
import org.icportrait.image.AreaScale;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;

/**
 * Hair, or cloth, that hangs beside the ears and the neck of a fitted head. Arrays are live.
 *
 * @param beside of the area
 * @param ears how much of what is beside each ear is the person, 0..1: towards negative x of the head's axes, towards positive x
 * @param oneSided which cells hold some where the photograph shows none, or much less, on the head's other side: a pony tail is no symmetric part, and was mirrored where single hairs are
 * @param where which cells lie where it hangs, as far as they are the person's at all
 * @param shares how much of each cell it surely is, 0..1: what lies farther out than skin does; in a second channel so much of that as lies close, as the strands of a tail do
 */
public record HangingHair(BesideHead beside, float[] ears, boolean[] oneSided, boolean[] where, Picture shares) {

	/** What counts as beside an ear, dm: to how far from the silhouette, and from which height on. */
	private static final float FARTHEST = 0.2f, LOBE = -0.4f;
	/** The share beside an ear from which on some hangs on that side. */
	private static final float SOME = 0.2f;

	/** Share of a matte's mean about a place that the other side's must have to be as much, the least mean of what hangs, and the radius, cells. */
	private static final float LESS = 0.5f, THERE = 0.4f;
	private static final int ABOUT = 3;

	/** @param photograph linear RGB @param matte over {@code area} @param maps of the photograph @param dm pixels */
	public static HangingHair of(final Picture photograph, final Area area, final Picture matte, final HeadMaps maps, final BesideHead beside, final double dm,
		final Progress progress)
	{
		final Picture mattes = AreaScale.scale(matte, beside.columns(), beside.rows());
		final float[] about = BoxBlur.blur(mattes, ABOUT, progress).data(), ears = new float[2];
		final int[] count = new int[2];
		final boolean[] where = new boolean[about.length], oneSided = new boolean[about.length];
		for (int i = 0; i < where.length; i++) {
			if (!beside.mayHang(i) || beside.beyond()[i] > FARTHEST || beside.height()[i] < LOBE) continue;
			ears[beside.side(i)] += mattes.data()[i];
			count[beside.side(i)]++;
		}
		for (int side = 0; side < 2; side++) ears[side] /= Math.max(1, count[side]);
		for (int i = 0; i < where.length; i++) {
			final int partner = beside.partner()[i];
			where[i] = beside.mayHang(i) && ears[beside.side(i)] > SOME;
			oneSided[i] = beside.mayHang(i) && about[i] > THERE && partner >= 0 && about[partner] < LESS * about[i];
		}
		return new HangingHair(beside, ears, oneSided, where,
			StrandDensity.with(HangingShares.of(photograph, area, mattes, maps, beside, dm, progress), dm / beside.block(), progress));
	}

	/** Whether any is sure. */
	public boolean isAny() {
		for (final float share : shares.data()) if (share > 0) return true;
		return false;
	}

	/** How much of what is beside an ear it is, 0..1. @param right whether of the one towards positive x of the head's axes */
	public float besideEar(final boolean right) {
		return ears[right ? 1 : 0];
	}

	/** Whether it may lie at a pixel of the area. */
	public boolean isAt(final int x, final int y) {
		return where[beside.cell(x, y)];
	}

	/** Whether a pixel of the area shows some that the other side lacks. */
	public boolean isOneSidedAt(final int x, final int y) {
		return oneSided[beside.cell(x, y)];
	}
}
