"""Hair as ribbons: strands grown from the skin along a combing field, curled, and given a width."""
import math

import numpy as np
from numba import njit

from .field import look_up
from .mesh import Part
from .noise import VOLUME, noise_value

# Entries of a comb row: how strands are combed and fall.
KIND, X, Y, Z, COMB, GRAVITY, STIFF, FRIZZ, CURL, WAVE, HUG, FRINGE = range(12)
COMB_NUMBERS = 12
COARSE = 3  # one ribbon in so many counts for soft shadows
FROM_POINT, TO_POINT, PARTED, STRAIGHT = range(4)


def comb(kind, point, strength=.5, gravity=.1, stiff=.6, frizz=.05, curl=0.0, wave=.3, hug=.0, fringe=-9.0):
    """One comb row, float32 [COMB_NUMBERS].

    kind: FROM_POINT (strands leave a whorl), TO_POINT (a tie), PARTED (a parting at x = point[0]; falls aside and along
    point[1:] = (down, back)), STRAIGHT (along the vector `point`); strength, gravity, stiff: pulls on the direction each
    step; frizz: random bends; curl: radius dm of spirals of `wave` dm; hug: 1 keeps strands on the skin, 0 lets them stand;
    fringe: strands end above this height in front of the face.
    """
    return np.array([kind, *point, strength, gravity, stiff, frizz, curl, wave, hug, fringe], np.float32)


@njit(cache=True, fastmath=True)
def _combed(row, x, y, z, out):
    """Unit direction of the comb at a point."""
    if row[0] == 0:
        out[0], out[1], out[2] = x - row[1], y - row[2], z - row[3]
    elif row[0] == 1:
        out[0], out[1], out[2] = row[1] - x, row[2] - y, row[3] - z
    elif row[0] == 2:
        out[0], out[1], out[2] = 1.0 if x > row[1] else -1.0, -row[2], -row[3]
    else:
        out[0], out[1], out[2] = row[1], row[2], row[3]
    size = math.sqrt(out[0] ** 2 + out[1] ** 2 + out[2] ** 2) + 1e-6
    for c in range(3):
        out[c] /= size


@njit(cache=True, fastmath=True)
def grow(roots, normals, lengths, heights, lifts, phases, row, field, volume, steps, points, outward):
    """Writes strands: points float32 [n,steps,3] canonical dm and the outward vectors there.

    roots, normals [n,3]; lengths, heights (distance kept from the skin), lifts (0 lies, 1 stands), phases (radians) [n].
    """
    here, way, pull, before = np.empty(4, np.float32), np.empty(3, np.float32), np.empty(3, np.float32), np.empty(3, np.float32)
    for i in range(len(roots)):
        step = lengths[i] / (steps - 1)
        px, py, pz = roots[i, 0], roots[i, 1], roots[i, 2]
        _combed(row, px, py, pz, pull)
        dot = pull[0] * normals[i, 0] + pull[1] * normals[i, 1] + pull[2] * normals[i, 2]
        for c in range(3):
            way[c] = lifts[i] * normals[i, c] + (1 - lifts[i]) * (pull[c] - dot * normals[i, c])
        stopped = False
        for s in range(steps):
            points[i, s, 0], points[i, s, 1], points[i, s, 2] = px, py, pz
            look_up(field, px, py, pz, here)
            for c in range(3):
                outward[i, s, c] = here[c + 1]
            if stopped or s == steps - 1:
                continue
            _combed(row, px, py, pz, pull)
            dot = pull[0] * here[1] + pull[1] * here[2] + pull[2] * here[3]
            weight = row[4] if here[0] < .5 else 0.15 * row[4]
            along = (s + 1.0) / steps
            n0 = noise_value(volume, px * 3 + phases[i], py * 3, pz * 3)
            n1 = noise_value(volume, px * 3, py * 3 + phases[i] + 9, pz * 3)
            n2 = noise_value(volume, px * 3, py * 3, pz * 3 + phases[i] + 21)
            for c in range(3):
                before[c] = way[c]
                flat = pull[c] - (dot * here[c + 1] if here[0] < .35 else 0.0)
                way[c] = row[6] * way[c] + weight * flat + row[7] * (n0 if c == 0 else (n1 if c == 1 else n2))
            way[1] -= row[5] * along
            size = math.sqrt(way[0] ** 2 + way[1] ** 2 + way[2] ** 2) + 1e-6
            for c in range(3):
                way[c] /= size
            px, py, pz = px + step * way[0], py + step * way[1], pz + step * way[2]
            look_up(field, px, py, pz, here)
            keep = heights[i] * min(1.0, (s + 1) * step / (heights[i] + .02))
            if here[0] < keep or (row[10] > 0 and here[0] < .6):
                lift = (keep - here[0]) * (1.0 if here[0] < keep else row[10])
                px, py, pz = px + lift * here[1], py + lift * here[2], pz + lift * here[3]
            if py < row[11] + .05 * n0 and pz > .5 and abs(px) < .68:
                stopped = True


