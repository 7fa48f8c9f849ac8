"""What each sub-pixel of the visible surface is made of: colour, normals and gloss."""
import math

import numpy as np
from numba import njit

from .mesh import BEARD, BROW, BUN, CLOTH, EYE, FRAME, HAIR, HEAD_CLOTH, LASH, LENS, LOCK, MOUTH, OCCLUDER, SKIN, WHISKER
from .noise import noise_gradient, noise_value
from .strands import strand_noise

# Columns of the properties that paint() writes.
SPECULAR, POWER, WRAP, DEPTH, HEAD, STRAND, MIRROR, SHADE = range(8)
PROPERTIES = 8


@njit(cache=True, fastmath=True)
def _brow_cover(x, y, z, line, width, seed, volume):
    """How much brow hair covers a canonical point, 0..1; line [5,3] dm."""
    best, place, above = 1e9, 0.0, 0.0
    for i in range(4):
        ax, ay = line[i + 1, 0] - line[i, 0], line[i + 1, 1] - line[i, 1]
        t = ((x - line[i, 0]) * ax + (y - line[i, 1]) * ay) / (ax * ax + ay * ay)
        t = min(max(t, 0.0), 1.0)
        dx, dy = x - line[i, 0] - t * ax, y - line[i, 1] - t * ay
        d = math.sqrt(dx * dx + dy * dy)
        if d < best:
            best, place, above = d, (i + t) / 4, dy
    from_nose = place if line[0, 0] > 0 else 1 - place
    half = width * (1.15 - 0.75 * from_nose * from_nose) * (1 if above > 0 else 1.1)
    hairs = noise_value(volume, (x + 0.6 * y * (1 if x > 0 else -1)) * 75 + seed, (y - 0.2 * abs(x)) * 22, z * 15)
    cover = 1.3 - best / half + 0.22 * hairs
    return min(max(cover, 0.0), 1.0) * (1 - 0.12 * max(hairs, 0.0))


@njit(cache=True, fastmath=True)
def _paint_skin(x, y, z, beard, scalp, numbers, moles, brows, volume, rgb):
    seed = numbers[12]
    fine = noise_value(volume, x * 110 + seed, y * 110, z * 110)
    middle = noise_value(volume, x * 32, y * 32 + seed, z * 32)
    blood = noise_value(volume, x * 11 + seed, y * 11, z * 11)
    factor = 1 + 0.03 * fine + 0.02 * middle
    rgb[0] *= factor
    rgb[1] *= factor - 0.022 * blood
    rgb[2] *= factor - 0.02 * blood
    if numbers[8] > 0.03 and abs(y - 0.1) < 0.8:
        spots = numbers[8] * max(0.0, noise_value(volume, x * 130, y * 130, z * 130 + seed) - 0.8) * (1 - abs(y - 0.1) * 1.2)
        rgb[0] *= 1 - min(0.4 * spots, 0.8)
        rgb[1] *= 1 - min(0.7 * spots, 0.8)
        rgb[2] *= 1 - min(0.85 * spots, 0.85)
    for m in range(len(moles)):
        if moles[m, 3] > 0:
            d = math.sqrt((x - moles[m, 0]) ** 2 + (y - moles[m, 1]) ** 2 + (z - moles[m, 2]) ** 2) / moles[m, 3]
            if d < 1.3:
                dark = min(1.0, 3 * (1.3 - d))
                rgb[0] *= 1 - 0.55 * dark
                rgb[1] *= 1 - 0.7 * dark
                rgb[2] *= 1 - 0.75 * dark
    grain = noise_value(volume, x * 170, y * 170 + seed, z * 170) if beard > 0.01 or scalp > 0.01 else 0.0
    if beard > 0.01:
        cover = min(1.0, beard * numbers[9] * (1.0 + 0.15 * grain))
        for c in range(3):
            rgb[c] += cover * (min(numbers[c], 0.35 * rgb[c]) + 0.1 * rgb[c] - rgb[c])
    if scalp > 0.01:
        cover = min(1.0, scalp * numbers[10] * (1.0 + 0.1 * grain))
        for c in range(3):
            rgb[c] += cover * (numbers[c] * 0.8 - rgb[c])
    if 0.35 < y < 0.85 and z > 0.55:
        line = brows[1] if x > 0 else brows[0]
        cover = numbers[6] * _brow_cover(x, y, z, line, numbers[7], seed, volume)
        for c in range(3):
            rgb[c] += cover * (numbers[3 + c] - rgb[c])


