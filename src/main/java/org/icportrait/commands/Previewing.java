package org.icportrait.commands;

import java.awt.Window;

/** A command with a preview in a window of its own. */
interface Previewing {

	/** Says which dialog the preview belongs to and stands beside, before the first preview. */
	void previewBeside(Window dialog);
}
