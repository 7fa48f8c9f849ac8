package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.EggHead;
import org.icportrait.dialogs.FormModel;
import org.icportrait.dialogs.Section;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.prefs.PrefService;
import org.scijava.widget.WidgetModel;
import org.scijava.widget.WidgetService;

/** What the dialogs make of the inputs, without a window. */
class DialogInputsTest {

	@BeforeEach
	void useTheEggAndNothingThatOtherTestsLeft() {
		EggHead.useInCommands();
		final PrefService preferences = CommandPlugIn.context().service(PrefService.class);
		for (final CommandInfo info : commands()) preferences.clear(CommandPlugIn.context().service(ModuleService.class).createModule(info).getDelegateObject().getClass());
	}

	/** Every command below our menu. */
	static List<CommandInfo> commands() {
		return CommandPlugIn.context().service(CommandService.class).getCommands().stream()
			.filter(info -> info.getClassName().startsWith("org.icportrait.") && info.getMenuPath().size() == 3).toList();
	}

	private static CommandInfo generate() {
		return CommandPlugIn.context().service(CommandService.class).getCommand(GeneratePortrait.class);
	}

	/** A module as it stands when its dialog opens. */
	private static Module module(final CommandInfo info) {
		final ModuleService modules = CommandPlugIn.context().service(ModuleService.class);
		final Module module = modules.createModule(info);
		try {
			module.initialize();
		}
		catch (final ModuleException exception) {
			throw new IllegalStateException(exception);
		}
		if (info.getInput("image") != null) {
			module.setInput("image", EggHead.one());
			module.resolveInput("image");
		}
		modules.loadInputs(module);
		return module;
	}

	@ParameterizedTest
	@MethodSource("commands")
	void aDialogThatIsLeftAsItIsResolvesWhatSciJavaWould(final CommandInfo info) {
		final Module ours = module(info), theirs = module(info);
		final FormModel model = CommandDialogs.model(ours);
		model.resolve();
		for (final ModuleItem<?> item : info.inputs()) {
			if (!OurModules.isForUsers(item)) continue;
			assertTrue(ours.isInputResolved(item.getName()), item.getName());
			if (theirs.isInputResolved(item.getName())) continue;
			final WidgetModel widget = CommandPlugIn.context().service(WidgetService.class).createModel(null, theirs, item, List.of());
			widget.setValue(widget.getValue());
			if (item.getType() != ImagePlus.class) assertEquals(theirs.getInput(item.getName()), ours.getInput(item.getName()), item.getName());
		}
	}

	@ParameterizedTest
	@MethodSource("commands")
	void thePlanNamesEveryInputOnceAndNoOther(final CommandInfo info) {
		final Set<String> planned = new HashSet<>();
		for (final Section section : DialogPlans.of(info.getClassName())) {
			for (final String input : section.inputs()) {
				assertTrue(planned.add(input), input + " stands twice");
				assertNotNull(info.getInput(input), input);
			}
		}
		if (planned.isEmpty()) return; // all inputs stand below one heading
		for (final ModuleItem<?> item : info.inputs()) {
			if (OurModules.isForUsers(item) && !item.getName().equals("image")) assertTrue(planned.contains(item.getName()), item.getName() + " is forgotten");
		}
	}

	@ParameterizedTest
	@MethodSource("commands")
	void theHelpButtonsPageIsThere(final CommandInfo info) {
		assertTrue(Files.exists(Path.of(HelpPages.page(info.getMenuPath().getLeaf().getName()))), HelpPages.page(info.getMenuPath().getLeaf().getName()));
	}

	@Test
	void whatIsOfNoUseKeepsItsDefault() {
		final Module module = module(generate());
		final FormModel model = CommandDialogs.model(module);
		model.set("light", "direction");
		model.set("azimuth", 77.0);
		assertEquals(77.0, module.getInput("azimuth"));
		model.set("light", "key left");
		assertFalse(model.isUsed("azimuth"));
		assertEquals(77.0, model.shown("azimuth"), "the field goes on showing it");
		assertEquals(-45.0, module.getInput("azimuth"));
		model.set("light", "direction");
		assertEquals(77.0, module.getInput("azimuth"));
	}

	@Test
	void resetGivesTheDeclaredDefaults() {
		final Module module = module(generate());
		final FormModel model = CommandDialogs.model(module);
		model.set("light", "direction");
		model.set("azimuth", 77.0);
		model.set("yaw", 20.0);
		model.reset();
		for (final ModuleItem<?> item : model.items()) assertEquals(item.getDefaultValue(), module.getInput(item.getName()), item.getName());
	}

	@Test
	void aValueOutOfItsRangeFromAnEarlierVersionIsNotTaken() {
		final Module module = module(generate());
		module.setInput("yaw", 170.0);
		module.setInput("light", "candle");
		final FormModel model = CommandDialogs.model(module);
		assertEquals(0.0, module.getInput("yaw"));
		assertEquals("keep", model.shown("light"));
	}

	@Test
	void whatIsMissingIsSaid() {
		final FormModel model = CommandDialogs.model(module(generate()));
		assertNull(model.problem());
		model.set("light", "photograph");
		assertTrue(model.problem().contains("reference"), model.problem());
		model.set("reference", EggHead.one());
		assertNull(model.problem());
		model.set("background", "colour");
		model.set("colour", "greenish");
		assertTrue(model.problem().contains("#rrggbb"), model.problem());
		model.set("background", "keep");
		assertNull(model.problem());
	}

	@Test
	void slicesAreAskedForOfStacksAlone() {
		final Module module = module(generate());
		final FormModel model = CommandDialogs.model(module);
		assertFalse(model.isUsed("slices"));
		final ImagePlus stack = EggHead.one();
		stack.getStack().addSlice(stack.getProcessor().duplicate());
		stack.setStack(stack.getStack());
		module.setInput("image", stack);
		assertTrue(model.isUsed("slices"));
	}
}
