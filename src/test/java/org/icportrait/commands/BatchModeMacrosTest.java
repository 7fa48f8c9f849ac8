package org.icportrait.commands;

import org.icportrait.bridge.OnScreen;

/** Macros in ImageJ's batch mode: there is a screen, and nothing is shown on it. */
@OnScreen
class BatchModeMacrosTest extends MacroTests {

	@Override
	String prelude() {
		return "setBatchMode(true);\n";
	}
}
