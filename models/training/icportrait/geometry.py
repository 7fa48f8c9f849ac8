"""Geometric changes of a rendered sample; pixels, rotation, camera, light and landmarks stay consistent. NumPy and OpenCV."""

from __future__ import annotations

import cv2
import numpy as np

from .data import Sample
from .landmarks import MIRROR_LANDMARKS

MAP_KEYS = ("coordinates", "depth", "back_depth", "normal", "albedo", "head")
ODD_IN_X = (3, 4, 7)  # spherical-harmonics terms x, xy, xz
BORDERS = ((cv2.BORDER_REPLICATE, 0), (cv2.BORDER_REPLICATE, 0), (cv2.BORDER_CONSTANT, 128), (cv2.BORDER_CONSTANT, 0))


def unpack(sample: Sample) -> Sample:
    """Stored types -> working types: image uint8 [256, 256, 3]; maps float32 [128, 128, C] with background 0.

    ``valid`` [128, 128] is 1 where geometry is known; ``matte`` float32 0..1; ``albedo`` stays sRGB-encoded, 0..1.
    """
    def as_map(values: np.ndarray, scale: float = 1.0) -> np.ndarray:
        values = values.astype(np.float32) * scale
        return np.ascontiguousarray(values.transpose(1, 2, 0)) if values.ndim == 3 else values[..., None]

    normal = as_map(sample["normal"], 1 / 127)
    return {
        "image": sample["image"], "matte": sample["matte"].astype(np.float32) / 255,
        "coordinates": as_map(sample["coordinates"]), "depth": as_map(sample["depth"]),
        "back_depth": as_map(sample["back_depth"]), "normal": normal, "albedo": as_map(sample["albedo"], 1 / 255),
        "head": as_map(sample["head"], 1 / 255), "valid": (np.abs(normal).sum(2) > 0.5).astype(np.float32),
        "rotation": sample["rotation"].astype(np.float32), "camera": sample["camera"].astype(np.float32),
        "light": sample["light"].astype(np.float32), "landmarks": sample["landmarks"].astype(np.float32),
        "eyelids": sample["eyelids"].astype(np.float32),
    }


def mirror(sample: Sample) -> Sample:
    """The sample seen in a mirror: left and right change places."""
    flipped = dict(sample)
    for key in ("image", "matte", "valid", *MAP_KEYS):
        flipped[key] = np.ascontiguousarray(sample[key][:, ::-1])
    for key in ("coordinates", "normal"):
        flipped[key][..., 0] *= -1
    sign = np.array([-1, 1, 1], np.float32)
    flipped["rotation"] = sample["rotation"] * sign[:, None] * sign[None, :]
    flipped["camera"] = sample["camera"].copy()
    flipped["camera"][0] = 1 - flipped["camera"][0]
    flipped["light"] = sample["light"].copy()
    flipped["light"][list(ODD_IN_X)] *= -1
    flipped["landmarks"] = sample["landmarks"][MIRROR_LANDMARKS].copy()
    flipped["landmarks"][:, 0] = 1 - flipped["landmarks"][:, 0]
    flipped["eyelids"] = sample["eyelids"][::-1].copy()
    return flipped


def turn_light(light: np.ndarray, angle: float) -> np.ndarray:
    """Spherical harmonics [9, 3] of the light turned by ``angle`` (radians, counter-clockwise as seen) about z."""
    one, zero = np.cos(angle), np.sin(angle)
    two, cross = np.cos(2 * angle), np.sin(2 * angle)
    turned = light.copy()
    for y_term, x_term in ((1, 3), (5, 7)):
        turned[y_term] = one * light[y_term] + zero * light[x_term]
        turned[x_term] = -zero * light[y_term] + one * light[x_term]
    turned[4] = two * light[4] + cross * light[8]
    turned[8] = -cross * light[4] + two * light[8]
    return turned


def move(sample: Sample, angle: float, zoom: float, shift: tuple[float, float],
         border: tuple[int, int] = BORDERS[0]) -> Sample:
    """Turns the picture by ``angle`` (radians, counter-clockwise as seen) and zooms about its middle, then shifts.

    ``shift`` is in fractions of the crop; ``border`` is an OpenCV border mode and its fill. Beyond the old picture ``matte_weight`` and ``valid`` are 0.
    """
    cosine, sine = np.cos(angle) * zoom, np.sin(angle) * zoom
    linear = np.array([[cosine, sine], [-sine, cosine]], np.float32)
    offset = np.array([0.5, 0.5]) + np.asarray(shift) - linear @ np.array([0.5, 0.5])

    def matrix(side: int) -> np.ndarray:
        # Fractions f = (pixel + 0.5) / side on both sides of the map.
        return np.column_stack([linear, offset * side - 0.5 + linear @ np.array([0.5, 0.5])]).astype(np.float32)

    def warp(values: np.ndarray, mode: int = cv2.BORDER_CONSTANT, fill: int = 0) -> np.ndarray:
        side = values.shape[0]
        return cv2.warpAffine(values, matrix(side), (side, side), flags=cv2.INTER_LINEAR, borderMode=mode,
                              borderValue=(fill, fill, fill))

    moved = dict(sample)
    moved["image"] = warp(sample["image"], *border)
    moved["matte"] = warp(sample["matte"])
    inside = warp(np.ones_like(sample["matte"]))
    moved["matte_weight"] = sample.get("matte_weight", 1.0) * (inside > 0.99)
    cover = warp(sample["valid"])
    for key in MAP_KEYS:
        # Dividing by the cover keeps the background's zeros out of the silhouette.
        values = warp(sample[key])
        moved[key] = values.reshape(*values.shape[:2], -1) / np.maximum(cover, 1e-3)[..., None]
    moved["valid"] = (cover > 0.6).astype(np.float32)
    turn = np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]], np.float32)
    moved["rotation"] = turn @ sample["rotation"]
    moved["normal"] = moved["normal"] @ turn.T
    moved["light"] = turn_light(sample["light"], angle)
    camera = sample["camera"].copy()
    camera[:2] = linear @ camera[:2] + offset
    camera[2] *= zoom
    landmarks = sample["landmarks"].copy()
    landmarks[:, :2] = landmarks[:, :2] @ linear.T + offset
    moved["camera"], moved["landmarks"] = camera, landmarks
    return moved
