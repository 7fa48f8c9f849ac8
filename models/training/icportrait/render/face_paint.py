"""Colours of skin and eyes at a point: pores, freckles, moles, stubble, brows; iris and tear line."""
import math

from numba import njit

from .noise import noise_value


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
def paint_skin(x, y, z, beard, scalp, numbers, moles, brows, volume, rgb):
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
def forehead_lines(x, y, z, strength, seed, volume):
    """Slope of wavy lines across the forehead at a canonical point."""
    if strength <= 0 or y < 0.66 or y > 1.02 or z < 0.55:
        return 0.0
    fade = min((y - 0.66) * 8, (1.02 - y) * 8, 1.0) * max(0.0, 1 - abs(x) * 1.7)
    wave = y * 62 + 1.2 * noise_value(volume, x * 7 + seed, y * 7, 0.0)
    return 0.10 * strength * fade * math.sin(wave) * max(0.0, 0.6 + 0.6 * noise_value(volume, x * 9, y * 12 + seed, 5.0))


@njit(cache=True, fastmath=True)
def paint_eye(x, y, z, centre, numbers, iris, volume, rgb):
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
def wet(y, lids, normal, rotation, bent):
    """Shade from the lids on the eyeball at height y (head axes); the tear along the lower lid bends the normal up."""
    above, below = max(lids[0] - y, 0.0), max(y - lids[1], 0.0)
    tear = 1.1 * math.exp(-((below - 0.006) / 0.007) ** 2)
    for j in range(3):
        bent[j] = normal[j] + tear * rotation[j, 1]
    size = math.sqrt(bent[0] ** 2 + bent[1] ** 2 + bent[2] ** 2)
    for j in range(3):
        bent[j] /= size
    return (1 - 0.6 * math.exp(-above / 0.03)) * (1 - 0.25 * math.exp(-below / 0.02))
