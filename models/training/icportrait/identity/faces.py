"""Faces as the embedding sees them: placed alike by pose and camera, hair and background hidden. Numbers shared with the plugin."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from ..data import Sample

FACE_SIDE = 112  # px
FACE_WIDTH = 2.0  # dm at the middle of the face
MIDDLE = np.array([0.0, 0.05, 0.75], np.float32)  # of the face, canonical, dm
LOWEST, HIGHEST, REARMOST = -0.95, 0.85, 0.2  # canonical, dm: what lies beyond is neck, hair or ear
FACE_KEYS = ("image", "coordinates", "head", "rotation", "camera", "scene")


@dataclass(frozen=True)
class Placing:
    """How a face is cut out of the true place: as readings of photographs err."""
    shift: tuple[float, float] = (0.0, 0.0)  # of the face's width
    zoom: float = 1.0
    roll: float = 0.0  # radians
    limits: tuple[float, float, float] = (0.0, 0.0, 0.0)  # added to LOWEST, HIGHEST and REARMOST
    mirrored: bool = False

    @staticmethod
    def drawn(random: np.random.Generator) -> "Placing":
        return Placing(tuple(random.normal(0, 0.02, 2)), float(np.exp(random.normal(0, 0.05))), float(random.normal(0, 0.05)),
                       tuple(random.normal(0, 0.06, 3)), bool(random.random() < 0.5))


def to_face(rotation: np.ndarray, camera: np.ndarray, placing: Placing) -> np.ndarray:
    """Affine map [2, 3] of fractions of a crop to fractions of the face's square, which stands upright."""
    across, down, size, perspective = (float(value) for value in camera)
    middle = rotation @ MIDDLE
    nearness = size / (1 - perspective * float(middle[2]))
    place = np.array([across + nearness * middle[0], down - nearness * middle[1]])
    roll = np.arctan2(-rotation[0, 1], rotation[1, 1]) + placing.roll  # counter-clockwise as seen
    scale = placing.zoom / (FACE_WIDTH * nearness)
    turn = scale * np.array([[np.cos(roll), -np.sin(roll)], [np.sin(roll), np.cos(roll)]])
    offset = 0.5 + np.asarray(placing.shift) - turn @ place
    if placing.mirrored:
        turn[0] *= -1
        offset[0] = 1 - offset[0]
    return np.column_stack([turn, offset])


def face_of(sample: Sample, placing: Placing = Placing()) -> tuple[np.ndarray, np.ndarray]:
    """(picture uint8 [112, 112, 3], what of it is face, float32 [112, 112], 0..1) of a stored sample."""
    fractions = to_face(sample["rotation"], sample["camera"], placing)
    picture = cv2.warpAffine(sample["image"], pixels(fractions, sample["image"].shape[0]), (FACE_SIDE, FACE_SIDE), flags=cv2.INTER_LINEAR,
                             borderMode=cv2.BORDER_REPLICATE)
    _, y, z = sample["coordinates"].astype(np.float32)
    low, high, rear = placing.limits
    inside = (sample["head"] > 127) & (y > LOWEST + low) & (y < HIGHEST + high) & (z > REARMOST + rear)
    mask = cv2.warpAffine(inside.astype(np.float32), pixels(fractions, len(inside)), (FACE_SIDE, FACE_SIDE), flags=cv2.INTER_LINEAR)
    return picture, mask


def pixels(fractions: np.ndarray, side: int) -> np.ndarray:
    """The map between fractions as one between pixel indices of a square of ``side`` and of the face's."""
    turn = fractions[:, :2] * (FACE_SIDE / side)
    return np.column_stack([turn, fractions[:, 2] * FACE_SIDE + turn @ [0.5, 0.5] - 0.5]).astype(np.float32)


def given(picture: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """What the network is given: uint8 [4, 112, 112], the picture darkened to 0 where it is no face, and the mask."""
    share = mask[..., None]
    return np.concatenate([picture * share, 255 * share], 2).transpose(2, 0, 1).round().astype(np.uint8)
