"""``generate.pairs`` on the accelerator: whole batches of one head seen twice, made of the renders that lie in its memory.

Nothing here waits for the device, and the same pictures and seed of the pool give the same batches.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from ..generate.bridge import FROM_START, Bridge
from ..generate.foreground import own_colours
from ..generate.geometric import Mistakes
from ..generate.pairs import FIRST_STEP, LIGHT_KEPT, SAME_VIEW
from .conditions import Condition, condition
from .dice import Dice
from .moving import mirror
from .pool import Batch, DevicePool
from .source import OnboardSource, with_rows

PICTURE_KEYS = ("image", "matte", "coordinates", "depth", "normal", "rotation", "camera", "light")
PLACE_KEYS = ("scene", "view", "light_index")
PAIR_KEYS = PICTURE_KEYS + PLACE_KEYS + ("light_place",)  # what a pool of pairs keeps; without light_place there are no strangers
GROUP = 4  # heads that stand in the same lights, numbered one after the other (``render.group.HEADS``)
PICTURED = 0.6  # share of backgrounds that are pictures, where there are any
PICTURE_SIDE = 256


class Partners:
    """Draws numbers of pictures that belong together, by the renderer's numbers of scene, view and light."""

    def __init__(self, pool: DevicePool, dice: Dice):
        self.pool, self.dice = pool, dice

    def column(self, key: str, count: int) -> Tensor:
        return self.pool.arrays[key][:count]

    def of(self, one: Tensor) -> Tensor:
        """Another picture of each one's head: from another view (mostly), in another light or not. Where a head has no such picture,
        any other of it; where it has no other, itself."""
        count, dice = self.pool.count, self.dice
        scene, view, light = (self.column(key, count) == self.pool.arrays[key][one][:, None] for key in PLACE_KEYS)
        same_view = dice.happens(SAME_VIEW, len(one), 1)
        lit_alike = ~same_view & dice.happens(LIGHT_KEPT, len(one), 1)
        wanted = scene & (view == same_view) & (light == lit_alike)
        other = scene & (torch.arange(count, device=one.device) != one[:, None])
        return (dice.uniform(0, 1, len(one), count) + scene.int() + other.int() + wanted.int()).argmax(1)

    def strangers(self, two: Tensor) -> tuple[Tensor, Tensor]:
        """Another head in each one's light, and whether there is one (bool)."""
        if "light_place" not in self.pool.arrays:
            return two, torch.zeros_like(two, dtype=torch.bool)
        count = self.pool.count
        scene, place = self.column("scene", count), self.column("light_place", count)
        mine = self.pool.arrays["scene"][two][:, None]
        alike = (scene // GROUP == mine // GROUP) & (scene != mine) & (place == self.pool.arrays["light_place"][two][:, None])
        return (self.dice.uniform(0, 1, len(two), count) + alike.int()).argmax(1), alike.any(1)


def sized(picture: Tensor, side: int) -> Tensor:
    """Averaged down to ``side``, which divides the picture's."""
    return F.avg_pool2d(picture, picture.shape[3] // side) if picture.shape[3] != side else picture


def before(pictures: Batch, background: Tensor | float, side: int) -> Tensor:
    """The pictures [B, 3, S, S], sRGB 0..1, with their persons before ``background``, as ``generate.pairs.before``."""
    share = sized(pictures["matte"], side)
    return own_colours(sized(pictures["image"], side), share) * share + background * (1 - share)


def weight(known: Condition, matte: Tensor) -> Tensor:
    """How much each pixel counts, as ``generate.pairs.weight``."""
    head = torch.maximum(matte, known.covered)
    return 0.05 + 0.35 * head + head * ~known.seen


class PairsOnboard(OnboardSource):
    """Makes batches for the denoiser, as ``PairBatches`` does: float32 tensors on the pool's device. For one thread, outside of autocast.

    ``pool`` keeps PAIR_KEYS; ``backgrounds`` are pictures uint8 [M, 3, 256, 256] on its device. Raises ValueError for a ``side`` that
    does not divide 256.
    """

    def __init__(self, pool: DevicePool, side: int, batch: int, bridge: Bridge = FROM_START, backgrounds: Tensor | None = None,
                 mistakes: Mistakes = Mistakes()):
        if side < 1 or PICTURE_SIDE % side:
            raise ValueError(f"The side of pairs must divide {PICTURE_SIDE}; {side} does not")
        super().__init__(pool, Dice(pool.device, pool.random.initial_seed() + 1))
        self.partners = Partners(pool, self.dice)
        self.side, self.batch, self.bridge, self.mistakes, self.backgrounds = side, batch, bridge, mistakes, backgrounds

    @torch.no_grad()
    def make(self) -> Batch:
        source, target, stranger = self.draw()
        background = self.background()
        known = condition(source, target, background, self.dice, self.mistakes)
        wanted, matte = before(target, background, self.side), sized(target["matte"], self.side)
        time, noise = first_or_between(self.dice, self.batch, FIRST_STEP), self.dice.normal(0, 1, *wanted.shape)
        state = self.bridge.mix(wanted * 2 - 1, known.start * 2 - 1, noise, time)
        given = [state, known.start * 2 - 1, known.maps, time.expand_as(matte), *self.given(source, stranger, known, wanted)]
        return {"image": torch.cat(given, 1), "portrait": wanted * 2 - 1, "weight": weight(known, matte), "matte": matte}

    def draw(self) -> tuple[Batch, Batch, Batch]:
        """Sources and targets, and with each target a stranger: another head in its light, with ``there`` (bool [B]) where there is one."""
        one = self.pool.draw(self.batch)
        two = self.partners.of(one)
        other, there = self.partners.strangers(two)
        rows = self.dice.some(self.batch, 0.5)
        source, target, stranger = (with_rows(self.pool.pictures(numbers), rows, mirror) for numbers in (one, two, other))
        return source, target, {**stranger, "there": there}

    def given(self, source: Batch, stranger: Batch, known: Condition, wanted: Tensor) -> list[Tensor]:
        """More channels [B, C, S, S] that a network is given; none here."""
        return []

    def background(self) -> Tensor:
        shape = (self.batch, 3, self.side, self.side)
        plain = self.dice.uniform(0, 1, self.batch, 3, 1, 1).expand(shape)
        if self.backgrounds is None:
            return plain
        numbers = self.dice.whole(len(self.backgrounds), self.batch)
        pictures = sized(self.backgrounds[numbers].float() / 255, self.side)
        return torch.where(self.dice.happens(PICTURED, self.batch, 1, 1, 1), pictures, plain)


def first_or_between(dice: Dice, count: int, first_step: float) -> Tensor:
    """Times [B, 1, 1, 1] as ``generate.pairs.draw_time``: the first step with this share, else Beta(1.2, 1)."""
    first, between = dice.uniform(0, 1, 2, count, 1, 1, 1)
    return torch.where(first < first_step, 1.0, between ** (1 / 1.2))


def pool_of_pairs(folder: Path, device: torch.device, seed: int) -> DevicePool:
    return DevicePool(folder, PAIR_KEYS, device, seed)
