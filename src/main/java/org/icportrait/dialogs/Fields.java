package org.icportrait.dialogs;

import ij.ImagePlus;

import java.io.File;

import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/** The field that fits an input. */
final class Fields {

	/** The widget style of a text that is a colour. */
	private static final String COLOUR = "colour";
	/** Of a text that names open images. */
	private static final String IMAGES = "images";

	private Fields() {}

	/** Throws {@link IllegalArgumentException} for a type that no field is for. */
	static Field of(final ModuleItem<?> item) {
		final Class<?> type = Types.box(item.getType());
		if (item.getChoices() != null && !item.getChoices().isEmpty()) return new ChoiceField(item.getChoices());
		if (type == Boolean.class) return new FlagField(item.getLabel());
		if (type == ImagePlus.class) return new ImageField();
		if (type == File.class) return new FileField(item.getWidgetStyle());
		if (type == String.class && COLOUR.equals(item.getWidgetStyle())) return new ColourField();
		if (type == String.class) return IMAGES.equals(item.getWidgetStyle()) ? new ImagesField() : new TextField();
		if (Number.class.isAssignableFrom(type)) return "slider".equals(item.getWidgetStyle()) ? new SliderField(item) : new NumberField(item);
		throw new IllegalArgumentException("There is no field for the " + type.getSimpleName() + " of \"" + item.getName() + "\".");
	}
}