@njit(cache=True, fastmath=True)
def ribbons(points, outward, radii, curl, wave, phases, twists, lengths, widths, corners, tangents):
    """Curls strands [n,s,3] and gives them a width: corners [n,s,2,3] and unit tangents [n,s,3]."""
    n, steps = points.shape[0], points.shape[1]
    first, second, centre = np.empty(3, np.float32), np.empty(3, np.float32), np.empty((steps, 3), np.float32)
    t = np.empty(3, np.float32)
    for i in range(n):
        for pass_ in range(2):
            for s in range(steps):
                a, b = max(s - 1, 0), min(s + 1, steps - 1)
                size = 1e-9
                for c in range(3):
                    t[c] = (points[i, b, c] - points[i, a, c]) if pass_ == 0 else (centre[b, c] - centre[a, c])
                    size += t[c] ** 2
                size = math.sqrt(size)
                for c in range(3):
                    t[c] /= size
                _frame(t, outward[i, s], first, second)
                if pass_ == 0:
                    place = lengths[i] * s / (steps - 1)
                    radius = radii[i] * curl * min(1.0, place / .25)
                    turn = phases[i] + 6.2831853 * place / wave
                    for c in range(3):
                        centre[s, c] = points[i, s, c] + radius * (math.cos(turn) * first[c] + (math.sin(turn) + .6) * second[c])
                else:
                    share = s / (steps - 1.0)
                    half = widths[i] * .5 * (1 - .85 * share ** 3) * min(1.0, .55 + 2 * share)
                    x, y = math.cos(twists[i]) * half, math.sin(twists[i]) * half
                    for c in range(3):
                        tangents[i, s, c] = t[c]
                        corners[i, s, 0, c] = centre[s, c] - x * first[c] - y * second[c]
                        corners[i, s, 1, c] = centre[s, c] + x * first[c] + y * second[c]


@njit(cache=True, fastmath=True)
def _frame(t, out, first, second):
    """Two unit vectors across t: first along the skin, second away from it."""
    first[0], first[1], first[2] = t[1] * out[2] - t[2] * out[1], t[2] * out[0] - t[0] * out[2], t[0] * out[1] - t[1] * out[0]
    size = math.sqrt(first[0] ** 2 + first[1] ** 2 + first[2] ** 2) + 1e-6
    for c in range(3):
        first[c] /= size
    second[0], second[1], second[2] = (first[1] * t[2] - first[2] * t[1], first[2] * t[0] - first[0] * t[2],
                                       first[0] * t[1] - first[1] * t[0])


def sample_roots(rng, points, faces, weight, count):
    """(corner indices int32 [n,3], shares [n,3]) of random places on faces, as dense as vertex `weight` [V] says."""
    area = np.linalg.norm(np.cross(points[faces[:, 1]] - points[faces[:, 0]], points[faces[:, 2]] - points[faces[:, 0]]), axis=1)
    chance = area * np.clip(weight[faces].mean(1), 0, None) ** 1.5
    if chance.sum() <= 0:
        return np.zeros((0, 3), np.int32), np.zeros((0, 3), np.float32)
    chosen = faces[np.searchsorted(np.cumsum(chance) / chance.sum(), rng.random(count)).clip(0, len(faces) - 1)]
    u, v = np.sqrt(rng.random(count)), rng.random(count)
    return chosen, np.stack([1 - u, u * (1 - v), u * v], 1).astype(np.float32)


