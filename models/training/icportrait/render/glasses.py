"""Glasses: rims, bridge and temples as tubes, dark lenses for sunglasses."""
import numpy as np

from .hair import grid_faces
from .mesh import FRAME, LENS, Part


def _tube(line, radius, closed):
    """Points and faces of a six-sided tube along a polyline [K,3]."""
    ahead = np.roll(line, -1, 0) if closed else np.concatenate([line[1:], line[-1:]])
    back = np.roll(line, 1, 0) if closed else np.concatenate([line[:1], line[:-1]])
    along = ahead - back
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    first = np.cross(along, [.31, .2, .93])
    first /= np.linalg.norm(first, axis=1, keepdims=True)
    second = np.cross(along, first)
    turn = np.arange(7) / 6 * 2 * np.pi
    rings = line[:, None] + radius * (np.cos(turn)[None, :, None] * first[:, None] + np.sin(turn)[None, :, None] * second[:, None])
    if closed:
        rings = np.concatenate([rings, rings[:1]])
    return rings.reshape(-1, 3).astype(np.float32), grid_faces(len(rings), 7, False)


def sample_glasses(rng, marks, displacement_of):
    """Parts of a pair of glasses on the mean head.

    marks [68,3]: landmarks of the neutral head; displacement_of(point [3]) -> [3]: how the head moved there.
    """
    half_width, half_height = rng.uniform(.21, .29), rng.uniform(.13, .25)
    power, radius = rng.uniform(.45, 1.0), rng.uniform(.008, .03)
    colour = rng.choice([.01, .04, .3]) * rng.uniform(.4, 1.4, 3) if rng.random() < .7 else np.array([.45, .33, .14])
    dark = rng.random() < .14
    height = .31 + rng.normal() * .02
    turn = np.arange(28) / 28 * 2 * np.pi
    lines, lenses = [], []
    for side in (-1, 1):
        centre = np.array([side * (half_width + .085), height, 1.10])
        x = np.sign(np.cos(turn)) * np.abs(np.cos(turn)) ** power * half_width
        y = np.sign(np.sin(turn)) * np.abs(np.sin(turn)) ** power * half_height
        rim = centre + np.stack([x, y, -.10 * (np.abs(side * (half_width + .085) + x) / .6) ** 2], 1)
        lines.append((rim, True))
        outer = rim[0] if side > 0 else rim[14]
        ear = np.array([side * .80, height + .08, .05])
        hinge = np.array([side * .78, height + .06, outer[2] - .12])
        lines.append((np.stack([outer, hinge, (hinge + ear) / 2, ear, ear + [0, -.12, -.12]]), False))
        lenses.append(np.concatenate([rim.mean(0)[None], rim]))
    bridge = [np.array([x, height + .06, 1.12 - .4 * abs(x) ** 2]) for x in (-.09, -.04, .04, .09)]
    lines.append((np.stack(bridge), False))
    parts = []
    moved = displacement_of(marks[27])
    for line, closed in lines:
        points, faces = _tube(line.astype(np.float32), radius, closed)
        parts.append(Part(points, (points + moved).astype(np.float32), faces, FRAME, colour, np.zeros(len(points))))
    if dark:
        fan = np.array([[0, 1 + i, 1 + (i + 1) % 28] for i in range(28)], np.int32)
        parts += [Part(lens.astype(np.float32), (lens + moved).astype(np.float32), fan, LENS, np.full(3, .01),
                       np.zeros(len(lens)), outward=np.broadcast_to([0, 0, 1.0], lens.shape)) for lens in lenses]
    return parts
