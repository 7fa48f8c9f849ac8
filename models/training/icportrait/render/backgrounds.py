"""What stands behind a head: linear RGB pictures."""
import cv2
import numpy as np

from .camera import rotation_matrix
from .shares import choose


def sample_background(rng, environment, side, studio=False, theme=""):
    """(linear RGB float32 [side,side,3] around 0..1, name), drawn at half the side. studio: a plain, light, even backdrop; theme: "black" or
    "white" for a backdrop like the clothes before it."""
    picture, kind = _draw(rng, environment, side // 2, studio, theme)
    return cv2.resize(picture, (side, side), interpolation=cv2.INTER_LINEAR), kind


def _draw(rng, environment, side, studio, theme):
    kind = "studio" if studio else choose(rng, "background")
    kind = {"black": "dark", "white": "white"}.get(theme, kind)
    if kind == "environment":
        picture = _crop(rng, environment.picture, side) * rng.uniform(.25, 1.1)
        blur = rng.choice([0, rng.uniform(.5, 2), rng.uniform(2, 12)], p=[.25, .35, .4]) * side / 256
        picture = cv2.GaussianBlur(picture, (0, 0), blur) if blur > .3 else picture
        return np.minimum(picture, 4).astype(np.float32), kind
    if kind == "studio":
        colour = np.full(3, rng.uniform(.35, .9)) * (1 + .03 * rng.normal(size=3))
        return _ramp(rng, side, colour, rng.uniform(0, .35)), kind
    if kind == "dark":
        colour = rng.uniform(0, 1) ** 2 * .04 * np.exp(rng.normal(size=3) * .25)  # many are black indeed
        return _ramp(rng, side, colour, rng.uniform(0, .8)), kind
    if kind == "white":
        return _ramp(rng, side, np.full(3, rng.uniform(.75, 1.1)), rng.uniform(0, .15)), kind
    colour = rng.uniform(.01, .65) ** 1.2 * np.exp(rng.normal(size=3) * rng.uniform(0, .45))
    colour = np.clip(colour, .003, 1)
    if kind == "plain":
        return _ramp(rng, side, colour, rng.uniform(0, .15)), kind
    if kind == "gradient":
        return _ramp(rng, side, colour, rng.uniform(.4, 1.4)), kind
    return _cloudy(rng, side, colour), kind


def _ramp(rng, side, colour, strength):
    """A vignette or a slope of light on a wall."""
    y, x = np.mgrid[0:side, 0:side].astype(np.float32) / side - .5
    angle, bend = rng.uniform(0, 2 * np.pi), rng.uniform(-1, 1)
    slope = np.cos(angle) * x + np.sin(angle) * y - bend * (x * x + y * y)
    return (np.exp(strength * slope * 2)[..., None] * colour).astype(np.float32)


def _cloudy(rng, side, colour):
    """Painted-looking clouds of two colours at several scales."""
    other = np.clip(colour * rng.uniform(.3, 1.8, 3) + rng.uniform(-.05, .1, 3), .003, 1)
    total = np.zeros((side, side), np.float32)
    for cells, weight in ((3, .6), (8, .4), (24, .25), (90, .15)):
        coarse = rng.normal(size=(cells, cells)).astype(np.float32)
        total += weight * rng.uniform(0, 1.3) * cv2.resize(coarse, (side, side), interpolation=cv2.INTER_CUBIC)
    mix = np.clip(.5 + .5 * total, 0, 1)[..., None]
    return (colour * (1 - mix) + other * mix).astype(np.float32)


def _crop(rng, panorama, side):
    """Perspective view into an environment map."""
    field = np.tan(np.radians(rng.uniform(20, 42)))
    y, x = np.mgrid[0:side, 0:side].astype(np.float32)
    rays = np.stack([(2 * (x + .5) / side - 1) * field, (1 - 2 * (y + .5) / side) * field, -np.ones_like(x)], -1)
    rays = rays @ rotation_matrix(rng.uniform(-180, 180), rng.uniform(-18, 18), rng.normal() * 4).T
    rays /= np.linalg.norm(rays, axis=-1, keepdims=True)
    height, width = panorama.shape[:2]
    column = (np.arctan2(rays[..., 0], -rays[..., 2]) / (2 * np.pi) % 1) * width - .5
    row = np.arccos(np.clip(rays[..., 1], -1, 1)) / np.pi * height - .5
    return cv2.remap(panorama, column.astype(np.float32), row.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)
