"""Hides parts of a sample's picture: things before the head, the picture's border, patches. The truth under them is kept or left out."""

from __future__ import annotations

import cv2
import numpy as np

from .data import Sample
from .geometry import BORDERS

PATCH_SIDES = (4, 64)  # px of the crop
LARGEST_HIDDEN = 0.9  # share of the patches
MASKED = 127  # sRGB grey of hidden patches, as the plugin fills them


def occlude(sample: Sample, random: np.random.Generator) -> Sample:
    """Puts a plain or mottled blob (a hand, a cup, a scarf) before the head; nothing is asked of the pixels under it."""
    side = sample["image"].shape[0]
    cover = np.zeros((side, side), np.uint8)
    centre = random.uniform(0.1, 0.9, 2) * side
    angles = np.sort(random.uniform(0, 2 * np.pi, 9))
    radii = random.uniform(0.05, 0.2) * side * random.uniform(0.5, 1.4, 9)
    corners = np.stack([centre[0] + radii * np.cos(angles), centre[1] + radii * np.sin(angles)], 1)
    cv2.fillPoly(cover, [corners.astype(np.int32)], 255, cv2.LINE_AA)
    base = np.array([215.0, 155.0, 125.0]) * random.uniform(0.2, 1.1) if random.random() < 0.5 else random.uniform(0, 255, 3)
    mottled = cv2.resize(random.normal(0, random.uniform(3, 30), (6, 6, 3)).astype(np.float32), (side, side)) + base
    share = cover.astype(np.float32)[..., None] / 255
    hidden = dict(sample)
    hidden["image"] = np.clip(sample["image"] * (1 - share) + mottled * share, 0, 255).astype(np.uint8)
    return forget(hidden, cover > 0)


def forget(sample: Sample, unknown: np.ndarray) -> Sample:
    """Asks nothing of the pixels where ``unknown`` (bool, of the image's size)."""
    half = sample["valid"].shape[0]
    shares = cv2.resize(unknown.astype(np.float32), (half, half), interpolation=cv2.INTER_AREA)
    sample["matte_weight"] = sample["matte_weight"] * ~unknown
    sample["valid"] = sample["valid"] * (shares < 0.1)
    return sample


def cut_tight(sample: Sample, random: np.random.Generator) -> Sample:
    """Ends the photograph inside the crop at one to four sides, as a tight portrait does; beyond is a border as the plugin makes it."""
    side = sample["image"].shape[0]
    cuts = (random.uniform(0, 0.3, 4) * (random.random(4) < 0.6) * side).astype(int)
    top, bottom, left, right = cuts[0], side - cuts[1], cuts[2], side - cuts[3]
    mode, fill = BORDERS[random.integers(len(BORDERS))]
    inner = np.ascontiguousarray(sample["image"][top:bottom, left:right])
    tight = dict(sample)
    tight["image"] = cv2.copyMakeBorder(inner, top, side - bottom, left, side - right, mode, value=(fill, fill, fill))
    beyond = np.ones((side, side), bool)
    beyond[top:bottom, left:right] = False
    return forget(tight, beyond)


def hidden_patches(side: int, random: np.random.Generator) -> np.ndarray:
    """Which pixels are hidden (bool [side, side]) when a share of a grid of square patches is: sizes and shares vary."""
    patch = int(round(np.exp(random.uniform(*np.log(PATCH_SIDES)))))
    cells = -(-side // patch) + 1
    hidden = random.random((cells, cells)) < random.uniform(0, LARGEST_HIDDEN)
    down, across = random.integers(patch, size=2)
    return np.kron(hidden, np.ones((patch, patch), bool))[down:down + side, across:across + side]


def hide_patches(image: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """The picture with patches hidden by the plugin's grey, now and then by black or the mean colour. The truth is kept."""
    hidden = hidden_patches(image.shape[0], random)
    kind = random.random()
    fill = MASKED if kind < 0.7 else 0 if kind < 0.85 else image.reshape(-1, 3).mean(0)
    masked = image.copy()
    masked[hidden] = fill
    return masked
