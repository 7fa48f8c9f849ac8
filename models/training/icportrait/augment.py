"""Changes a rendered sample so that the networks meet what real photographs bring. NumPy and OpenCV, image by image.

Every geometric change moves the ground truth along: pixels, rotation, camera, light and landmarks stay consistent.
"""

from __future__ import annotations

import cv2
import numpy as np

from .data import Sample
from .landmarks import MIRROR_LANDMARKS

MAP_KEYS = ("coordinates", "depth", "back_depth", "normal", "albedo", "head")
ODD_IN_X = (3, 4, 7)  # spherical-harmonics terms x, xy, xz
BORDERS = ((cv2.BORDER_REPLICATE, 0), (cv2.BORDER_REPLICATE, 0), (cv2.BORDER_CONSTANT, 128), (cv2.BORDER_CONSTANT, 0))
GREY = np.array([0.2126, 0.7152, 0.0722], np.float32)


def unpack(sample: Sample) -> Sample:
    """Stored types -> working types: image uint8 [256, 256, 3]; maps float32 [128, 128, C] with background 0.

    ``valid`` [128, 128] is 1 where geometry is known; ``matte`` float32 0..1; ``albedo`` stays sRGB-encoded, 0..1.
    """
    def as_map(values: np.ndarray, scale: float = 1.0) -> np.ndarray:
        values = values.astype(np.float32) * scale
        return np.ascontiguousarray(values.transpose(1, 2, 0)) if values.ndim == 3 else values[..., None]

    normal = as_map(sample["normal"], 1 / 127)
    return {
        "image": sample["image"], "matte": sample["matte"].astype(np.float32) / 255,
        "coordinates": as_map(sample["coordinates"]), "depth": as_map(sample["depth"]),
        "back_depth": as_map(sample["back_depth"]), "normal": normal, "albedo": as_map(sample["albedo"], 1 / 255),
        "head": as_map(sample["head"], 1 / 255), "valid": (np.abs(normal).sum(2) > 0.5).astype(np.float32),
        "rotation": sample["rotation"].astype(np.float32), "camera": sample["camera"].astype(np.float32),
        "light": sample["light"].astype(np.float32), "landmarks": sample["landmarks"].astype(np.float32),
    }


def mirror(sample: Sample) -> Sample:
    """The sample seen in a mirror: left and right change places."""
    flipped = dict(sample)
    for key in ("image", "matte", "valid", *MAP_KEYS):
        flipped[key] = np.ascontiguousarray(sample[key][:, ::-1])
    for key in ("coordinates", "normal"):
        flipped[key][..., 0] *= -1
    sign = np.array([-1, 1, 1], np.float32)
    flipped["rotation"] = sample["rotation"] * sign[:, None] * sign[None, :]
    flipped["camera"] = sample["camera"].copy()
    flipped["camera"][0] = 1 - flipped["camera"][0]
    flipped["light"] = sample["light"].copy()
    flipped["light"][list(ODD_IN_X)] *= -1
    flipped["landmarks"] = sample["landmarks"][MIRROR_LANDMARKS].copy()
    flipped["landmarks"][:, 0] = 1 - flipped["landmarks"][:, 0]
    return flipped


def turn_light(light: np.ndarray, angle: float) -> np.ndarray:
    """Spherical harmonics [9, 3] of the light turned by ``angle`` (radians, counter-clockwise as seen) about z."""
    one, zero = np.cos(angle), np.sin(angle)
    two, cross = np.cos(2 * angle), np.sin(2 * angle)
    turned = light.copy()
    for y_term, x_term in ((1, 3), (5, 7)):
        turned[y_term] = one * light[y_term] + zero * light[x_term]
        turned[x_term] = -zero * light[y_term] + one * light[x_term]
    turned[4] = two * light[4] + cross * light[8]
    turned[8] = -cross * light[4] + two * light[8]
    return turned


def move(sample: Sample, angle: float, zoom: float, shift: tuple[float, float],
         border: tuple[int, int] = BORDERS[0]) -> Sample:
    """Turns the picture by ``angle`` (radians, counter-clockwise as seen) and zooms about its middle, then shifts.

    ``shift`` is in fractions of the crop; ``border`` is an OpenCV border mode and its fill. Beyond the old picture ``matte_weight`` and ``valid`` are 0.
    """
    cosine, sine = np.cos(angle) * zoom, np.sin(angle) * zoom
    linear = np.array([[cosine, sine], [-sine, cosine]], np.float32)
    offset = np.array([0.5, 0.5]) + np.asarray(shift) - linear @ np.array([0.5, 0.5])

    def matrix(side: int) -> np.ndarray:
        # Fractions f = (pixel + 0.5) / side on both sides of the map.
        return np.column_stack([linear, offset * side - 0.5 + linear @ np.array([0.5, 0.5])]).astype(np.float32)

    def warp(values: np.ndarray, mode: int = cv2.BORDER_CONSTANT, fill: int = 0) -> np.ndarray:
        side = values.shape[0]
        return cv2.warpAffine(values, matrix(side), (side, side), flags=cv2.INTER_LINEAR, borderMode=mode,
                              borderValue=(fill, fill, fill))

    moved = dict(sample)
    moved["image"] = warp(sample["image"], *border)
    moved["matte"] = warp(sample["matte"])
    inside = warp(np.ones_like(sample["matte"]))
    moved["matte_weight"] = sample.get("matte_weight", 1.0) * (inside > 0.99)
    cover = warp(sample["valid"])
    for key in MAP_KEYS:
        # Dividing by the cover keeps the background's zeros out of the silhouette.
        values = warp(sample[key])
        moved[key] = values.reshape(*values.shape[:2], -1) / np.maximum(cover, 1e-3)[..., None]
    moved["valid"] = (cover > 0.6).astype(np.float32)
    turn = np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]], np.float32)
    moved["rotation"] = turn @ sample["rotation"]
    moved["normal"] = moved["normal"] @ turn.T
    moved["light"] = turn_light(sample["light"], angle)
    camera = sample["camera"].copy()
    camera[:2] = linear @ camera[:2] + offset
    camera[2] *= zoom
    landmarks = sample["landmarks"].copy()
    landmarks[:, :2] = landmarks[:, :2] @ linear.T + offset
    moved["camera"], moved["landmarks"] = camera, landmarks
    return moved


