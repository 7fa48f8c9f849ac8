package org.icportrait.batch;

import java.io.IOException;
import java.nio.file.Path;

import org.icportrait.bridge.EggHead;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A command line whose pack generates, in a folder of its own with the egg's photograph. */
abstract class GeneratingLine {

	@TempDir
	Path folder;

	CommandLineRun line;
	String egg;

	@BeforeEach
	final void saveTheEgg() throws IOException {
		line = new CommandLineRun(folder, EggHead.packWithGenerator());
		egg = line.save(EggHead.one(), "egg.png");
	}
}
