package org.icportrait.bridge;

import ij.ImagePlus;

import java.awt.image.BufferedImage;
import java.io.IOException;

import javax.imageio.ImageIO;

import org.icportrait.face.FaceFinder;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;

/** The portrait that comes with the plugin. */
public final class ShippedPortrait {

	private ShippedPortrait() {}

	public static BufferedImage image() throws IOException {
		return ImageIO.read(FaceFinder.class.getResource("/org/icportrait/demo/portrait.png"));
	}

	/** Linear RGB. */
	public static Picture picture() throws IOException {
		return picture(image());
	}

	/** Linear RGB. */
	public static Picture picture(final BufferedImage image) {
		return Photograph.of(new ImagePlus("portrait", image)).picture();
	}
}
