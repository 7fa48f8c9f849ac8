"""Pictures without a head: environment-map crops, gradients, textures and clutter, for compositing and as negatives."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

# The maps that the renderer keeps for validation and for test heads: no training picture shows them, and none of the test's is
# shown in validation.
HELD_OUT_MAPS = {"validation": ("rooitou_park",), "test": ("st_fagans_interior", "immenstadter_horn")}


class Backgrounds:
    """Makes random headless pictures.

    ``assets`` names the folder with ``hdri/*.hdr``; without it only procedural pictures are made. ``split`` picks the environment
    maps: those kept for "validation" or "test", or for "train" all the others. Not safe for several threads at once.
    """

    def __init__(self, assets: Path | None, random: np.random.Generator, split: str = "train"):
        self.random = random
        self.maps = load_maps(assets, split) if assets else []
        self.makers = [self.gradient, self.noise, self.pattern, self.clutter, self.plain]

    def make(self, width: int, height: int) -> np.ndarray:
        """uint8 RGB [height, width, 3]."""
        if self.maps and self.random.random() < 0.7:
            picture = self.environment(width, height)
        else:
            picture = self.makers[self.random.integers(len(self.makers))](width, height)
        if self.random.random() < 0.25:
            picture = scatter(picture, self.random, int(self.random.integers(1, 12)))
        return picture

    def environment(self, width: int, height: int) -> np.ndarray:
        """A crop of an equirectangular map, from a narrow view to a wide one."""
        source = self.maps[self.random.integers(len(self.maps))]
        rows, columns = source.shape[:2]
        span = int(min(np.exp(self.random.uniform(np.log(40), np.log(700))), rows * width / height * 0.98, columns))
        tall = max(8, min(int(span * height / width), rows - 1))
        top = int(self.random.integers(0, rows - tall))
        left = int(self.random.integers(0, columns))
        crop = np.take(source[top:top + tall], np.arange(left, left + span), axis=1, mode="wrap")
        crop = cv2.resize(crop, (width, height), interpolation=cv2.INTER_LINEAR if span < width else cv2.INTER_AREA)
        if self.random.random() < 0.3:
            crop = cv2.GaussianBlur(crop, (0, 0), self.random.uniform(1, 6))
        exposure = np.exp(self.random.normal(0, 0.5))
        return np.clip(255.0 * (crop * exposure) ** (1 / 2.2), 0, 255).astype(np.uint8)

    def colour(self) -> np.ndarray:
        """A random colour 0..255, grey and skin tones more often than chance."""
        kind = self.random.random()
        if kind < 0.35:
            return np.full(3, self.random.uniform(0, 255)) + self.random.normal(0, 8, 3)
        if kind < 0.6:
            return np.array([220.0, 160.0, 130.0]) * self.random.uniform(0.2, 1.15) + self.random.normal(0, 12, 3)
        return self.random.uniform(0, 255, 3)

    def gradient(self, width: int, height: int) -> np.ndarray:
        corners = np.stack([self.colour() for _ in range(4)])
        if self.random.random() < 0.6:
            corners = corners[:1] + self.random.normal(0, 25, (4, 3))
        picture = cv2.resize(corners.reshape(2, 2, 3).astype(np.float32), (width, height))
        return np.clip(picture, 0, 255).astype(np.uint8)

    def plain(self, width: int, height: int) -> np.ndarray:
        """One tone, black or nearly so as often as not: what heads on black stand before."""
        kind = self.random.random()
        colour = np.full(3, self.random.uniform(0, 14)) if kind < 0.5 else np.full(3, 255.0) if kind < 0.65 else self.colour()
        return np.broadcast_to(np.clip(colour, 0, 255).astype(np.uint8), (height, width, 3)).copy()

    def noise(self, width: int, height: int) -> np.ndarray:
        """Soft noise of several sizes, as of foliage, cloth or stone."""
        picture = np.zeros((height, width, 3), np.float32) + self.colour().astype(np.float32)
        for cells in (3, 8, 24, 70):
            strength = abs(self.random.normal(0, 30))
            grain = self.random.normal(0, 1, (cells, cells, 1 if self.random.random() < 0.6 else 3)).astype(np.float32)
            grown = cv2.resize(grain, (width, height), interpolation=cv2.INTER_CUBIC).reshape(height, width, -1)
            picture += strength * grown
        return np.clip(picture, 0, 255).astype(np.uint8)

    def pattern(self, width: int, height: int) -> np.ndarray:
        """Stripes, checks or rings of two colours."""
        rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
        angle, period = self.random.uniform(0, np.pi), self.random.uniform(6, 90)
        along = np.cos(angle) * columns + np.sin(angle) * rows
        across = np.cos(angle) * rows - np.sin(angle) * columns
        kind = self.random.integers(3)
        if kind == 0:
            wave = np.sin(2 * np.pi * along / period)
        elif kind == 1:
            wave = np.sin(2 * np.pi * along / period) * np.sin(2 * np.pi * across / period)
        else:
            wave = np.sin(2 * np.pi * np.hypot(columns - self.random.uniform(0, width),
                                               rows - self.random.uniform(0, height)) / period)
        share = np.clip(0.5 + wave * self.random.uniform(0.5, 4), 0, 1)[..., None]
        return np.clip(share * self.colour() + (1 - share) * self.colour(), 0, 255).astype(np.uint8)

    def clutter(self, width: int, height: int) -> np.ndarray:
        return scatter(self.gradient(width, height), self.random, int(self.random.integers(8, 50)))


def load_maps(assets: Path, split: str) -> list[np.ndarray]:
    """Tone-mapped linear environment maps 0..1 of a split, float32 RGB."""
    maps = []
    for path in sorted((assets / "hdri").glob("*.hdr")):
        owner = next((name for name, names in HELD_OUT_MAPS.items() if path.name.startswith(names)), "train")
        if owner != split:
            continue
        linear = cv2.imread(str(path), cv2.IMREAD_ANYDEPTH | cv2.IMREAD_COLOR)[..., ::-1]
        maps.append(np.clip(linear / max(np.percentile(linear, 85) * 1.3, 1e-4), 0, 1).astype(np.float32))
    return maps


def scatter(picture: np.ndarray, random: np.random.Generator, count: int) -> np.ndarray:
    """Adds shaded balls, boxes and strokes, many of them skin-coloured: round things that are no heads."""
    picture = np.ascontiguousarray(picture)
    height, width = picture.shape[:2]
    for _ in range(count):
        centre = (int(random.uniform(0, width)), int(random.uniform(0, height)))
        size = float(np.exp(random.uniform(np.log(0.02), np.log(0.35)))) * max(width, height)
        colour = random.uniform(0, 255, 3)
        if random.random() < 0.5:
            colour = np.clip(np.array([225.0, 165.0, 135.0]) * random.uniform(0.2, 1.15) + random.normal(0, 10, 3), 0, 255)
        axes = (max(1, int(size)), max(1, int(size * random.uniform(0.4, 1.0))))
        kind, angle = random.random(), random.uniform(0, 180)
        if kind < 0.5:
            shaded_ball(picture, random, centre, axes, angle, colour)
        elif kind < 0.8:
            corners = cv2.boxPoints((centre, (2.0 * axes[0], 2.0 * axes[1]), angle)).astype(np.int32)
            cv2.fillPoly(picture, [corners], colour.tolist(), cv2.LINE_AA)
        else:
            end = (int(centre[0] + random.normal(0, size * 2)), int(centre[1] + random.normal(0, size * 2)))
            cv2.line(picture, centre, end, colour.tolist(), max(1, int(size * 0.2)), cv2.LINE_AA)
    return picture


def shaded_ball(picture: np.ndarray, random: np.random.Generator, centre: tuple[int, int], axes: tuple[int, int],
                angle: float, colour: np.ndarray) -> None:
    """An ellipse drawn in steps from dark rim to bright spot, in place."""
    steps = 10
    shift = random.normal(0, 0.3, 2) * axes[1]
    rim = random.uniform(0.2, 0.9)
    for step in range(steps):
        share = step / steps
        place = (int(centre[0] + shift[0] * share), int(centre[1] + shift[1] * share))
        size = (max(1, int(axes[0] * (1 - share))), max(1, int(axes[1] * (1 - share))))
        tone = np.clip(colour * (rim + (1.1 - rim) * np.sqrt(share)), 0, 255)
        cv2.ellipse(picture, place, size, angle, 0, 360, tone.tolist(), -1, cv2.LINE_AA)
