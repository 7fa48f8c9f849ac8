package org.icportrait.files;

import com.google.gson.Gson;

import ij.ImagePlus;
import ij.ImageStack;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.Slices;
import org.icportrait.work.BadInput;
import org.icportrait.work.Memory;

/**
 * Reads pictures by what is in the file, whatever it is called: PNG, JPEG, GIF, BMP, TIFF, PNM and WebP. Size and structure are looked at
 * before a pixel is decoded; what is cut off, damaged, contradicts itself, is too large or takes too long is refused with one sentence
 * ({@link BadInput}). Pictures come upright, in sRGB, with their scale; what is transparent lies on white. Thread-safe.
 */
public final class PictureReader {

	/** No sound picture takes a tenth of it on a slow machine: for any, and for each million pixels more. */
	private static final int PATIENCE_SECONDS = 15, PATIENCE_A_MILLION = 2;
	/** While it is decoded: as stored, as ImageJ holds it, and once more where it is turned. */
	private static final int BYTES_A_PIXEL = 12;
	/** Property of images that came through here. */
	private static final String READ = "IC-Portrait-read";
	/** Property with what the file says that results must go on saying. */
	private static final String SOURCE = "IC-Portrait-source";

	private PictureReader() {}

	/** The kind of a file; throws {@link BadInput} where it is missing or cannot be read. */
	public static FileKind kind(final Path file) {
		return with(file, FileKind::of);
	}

	/** How many pages or frames a picture has. */
	public static int pages(final Path file) {
		return header(file).pages();
	}

	/** The size of the first page once it is upright, pixels; nothing is decoded. */
	public static Dimension size(final Path file) {
		final PictureHeader header = header(file);
		return header.isOnItsSide() ? new Dimension(header.height(), header.width()) : new Dimension(header.width(), header.height());
	}

	/** The first page; a note tells where there are more. */
	public static OpenedPicture read(final Path file) {
		return read(file, 1);
	}

	/** One page of those that {@link #pages} counts, from 1. */
	public static OpenedPicture read(final Path file, final int page) {
		final PictureHeader header = header(file);
		if (page < 1 || page > header.pages()) throw new BadInput("The file " + file + " has no page " + page + ": it has " + header.pages() + ".");
		final List<String> notes = new ArrayList<>();
		if (header.pages() > 1) notes.add("page " + page + " of " + header.pages());
		final boolean imagej = header.imagej() || header.kind() == FileKind.GIF && header.pages() > 1;
		return finish(file, header, notes, imagej ? all -> page(ImageJReader.read(file, header.kind()), page) : all -> decode(file, header, page - 1, all));
	}

	/** All pages as a stack; a file of ImageJ's own as the stack or hyperstack that it is. Pages must be of one size. */
	public static OpenedPicture readAll(final Path file) {
		final PictureHeader header = header(file);
		if (header.pages() == 1 && !header.imagej()) return read(file, 1);
		final List<String> notes = new ArrayList<>(List.of("all " + header.pages() + " pages"));
		final boolean imagej = header.imagej() || header.kind() == FileKind.GIF;
		return finish(file, header, notes, imagej ? all -> ImageJReader.read(file, header.kind()) : all -> stack(file, header, all));
	}

	/** Whether an image came from {@link PictureReader}, which looks after orientation and colours. */
	public static boolean cameFromHere(final ImagePlus image) {
		return image.getProp(READ) != null;
	}

	/** As {@link OpenedPicture#source}, of an image that came from here; empty for others. */
	@SuppressWarnings("unchecked")
	public static Map<String, Object> source(final ImagePlus image) {
		final String json = image.getProp(SOURCE);
		return json == null ? Map.of() : new Gson().fromJson(json, Map.class);
	}

	/** Structure and facts of a picture that is within the limits; nothing is decoded. */
	static PictureHeader header(final Path file) {
		final PictureHeader header = with(file, in -> {
			final FileKind kind = FileKind.of(in);
			if (!kind.isRead()) throw new BadInput("The file " + file + " " + kind.refusal());
			return PictureHeaders.read(kind, in);
		});
		if (!header.kind().isRead()) throw new BadInput("The file " + file + " " + header.kind().refusal());
		Photograph.checkSize("The picture " + file, header.width(), header.height());
		return header;
	}

	@FunctionalInterface
	private interface Look<T> {

		T at(FileBytes in) throws IOException;
	}

	@FunctionalInterface
	private interface Pixels {

		/** @param notes takes what was done */
		ImagePlus read(List<String> notes) throws IOException;
	}

