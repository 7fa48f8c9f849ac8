package org.icportrait.commands;

import ij.ImagePlus;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;

import org.icportrait.studio.StudioWindow;
import org.icportrait.work.BadInput;

import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens a window in which the head is turned and lit by the mouse. */
@Plugin(type = Command.class, label = About.STUDIO, description = About.STUDIO_HELP, iconPath = About.ICONS + "studio.png",
	attrs = @Attr(name = Labels.NO_RECORD), menu = { @Menu(label = "Plugins"), @Menu(label = Labels.MENU), @Menu(label = Labels.STUDIO, weight = 0.5) })
public class PortraitStudio extends ContextCommand implements Recorded {

	@Parameter(label = Labels.IMAGE, description = Labels.IMAGE_HELP)
	private ImagePlus image;

	@Override
	public void run() {
		if (GraphicsEnvironment.isHeadless()) {
			Failures.end(this, Labels.STUDIO, "The studio is a window and needs a screen; " + Labels.GENERATE + " makes the same pictures without one.");
			return;
		}
		FileWarning.give(Labels.STUDIO, image);
		final ImagePlus photograph = image;
		final CommandsOfStudio host = new CommandsOfStudio(getContext());
		EventQueue.invokeLater(() -> open(photograph, host));
	}

	private static void open(final ImagePlus photograph, final CommandsOfStudio host) {
		try {
			final StudioWindow studio = new StudioWindow(photograph, host);
			studio.window().pack();
			studio.window().setLocationRelativeTo(null);
			studio.window().setVisible(true);
		}
		catch (final BadInput exception) {
			ij.IJ.error(Labels.STUDIO.replace("...", ""), exception.getMessage());
		}
	}

	@Override
	public boolean counts(final String input) {
		return false;
	}

	@Override
	public boolean isUsed(final String input) {
		return true;
	}
}
