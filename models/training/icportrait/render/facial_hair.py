"""Brows and beards: where they grow on the mean head, and the ribbons that grow there."""
import functools

import numpy as np
from scipy.spatial import cKDTree

from .hairstyles import TEXTURES
from .locks import STRAIGHT, comb, grown, ribbon_part
from .make_up import polyline_distance
from .mesh import BROW, WHISKER, vertex_normals
from .noise import noise_at
from .skin import ear_mask

BROW_STATIONS = 9


def brow_outline(points, marks):
    """float32 [BROW_STATIONS,3] of a brow mesh [V,3]: x, lower and upper edge of the brow at x > 0, at the landmarks' height."""
    side = points[points[:, 0] > 0]
    edges = np.linspace(side[:, 0].min(), side[:, 0].max(), BROW_STATIONS + 1)
    rows = []
    for low, high in zip(edges[:-1], edges[1:]):
        y = side[(side[:, 0] >= low - .01) & (side[:, 0] <= high + .01), 1]
        rows.append([(low + high) / 2, y.min(), y.max()] if len(y) else [*rows[-1]])
    rows = np.array(rows)
    rows[:, 1:] += marks[22:27, 1].mean() - .01 - rows[:, 1:].mean()
    return rows.astype(np.float32)


def sample_brows(rng, outlines, female):
    """One outline [BROW_STATIONS,3], moved and thickened at random."""
    outline = outlines[int(rng.integers(len(outlines)))].copy()
    middle, half = outline[:, 1:].mean(1), np.ptp(outline[:, 1:], axis=1) / 2 * (rng.uniform(.7, 1.1) if female else rng.uniform(.95, 1.5)) + .006
    middle = middle + rng.normal() * .022 + (outline[:, 0] - .33) * rng.normal() * .05
    return np.stack([outline[:, 0], middle - half, middle + half], 1).astype(np.float32)


def brow_lines(outline, head):
    """float32 [2,5,3]: middle lines of both brows on the mean head, from the picture's left to right."""
    marks = head.neutral[head.landmarks[22:27]]
    x = np.linspace(outline[0, 0], outline[-1, 0], 5)
    y = np.interp(x, outline[:, 0], outline[:, 1:].mean(1))
    right = np.stack([x, y, np.interp(x, marks[:, 0], marks[:, 2])], 1)
    return np.stack([(right * [-1, 1, 1])[::-1], right]).astype(np.float32)


def brow_parts(rng, head, person, outline, colour, strength):
    """Short hairs over both brows: upright at the nose, lying outwards at the temples."""
    front = np.flatnonzero((head.vertex_region == 0) & (head.neutral[:, 2] > .5) & (np.abs(head.neutral[:, 1] - .6) < .3))
    tree = cKDTree(head.neutral[front][:, :2])
    roots, ways = [], []
    for side in (-1, 1):
        count = int(rng.uniform(260, 430) * strength)
        share = rng.beta(1.1, 1.35, count)
        x = outline[0, 0] + share * np.ptp(outline[:, 0])
        across = np.clip(.5 + rng.normal(size=count) * .26, 0, 1)
        low, high = (np.interp(x, outline[:, 0], outline[:, i]) for i in (1, 2))
        y = low + (high - low) * across
        roots.append(np.stack([side * x, y], 1))
        up = (1 - share) * 1.1 * (1.4 - across) - .35 * across * share
        ways.append(np.stack([side * (.35 + share), up, np.zeros(count)], 1))
    flat, way = np.concatenate(roots), np.concatenate(ways)
    distance, index = tree.query(flat, k=4)
    weight = 1 / (distance + .004)
    near, weight = front[index], (weight / weight.sum(1, keepdims=True)).astype(np.float32)
    mean = lambda values: (values[near] * weight[..., None]).sum(1)
    root = np.concatenate([flat, mean(head.neutral)[:, 2:]], 1).astype(np.float32)
    moved = mean(person.positions - head.neutral)
    normal = vertex_normals(head.neutral, head.faces)[near[:, 0]]
    way = way / np.linalg.norm(way, axis=1, keepdims=True) + rng.normal(size=way.shape) * .12
    way -= (way * normal).sum(1, keepdims=True) * normal
    length = rng.uniform(.035, .075) * np.exp(rng.normal(size=len(root)) * .2)
    steps = np.linspace(0, 1, 4)[None, :, None]
    strands = (root[:, None] + (way * length[:, None])[:, None] * steps + normal[:, None] * (.004 + .012 * np.sin(steps * 2.4))).astype(np.float32)
    outward = np.repeat(normal[:, None], 4, axis=1).astype(np.float32)
    return [ribbon_part(rng, strands, outward, length, rng.uniform(.004, .008, len(root)), colour, BROW,
                        np.repeat(moved[:, None], 4, axis=1), shade=(.9, 1.15), flat=.9)]


@functools.lru_cache(maxsize=1)
def _lash_line(head):
    """Vertices of the skin that the head's lash mesh touches, and whether each is of an upper lid."""
    lashes = head.neutral[head.vertices_of("M_EyeLashes")]
    skin = head.vertices_of("M_Face")
    distance, index = cKDTree(head.neutral[skin]).query(lashes)
    line = np.unique(skin[index[distance < .012]])
    middle = np.where(head.neutral[line, 0] > 0, head.eye_centre("Left")[1], head.eye_centre("Right")[1])
    return line, head.neutral[line, 1] > middle - .015


