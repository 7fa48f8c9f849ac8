package org.icportrait.inference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How many CPU cores there are and how many threads to use. */
final class Cores {

	private Cores() {}

	/** Physical cores that this program may use, at least 1; two hardware threads of one core do not compute faster than one. */
	static int available() {
		final int logical = Runtime.getRuntime().availableProcessors();
		return Math.max(1, Math.min(logical, physical(logical)));
	}

	/** One core is left to the desktop, except where there are only two: there the second one is worth more than the desktop's ease. */
	static int threads(final int cores) {
		return cores <= 2 ? cores : cores - 1;
	}

	private static int physical(final int logical) {
		try {
			final int counted = countPhysical(Files.readAllLines(Path.of("/proc/cpuinfo"), StandardCharsets.UTF_8));
			if (counted > 0) return counted;
		}
		catch (final IOException e) {
			// Not Linux: guessed below.
		}
		// Intel and AMD desktops have two hardware threads a core; ARM has one.
		final boolean arm = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT).contains("aarch64");
		return arm || logical < 4 ? logical : logical / 2;
	}

	/** Distinct cores in the lines of Linux's /proc/cpuinfo; 0 where it does not tell them apart. */
	static int countPhysical(final List<String> lines) {
		final Set<String> cores = new HashSet<>();
		String socket = "";
		for (final String line : lines) {
			if (line.startsWith("physical id")) socket = line;
			if (line.startsWith("core id")) cores.add(socket + line);
		}
		return cores.size();
	}
}
