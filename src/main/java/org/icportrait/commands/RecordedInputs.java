package org.icportrait.commands;

import ij.IJ;
import ij.plugin.frame.Recorder;

import org.scijava.module.Module;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Writes our commands into ImageJ's recorder: what counts and nothing else, never the photograph itself, so that the line runs on the
 * next one. The commands are marked "no-record", which keeps imagej-legacy from writing every input.
 */
@Plugin(type = PostprocessorPlugin.class)
public class RecordedInputs extends AbstractPostprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (!OurModules.contains(module) || IJ.isMacro() || !IJ.recording()) return;
		// From ImageJ's menu the recorder knows the command already, and writes it when it ends.
		final boolean unannounced = Recorder.getCommand() == null;
		if (unannounced) Recorder.setCommand(module.getInfo().getMenuPath().getLeaf().getName());
		Recorder.resetCommandOptions();
		MacroLine.options(module).forEach((key, value) -> Recorder.recordOption(key, MacroLine.recordable(value)));
		if (unannounced) Recorder.saveCommand();
	}
}
