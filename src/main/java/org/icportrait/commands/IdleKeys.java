package org.icportrait.commands;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.icportrait.request.LightWords;
import org.icportrait.work.BadInput;
import org.scijava.module.Module;

/**
 * What a macro names and its other keys leave without use: refused where whoever wrote it means it to be looked at, as on the command line. The recorder writes
 * nothing that does not count, so that recorded macros run; numbers that a light does not need may stand, but not where no light is named.
 */
final class IdleKeys {

	private static final String TAKEN = "pose=[like another] takes the whole pose; leave one of the two out.";
	private static final Map<String, String> WAYS_OUT = Map.of("yaw", TAKEN, "pitch", TAKEN, "roll", TAKEN, "other", "say pose=[like another], or leave it out.",
		"reference", "no light looks at it; choose photograph or environment, or leave it out.", "referencebox", "it belongs to light=photograph; say that, or leave it out.",
		"colour", "say background=colour, or leave it out.");
	private static final Set<String> OF_A_LIGHT = LightWords.OF_A_LIGHT.stream().map(name -> name.replace("-", "")).collect(Collectors.toSet());

	private IdleKeys() {}

	/** Throws {@link BadInput} for the first such key; the module has its inputs. @param given by the macro */
	static void refuse(final Module module, final Map<String, String> given) {
		if (!(module.getDelegateObject() instanceof Recorded command)) return;
		given.forEach((key, value) -> {
			final String wayOut = OF_A_LIGHT.contains(key) && !given.containsKey("light") ? "say which light, or leave it out." : WAYS_OUT.get(key);
			if (value == null || value.isBlank() || wayOut == null || command.counts(key)) return;
			throw new BadInput("\"" + key + "\" has no use beside the other keys: " + wayOut);
		});
	}
}
