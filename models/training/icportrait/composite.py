"""Scenes for the finder: rendered heads set into headless pictures, with their boxes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import cv2
import numpy as np

from .augment import degrade, grey, paint_like, tone
from .backgrounds import Backgrounds
from .data import Sample
from .networks.finder import PICTURE_SIDE

BOX_DECIMETRES = 2.0  # side of a face box at the head origin
SMALLEST, LARGEST = 0.055, 0.92  # box side as a share of the picture's longer side
LARGEST_ROLL = 47.0  # degrees
LETTERBOX = 128


@dataclass
class Scene:
    """A letterboxed picture uint8 RGB [320, 320, 3] and its faces [F, 4]: centre x, centre y, side (px), roll (degrees)."""
    image: np.ndarray
    faces: np.ndarray


def roll_degrees(rotation: np.ndarray) -> float:
    """Roll of R = Rz(roll) Rx(-pitch) Ry(yaw): the lean of the head's up axis, counter-clockwise as seen."""
    return float(np.degrees(np.arctan2(-rotation[0, 1], rotation[1, 1])))


class SceneMaker:
    """Makes scenes from single heads (``draw`` gives image, matte, rotation, camera). For one thread."""

    def __init__(self, draw: Callable[[], Sample], assets: Path | None, random: np.random.Generator, held_out: bool = False):
        self.draw, self.random = draw, random
        self.backgrounds = Backgrounds(assets, random, held_out)

    def make(self) -> Scene:
        width, height = self.valid_size()
        kind = self.random.random()
        if kind < 0.42:
            image, faces = self.backgrounds.make(width, height), []
        elif kind < 0.6:
            image, faces = self.portrait(width, height)
        else:
            image, faces = self.collage(width, height)
        picture = np.full((PICTURE_SIDE, PICTURE_SIDE, 3), LETTERBOX, np.uint8)
        picture[:height, :width] = self.photograph(image)
        return Scene(picture, np.array(faces, np.float32).reshape(-1, 4))

    def valid_size(self) -> tuple[int, int]:
        """Width and height of the part that a letterboxed picture fills."""
        shape = self.random.random()
        if shape < 0.35:
            return PICTURE_SIDE, PICTURE_SIDE
        short = int(PICTURE_SIDE * self.random.uniform(0.5, 1.0))
        return (PICTURE_SIDE, short) if shape < 0.65 else (short, PICTURE_SIDE)

    def photograph(self, image: np.ndarray) -> np.ndarray:
        if self.random.random() < 0.08:
            image = paint_like(image, self.random)
        image = tone(image, self.random)
        if self.random.random() < 0.15:
            image = grey(image)
        return degrade(image, self.random)

    def portrait(self, width: int, height: int) -> tuple[np.ndarray, list]:
        """A rendered crop with its own background as the whole picture, or as a rectangle in a larger one."""
        sample = self.draw()
        if self.random.random() < 0.6:
            zoom = max(width, height) / 256 * self.random.uniform(0.8, 1.5)
            matrix = placing(sample, zoom, 0.0, (width * self.random.uniform(0.4, 0.6), height * self.random.uniform(0.35, 0.6)))
            image = cv2.warpAffine(sample["image"], matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
            return image, [face_in(sample, matrix, zoom, 0.0)]
        image = self.backgrounds.make(width, height)
        side = int(min(width, height) * self.random.uniform(0.15, 0.8))
        left, top = int(self.random.integers(0, width - side + 1)), int(self.random.integers(0, height - side + 1))
        image[top:top + side, left:left + side] = cv2.resize(sample["image"], (side, side), interpolation=cv2.INTER_AREA)
        matrix = np.array([[side / 256, 0, left], [0, side / 256, top]], np.float32)
        return image, [face_in(sample, matrix, side / 256, 0.0)]

    def collage(self, width: int, height: int) -> tuple[np.ndarray, list]:
        """Cut-out heads before a headless picture; far ones first."""
        image = self.backgrounds.make(width, height)
        count = 1 if self.random.random() < 0.55 else int(self.random.integers(2, 6))
        shares = sorted(np.exp(self.random.uniform(np.log(SMALLEST), np.log(LARGEST if count == 1 else 0.35), count)))
        faces: list = []
        for share in shares:
            image = self.add_head(image, share * PICTURE_SIDE, faces)
        return image, faces

    def add_head(self, image: np.ndarray, side: float, faces: list) -> np.ndarray:
        """Pastes one head with a box of ``side`` px where it covers no other face; gives up after some tries."""
        height, width = image.shape[:2]
        sample = self.draw()
        own_roll = roll_degrees(sample["rotation"])
        spread = 22.0 if self.random.random() < 0.5 else 6.0
        turn = float(np.clip(self.random.normal(0, spread), -LARGEST_ROLL - own_roll, LARGEST_ROLL - own_roll))
        zoom = side / (BOX_DECIMETRES * sample["camera"][2] * 256)
        for _ in range(8):
            margin_x, margin_y = min(0.4 * side, 0.45 * width), min(0.4 * side, 0.45 * height)
            centre = (self.random.uniform(margin_x, width - margin_x), self.random.uniform(margin_y, height - margin_y))
            matrix = placing(sample, zoom, turn, centre)
            face = face_in(sample, matrix, zoom, turn)
            if any(np.hypot(face[0] - x, face[1] - y) < 0.75 * (side + other) / 2 for x, y, other, _ in faces):
                continue
            colour, share = lay_out(sample, matrix, zoom, width, height)
            if any(covered(share, other) for other in faces):
                continue
            faces.append(face)
            return (colour * share + image * (1 - share) + 0.5).astype(np.uint8)
        return image


def placing(sample: Sample, zoom: float, turn: float, centre: tuple[float, float]) -> np.ndarray:
    """2 x 3 matrix from crop pixels to scene pixels: zoomed, turned (degrees, counter-clockwise as seen), face at ``centre``."""
    angle = np.radians(turn)
    linear = zoom * np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return np.column_stack([linear, np.asarray(centre) - linear @ (sample["camera"][:2] * 256)]).astype(np.float32)


def face_in(sample: Sample, matrix: np.ndarray, zoom: float, turn: float) -> list[float]:
    """Centre x, centre y, side and roll of the sample's face in the scene."""
    centre = matrix @ np.array([*(sample["camera"][:2] * 256), 1.0])
    side = BOX_DECIMETRES * sample["camera"][2] * 256 * zoom
    return [float(centre[0]), float(centre[1]), float(side), roll_degrees(sample["rotation"]) + turn]


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
