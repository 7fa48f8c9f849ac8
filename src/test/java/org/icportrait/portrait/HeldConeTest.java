package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;


import org.icportrait.bridge.ShippedPortrait;
import org.icportrait.face.FaceChoice;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** An ice before the mouth of the shipped portrait, told by the shipped pack: its cone stays straight when the head turns. */
@EnabledIf(value = "org.icportrait.models.ModelPack#hasDefault", disabledReason = "models/default holds no pack yet")
class HeldConeTest {

	private static final Color CONE = new Color(200, 140, 60), BALL = new Color(240, 120, 170);
	/** Pixels, over which its axis may be off a line. */
	private static final double STRAIGHT = 2;

	@Test
	void itStaysStraight() throws IOException {
		final BufferedImage image = ShippedPortrait.image();
		try (PortraitEngine engine = PortraitEngine.open(EngineOptions.DEFAULT)) {
			final Profile bare = engine.analyze(ShippedPortrait.picture(image), FaceChoice.largest(), Progress.NONE);
			final double[] marks = bare.reading().landmarks().toArray();
			final int each = marks.length / 68;
			final double x = (marks[48 * each] + marks[54 * each]) / 2, y = (marks[48 * each + 1] + marks[54 * each + 1]) / 2, eyes = marks[45 * each] - marks[36 * each];
			final BufferedImage held = draw(image, x, y, eyes);
			final Person who = Person.of(engine.analyze(ShippedPortrait.picture(held), FaceChoice.largest(), Progress.NONE));
			for (final double yaw : new double[] { -20, 20 }) {
				final Picture turned = engine.make(who, Scene.UNCHANGED.withPose(PoseChoice.absolute(yaw, 0, 0)), Progress.NONE).picture();
				final double off = offLine(turned, y + 0.35 * eyes, y + 1.1 * eyes);
				assertTrue(off < STRAIGHT, "at " + yaw + " its axis is " + off + " pixels off a line");
			}
		}
	}

	private static BufferedImage draw(final BufferedImage image, final double x, final double y, final double eyes) {
		final BufferedImage out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = out.createGraphics();
		g.drawImage(image, 0, 0, null);
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		final Path2D cone = new Path2D.Double();
		cone.moveTo(x - 0.21 * eyes, y + 0.15 * eyes);
		cone.lineTo(x + 0.21 * eyes, y + 0.15 * eyes);
		cone.lineTo(x, y + 1.3 * eyes);
		cone.closePath();
		g.setColor(CONE);
		g.fill(cone);
		g.setColor(BALL);
		g.fill(new Ellipse2D.Double(x - 0.26 * eyes, y - 0.21 * eyes, 0.52 * eyes, 0.52 * eyes));
		g.dispose();
		return out;
	}

	/** How far the middles of the cone's rows lie from the line that fits them best, pixels; infinite where hardly a row shows it. */
	private static double offLine(final Picture picture, final double top, final double bottom) {
		double n = 0, sy = 0, sx = 0, syy = 0, sxy = 0;
		final double[] middle = new double[picture.height()];
		for (int y = (int) top; y < Math.min(picture.height(), bottom); y++) {
			double sum = 0;
			int count = 0;
			for (int x = 0; x < picture.width(); x++) if (isCone(picture, x, y)) {
				sum += x;
				count++;
			}
			middle[y] = count < 3 ? Double.NaN : sum / count;
			if (count < 3) continue;
			n++;
			sy += y;
			sx += middle[y];
			syy += (double) y * y;
			sxy += y * middle[y];
		}
		if (n < 0.8 * (Math.min(picture.height(), bottom) - top)) return Double.POSITIVE_INFINITY;
		final double slope = (n * sxy - sy * sx) / (n * syy - sy * sy), start = (sx - slope * sy) / n;
		double most = 0;
		for (int y = (int) top; y < Math.min(picture.height(), bottom); y++) if (!Double.isNaN(middle[y])) most = Math.max(most, Math.abs(middle[y] - start - slope * y));
		return most;
	}

	private static boolean isCone(final Picture picture, final int x, final int y) {
		final float r = Colour.toSrgb(picture.get(x, y, 0)) * 255, g = Colour.toSrgb(picture.get(x, y, 1)) * 255, b = Colour.toSrgb(picture.get(x, y, 2)) * 255;
		return Math.abs(r - CONE.getRed()) < 30 && Math.abs(g - CONE.getGreen()) < 30 && Math.abs(b - CONE.getBlue()) < 40;
	}
}
