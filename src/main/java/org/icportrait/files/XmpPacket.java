package org.icportrait.files;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.ParseOptions;
import com.adobe.internal.xmp.options.SerializeOptions;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.icportrait.portrait.Provenance;

/** The origin of a picture as XMP, which editors, archives and platforms read; and what is kept of a photograph's own. */
final class XmpPacket {

	/** The key of what is kept, in what is known of the source. */
	static final String KEPT = "kept";
	private static final int LONGEST = 1 << 20;
	/** IPTC Photo Metadata 2025.1. */
	private static final String TYPE = "DigitalSourceType", SYSTEM = "AISystemUsed", SYSTEM_VERSION = "AISystemVersionUsed";

	private XmpPacket() {}

	/** UTF-8 without wrapper; equal origins give equal bytes. */
	static byte[] of(final Provenance origin) {
		try {
			final XMPMeta packet = XMPMetaFactory.create();
			packet.setProperty(XMPConst.NS_IPTCEXT, TYPE, DigitalSourceType.of(origin).address());
			packet.setProperty(XMPConst.NS_IPTCEXT, SYSTEM, "IC-Portrait with the models " + origin.pack());
			packet.setProperty(XMPConst.NS_IPTCEXT, SYSTEM_VERSION, origin.version());
			packet.setProperty(XMPConst.NS_XMP, "CreatorTool", "IC-Portrait " + origin.version());
			packet.setLocalizedText(XMPConst.NS_DC, "description", null, XMPConst.X_DEFAULT, Provenance.NOTICE);
			final String source = hash(origin);
			if (source != null) packet.setStructField(XMPConst.NS_XMP_MM, "DerivedFrom", XMPConst.TYPE_RESOURCEREF, "documentID", source);
			writeKept(origin, packet);
			return XMPMetaFactory.serializeToBuffer(packet, new SerializeOptions().setOmitPacketWrapper(true).setUseCompactFormat(true).setSort(true));
		}
		catch (final XMPException exception) {
			throw new IllegalStateException(exception);
		}
	}

	private static void writeKept(final Provenance origin, final XMPMeta packet) throws XMPException {
		if (!(origin.facts().get(DigitalSourceType.SOURCE) instanceof Map<?, ?> source) || !(source.get(KEPT) instanceof Map<?, ?> kept)) return;
		for (final KeptField field : KeptField.values()) if (kept.get(field.title()) != null) field.write(kept.get(field.title()), packet);
	}

	/** Names the photograph by its file's SHA-256, or that of its pixels where it was an open image; null where nothing is known. */
	static String hash(final Provenance origin) {
		final Object profiles = origin.request().get("profiles");
		if (profiles instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?> first && first.get("sha256") != null) return "sha256:" + first.get(
			"sha256");
		return origin.facts().get(DigitalSourceType.SOURCE) instanceof Map<?, ?> source && source.get("pixels_sha256") != null ? "pixels-sha256:" + source.get(
			"pixels_sha256") : null;
	}

	/**
	 * What a photograph's packet says that its results must go on saying: its type, consent and rights.
	 *
	 * @param packet null, or anything: what cannot be read says nothing
	 * @return plain data for the facts of an origin; empty where there is nothing
	 */
	static Map<String, Object> source(final byte[] packet) {
		final Map<String, Object> source = new LinkedHashMap<>();
		if (packet == null || packet.length > LONGEST) return source;
		try {
			final XMPMeta read = XMPMetaFactory.parseFromString(new String(packet, StandardCharsets.UTF_8).strip(), new ParseOptions().setDisallowDoctype(true));
			final String type = read.getPropertyString(XMPConst.NS_IPTCEXT, TYPE);
			if (type != null) source.put(DigitalSourceType.TYPE, type);
			final Map<String, Object> kept = new LinkedHashMap<>();
			for (final KeptField field : KeptField.values()) {
				final Object value = field.read(read);
				if (value != null) kept.put(field.title(), value);
			}
			if (!kept.isEmpty()) source.put(KEPT, kept);
		}
		catch (final XMPException | RuntimeException unreadable) {
			source.clear();
		}
		return source;
	}
}
