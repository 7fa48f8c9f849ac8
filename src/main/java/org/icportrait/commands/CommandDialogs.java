package org.icportrait.commands;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.frame.Recorder;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;

import org.icportrait.dialogs.Asking;
import org.icportrait.dialogs.FormDialog;
import org.icportrait.dialogs.FormModel;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;
import org.scijava.widget.InputHarvester;

/**
 * Asks for the inputs of our commands in a dialog of our own, just before SciJava would: with headings, with what is of no use grey, and
 * not modal. Never in a macro, never without a screen or ImageJ's window; whoever gives all inputs is asked nothing.
 */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY + 0.75)
public class CommandDialogs extends AbstractPreprocessorPlugin {

	private static final String IMAGE = "image";
	private static final String NO_IMAGE = "There is no image: open a photograph first (Plugins > " + Labels.MENU + " > " + Labels.OPEN + " or " + Labels.SAMPLE + ").";

	@Override
	public void process(final Module module) {
		if (!OurModules.contains(module) || GraphicsEnvironment.isHeadless() || IJ.isMacro() || IJ.getInstance() == null) return;
		final String lacking = lacking(module);
		if (lacking != null) {
			cancel(lacking);
			return;
		}
		final FormModel model = model(module);
		if (model.items().isEmpty()) return;
		if (Asking.ask(() -> open(module, model).answer(), false)) model.resolve();
		else {
			if (IJ.recording()) Recorder.setCommand(null); // what was cancelled is not recorded
			cancel("");
		}
	}

	/** What to say where an image is asked for and none is open to choose, or the one that is given was closed; else null. */
	private static String lacking(final Module module) {
		if (module.getInfo().getInput(IMAGE) == null) return null;
		if (!(module.getInput(IMAGE) instanceof ImagePlus image)) return WindowManager.getImageCount() == 0 ? NO_IMAGE : null;
		return image.getProcessor() == null ? "\"" + image.getTitle() + "\" was closed: open it or make it again." : null;
	}

	/** A form of the inputs that nobody has given yet. */
	static FormModel model(final Module module) {
		final List<ModuleItem<?>> asked = new ArrayList<>();
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			if (OurModules.isForUsers(item) && !module.isInputResolved(item.getName())) asked.add(item);
		}
		return new FormModel(module, asked, rules(module));
	}

	private static FormModel.Rules rules(final Module module) {
		final Recorded command = module.getDelegateObject() instanceof Recorded recorded ? recorded : new Recorded() {};
		return new FormModel.Rules() {

			@Override
			public boolean isUsed(final String input) {
				return command.isUsed(input);
			}

			@Override
			public String problem() {
				return command.problem();
			}
		};
	}

	/** Opens the dialog, on the event thread. */
	static FormDialog open(final Module module, final FormModel model) {
		final ImagePlus image = module.getInput(IMAGE) instanceof ImagePlus given ? given : null;
		final String title = module.getInfo().getMenuPath().getLeaf().getName();
		final FormDialog dialog = new FormDialog(IJ.getInstance(), new FormDialog.Words(title.replace("...", ""), DialogPlans.action(title), () -> HelpPages.open(title)),
			model, DialogPlans.of(module.getInfo().getDelegateClassName()), image == null ? null : new SourceHeader(image, module.getDelegateObject() instanceof PortraitCommand));
		if (module.getDelegateObject() instanceof Previewing command) {
			command.previewBeside(dialog.window());
			model.addListener(module::preview);
		}
		dialog.show(image == null || image.getWindow() == null ? null : image.getWindow());
		module.preview();
		return dialog;
	}
}
