package org.icportrait.studio;

import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;

import javax.swing.Icon;
import javax.swing.ImageIcon;

import org.icportrait.image.Colour;
import org.icportrait.light.Lamp;
import org.icportrait.light.Light;
import org.icportrait.light.LightPreset;
import org.icportrait.request.LightWords;

/** A grey ball in a light, seen from the front. */
final class Ball {

	private static final float GREY = 0.5f;

	private Ball() {}

	/** The light of a state, as the head gets it; null where the photograph's own stays. */
	static Light light(final StudioState state) {
		if (state.light().equals(LightWords.KEPT)) return null;
		if (state.light().equals(LightWords.DIRECTION)) return Light.from(state.azimuth(), state.elevation(), state.hardness()).scaled(state.strength());
		for (final LightPreset preset : LightPreset.values()) if (preset.label().equals(state.light())) return preset.light().scaled(state.strength());
		return null;
	}

	/** A picture of the ball, transparent around it. @param light null for none in particular */
	static BufferedImage picture(final Light light, final int side) {
		final BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				final double nx = 2 * (x + 0.5) / side - 1, ny = 1 - 2 * (y + 0.5) / side, radius = Math.hypot(nx, ny);
				final double cover = Math.max(0, Math.min(1, (1 - radius) * side / 2 + 0.5));
				if (cover <= 0) continue;
				final double nz = Math.sqrt(Math.max(0, 1 - radius * radius));
				final int grey = Colour.toSrgbByte((float) (GREY * (light == null ? 0.35 + 0.5 * nz : shading(light, nx, ny, nz))));
				picture.setRGB(x, y, (int) Math.round(255 * cover) << 24 | grey * 0x010101);
			}
		}
		return picture;
	}

	private static double shading(final Light light, final double nx, final double ny, final double nz) {
		double sum = light.harmonics().at(1, nx, ny, nz);
		for (final Lamp lamp : light.lamps()) sum += lamp.green() * Math.max(0, nx * lamp.x() + ny * lamp.y() + nz * lamp.z());
		return Math.max(0, sum);
	}

	/** The ball as a small icon, sharp at twice the scale. */
	static Icon icon(final Light light, final int side) {
		return new ImageIcon(new BaseMultiResolutionImage(picture(light, side), picture(light, 2 * side)));
	}
}
