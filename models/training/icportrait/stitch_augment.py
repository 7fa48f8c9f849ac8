"""Changes pairs of the stitch network so that they bring what real photographs bring; pictures come out at the network's size."""

from __future__ import annotations

from typing import Callable

import cv2
import numpy as np

from .data import Sample
from .geometry import ODD_IN_X, turn_light
from .networks.stitch import SIDE
from .photograph import LINEAR, degrade, encode, grey, paint_like

PIXELS = ("image", "matte", "normal", "coordinates", "weight", "known", "shading")
LARGEST_PATCH, LARGEST_RATIO, PAPER_RATIO = 32, 0.95, 0.8
ALL_GREY, GREY_PROFILE, GREY_REFERENCE = 0.12, 0.05, 0.05  # shares


def mirror(sample: Sample) -> Sample:
    """The picture, its maps and its light seen in a mirror."""
    flipped = {key: np.ascontiguousarray(sample[key][:, ::-1]) for key in PIXELS if key in sample}
    for key in {"normal", "coordinates"} & flipped.keys():
        flipped[key][..., 0] *= -1
    for key in ("light", "environment"):
        flipped[key] = sample[key].copy()
        flipped[key][list(ODD_IN_X)] *= -1
    flipped["lamps"] = sample["lamps"].copy()
    flipped["lamps"][:, 0] *= -1
    return flipped


def place(turn: float, random: np.random.Generator | None) -> Callable[[Sample], Sample]:
    """What zooms and shifts a picture as finds are placed, and turns it with its light by ``turn`` (radians, counter-clockwise as seen)."""
    zoom = 1.0 if random is None else float(np.clip(np.exp(random.normal(0.03, 0.1)), 0.75, 1.4))
    shift = (0.0, 0.0) if random is None else tuple(random.normal(0, 0.03, 2))
    cosine, sine = np.cos(turn) * zoom, np.sin(turn) * zoom
    linear = np.array([[cosine, sine], [-sine, cosine]], np.float32)
    offset = np.array([0.5, 0.5]) + np.asarray(shift) - linear @ np.array([0.5, 0.5])
    axes = np.array([[np.cos(turn), -np.sin(turn), 0], [np.sin(turn), np.cos(turn), 0], [0, 0, 1]], np.float32)

    def warp(values: np.ndarray, mode: int = cv2.BORDER_CONSTANT) -> np.ndarray:
        side = values.shape[0]
        scale = SIDE / side
        shifted = offset * SIDE - 0.5 + linear @ np.array([0.5, 0.5]) * scale
        matrix = np.column_stack([linear * scale, shifted]).astype(np.float32)
        moved = cv2.warpAffine(values, matrix, (SIDE, SIDE), flags=cv2.INTER_LINEAR, borderMode=mode)
        return moved.reshape(SIDE, SIDE, -1)

    def move(given: Sample) -> Sample:
        moved = {"image": warp(given["image"], cv2.BORDER_REPLICATE)}
        cover = warp(given["known"]) if "known" in given else None
        for key in {"normal", "coordinates", "weight", "shading"} & given.keys():
            moved[key] = warp(given[key]) / np.maximum(cover, 1e-3)
        if "normal" in given:
            moved["matte"] = warp(given["matte"])
            moved["weight"] = moved["weight"] * (cover > 0.9)
            moved["normal"] = moved["normal"] @ axes.T * (cover > 0.3)
            moved["coordinates"] = moved["coordinates"] * (cover > 0.3)
        moved["light"], moved["environment"] = turn_light(given["light"], turn), turn_light(given["environment"], turn)
        moved["lamps"] = given["lamps"].copy()
        moved["lamps"][:, :3] = given["lamps"][:, :3] @ axes.T
        return moved

    return move


def curve(random: np.random.Generator, cast: np.ndarray, gain: float) -> np.ndarray:
    """A table [256, 3]: exposure and colour cast, gamma and contrast; now and then strong."""
    strength = 2.0 if random.random() < 0.15 else 1.0
    values = encode(np.clip(LINEAR[:, None] * (gain * cast)[None], 0, 1)) ** np.exp(random.normal(0, 0.14 * strength))
    contrast = np.exp(random.normal(0.02, 0.12 * strength))
    return (255 * np.clip((values - 0.45) * contrast + 0.45, 0, 1) + 0.5).astype(np.uint8)


