"""Where a rendered crop comes to lie in a scene, and its face box there."""

from __future__ import annotations

import cv2
import numpy as np

from .data import Sample

BOX_DECIMETRES = 2.0  # side of a face box at the head origin
FACE_FRONT = 0.8


def roll_degrees(rotation: np.ndarray) -> float:
    """Roll of R = Rz(roll) Rx(-pitch) Ry(yaw): the lean of the head's up axis, counter-clockwise as seen."""
    return float(np.degrees(np.arctan2(-rotation[0, 1], rotation[1, 1])))


def box_side(sample: Sample, zoom: float) -> float:
    """Side of the face box in px at ``zoom`` scene pixels per crop pixel."""
    return float(BOX_DECIMETRES * sample["camera"][2] * 256 * zoom)


def placing(sample: Sample, zoom: float, turn: float, centre: tuple[float, float], point: np.ndarray | None = None) -> np.ndarray:
    """2 x 3 matrix from crop pixels to scene pixels: zoomed, turned (degrees, counter-clockwise as seen), with the head's origin
    (or ``point``, in crop pixels) at ``centre``."""
    angle = np.radians(turn)
    linear = zoom * np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return np.column_stack([linear, np.asarray(centre) - linear @ (sample["camera"][:2] * 256 if point is None else point)]).astype(np.float32)


def front_in_crop(sample: Sample) -> np.ndarray:
    """Where the middle of the face lies in the crop (px): the point ``FACE_FRONT`` dm before the head's origin."""
    forward = FACE_FRONT * sample["rotation"][:, 2]
    scale = 256 * sample["camera"][2] / max(1 - sample["camera"][3] * forward[2], 0.3)
    return sample["camera"][:2] * 256 + scale * forward[:2] * np.array([1, -1])


def face_in(sample: Sample, matrix: np.ndarray, zoom: float, turn: float) -> list[float]:
    """Centre x, centre y, side and roll (-180 to 180 degrees) of the sample's face in the scene."""
    centre = matrix @ np.array([*(sample["camera"][:2] * 256), 1.0])
    roll = (roll_degrees(sample["rotation"]) + turn + 180.0) % 360.0 - 180.0
    return [float(centre[0]), float(centre[1]), box_side(sample, zoom), roll]


def lay_out(sample: Sample, matrix: np.ndarray, zoom: float, width: int, height: int) -> tuple[np.ndarray, np.ndarray]:
    """Colour [H, W, 3] and share [H, W, 1] (0..1) of the cut-out person at its place in the scene.

    The crop's last rows go on downwards, so that nobody ends in mid-air.
    """
    layer = np.dstack([sample["image"], sample["matte"]])
    layer[0, :, 3] = 0  # nothing goes on upwards
    while zoom < 0.5:  # averaging first keeps small heads free of aliasing
        layer = cv2.resize(layer, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
        matrix = np.column_stack([matrix[:, :2] * 2, matrix[:, 2]])
        zoom *= 2
    moved = cv2.warpAffine(layer, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return moved[..., :3], moved[..., 3:].astype(np.float32) / 255


def covered(share: np.ndarray, face: list[float]) -> bool:
    """Whether a new person would hide part of an earlier face."""
    x, y, side, _ = face
    left, right, top, bottom = (int(max(0, edge)) for edge in (x - 0.3 * side, x + 0.3 * side, y - 0.3 * side, y + 0.35 * side))
    patch = share[top:bottom + 1, left:right + 1]
    return patch.size == 0 or float(patch.mean()) > 0.1