def linear_table() -> np.ndarray:
    value = np.arange(256, dtype=np.float32) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4).astype(np.float32)


LINEAR = linear_table()


def encode(linear: np.ndarray) -> np.ndarray:
    """sRGB-encoded 0..1 from linear light >= 0."""
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * np.maximum(linear, 1e-8) ** (1 / 2.4) - 0.055)


def tone(image: np.ndarray, random: np.random.Generator, strength: float = 1.0) -> np.ndarray:
    """Exposure, colour cast, gamma and contrast by one table a channel; uint8 RGB -> uint8 RGB."""
    gain = np.exp(random.normal(0, 0.3 * strength)) * np.exp(random.normal(0, 0.1 * strength, 3))
    curve = encode(np.clip(LINEAR[:, None] * gain[None], 0, 1)) ** np.exp(random.normal(0, 0.18 * strength))
    contrast = np.exp(random.normal(0.02, 0.16 * strength))
    curve = np.clip((curve - 0.45) * contrast + 0.45 + random.normal(0, 0.03 * strength), 0, 1)
    table = (255 * curve + 0.5).astype(np.uint8)
    return cv2.LUT(image, table.reshape(1, 256, 3))


def grey(image: np.ndarray) -> np.ndarray:
    return np.repeat(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)


def paint_like(image: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Flattened areas, a warm varnish and canvas grain, as in an old painting."""
    image = cv2.bilateralFilter(image, 5, random.uniform(20, 70), 4)
    varnish = np.array([1.0, random.uniform(0.85, 1.0), random.uniform(0.6, 0.95)], np.float32)
    rows, columns = image.shape[:2]
    canvas = random.normal(0, random.uniform(0, 6), (rows, columns, 1)).astype(np.float32)
    return np.clip(image * varnish + canvas, 0, 255).astype(np.uint8)


def degrade(image: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Blur, fewer pixels, sharpening, noise and JPEG, each now and then."""
    rows, columns = image.shape[:2]
    if random.random() < 0.25:
        image = cv2.GaussianBlur(image, (0, 0), random.uniform(0.4, 2.2))
    if random.random() < 0.25:
        share = random.uniform(0.2, 0.8)
        small = cv2.resize(image, (max(16, int(columns * share)), max(16, int(rows * share))), interpolation=cv2.INTER_AREA)
        image = cv2.resize(small, (columns, rows), interpolation=cv2.INTER_LINEAR if random.random() < 0.7 else cv2.INTER_CUBIC)
    if random.random() < 0.25:
        amount = random.uniform(0.3, 1.5)
        image = cv2.addWeighted(image, 1 + amount, cv2.GaussianBlur(image, (0, 0), random.uniform(0.7, 2.0)), -amount, 0)
    if random.random() < 0.4:
        grain = np.empty(image.shape, np.int16)
        cv2.setRNGSeed(int(random.integers(2 ** 31)))  # OpenCV's noise is fast, but has a state of its own
        cv2.randn(grain, 0, float(random.uniform(1, 14)))
        image = cv2.add(image, grain, dtype=cv2.CV_8U)
    if random.random() < 0.3:
        coded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(25, 95))])[1]
        image = cv2.imdecode(coded, cv2.IMREAD_COLOR)
    return image


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
    hidden["matte_weight"] = sample["matte_weight"] * (cover == 0)
    half = sample["valid"].shape[0]
    hidden["valid"] = sample["valid"] * (cv2.resize(cover, (half, half), interpolation=cv2.INTER_AREA) < 20)
    return hidden


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


def augment(sample: Sample, random: np.random.Generator, backgrounds) -> Sample:
    """A stored sample -> a training sample in working types (see ``unpack``) with ``matte_weight`` added."""
    sample = unpack(sample)
    sample["matte_weight"] = np.ones_like(sample["matte"])
    if random.random() < 0.5:
        sample = mirror(sample)
    if random.random() < 0.35:
        side = sample["image"].shape[0]
        sample = replace_background(sample, backgrounds.make(side, side))
    if random.random() < 0.85:
        angle = float(np.clip(random.normal(0, np.radians(7)), -0.4, 0.4))
        zoom = float(np.clip(np.exp(random.normal(0.03, 0.11)), 0.8, 1.4))
        sample = move(sample, angle, zoom, tuple(random.normal(0, 0.035, 2)), BORDERS[random.integers(len(BORDERS))])
    if random.random() < 0.12:
        sample = occlude(sample, random)
    before, colourless = sample["image"], random.random() < 0.12
    image = paint_like(before, random) if random.random() < 0.08 else before
    image = tone(image, random)
    sample["image"] = grey(image) if colourless else image
    sample = follow_exposure(sample, before, colourless)
    sample["image"] = degrade(sample["image"], random)
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
            "light": np.zeros((9, 3), np.float32), "landmarks": np.zeros((68, 3), np.float32), **empty}
