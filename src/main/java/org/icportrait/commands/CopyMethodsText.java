package org.icportrait.commands;

import ij.IJ;
import ij.ImagePlus;

import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;

import org.icportrait.files.PictureWriter;
import org.icportrait.portrait.MethodsText;
import org.icportrait.portrait.Provenance;
import org.icportrait.work.BadInput;

import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Puts how a result was made onto the clipboard, as a paragraph for a paper, and into the log. */
@Plugin(type = Command.class, label = About.METHODS, description = About.METHODS_HELP, iconPath = About.ICONS + "methods.png",
	attrs = @Attr(name = Labels.NO_RECORD), menu = { @Menu(label = "Plugins"), @Menu(label = Labels.MENU), @Menu(label = Labels.METHODS, weight = 7) })
public class CopyMethodsText extends ContextCommand implements Recorded {

	@Parameter(label = Labels.RESULT, description = Labels.RESULT_HELP)
	private ImagePlus image;

	@Override
	public void run() {
		Failures.guard(this, Labels.METHODS, this::copy);
	}

	private void copy() {
		final Provenance origin = PictureWriter.origin(image);
		if (origin == null) throw new BadInput("\"" + image.getTitle() + "\" is no result of IC-Portrait, or lost its origin on the way.");
		final String text = MethodsText.of(origin);
		IJ.log(text);
		// Without a screen there is no clipboard; the log has it all the same.
		if (!GraphicsEnvironment.isHeadless()) Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
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
