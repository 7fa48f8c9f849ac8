package org.icportrait.files;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.options.PropertyOptions;
import com.adobe.internal.xmp.properties.XMPProperty;

import java.util.ArrayList;
import java.util.List;

/** What is kept of a photograph's own XMP: whose it is, and what the person in it agreed to. All else is dropped, the place above all. */
enum KeptField {

	MODEL_RELEASE("plus", XMPConst.NS_PLUS, "ModelReleaseStatus", Form.TEXT), MODEL_RELEASE_ID("plus", XMPConst.NS_PLUS, "ModelReleaseID", Form.BAG),
	MINOR_MODEL("plus", XMPConst.NS_PLUS, "MinorModelAgeDisclosure", Form.TEXT), DATA_MINING("plus", XMPConst.NS_PLUS, "DataMining", Form.TEXT),
	OTHER_CONSTRAINTS("plus", XMPConst.NS_PLUS, "OtherConstraints", Form.LANGUAGES), CREATOR("dc", XMPConst.NS_DC, "creator", Form.SEQUENCE),
	RIGHTS("dc", XMPConst.NS_DC, "rights", Form.LANGUAGES), USAGE("xmpRights", XMPConst.NS_XMP_RIGHTS, "UsageTerms", Form.LANGUAGES),
	WEB_STATEMENT("xmpRights", XMPConst.NS_XMP_RIGHTS, "WebStatement", Form.TEXT), MARKED("xmpRights", XMPConst.NS_XMP_RIGHTS, "Marked", Form.TEXT);

	private enum Form {
		TEXT, LANGUAGES, SEQUENCE, BAG
	}

	private static final int MOST = 20, LONGEST = 2000;

	private final String prefix;
	private final String namespace;
	private final String field;
	private final Form form;

	KeptField(final String prefix, final String namespace, final String field, final Form form) {
		this.prefix = prefix;
		this.namespace = namespace;
		this.field = field;
		this.form = form;
	}

	/** With its usual prefix, e.g. "dc:rights". */
	String title() {
		return prefix + ":" + field;
	}

	/** A text or a list of texts; null where the packet has none. */
	Object read(final XMPMeta packet) throws XMPException {
		return switch (form) {
			case TEXT -> cut(packet.getPropertyString(namespace, field));
			case LANGUAGES -> {
				final XMPProperty text = packet.getLocalizedText(namespace, field, null, XMPConst.X_DEFAULT);
				yield text == null ? null : cut(text.getValue());
			}
			default -> {
				final List<String> items = new ArrayList<>();
				for (int i = 1; i <= Math.min(MOST, packet.countArrayItems(namespace, field)); i++) items.add(cut(packet.getArrayItem(namespace, field, i).getValue()));
				yield items.isEmpty() ? null : items;
			}
		};
	}

	/** Writes what {@link #read} gave. */
	void write(final Object value, final XMPMeta packet) throws XMPException {
		if (form == Form.TEXT) packet.setProperty(namespace, field, String.valueOf(value));
		else if (form == Form.LANGUAGES) packet.setLocalizedText(namespace, field, null, XMPConst.X_DEFAULT, String.valueOf(value));
		else if (value instanceof List<?> items) for (final Object item : items) {
			packet.appendArrayItem(namespace, field, new PropertyOptions().setArray(true).setArrayOrdered(form == Form.SEQUENCE), String.valueOf(item), null);
		}
	}

	private static String cut(final String text) {
		return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
	}
}
