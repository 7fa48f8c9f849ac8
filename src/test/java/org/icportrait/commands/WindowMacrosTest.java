package org.icportrait.commands;

import org.icportrait.bridge.OnScreen;

/** Macros with windows. */
@OnScreen
class WindowMacrosTest extends MacroTests {

	@Override
	String prelude() {
		return "";
	}
}
