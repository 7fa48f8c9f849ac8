package org.icportrait.face;

import org.icportrait.models.NetworkSpec;

import java.util.List;

/** What is expected of the networks that find and read faces; pixels count from the top left. */
public final class FaceNetworks {

	/** Side of the finder's input, pixels. */
	static final int FINDER_SIDE = 320;
	/** Side of the surface network's input and matte, pixels. */
	static final int CROP_SIDE = 256;
	/** Side of the surface network's maps, pixels. */
	static final int MAP_SIDE = 128;
	/** Side of the square in which the network of eyelids sees an eye, pixels. */
	static final int EYE_SIDE = 48;

	/** Picture to face boxes: centre x, centre y, side (pixels of the input), roll (degrees), best first. */
	public static final NetworkSpec FINDER = NetworkSpec.required("finder", List.of("image float32 [1, 3, 320, 320]"),
		List.of("boxes float32 [1, 64, 4]", "scores float32 [1, 64]"));

	/**
	 * Head crop to surface, pose, camera, light and landmarks. Later packs are told besides whether to read the crop's mirror image too and
	 * say the mean (1), for twice the time, or not (0), and say how far the pose may be off (yaw, pitch, roll, degrees), and the eyelids
	 * (right, left).
	 */
	public static final NetworkSpec SURFACE = NetworkSpec.required("surface", List.of("crop float32 [1, 3, 256, 256]"),
		List.of("matte float32 [1, 1, 256, 256]", "coordinates float32 [1, 3, 128, 128]", "depth float32 [1, 1, 128, 128]",
			"back_depth float32 [1, 1, 128, 128]", "normal float32 [1, 3, 128, 128]", "albedo float32 [1, 3, 128, 128]",
			"rotation float32 [1, 3, 3]", "camera float32 [1, 4]", "light float32 [1, 9, 3]", "landmarks float32 [1, 68, 3]",
			"confidence float32 [1, 1]")).besides(List.of("mirror float32 [1]"), List.of("pose_interval float32 [1, 3]", "eyelids float32 [1, 2]"));

	/** One eye, a right one or a mirrored left one, to how far it is open, 0 closed to 1; a pack may lack it. */
	public static final NetworkSpec EYELIDS = NetworkSpec.optional("eyelids", List.of("eye float32 [1, 3, 48, 48]"), List.of("open float32 [1, 1]"));

	/** Head crop and what the surface network says of it to shares of {@link Parts.Kind}; a pack may lack it. */
	public static final NetworkSpec PARTS = NetworkSpec.optional("parts", List.of("crop float32 [1, 3, 256, 256]", "matte float32 [1, 1, 256, 256]",
		"coordinates float32 [1, 3, 128, 128]", "depth float32 [1, 1, 128, 128]", "back_depth float32 [1, 1, 128, 128]", "normal float32 [1, 3, 128, 128]",
		"albedo float32 [1, 3, 128, 128]"), List.of("parts float32 [1, 7, 128, 128]"));

	private FaceNetworks() {}
}
