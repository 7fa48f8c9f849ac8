package org.icportrait.light;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * The light of a masked photograph: spherical harmonics and one lamp, plus the low-frequency ratio that the correspondence in canonical
 * head space allows. The masking and the layout of the canvas follow IC-Portrait (arXiv 2501.17159, Figure 3); the estimation is our
 * choice.
 */
final class PhotographLight extends LightReading {

	/** Linear grey of masked patches on the canvas. */
	private static final float MASKED = 0.21f;
	/** Degrees between two heads at which the ratio counts for little: what lies in shadow turns with the head. */
	private static final double FAR_POSE = 35;

	private final Picture reference;
	private final PatchMask visible;
	private final Light light;
	private final Rotation rotation;
	/** Of another person's photograph the field, of the same person's the sums, from which each profile's reflectance is taken. */
	private final ResidualField field;
	private final ResidualField.Sums sums;

	private PhotographLight(final LitHead reference, final PatchMask visible, final Light light, final ResidualField.Sums sums, final boolean samePerson) {
		this.reference = reference.picture();
		this.visible = visible;
		this.light = light;
		rotation = reference.rotation();
		this.sums = samePerson ? sums : null;
		field = samePerson ? null : sums.field();
	}

	static PhotographLight read(final LitHead reference, final StitchOptions options, final Progress progress) {
		final Area area = reference.area();
		if (area.x() != 0 || area.y() != 0) throw new IllegalArgumentException("The light of a photograph is read from a whole photograph, not from " + area + ".");
		final PatchMask visible = PatchMask.of(area.width(), area.height(), options);
		final Light light = LightEstimator.estimate(reference, visible, progress);
		final Picture explained = Shading.of(reference.maps(), reference.camera(), light, progress);
		final ResidualField.Sums sums = new ResidualField.Sums(reference, explained, visible, !options.samePerson(), progress);
		return new PhotographLight(reference, visible, light, sums, options.samePerson());
	}

	@Override
	public Light light() {
		return light;
	}

	@Override
	public WantedLight on(final LitHead head, final Picture own, final Progress progress) {
		final Picture shading = Shading.of(head.maps(), head.camera(), light, progress);
		final double angle = head.rotation().degreesTo(rotation) / FAR_POSE;
		final Picture support = residual(head, own, progress).addTo(head.maps(), Math.exp(-angle * angle), shading, progress);
		return new WantedLight(shading, light, support);
	}

	/** One person has one reflectance: the profile's, read through the correspondence, is surer than a second estimate. */
	private ResidualField residual(final LitHead head, final Picture own, final Progress progress) {
		if (field != null) return field;
		return sums.without(new ResidualField.Sums(head, own, PixelMask.ALL, false, progress).field(), progress);
	}

	@Override
	public Picture canvas(final Picture profile) {
		final int h = profile.height(), w = Math.max(1, (int) Math.round((double) reference.width() * h / reference.height()));
		final Picture out = new Picture(profile.width() + w, h, 3);
		// Masked before it is scaled: interpolation must not carry hidden pixels over the edges of patches.
		final Picture masked = masked();
		Workers.rows(3 * h, Progress.NONE, line -> {
			final int c = line / h, y = line % h;
			System.arraycopy(profile.data(), line * profile.width(), out.data(), line * out.width(), profile.width());
			for (int x = 0; x < w; x++) {
				out.set(profile.width() + x, y, c, masked.sample((x + 0.5) * reference.width() / w, (y + 0.5) * reference.height() / h, c));
			}
		});
		return out;
	}

	private Picture masked() {
		final Picture out = reference.copy();
		final int w = out.width(), n = out.planeSize();
		for (int i = 0; i < n; i++) {
			if (visible.shows(i % w, i / w)) continue;
			for (int c = 0; c < 3; c++) out.data()[c * n + i] = MASKED;
		}
		return out;
	}
}
