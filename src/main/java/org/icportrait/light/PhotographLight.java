package org.icportrait.light;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * The light of a masked photograph: spherical harmonics and one lamp, and some of the low-frequency ratio that the correspondence in canonical
 * head space allows. The masking and the layout of the canvas follow IC-Portrait (arXiv 2501.17159, Figure 3); the estimation is our
 * choice.
 */
final class PhotographLight extends LightReading {

	/** Linear grey of masked patches on the canvas. */
	private static final float MASKED = 0.21f;
	/** Degrees between two heads at which the ratio counts for little: what lies in shadow turns with the head. */
	private static final double FAR_POSE = 35;

	/** By how much two looks at photographs make too little of the difference of their lights: the estimate of albedo takes a part of either for colour. */
	private static final float GAIN = 1.15f;

	private final LitHead reference;
	private final PatchMask visible;
	private final boolean samePerson;
	private final Shrinkage shrinkage;
	private final Look look;

	/** What was read of a head under a mask: the light, and sums of what it leaves unexplained. */
	private record Look(Light light, ResidualField.Sums sums, boolean colourless) {

		static Look at(final LitHead head, final PixelMask visible, final boolean samePerson, final Progress progress) {
			final Light light = LightEstimator.estimate(head, visible, progress);
			final Picture explained = Shading.of(head.surface(), light, progress);
			return new Look(light, new ResidualField.Sums(head, explained, visible, !samePerson, progress), CellColours.of(head, visible, progress).isGrey());
		}
	}

	private PhotographLight(final LitHead reference, final PatchMask visible, final boolean samePerson, final Look look) {
		this.reference = reference;
		this.visible = visible;
		this.samePerson = samePerson;
		this.look = look;
		shrinkage = samePerson ? Shrinkage.SAME_PERSON : Shrinkage.ANOTHER_PERSON;
	}

	static PhotographLight read(final LitHead reference, final StitchOptions options, final Progress progress) {
		final Area area = reference.area();
		if (area.x() != 0 || area.y() != 0) throw new IllegalArgumentException("The light of a photograph is read from a whole photograph, not from " + area + ".");
		final PatchMask visible = PatchMask.of(area.width(), area.height(), options);
		return new PhotographLight(reference, visible, options.samePerson(), Look.at(reference, visible, options.samePerson(), progress));
	}

	@Override
	public Light light() {
		return look.light;
	}

	@Override
	public HeadBox box() {
		return reference.box();
	}

	/** Of these the colours count; the maps are those of the whole photograph. */
	@Override
	public boolean[] shown(final int width, final int height) {
		return visible.toArray();
	}

	@Override
	public boolean readsSurroundings() {
		return true;
	}

	/**
	 * The head is looked at as the reference was, under the same mask, so that what such a look gets wrong of both falls out of the ratio,
	 * and equal pictures give 1. By how much both lights differ is drawn in by what may be skin; see {@link Shrinkage}.
	 */
	@Override
	public WantedLight on(final LitHead head, final Picture own, final FaceLight face, final Progress progress) {
		final Look mine = Look.at(head, onto(head), samePerson, progress);
		final double angle = head.rotation().degreesTo(reference.rotation()) / FAR_POSE, likeness = Math.exp(-angle * angle);
		final ResidualField known = samePerson ? new ResidualField.Sums(head, own, PixelMask.ALL, false, progress).field() : null;
		final Picture wanted = Shading.of(head.surface(), look.light, progress), before = Shading.of(head.surface(), mine.light, progress);
		final Picture difference = LogRatios.of(wanted, before);
		field(look, known, progress).addTo(head.maps(), likeness, shrinkage.local(), wanted, progress);
		field(mine, known, progress).addTo(head.maps(), likeness, shrinkage.local(), before, progress);
		final Picture change = change(head, own, before, wanted, progress);
		if (mine.colourless || look.colourless) Colour.takeAway(change);
		shrinkage.apply(head.maps(), difference, change);
		return new WantedLight(changed(head.maps(), own, face, change), look.light);
	}

	/**
	 * Logarithms of the new shading over the head's own: what both looks differ by, and what is surer of the head than a look under a mask, seen from the
	 * whole picture: its light, and of what that does not explain as much as is taken for light.
	 */
	private Picture change(final LitHead head, final Picture own, final Picture before, final Picture wanted, final Progress progress) {
		final Picture whole = Shading.of(head.surface(), LightEstimator.estimate(head, PixelMask.ALL, progress), progress);
		final Picture change = LogRatios.of(wanted, before), look = LogRatios.of(before, whole), rest = LogRatios.of(whole, own);
		final float local = (float) shrinkage.local();
		for (int i = 0; i < change.data().length; i++) change.data()[i] = GAIN * change.data()[i] + look.data()[i] + local * rest.data()[i];
		return change;
	}

	/** @param change logarithms; used up */
	private static Picture changed(final HeadMaps maps, final Picture own, final FaceLight face, final Picture change) {
		LogRatios.exponentiate(change);
		for (int i = 0; i < change.data().length; i++) change.data()[i] *= own.data()[i];
		Exposure.keep(maps, face, change);
		return change;
	}

	/** The mask as it lies on another head's crop. */
	private PixelMask onto(final LitHead head) {
		final Similarity toReference = reference.box().cropToPicture().after(head.box().cropToPicture().inverse());
		final int w = reference.area().width(), h = reference.area().height();
		return (x, y) -> {
			final int column = (int) Math.floor(toReference.x(x + 0.5, y + 0.5)), row = (int) Math.floor(toReference.y(x + 0.5, y + 0.5));
			return column >= 0 && row >= 0 && column < w && row < h && visible.shows(column, row);
		};
	}

	/** One person has one reflectance: the profile's, read through the correspondence, is surer than a second estimate. */
	private static ResidualField field(final Look look, final ResidualField known, final Progress progress) {
		return known == null ? look.sums.field() : look.sums.without(known, progress);
	}

	@Override
	public Picture canvas(final Picture profile) {
		final int h = profile.height(), w = Math.max(1, (int) Math.round((double) reference.picture().width() * h / reference.picture().height()));
		final Picture out = new Picture(profile.width() + w, h, 3);
		// Masked before it is scaled: interpolation must not carry hidden pixels over the edges of patches.
		final Picture masked = masked();
		Workers.rows(3 * h, Progress.NONE, line -> {
			final int c = line / h, y = line % h;
			System.arraycopy(profile.data(), line * profile.width(), out.data(), line * out.width(), profile.width());
			for (int x = 0; x < w; x++) {
				out.set(profile.width() + x, y, c, masked.sample((x + 0.5) * reference.picture().width() / w, (y + 0.5) * reference.picture().height() / h, c));
			}
		});
		return out;
	}

	private Picture masked() {
		final Picture out = reference.picture().copy();
		final int w = out.width(), n = out.planeSize();
		for (int i = 0; i < n; i++) {
			if (visible.shows(i % w, i / w)) continue;
			for (int c = 0; c < 3; c++) out.data()[c * n + i] = MASKED;
		}
		return out;
	}
}
