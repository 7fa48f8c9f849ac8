"""Smooth periodic noise and its gradient, looked up from one small volume."""
import numpy as np
from numba import njit
from scipy.ndimage import gaussian_filter

SIDE = 64


def _make_volume():
    values = np.random.default_rng(20250128).normal(size=(SIDE,) * 3)
    values = gaussian_filter(values, 1.1, mode="wrap")
    return np.ascontiguousarray(values / values.std(), np.float32)


VOLUME = _make_volume()  # [SIDE, SIDE, SIDE]: mean 0, deviation 1; 1 MB, so that it stays in the cache


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
    a = (volume[x0, y0, z0] * (1 - fz) + volume[x0, y0, z1] * fz) * (1 - fy) \
        + (volume[x0, y1, z0] * (1 - fz) + volume[x0, y1, z1] * fz) * fy
    b = (volume[x1, y0, z0] * (1 - fz) + volume[x1, y0, z1] * fz) * (1 - fy) \
        + (volume[x1, y1, z0] * (1 - fz) + volume[x1, y1, z1] * fz) * fy
    return a * (1 - fx) + b * fx


@njit(cache=True, fastmath=True)
def noise_gradient(volume, x, y, z, out):
    """Writes the gradient (per cell) of noise_value at (x, y, z) in cells into out[0:3]."""
    x0, x1, fx = _cell(x)
    y0, y1, fy = _cell(y)
    z0, z1, fz = _cell(z)
    v000, v001, v010, v011 = volume[x0, y0, z0], volume[x0, y0, z1], volume[x0, y1, z0], volume[x0, y1, z1]
    v100, v101, v110, v111 = volume[x1, y0, z0], volume[x1, y0, z1], volume[x1, y1, z0], volume[x1, y1, z1]
    a00, a01 = v000 * (1 - fz) + v001 * fz, v010 * (1 - fz) + v011 * fz
    a10, a11 = v100 * (1 - fz) + v101 * fz, v110 * (1 - fz) + v111 * fz
    out[0] = (a10 - a00) * (1 - fy) + (a11 - a01) * fy
    out[1] = (a01 - a00) * (1 - fx) + (a11 - a10) * fx
    out[2] = ((v001 - v000) * (1 - fy) + (v011 - v010) * fy) * (1 - fx) + ((v101 - v100) * (1 - fy) + (v111 - v110) * fy) * fx


def noise_at(points, cells_per_dm, offset):
    """Noise of many points: float32 [V,3] dm -> float32 [V]."""
    return _noise_many(VOLUME, np.ascontiguousarray(points * np.float32(cells_per_dm) + np.asarray(offset, np.float32)))


@njit(cache=True, fastmath=True)
def _noise_many(volume, cells):
    out = np.empty(len(cells), np.float32)
    for i in range(len(cells)):
        out[i] = noise_value(volume, cells[i, 0], cells[i, 1], cells[i, 2])
    return out
