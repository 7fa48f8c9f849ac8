package org.icportrait.generate;

import java.util.List;

import org.icportrait.image.Picture;

/**
 * What was wanted beside a generated picture ({@link Extras}); null where it was not. The pictures are the caller's own.
 *
 * @param uncertainty over the variants, of the photograph's size: see {@link Uncertainty#map}
 * @param variants linear RGB, of the photograph's size, the result itself first; 0 where the background is taken away
 * @param frame the part of the picture that the networks see
 * @param start what generation began with, linear RGB, over the frame
 * @param canvas as the networks see it
 * @param flow where in the photographs the networks found each place; null too where no network guides
 */
public record ExtraPictures(Picture uncertainty, List<Picture> variants, Frame frame, Picture start, StitchedCanvas canvas, Flow flow) {}
