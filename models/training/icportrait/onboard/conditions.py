"""``generate.conditions`` for many pairs at once, on the accelerator."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from ..generate.conditions import BEHIND
from ..generate.geometric import EXACT, Mistakes
from ..networks.blocks import linear_from_srgb
from .carry import Carried, carry, look, mirrored, read_surface, relight
from .developing import blur, encode
from .dice import Dice
from .pool import Batch

BLURRED = 200  # of it, the share of the mirror image is smoothed over one part of the side


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


def condition(source: Batch, target: Batch, background: Tensor, dice: Dice, mistakes: Mistakes = EXACT) -> Condition:
    """Turns and lights pictures (``DevicePool.pictures``) as ``target`` stands; of it only rotation, camera and light are read.

    ``background`` [B, 3, S, S], sRGB 0..1, gives the size.
    """
    surface = read_surface(source, dice, mistakes)
    other = mirrored(surface)
    light_of = linear_from_srgb(source["image"])
    rotation, camera, light = target["rotation"], target["camera"], target["light"]
    carried, lit = [], []
    for front in (surface, other):
        carried.append(carry(front, rotation, camera, background.shape[3]))
        lit.append(relight(look(light_of, carried[-1]), carried[-1], front, rotation, light))
    return join(*carried, *lit, background)


def join(direct: Carried, mirror: Carried, own: Tensor, doubled: Tensor, background: Tensor) -> Condition:
    """The source's own pixels first, their mirror image where they are missing or seen too flat, then the background."""
    hidden = direct.covered & (mirror.depth < direct.depth - BEHIND)
    covered, both = direct.covered | mirror.covered, direct.covered & mirror.covered
    share = ((mirror.trust - direct.trust) * 2).clamp(0, 1) * (mirror.covered & ~hidden)
    share = torch.where(direct.covered, share, mirror.covered.float())
    share = torch.where(both, blur(share, share.new_full((len(share),), share.shape[3] / BLURRED)), (mirror.covered & ~direct.covered).float())

    def mix(one: Tensor, two: Tensor) -> Tensor:
        return one * (1 - share) + two * share

    start = torch.where(covered, encode(mix(own, doubled).clamp(0, 1)), background)
    maps = [mix(direct.trust, mirror.trust), covered.float(), share, mix(direct.canonical, mirror.canonical), mix(direct.depth, mirror.depth),
            mix(direct.normal, mirror.normal)]
    places = torch.where(direct.covered & (share <= 0.5), direct.place, torch.nan)
    return Condition(start, torch.cat(maps, 1), places)
