"""Hair strands painted in canonical space: streams of noise that radiate from a pole on the skull."""
import math

import numpy as np
from numba import njit

from .noise import noise_value

# Columns of a strand row.
ON, POLE, FIRST, CENTRE, FREQUENCY, THRESHOLD, ALONG, RAGGED, OFFSET, CURL = 0, 1, 4, 7, 10, 11, 12, 13, 14, 15
COLUMNS = 16


def strand_row(pole, centre, frequency, threshold, along=6.0, ragged=0.5, offset=0.0, curl=0.0):
    """One strand_table row, float32 [16].

    pole [3]: direction from the centre (dm) where strands meet; frequency: noise cells around the head per radian;
    threshold: below it strands are holes; along: cells per dm along a strand; ragged: how torn open edges are;
    curl: how far isotropic noise replaces streams (1 = curls).
    """
    pole = np.asarray(pole, np.float64) / np.linalg.norm(pole)
    first = np.cross(pole, [1.0, 0.02, 0.0])
    first /= np.linalg.norm(first)
    return np.array([1, *pole, *first, *centre, frequency, threshold, along, ragged, offset, curl], np.float32)


@njit(cache=True, fastmath=True)
def strand_noise(x, y, z, row, volume):
    """(coarse, fine) noise of the strand stream at a canonical point (dm); each about unit deviation."""
    dx, dy, dz = x - row[7], y - row[8], z - row[9]
    h = dx * row[1] + dy * row[2] + dz * row[3]
    px, py, pz = dx - h * row[1], dy - h * row[2], dz - h * row[3]
    sx, sy, sz = row[2] * row[6] - row[3] * row[5], row[3] * row[4] - row[1] * row[6], row[1] * row[5] - row[2] * row[4]
    c = px * row[4] + py * row[5] + pz * row[6]
    s = px * sx + py * sy + pz * sz
    r = math.sqrt(c * c + s * s) + 1e-4
    c /= r
    s /= r
    frequency = row[10]
    o = row[14]
    length = h * row[12]
    # Slow waves bend the streams, so that they do not look combed by a ruler.
    bend = 0.10 * noise_value(volume, x * 4 + o, y * 4, z * 4)
    c2, s2 = c - s * bend, s + c * bend
    coarse = noise_value(volume, c2 * frequency + o, s2 * frequency, length * 0.5 + r * 5)
    fine = noise_value(volume, c2 * frequency * 3.3 + o, s2 * frequency * 3.3 + 17, length + r * 9)
    if row[15] > 0:
        curl = noise_value(volume, x * 22 + o, y * 22, z * 22)
        coarse = coarse * (1 - row[15]) + curl * row[15]
        fine = fine * (1 - row[15]) + noise_value(volume, x * 55 + o, y * 55, z * 55) * row[15]
    return coarse, fine


@njit(cache=True, fastmath=True)
def strand_covers(x, y, z, edge, row, volume):
    """True where a strand covers this point of a sheet; edge in 0 (open border) .. 1 (inside)."""
    if edge <= 0.02:
        return False
    coarse, fine = strand_noise(x, y, z, row, volume)
    cover = (edge - 0.5) * 2 / max(row[13], 0.05) + 0.55 * coarse + 0.6 * fine
    return cover > row[11]