def lash_parts(rng, head, person, colour, strength):
    """Lashes along both lids, longer above; they ride on the lids as these move, and hang down where the eye is closed."""
    line, upper = _lash_line(head)
    chance = np.where(upper, 1, .35)
    chosen = rng.choice(len(line), int(rng.uniform(110, 200)), p=chance / chance.sum())
    vertex, above = line[chosen], upper[chosen]
    centre = np.where(head.neutral[vertex, :1] > 0, head.eye_centre("Left"), head.eye_centre("Right"))
    aside = head.neutral[vertex, 0] - centre[:, 0]
    length = np.where(above, rng.uniform(.026, .046), rng.uniform(.010, .018)) * strength * np.exp(rng.normal(size=len(vertex)) * .2)
    root = head.neutral[vertex] + rng.normal(size=(len(vertex), 3)) * [.012, .002, .002]
    closed = np.where(head.neutral[vertex, 0] > 0, *(1 - person.eyelids()[::-1]))
    lift = np.where(above, .8 - 2.2 * closed, -.7)
    way = np.stack([aside * 2.6, lift * .6, np.full(len(vertex), .8)], 1) + rng.normal(size=(len(vertex), 3)) * .12
    share = np.linspace(0, 1, 5)[None, :, None]
    bend = np.stack([0 * lift, np.where(above, .5 - .4 * closed, -.25), 0 * lift], 1)[:, None] * share ** 2
    strands = (root[:, None] + (way[:, None] * share + bend) * length[:, None, None]).astype(np.float32)
    moved = np.repeat((person.positions - head.neutral)[vertex][:, None], 5, axis=1)
    outward = np.broadcast_to(np.array([0, .3, .95], np.float32), strands.shape)
    return [ribbon_part(rng, strands, np.ascontiguousarray(outward), length, np.full(len(vertex), .005), colour, BROW, moved, shade=(1, 1), flat=.3)]


def beard_mask(points, marks, lips, rng, kind):
    """How densely a beard grows at each vertex [V], 0..1."""
    if kind == "none":
        return np.zeros(len(points), np.float32)
    jaw = marks[[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]]
    reach = rng.uniform(.18, .3)
    cover = np.maximum(np.exp(-(polyline_distance(points, jaw) / reach) ** 4), np.exp(-(polyline_distance(points, jaw + [0, -.12, -.1]) / reach) ** 4))
    chin = np.exp(-(np.linalg.norm(points - (marks[8] + marks[57]) / 2, axis=1) / .26) ** 4)
    moustache = np.exp(-(polyline_distance(points, marks[[48, 49, 51, 53, 54]] + [0, .06, 0]) / .1) ** 4)
    if kind == "goatee":
        cover = np.maximum(chin, moustache * (rng.random() < .7))
    elif kind == "moustache":
        cover = moustache
    else:
        cover = np.maximum.reduce([cover, chin, moustache])
    front = np.clip((points[:, 2] - .1) / .1, 0, 1)
    cover = cover * (1 - np.clip(lips * 1.6, 0, 1)) * front * (points[:, 1] < .12)
    noise = .25 * noise_at(points, 12, rng.uniform(0, 60, 3))
    return np.clip(cover * 1.5 - .25 + noise * (cover > .1), 0, 1).astype(np.float32) * (1 - ear_mask(points))


def beard_parts(rng, scalp, beard, kind, colour, texture):
    """Whiskers of a beard; scalp: what they grow from (with the person's displacement, expression included)."""
    if kind in ("none", "stubble"):
        return []
    long = {"short": rng.uniform(.03, .1), "full": rng.uniform(.12, .28), "long": rng.uniform(.4, 1.1)}.get(kind, rng.uniform(.05, .2))
    count = {"moustache": 900}.get(kind, 3400)
    roots, normals, moved = scalp.roots(rng, count, beard)
    if len(roots) == 0:
        return []
    chin = np.exp(-(roots[:, 0] / .45) ** 2) * np.clip(-roots[:, 1] / .55, 0, 1)
    lip = np.clip((roots[:, 1] + .45) / .12, 0, 1) * (np.abs(roots[:, 0]) < .35)
    length = (np.minimum(long, .16) + long * .9 * chin) * np.exp(rng.normal(size=len(roots)) * .2)
    length = np.where(lip > .5, np.minimum(length, rng.uniform(.07, .16)), length)
    row = comb(STRAIGHT, (0, -1, .25), gravity=.25, strength=.4, stiff=.7, frizz=.12)
    strands, outward = grown(rng, roots, normals, length, np.abs(rng.normal(size=len(roots))) * .03 + .006, .45, row, scalp.field, 6, 8)
    aside = np.sign(roots[:, :1]) * np.linspace(0, 1, 6)[None] * length[:, None] * .45 * (lip > .5)[:, None]
    strands[..., 0] += aside.astype(np.float32)
    radius, pitch, _ = TEXTURES[texture]
    curl = max(radius, .012) * np.clip(long / .2, 0, 1) * .8
    return [ribbon_part(rng, strands, outward, length, rng.uniform(.008, .016, len(roots)), colour, WHISKER,
                        np.repeat(moved[:, None], 6, axis=1), curl, min(pitch, .3), flat=.4)]
