package org.icportrait.commands;

import ij.IJ;
import ij.ImagePlus;

import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.icportrait.dialogs.OpenWindows;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.studio.StudioHost;
import org.icportrait.studio.StudioState;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/** What the studio does by our commands: what they make is what their macro lines make, and the recorder writes them. */
final class CommandsOfStudio implements StudioHost {

	private final CommandService commands;
	private final ModuleService modules;
	private final PortraitService portraits;

	CommandsOfStudio(final Context context) {
		commands = context.service(CommandService.class);
		modules = context.service(ModuleService.class);
		portraits = context.service(PortraitService.class);
	}

	@Override
	public <T> T withEngine(final Function<PortraitEngine, T> work) {
		return portraits.withEngine(work);
	}

	@Override
	public List<ImagePlus> openImages() {
		return OpenWindows.images();
	}

	@Override
	public String macro(final StudioState state, final List<ImagePlus> further) {
		final Module module = modules.createModule(commands.getCommand(GeneratePortrait.class));
		inputs(null, further, state).forEach(module::setInput);
		return MacroLine.of(module);
	}

	/** Every input of the command that people give, so that nothing is asked. */
	private Map<String, Object> inputs(final ImagePlus photograph, final List<ImagePlus> further, final StudioState state) {
		final CommandInfo info = commands.getCommand(GeneratePortrait.class);
		final Map<String, Object> inputs = new HashMap<>();
		for (final ModuleItem<?> item : info.inputs()) if (OurModules.isForUsers(item)) inputs.put(item.getName(), item.getDefaultValue());
		inputs.putAll(state.inputs());
		inputs.put("image", photograph);
		inputs.put("profiles", further.stream().map(ImagePlus::getTitle).collect(Collectors.joining("; ")));
		return inputs;
	}

	@Override
	public void generate(final ImagePlus photograph, final List<ImagePlus> further, final StudioState state, final Consumer<ImagePlus> done) {
		final Map<String, Object> inputs = inputs(photograph, further, state);
		new Thread(() -> {
			final ImagePlus made = run(inputs);
			EventQueue.invokeLater(() -> done.accept(made));
		}, "IC-Portrait studio generates").start();
	}

	private ImagePlus run(final Map<String, Object> inputs) {
		try {
			return commands.run(GeneratePortrait.class, true, inputs).get().getOutput("generated") instanceof ImagePlus made ? made : null;
		}
		catch (final ExecutionException exception) {
			IJ.handleException(exception);
			return null;
		}
		catch (final InterruptedException exception) {
			Thread.currentThread().interrupt();
			return null;
		}
	}

	@Override
	public void save(final ImagePlus result) {
		commands.run(SaveWithProvenance.class, true, "image", result);
	}

	@Override
	public void copy(final String text) {
		Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
	}

	@Override
	public void help() {
		HelpPages.open(Labels.STUDIO);
	}
}
