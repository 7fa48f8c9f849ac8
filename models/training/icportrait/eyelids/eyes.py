"""Eyes as the network of eyelids sees them: placed by landmarks, pose and camera, all like a right eye. Numbers shared with the plugin."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from ..data import Sample

EYE_SIDE = 48  # px
EYE_WIDTH = 0.6  # dm at the eye
EYE_FRONT = 0.75  # dm before the head's origin, where the camera's scale is taken
CORNERS = (36, 39), (42, 45)  # of the subject's right and left eye, in 300-W order
POINTS = slice(36, 42), slice(42, 48)
LIKE_RIGHT = (36, 37, 38, 39, 40, 41), (45, 44, 43, 42, 47, 46)  # the points of both as those of a right eye
ASIDE = np.radians(20.0)  # by which an eye faces outwards
TURNED_AWAY = 65.0  # degrees between where an eye faces and the viewer
LEAST_SEEN = 0.5  # mean visibility of an eye's points
EYE_KEYS = ("image", "landmarks", "rotation", "camera", "eyelids")


@dataclass(frozen=True)
class Cut:
    """How an eye is cut out beside the true place: as readings of photographs err."""
    shift: tuple[float, float] = (0.0, 0.0)  # of the cut's width
    zoom: float = 1.0
    taller: float = 1.0  # stretch across the line through the corners
    roll: float = 0.0  # radians

    @staticmethod
    def drawn(random: np.random.Generator) -> "Cut":
        return Cut(tuple(random.normal(0, 0.045, 2)), float(np.exp(random.normal(0, 0.09))), float(np.exp(random.normal(0, 0.06))),
                   float(random.normal(0, 0.07)))


def turned_by(rotation: np.ndarray, eye: int) -> float:
    """Degrees between where an eye (0 the subject's right, 1 the left) faces and the viewer."""
    faces = np.array([(-1, 1)[eye] * np.sin(ASIDE), 0.0, np.cos(ASIDE)])
    return float(np.degrees(np.arccos(np.clip(rotation[2] @ faces, -1, 1))))


def is_seen(sample: Sample, eye: int, most_turned: float = TURNED_AWAY) -> bool:
    """Whether an eye can be read: it faces the viewer and little hides it."""
    return turned_by(sample["rotation"], eye) <= most_turned and sample["landmarks"][POINTS[eye], 2].mean() >= LEAST_SEEN


def to_eye(sample: Sample, eye: int, cut: Cut) -> np.ndarray:
    """Affine map [2, 3] of fractions of a stored crop to fractions of the eye's square, which stands upright; a left eye is mirrored."""
    rotation, camera = sample["rotation"], sample["camera"]
    middle = sample["landmarks"][list(CORNERS[eye]), :2].mean(0)
    nearness = camera[2] / (1 - camera[3] * EYE_FRONT * rotation[2, 2])  # of the crop's side per dm
    roll = np.arctan2(-rotation[0, 1], rotation[1, 1]) + cut.roll  # counter-clockwise as seen
    turn = cut.zoom / (EYE_WIDTH * nearness) * np.array([[np.cos(roll), -np.sin(roll)], [np.sin(roll), np.cos(roll)]])
    turn[1] *= cut.taller
    if eye == 1:
        turn[0] *= -1
    return np.column_stack([turn, 0.5 + np.asarray(cut.shift) - turn @ middle])


def eye_of(sample: Sample, eye: int, cut: Cut = Cut()) -> np.ndarray:
    """uint8 [48, 48, 3] of a stored sample."""
    fractions, side = to_eye(sample, eye, cut), sample["image"].shape[0]
    turn = fractions[:, :2] * (EYE_SIDE / side)
    pixels = np.column_stack([turn, fractions[:, 2] * EYE_SIDE + turn @ [0.5, 0.5] - 0.5]).astype(np.float32)
    return cv2.warpAffine(sample["image"], pixels, (EYE_SIDE, EYE_SIDE), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def points_of(sample: Sample, eye: int, cut: Cut = Cut()) -> np.ndarray:
    """The eye's six landmarks in pixels of its square [6, 2], in the order of a right eye's."""
    fractions = to_eye(sample, eye, cut)
    return (sample["landmarks"][list(LIKE_RIGHT[eye]), :2] @ fractions[:, :2].T + fractions[:, 2]) * EYE_SIDE


def given(eye: np.ndarray) -> np.ndarray:
    """What the network is given: uint8 [3, 48, 48]."""
    return np.ascontiguousarray(eye.transpose(2, 0, 1))
