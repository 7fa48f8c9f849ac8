package org.icportrait.commands;

import ij.IJ;
import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A command of our package with one input of every kind, to try what macros do to it. */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Probe...") })
public class ProbeCommand implements Command {

	static String seen;

	@Parameter
	private ImagePlus image;
	@Parameter(required = false, autoFill = false)
	private ImagePlus other;
	@Parameter(min = "-75", max = "75", style = "slider")
	private double yaw = 30;
	@Parameter(min = "0", max = "10")
	private int count = 3;
	@Parameter(required = false, min = "0")
	private int seed = 1;
	@Parameter(required = false)
	private int variant = 0;
	@Parameter(choices = { "keep", "plain colour" })
	private String background = "keep";
	@Parameter
	private String text = "";
	@Parameter
	private boolean flag = true;
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus result;

	@Override
	public void run() {
		seen = image.getTitle() + "|" + (other == null ? "-" : other.getTitle()) + "|" + yaw + "|" + count + "|" + background + "|" + text + "|" + flag;
		result = IJ.createImage("result", "8-bit", 4, 4, 1);
	}
}
