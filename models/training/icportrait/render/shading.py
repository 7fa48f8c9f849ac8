"""Light on the painted surface: environment with self-shadowing, lamps with soft shadows, gloss."""
import math

import numpy as np
from numba import njit

from .painting import DEPTH, MIRROR, POWER, SHADE, SPECULAR, STRAND, WRAP


# Nine points of a disc along a sunflower spiral.
TAPS = np.array([[math.sqrt((i + .5) / 9) * math.cos(i * 2.399963), math.sqrt((i + .5) / 9) * math.sin(i * 2.399963)]
                 for i in range(9)], np.float32)
SPINS = np.array([[math.cos(i * 2 * math.pi / 32), math.sin(i * 2 * math.pi / 32)] for i in range(32)], np.float32)
LAMPS_KEPT = 2  # lamps whose shadows are told apart
UNLIT = -0.26  # below this cosine not even wrapped light arrives


@njit(cache=True, fastmath=True)
def _evaluate(c, x, y, z, channel):
    return (c[0, channel] * 0.282095 + c[1, channel] * 0.488603 * y + c[2, channel] * 0.488603 * z
            + c[3, channel] * 0.488603 * x + c[4, channel] * 1.092548 * x * y + c[5, channel] * 1.092548 * y * z
            + c[6, channel] * 0.315392 * (3 * z * z - 1) + c[7, channel] * 1.092548 * x * z
            + c[8, channel] * 0.546274 * (x * x - y * y))


@njit(cache=True, fastmath=True)
def _luminance(c, x, y, z):
    return (c[0] + c[1] * y + c[2] * z + c[3] * x + c[4] * x * y + c[5] * y * z + c[6] * (3 * z * z - 1) + c[7] * x * z
            + c[8] * (x * x - y * y))


@njit(cache=True)
def _grey_lobe(shading):
    """Weighted channels of harmonics [9,3] with the basis' factors folded in: float32 [9]."""
    factors = np.array([0.282095, 0.488603, 0.488603, 0.488603, 1.092548, 1.092548, 0.315392, 1.092548, 0.546274])
    out = np.empty(9, np.float32)
    for k in range(9):
        out[k] = factors[k] * (0.25 * shading[k, 0] + 0.6 * shading[k, 1] + 0.15 * shading[k, 2])
    return out


@njit(cache=True, fastmath=True)
def _visibility(point, normal_head, depth, axes, softness, reach, turn):
    """Share of a lamp's disc seen from a point (head axes): nine taps of its depth map, spun per pixel."""
    side = depth.shape[0]
    px, py, pz = point[0] + 0.03 * normal_head[0], point[1] + 0.03 * normal_head[1], point[2] + 0.03 * normal_head[2]
    x = (0.5 + (axes[0, 0] * px + axes[0, 1] * py + axes[0, 2] * pz) / (2 * reach)) * side
    y = (0.5 - (axes[1, 0] * px + axes[1, 1] * py + axes[1, 2] * pz + 0.5) / (2 * reach)) * side
    z = axes[2, 0] * px + axes[2, 1] * py + axes[2, 2] * pz
    scale = side / (2 * reach)
    seen = 0.0
    radius = softness * scale + 0.7
    c, s = radius * SPINS[turn, 0], radius * SPINS[turn, 1]
    limit = z + 0.04 + softness * 0.5
    for number in range(9):
        tap = 8 - number  # from the disc's rim inwards
        tx, ty = int(x + c * TAPS[tap, 0] - s * TAPS[tap, 1]), int(y + s * TAPS[tap, 0] + c * TAPS[tap, 1])
        if tx < 0 or ty < 0 or tx >= side or ty >= side or depth[ty, tx] < limit:
            seen += 1
        if number == 3 and (seen == 0 or seen == 4):  # four taps round the rim agree: no penumbra here
            return seen / 4
    return seen / 9


