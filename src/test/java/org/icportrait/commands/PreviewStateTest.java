package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import ij.ImagePlus;

import java.util.HashMap;
import java.util.Map;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.EggHead;
import org.icportrait.imagej.Photograph;
import org.icportrait.light.LightReading;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Scene;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleException;

/** What a preview is rendered from. */
class PreviewStateTest {

	private final PortraitService service = CommandPlugIn.context().service(PortraitService.class);
	private CommandModule module;
	private GeneratePortrait command;

	@BeforeEach
	void openADialog() throws ModuleException {
		EggHead.useInCommands();
		module = new CommandModule(CommandPlugIn.context().service(CommandService.class).getCommand(GeneratePortrait.class));
		CommandPlugIn.context().inject(module.getCommand());
		command = (GeneratePortrait) module.getCommand();
		final Map<String, Object> inputs = new HashMap<>(Map.of("pose", "absolute", "yaw", 20.0, "light", "direction", "azimuth", 10.0));
		inputs.forEach(module::setInput);
	}

	@Test
	void whatWasAskedForDoesNotFollowTheSliders() {
		final Asked asked = command.asked(new References(service));
		module.setInput("yaw", -50.0);
		module.setInput("azimuth", 90.0);
		assertEquals(20, asked.view().yaw());
		assertEquals(10, asked.light().azimuth());
		assertEquals(-50, command.asked(new References(service)).view().yaw());
	}

	@Test
	void referencesAreReadOnceForADialog() {
		final ImagePlus reference = EggHead.faces(EggHead.SIDE, 3, 3);
		module.setInput("light", "photograph");
		module.setInput("reference", reference);
		final References references = new References(service);
		final LightReading first = scene(command.asked(references)).light();
		final Profile profile = references.profile(reference, Progress.NONE);
		reference.getProcessor().invert(); // nobody looks again
		module.setInput("yaw", 5.0);
		final Scene second = scene(command.asked(references));
		assertSame(first, second.light());
		assertSame(profile, references.profile(reference, Progress.NONE));
		assertEquals(PoseChoice.absolute(5, 0, 0), second.pose());
		module.setInput("seed", 7);
		assertNotSame(first, scene(command.asked(references)).light(), "another mask is another light");
	}

	private Scene scene(final Asked asked) {
		return service.withEngine(engine -> asked.scene(engine, asked.of(Photograph.of(EggHead.one())), Progress.NONE));
	}
}