def blend(values, corners, shares):
    """Vertex values [V,3] at places given by sample_roots."""
    return (values[corners] * shares[..., None]).sum(1).astype(np.float32)


def ribbon_part(rng, strands, outward, lengths, widths, colour, material, moved, curl=0.0, wave=.3, clumps=None, body=None,
                shade=(.7, 1.1), flat=.8):
    """Part of ribbons along strands [n,s,3]; moved [n,s,3]: displacement onto the person; colour [3] or [n,3].

    clumps [n]: phases of spirals (equal phases curl together); shade: brightness of roots and tips; flat: how far ribbons
    lie along the skin (1) or turn any way (0).
    """
    n, steps = strands.shape[:2]
    phases = rng.uniform(0, 6.28, n).astype(np.float32) if clumps is None else clumps.astype(np.float32)
    radii = np.exp(rng.normal(size=n) * .3).astype(np.float32)
    twists = (rng.uniform(-1.5, 1.5, n) * (1 - flat) + rng.normal(size=n) * .25).astype(np.float32)
    corners, tangents = np.empty((n, steps, 2, 3), np.float32), np.empty((n, steps, 3), np.float32)
    ribbons(strands, outward, radii, np.float32(curl), np.float32(wave), phases, twists, lengths.astype(np.float32),
            widths.astype(np.float32), corners, tangents)
    tone = np.linspace(shade[0], shade[1], steps)[None, :, None] * np.exp(rng.normal(size=(n, 1, 2)) * .13 + rng.normal(size=(n, 1, 1)) * .16)
    colours = np.broadcast_to(np.asarray(colour, np.float32).reshape(-1, 1, 1, 3), (n, steps, 2, 3)) * tone[..., None]
    normals = outward + rng.normal(size=(n, 1, 3)).astype(np.float32) * .22
    normals /= np.linalg.norm(normals, axis=2, keepdims=True)
    twice = lambda values: np.repeat(values, 2, axis=1).reshape(-1, values.shape[-1])
    canonical = corners.reshape(-1, 3)
    position = (corners + moved[:, :, None]).reshape(-1, 3).astype(np.float32)
    weight = np.zeros(len(canonical)) if body is None else np.repeat(body, 2, axis=1).ravel()
    return Part(canonical, position, _ribbon_faces(n, steps), material, colours.reshape(-1, 3), weight, normals=twice(normals),
                tangent=twice(tangents), coarse=np.repeat(np.arange(n) % COARSE == 0, 2 * (steps - 1)))


def _ribbon_faces(n, steps):
    start = (np.arange(n)[:, None] * steps + np.arange(steps - 1)[None]).reshape(-1, 1) * 2
    pattern = np.array([[0, 2, 1], [1, 2, 3]], np.int32).reshape(1, 6)
    return (start + pattern).reshape(-1, 3).astype(np.int32)


def grown(rng, roots, normals, lengths, heights, lifts, row, field, steps, clump=5.0):
    """(strands, outward) [n,steps,3]; neighbours bend alike, the more so the smaller `clump`."""
    n = len(roots)
    phases = (rng.uniform(0, 60) + rng.normal(size=n) * .08 * clump).astype(np.float32)
    strands, outward = np.empty((n, steps, 3), np.float32), np.empty((n, steps, 3), np.float32)
    as32 = lambda values: np.ascontiguousarray(np.broadcast_to(values, n), np.float32)
    grow(np.ascontiguousarray(roots, np.float32), np.ascontiguousarray(normals, np.float32), as32(lengths), as32(heights), as32(lifts),
         phases, row, field, VOLUME, steps, strands, outward)
    return strands, outward
