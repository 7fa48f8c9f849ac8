package org.icportrait.light;

import org.icportrait.image.Picture;

/**
 * A lighting-aware stitch.
 *
 * @param canvas linear RGB: the profile, and beside it the reference with its masked patches grey, scaled to the same height
 * @param light estimated from the visible patches alone, in camera axes
 * @param shading of the profile's head under that light, with what the correspondence adds; over the profile's maps
 * @param relit the profile in that light, linear RGB
 * @param support 0..1 over the profile's maps: how far the correspondence had visible patches to read
 */
public record OldStitchResult(Picture canvas, Light light, Picture shading, Picture relit, Picture support) {}
