"""Scenes for the finder: rendered heads set into headless pictures, with their boxes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import cv2
import numpy as np

from .backgrounds import Backgrounds
from .data import Sample
from .geometry import BORDERS
from .networks.finder import PICTURE_SIDE
from .photograph import degrade, grey, paint_like, tone
from .placing import box_side, covered, face_in, front_in_crop, lay_out, placing, roll_degrees

SMALLEST, LARGEST = 0.036, 0.92  # box side of pasted heads as a share of the picture's longer side
TIGHTEST = 1.25  # likewise where the head fills the picture
CUT_HAIR = 1.25  # crops this much larger than usual cut the hair: no whole person can be cut out
LETTERBOX = 128


@dataclass
class Scene:
    """A letterboxed picture uint8 RGB [320, 320, 3] and its faces [F, 4]: centre x, centre y, side (px), roll (degrees)."""
    image: np.ndarray
    faces: np.ndarray
    kind: str


class SceneMaker:
    """Makes scenes from single heads (``draw`` gives image, matte, rotation, camera). For one thread."""

    def __init__(self, draw: Callable[[], Sample], assets: Path | None, random: np.random.Generator, split: str = "train"):
        self.draw, self.random = draw, random
        self.backgrounds = Backgrounds(assets, random, split)

    def make(self) -> Scene:
        width, height = self.valid_size()
        kind, faces = self.random.random(), []
        if kind < 0.33:
            name, image = "empty", self.backgrounds.make(width, height)
        elif kind < 0.38:
            name, image = "empty", self.clothes(width, height)
        elif kind < 0.62:
            name = "filling"
            image, faces = self.filling(width, height)
        elif kind < 0.68:
            name = "framed"
            image, faces = self.framed(width, height)
        else:
            name = "pasted"
            image, faces = self.collage(width, height)
        if faces and self.random.random() < 0.12:
            image = self.cover_half(image, faces[self.random.integers(len(faces))])
        picture = np.full((PICTURE_SIDE, PICTURE_SIDE, 3), LETTERBOX, np.uint8)
        picture[:height, :width] = self.photograph(image)
        return Scene(picture, np.array(faces, np.float32).reshape(-1, 4), name)

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

    def turn(self) -> float:
        """Degrees by which a head is turned in the picture: mostly little, now and then by anything."""
        kind = self.random.random()
        if kind < 0.3:
            return float(self.random.uniform(-180, 180))
        return float(self.random.normal(0, 22.0 if kind < 0.6 else 6.0))

    def filling(self, width: int, height: int) -> tuple[np.ndarray, list]:
        """A rendered crop with its own background that fills the picture, as in tight portraits; what it lacks is any border."""
        sample = self.draw()
        share = self.random.uniform(0.4, TIGHTEST)
        zoom = share * np.sqrt(width * height) / box_side(sample, 1.0)
        centre = (width * self.random.uniform(0.3, 0.7), height * self.random.uniform(0.3, 0.7))
        turn = self.turn()
        matrix = placing(sample, zoom, turn, centre, front_in_crop(sample))
        mode, fill = BORDERS[self.random.integers(len(BORDERS))]
        image = cv2.warpAffine(sample["image"], matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=mode,
                               borderValue=(fill, fill, fill))
        return image, [face_in(sample, matrix, zoom, turn)]

    def framed(self, width: int, height: int) -> tuple[np.ndarray, list]:
        """A rendered crop as a rectangle in a larger picture."""
        sample = self.draw()
        image = self.backgrounds.make(width, height)
        side = int(min(width, height) * self.random.uniform(0.15, 0.8))
        left, top = int(self.random.integers(0, width - side + 1)), int(self.random.integers(0, height - side + 1))
        image[top:top + side, left:left + side] = cv2.resize(sample["image"], (side, side), interpolation=cv2.INTER_AREA)
        matrix = np.array([[side / 256, 0, left], [0, side / 256, top]], np.float32)
        return image, [face_in(sample, matrix, side / 256, 0.0)]

    def clothes(self, width: int, height: int) -> np.ndarray:
        """What lies below the chin of a rendered person, at any size: cloth and shoulders are no face."""
        sample = self.draw()
        side = sample["image"].shape[0]
        top = int(np.clip((sample["camera"][1] + 1.6 * sample["camera"][2]) * side, 0, side))
        if side - top < 24 or abs(roll_degrees(sample["rotation"])) > 20:
            return self.backgrounds.make(width, height)
        return cv2.resize(sample["image"][top:], (width, height), interpolation=cv2.INTER_LINEAR)

    def cover_half(self, image: np.ndarray, face: list[float]) -> np.ndarray:
        """One half of the face behind a plain or mottled thing."""
        x, y, side, _ = face
        angle = self.random.uniform(0, 2 * np.pi)
        away = side * self.random.uniform(0.05, 0.35) + 0.6 * side
        centre = (x + away * np.cos(angle), y + away * np.sin(angle))
        corners = cv2.boxPoints((centre, (1.2 * side, side * self.random.uniform(0.6, 1.6)), np.degrees(angle)))
        cover = np.zeros(image.shape[:2], np.uint8)
        cv2.fillPoly(cover, [corners.astype(np.int32)], 255, cv2.LINE_AA)
        thing = self.backgrounds.make(image.shape[1], image.shape[0])
        share = cover.astype(np.float32)[..., None] / 255
        return (thing * share + image * (1 - share) + 0.5).astype(np.uint8)

    def collage(self, width: int, height: int) -> tuple[np.ndarray, list]:
        """Cut-out heads before a headless picture; far ones first."""
        image = self.backgrounds.make(width, height)
        count = 1 if self.random.random() < 0.55 else int(self.random.integers(2, 6))
        shares = sorted(np.exp(self.random.uniform(np.log(SMALLEST), np.log(LARGEST if count == 1 else 0.35), count)))
        faces: list = []
        for share in shares:
            image = self.add_head(image, share * PICTURE_SIDE, faces)
        return image, faces

    def whole_person(self) -> Sample:
        for _ in range(8):
            sample = self.draw()
            if sample["camera"][2] * 3.6 < CUT_HAIR:
                break
        return sample

    def add_head(self, image: np.ndarray, side: float, faces: list) -> np.ndarray:
        """Pastes one head with a box of ``side`` px where it covers no other face; gives up after some tries."""
        height, width = image.shape[:2]
        sample, turn = self.whole_person(), self.turn()
        zoom = side / box_side(sample, 1.0)
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
