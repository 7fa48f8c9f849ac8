"""Smooth periodic noise with its gradient, looked up from one small volume."""
import numpy as np
from numba import njit
from scipy.ndimage import gaussian_filter

SIDE = 64


def _make_volume():
    values = np.random.default_rng(20250128).normal(size=(SIDE,) * 3)
    values = gaussian_filter(values, 1.1, mode="wrap")
    values /= values.std()
    gradients = [(np.roll(values, -1, axis) - np.roll(values, 1, axis)) / 2 for axis in range(3)]
    return np.ascontiguousarray(np.stack([values, *gradients], -1).astype(np.float32))


VOLUME = _make_volume()  # [SIDE, SIDE, SIDE, 4]: value (mean 0, deviation 1), d/dx, d/dy, d/dz per cell


@njit(cache=True, fastmath=True, inline="always")
def _cell(coordinate):
    base = np.floor(coordinate)
    return int(base) & 63, (int(base) + 1) & 63, np.float32(coordinate - base)


@njit(cache=True, fastmath=True)
def noise_value(volume, x, y, z):
    """Noise at (x, y, z) in cells; about unit deviation, features about three cells wide."""
    x0, x1, fx = _cell(x)
    y0, y1, fy = _cell(y)
    z0, z1, fz = _cell(z)
    a = (volume[x0, y0, z0, 0] * (1 - fz) + volume[x0, y0, z1, 0] * fz) * (1 - fy) \
        + (volume[x0, y1, z0, 0] * (1 - fz) + volume[x0, y1, z1, 0] * fz) * fy
    b = (volume[x1, y0, z0, 0] * (1 - fz) + volume[x1, y0, z1, 0] * fz) * (1 - fy) \
        + (volume[x1, y1, z0, 0] * (1 - fz) + volume[x1, y1, z1, 0] * fz) * fy
    return a * (1 - fx) + b * fx


@njit(cache=True, fastmath=True)
def noise_gradient(volume, x, y, z, out):
    """Writes the noise gradient (per cell) at (x, y, z) in cells into out[0:3]."""
    x0, x1, fx = _cell(x)
    y0, y1, fy = _cell(y)
    z0, z1, fz = _cell(z)
    out[:] = 0
    for corner in range(8):
        i, wx = (x1, fx) if corner & 1 else (x0, 1 - fx)
        j, wy = (y1, fy) if corner & 2 else (y0, 1 - fy)
        k, wz = (z1, fz) if corner & 4 else (z0, 1 - fz)
        w = wx * wy * wz
        for c in range(3):
            out[c] += w * volume[i, j, k, c + 1]


def noise_at(points, cells_per_dm, offset):
    """Noise of many points: float32 [V,3] dm -> float32 [V]."""
    return _noise_many(VOLUME, np.ascontiguousarray(points * np.float32(cells_per_dm) + np.asarray(offset, np.float32)))


@njit(cache=True, fastmath=True)
def _noise_many(volume, cells):
    out = np.empty(len(cells), np.float32)
    for i in range(len(cells)):
        out[i] = noise_value(volume, cells[i, 0], cells[i, 1], cells[i, 2])
    return out
