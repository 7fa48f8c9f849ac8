package org.icportrait.portrait;

import org.icportrait.image.Picture;
import org.icportrait.light.Light;
import org.icportrait.view.WarpResult;

/**
 * What came out. The pictures are the caller's own.
 *
 * @param picture linear light, of the photograph's size, 3 channels
 * @param alpha coverage 0..1 where the background was taken away, else null
 * @param warp the maps of the view, or null where the view was kept
 * @param canvas profile and masked reference side by side, linear light, where the light came from a photograph, else null
 * @param light that was found or asked for, or null where it was kept
 * @param provenance where it comes from
 */
public record PortraitResult(Picture picture, Picture alpha, WarpResult warp, Picture canvas, Light light, Provenance provenance) {}
