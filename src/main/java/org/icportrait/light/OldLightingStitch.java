package org.icportrait.light;

import java.util.stream.IntStream;

import org.icportrait.image.Picture;
import org.icportrait.view.HeadMaps;

/**
 * Lighting-aware stitching by geometry: a reference photograph is masked to a few patches, its light is estimated from those alone,
 * and brought onto the profile: spherical harmonics and one lamp on its normals and depth, plus the low-frequency ratio that the
 * correspondence in canonical head space allows. The masking and the layout follow IC-Portrait (arXiv 2501.17159, Figure 3); the
 * estimation is our choice. Stateless.
 */
public final class OldLightingStitch {

	/** Linear grey of masked patches on the canvas. */
	private static final float MASKED = 0.21f;
	/** Degrees between two heads at which the ratio counts for little: what lies in shadow turns with the head. */
	private static final double FAR_POSE = 35;

	private OldLightingStitch() {}

	/**
	 * @param profile the person
	 * @param own the profile's own shading, from {@link OwnShading}, over its maps
	 * @param reference the light
	 */
	public static OldStitchResult stitch(final OldLitHead profile, final Picture own, final OldLitHead reference, final StitchOptions options) {
		final Picture picture = reference.picture();
		final boolean[] visible = PatchMask.of(picture.width(), picture.height(), options).toArray();
		final Light light = OldLightEstimator.estimate(picture, reference.maps(), reference.camera(), visible, reference.guess());
		final Picture explained = OldShading.of(reference.maps(), reference.camera(), light);
		// One person has one reflectance: the profile's, read through the correspondence, is surer than a second estimate.
		final OldResidualField reflectance = options.samePerson() ? OldResidualField.reflectance(profile, own) : null;
		final OldResidualField residual = new OldResidualField(reference, explained, visible, reflectance);
		final Picture shading = OldShading.of(profile.maps(), profile.camera(), light);
		final Picture support = new Picture(shading.width(), shading.height(), 1);
		addResidual(residual, profile.maps(), likeness(profile.rotation(), reference.rotation()), shading, support);
		final Picture relit = OldRelighter.apply(profile.picture(), profile.maps(), own, shading);
		return new OldStitchResult(canvas(profile.picture(), picture, visible), light, shading, relit, support);
	}

	private static void addResidual(final OldResidualField residual, final HeadMaps maps, final double likeness, final Picture shading, final Picture support) {
		final int w = maps.width(), n = w * maps.height();
		IntStream.range(0, maps.height()).parallel().forEach(y -> {
			final float[] read = new float[4];
			for (int i = y * w; i < (y + 1) * w; i++) {
				if (maps.matte().data()[i] <= 0) continue;
				residual.read(maps, i, read);
				support.data()[i] = (float) (likeness * read[3]);
				for (int c = 0; c < 3; c++) shading.data()[c * n + i] *= (float) Math.exp(likeness * read[c]);
			}
		});
	}

	/** 1 for equal poses, falling with the angle between them. */
	private static double likeness(final double[] a, final double[] b) {
		double trace = 0;
		for (int i = 0; i < 9; i++) trace += a[i] * b[i];
		final double angle = Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, (trace - 1) / 2))));
		return Math.exp(-(angle / FAR_POSE) * (angle / FAR_POSE));
	}

	private static Picture canvas(final Picture profile, final Picture reference, final boolean[] visible) {
		final int h = profile.height(), w = Math.max(1, (int) Math.round((double) reference.width() * h / reference.height()));
		final Picture out = new Picture(profile.width() + w, h, 3);
		// Masked before it is scaled: interpolation must not carry hidden pixels over the edges of patches.
		final Picture masked = masked(reference, visible);
		for (int c = 0; c < 3; c++) {
			for (int y = 0; y < h; y++) {
				System.arraycopy(profile.data(), (c * h + y) * profile.width(), out.data(), (c * h + y) * out.width(), profile.width());
				for (int x = 0; x < w; x++) {
					out.set(profile.width() + x, y, c, masked.sample((x + 0.5) * reference.width() / w, (y + 0.5) * reference.height() / h, c));
				}
			}
		}
		return out;
	}

	private static Picture masked(final Picture picture, final boolean[] visible) {
		final Picture out = picture.copy();
		for (int i = 0; i < out.data().length; i++) {
			if (!visible[i % visible.length]) out.data()[i] = MASKED;
		}
		return out;
	}
}
