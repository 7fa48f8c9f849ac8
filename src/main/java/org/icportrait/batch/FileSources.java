package org.icportrait.batch;

import java.awt.Dimension;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.icportrait.face.FaceChoice;
import org.icportrait.files.OpenedPicture;
import org.icportrait.files.OutputFile;
import org.icportrait.files.PictureReader;
import org.icportrait.files.RadianceFile;
import org.icportrait.image.Picture;
import org.icportrait.imagej.MaskImage;
import org.icportrait.imagej.Photograph;
import org.icportrait.light.HeadBox;
import org.icportrait.light.LightReading;
import org.icportrait.light.StitchOptions;
import org.icportrait.portrait.MemoryNeed;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.Profile;
import org.icportrait.request.Source;
import org.icportrait.request.Sources;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.icportrait.work.Sha256;

/**
 * What requests name, read from files, each reference once for a whole run. Where a source names a SHA-256 the file must still have it.
 * Thread-safe.
 */
final class FileSources implements Sources {

	private final PortraitEngine engine;
	private final Path folder;
	private final Map<String, Profile> portraits = new HashMap<>();

	/** @param folder that relative paths start from */
	FileSources(final PortraitEngine engine, final Path folder) {
		this.engine = engine;
		this.folder = folder;
	}

	/** A file as a source: its path as it was given, and its SHA-256. Throws {@link BadInput} where it cannot be read. */
	static Source of(final Path file) {
		if (Files.isDirectory(file)) throw new BadInput(file + " is a folder; name one file in it.");
		if (file.toString().equals("-")) throw new BadInput("Pictures are read from files, not from standard input (-); write it to a file first.");
		if (!Files.exists(file)) throw new BadInput("The file " + file + " does not exist.");
		if (!Files.isRegularFile(file)) throw new BadInput(file + " is a device or a pipe; write the picture to a file first.");
		try {
			return new Source(file.toString(), Sha256.of(file));
		}
		catch (final IOException exception) {
			throw new BadInput("The file " + file + " cannot be read: " + OutputFile.reason(exception) + ".", exception);
		}
	}

	/** A source named as seen from a folder, so that both can be moved together; with "/" on every system. */
	static Source relative(final Source source, final Path folder) {
		return new Source(relative(Path.of(source.path()), folder), source.sha256(), source.page());
	}

	/** One page of a file, named as seen from a folder. */
	static Source page(final Path file, final int page, final Path folder) {
		return new Source(relative(file, folder), of(file).sha256(), page == 1 ? null : page);
	}

	private static String relative(final Path file, final Path folder) {
		final Path from = folder.toAbsolutePath().normalize(), to = file.toAbsolutePath().normalize();
		if (!FileNames.isPlain(to)) return FileNames.text(to);
		return (Objects.equals(from.getRoot(), to.getRoot()) ? from.relativize(to) : to).toString().replace(File.separatorChar, '/');
	}

	/**
	 * A photograph that a portrait is to be made of. Whether there is memory for that is asked by the size that its file tells, before a pixel is decoded; of
	 * later pages, which may have another, only when they are read.
	 */
	static OpenedPicture photograph(final Path file, final int page) {
		if (page == 1) {
			final Dimension size = PictureReader.size(file);
			MemoryNeed.requireToRead(size.width, size.height);
		}
		return PictureReader.read(file, page);
	}

	/** The same of a source, whose file must be there and unchanged. */
	OpenedPicture photograph(final Source source) {
		return photograph(file(source), page(source));
	}

	private static int page(final Source source) {
		return source.page() == null ? 1 : source.page();
	}

	/** The source's picture, from its file, which must be there and unchanged. */
	private OpenedPicture open(final Source source) {
		return PictureReader.read(file(source), page(source));
	}

	/** The source's file, which must be there and unchanged. */
	Path file(final Source source) {
		final Path file = folder.resolve(source.path()).normalize();
		if (!Files.exists(file)) throw new BadInput("The file " + file + ", which the sidecar names, is not there; put it back, or move sidecar and photograph together.");
		if (source.sha256() != null && !of(file).sha256().equals(source.sha256())) {
			throw new BadInput("The file " + file + " is not the one that was used: its SHA-256 differs; find the original, or make a new request.");
		}
		return file;
	}

	@Override
	public synchronized Profile portrait(final Source source, final FaceChoice choice, final Progress progress) {
		final String key = source.path() + " " + choice;
		Profile known = portraits.get(key);
		if (known == null) {
			known = engine.analyze(Photograph.of(photograph(source).image()).picture(), choice, progress);
			portraits.put(key, known);
		}
		return known;
	}

	@Override
	public LightReading light(final Source source, final HeadBox box, final StitchOptions options, final Progress progress) {
		return engine.readLight(Photograph.of(open(source).image()).picture(), box, options, progress);
	}

	@Override
	public Picture mask(final Source source) {
		return MaskImage.read(open(source).image());
	}

	@Override
	public Picture panorama(final Source source) {
		final Path file = file(source);
		final boolean radiance = file.toString().toLowerCase(Locale.ROOT).endsWith(".hdr");
		return radiance ? RadianceFile.read(file) : Photograph.of(open(source).image()).picture();
	}
}
