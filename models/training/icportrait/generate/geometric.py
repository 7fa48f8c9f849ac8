"""What geometry alone knows of another view and light: the source's own pixels, carried over its surface and its mirror image.

It stands in for the plugin's result where there is no Java (a lent GPU); the renderer's true surface is disturbed as the surface
network errs. No truth of the target but its pose, camera and light is read.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from ..data import Sample
from ..losses import shading
from ..photograph import LINEAR
from ..render.camera import HeadCamera
from ..render.rasteriser import rasterise

LARGEST_STEP = 0.22  # dm: neighbouring depths further apart belong to different surfaces
PLAIN = np.zeros((1, 16), np.float32)  # one material that covers all
NOTHING = np.zeros((1, 1, 1), np.float32)
LIGHTEST, DARKEST = 4.0, 0.25  # bounds of the ratio between two lights
TILTED = 0.15  # cosine to the source's viewer below which a pixel of the source is not believed


@dataclass(frozen=True)
class Mistakes:
    """How far a disturbed surface is from the true one; standard deviations, but for the widest rim."""
    depth: float = 0.05  # dm
    turn: float = 2.5  # degrees
    normal: float = 0.12
    light: float = 0.08  # share of the mean light
    rim: float = 0.3  # dm: from the silhouette inward, where the plugin trusts a photograph less and reads normals too round


EXACT = Mistakes(0.0, 0.0, 0.0, 0.0, 0.0)


@dataclass
class Surface:
    """The front of a head as read from one picture: a grid of points, of which ``known`` ones hold something.

    points float32 [N, N, 3] in head axes (dm), normals likewise, canonical [N, N, 3], cosine [N, N] to the viewer, rotation [3, 3],
    light [9, 3] in camera axes.
    """
    points: np.ndarray
    normals: np.ndarray
    canonical: np.ndarray
    cosine: np.ndarray
    known: np.ndarray
    rotation: np.ndarray
    light: np.ndarray


def read_surface(sample: Sample, random: np.random.Generator, mistakes: Mistakes = EXACT) -> Surface:
    """The surface of an unpacked sample (``geometry.unpack``), with mistakes of the given size."""
    depth = sample["depth"][..., 0] + mistakes.depth * bumps(random, sample["depth"].shape[0], 1)[..., 0]
    side = len(depth)
    line = (np.arange(side, dtype=np.float32) + 0.5) / side
    across, down = np.meshgrid(line, line)
    seen = HeadCamera(*sample["camera"]).unproject(across, down, depth)
    normals = sample["normal"] + mistakes.normal * bumps(random, side, 3)
    normals /= np.maximum(np.linalg.norm(normals, axis=2, keepdims=True), 1e-6)
    rotation = small_turn(random, mistakes.turn) @ sample["rotation"]
    light = sample["light"] + mistakes.light * random.normal(size=(9, 1)).astype(np.float32) * sample["light"][0].mean()
    known = sample["valid"] > 0
    cosine = normals[..., 2] * rim_trust(known, mistakes.rim * random.uniform() * sample["camera"][2] * side)
    return Surface((seen @ rotation).astype(np.float32), (normals @ rotation).astype(np.float32), sample["coordinates"], cosine.astype(np.float32),
                   known, rotation.astype(np.float32), light.astype(np.float32))


def rim_trust(known: np.ndarray, width: float) -> np.ndarray:
    """Rises from 0 at the border of what is known to 1 at ``width`` pixels inside."""
    if width < 0.5:
        return known.astype(np.float32)
    inside = cv2.distanceTransform(np.pad(known, 1).astype(np.uint8), cv2.DIST_L2, 3)[1:-1, 1:-1]
    return np.clip(inside / width, 0, 1)


def mirrored(surface: Surface) -> Surface:
    """The same head as its plane of symmetry would have it; what was left is right."""
    sign = np.array([-1, 1, 1], np.float32)
    return Surface(surface.points * sign, surface.normals * sign, surface.canonical * sign, surface.cosine, surface.known,
                   surface.rotation, surface.light)


def bumps(random: np.random.Generator, side: int, channels: int) -> np.ndarray:
    """Smooth noise of about unit spread, float32 [side, side, channels]."""
    coarse = random.normal(size=(6, 6, channels)).astype(np.float32)
    return cv2.resize(coarse, (side, side), interpolation=cv2.INTER_CUBIC).reshape(side, side, channels)


def small_turn(random: np.random.Generator, degrees: float) -> np.ndarray:
    vector = np.radians(random.normal(size=3) * degrees / np.sqrt(3))
    return cv2.Rodrigues(vector)[0].astype(np.float32)


def triangles(known: np.ndarray, depth: np.ndarray) -> np.ndarray:
    """Faces int32 [T, 3] of the grid, right-handed towards the viewer, where all corners are known and no step lies between."""
    index = np.arange(known.size, dtype=np.int32).reshape(known.shape)
    quads = {"a": np.s_[:-1, :-1], "b": np.s_[:-1, 1:], "c": np.s_[1:, :-1], "d": np.s_[1:, 1:]}
    faces = []
    for names in ("acb", "bcd"):
        corners = [quads[name] for name in names]
        deep = [depth[corner] for corner in corners]
        flat = np.maximum(np.maximum(*deep[:2]), deep[2]) - np.minimum(np.minimum(*deep[:2]), deep[2]) < LARGEST_STEP
        whole = known[corners[0]] & known[corners[1]] & known[corners[2]] & flat
        faces.append(np.stack([index[corner][whole] for corner in corners], 1))
    return np.ascontiguousarray(np.concatenate(faces))


@dataclass
class Carried:
    """A picture carried into another view, side x side: place float32 [., ., 2] in the source (fractions, NaN where nothing is), depth
    (camera axes, dm), normal [., ., 3] (target's camera axes), canonical [., ., 3], trust 0..1."""
    place: np.ndarray
    depth: np.ndarray
    normal: np.ndarray
    canonical: np.ndarray
    trust: np.ndarray

    @property
    def covered(self) -> np.ndarray:
        return np.isfinite(self.place[..., 0])


def carry(surface: Surface, rotation: np.ndarray, camera: np.ndarray, side: int, swapped: bool = False) -> Carried:
    """Draws a surface as the camera sees it under ``rotation``; ``swapped`` where it is a mirror image (its faces turn round)."""
    grid = len(surface.known)
    faces = triangles(surface.known, (surface.points @ surface.rotation.T)[..., 2] if not swapped else
                      ((surface.points * np.array([-1, 1, 1], np.float32)) @ surface.rotation.T)[..., 2])
    if swapped:
        faces = np.ascontiguousarray(faces[:, ::-1])
    points = surface.points.reshape(-1, 3) @ rotation.T
    view = HeadCamera(*camera)
    screen = view.to_raster(points.astype(np.float32), side)
    faces = np.ascontiguousarray(faces[faces_viewer(screen, faces)])
    if not len(faces):
        faces = np.zeros((1, 3), np.int32)
    vertices = grid * grid
    triangle, weights, nearest, _ = rasterise(screen, faces, np.zeros(len(faces), np.int32), np.zeros((vertices, 3), np.float32),
                                              np.ones(vertices, np.float32), PLAIN, NOTHING, np.float32(view.k), side, 0)
    return gather(surface, faces, triangle, weights, nearest, rotation, view.k)


def faces_viewer(screen: np.ndarray, faces: np.ndarray) -> np.ndarray:
    """Which faces show their outer side; y runs down on the screen, so outer ones turn clockwise there."""
    a, b, c = (screen[faces[:, corner], :2] for corner in range(3))
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (c[:, 0] - a[:, 0]) * (b[:, 1] - a[:, 1])
    return area < 0


def gather(surface: Surface, faces: np.ndarray, triangle: np.ndarray, weights: np.ndarray, nearest: np.ndarray, rotation: np.ndarray,
           k: float) -> Carried:
    grid = len(surface.known)
    covered = triangle >= 0
    corners = faces[np.maximum(triangle, 0)]
    rows, columns = np.divmod(corners, grid)

    def mix(values: np.ndarray) -> np.ndarray:
        return (values.reshape(grid * grid, -1)[corners] * weights[..., None]).sum(2)

    place = np.stack([((columns + 0.5) / grid * weights).sum(2), ((rows + 0.5) / grid * weights).sum(2)], 2).astype(np.float32)
    place[~covered] = np.nan
    normal = mix(surface.normals) @ rotation.T
    normal /= np.maximum(np.linalg.norm(normal, axis=2, keepdims=True), 1e-6)
    front = np.where(covered, nearest, 0.0)
    trust = np.clip((mix(surface.cosine)[..., 0] - TILTED) / (0.6 - TILTED), 0, 1) * covered
    return Carried(place, (front / (1 + k * front)).astype(np.float32), (normal * covered[..., None]).astype(np.float32),
                   (mix(surface.canonical) * covered[..., None]).astype(np.float32), trust.astype(np.float32))


def look(image: np.ndarray, carried: Carried) -> np.ndarray:
    """Linear colours float32 [side, side, 3] of the source's picture (uint8 sRGB) at the carried places; 0 where nothing is."""
    side = image.shape[0]
    at = np.where(carried.covered[..., None], carried.place * side - 0.5, -10).astype(np.float32)
    return cv2.remap(LINEAR[image], at[..., 0], at[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE) * carried.covered[..., None]


def relight(colours: np.ndarray, carried: Carried, surface: Surface, rotation: np.ndarray, light: np.ndarray, swapped: bool) -> np.ndarray:
    """Colours under another light: times the ratio of both lights' harmonics on the surface, each in its own camera axes."""
    head_normal = carried.normal @ rotation
    if swapped:
        head_normal = head_normal * np.array([-1, 1, 1], np.float32)
    before = harmonics(head_normal @ surface.rotation.T, surface.light)
    after = harmonics(carried.normal, light)
    floor = 0.05 * max(float(surface.light[0].mean()), 1e-3)
    return colours * np.clip(np.maximum(after, floor) / np.maximum(before, floor), DARKEST, LIGHTEST)


def harmonics(normal: np.ndarray, light: np.ndarray) -> np.ndarray:
    """Shading [., ., 3] of normals [., ., 3]; as ``losses.shading``."""
    import torch
    with torch.no_grad():
        shaded = shading(torch.from_numpy(np.ascontiguousarray(normal.transpose(2, 0, 1)[None].astype(np.float32))),
                         torch.from_numpy(light[None].astype(np.float32)))
    return shaded[0].numpy().transpose(1, 2, 0)
