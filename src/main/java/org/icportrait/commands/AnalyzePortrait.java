package org.icportrait.commands;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.measure.ResultsTable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.PortraitOverlay;
import org.icportrait.imagej.SurfaceMaps;
import org.icportrait.portrait.FaceFacts;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Provenance;
import org.icportrait.request.FaceWords;
import org.icportrait.request.LightWords;
import org.icportrait.request.MethodWords;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Sidecar;
import org.icportrait.request.ViewWords;
import org.icportrait.work.Progress;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows what is read of a head: mesh, landmarks and axes over a copy of the photograph, a row of numbers, the maps. */
@Plugin(type = Command.class, label = About.ANALYZE, description = About.ANALYZE_HELP, iconPath = About.ICONS + "analyze.png",
	attrs = @Attr(name = Labels.NO_RECORD), menu = { @Menu(label = "Plugins"), @Menu(label = Labels.MENU), @Menu(label = Labels.ANALYZE, weight = 1) })
public class AnalyzePortrait extends PortraitCommand {

	@Parameter(label = Labels.FACES, choices = { "largest", "all" }, description = Labels.IMAGE_HELP)
	private String faces = "largest";
	@Parameter(label = Labels.MESH)
	private boolean mesh = true;
	@Parameter(label = Labels.LANDMARKS)
	private boolean landmarks = true;
	@Parameter(label = Labels.AXES)
	private boolean axes = true;
	@Parameter(label = Labels.TABLE)
	private boolean table = true;
	@Parameter(label = Labels.MAPS, description = Labels.MAPS_HELP)
	private boolean maps = false;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus analyzed;
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus surface;

	public AnalyzePortrait() {
		super(Labels.ANALYZE);
	}

	@Override
	void work(final PortraitEngine engine, final Photograph photograph, final Progress progress) {
		final List<Profile> found = faces.equals("all") ? portraits.analyzeAll(image, photograph, progress) : List.of(portraits.analyze(image, photograph, progress));
		final Provenance origin = origin(engine, photograph, found);
		Remarks.give(Labels.ANALYZE, origin);
		analyzed = marked(photograph.derive(photograph.picture(), "analyzed"), origin);
		final Overlay overlay = new Overlay();
		final PortraitOverlay drawing = new PortraitOverlay(overlay);
		for (final Profile portrait : found) {
			if (mesh) drawing.addMesh(portrait.reading());
			if (landmarks) drawing.addLandmarks(portrait.reading());
			if (axes) drawing.addAxes(portrait.reading());
			if (table) AnalysisTable.addRow(ResultsTable.getResultsTable(), label(), portrait);
		}
		if (overlay.size() > 0) analyzed.setOverlay(overlay);
		if (table) ResultsTable.getResultsTable().show("Results");
		if (maps) surface = marked(SurfaceMaps.of(found.get(0).reading(), photograph), "surface", origin);
	}

	/** What was asked for and what was found, best first. */
	private Provenance origin(final PortraitEngine engine, final Photograph photograph, final List<Profile> found) {
		final PortraitRequest asked = new Asked(PortraitRequest.ANALYZE, ViewWords.UNCHANGED, LightWords.KEEP, MethodWords.GEOMETRY, null).of(photograph);
		final boolean all = faces.equals(FaceWords.ALL) && asked.face().selection() == null;
		final PortraitRequest request = all ? asked.of(new FaceWords(FaceWords.ALL, null)) : asked;
		final Map<String, Object> facts = new LinkedHashMap<>(Map.of("found", found.stream().map(FaceFacts::of).toList()));
		found.get(0).leftAside().ifPresent(told -> facts.put(Provenance.FACES, told));
		return engine.provenance(PortraitRequest.ANALYZE, facts).asked(Sidecar.describe(request));
	}
}
