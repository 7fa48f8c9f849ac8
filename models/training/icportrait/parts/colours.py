"""Other colours for parts of a render: white hair, clothes like skin, beards as dark as skin, dark skin."""

from __future__ import annotations

import cv2
import numpy as np

from ..data import Sample
from .kinds import BEARD_KIND, CLOTH_KIND, HAIR_KIND, SKIN_KIND
from .things import skin_colour

WHITE_SHARE, LIKE_SKIN_SHARE, HAIR_SHARE, BEARD_SHARE = 0.15, 0.15, 0.1, 0.3
DARK_SKIN_SHARE = 0.2  # faces of dark skin without a beard are rarer in the renders than bearded ones


def recolour(sample: Sample, kinds: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """uint8 [256, 256, 3]: the picture with other colours of some parts; their own light and dark stay."""
    picture = sample["image"].astype(np.float32)
    if random.random() < DARK_SKIN_SHARE:
        picture = darkened(picture, share_of(kinds, (SKIN_KIND,)), random)
    draw = random.random()
    if draw < WHITE_SHARE:
        picture = whitened(picture, share_of(kinds, (HAIR_KIND, BEARD_KIND)), random)
    elif draw < WHITE_SHARE + HAIR_SHARE:
        picture = tinted(picture, share_of(kinds, (HAIR_KIND,)), skin_colour(sample) * np.exp(random.normal(-0.1, 0.3)), random)
    if random.random() < LIKE_SKIN_SHARE:
        picture = tinted(picture, share_of(kinds, (CLOTH_KIND,)), skin_colour(sample) * np.exp(random.normal(0, 0.25, 3)), random)
    if random.random() < BEARD_SHARE:
        picture = tinted(picture, share_of(kinds, (BEARD_KIND,)), skin_colour(sample) * np.exp(random.normal(-0.4, 0.5)), random)
    return np.clip(picture + 0.5, 0, 255).astype(np.uint8)


def share_of(kinds: np.ndarray, wanted: tuple[int, ...]) -> np.ndarray:
    """Float32 0..1 [256, 256, 1]: soft at the edges."""
    share = np.isin(kinds, wanted).astype(np.float32)
    return cv2.GaussianBlur(cv2.resize(share, (2 * share.shape[1], 2 * share.shape[0]), interpolation=cv2.INTER_LINEAR), (0, 0), 0.8)[..., None]


def whitened(picture: np.ndarray, share: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Grey to white: most colour goes, and dark becomes light."""
    grey = picture.mean(2, keepdims=True)
    light = 255 * (grey / 255) ** random.uniform(0.25, 0.7) * random.uniform(0.7, 1.0)
    return picture * (1 - share) + share * (light + random.uniform(0, 0.3) * (picture - grey))


def darkened(picture: np.ndarray, share: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Skin that reflects less, blue most of all; gleams stay."""
    darker = random.uniform(0.35, 0.9) * np.array([1.0, random.uniform(0.8, 0.98), random.uniform(0.65, 0.95)])
    gleam = (picture / 255) ** 4
    return picture * (1 - share) + share * picture * (darker + (1 - darker) * gleam)


def tinted(picture: np.ndarray, share: np.ndarray, colour: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """A part of another mean colour, with its own pattern of light and dark, stronger or weaker."""
    if share.sum() < 20:
        return picture
    own = (picture * share).sum((0, 1)) / share.sum()
    grey = picture.mean(2, keepdims=True) / max(own.mean(), 4.0)
    return picture * (1 - share) + share * colour * grey ** random.uniform(0.4, 1.1)
