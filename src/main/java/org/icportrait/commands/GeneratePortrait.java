package org.icportrait.commands;

import ij.ImagePlus;

import java.util.List;

import org.icportrait.generate.Bridge;
import org.icportrait.generate.Denoising;
import org.icportrait.generate.Extras;
import org.icportrait.generate.Generation;
import org.icportrait.imagej.ExtraImages;
import org.icportrait.imagej.MapImages;
import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.WarpMaps;
import org.icportrait.light.StitchOptions;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.request.LightWords;
import org.icportrait.request.MethodWords;
import org.icportrait.request.Outputs;
import org.icportrait.request.PortraitRequest;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A new view in a new light: all of it. */
@Plugin(type = Command.class, label = About.GENERATE, description = About.GENERATE_HELP, iconPath = About.ICONS + "generate.png",
	attrs = @Attr(name = Labels.NO_RECORD), menu = { @Menu(label = "Plugins"), @Menu(label = Labels.MENU), @Menu(label = Labels.GENERATE, weight = 4) })
public class GeneratePortrait extends ViewCommand {

	@Parameter(label = Labels.LIGHT, description = Labels.LIGHT_HELP, choices = { "keep", "key left", "key right", "key above",
		"key below", "rim", "flat", "direction", "coefficients", "photograph", "environment" })
	private String light = LightWords.KEPT;
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
	@Parameter(label = Labels.PATCH, description = Labels.PATCH_HELP, min = "0", max = "" + LightWords.LARGEST_PATCH)
	private int patch = 0;
	@Parameter(label = Labels.ANY_SEED, min = "0")
	private long seed = 1;
	@Parameter(label = Labels.SAME_PERSON, description = Labels.SAME_PERSON_HELP)
	private boolean sameperson = false;
	@Parameter(label = Labels.REFERENCE_BOX, description = Labels.REFERENCE_BOX_HELP, required = false, persist = false)
	private String referencebox = "";
	@Parameter(label = Labels.METHOD, description = Labels.METHOD_HELP, choices = { MethodWords.AUTOMATIC, MethodWords.IN_CONTEXT, MethodWords.GEOMETRIC })
	private String method = MethodWords.AUTOMATIC;
	@Parameter(label = Labels.STEPS, description = Labels.STEPS_HELP, min = "1", max = "" + Bridge.MOST_STEPS)
	private int steps = Denoising.DEFAULT_STEPS;
	@Parameter(label = Labels.FREEDOM, description = Labels.FREEDOM_HELP, min = "" + Denoising.LEAST_STRENGTH, max = "1", stepSize = "0.05", style = "slider")
	private double freedom = 1;
	@Parameter(label = Labels.GUIDANCE, description = Labels.GUIDANCE_HELP, min = "0", max = "" + Denoising.MOST_GUIDANCE, stepSize = "0.1", style = "slider")
	private double guidance = 1;
	@Parameter(label = Labels.VARIANT, description = Labels.VARIANT_HELP, min = "0")
	private int variant = 0;
	@Parameter(label = Labels.PROFILES, description = Labels.PROFILES_HELP, style = "images", required = false, persist = false)
	private String profiles = "";
	@Parameter(label = Labels.VARIANTS, description = Labels.VARIANTS_HELP, min = "1", max = "64")
	private int variants = 1;
	@Parameter(label = Labels.ALLOWED, description = Labels.ALLOWED_HELP, required = false, autoFill = false)
	private ImagePlus mask;
	@Parameter(label = Labels.STACK, description = Labels.STACK_HELP)
	private boolean stack = false;
	@Parameter(label = Labels.START, description = Labels.START_HELP)
	private boolean start = false;
	@Parameter(label = Labels.GENERATOR_CANVAS, description = Labels.GENERATOR_CANVAS_HELP)
	private boolean canvas = false;
	@Parameter(label = Labels.FLOW, description = Labels.FLOW_HELP)
	private boolean flow = false;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus generated;
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus coverage;
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus generated_map;
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus uncertainty_map;
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus variant_stack;
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus start_picture;
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus stitched;
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus stitched_mask;
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus flow_map;
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus flow_wheel;
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus correspondence_map;

	public GeneratePortrait() {
		super(Labels.GENERATE);
	}

