package org.icportrait.commands;

/**
 * What Fiji's search shows of each command: a title, a sentence, an icon (drawn in src/main/icons). Search reads titles and menus, not
 * sentences, so the titles hold the words that people type: face, head, pose, relight. Menus and macros know the labels of {@link Labels}.
 */
final class About {

	static final String ICONS = "/org/icportrait/commands/icons/";

	static final String OPEN = "Open Portrait: a photograph of a face, upright and in true colours";
	static final String OPEN_HELP = "Opens a photograph by its content, turned upright, converted to sRGB, with its scale; damaged files are refused.";
	static final String SAMPLE = "Open Sample Portrait: a synthetic face to try everything on";
	static final String SAMPLE_HELP = "Opens the portrait that comes with the plugin, a render of a synthetic head.";
	static final String STUDIO = "Portrait Studio: turn the head and relight the face with the mouse";
	static final String STUDIO_HELP = "A window in which head and light follow the mouse; copies the macro line, generates in full quality.";
	static final String ANALYZE = "Analyze Portrait: face landmarks, head pose, surface maps";
	static final String ANALYZE_HELP = "Finds the head and shows its pose, mesh and 68 landmarks, as overlay, table and 32-bit maps.";
	static final String WARP = "Warp View: turn the head to another pose";
	static final String WARP_HELP = "Turns the head by geometry alone, and tells for each pixel where in the photograph it comes from.";
	static final String STITCH = "Stitch Lighting: relight a face like another photograph";
	static final String STITCH_HELP = "Brings the light of a reference photograph onto a face; view, skin and expression stay.";
	static final String GENERATE = "Generate Portrait: new head pose, relight the face";
	static final String GENERATE_HELP = "A new view of the person in a new light: a preset, a lamp, numbers, a photograph or an environment.";
	static final String SERIES = "View x Light Series: one face over a grid of head poses and lights";
	static final String SERIES_HELP = "Every view in every light as one labelled stack or as files, with a table of what was wanted and read.";
	static final String SAVE = "Save with Provenance: a turned or relit face with its origin";
	static final String SAVE_HELP = "Writes PNG, JPEG or TIFF with the origin inside, which ImageJ's own Save As drops.";
	static final String METHODS = "Copy Methods Text: how a face was turned or relit";
	static final String METHODS_HELP = "Puts program, models, pose, light and method onto the clipboard, as a paragraph for a paper.";
	static final String MODELS = "Models and Devices: the networks that read faces";
	static final String MODELS_HELP = "Chooses models and device, and shows devices, licences and hashes in a table.";

	private About() {}
}
