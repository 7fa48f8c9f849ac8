package org.icportrait.commands;

import ij.ImagePlus;

import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.WarpMaps;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.request.LightWords;
import org.icportrait.request.MethodWords;
import org.icportrait.request.PortraitRequest;
import org.icportrait.work.Progress;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Turns a head by geometry alone; on request gives the maps that say where every pixel comes from. */
@Plugin(type = Command.class, label = About.WARP, description = About.WARP_HELP, iconPath = About.ICONS + "warp.png",
	attrs = @Attr(name = Labels.NO_RECORD), menu = { @Menu(label = "Plugins"), @Menu(label = Labels.MENU), @Menu(label = Labels.WARP, weight = 2) })
public class WarpView extends ViewCommand {

	@Parameter(label = Labels.VISIBILITY)
	private boolean visibility = false;
	@Parameter(label = Labels.CORRESPONDENCE)
	private boolean correspondence = false;
	@Parameter(label = Labels.DEPTH)
	private boolean depth = false;
	@Parameter(label = Labels.NORMALS)
	private boolean normals = false;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus view;
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus coverage;
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus visibility_map;
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus correspondence_map;
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus depth_map;
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus normals_map;

	public WarpView() {
		super(Labels.WARP);
	}

	@Override
	void work(final PortraitEngine engine, final Photograph photograph, final Progress progress) {
		closePreview();
		final PortraitResult result = make(engine, image, photograph, asked(new References(portraits)), progress);
		Remarks.give(Labels.WARP, result.provenance());
		view = marked(photograph.derive(result.picture(), "view"), result.provenance());
		coverage = coverage(photograph, result);
		if (visibility) visibility_map = map(photograph, result, WarpMaps.VISIBILITY);
		if (correspondence) correspondence_map = map(photograph, result, WarpMaps.CORRESPONDENCE);
		if (depth) depth_map = map(photograph, result, WarpMaps.DEPTH);
		if (normals) normals_map = map(photograph, result, WarpMaps.NORMALS);
	}

	@Override
	Asked asked(final References references) {
		return new Asked(PortraitRequest.WARP, view(), LightWords.KEEP, MethodWords.GEOMETRY, new ImageSources(references, other()));
	}
}