@njit(cache=True, fastmath=True)
def light_up(pixels, triangle, weights, faces, irradiance, point, smooth, bent, albedo, tangent, props, rotation, k,
             camera, side, radiance, shading, sky, lamp_directions, lamp_colours, lamp_softness, lamp_depths, lamp_axes, reach):
    """(diffuse light [n,3], gloss [n,3], share of lamps 0 and 1 seen [n,2]) of the painted sub-pixels; linear.

    Their colour is albedo * diffuse + gloss.
    irradiance [V,3]: environment irradiance/pi with self-shadowing; radiance, shading [9,3]: its harmonics in camera
    axes without and with the cosine lobe; sky [32,64,3] in camera axes; lamps: directions [L,3] in camera axes (axes
    and depth maps in head axes), colours [L,3], softness [L] dm.
    """
    n = len(pixels)
    out, gloss = np.empty((n, 3), np.float32), np.zeros((n, 3), np.float32)
    lit = np.ones((n, LAMPS_KEPT), np.float32)
    head_normal, env = np.empty(3, np.float32), np.empty(3, np.float32)
    grey = _grey_lobe(shading)
    for i in range(n):
        y, x = pixels[i] // side, pixels[i] % side
        t = triangle[y, x]
        nx, ny, nz = bent[i, 0], bent[i, 1], bent[i, 2]
        open_sky = max(_luminance(grey, smooth[i, 0], smooth[i, 1], smooth[i, 2]), 1e-3)
        detail = min(max(_luminance(grey, nx, ny, nz) / open_sky, 0.5), 1.6)
        env[:] = 0
        for corner in range(3):
            vertex, w = faces[t, corner], weights[y, x, corner]
            for c in range(3):
                env[c] += w * irradiance[vertex, c]
        occlusion = min((0.25 * env[0] + 0.6 * env[1] + 0.15 * env[2]) / open_sky, 1.0)
        for c in range(3):
            out[i, c] = max(env[c], 0.0) * detail
        depth = props[i, DEPTH]
        scale = 1 - k * depth
        vx = -k * ((x + 0.5) / side - camera[0]) * scale / camera[2]
        vy = -k * (camera[1] - (y + 0.5) / side) * scale / camera[2]
        length = math.sqrt(vx * vx + vy * vy + scale * scale)
        vx, vy, vz = vx / length, vy / length, scale / length
        facing = max(nx * vx + ny * vy + nz * vz, 0.0)
        rx, ry, rz = 2 * facing * nx - vx, 2 * facing * ny - vy, 2 * facing * nz - vz
        fresnel = 0.018 + 0.18 * (1 - facing) ** 5 * (0.5 if props[i, STRAND] > 0 else 1.0)
        _add_sky(gloss[i], rx, ry, rz, radiance, sky, fresnel * min(props[i, SPECULAR], 1.0) * occlusion, props[i, MIRROR])
        for axis in range(3):
            head_normal[axis] = rotation[0, axis] * smooth[i, 0] + rotation[1, axis] * smooth[i, 1] + rotation[2, axis] * smooth[i, 2]
        spin = (x * 13 + y * 29 + (x * y) % 7) & 31
        for lamp in range(len(lamp_colours)):
            lx, ly, lz = lamp_directions[lamp, 0], lamp_directions[lamp, 1], lamp_directions[lamp, 2]
            if nx * lx + ny * ly + nz * lz < UNLIT:
                if lamp < LAMPS_KEPT:
                    lit[i, lamp] = 0
                continue
            seen = _visibility(point[i], head_normal, lamp_depths[lamp], lamp_axes[lamp], lamp_softness[lamp], reach, spin)
            if lamp < LAMPS_KEPT:
                lit[i, lamp] = seen
            if seen > 0:
                _add_lamp(out[i], gloss[i], nx, ny, nz, lx, ly, lz, vx, vy, vz, seen, albedo[i], tangent[i], props[i],
                          lamp_colours[lamp])
        for c in range(3):
            out[i, c] *= props[i, SHADE]
            gloss[i, c] *= math.sqrt(props[i, SHADE])
    return out, gloss, lit


@njit(cache=True, fastmath=True)
def _add_sky(out, rx, ry, rz, radiance, sky, strength, mirror):
    if mirror > 0:
        row = min(int(math.acos(min(max(ry, -1.0), 1.0)) / math.pi * 32), 31)
        column = int((math.atan2(rx, -rz) / (2 * math.pi)) * 64) % 64
        for c in range(3):
            out[c] += strength * mirror * min(sky[row, column, c], 8.0)
    for c in range(3):
        out[c] += strength * (1 - mirror) * max(_evaluate(radiance, rx, ry, rz, c), 0.0)


@njit(cache=True, fastmath=True)
def _add_lamp(out, gloss, nx, ny, nz, lx, ly, lz, vx, vy, vz, seen, albedo, tangent, props, colour):
    facing = nx * lx + ny * ly + nz * lz
    hx, hy, hz = lx + vx, ly + vy, lz + vz
    size = math.sqrt(hx * hx + hy * hy + hz * hz) + 1e-6
    hx, hy, hz = hx / size, hy / size, hz / size
    if props[STRAND] > 0:
        tl = tangent[0] * lx + tangent[1] * ly + tangent[2] * lz
        th = tangent[0] * hx + tangent[1] * hy + tangent[2] * hz
        wrapped = min(max((facing + 0.25) / 1.25, 0.0), 1.0)
        diffuse = wrapped * (0.45 + 0.55 * math.sqrt(max(1 - tl * tl, 0.0)))
        shine = math.sqrt(max(1 - th * th, 0.0)) ** props[POWER] * wrapped
        for c in range(3):
            out[c] += seen * colour[c] * diffuse
            gloss[c] += seen * colour[c] * shine * (0.035 + 0.35 * albedo[c])
        return
    shine = 0.0
    if facing > 0:
        nh = max(nx * hx + ny * hy + nz * hz, 0.0)
        power = props[POWER]
        if power * (1 - nh) < 9:
            shine = props[SPECULAR] * 0.028 * (power + 2) / 8 * nh ** power * facing * seen
    for c in range(3):
        spread = props[WRAP] * (0.24 if c == 0 else (0.11 if c == 1 else 0.07))
        diffuse = min(max((facing + spread) / ((1 + spread) * (1 + spread)), 0.0), 1.0)
        # Red light travels further under the skin, so shadow borders are redder.
        through = seen ** (1 - 0.35 * props[WRAP]) if c == 0 and seen < 1 else seen
        out[c] += colour[c] * diffuse * through
        gloss[c] += colour[c] * shine