	private static <T> T with(final Path file, final Look<T> look) {
		if (!Files.exists(file)) throw new BadInput("The file " + file + " does not exist.");
		if (Files.isDirectory(file)) throw new BadInput(file + " is a folder; name one file in it.");
		if (!Files.isRegularFile(file) || !Files.isReadable(file)) throw new BadInput("The file " + file + " cannot be read.");
		try (FileBytes in = new FileBytes(file)) {
			return look.at(in);
		}
		catch (final Damaged damage) {
			throw damaged(file, damage);
		}
		catch (final IOException exception) {
			throw new BadInput("The file " + file + " cannot be read: " + OutputFile.reason(exception) + ".", exception);
		}
	}

	private static OpenedPicture finish(final Path file, final PictureHeader header, final List<String> notes, final Pixels pixels) {
		notes.addAll(header.notes());
		Memory.require((long) BYTES_A_PIXEL * header.width() * header.height(), "A picture of " + header.width() + " x " + header.height() + " pixels");
		final ImagePlus image = Upright.turn(inTime(file, header, notes, pixels), header.orientation());
		if (header.orientation() != 1) notes.add("turned upright (EXIF orientation " + header.orientation() + ")");
		if (header.scale() != null) (header.isOnItsSide() ? header.scale().turned() : header.scale()).putInto(image.getCalibration());
		image.setTitle(String.valueOf(file.getFileName()));
		image.setProp(READ, notes.isEmpty() ? "as it is" : String.join("; ", notes));
		final Map<String, Object> source = PictureFacts.source(file, header);
		if (!source.isEmpty()) image.setProp(SOURCE, new Gson().toJson(source));
		return new OpenedPicture(image, notes, source);
	}

	private static ImagePlus inTime(final Path file, final PictureHeader header, final List<String> notes, final Pixels pixels) {
		try {
			final long millions = (long) header.width() * header.height() * header.pages() / 1_000_000;
			return Deadline.call((int) Math.min(Integer.MAX_VALUE, PATIENCE_SECONDS + PATIENCE_A_MILLION * millions), () -> pixels.read(notes));
		}
		catch (final TimeoutException exception) {
			throw new BadInput("The file " + file + " takes longer to read than any sound picture: it is damaged; get it again from where it came from.", exception);
		}
		catch (final Damaged damage) {
			throw damaged(file, damage);
		}
		catch (final BadInput exception) {
			throw exception;
		}
		catch (final IOException | RuntimeException exception) {
			throw new BadInput("The file " + file + " cannot be decoded: it is damaged, or of a kind that is rare; save it anew as PNG or TIFF (" + exception
				.getMessage() + ").", exception);
		}
	}

	private static BadInput damaged(final Path file, final Damaged damage) {
		return new BadInput("The file " + file + " is damaged: " + damage.getMessage() + "; get it again from where it came from.", damage);
	}

	private static ImagePlus decode(final Path file, final PictureHeader header, final int page, final List<String> notes) throws IOException {
		final BufferedImage decoded = Decoder.decode(file, header, page, notes);
		if (page == 0 && header.kind() != FileKind.GIF && (decoded.getWidth() != header.width() || decoded.getHeight() != header.height())) {
			throw new Damaged("it says " + header.width() + " x " + header.height() + " pixels and holds " + decoded.getWidth() + " x " + decoded.getHeight());
		}
		return DecodedPixels.toImage(decoded, header.blocks().profile(), notes);
	}

	private static ImagePlus stack(final Path file, final PictureHeader header, final List<String> notes) throws IOException {
		ImageStack stack = null;
		for (int page = 0; page < header.pages(); page++) {
			final List<String> said = page == 0 ? notes : new ArrayList<>();
			final ImagePlus image = decode(file, header, page, said);
			if (stack == null) stack = new ImageStack(image.getWidth(), image.getHeight());
			if (image.getStackSize() > 1 || image.getWidth() != stack.getWidth() || image.getHeight() != stack.getHeight() || stack.size() > 0 && image
				.getBitDepth() != stack.getBitDepth()) {
				throw new BadInput("The pages of " + file + " differ in size or depth, or have 16-bit colours: open them one at a time.");
			}
			stack.addSlice("page " + (page + 1), image.getProcessor());
		}
		return new ImagePlus("", stack);
	}

	/** One page of a stack as it is seen there: of a composite all channels, in the display range of all. */
	private static ImagePlus page(final ImagePlus all, final int page) {
		if (all.getStackSize() == 1 || all.isComposite() && all.getNSlices() * all.getNFrames() == 1) return all;
		if (page > Slices.count(all)) throw new BadInput("There is no page " + page + ": ImageJ finds " + Slices.count(all) + ".");
		return Slices.get(all, page);
	}
}
