package org.icportrait.face;

/**
 * How far the eyes are open, 0 closed to 1; NaN for an eye that was not read, because it is turned away or something hides it. Immutable.
 *
 * @param right the subject's right eye
 * @param left the subject's left eye
 */
public record Eyelids(double right, double left) {}
