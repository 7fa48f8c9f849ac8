package org.icportrait.commands;

import ij.ImagePlus;

import org.icportrait.imagej.Photograph;
import org.icportrait.light.StitchOptions;
import org.icportrait.portrait.LightRequest;
import org.icportrait.portrait.PortraitOptions;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.work.Progress;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A new view in a new light: all of it. */
@Plugin(type = Command.class, attrs = @Attr(name = Labels.NO_RECORD), menu = { @Menu(label = "Plugins"), @Menu(label = Labels.MENU),
	@Menu(label = Labels.GENERATE, weight = 4) })
public class GeneratePortrait extends ViewCommand {

	@Parameter(label = Labels.LIGHT, description = Labels.LIGHT_HELP, choices = { "keep", "key left", "key right", "key above",
		"key below", "rim", "flat", "direction", "coefficients", "photograph", "environment" })
	private String light = LightRequest.KEEP;
	@Parameter(label = Labels.STRENGTH, description = Labels.STRENGTH_HELP, min = "0", max = "4", stepSize = "0.1", style = "slider")
	private double strength = 1;
	@Parameter(label = Labels.AZIMUTH, description = Labels.AZIMUTH_HELP, min = "-180", max = "180", style = "slider")
	private double azimuth = -45;
	@Parameter(label = Labels.ELEVATION, min = "-90", max = "90", style = "slider")
	private double elevation = 30;
	@Parameter(label = Labels.HARDNESS, description = Labels.HARDNESS_HELP, min = "0", max = "1", stepSize = "0.05", style = "slider")
	private double hardness = 0.5;
	@Parameter(label = Labels.COEFFICIENTS, description = Labels.COEFFICIENTS_HELP, required = false)
	private String coefficients = "";
	@Parameter(label = Labels.REFERENCE, description = Labels.REFERENCE_HELP, required = false, autoFill = false)
	private ImagePlus reference;
	@Parameter(label = Labels.RATIO, description = Labels.RATIO_HELP, min = "0", max = "0.95", stepSize = "0.05", style = "slider")
	private double ratio = 0.8;
	@Parameter(label = Labels.PATCH, description = Labels.PATCH_HELP, min = "0")
	private int patch = 0;
	@Parameter(label = Labels.SEED, min = "0")
	private int seed = 1;
	@Parameter(label = Labels.SAME_PERSON, description = Labels.SAME_PERSON_HELP)
	private boolean sameperson = false;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus generated;
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus coverage;

	public GeneratePortrait() {
		super(Labels.GENERATE);
	}

	@Override
	void work(final Photograph photograph, final Progress progress) {
		closePreview();
		final PortraitResult result = portraits.engine().generate(portraits.analyze(photograph, progress), options(progress), progress);
		generated = marked(photograph.derive(result.picture(), "portrait"), origin(result, photograph));
		coverage = coverage(photograph, result);
	}

	@Override
	PortraitOptions options(final Progress progress) {
		final Photograph lit = referenceTitle() == null ? null : Photograph.of(reference);
		final boolean photograph = lit != null && light.equals(LightRequest.PHOTOGRAPH);
		final LightRequest request = new LightRequest(light, strength, azimuth, elevation, hardness, coefficients,
			photograph ? portraits.analyze(lit, progress) : null, lit == null || photograph ? null : lit.picture(),
			new StitchOptions(ratio, patch, seed, sameperson));
		return super.options(progress).withLight(request.toChoice());
	}

	@Override
	public boolean counts(final String input) {
		return switch (input) {
			case "strength" -> !light.equals(LightRequest.KEEP) && !light.equals(LightRequest.COEFFICIENTS) && !light.equals(LightRequest.PHOTOGRAPH);
			case "azimuth", "elevation", "hardness" -> light.equals(LightRequest.DIRECTION);
			case "coefficients" -> light.equals(LightRequest.COEFFICIENTS);
			case "reference" -> LightRequest.needsReference(light);
			case "ratio", "patch", "seed", "sameperson" -> light.equals(LightRequest.PHOTOGRAPH);
			default -> super.counts(input);
		};
	}

	@Override
	String referenceTitle() {
		return LightRequest.needsReference(light) && reference != null ? reference.getTitle() : null;
	}
}
