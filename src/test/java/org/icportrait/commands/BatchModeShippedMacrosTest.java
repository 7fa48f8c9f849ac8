package org.icportrait.commands;

import org.icportrait.bridge.OnScreen;

/** Shipped macros in batch mode. */
@OnScreen
class BatchModeShippedMacrosTest extends ShippedMacroTests {

	@Override
	String prelude() {
		return "setBatchMode(true);\n";
	}
}
