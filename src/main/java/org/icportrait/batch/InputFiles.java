package org.icportrait.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.icportrait.files.PictureReader;
import org.icportrait.files.PictureWriter;
import org.icportrait.work.BadInput;

/**
 * The photographs that the arguments of the command line name.
 *
 * @param files in the order of the arguments, each once; with null, or with why it cannot be looked into, as folders may be
 * @param ownResults in folders, left out because they carry our mark
 * @param folders in folders, which are not looked into
 */
record InputFiles(Map<Path, String> files, int ownResults, int folders) {

	private static final Pattern CALLED_A_PICTURE = Pattern.compile(".*\\.(png|jpe?g|jfif|tiff?|bmp|gif|p[bgpn]m|webp|hei[cf]|avif|jxl|jp2|tga)", Pattern.CASE_INSENSITIVE);

	/**
	 * Folders give the pictures right inside them, in the order of their names, those of kinds that are not read and broken links too, but neither hidden
	 * files nor pictures that we made; files stand for themselves, whether they exist or not, so that each can fail on its own.
	 *
	 * @throws BadInput when not one file comes out
	 */
	static InputFiles expand(final List<Path> arguments) {
		final Map<Path, Path> found = new LinkedHashMap<>();
		final Map<Path, String> files = new LinkedHashMap<>();
		int own = 0, inside = 0;
		for (final Path argument : arguments) {
			if (argument.toString().isEmpty()) throw new BadInput("A file has an empty name; for the current folder write a dot.");
			if (!Files.isDirectory(argument)) add(argument, null, found, files);
			else {
				own += addAll(argument, found, files);
				inside += foldersIn(argument);
			}
		}
		if (files.isEmpty()) throw new BadInput("There is no picture in " + arguments.get(0) + (own == 0 ? "." : " that IC-Portrait did not make; name " +
			"the files to take such pictures.") + (inside == 0 ? "" : " Folders inside are not looked into: name them."));
		return new InputFiles(files, own, inside);
	}

	/** What is passed over, a clause each; null for nothing. */
	String leftOut() {
		final List<String> clauses = new ArrayList<>();
		if (ownResults > 0) clauses.add(ownResults + (ownResults == 1 ? " picture" : " pictures") + " that IC-Portrait made; name " + (ownResults == 1 ? "it to take it" : "them to take them"));
		if (folders > 0) clauses.add(folders + (folders == 1 ? " folder" : " folders") + " inside, not looked into; name what you want from there");
		return clauses.isEmpty() ? null : "left out: " + String.join("; ", clauses);
	}

	private static int addAll(final Path folder, final Map<Path, Path> found, final Map<Path, String> files) {
		int own = 0;
		try {
			for (final Path picture : picturesIn(folder)) {
				if (leadsNowhere(picture)) add(picture, "It is a link to a file that is not there; mend the link, or delete it.", found, files);
				else if (PictureWriter.isMarked(picture)) own++;
				else add(picture, null, found, files);
			}
		}
		catch (final IOException | UncheckedIOException exception) {
			add(folder, "The folder cannot be read: let yourself read it (its permissions), or name another.", found, files);
		}
		return own;
	}

	private static void add(final Path file, final String fault, final Map<Path, Path> found, final Map<Path, String> files) {
		if (found.putIfAbsent(file.toAbsolutePath().normalize(), file) == null) files.put(file, fault);
	}

	private static List<Path> picturesIn(final Path folder) throws IOException {
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.filter(file -> Files.isRegularFile(file) || leadsNowhere(file)).filter(file -> !isHidden(file)).filter(InputFiles::isPicture).sorted().toList();
		}
	}

	/** Of a link to itself nobody can tell that it does not exist, either. */
	private static boolean leadsNowhere(final Path file) {
		return Files.isSymbolicLink(file) && !Files.exists(file);
	}

	private static int foldersIn(final Path folder) {
		try (Stream<Path> entries = Files.list(folder)) {
			return (int) entries.filter(Files::isDirectory).filter(inside -> !isHidden(inside)).count();
		}
		catch (final IOException | UncheckedIOException unreadable) {
			return 0; // said with the folder itself
		}
	}

	/** By what is in it; a file that is called a picture and is none, or a link that leads nowhere, is taken, too, so that it is named. */
	private static boolean isPicture(final Path file) {
		if (CALLED_A_PICTURE.matcher(file.getFileName().toString()).matches()) return true;
		try {
			return PictureReader.kind(file).isPicture();
		}
		catch (final BadInput unreadable) {
			return false;
		}
	}

	/** Also files that only macOS hides, such as the "._" companions on foreign disks. */
	private static boolean isHidden(final Path file) {
		try {
			return file.getFileName().toString().startsWith(".") || Files.isHidden(file);
		}
		catch (final IOException exception) {
			return false;
		}
	}
}
