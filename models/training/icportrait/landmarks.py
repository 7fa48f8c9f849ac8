"""The 68 facial points in 300-W order."""

from __future__ import annotations

import numpy as np

LANDMARKS = 68


def mirrored_landmarks() -> np.ndarray:
    """For each of the 68 points in 300-W order, the index of its mirror point."""
    mirror = np.arange(LANDMARKS)
    mirror[0:17] = np.arange(16, -1, -1)
    mirror[17:27] = np.arange(26, 16, -1)
    mirror[31:36] = np.arange(35, 30, -1)
    pairs = [(36, 45), (37, 44), (38, 43), (39, 42), (40, 47), (41, 46), (48, 54), (49, 53), (50, 52), (55, 59),
             (56, 58), (60, 64), (61, 63), (65, 67)]
    for one, other in pairs:
        mirror[one], mirror[other] = other, one
    return mirror


MIRROR_LANDMARKS = mirrored_landmarks()
