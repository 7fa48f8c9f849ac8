package org.icportrait.commands;

import ij.ImagePlus;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.icportrait.files.PictureWriter;
import org.icportrait.imagej.Slices;

import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;
import org.scijava.util.ClassUtils;

/** Gathers what a command put into its outputs for one slice after the other, and lays it into stacks. Not thread-safe. */
final class SliceOutputs {

	/** Name of the fact which slices a stack was made of; all else in its origin is of the first. */
	private static final String SLICES = "slices";

	private final Object command;
	private final Map<Field, List<ImagePlus>> gathered = new LinkedHashMap<>();

	SliceOutputs(final Object command) {
		this.command = command;
		for (final Field field : ClassUtils.getAnnotatedFields(command.getClass(), Parameter.class)) {
			if (field.getAnnotation(Parameter.class).type() == ItemIO.OUTPUT && field.getType() == ImagePlus.class) gathered.put(field, new ArrayList<>());
		}
	}

	/** Takes what is there for one slice; the outputs are empty then. */
	void take() {
		gathered.forEach((field, images) -> {
			final ImagePlus image = (ImagePlus) ClassUtils.getValue(field, command);
			if (image != null) images.add(image);
			ClassUtils.setValue(field, command, null);
		});
	}

	/** Fills the outputs with stacks. @param source that the slices were taken from */
	void give(final ImagePlus source) {
		gathered.forEach((field, images) -> {
			if (images.isEmpty()) return;
			final ImagePlus joined = Slices.join(images, source);
			PictureWriter.markBelowInfo(joined, PictureWriter.origin(images.get(0)).with(SLICES, names(source, images.size())));
			ClassUtils.setValue(field, command, joined);
		});
	}

	/** Number and label of each. */
	private static List<String> names(final ImagePlus source, final int count) {
		final List<String> names = new ArrayList<>();
		for (int i = 1; i <= count; i++) {
			final String label = Slices.label(source, i);
			names.add(label == null ? Integer.toString(i) : i + " " + label);
		}
		return names;
	}
}