@njit(cache=True, fastmath=True)
def _paint_eye(x, y, z, centre, numbers, iris, volume, rgb):
    """Iris, pupil and veins on the eyeball; centre [3]: the turning point of this eye; iris: brightness in rings and spokes."""
    dx, dy = x - centre[0], y - centre[1]
    radius = numbers[17]
    r = math.sqrt(dx * dx + dy * dy) / radius
    if z < centre[2] or r > 1.08:
        veins = max(0.0, noise_value(volume, x * 50 + numbers[12], y * 50, z * 50) - 0.7) * numbers[18]
        redder = min(1.0, 0.16 * max(0.0, r - 1.3) + 0.25 * veins)
        rgb[1] *= 1 - 0.4 * redder
        rgb[2] *= 1 - 0.45 * redder
        return
    rings, spokes = iris.shape
    ring = min(max((r - numbers[16]) / (1 - numbers[16]), 0.0), 0.999) * (rings - 1)
    spoke = (math.atan2(dy, dx) / 6.2831853 + 1 + numbers[12]) % 1.0 * spokes
    low, first = int(ring), int(spoke) % spokes
    fr, fs = ring - low, spoke - int(spoke)
    second = (first + 1) % spokes
    bright = (iris[low, first] * (1 - fs) + iris[low, second] * fs) * (1 - fr) + (iris[low + 1, first] * (1 - fs) + iris[low + 1, second] * fs) * fr
    edge = min(max((1.06 - r) / 0.12, 0.0), 1.0)  # soft limbus
    rim = 1 - 0.7 * min(max((r - 0.76) / 0.22, 0.0), 1.0)
    pupil = min(max((r - numbers[16]) / 0.06, 0.0), 1.0)
    amber = 0.5 * max(0.0, 1 - (r - numbers[16]) / 0.28)  # light eyes are warmer round the pupil
    for c in range(3):
        tint = numbers[13 + c] * (1 + amber * (0.5 if c == 0 else (0.1 if c == 1 else -0.5)))
        colour = tint * (0.35 + 0.65 * bright) * rim * pupil + 0.003 * (1 - pupil)
        rgb[c] += edge * (colour - rgb[c])


@njit(cache=True, fastmath=True)
def _wet(y, lids, normal, rotation, bent):
    """Shade from the lids on the eyeball at height y (head axes); the tear along the lower lid bends the normal up."""
    above, below = max(lids[0] - y, 0.0), max(y - lids[1], 0.0)
    tear = 1.1 * math.exp(-((below - 0.006) / 0.007) ** 2)
    for j in range(3):
        bent[j] = normal[j] + tear * rotation[j, 1]
    size = math.sqrt(bent[0] ** 2 + bent[1] ** 2 + bent[2] ** 2)
    for j in range(3):
        bent[j] /= size
    return (1 - 0.6 * math.exp(-above / 0.03)) * (1 - 0.25 * math.exp(-below / 0.02))


@njit(cache=True, fastmath=True)
def _forehead_lines(x, y, z, strength, seed, volume):
    """Slope of wavy lines across the forehead at a canonical point."""
    if strength <= 0 or y < 0.66 or y > 1.02 or z < 0.55:
        return 0.0
    fade = min((y - 0.66) * 8, (1.02 - y) * 8, 1.0) * max(0.0, 1 - abs(x) * 1.7)
    wave = y * 62 + 1.2 * noise_value(volume, x * 7 + seed, y * 7, 0.0)
    return 0.10 * strength * fade * math.sin(wave) * max(0.0, 0.6 + 0.6 * noise_value(volume, x * 9, y * 12 + seed, 5.0))


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
        _paint_skin(x, y, z, value[5], value[6], numbers, moles, brows, volume, rgb)
        rough = max(value[5] * numbers[9], value[6] * numbers[10])
        specular, power, wrap = value[4] * (1 - 0.7 * rough), 22.0, 1.0 - 0.6 * rough
        bump, cells = numbers[11] * 0.42, 90.0
    elif kind == EYE:
        _paint_eye(x, y, z, eyes[1] if x > 0 else eyes[0], numbers, iris, volume, rgb)
        specular, power, wrap, mirror = 0.7, 300.0, 0.4, 0.8
    elif kind == HAIR or kind == BEARD or kind == BUN or kind == LASH:
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
            props[i, SHADE] = _wet(point[i, 1], eyes[1 if place[i, 0] > 0 else 0, 3:], smooth[i], rotation, bent[i])
        if kind == SKIN:
            slope = _forehead_lines(place[i, 0], place[i, 1], place[i, 2], numbers[19], numbers[12], volume)
            for j in range(3):
                bent[i, j] += slope * rotation[j, 1]
        for j in range(3):
            albedo[i, j] = min(max(rgb[j], 0.002), 0.95)
        props[i, DEPTH], props[i, HEAD] = depth, value[7]
    return place, point, smooth, bent, albedo, tangent, props
