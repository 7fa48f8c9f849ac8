"""Glasses: rims, bridge and temples as tubes; lenses clear, tinted or dark."""
import numpy as np

from .hair import grid_faces
from .mesh import FRAME, LENS, Part
from .shares import happens

CLEAR, TINTED, DARK = 2.0, 3.0, 0.0  # what a strand table's first column says of lenses; see rasteriser.screened
SHAPES = {"round": (1.0, .82), "oval": (.9, .62), "panto": (.72, .85), "square": (.45, .72), "aviator": (.62, .95), "cat eye": (.6, .66)}


def tube(line, radius, closed, sides=6):
    """Points and faces of a tube along a polyline [K,3]; radius: a number or [K,1,1]."""
    ahead = np.roll(line, -1, 0) if closed else np.concatenate([line[1:], line[-1:]])
    back = np.roll(line, 1, 0) if closed else np.concatenate([line[:1], line[:-1]])
    along = ahead - back
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    first = np.cross(along, [.31, .2, .93])
    first /= np.linalg.norm(first, axis=1, keepdims=True)
    second = np.cross(along, first)
    turn = np.arange(sides + 1) / sides * 2 * np.pi
    rings = line[:, None] + radius * (np.cos(turn)[None, :, None] * first[:, None] + np.sin(turn)[None, :, None] * second[:, None])
    if closed:
        rings = np.concatenate([rings, rings[:1]])
    return rings.reshape(-1, 3).astype(np.float32), grid_faces(len(rings), sides + 1, False)


def sample_glasses(rng, nose, ears):
    """(parts of a pair of glasses on the mean head, lens kind CLEAR, TINTED or DARK); displacements: nose [3], right and left
    ear [2,3]."""
    shape = str(rng.choice(list(SHAPES)))
    power, ratio = SHAPES[shape]
    half_width = rng.uniform(.20, .29)
    half_height, radius = half_width * ratio * rng.uniform(.85, 1.1), rng.choice([.006, rng.uniform(.008, .016), rng.uniform(.016, .035)])
    colour = rng.choice([.01, .04, .3]) * rng.uniform(.4, 1.4, 3) if rng.random() < .7 else np.array([.45, .33, .14])
    height = .31 + rng.normal() * .02
    lens = (DARK if rng.random() < .7 else TINTED) if happens(rng, "dark lenses") else (CLEAR if happens(rng, "clear lenses") else None)
    lines, lenses = [], []
    for side in (-1, 1):
        rim = _rim(side, half_width, half_height, power, height, shape)
        upper_only = radius < .01 and rng.random() < .3  # half-rimmed
        lines.append((rim[:15] if upper_only else rim, not upper_only))
        outer = rim[0] if side > 0 else rim[14]
        ear, hinge = np.array([side * .80, height + .08, .05]), np.array([side * .78, height + .06, outer[2] - .12])
        lines.append((np.stack([outer, hinge, (hinge + ear) / 2, ear, ear + [0, -.12, -.12]]), False))
        lenses.append(np.concatenate([rim.mean(0)[None], rim]))
    lines.append((np.stack([np.array([x, height + .06, 1.12 - .4 * abs(x) ** 2]) for x in (-.09, -.04, .04, .09)]), False))
    parts = []
    for line, closed in lines:
        points, faces = tube(line.astype(np.float32), radius, closed)
        parts.append(Part(points, _moved(points, nose, ears).astype(np.float32), faces, FRAME, colour, np.zeros(len(points))))
    if lens is not None:
        fan = np.array([[0, 1 + i, 1 + (i + 1) % 28] for i in range(28)], np.int32)
        tint = np.full(3, .02) if lens == CLEAR else .012 * np.exp(rng.normal(size=3) * .5)
        parts += [Part(glass.astype(np.float32), _moved(glass, nose, ears).astype(np.float32), fan, LENS, tint, np.zeros(len(glass)),
                       outward=np.broadcast_to([0, 0, 1.0], glass.shape)) for glass in lenses]
    return parts, lens or 0.0


def _moved(points, nose, ears):
    """Points as the nose under the bridge and the ears under the temples have moved."""
    back = np.clip((1.0 - points[:, 2:]) / .9, 0, 1)
    return points + nose * (1 - back) + np.where(points[:, :1] > 0, ears[1], ears[0]) * back


def _rim(side, half_width, half_height, power, height, shape):
    """Outline [28,3] of one lens."""
    turn = np.arange(28) / 28 * 2 * np.pi
    centre = np.array([side * (half_width + .085), height, 1.10])
    x = np.sign(np.cos(turn)) * np.abs(np.cos(turn)) ** power * half_width
    y = np.sign(np.sin(turn)) * np.abs(np.sin(turn)) ** power * half_height
    if shape == "cat eye":
        y = y + .05 * np.clip(side * x / half_width, 0, 1) * (y > 0)
    if shape == "aviator":
        y = y * (1 + .25 * (y < 0)) - .02
        x = x * (1 - .2 * (y < -half_height * .6))
    return centre + np.stack([x, y, -.10 * (np.abs(centre[0] + x) / .6) ** 2], 1)
