package org.icportrait.commands;

import org.icportrait.bridge.OnScreen;

/** Shipped macros with windows. */
@OnScreen
class WindowShippedMacrosTest extends ShippedMacroTests {

	@Override
	String prelude() {
		return "";
	}
}
