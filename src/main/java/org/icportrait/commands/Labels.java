package org.icportrait.commands;

/** Menu labels, dialog labels, choices and help of all commands: the one place to change them. */
final class Labels {

	/** Keeps imagej-legacy from recording every input; see {@link RecordedInputs}. */
	static final String NO_RECORD = "no-record";

	static final String MENU = "IC-Portrait";
	static final String OPEN = "Open Portrait...";
	static final String SAMPLE = "Open Sample Portrait";
	static final String STUDIO = "Portrait Studio...";
	static final String ANALYZE = "Analyze Portrait...";
	static final String WARP = "Warp View...";
	static final String STITCH = "Stitch Lighting...";
	static final String GENERATE = "Generate Portrait...";
	static final String SERIES = "View x Light Series...";
	static final String SAVE = "Save with Provenance...";
	static final String METHODS = "Copy Methods Text";
	static final String MODELS = "Models and Devices...";

	static final String IMAGE = "Photograph";
	static final String IMAGE_HELP = "The current slice is read as it is seen; an area selection chooses the face. The image itself is not changed.";

	static final String SLICES = "Slices of a stack";
	static final String SLICES_HELP = "current: the one that is shown; all: each of them, into a stack.";

	static final String RESULT = "Result";
	static final String RESULT_HELP = "An image that a command of this menu made; PNG and JPEG hold one slice alone.";
	static final String SAVE_HELP = "Ends with .png, .jpg or .tif, which decides the format.";
	static final String QUALITY = "Quality of a JPEG";
	static final String SIDECAR = "Sidecar (.json)";
	static final String SIDECAR_HELP = "Everything that was asked for and found, beside the picture.";
	static final String MANIFEST = "Manifest for c2patool";
	static final String MANIFEST_HELP = "A definition with which c2patool signs the picture as the last thing that is done to it.";
	static final String OVERWRITE = "Replace an existing file";

	static final String FILE = "File";
	static final String FILE_HELP = "PNG, JPEG, TIFF, WebP, GIF, BMP or PNM, whatever it is called; opened upright and in sRGB.";
	static final String PAGES = "Pages";
	static final String PAGES_HELP = "Of files that hold several: the first, or all as a stack.";

	static final String FACES = "Faces";
	static final String MESH = "Mesh";
	static final String LANDMARKS = "68 landmarks";
	static final String AXES = "Axes of the head";
	static final String TABLE = "Row in the Results table";
	static final String MAPS = "Maps of the surface";
	static final String MAPS_HELP = "Depth (dm), normals, head coordinates (dm), albedo and matte as one 32-bit stack.";

	static final String POSE = "Angles are";
	static final String POSE_HELP = "absolute: where the head looks; change: added to where it looks now; like another: taken from another photograph.";
	static final String YAW = "Yaw (degrees)";
	static final String YAW_HELP = "Positive: the face turns to the picture's right.";
	static final String PITCH = "Pitch (degrees)";
	static final String PITCH_HELP = "Positive: the face looks up.";
	static final String ROLL = "Roll (degrees)";
	static final String ROLL_HELP = "Positive: the head tilts counter-clockwise as seen.";
	static final String OTHER = "Photograph for the pose";
	static final String OTHER_HELP = "Used where the angles are those of another photograph.";
	static final String TURN = "What turns";
	static final String BACKGROUND = "Background";
	static final String COLOUR_LABEL = "Background colour";
	static final String COLOUR_HELP = "As #rrggbb; used where the background is a colour.";

	static final String VISIBILITY = "Visibility map";
	static final String CORRESPONDENCE = "Correspondence map";
	static final String DEPTH = "Depth map";
	static final String NORMALS = "Normals map";

	static final String LIGHT = "Light";
	static final String LIGHT_HELP = "A preset, or what the fields below describe, or the light of another photograph or environment image.";
	static final String STRENGTH = "Strength of the light";
	static final String STRENGTH_HELP = "1: as bright as the photograph's own light.";
	static final String AZIMUTH = "Light from (degrees)";
	static final String AZIMUTH_HELP = "0: from the camera; positive: from the picture's right.";
	static final String ELEVATION = "Light from above (degrees)";
	static final String HARDNESS = "Hardness";
	static final String HARDNESS_HELP = "0: a large soft lamp; 1: a bare lamp with sharp shadows.";
	static final String COEFFICIENTS = "Coefficients";
	static final String COEFFICIENTS_HELP = "9 (grey) or 27 (red, green, blue of each) spherical-harmonics numbers, separated by commas.";
	static final String REFERENCE = "Photograph for the light";
	static final String REFERENCE_HELP = "A portrait whose light is wanted, or an equirectangular environment image.";
	static final String REFERENCE_BOX = "Box of the face in it";
	static final String REFERENCE_BOX_HELP = "Centre x, centre y, side (pixels), roll (degrees) of a reference photograph; empty: found, and recorded in the result.";
	static final String RATIO = "Masked share";
	static final String RATIO_HELP = "Share of the reference's patches that is hidden from the estimate of its light.";
	static final String PATCH = "Patch size (pixels)";
	static final String PATCH_HELP = "Side of a masked patch; 0: a sixteenth of the reference's crop.";
	static final String SEED = "Seed of the mask";
	static final String ANY_SEED = "Seed";
	static final String METHOD = "Method";
	static final String METHOD_HELP = "in-context: what no photograph shows is generated. geometric: turned and lit alone. automatic: in-context where the models can.";
	static final String STEPS = "Steps of the denoiser";
	static final String STEPS_HELP = "1 is best with the networks that come with the plugin; others may want 4 to 8. More take longer.";
	static final String FREEDOM = "Freedom from geometry";
	static final String FREEDOM_HELP = "1: generation begins at noise about the geometric result; less stays nearer to it.";
	static final String GUIDANCE = "Guidance by the photograph";
	static final String GUIDANCE_HELP = "0: none. 1: as learned. More exaggerates and takes twice the time.";
	static final String VARIANT = "Variant";
	static final String VARIANT_HELP = "Another outcome of the same seed.";
	static final String SAME_PERSON = "Reference shows the same person";
	static final String SAME_PERSON_HELP = "One person has one skin: the light is then told from the two pictures' ratio, which is surer";
	static final String CANVAS = "Show the stitched canvas";

