"""Lashes, liner, shadow and strands of hair drawn onto eyes: those of the renders are sparse, and a dark fringe on a closed lid must not be taken for an iris."""

from __future__ import annotations

import cv2
import numpy as np

from .eyes import EYE_SIDE, EYE_WIDTH

FINE = 4  # sub-pixels along each side while lashes are drawn
STEPS = 24  # points of a lid's curve
LASHES, LENGTH, LINER, SHADOW = (10, 46), (0.025, 0.12), (0.006, 0.035), (0.05, 0.16)  # how many; dm
LOWER_SHARE, LINER_SHARE, SHADOW_SHARE = 0.4, 0.5, 0.3
HAIRS, HAIR = (3, 40), (0.004, 0.02)  # how many strands; dm


def lid_curves(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Upper and lower lid [STEPS, 2] from the outer to the inner corner; points [6, 2]: of an eye that looks like a right one, in 300-W order."""
    share = np.linspace(0, 1, STEPS)
    upper, lower = points[[0, 1, 2, 3]], points[[0, 5, 4, 3]]
    return tuple(np.stack([np.interp(share, [0, 0.33, 0.67, 1], line[:, axis]) for axis in (0, 1)], 1) for line in (upper, lower))


def strokes(random: np.random.Generator, roots: np.ndarray, down: float, unit: float) -> np.ndarray:
    """Curved lashes [N, 4, 2] from roots [N, 2]: fanned out along the lid, down 1 to -1 (up, and towards the viewer); unit: pixels per dm."""
    count = len(roots)
    aside = (roots[:, 0] - roots[:, 0].mean()) / (np.ptp(roots[:, 0]) + 1e-6) * 1.2 + random.normal(0, 0.15, count)
    along = np.linspace(0, 1, 4)[None, :, None]
    length = random.uniform(*LENGTH) * (0.75 + 0.25 * down) * unit * np.exp(random.normal(0, 0.2, count))[:, None, None]
    way = np.stack([aside, np.full(count, down) + random.normal(0, 0.12, count)], 1)[:, None]
    bend = np.array([0.0, -0.35 * abs(down)])[None, None] * along ** 2  # tips turn up
    return roots[:, None] + length * (way * along + bend)


def drawn(lines: np.ndarray, thickness: float) -> np.ndarray:
    """Float32 0..1 [48, 48]: polylines in pixels of the eye's square."""
    fine = np.zeros((EYE_SIDE * FINE, EYE_SIDE * FINE), np.uint8)
    cv2.polylines(fine, list(np.round(lines * FINE).astype(np.int32)), False, 255, max(1, round(thickness * FINE)), cv2.LINE_AA)
    return cv2.resize(fine, (EYE_SIDE, EYE_SIDE), interpolation=cv2.INTER_AREA).astype(np.float32) / 255


def made_up(picture: np.ndarray, points: np.ndarray, open_: float, random: np.random.Generator) -> np.ndarray:
    """An eye [48, 48, 3] with lashes: up where it is open, down where it is closed; points [6, 2]: its landmarks in pixels of the square."""
    unit = EYE_SIDE / EYE_WIDTH
    upper, lower = lid_curves(points)
    cover = np.zeros((EYE_SIDE, EYE_SIDE), np.float32)
    if random.random() < SHADOW_SHARE:
        lid = np.concatenate([upper, upper[::-1] - [0, random.uniform(*SHADOW) * unit]])
        area = cv2.fillPoly(np.zeros((EYE_SIDE, EYE_SIDE), np.float32), [np.round(lid).astype(np.int32)], 1.0)
        cover = random.uniform(0.1, 0.6) * cv2.GaussianBlur(area, (0, 0), random.uniform(1, 3))
    if random.random() < LINER_SHARE:
        cover = np.maximum(cover, random.uniform(0.3, 1) * drawn(upper[None], random.uniform(*LINER) * unit))
    roots = upper[random.integers(1, STEPS, int(random.integers(*LASHES)))]
    lashes = strokes(random, roots, 1 - 2 * float(np.clip(open_ + random.normal(0, 0.08), 0, 1)), unit)
    cover = np.maximum(cover, random.uniform(0.25, 1) * drawn(lashes, random.uniform(0.25, 0.9)))
    if random.random() < LOWER_SHARE:
        lashes = strokes(random, lower[random.integers(3, STEPS - 3, 10)], 0.5, unit)
        cover = np.maximum(cover, random.uniform(0.1, 0.7) * drawn(lashes, 0.4))
    tint = np.clip(random.uniform(0.04, 0.4) + random.normal(0, 0.04, 3), 0, 1)  # of the light that is left
    return (picture * (1 - np.minimum(cover, 1)[..., None] * (1 - tint)) + 0.5).astype(np.uint8)


def behind_hair(picture: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """An eye [48, 48, 3] behind some strands of one colour that fall more or less alike."""
    way, unit = random.normal(0, 0.6), EYE_SIDE / EYE_WIDTH
    count = int(random.integers(*HAIRS))
    foot = random.uniform(-0.5, 1.5) + random.normal(0, random.uniform(0.03, 0.4), count)  # of the square's width, where strands cross its middle
    down = np.linspace(-0.1, 1.1, 6)
    across = foot[:, None] + (way + random.normal(0, 0.15, count))[:, None] * (down - 0.5) + random.normal(0, 0.1, count)[:, None] * (down - 0.5) ** 2
    lines = np.stack([across, np.broadcast_to(down, across.shape)], 2) * EYE_SIDE
    cover = random.uniform(0.3, 1) * drawn(lines, random.uniform(*HAIR) * unit)
    colour = np.clip(random.uniform(10, 200) * np.array([1, random.uniform(0.6, 1), random.uniform(0.3, 1)]), 0, 255)
    return (picture * (1 - cover[..., None]) + colour * cover[..., None] + 0.5).astype(np.uint8)
