"""Surfaces of one scene: parts in head axes (dm), joined into flat arrays for the rasteriser."""
from dataclasses import dataclass, field

import numpy as np

# Numbers are stored in shards, so that none is given anew: 5 and 10 were shells of beards and buns.
SKIN, MOUTH, EYE, LASH, HAIR, _, CLOTH, HEAD_CLOTH, FRAME, LENS, _, OCCLUDER, LOCK, WHISKER, BROW = range(15)
MATERIALS = 15
LAST = (CLOTH, OCCLUDER)


def vertex_normals(positions, faces):
    """Unit vertex normals float32 [V,3] (area weighted); right-handed faces point outwards."""
    a, b, c = (positions[faces[:, i]] for i in range(3))
    face = np.cross(b - a, c - a)
    total = np.stack([sum(np.bincount(faces[:, corner], face[:, axis], len(positions)) for corner in range(3))
                      for axis in range(3)], 1)
    return (total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-12)).astype(np.float32)


@dataclass
class Part:
    """canonical and positions float32 [V,3] dm; faces int32 [T,3]; everything else per vertex.

    colour: linear RGB; inner: 0 at open borders of strand sheets; body: 1 = moves with the body, 0 = with the head;
    gloss: multiplies the material's specular strength; beard, scalp: strength of painted stubble and scalp hair;
    normals: given where the faces' own would not do (ribbons); tangent: unit vectors along strands;
    coarse: which faces count for soft shadows.
    """
    canonical: np.ndarray
    positions: np.ndarray
    faces: np.ndarray
    material: int
    colour: np.ndarray
    body: np.ndarray
    inner: np.ndarray = None
    gloss: np.ndarray = None
    beard: np.ndarray = None
    scalp: np.ndarray = None
    outward: np.ndarray = None
    materials: np.ndarray = None
    normals: np.ndarray = None
    tangent: np.ndarray = None
    coarse: np.ndarray = None

    def __post_init__(self):
        count = len(self.positions)
        fill = lambda value, given: np.full(count, value, np.float32) if given is None else given.astype(np.float32)
        self.inner, self.gloss = fill(1, self.inner), fill(1, self.gloss)
        self.tangent = np.zeros((count, 3), np.float32) if self.tangent is None else self.tangent
        self.beard, self.scalp = fill(0, self.beard), fill(0, self.scalp)
        self.colour = np.broadcast_to(self.colour, (count, 3)).astype(np.float32)
        self.body = np.broadcast_to(self.body, (count,)).astype(np.float32)
        if self.materials is None:
            self.materials = np.full(len(self.faces), self.material, np.int32)


@dataclass
class Mesh:
    """All parts joined. attributes [V,11]: colour rgb, inner, gloss, beard, scalp, head weight, tangent.

    coarse: numbers of the faces that are enough for soft shadows: all but most ribbons.
    """
    canonical: np.ndarray
    positions: np.ndarray
    normals: np.ndarray
    faces: np.ndarray
    material: np.ndarray
    attributes: np.ndarray
    solid_faces: int
    coarse: np.ndarray
    starts: list = field(default_factory=list)


def join(parts, turn_body):
    """Joins parts, the first being the head; turn_body maps (positions, body weight) to posed positions.

    Clothes and what is held come last, so that faces before `solid_faces` are head, hair and neck.
    """
    parts = sorted(parts, key=lambda part: part.material in LAST)
    start, faces, starts, normals, posed = 0, [], [], [], []
    for part in parts:
        positions = turn_body(part.positions, part.body).astype(np.float32)
        n = vertex_normals(positions, part.faces) if part.normals is None else part.normals.astype(np.float32)
        if part.outward is not None:
            n *= np.where((n * part.outward).sum(1, keepdims=True) < 0, -1, 1).astype(np.float32)
        faces.append(part.faces + start)
        starts.append(start)
        normals.append(n)
        posed.append(positions)
        start += len(positions)
    stack = lambda name: np.concatenate([getattr(part, name) for part in parts])
    head_weight = 1 - np.clip((stack("body") - .8) / .2, 0, 1)  # chest and clothes move with the body
    attributes = np.concatenate([stack("colour"), np.stack([stack("inner"), stack("gloss"), stack("beard"), stack("scalp"),
                                                           head_weight], 1), stack("tangent")], 1)
    solid = sum(len(part.faces) for part in parts if part.material not in LAST)
    coarse = np.concatenate([np.ones(len(part.faces), bool) if part.coarse is None else part.coarse for part in parts])
    return Mesh(np.ascontiguousarray(stack("canonical"), np.float32), np.ascontiguousarray(np.concatenate(posed), np.float32),
                np.concatenate(normals), np.ascontiguousarray(np.concatenate(faces), np.int32),
                stack("materials").astype(np.int32), np.ascontiguousarray(attributes, np.float32), solid, np.flatnonzero(coarse), starts)
