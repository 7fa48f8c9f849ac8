package org.icportrait.face;

/**
 * A face of a picture, and what was read of it if a look was needed to know that it is one. Immutable.
 *
 * @param box where it is
 * @param reading of that look, or null
 */
public record FoundFace(FaceBox box, HeadReading reading) {}
