package org.icportrait.generate;

import java.nio.FloatBuffer;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/** Stray pixels of the photograph amid skin that is drawn: of its own ear, which is not quite where the fitted one is, or of a lock of hair. Stateless. */
final class Flecks {

	/** Half the width of the widest one, share of the frame's side, and from which share on a pixel is the photograph's. */
	private static final double WIDEST = 0.027;
	private static final float OWN = 0.5f;
	/** How much skin must be drawn for none to stay. */
	private static final float MUCH = 0.4f;

	private Flecks() {}

	/**
	 * How far the photograph's own pixels count, without flecks; a new picture.
	 *
	 * @param trusted one channel over the frame, 0..1
	 * @param skin how much of each pixel is skin that is drawn, 0..1
	 */
	static Picture without(final Picture trusted, final Picture skin, final Condition condition, final Progress progress) {
		final Picture broad = broad(condition, progress), out = trusted.copy();
		for (int i = 0; i < out.data().length; i++) out.data()[i] *= 1 - Smooth.step(0, MUCH, skin.data()[i]) * (1 - broad.data()[i]);
		return out;
	}

	/** What the photograph shows without what is narrow (a morphological opening), softened; 0..1. */
	private static Picture broad(final Condition condition, final Progress progress) {
		final FloatBuffer maps = condition.maps().buffer();
		final int side = condition.frame().side(), n = side * side, radius = Outline.radius(WIDEST, condition.frame());
		final boolean[] hidden = new boolean[n];
		for (int i = 0; i < n; i++) hidden[i] = Outline.own(maps.get(i), maps.get(n + i), 0) < OWN;
		final boolean[] core = Dilation.grow(hidden, side, radius, progress);
		for (int i = 0; i < n; i++) core[i] = !core[i];
		return BoxBlur.blur(Picture.ofMask(Dilation.grow(core, side, radius, progress), side), Math.max(1, radius / 2), progress);
	}
}
