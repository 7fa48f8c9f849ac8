package org.icportrait.commands;

/** Macros without a screen. */
class HeadlessMacrosTest extends MacroTests {

	@Override
	String prelude() {
		return "";
	}
}
