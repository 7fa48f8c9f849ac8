"""``generate.conditions`` for many pairs at once, on the accelerator."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from ..generate.conditions import BEHIND
from ..generate.geometric import EXACT, Mistakes
from .carry import Carried, carry, look, mirrored, read_surface, relight
from .pool import Batch


@dataclass
class Condition:
    """start [B, 3, S, S] sRGB 0..1: the geometric results before their backgrounds; maps [B, 10, S, S] in the order of
    ``generate.conditions.MAP_NAMES``; places [B, 2, S, S]: fractions in the source, NaN where its own pixels are not used."""
    start: Tensor
    maps: Tensor
    places: Tensor

    @property
    def trust(self) -> Tensor:
        return self.maps[:, :1]

    @property
    def covered(self) -> Tensor:
        return self.maps[:, 1:2]

    @property
    def seen(self) -> Tensor:
        """True where the source's own pixels are believed."""
        return (self.covered > 0.5) & (self.trust > 0.35)

    @property
    def mirrored(self) -> Tensor:
        return self.maps[:, 2:3] > 0.5


def condition(source: Batch, target: Batch, background: Tensor, random: torch.Generator, mistakes: Mistakes = EXACT) -> Condition:
    """Turns and lights pictures (``DevicePool.pictures``) as ``target`` stands; of it only rotation, camera and light are read.

    ``background`` [B, 3, S, S], sRGB 0..1, gives the size.
    """
    surface = read_surface(source, random, mistakes)
    other = mirrored(surface)
    linear = decode(source["image"])
    rotation, camera, light = target["rotation"], target["camera"], target["light"]
    carried, lit = [], []
    for front in (surface, other):
        carried.append(carry(front, rotation, camera, background.shape[3]))
        lit.append(relight(look(linear, carried[-1]), carried[-1], front, rotation, light))
    return join(*carried, *lit, background)


def join(direct: Carried, mirror: Carried, own: Tensor, doubled: Tensor, background: Tensor) -> Condition:
    """The source's own pixels first, their mirror image where they are missing or seen too flat, then the background."""
    hidden = direct.covered & (mirror.depth < direct.depth - BEHIND)
    covered, both = direct.covered | mirror.covered, direct.covered & mirror.covered
    share = ((mirror.trust - direct.trust) * 2).clamp(0, 1) * (mirror.covered & ~hidden)
    share = torch.where(direct.covered, share, mirror.covered.float())
    share = torch.where(both, blur(share, share.shape[3] / 200), (mirror.covered & ~direct.covered).float())

    def mix(one: Tensor, two: Tensor) -> Tensor:
        return one * (1 - share) + two * share

    start = torch.where(covered, encode(mix(own, doubled).clamp(0, 1)), background)
    maps = [mix(direct.trust, mirror.trust), covered.float(), share, mix(direct.canonical, mirror.canonical), mix(direct.depth, mirror.depth),
            mix(direct.normal, mirror.normal)]
    places = torch.where(direct.covered & (share <= 0.5), direct.place, torch.nan)
    return Condition(start, torch.cat(maps, 1), places)


def blur(values: Tensor, deviation: float) -> Tensor:
    """Gaussian of one-channel maps, as OpenCV cuts it off."""
    reach = (round(8 * deviation + 1) | 1) // 2
    line = torch.arange(-reach, reach + 1, dtype=torch.float32, device=values.device)
    weights = torch.softmax(-line ** 2 / (2 * deviation ** 2), 0)
    padded = F.pad(values, (reach, reach, reach, reach), mode="reflect")
    return F.conv2d(F.conv2d(padded, weights.view(1, 1, -1, 1)), weights.view(1, 1, 1, -1))


def decode(coded: Tensor) -> Tensor:
    """Linear light from sRGB 0..1."""
    return torch.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)


def encode(linear: Tensor) -> Tensor:
    """sRGB 0..1 from linear light."""
    return torch.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear.clamp(min=1e-8) ** (1 / 2.4) - 0.055)
