"""Things held before heads, drawn onto crops: cones, cups, boxes, papers, pens, balls, cloths and hands of any colour. Those of the renderer are few."""

from __future__ import annotations

from typing import Callable

import cv2
import numpy as np

from ..data import Sample

FINE = 2  # sub-pixels along each side while shapes are drawn
PLACES = (8, 8, 57, 57, 51, 30, 3, 13, 36, 45, 17, 26, 27, 5, 11)  # landmarks before which things are held
MOST_THINGS = 3
SKIN_PLACES = (29, 30, 31, 35, 2, 14)  # landmarks that tell the colour of skin


def hold(sample: Sample, kinds: np.ndarray, random: np.random.Generator, texture: Callable[[int, int], np.ndarray], held: int) -> tuple[np.ndarray, np.ndarray]:
    """(picture uint8 [256, 256, 3], kinds) with one thing or a few before the head. texture(width, height): uint8 RGB that things are covered with."""
    picture, side = sample["image"], sample["image"].shape[0]
    unit = float(sample["camera"][2]) * side  # pixels per dm
    kinds = kinds.copy()
    count = 1 + (random.random() < 0.25) + (random.random() < 0.1)
    for _ in range(min(count, MOST_THINGS)):
        place = sample["landmarks"][PLACES[random.integers(len(PLACES))], :2] * side + random.normal(0, 0.3, 2) * unit
        cover, shade = DRAWN[random.integers(len(DRAWN))](random, place, unit, side)
        picture = laid(picture, cover, shade, coat(sample, random, texture, side), random)
        small = cv2.resize(cover, kinds.shape, interpolation=cv2.INTER_AREA)
        kinds[small >= 0.5] = held
    return picture, kinds


