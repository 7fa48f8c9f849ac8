package org.icportrait.commands;

import java.io.File;
import java.nio.file.Path;

import org.icportrait.inference.Device;
import org.icportrait.portrait.EngineOptions;

import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Chooses models and device for all commands, and shows one table: packs, licences, hashes, the device and why. */
@Plugin(type = Command.class, label = About.MODELS, description = About.MODELS_HELP, iconPath = About.ICONS + "models.png",
	attrs = @Attr(name = Labels.NO_RECORD), menu = { @Menu(label = "Plugins"), @Menu(label = Labels.MENU), @Menu(label = Labels.MODELS, weight = 9) })
public class ModelsAndDevices extends ContextCommand implements Recorded {

	@Parameter(label = Labels.MODELS_FOLDER, description = Labels.MODELS_FOLDER_HELP, style = "directory", required = false)
	private File models;
	@Parameter(label = Labels.DEVICE, description = Labels.DEVICE_HELP, choices = { "auto", "cpu", "cuda" })
	private String device = "auto";
	@Parameter(label = Labels.NATIVES, description = Labels.NATIVES_HELP, style = "directory", required = false)
	private File natives;
	@Parameter(label = Labels.MODELS_TABLE)
	private boolean table = true;

	@Parameter
	private PortraitService portraits;

	@Override
	public void run() {
		Failures.guard(this, Labels.MODELS, this::use);
	}

	private void use() {
		portraits.use(new EngineOptions(path(models), Device.parse(device), path(natives)));
		if (table) portraits.withEngine(ModelTable::of).show(Labels.MODELS.replace("...", ""));
	}

	private static Path path(final File folder) {
		return folder == null || folder.getPath().isEmpty() ? null : folder.toPath();
	}
}
