"""Changes a rendered sample so that the surface network meets what real photographs bring."""

from __future__ import annotations

import numpy as np

from .data import Sample
from .geometry import BORDERS, MAP_KEYS, mirror, move, unpack
from .hide import cut_tight, hide_patches, occlude
from .photograph import GREY, LINEAR, degrade, grey, paint_like, tone

MASKED_SHARE = 0.22
ANY_ROLL_SHARE = 0.05
MIRRORED_SHARE, ELSEWHERE_SHARE, PLACED_SHARE, OCCLUDED_SHARE = 0.5, 0.35, 0.85, 0.12
COLOURLESS_SHARE, PAINTED_SHARE = 0.12, 0.08
ROLL, MOST_ROLL = float(np.radians(7)), 0.4  # radians: spread and bound
ZOOM, ZOOM_BOUNDS, SHIFT = (0.03, 0.13), (0.75, 1.6), 0.035  # mean and spread of the logarithm; spread, of the crop
TIGHT_SHARE = 0.12


def replace_background(sample: Sample, background: np.ndarray) -> Sample:
    """The same person before another background (uint8 RGB of the image's size)."""
    share = sample["matte"][..., None]
    changed = dict(sample)
    changed["image"] = (sample["image"] * share + background * (1 - share) + 0.5).astype(np.uint8)
    return changed


def follow_exposure(sample: Sample, before: np.ndarray, colourless: bool) -> Sample:
    """Scales the light so that albedo x shading keeps matching the head's pixels after a tonal change."""
    step = 4
    inside = sample["matte"][::step, ::step] > 0.95
    if not inside.any():
        return sample
    old = LINEAR[before[::step, ::step][inside]].mean(0)
    new = LINEAR[sample["image"][::step, ::step][inside]].mean(0)
    changed = dict(sample)
    changed["light"] = sample["light"] * ((new + 1e-3) / (old + 1e-3))[None].astype(np.float32)
    if colourless:
        changed["albedo"] = np.repeat(sample["albedo"] @ GREY[:, None], 3, axis=2)
        changed["light"] = np.repeat(changed["light"].mean(1, keepdims=True), 3, axis=1)
    return changed


def place(sample: Sample, random: np.random.Generator) -> Sample:
    """Turned, zoomed and shifted as finds in photographs are; now and then by any angle, up to upside down."""
    if random.random() < ANY_ROLL_SHARE:
        angle = float(random.uniform(-np.pi, np.pi))
    else:
        angle = float(np.clip(random.normal(0, ROLL), -MOST_ROLL, MOST_ROLL))
    zoom = float(np.clip(np.exp(random.normal(*ZOOM)), *ZOOM_BOUNDS))
    return move(sample, angle, zoom, tuple(random.normal(0, SHIFT, 2)), BORDERS[random.integers(len(BORDERS))])


def develop(sample: Sample, random: np.random.Generator) -> Sample:
    """Tone, paint, colourless files and all that degrades a picture; the light follows the exposure."""
    before, colourless = sample["image"], random.random() < COLOURLESS_SHARE
    image = paint_like(before, random) if random.random() < PAINTED_SHARE else before
    image = tone(image, random)
    changed = dict(sample)
    changed["image"] = grey(image) if colourless else image
    changed = follow_exposure(changed, before, colourless)
    changed["image"] = degrade(changed["image"], random)
    return changed


def augment(sample: Sample, random: np.random.Generator, backgrounds) -> Sample:
    """A stored sample -> a training sample in working types (see ``unpack``) with ``matte_weight`` added."""
    sample = unpack(sample)
    sample["matte_weight"] = np.ones_like(sample["matte"])
    if random.random() < MIRRORED_SHARE:
        sample = mirror(sample)
    if random.random() < ELSEWHERE_SHARE:
        side = sample["image"].shape[0]
        sample = replace_background(sample, backgrounds.make(side, side))
    if random.random() < PLACED_SHARE:
        sample = place(sample, random)
    if random.random() < OCCLUDED_SHARE:
        sample = occlude(sample, random)
    sample = develop(sample, random)
    if random.random() < TIGHT_SHARE:
        sample = cut_tight(sample, random)
    if random.random() < MASKED_SHARE:
        sample["image"] = hide_patches(sample["image"], random)
    return sample


def headless(random: np.random.Generator, backgrounds, side: int = 256) -> Sample:
    """A training sample that shows no head: every truth but the empty matte is without weight."""
    half = side // 2
    image = degrade(tone(backgrounds.make(side, side), random), random)
    empty = {key: np.zeros((half, half, channels), np.float32)
             for key, channels in zip(MAP_KEYS, (3, 1, 1, 3, 3, 1))}
    return {"image": image, "matte": np.zeros((side, side), np.float32),
            "matte_weight": np.ones((side, side), np.float32), "valid": np.zeros((half, half), np.float32),
            "rotation": np.eye(3, dtype=np.float32), "camera": np.array([0.5, 0.5, 1 / 3.6, 0.1], np.float32),
            "light": np.zeros((9, 3), np.float32), "landmarks": np.zeros((68, 3), np.float32),
            "eyelids": np.ones(2, np.float32), **empty}
