package org.icportrait.inference;

import org.icportrait.work.BadInput;

import java.util.Locale;

/** What the user wants the networks to run on. */
public enum Device {
	/** CUDA where it works, else the CPU. */
	AUTO,
	/** The CPU. */
	CPU,
	/** CUDA, or an error that says why not. */
	CUDA;

	/** The word that people write: auto, cpu or cuda. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** From what people write, in any case; null and nothing mean auto. Throws {@link BadInput} on other words. */
	public static Device parse(final String text) {
		if (text == null || text.isBlank()) return AUTO;
		for (final Device device : values()) if (device.word().equals(text.strip().toLowerCase(Locale.ROOT))) return device;
		throw new BadInput("The device '" + text.strip() + "' is not known; use auto, cpu or cuda.");
	}
}
