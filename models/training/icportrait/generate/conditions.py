"""The condition of the generator: all that is known of the wanted picture before anything is generated."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from ..data import Sample
from ..photograph import encode
from .geometric import EXACT, Carried, Mistakes, carry, look, mirrored, read_surface, relight

BEHIND = 0.12  # dm: a mirrored point this far behind a seen one is hidden by it
MAP_NAMES = ("trust", "covered", "mirrored", "canonical", "depth", "normal")
MAP_CHANNELS = 10  # trust, covered, mirrored, canonical x y z, depth, normal x y z


@dataclass
class Condition:
    """start float32 [S, S, 3] sRGB 0..1: the geometric result before ``background``; maps float32 [S, S, 10] (``MAP_NAMES``);
    places float32 [S, S, 2]: where in the source the seen pixels come from (fractions), NaN elsewhere."""
    start: np.ndarray
    maps: np.ndarray
    places: np.ndarray

    @property
    def trust(self) -> np.ndarray:
        return self.maps[..., 0]

    @property
    def seen(self) -> np.ndarray:
        """1 where the source's own pixels are believed."""
        return (self.maps[..., 1] > 0.5) & (self.maps[..., 0] > 0.35)

    @property
    def mirrored(self) -> np.ndarray:
        return self.maps[..., 2] > 0.5


def condition(source: Sample, target: Sample, background: np.ndarray, random: np.random.Generator, mistakes: Mistakes = EXACT) -> Condition:
    """Turns and lights an unpacked source as ``target`` stands; of the target only rotation, camera and light are read.

    ``background`` float32 [S, S, 3], sRGB 0..1, gives the size.
    """
    surface = read_surface(source, random, mistakes)
    side = len(background)
    rotation, camera, light = target["rotation"], target["camera"], target["light"]
    direct = carry(surface, rotation, camera, side)
    other = mirrored(surface)
    mirror = carry(other, rotation, camera, side, swapped=True)
    own = relight(look(source["image"], direct), direct, surface, rotation, light, False)
    # A mirrored pixel was lit where it was seen: on the other side.
    doubled = relight(look(source["image"], mirror), mirror, surface, rotation, light, True)
    return join(direct, mirror, own, doubled, background)


def join(direct: Carried, mirror: Carried, own: np.ndarray, doubled: np.ndarray, background: np.ndarray) -> Condition:
    """The source's own pixels first, their mirror image where they are missing or seen too flat, then the background."""
    hidden = direct.covered & (mirror.depth < direct.depth - BEHIND)
    share = np.where(mirror.covered & ~hidden, np.clip((mirror.trust - direct.trust) * 2, 0, 1), 0)
    share = np.where(direct.covered, share, mirror.covered.astype(np.float32))
    share = cv2.GaussianBlur(share.astype(np.float32), (0, 0), len(share) / 200) * (direct.covered | mirror.covered)
    share = np.where(direct.covered, np.where(mirror.covered, share, 0), mirror.covered)[..., None].astype(np.float32)
    covered = (direct.covered | mirror.covered)[..., None]

    def mix(one: np.ndarray, two: np.ndarray) -> np.ndarray:
        return one * (1 - share) + two * share

    start = np.where(covered, encode(np.clip(mix(own, doubled), 0, 1)), background).astype(np.float32)
    maps = [mix(direct.trust[..., None], mirror.trust[..., None]), covered.astype(np.float32), share, mix(direct.canonical, mirror.canonical),
            mix(direct.depth[..., None], mirror.depth[..., None]), mix(direct.normal, mirror.normal)]
    places = np.where(share > 0.5, np.nan, direct.place).astype(np.float32)
    return Condition(start, np.concatenate(maps, 2).astype(np.float32), places)
