"""How far a point lies outside the mean head, and which way is out: looked up from one small volume."""
import functools

import numpy as np
from numba import njit
from scipy.spatial import cKDTree

from .mesh import vertex_normals

LOW, STEP = np.array([-2.0, -2.6, -2.0], np.float32), np.float32(.07)
SHAPE = (58, 64, 58)


def distance_field(head):
    """float32 [*SHAPE,4]: distance outside the skin (negative inside) in dm, and the outward unit vector."""
    skin = np.isin(head.region, [0, 1])
    normals = vertex_normals(head.neutral, head.faces[skin])
    used = np.unique(head.faces[skin])
    axes = [low + STEP * np.arange(count) for low, count in zip(LOW, SHAPE)]
    points = np.stack(np.meshgrid(*axes, indexing="ij"), -1).reshape(-1, 3).astype(np.float32)
    distance, index = cKDTree(head.neutral[used]).query(points, k=4)
    near = used[index]
    away = points[:, None] - head.neutral[near]
    height = (away * normals[near]).sum(-1)
    sign = np.where(height.mean(1) < 0, -1, 1)
    out = normals[near].mean(1) + .4 * sign[:, None] * away[:, 0] / np.maximum(distance[:, :1], .02)
    out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-6)
    # Near the skin the plane of the nearest points is truer than the distance to a vertex.
    value = np.where(distance[:, 0] < .1, height.mean(1), sign * distance[:, 0])
    return np.ascontiguousarray(np.concatenate([value[:, None], out], 1).reshape(*SHAPE, 4), np.float32)


@functools.lru_cache(maxsize=1)
def field_of(head):
    return distance_field(head)


@njit(cache=True, fastmath=True)
def look_up(field, x, y, z, out):
    """Writes distance and outward vector at a canonical point (dm) into out[0:4]; clamped to the volume."""
    fx = min(max((x - LOW[0]) / STEP, 0.0), SHAPE[0] - 1.001)
    fy = min(max((y - LOW[1]) / STEP, 0.0), SHAPE[1] - 1.001)
    fz = min(max((z - LOW[2]) / STEP, 0.0), SHAPE[2] - 1.001)
    i, j, k = int(fx), int(fy), int(fz)
    fx, fy, fz = fx - i, fy - j, fz - k
    out[:] = 0
    for corner in range(8):
        a, wa = (i + 1, fx) if corner & 1 else (i, 1 - fx)
        b, wb = (j + 1, fy) if corner & 2 else (j, 1 - fy)
        c, wc = (k + 1, fz) if corner & 4 else (k, 1 - fz)
        w = wa * wb * wc
        for channel in range(4):
            out[channel] += w * field[a, b, c, channel]


def on_skin(field, point, height=.04):
    """The place near a point [3] that lies `height` dm outside the skin."""
    point, here = np.array(point, np.float64), np.empty(4, np.float32)
    for _ in range(5):
        look_up(field, *point, here)
        point -= (here[0] - height) * here[1:]
    return point
