package org.icportrait.files;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.pnm.PAMImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.pnm.PNMImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ServiceRegistry;
import javax.imageio.stream.ImageInputStream;

/** Decodes pages by readers of its own, the same whatever else is registered; those of TwelveMonkeys it registers nowhere. */
final class Decoder {

	private static final String JDK = "com.sun.imageio.plugins.";
	/** Warnings that tell of other things than pixels, and of the last strip of a TIFF, which may be short: {@link TiffDirectories} has looked how long all are. */
	private static final Pattern HARMLESS = Pattern.compile("profile|icc|exif|jfif|metadata|thumbnail|adobe|strip/tileByteCount < required", Pattern.CASE_INSENSITIVE);

	private Decoder() {}

	/**
	 * The pixels as they are stored, with profile and orientation not applied.
	 *
	 * @param page from 0
	 * @param notes takes what the decoder says that does not concern pixels
	 * @throws Damaged where the decoder finds fault with the pixels
	 */
	static BufferedImage decode(final Path file, final PictureHeader header, final int page, final List<String> notes) throws IOException {
		final ImageReader reader = provider(header.kind(), file).createReaderInstance(null);
		final String[] fault = { null };
		reader.addIIOReadWarningListener((source, warning) -> {
			if (!HARMLESS.matcher(warning).find()) fault[0] = warning;
			else if (header.blocks().profileMarks().length > 0) notes.add("its decoder says: " + warning);
		});
		try (ImageInputStream in = open(file, header)) {
			reader.setInput(in, false, false);
			final BufferedImage image = reader.read(page);
			if (fault[0] != null) throw new Damaged("its decoder says: " + fault[0]);
			return image;
		}
		finally {
			reader.dispose();
		}
	}

	/** Through Java's channels, which know names of any alphabet, and with a profile hidden that is applied later. */
	private static ImageInputStream open(final Path file, final PictureHeader header) throws IOException {
		if (header.blocks().profileMarks().length == 0) return new StoppableStream(Files.newInputStream(file));
		final byte[] bytes = Files.readAllBytes(file);
		for (final long mark : header.blocks().profileMarks()) Arrays.fill(bytes, (int) mark, (int) mark + 4, (byte) 'x');
		return new StoppableStream(new ByteArrayInputStream(bytes));
	}

	private static ImageReaderSpi provider(final FileKind kind, final Path file) throws IOException {
		return switch (kind) {
			case PNG, GIF, BMP -> ofJava(kind.name());
			case JPEG -> jpeg();
			case TIFF -> new TIFFImageReaderSpi();
			case WEBP -> new WebPImageReaderSpi();
			case PNM -> isPam(file) ? new PAMImageReaderSpi() : new PNMImageReaderSpi();
			default -> throw new IllegalArgumentException(kind + " is not decoded.");
		};
	}

	private static boolean isPam(final Path file) throws IOException {
		try (FileBytes in = new FileBytes(file)) {
			return in.u8(1) == '7';
		}
	}

	/** Wants to stand in a registry beside Java's own reader, which does the work: here in one that nobody else sees. */
	private static ImageReaderSpi jpeg() {
		final Class<?> category = ImageReaderSpi.class;
		final ServiceRegistry registry = new ServiceRegistry(List.<Class<?>>of(category).iterator());
		registry.registerServiceProvider(ofJava("JPEG"), ImageReaderSpi.class);
		final ImageReaderSpi provider = new JPEGImageReaderSpi();
		registry.registerServiceProvider(provider, ImageReaderSpi.class);
		return provider;
	}

	private static ImageReaderSpi ofJava(final String format) {
		final Iterator<ImageReaderSpi> all = IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
		while (all.hasNext()) {
			final ImageReaderSpi provider = all.next();
			if (provider.getClass().getName().startsWith(JDK + format.toLowerCase(Locale.ROOT))) return provider;
		}
		throw new IllegalStateException("This Java comes without its reader of " + format + ".");
	}
}
