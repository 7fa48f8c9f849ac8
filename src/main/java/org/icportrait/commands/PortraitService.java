package org.icportrait.commands;

import ij.ImageListener;
import ij.ImagePlus;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.icportrait.face.FaceBox;
import org.icportrait.face.FaceChoice;
import org.icportrait.face.PictureHeads;
import org.icportrait.image.Picture;
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
 * and the last portraits that were analysed, for as long as their images are open, so that a dialog's sliders and the run after them need
 * no second analysis. Thread-safe.
 */
@Plugin(type = Service.class)
public class PortraitService extends AbstractService implements SciJavaService {

	private static final String PACK = "pack";
	private static final String DEVICE = "device";
	private static final String NATIVES = "natives";
	/** What a profile holds for each pixel of its picture, and of its head's rectangle at most; see {@link Profile}. */
	private static final long BYTES_A_PIXEL = 12, BYTES_A_HEAD_PIXEL = 60;
	/** What two looks at a head of the picture hold: its own, or of somebody beside it. */
	private static final long BYTES_A_READING = 2 << 20;
	/** Share of ImageJ's memory that analysed portraits may hold. */
	private static final int SHARE = 8;

	@Parameter
	private PrefService preferences;

	private final EngineLease lease = new EngineLease(() -> PortraitEngine.open(options()));
	private final AnalysisCache cache = new AnalysisCache(Runtime.getRuntime().maxMemory() / SHARE,
		PortraitService::bytes);
	private final AtomicInteger begun = new AtomicInteger();
	/** Made at the first analysis: ImageJ's classes must not load before they are patched. */
	private Object closings;

	/** The stored options; the defaults where nothing was stored. */
	public EngineOptions options() {
		return new EngineOptions(path(PACK), Device.parse(preferences.get(PortraitService.class, DEVICE, "")), path(NATIVES));
	}

	/**
	 * Opens an engine with these options and, if that works, stores them and uses it from now on. Work that runs goes on with the old
	 * engine, which is closed after it.
	 */
	public void use(final EngineOptions options) {
		lease.replace(PortraitEngine.open(options));
		cache.clear();
		store(PACK, options.packFolder());
		preferences.put(PortraitService.class, DEVICE, options.device().word());
		store(NATIVES, options.gpuFolder());
	}

	/**
	 * Works with the shared engine, which stays open until the work is done; do not keep it. Throws what the work throws, and
	 * {@link org.icportrait.work.BadInput} where the pack cannot be opened.
	 */
	public <T> T withEngine(final Function<PortraitEngine, T> work) {
		return lease.with(work);
	}

	/**
	 * Analyses the chosen face of a photograph, or remembers it: the one in the selection, else the largest.
	 *
	 * @param image what the photograph was read from; the analysis is kept while it is open
	 */
	public Profile analyze(final ImagePlus image, final Photograph photograph, final Progress progress) {
		listen();
		final FaceChoice choice = photograph.choice(FaceChoice.largest());
		return photograph.look(() -> withEngine(engine -> cache.get(engine, image, photograph.picture(), choice, progress,
			(picture, heads, which, p) -> engine.analyze(heads == null ? begin(engine, picture) : heads, which, p))));
	}

	/** The same of every face, or of those in the selection; heads that were read for one of them are not read again. */
	public List<Profile> analyzeAll(final ImagePlus image, final Photograph photograph, final Progress progress) {
		listen();
		final FaceChoice choice = photograph.choice(FaceChoice.all());
		return photograph.look(() -> withEngine(engine -> cache.all(engine, image, photograph.picture(), choice, progress,
			(picture, heads, which, p) -> engine.analyzeAll(heads == null ? begin(engine, picture) : heads, which, p))));
	}

	private PictureHeads begin(final PortraitEngine engine, final Picture picture) {
		begun.incrementAndGet();
		return engine.heads(picture);
	}

	private static long bytes(final List<Profile> profiles) {
		final Profile first = profiles.get(0);
		final int readings = first.heads() == null ? profiles.size() : first.heads().count();
		long bytes = BYTES_A_PIXEL * first.picture().planeSize() + BYTES_A_READING * readings;
		for (final Profile profile : profiles) {
			final long side = Math.round(FaceBox.CROP * profile.box().side());
			bytes += BYTES_A_HEAD_PIXEL * side * side;
		}
		return bytes;
	}

	/** Of how many pictures heads were looked for and read, those counted anew that were not kept any more. */
	int begun() {
		return begun.get();
	}

	/** How many portraits are kept. */
	int kept() {
		return cache.size();
	}

	private synchronized void listen() {
		if (closings != null) return;
		final ImageListener listener = new ImageListener() {

			@Override
			public void imageOpened(final ImagePlus image) {}

			@Override
			public void imageUpdated(final ImagePlus image) {}

			@Override
			public void imageClosed(final ImagePlus image) {
				cache.release(image);
			}
		};
		ImagePlus.addImageListener(listener);
		closings = listener;
	}

	@Override
	public synchronized void dispose() {
		if (closings != null) ImagePlus.removeImageListener((ImageListener) closings);
		closings = null;
		cache.clear();
		lease.replace(null);
	}

	private Path path(final String key) {
		final String text = preferences.get(PortraitService.class, key, "");
		return text.isEmpty() ? null : Path.of(text);
	}

	private void store(final String key, final Path folder) {
		preferences.put(PortraitService.class, key, folder == null ? "" : folder.toString());
	}
}