def laid(picture: np.ndarray, cover: np.ndarray, shade: np.ndarray, colours: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """A thing over a picture: float32 cover [256, 256] 0..1, shade about 1; now and then with a soft shadow beside it."""
    below = picture.astype(np.float32)
    if random.random() < 0.6:
        moved = np.roll(cover, tuple(random.integers(-6, 7, 2)), (0, 1))
        shadow = cv2.GaussianBlur(moved, (0, 0), random.uniform(1, 6))
        below *= 1 - random.uniform(0.05, 0.5) * shadow[..., None]
    share = cv2.GaussianBlur(cover, (0, 0), random.uniform(0.3, 1.2))[..., None]
    return np.clip(below * (1 - share) + colours * shade[..., None] * share + 0.5, 0, 255).astype(np.uint8)


def coat(sample: Sample, random: np.random.Generator, texture: Callable[[int, int], np.ndarray], side: int) -> np.ndarray:
    """What covers a thing (float32 [256, 256, 3]): skin colour, one colour, stripes or a texture."""
    kind = random.random()
    if kind < 0.25:
        base = skin_colour(sample) * np.exp(random.normal(0, 0.18)) * np.exp(random.normal(0, 0.05, 3))
        return base + mottled(random, side, random.uniform(1, 8))
    base = random.uniform(0, 255, 3) if random.random() < 0.6 else np.full(3, random.uniform(0, 255)) + random.normal(0, 6, 3)
    if kind < 0.6:
        return base + mottled(random, side, random.uniform(0, 8))
    if kind < 0.7:
        return stripes(random, side, base)
    return texture(side, side).astype(np.float32)


def skin_colour(sample: Sample) -> np.ndarray:
    """sRGB 0..255 [3] of the face in a picture."""
    points = np.clip(sample["landmarks"][list(SKIN_PLACES), :2] * 256, 0, 255).astype(int)
    return np.median(sample["image"][points[:, 1], points[:, 0]].astype(np.float32), axis=0)


def mottled(random: np.random.Generator, side: int, strength: float) -> np.ndarray:
    cells = int(random.integers(3, 40))
    return strength * cv2.resize(random.normal(0, 1, (cells, cells, 1)).astype(np.float32), (side, side))[..., None]


def stripes(random: np.random.Generator, side: int, base: np.ndarray) -> np.ndarray:
    way, wide = random.uniform(0, np.pi), random.uniform(3, 25)
    rows, columns = np.mgrid[:side, :side]
    wave = np.sin((columns * np.cos(way) + rows * np.sin(way)) * 2 * np.pi / wide)[..., None] > random.uniform(-0.7, 0.7)
    return np.where(wave, base, random.uniform(0, 255, 3)).astype(np.float32)


def filled(corners: np.ndarray, side: int) -> np.ndarray:
    """Float32 0..1 [side, side] of a polygon in pixels."""
    fine = np.zeros((side * FINE, side * FINE), np.uint8)
    cv2.fillPoly(fine, [np.round(corners * FINE).astype(np.int32)], 255, cv2.LINE_AA)
    return cv2.resize(fine, (side, side), interpolation=cv2.INTER_AREA).astype(np.float32) / 255


def turned(points: np.ndarray, random: np.random.Generator, place: np.ndarray, angle: float | None = None) -> tuple[np.ndarray, float]:
    angle = random.uniform(-np.pi, np.pi) if angle is None else angle
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return points @ turn.T + place, angle


def rounded(random: np.random.Generator, place: np.ndarray, angle: float, half: float, side: int) -> np.ndarray:
    """Shade of a round thing with its axis along ``angle`` + 90 degrees: one side lit."""
    rows, columns = np.mgrid[:side, :side].astype(np.float32)
    across = ((columns - place[0]) * np.cos(angle) + (rows - place[1]) * np.sin(angle)) / max(half, 1)
    light = random.uniform(-0.8, 0.8)
    return np.clip(1.1 - random.uniform(0.1, 0.5) * (across - light) ** 2, 0.25, 1.3).astype(np.float32)


def sloped(random: np.random.Generator, side: int) -> np.ndarray:
    corners = np.exp(random.normal(0, 0.15, (2, 2))).astype(np.float32)
    return cv2.resize(corners, (side, side), interpolation=cv2.INTER_LINEAR)


def tapered(random, place, unit, side):
    """A cone, a cup or a can: straight sides, round across."""
    half, long = random.uniform(0.2, 0.7) * unit, random.uniform(0.6, 2.2) * unit
    tip = half * (random.uniform(0, 0.25) if random.random() < 0.4 else random.uniform(0.6, 1.1))
    arc = np.linspace(0, np.pi, 9)
    top = np.stack([half * np.cos(arc), -long / 2 - 0.25 * half * np.sin(arc)], 1)
    foot = np.stack([-tip * np.cos(arc), long / 2 + 0.25 * tip * np.sin(arc)], 1)
    upright = random.normal(0, 0.5) if random.random() < 0.7 else None
    corners, angle = turned(np.concatenate([top, foot]), random, place, upright)
    cover = filled(corners, side)
    if random.random() < 0.4:  # what lies in the cone
        ball = np.zeros((side, side), np.uint8)
        cv2.circle(ball, tuple(int(v) for v in place + np.array([np.sin(angle), -np.cos(angle)]) * long / 2), int(half) + 1, 255, -1, cv2.LINE_AA)
        cover = np.maximum(cover, ball.astype(np.float32) / 255)
    return cover, rounded(random, place, angle, half, side)


def flat(random, place, unit, side):
    """A paper, box, book or phone: four corners, any size."""
    wide, high = np.exp(random.uniform(np.log(0.3), np.log(2.4), 2)) * unit / 2
    corners = np.array([[-wide, -high], [wide, -high], [wide, high], [-wide, high]]) * np.exp(random.normal(0, 0.08, (4, 2)))
    corners, _ = turned(corners, random, place, random.normal(0, 0.25) if random.random() < 0.6 else None)
    return filled(corners, side), sloped(random, side)


def rod(random, place, unit, side):
    """A pen, a stick, a straw or a handle."""
    wide, long = random.uniform(0.025, 0.16) * unit, random.uniform(0.6, 3.5) * unit
    corners, angle = turned(np.array([[-wide, -long / 2], [wide, -long / 2], [wide, long / 2], [-wide, long / 2]]), random, place)
    return filled(corners, side), rounded(random, place, angle, wide, side)


def lump(random, place, unit, side):
    """A ball, a fruit, a bunched cloth."""
    angles = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    waves = sum(random.normal(0, 0.25 / n) * np.cos(n * angles + random.uniform(0, 6)) for n in range(1, 6))
    radius = np.exp(random.uniform(np.log(0.15), np.log(0.9))) * unit * np.exp(waves * (random.random() < 0.7))
    corners = np.stack([radius * np.cos(angles), radius * np.sin(angles) * random.uniform(0.6, 1.4)], 1) + place
    return filled(corners, side), rounded(random, place, random.uniform(0, np.pi), float(radius.mean()), side)


def hand(random, place, unit, side):
    """Fingers, a palm and an arm that goes down or aside; round limbs in one mass."""
    cover = np.zeros((side * FINE, side * FINE), np.uint8)
    lit = np.zeros((side * FINE, side * FINE), np.float32)
    way = random.normal(0, 0.7)
    up, right = np.array([np.sin(way), -np.cos(way)]), np.array([np.cos(way), np.sin(way)])
    limbs = [(place - up * 0.3 * unit, place - up * 4 * unit + right * random.normal(0, 0.8) * unit, 0.3), (place - up * 0.15 * unit, place + up * 0.1 * unit, 0.38)]
    fingers = int(random.integers(1, 6))
    for across in np.linspace(-0.28, 0.28, fingers) + random.normal(0, 0.02, fingers):
        reach = up * random.uniform(0.5, 0.95) + right * (across * random.uniform(0.6, 2.0) + random.normal(0, 0.08))
        limbs.append((place + right * across * unit, place + reach * unit, random.uniform(0.075, 0.1)))
    for start, end, half in limbs:
        ends = [tuple(int(v) for v in point * FINE) for point in (start, end)]
        cv2.line(cover, *ends, 255, max(1, int(2 * half * unit * FINE)), cv2.LINE_AA)
        for share, value in ((2.0, 0.75), (1.4, 0.9), (0.7, 1.05)):
            cv2.line(lit, *ends, value, max(1, int(share * half * unit * FINE)), cv2.LINE_AA)
    small = lambda values: cv2.resize(values, (side, side), interpolation=cv2.INTER_AREA).astype(np.float32)
    return small(cover) / 255, cv2.GaussianBlur(np.maximum(small(lit), 0.6), (0, 0), 1.5)


DRAWN = (tapered, tapered, flat, flat, rod, lump, hand, hand)
