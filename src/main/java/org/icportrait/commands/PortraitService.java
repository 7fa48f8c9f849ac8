package org.icportrait.commands;

import java.nio.file.Path;

import org.icportrait.face.FaceChoice;
import org.icportrait.imagej.Photograph;
import org.icportrait.inference.Device;
import org.icportrait.portrait.EngineOptions;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.Profile;
import org.icportrait.work.Progress;

import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.prefs.PrefService;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

/**
 * The one engine that all commands of a Fiji share, opened at first use with the options that <i>Models and Devices...</i> stored,
 * and the last portraits that were analysed, so that a dialog's sliders and the run after them need no second analysis. Thread-safe.
 */
@Plugin(type = Service.class)
public class PortraitService extends AbstractService implements SciJavaService {

	private static final String PACK = "pack";
	private static final String DEVICE = "device";
	private static final String NATIVES = "natives";

	@Parameter
	private PrefService preferences;

	private final AnalysisCache cache = new AnalysisCache();
	private PortraitEngine engine;

	/** The stored options; the defaults where nothing was stored. */
	public EngineOptions options() {
		return new EngineOptions(path(PACK), Device.parse(preferences.get(PortraitService.class, DEVICE, "")), path(NATIVES));
	}

	/** Opens an engine with these options and, if that works, stores them and closes the old engine. */
	public synchronized void use(final EngineOptions options) {
		final PortraitEngine opened = PortraitEngine.open(options);
		dispose();
		engine = opened;
		store(PACK, options.packFolder());
		preferences.put(PortraitService.class, DEVICE, options.device().word());
		store(NATIVES, options.gpuFolder());
	}

	/** The shared engine; never close it. Throws {@link org.icportrait.work.BadInput} where its pack cannot be opened. */
	public synchronized PortraitEngine engine() {
		if (engine == null) engine = PortraitEngine.open(options());
		return engine;
	}

	/** Analyses the chosen face of a photograph, or remembers it: the one in the selection, else the largest. */
	public Profile analyze(final Photograph photograph, final Progress progress) {
		return cache.get(engine(), photograph.picture(), choice(photograph, FaceChoice.largest()), progress);
	}

	/** The face in the selection, where there is one; else {@code otherwise}. */
	static FaceChoice choice(final Photograph photograph, final FaceChoice otherwise) {
		final java.awt.Rectangle selection = photograph.selection();
		return selection == null ? otherwise : FaceChoice.inside(selection.x, selection.y, selection.width, selection.height);
	}

	@Override
	public synchronized void dispose() {
		cache.clear();
		if (engine != null) engine.close();
		engine = null;
	}

	private Path path(final String key) {
		final String text = preferences.get(PortraitService.class, key, "");
		return text.isEmpty() ? null : Path.of(text);
	}

	private void store(final String key, final Path folder) {
		preferences.put(PortraitService.class, key, folder == null ? "" : folder.toString());
	}
}