	static final String PROFILES = "More photographs";
	static final String PROFILES_HELP = "Titles of open images of the same person, separated by semicolons; they show what the first one does not.";

	static final String VARIANTS = "Variants to compare";
	static final String VARIANTS_HELP = "2 or more: a map says how far so many outcomes of the seed differ, in levels of 0 to 255; each takes as long as the picture.";
	static final String STACK = "Stack of the variants";
	static final String STACK_HELP = "The variants themselves, the picture first.";
	static final String START = "Geometric start";
	static final String START_HELP = "The picture that generation begins with, as the networks see it.";
	static final String GENERATOR_CANVAS = "Stitched canvas";
	static final String GENERATOR_CANVAS_HELP = "Photographs and masked reference side by side, as the networks see them, and the mask.";
	static final String FLOW = "Flow";
	static final String FLOW_HELP = "Where in the photographs each place is found: by geometry, and by the networks, in colours and with a confidence.";
	static final String ALLOWED = "What may change";
	static final String ALLOWED_HELP = "An open image as large as the photograph, in the wanted view's pixels: its selection, else what is white in it; empty: all.";

	static final String PRESET = "Preset";
	static final String PRESET_HELP = "Views, lights and file names of a known set of stimuli; what is written below takes the place of the set's.";
	static final String YAWS = "Yaws (degrees)";
	static final String YAWS_HELP = "from:to:step, as in -30:30:15, or angles separated by commas; empty: those of the preset, else -30:30:15.";
	static final String PITCHES = "Pitches (degrees)";
	static final String PITCHES_HELP = "Written as the yaws; every yaw is shown at every pitch; empty: those of the preset, else 0.";
	static final String LIGHTS = "Lights";
	static final String LIGHTS_HELP = "Separated by commas: keep, key left, ..., direction -90:90:30 20 (azimuths, elevations), environment 0:315:45; empty: those of " +
		"the preset, else keep, key left, key right.";
	static final String LIGHTS_REFERENCE_HELP = "What the lights \"environment\" and \"photograph\" take.";
	static final String MEASURE = "Measure each picture";
	static final String MEASURE_HELP = "Pose and light read in it, share that the photograph shows, skin: rows in the Results table.";
	static final String MONTAGE = "Sheet of all";
	static final String MONTAGE_HELP = "A small picture of each, which grows while the series is made.";
	static final String SERIES_FOLDER = "Folder";
	static final String SERIES_FOLDER_HELP = "Files under the names of the preset go there, and no stack is made; empty: a stack is made.";

	static final String PREVIEW = "Preview";
	static final String PREVIEW_HELP = "A small picture that follows the dialog.";

	static final String MODELS_FOLDER = "Model folder";
	static final String MODELS_FOLDER_HELP = "A folder with pack.json; empty for the models that come with the plugin.";
	static final String MODELS_TABLE = "Show the table";
	static final String DEVICE = "Device";
	static final String DEVICE_HELP = "auto: CUDA where it works, else the CPU, and the table says why.";
	static final String NATIVES = "Folder of GPU natives";
	static final String NATIVES_HELP = "Native libraries of onnxruntime_gpu; empty for none.";

	static final String SECTION_PHOTOGRAPH = "Photograph";
	static final String SECTION_PHOTOGRAPHS = "Photographs, and what comes out";
	static final String SECTION_FACE = "View";
	static final String SECTION_BACKGROUND = "Around it";
	static final String SECTION_LIGHT = "Light";
	static final String SECTION_MASK = "Light of a photograph";
	static final String SECTION_METHOD = "What no photograph shows";
	static final String SECTION_MAPS = "Maps beside the view";
	static final String SECTION_SHOWN = "What is shown";
	static final String SECTION_SERIES = "Views and lights";
	static final String SECTION_MADE = "What is made";
	static final String SECTION_FILE = "File";
	static final String SECTION_BESIDE = "Beside it";
	static final String SECTION_MODELS = "Models";
	static final String SECTION_DEVICE = "Device";

	private Labels() {}
}
