"""What each sub-pixel of the visible surface is made of: colour, normals and gloss."""
import math

import numpy as np
from numba import njit

from .face_paint import forehead_lines, paint_eye, paint_skin, wet
from .mesh import BROW, CLOTH, EYE, FRAME, HAIR, HEAD_CLOTH, LENS, LOCK, MOUTH, OCCLUDER, SKIN, WHISKER
from .noise import noise_gradient, noise_value
from .strands import strand_noise

# Columns of the properties that paint() writes.
SPECULAR, POWER, WRAP, DEPTH, HEAD, STRAND, MIRROR, SHADE = range(8)
PROPERTIES = 8


@njit(cache=True, fastmath=True)
def _bump(normal, x, y, z, strength, cells, volume, rotation, out, g):
    """Bends a camera-axes normal by the noise gradient taken in head axes; g [3]: room for it."""
    noise_gradient(volume, x * cells, y * cells, z * cells, g)
    for i in range(3):
        out[i] = normal[i] - strength * (rotation[i, 0] * g[0] + rotation[i, 1] * g[1] + rotation[i, 2] * g[2])
    length = math.sqrt(out[0] ** 2 + out[1] ** 2 + out[2] ** 2)
    for i in range(3):
        out[i] /= length


@njit(cache=True, fastmath=True)
def _lay_tangent(row, coarse, fine, normal, rotation, out):
    """Camera-axes direction of a strand: towards the pole, within the surface, a little astray."""
    dx, dy, dz = row[1] + 0.12 * fine, row[2] + 0.12 * coarse, row[3]
    dot = 0.0
    for j in range(3):
        out[j] = dx * rotation[j, 0] + dy * rotation[j, 1] + dz * rotation[j, 2]
        dot += out[j] * normal[j]
    size = 0.0
    for j in range(3):
        out[j] -= dot * normal[j]
        size += out[j] ** 2
    size = math.sqrt(size) + 1e-6
    for j in range(3):
        out[j] /= size


@njit(cache=True, fastmath=True)
def _make_up(kind, place, value, normal, rotation, strand_table, numbers, moles, brows, eyes, iris, volume, cloth_bump, rgb,
             tangent, props):
    """Turns a vertex colour rgb [3] into the material's, writes its gloss into props and returns (bump strength, cells/dm)."""
    x, y, z = place[0], place[1], place[2]
    specular, power, wrap, strand, mirror, bump, cells = 0.05, 20.0, 0.0, 0.0, 0.0, 0.0, 30.0
    if kind == SKIN:
        paint_skin(x, y, z, value[5], value[6], numbers, moles, brows, volume, rgb)
        rough = max(value[5] * numbers[9], value[6] * numbers[10])
        specular, power, wrap = value[4] * (1 - 0.7 * rough), 22.0, 1.0 - 0.6 * rough
        bump, cells = numbers[11] * 0.3, 90.0
    elif kind == EYE:
        paint_eye(x, y, z, eyes[1] if x > 0 else eyes[0], numbers, iris, volume, rgb)
        specular, power, wrap, mirror = 0.7, 300.0, 0.4, 0.8
    elif kind == HAIR:
        coarse, fine = strand_noise(x, y, z, strand_table[kind], volume)
        for j in range(3):
            rgb[j] *= max(0.25, 1 + 0.22 * coarse + 0.28 * fine)
        specular, power, strand, bump, cells = 1.0, 30.0 + 25 * abs(fine), 1.0, 0.25, 25.0
        _lay_tangent(strand_table[kind], coarse, fine, normal, rotation, tangent)
    elif kind == LOCK or kind == WHISKER or kind == BROW:
        specular, power, strand = 1.0, 24.0, 1.0
        for j in range(3):
            tangent[j] = rotation[j, 0] * value[8] + rotation[j, 1] * value[9] + rotation[j, 2] * value[10]
    elif kind == MOUTH:
        specular, power, wrap = 1.0, 60.0, 0.5
        for j in range(3):
            rgb[j] *= min(max((z - 0.75) / 0.3, 0.08), 1.0)  # it gets dark towards the throat
    elif kind == CLOTH or kind == HEAD_CLOTH:
        specular, power, bump, cells = 0.12, 8.0, 0.6 * cloth_bump, 24.0
        weave = 1 + 0.035 * noise_value(volume, x * 150, y * 60, z * 150) + 0.035 * noise_value(volume, x * 60, y * 150, z * 60)
        for j in range(3):
            rgb[j] *= weave
    elif kind == FRAME:
        specular, power, mirror = 1.2, 120.0, 0.5
    elif kind == OCCLUDER:
        specular, power, wrap, bump, cells = value[4], 14.0 + 60 * value[6], value[5], 0.06 * value[5], 60.0
        for j in range(3):
            rgb[j] *= 1 + 0.04 * noise_value(volume, x * 30, y * 30, z * 30) * value[5]
    elif kind == LENS:
        specular, power, mirror = 1.0, 400.0, 1.0
    props[SPECULAR], props[POWER], props[WRAP], props[STRAND], props[MIRROR] = specular, power, wrap, strand, mirror
    return bump, cells


