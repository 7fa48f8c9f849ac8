package org.icportrait.batch;

import ij.ImagePlus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.icportrait.image.Picture;
import org.icportrait.files.DigitalSourceType;
import org.icportrait.files.OpenedPicture;
import org.icportrait.files.SidecarText;
import org.icportrait.imagej.MapImages;
import org.icportrait.imagej.PixelHash;
import org.icportrait.portrait.Provenance;
import org.icportrait.series.KeptPart;

/**
 * What became of one photograph, not written yet.
 *
 * @param files the picture first
 */
record Results(List<ResultFile> files) {

	/** Degrees of roll that no neck takes. */
	private static final double LYING = 60;

	/**
	 * One file of a result.
	 *
	 * @param ending of its name after that of the result, e.g. "-canvas"; empty for the picture itself
	 * @param image pixels and format
	 * @param alpha coverage, or null
	 * @param origin that it is marked with
	 * @param numbers whether its values are numbers that only a TIFF holds
	 */
	record ResultFile(String ending, ImagePlus image, Picture alpha, Provenance origin, boolean numbers) {}

	/** A picture alone. @param alpha coverage, or null */
	static Results of(final Provenance origin, final ImagePlus image, final Picture alpha) {
		final List<ResultFile> files = new ArrayList<>();
		files.add(new ResultFile("", image, alpha, origin, false));
		return new Results(files);
	}

	/** What was done when the photograph was read, and what people should know of the result, a clause each. */
	List<String> notes() {
		final Map<String, Object> facts = files.get(0).origin().facts();
		final List<String> notes = new ArrayList<>();
		if (facts.get("read") instanceof List<?> read) read.forEach(note -> notes.add(String.valueOf(note)));
		if (facts.get(Provenance.FACES) instanceof String faces) notes.add(faces);
		if (facts.get("cut") instanceof String cut) notes.add(cut);
		if (facts.get("leaves") instanceof String leaves) notes.add(leaves);
		if (facts.get(Provenance.DOUBT) instanceof String doubt) notes.add(doubt);
		if (facts.get(Provenance.IDLE) instanceof String idle) notes.add(idle);
		if (facts.get("roll_before") instanceof Double before && facts.get("roll") instanceof Double after && Math.abs(Math.IEEEremainder(before - after, 360)) > LYING) {
			notes.add(String.format(Locale.ROOT, "the head lies in it (roll %.0f degrees), and its neck was twisted: turn the photograph upright first", before));
		}
		return notes;
	}

	/** The same, with how the photograph was read and what it says of itself in the origin of each file. */
	Results of(final OpenedPicture photograph) {
		return new Results(files.stream().map(f -> new ResultFile(f.ending(), f.image(), f.alpha(), origin(f.origin(), photograph), f.numbers())).toList());
	}

	/** The same; of the picture itself only the part that a series kept of it, as large as there. @param part null where all was kept */
	Results cut(final KeptPart part) {
		if (part == null) return this;
		final ResultFile whole = files.get(0);
		final ImagePlus kept = part.of(whole.image());
		final Provenance origin = whole.origin().with(KeptPart.FACT, part.told()).with(PixelHash.FACT, PixelHash.of(kept.getProcessor()));
		files.set(0, new ResultFile(whole.ending(), kept, whole.alpha() == null ? null : part.ofShares(whole.alpha()), origin, whole.numbers()));
		return this;
	}

	/** An origin with how the photograph was read and what it says of itself. */
	static Provenance origin(final Provenance made, final OpenedPicture photograph) {
		final Provenance read = photograph.notes().isEmpty() ? made : made.with("read", photograph.notes());
		return photograph.source().isEmpty() ? read : read.with(DigitalSourceType.SOURCE, photograph.source());
	}

	/** The same with one more image. @param numbers whether only a TIFF holds it */
	Results and(final String ending, final ImagePlus image, final boolean numbers) {
		files.add(new ResultFile(ending, image, null, files.get(0).origin(), numbers));
		return this;
	}

	/** The same with a map of numbers, one channel for each label. */
	Results andNumbers(final String ending, final Picture map, final String... labels) {
		files.add(numbers(files.get(0), ending, map, labels));
		return this;
	}

	/** A map of numbers that goes with a picture. */
	static ResultFile numbers(final ResultFile picture, final String ending, final Picture map, final String... labels) {
		return new ResultFile(picture.ending() + ending, MapImages.of(map, picture.image().getTitle() + ending, labels), null, picture.origin(), true);
	}

	/** The text that goes beside the files. @param hashes SHA-256 of each by its name */
	String sidecar(final Map<String, String> hashes) {
		return SidecarText.of(files.get(0).origin(), hashes);
	}
}
