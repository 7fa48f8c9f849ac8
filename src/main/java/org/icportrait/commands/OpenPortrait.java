package org.icportrait.commands;

import ij.IJ;
import ij.ImagePlus;

import java.io.File;

import org.icportrait.files.OpenedPicture;
import org.icportrait.files.PictureReader;
import org.icportrait.work.BadInput;
import org.icportrait.work.OneLine;

import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens a photograph as the command line reads it: by its content, whole, upright, in sRGB, with its scale. */
@Plugin(type = Command.class, label = About.OPEN, description = About.OPEN_HELP, iconPath = About.ICONS + "open.png",
	attrs = @Attr(name = Labels.NO_RECORD), menu = { @Menu(label = "Plugins"), @Menu(label = Labels.MENU), @Menu(label = Labels.OPEN, weight = 0) })
public class OpenPortrait extends ContextCommand implements Recorded {

	private static final String FIRST = "first", ALL = "all";

	@Parameter(label = Labels.FILE, description = Labels.FILE_HELP)
	private File file;
	@Parameter(label = Labels.PAGES, description = Labels.PAGES_HELP, choices = { FIRST, ALL })
	private String pages = FIRST;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus portrait;

	@Parameter
	private StatusService status;

	@Override
	public void run() {
		Failures.guard(this, Labels.OPEN, this::open);
	}

	private void open() {
		if (file == null) throw new BadInput("Name a file.");
		final OpenedPicture picture = pages.equals(ALL) ? PictureReader.readAll(file.toPath()) : PictureReader.read(file.toPath());
		portrait = picture.image();
		if (!picture.notes().isEmpty()) say(OneLine.of(portrait.getTitle() + ": " + String.join("; ", picture.notes())));
	}

	/** Where it is seen: in a macro's log, else in the status line; and with the image in any case. */
	private void say(final String notes) {
		final String info = portrait.getInfoProperty();
		portrait.setProperty("Info", notes + (info == null ? "" : "\n" + info));
		if (IJ.isMacro()) IJ.log(notes);
		else status.showStatus(notes);
	}
}
