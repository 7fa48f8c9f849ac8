"""Lips, eye sockets and what is painted on them, per vertex of the mean head."""
import math

import numpy as np
from numba import njit

from .shares import happens


def polyline_distance(points, line):
    """Distance [V] of points [V,3] to a polyline [K,3]."""
    return _polyline_distance(np.ascontiguousarray(points, np.float32), np.ascontiguousarray(line, np.float32))


@njit(cache=True, fastmath=True)
def _polyline_distance(points, line):
    out = np.empty(len(points), np.float32)
    for i in range(len(points)):
        best = 1e18
        for j in range(len(line) - 1):
            ax, ay, az = line[j + 1, 0] - line[j, 0], line[j + 1, 1] - line[j, 1], line[j + 1, 2] - line[j, 2]
            px, py, pz = points[i, 0] - line[j, 0], points[i, 1] - line[j, 1], points[i, 2] - line[j, 2]
            t = min(max((px * ax + py * ay + pz * az) / (ax * ax + ay * ay + az * az + 1e-12), 0.0), 1.0)
            dx, dy, dz = px - t * ax, py - t * ay, pz - t * az
            best = min(best, dx * dx + dy * dy + dz * dz)
        out[i] = math.sqrt(best)
    return out


def eye_region(colour, points, marks, tone, rng):
    """Darker sockets; sometimes eye shadow."""
    dark = rng.uniform(0, .35)
    make_up = rng.uniform(.05, .7, 3) if happens(rng, "eye shadow") else None
    for eye in ((36, 42), (42, 48)):
        ring = marks[list(range(*eye)) + [eye[0]]]
        near = polyline_distance(points, ring)
        colour = colour * np.exp(-np.exp(-(near / .12) ** 2)[:, None] * np.array([.7, 1, .9]) * dark)
        if make_up is not None:
            upper = np.exp(-(polyline_distance(points, ring[:4] + [0, .06, 0]) / .1) ** 2)[:, None] * .6
            colour = colour * (1 - upper) + upper * make_up * tone.max()
    return colour


def lip_mask(points, marks):
    outline = marks[list(range(48, 60)) + [48]]
    centre, half_width = outline.mean(0), np.ptp(outline[:, 0]) / 2
    u = np.abs(points[:, 0] - centre[0]) / half_width
    upper = np.interp(points[:, 0], outline[[0, 1, 2, 3, 4, 5, 6], 0], outline[[0, 1, 2, 3, 4, 5, 6], 1])
    lower = np.interp(points[:, 0], outline[[0, 11, 10, 9, 8, 7, 6], 0], outline[[0, 11, 10, 9, 8, 7, 6], 1])
    inside = (u < 1.02) & (points[:, 1] < upper + .015) & (points[:, 1] > lower - .015) & (points[:, 2] > .85)
    return (inside * 1.0).astype(np.float32)


def paint_lips(colour, lips, tone, rng, look):
    lipstick = happens(rng, "lipstick") and not look.child
    shade = tone * np.array([.92, .56, .60]) * rng.uniform(.75, 1.05)
    if lipstick:
        pigments = np.array([[.9, .10, .12], [.7, .16, .22], [1.0, .42, .42], [.5, .12, .15]])
        shade = pigments[rng.integers(4)] * tone.max() * rng.uniform(.6, 1.0)
    strength = (lips * (rng.uniform(.75, 1) if lipstick else rng.uniform(.35, .9)))[:, None]
    return colour * (1 - strength) + shade * strength