	@Override
	void work(final PortraitEngine engine, final Photograph photograph, final Progress progress) {
		closePreview();
		final PortraitResult result = make(engine, image, photograph, asked(new References(portraits)), progress);
		Remarks.give(Labels.GENERATE, result.provenance());
		generated = marked(photograph.derive(result.picture(), "portrait"), result.provenance());
		coverage = coverage(photograph, result);
		generated_map = result.generated() == null ? null
			: marked(photograph.named(MapImages.mask(result.generated()), "generated"), "generated", result.provenance());
		for (final ExtraImages.ExtraImage extra : ExtraImages.of(result.extras(), photograph)) give(extra.name(), marked(extra.image(), extra.name(), result.provenance()));
		if (flow) correspondence_map = map(photograph, result, WarpMaps.CORRESPONDENCE);
	}

	private void give(final String name, final ImagePlus made) {
		switch (name) {
			case ExtraImages.UNCERTAINTY -> uncertainty_map = made;
			case ExtraImages.VARIANTS -> variant_stack = made;
			case ExtraImages.START -> start_picture = made;
			case ExtraImages.CANVAS -> stitched = made;
			case ExtraImages.CANVAS_MASK -> stitched_mask = made;
			case ExtraImages.FLOW -> flow_map = made;
			case ExtraImages.FLOW_WHEEL -> flow_wheel = made;
			default -> throw new IllegalArgumentException(name);
		}
	}

	@Override
	Asked asked(final References references) {
		further(); // which must be open
		if (mask() != null && image != null) Generation.requireAlike(mask.getWidth(), mask.getHeight(), image.getWidth(), image.getHeight());
		final ImagePlus lit = LightWords.needsReference(light) ? reference : null;
		final LightWords words = LightWords.of(light, new LightWords.Numbers(strength, azimuth, elevation, hardness, coefficients == null ? "" : coefficients),
			ImageSources.named(lit), new StitchOptions(ratio, patch, seed, sameperson), LightWords.box(referencebox));
		return new Asked(PortraitRequest.GENERATE, view(), words, method(), Outputs.DEFAULT.with(extras()), new ImageSources(references, other(), lit, mask()));
	}

	@Override
	List<ImagePlus> further() {
		return OpenImages.named(profiles);
	}

	/** Null where none is chosen, for which an empty image may stand too. */
	private ImagePlus mask() {
		return mask == null || mask.getWidth() == 0 ? null : mask;
	}

	private Extras extras() {
		if (stack && isOfAllSlices()) throw new BadInput("The variants of several slices make no one stack; choose the current slice, or leave \"stack\" out.");
		return new Extras(variants, stack, start, canvas, flow);
	}

	private MethodWords method() {
		return MethodWords.of(method, new Denoising(steps, freedom, guidance, seed, variant), ImageSources.named(mask()));
	}

	@Override
	public boolean isUsed(final String input) {
		return switch (input) {
			case "profiles" -> true;
			case "variants", "mask", "start", "canvas", "flow" -> MethodWords.mayGenerate(method);
			case "stack" -> MethodWords.mayGenerate(method) && variants > 1;
			default -> super.isUsed(input);
		};
	}

	@Override
	public boolean counts(final String input) {
		return switch (input) {
			case "strength" -> !light.equals(LightWords.KEPT) && !light.equals(LightWords.COEFFICIENTS) && !light.equals(LightWords.PHOTOGRAPH);
			case "azimuth", "elevation", "hardness" -> light.equals(LightWords.DIRECTION);
			case "coefficients" -> light.equals(LightWords.COEFFICIENTS);
			case "reference" -> LightWords.needsReference(light);
			case "seed" -> light.equals(LightWords.PHOTOGRAPH) || MethodWords.mayGenerate(method);
			case "steps", "freedom", "guidance", "variant" -> MethodWords.mayGenerate(method);
			case "ratio", "patch", "sameperson", "referencebox" -> light.equals(LightWords.PHOTOGRAPH);
			case "variants" -> variants > 1;
			case "stack" -> stack;
			case "start" -> start;
			case "canvas" -> canvas;
			case "flow" -> flow;
			case "mask" -> mask() != null;
			case "profiles" -> profiles != null && !profiles.isBlank();
			default -> super.counts(input);
		};
	}
}
