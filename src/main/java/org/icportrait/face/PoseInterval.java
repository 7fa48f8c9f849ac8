package org.icportrait.face;

/**
 * How far the pose that was read may be off: nine of ten errors are expected to be at most this. Immutable.
 *
 * @param yaw degrees, above 0
 * @param pitch degrees, above 0
 * @param roll degrees, above 0
 */
public record PoseInterval(double yaw, double pitch, double roll) {}
