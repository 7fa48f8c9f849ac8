package org.icportrait.models;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The networks that this version of the plugin runs, and the names and shapes that it expects of them. A pack with others was
 * made for another version. The order of a list is of no meaning.
 */
public final class Networks {

	/** Picture to face boxes. */
	public static final String FINDER = "finder";
	/** Head crop to surface, pose, camera, light and landmarks. */
	public static final String SURFACE = "surface";
	/** Side of the finder's input, pixels. */
	public static final int FINDER_SIDE = 320;
	/** Side of the surface network's input and matte, pixels. */
	public static final int CROP_SIDE = 256;
	/** Side of the surface network's maps, pixels. */
	public static final int MAP_SIDE = 128;
	/** Most faces that the finder tells of. */
	public static final int MOST_FACES = 64;

	private static final Map<String, List<String>> SIGNATURES = Map.of(
		FINDER, List.of("image float32 [1, 3, 320, 320]", "boxes float32 [1, 64, 4]", "scores float32 [1, 64]"),
		SURFACE, List.of("crop float32 [1, 3, 256, 256]", "matte float32 [1, 1, 256, 256]", "coordinates float32 [1, 3, 128, 128]",
			"depth float32 [1, 1, 128, 128]", "back_depth float32 [1, 1, 128, 128]", "normal float32 [1, 3, 128, 128]",
			"albedo float32 [1, 3, 128, 128]", "rotation float32 [1, 3, 3]", "camera float32 [1, 4]", "light float32 [1, 9, 3]",
			"landmarks float32 [1, 68, 3]", "confidence float32 [1, 1]"));

	private Networks() {}

	/** Names of all networks that a pack must hold. */
	public static Set<String> names() {
		return SIGNATURES.keySet();
	}

	/** {@link TensorDescription#signature()} of every input and output of a network. */
	static List<String> signatures(final String network) {
		return SIGNATURES.get(network);
	}
}
