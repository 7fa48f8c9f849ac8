package org.icportrait.commands;

import ij.ImagePlus;

import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.PixelFormat;
import org.icportrait.light.StitchOptions;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.request.LightWords;
import org.icportrait.request.MethodWords;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.ViewWords;
import org.icportrait.work.Progress;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Brings the light of one portrait onto another: the lighting-aware stitch. */
@Plugin(type = Command.class, label = About.STITCH, description = About.STITCH_HELP, iconPath = About.ICONS + "stitch.png",
	attrs = @Attr(name = Labels.NO_RECORD), menu = { @Menu(label = "Plugins"), @Menu(label = Labels.MENU), @Menu(label = Labels.STITCH, weight = 3) })
public class StitchLighting extends PortraitCommand {

	@Parameter(label = Labels.REFERENCE, description = Labels.REFERENCE_HELP, autoFill = false)
	private ImagePlus reference;
	@Parameter(label = Labels.RATIO, description = Labels.RATIO_HELP, min = "0", max = "0.95", stepSize = "0.05", style = "slider")
	private double ratio = 0.8;
	@Parameter(label = Labels.PATCH, description = Labels.PATCH_HELP, min = "0", max = "" + LightWords.LARGEST_PATCH)
	private int patch = 0;
	@Parameter(label = Labels.SEED, min = "0")
	private long seed = 1;
	@Parameter(label = Labels.SAME_PERSON, description = Labels.SAME_PERSON_HELP)
	private boolean sameperson = false;
	@Parameter(label = Labels.REFERENCE_BOX, description = Labels.REFERENCE_BOX_HELP, required = false, persist = false)
	private String referencebox = "";
	@Parameter(label = Labels.CANVAS)
	private boolean canvas = true;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus relit;
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus stitched;

	public StitchLighting() {
		super(Labels.STITCH);
	}

	@Override
	void work(final PortraitEngine engine, final Photograph photograph, final Progress progress) {
		final LightWords light = LightWords.of(LightWords.PHOTOGRAPH, LightWords.Numbers.DEFAULT, ImageSources.named(reference),
			new StitchOptions(ratio, patch, seed, sameperson), LightWords.box(referencebox));
		final Asked asked = new Asked(PortraitRequest.RELIGHT, ViewWords.UNCHANGED, light, MethodWords.GEOMETRY,
			new ImageSources(new References(portraits), reference));
		final PortraitResult result = make(engine, image, photograph, asked, progress);
		Remarks.give(Labels.STITCH, result.provenance());
		relit = marked(photograph.derive(result.picture(), "relit"), result.provenance());
		if (canvas) stitched = marked(photograph.named(new ImagePlus("", PixelFormat.RGB.store(result.canvas())), "stitched"), "stitched", result.provenance());
	}
}