@njit(cache=True, fastmath=True)
def paint(pixels, triangle, weights, f, faces, material, canonical, positions, normals, attributes, rotation, k,
          screen_side, camera, strand_table, numbers, moles, brows, eyes, iris, volume, cloth_bump):
    """Surface of the listed sub-pixels (int32 [n], y*side+x). All axes are the camera's unless said.

    Returns canonical [n,3], point in head axes [n,3], normal [n,3] (smooth, facing the viewer), bumped normal [n,3],
    albedo [n,3] linear, tangent [n,3] of strands, properties [n,8].
    """
    n = len(pixels)
    place, point = np.empty((n, 3), np.float32), np.empty((n, 3), np.float32)
    smooth, bent = np.empty((n, 3), np.float32), np.empty((n, 3), np.float32)
    albedo, tangent = np.empty((n, 3), np.float32), np.zeros((n, 3), np.float32)
    props = np.zeros((n, PROPERTIES), np.float32)
    rgb, vector = np.empty(3, np.float32), np.empty(3, np.float32)
    value = np.empty(11, np.float32)
    for i in range(n):
        y, x = pixels[i] // screen_side, pixels[i] % screen_side
        t = triangle[y, x]
        kind = material[t]
        value[:] = 0
        for j in range(3):
            place[i, j] = point[i, j] = vector[j] = 0
        for corner in range(3):
            vertex, w = faces[t, corner], weights[y, x, corner]
            for j in range(3):
                place[i, j] += w * canonical[vertex, j]
                point[i, j] += w * positions[vertex, j]
                vector[j] += w * normals[vertex, j]
            for j in range(11):
                value[j] += w * attributes[vertex, j]
        depth = f[y, x] / (1 + k * f[y, x])
        scale = 1 - k * depth
        view_x = -k * ((x + 0.5) / screen_side - camera[0]) * scale / camera[2]
        view_y = -k * (camera[1] - (y + 0.5) / screen_side) * scale / camera[2]
        length = math.sqrt(vector[0] ** 2 + vector[1] ** 2 + vector[2] ** 2) + 1e-12
        facing = vector[0] * view_x + vector[1] * view_y + vector[2] * scale
        if facing < 0:
            length = -length
        for j in range(3):
            smooth[i, j] = vector[j] / length
            rgb[j] = value[j]
        bump, cells = _make_up(kind, place[i], value, smooth[i], rotation, strand_table, numbers, moles, brows, eyes, iris,
                               volume, cloth_bump, rgb, tangent[i], props[i])
        if bump > 0:
            _bump(smooth[i], place[i, 0], place[i, 1], place[i, 2], bump, cells, volume, rotation, bent[i], vector)
        else:
            bent[i] = smooth[i]
        props[i, SHADE] = 1
        if kind == EYE:
            props[i, SHADE] = wet(point[i, 1], eyes[1 if place[i, 0] > 0 else 0, 3:], smooth[i], rotation, bent[i])
        if kind == SKIN:
            slope = forehead_lines(place[i, 0], place[i, 1], place[i, 2], numbers[19], numbers[12], volume)
            for j in range(3):
                bent[i, j] += slope * rotation[j, 1]
        for j in range(3):
            albedo[i, j] = min(max(rgb[j], 0.002), 0.95)
        props[i, DEPTH], props[i, HEAD] = depth, value[7]
    return place, point, smooth, bent, albedo, tangent, props
