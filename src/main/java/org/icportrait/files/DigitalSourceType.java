package org.icportrait.files;

import java.util.LinkedHashMap;
import java.util.Map;

import org.icportrait.portrait.Provenance;

/** IPTC's words for how a picture came about, from less to more that was made up. */
public enum DigitalSourceType {

	/** The content is as it was: measured, aligned, cropped, of another brightness. */
	ALGORITHMICALLY_ENHANCED("algorithmicallyEnhanced"),
	/** Several photographs in one. */
	COMPOSITE_CAPTURE("compositeCapture"),
	/** Drawn or rendered parts in it. */
	COMPOSITE_SYNTHETIC("compositeSynthetic"),
	/** A photograph changed by trained models: turned, lit anew, filled. */
	COMPOSITE_WITH_TRAINED("compositeWithTrainedAlgorithmicMedia"),
	/** No photograph in it. */
	TRAINED("trainedAlgorithmicMedia");

	/** The key of what is known of the photograph, in the facts of an origin. */
	public static final String SOURCE = "source";
	/** The key of its type therein, an address. */
	static final String TYPE = "digital_source_type";

	private static final String VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/";

	private final String word;

	DigitalSourceType(final String word) {
		this.word = word;
	}

	/** The address that stands in metadata. */
	public String address() {
		return VOCABULARY + word;
	}

	/** Of an address, also with https; null where it is none of these. */
	static DigitalSourceType of(final String address) {
		if (address == null) return null;
		for (final DigitalSourceType type : values()) if (type.address().equals(address.strip().replace("https:", "http:"))) return type;
		return null;
	}

	/** What a result says of itself to those that are made of it: its type, and what it kept of its own photograph. */
	public static Map<String, Object> passedOn(final Provenance origin) {
		final Map<String, Object> source = new LinkedHashMap<>();
		source.put(TYPE, of(origin).address());
		if (origin.facts().get(SOURCE) instanceof Map<?, ?> before && before.get(XmpPacket.KEPT) != null) source.put(XmpPacket.KEPT, before.get(XmpPacket.KEPT));
		return source;
	}

	/** What a result is, by what was done, and never less than what its photograph said of itself. */
	public static DigitalSourceType of(final Provenance origin) {
		final DigitalSourceType done = switch (origin.action()) {
			case "analyze", "align", "crop", "luminance" -> ALGORITHMICALLY_ENHANCED;
			case "demo" -> TRAINED;
			default -> COMPOSITE_WITH_TRAINED;
		};
		final DigitalSourceType before = origin.facts().get(SOURCE) instanceof Map<?, ?> source && source.get(TYPE) instanceof String address ? of(address) : null;
		return before == null || before.compareTo(done) < 0 ? done : before;
	}
}