def apply(image: np.ndarray, table: np.ndarray) -> np.ndarray:
    return cv2.LUT(image, table.reshape(1, 256, 3))


def develop(sample: Sample, random: np.random.Generator) -> Sample:
    """One tone curve for the profile and its target, another for the reference; grey files; all that degrades a picture."""
    out = dict(sample)
    cast = np.exp(random.normal(0, 0.06, 3))
    if random.random() < 0.7:
        table = curve(random, cast, float(np.exp(random.normal(0, 0.25))))
        out["clean"], out["target"] = apply(sample["clean"], table), apply(sample["target"], table)
        gain = float(np.exp(random.normal(0, 0.3)))
        out["reference"] = apply(sample["reference"], curve(random, cast * np.exp(random.normal(0, 0.03, 3)), gain))
        out["gain"] = np.float32(gain)
    u = random.random()
    if u < ALL_GREY + GREY_PROFILE:
        out["clean"], out["target"] = grey(out["clean"]), grey(out["target"])
    if u < ALL_GREY or ALL_GREY + GREY_PROFILE <= u < ALL_GREY + GREY_PROFILE + GREY_REFERENCE:
        out["reference"] = grey(out["reference"])
    out["colourless"] = np.float32(u < ALL_GREY + GREY_PROFILE + GREY_REFERENCE)
    out["profile"] = degraded(out["clean"], random)
    out["reference"] = degraded(out["reference"], random)
    return out


def degraded(image: np.ndarray, random: np.random.Generator) -> np.ndarray:
    colourless = np.ptp(image[::8, ::8], axis=2).max() == 0
    if random.random() < 0.06:
        image = paint_like(image, random)
    image = degrade(image, random) if random.random() < 0.6 else image
    return grey(image) if colourless else image


def disturb(sample: Sample, random: np.random.Generator) -> Sample:
    """The profile's maps as networks err: smoothed, turned smoothly here and there, shifted, with a matte that bleeds."""
    out = dict(sample)
    blur = random.uniform(0.3, 2.5)
    inside = (np.abs(sample["normal"]).sum(2, keepdims=True) > 0.1).astype(np.float32)
    normal = cv2.GaussianBlur(sample["normal"], (0, 0), blur) + smooth_noise(random, 6, 0.16, 3) * inside
    length = np.linalg.norm(normal, axis=2, keepdims=True)
    out["normal"] = np.where(length > 0.15, normal / np.maximum(length, 1e-3), 0).astype(np.float32)
    out["coordinates"] = sample["coordinates"] + smooth_noise(random, 4, 0.06, 3) * inside
    matte = cv2.GaussianBlur(sample["matte"], (0, 0), random.uniform(0.2, 1.5))[..., None]
    out["matte"] = np.clip(matte + smooth_noise(random, 12, 0.04, 1), 0, 1).astype(np.float32)
    return out


def smooth_noise(random: np.random.Generator, cells: int, size: float, channels: int) -> np.ndarray:
    noise = random.normal(size=(cells, cells, channels)).astype(np.float32) * (size * abs(random.normal()))
    return cv2.resize(noise, (SIDE, SIDE), interpolation=cv2.INTER_CUBIC).reshape(SIDE, SIDE, channels)


def hide(random: np.random.Generator, ratio: float | None = None, patch: int | None = None) -> np.ndarray:
    """Which places are visible (float32 [128, 128, 1], 0 or 1); by default all ratios to .95, the paper's most of all, none at times."""
    if ratio is None:
        u = random.random()
        ratio = 0.0 if u < 0.1 else PAPER_RATIO if u < 0.5 else random.uniform(0, LARGEST_RATIO)
    if patch is None:
        patch = int(round(np.exp(random.uniform(np.log(2), np.log(LARGEST_PATCH)))))
    cells = -(-SIDE // patch) + 1
    visible = (random.random((cells, cells)) >= ratio).astype(np.float32)
    down, across = random.integers(patch, size=2)
    return np.kron(visible, np.ones((patch, patch), np.float32))[down:down + SIDE, across:across + SIDE, None]
