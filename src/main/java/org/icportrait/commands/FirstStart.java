package org.icportrait.commands;

import ij.IJ;

import java.awt.GraphicsEnvironment;

import org.icportrait.dialogs.Asking;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.prefs.PrefService;

/**
 * Explains the plugin once to each user, before the first of our commands that would ask something: never in a macro, never without a
 * screen or ImageJ's window. Who opens the sample portrait there goes on with it.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.VERY_HIGH + 3)
public class FirstStart extends AbstractPreprocessorPlugin {

	private static final String SEEN = "explained";

	@Parameter
	private PrefService preferences;

	@Override
	public void process(final Module module) {
		if (!OurModules.contains(module) || GraphicsEnvironment.isHeadless() || IJ.isMacro() || IJ.getInstance() == null) return;
		if (!asks(module) || preferences.getBoolean(FirstStart.class, SEEN, false)) return;
		markSeen(preferences);
		switch (Asking.ask(() -> new Welcome(IJ.getInstance()).open(), Welcome.Answer.CLOSE)) {
			case SAMPLE -> OpenSamplePortrait.sample().show();
			case CLOSE -> cancel("");
			case GO_ON -> {
				// the command asks what it has to ask
			}
		}
	}

	/** Whether something is left to ask: a program that gives all inputs is not stopped. */
	private static boolean asks(final Module module) {
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			if (OurModules.isForUsers(item) && !module.isInputResolved(item.getName())) return true;
		}
		return false;
	}

	/** From now on nothing is explained. */
	static void markSeen(final PrefService preferences) {
		preferences.put(FirstStart.class, SEEN, true);
	}
}
