"""Training crops of renders: as photographs bring them, with what each place shows."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from ..augment import ANY_ROLL_SHARE, COLOURLESS_SHARE, ELSEWHERE_SHARE, MOST_ROLL, PLACED_SHARE, ROLL, SHIFT, ZOOM, ZOOM_BOUNDS
from ..backgrounds import Backgrounds
from ..data import NoData, Sample, ShardPool, list_shards
from ..geometry import BORDERS
from ..hide import hide_patches
from ..photograph import degrade, grey, paint_like, tone
from .colours import recolour
from .kinds import BEARD_KIND, GLASSES, HELD, KIND_OF, UNKNOWN, kinds_of
from .things import hold

PART_KEYS = ("image", "matte", "material", "coordinates", "albedo", "landmarks", "camera")
HELD_SHARE, MASKED_SHARE = 0.35, 0.06
PAINTED_SHARE, TIGHT_SHARE = 0.2, 0.25  # more than the surface network's: paintings and tight crops were taken for things held
GLOOM_SHARE = 0.3  # of the paintings: before a dark ground that clothes and hair run into
COMMON = 0.45  # share of pictures without glasses, beard and held things that is taken


def wanted(sample: Sample) -> float:
    """Rare kinds come more often than in the renders."""
    rare = np.isin(KIND_OF[sample["material"]], (BEARD_KIND, GLASSES, HELD))
    return 1.0 if rare.sum() > 30 else COMMON


class PartCrops:
    """Draws augmented crops (uint8 [256, 256, 3]) and their kinds (uint8 [128, 128]) from the train* or validation* folders of some data. For one thread."""

    def __init__(self, data: list[Path], assets: Path | None, seed: int, split: str = "train"):
        folders = [folder for root in data for folder in sorted(root.glob(f"{split}*")) if list_shards(folder)]
        if not folders:
            raise NoData(f"No {split}*/shard_*.npz in {data}")
        self.pools = [ShardPool(folder, PART_KEYS, seed + number, window=6, wanted=wanted) for number, folder in enumerate(folders)]
        self.sizes = np.array([len(list_shards(folder)) for folder in folders], float)
        self.random = np.random.default_rng(seed + 5)
        self.backgrounds = Backgrounds(assets, self.random, split)

    def draw(self) -> tuple[np.ndarray, np.ndarray]:
        sample = self.pools[self.random.choice(len(self.pools), p=self.sizes / self.sizes.sum())].draw()
        return seen(sample, self.random, self.backgrounds)


def seen(sample: Sample, random: np.random.Generator, backgrounds: Backgrounds) -> tuple[np.ndarray, np.ndarray]:
    """One stored sample as a photograph shows it, and its kinds."""
    kinds, side = kinds_of(sample), sample["image"].shape[0]
    sample = {**sample, "image": recolour(sample, kinds, random)}
    painted = random.random() < PAINTED_SHARE
    if painted and random.random() < GLOOM_SHARE:
        sample["image"] = before(sample, gloom(random, side))
    elif random.random() < ELSEWHERE_SHARE:
        sample["image"] = before(sample, backgrounds.make(side, side))
    picture = sample["image"]
    if random.random() < HELD_SHARE:
        picture, kinds = hold(sample, kinds, random, backgrounds.make, HELD)
    if random.random() < PLACED_SHARE:
        picture, kinds = placed(picture, kinds, random)
    picture = developed(paint_like(picture, random) if painted else picture, random)
    if random.random() < TIGHT_SHARE:
        picture, kinds = cut(picture, kinds, random)
    if random.random() < MASKED_SHARE:
        picture = hide_patches(picture, random)
    return picture, kinds


def before(sample: Sample, ground: np.ndarray) -> np.ndarray:
    share = sample["matte"][..., None].astype(np.float32) / 255
    return (sample["image"] * share + ground * (1 - share) + 0.5).astype(np.uint8)


def gloom(random: np.random.Generator, side: int) -> np.ndarray:
    """A dark, warm, uneven ground."""
    light = cv2.resize(np.exp(random.normal(0, 0.5, (4, 4))).astype(np.float32), (side, side), interpolation=cv2.INTER_CUBIC)
    return np.clip(random.uniform(4, 45) * light[..., None] * np.array([1.0, random.uniform(0.75, 1.0), random.uniform(0.5, 0.9)]), 0, 255)


def developed(picture: np.ndarray, random: np.random.Generator) -> np.ndarray:
    picture = tone(picture, random)
    return degrade(grey(picture) if random.random() < COLOURLESS_SHARE else picture, random)


def placed(picture: np.ndarray, kinds: np.ndarray, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Turned, zoomed and shifted as ``augment.place`` does."""
    angle = random.uniform(-np.pi, np.pi) if random.random() < ANY_ROLL_SHARE else np.clip(random.normal(0, ROLL), -MOST_ROLL, MOST_ROLL)
    zoom = np.clip(np.exp(random.normal(*ZOOM)), *ZOOM_BOUNDS)
    linear = zoom * np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    offset = np.array([0.5, 0.5]) + random.normal(0, SHIFT, 2) - linear @ [0.5, 0.5]
    mode, fill = BORDERS[random.integers(len(BORDERS))]

    def moved(values, flags, border, value):
        size = values.shape[0]
        matrix = np.column_stack([linear, offset * size - 0.5 + linear @ [0.5, 0.5]])
        return cv2.warpAffine(values, matrix, (size, size), flags=flags, borderMode=border, borderValue=value)

    return moved(picture, cv2.INTER_LINEAR, mode, (fill,) * 3), moved(kinds, cv2.INTER_NEAREST, cv2.BORDER_CONSTANT, UNKNOWN)


def cut(picture: np.ndarray, kinds: np.ndarray, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Ends the photograph inside the crop as ``hide.cut_tight`` does; nothing is asked beyond."""
    side, half = picture.shape[0], kinds.shape[0]
    top, bottom, left, right = (random.uniform(0, 0.3, 4) * (random.random(4) < 0.6) * half).astype(int)
    mode, fill = BORDERS[random.integers(len(BORDERS))]
    inner = np.ascontiguousarray(picture[2 * top:side - 2 * bottom, 2 * left:side - 2 * right])
    beyond = np.full_like(kinds, UNKNOWN)
    beyond[top:half - bottom, left:half - right] = kinds[top:half - bottom, left:half - right]
    return cv2.copyMakeBorder(inner, 2 * top, 2 * bottom, 2 * left, 2 * right, mode, value=(fill,) * 3), beyond
