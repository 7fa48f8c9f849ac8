package org.icportrait.commands;

import java.util.List;
import java.util.Map;

import org.icportrait.dialogs.Section;

/** Headings of the commands' dialogs and what stands below each; inputs that are forgotten here appear below "Options". */
final class DialogPlans {

	private static final Section HEAD = Section.of(Labels.SECTION_FACE, "preview", "pose", "yaw", "pitch", "roll", "other");
	private static final Section AROUND = Section.of(Labels.SECTION_BACKGROUND, "turn", "background", "colour", "slices");
	private static final Section MASK = Section.of(Labels.SECTION_MASK, "reference", "ratio", "patch", "seed", "sameperson", "referencebox");

	private static final Map<Class<?>, List<Section>> PLANS = Map.of(
		OpenPortrait.class, List.of(Section.of(Labels.SECTION_FILE, "file", "pages")),
		AnalyzePortrait.class, List.of(Section.of(Labels.SECTION_PHOTOGRAPH, "faces", "slices"),
			Section.of(Labels.SECTION_SHOWN, "mesh", "landmarks", "axes", "table", "maps")),
		WarpView.class, List.of(HEAD, AROUND, Section.of(Labels.SECTION_MAPS, "visibility", "correspondence", "depth", "normals")),
		GeneratePortrait.class, List.of(HEAD, Section.of(Labels.SECTION_BACKGROUND, "turn", "background", "colour"), Section.of(Labels.SECTION_METHOD, "method", "steps", "seed", "freedom", "guidance", "variant", "variants", "mask"),
			Section.of(Labels.SECTION_LIGHT, "light", "strength", "azimuth", "elevation", "hardness", "coefficients").beside(),
			Section.of(Labels.SECTION_MASK, "reference", "ratio", "patch", "sameperson", "referencebox").beside(),
			Section.of(Labels.SECTION_PHOTOGRAPHS, "profiles", "slices", "stack", "start", "canvas", "flow").beside()),
		StitchLighting.class, List.of(MASK, Section.of(Labels.SECTION_SHOWN, "canvas", "slices")),
		ViewByLightSeries.class, List.of(Section.of(Labels.SECTION_SERIES, "preset", "yaw", "pitch", "lights", "reference"),
			Section.of(Labels.SECTION_BACKGROUND, "turn", "background", "colour", "slices"), Section.of(Labels.SECTION_PHOTOGRAPHS, "profiles"),
			Section.of(Labels.SECTION_METHOD, "method", "steps", "seed", "freedom", "guidance", "variant").beside(),
			Section.of(Labels.SECTION_MADE, "table", "montage", "folder").beside()),
		SaveWithProvenance.class, List.of(Section.of(Labels.SECTION_FILE, "image", "file", "quality", "overwrite"),
			Section.of(Labels.SECTION_BESIDE, "sidecar", "manifest")),
		ModelsAndDevices.class, List.of(Section.of(Labels.SECTION_DEVICE, "device", "natives"),
			Section.of(Labels.SECTION_MODELS, "models", "table")));

	/** What the button says that goes. */
	private static final Map<String, String> ACTIONS = Map.of(Labels.OPEN, "Open", Labels.ANALYZE, "Analyze", Labels.WARP, "Turn", Labels.STITCH, "Relight",
		Labels.GENERATE, "Generate", Labels.SERIES, "Make", Labels.SAVE, "Save", Labels.MODELS, "Use");

	private DialogPlans() {}

	/** The sections of a command's dialog, by the command's class; none where there is no plan. */
	static List<Section> of(final String className) {
		return PLANS.entrySet().stream().filter(plan -> plan.getKey().getName().equals(className)).map(Map.Entry::getValue).findFirst().orElse(List.of());
	}

	/** The word on the button, by the command's menu label. */
	static String action(final String label) {
		return ACTIONS.getOrDefault(label, "OK");
	}
}
