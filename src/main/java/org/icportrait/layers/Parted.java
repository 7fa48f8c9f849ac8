package org.icportrait.layers;

import org.icportrait.geometry.Area;
import org.icportrait.image.Picture;

/**
 * A photograph parted in two. Live; treat as read-only.
 *
 * @param area of the photograph that both cover
 * @param person the person's own colour, with the background's share taken out of soft edges, continued beyond them
 * @param plate the background alone, filled in behind the person
 * @param share how much of each pixel of the photograph shows the person, 0..1, one channel: the matte without what of it is background
 */
public record Parted(Area area, Layer person, Picture plate, Picture share) {}
