package org.icportrait.commands;

import ij.ImagePlus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens the portrait that comes with the plugin: a render of ours, no person. */
@Plugin(type = Command.class, label = About.SAMPLE, description = About.SAMPLE_HELP, iconPath = About.ICONS + "sample.png",
	attrs = @Attr(name = Labels.NO_RECORD), menu = { @Menu(label = "Plugins"), @Menu(label = Labels.MENU), @Menu(label = Labels.SAMPLE, weight = 0.2) })
public class OpenSamplePortrait implements Command, Recorded {

	private static final String FILE = "/org/icportrait/demo/portrait.png";

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus portrait;

	@Override
	public void run() {
		portrait = sample();
	}

	/** A new image of it. */
	static ImagePlus sample() {
		try (InputStream file = OpenSamplePortrait.class.getResourceAsStream(FILE)) {
			return new ImagePlus("sample portrait.png", ImageIO.read(file));
		}
		catch (final IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}
}
