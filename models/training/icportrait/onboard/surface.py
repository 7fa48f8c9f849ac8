"""Training batches of the surface network, made on the accelerator."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from ..augment import ELSEWHERE_SHARE, MASKED_SHARE, MIRRORED_SHARE, OCCLUDED_SHARE, PLACED_SHARE, TIGHT_SHARE
from ..geometry import MAP_KEYS
from .developing import develop
from .dice import Dice
from .moving import cut_tight, hide_patches, mirror, occlude, place
from .pool import Batch, DevicePool
from .source import OnboardSource, with_rows


STRANGE_SHARE = 0.4
KERNELS = (1, 3, 5, 7)


def strange(part: Batch, dice: Dice) -> Batch:
    """Pictures through random filters from all colours to all colours (Xu et al., Robust and generalizable visual representation learning via random
    convolutions, arXiv 2007.13003): shapes remain, and neither colour nor texture can be relied on. Their light and albedo are unknown then."""
    image = part["image"]
    count, _, height, width = image.shape
    side = KERNELS[int(dice.host.integers(len(KERNELS)))]
    kernels = dice.normal(0, 1 / (3 * side * side) ** 0.5, 3 * count, 3, side, side)
    rows = F.pad((image - 0.5).reshape(1, -1, height, width), (side // 2,) * 4, "reflect")
    other = F.conv2d(rows, kernels, groups=count).reshape(image.shape)
    contrast = spread_of(image) / (spread_of(other) + 1e-3)
    other = 0.5 + other * contrast.clamp(max=4)
    share = dice.uniform(0.2, 1, count, 1, 1, 1)
    return {**part, "image": torch.lerp(image, other, share).clamp(0, 1), "true_colours": torch.zeros_like(part["true_colours"])}


def spread_of(image: Tensor) -> Tensor:
    return image.flatten(1).std(1)[:, None, None, None]


class SurfaceOnboard(OnboardSource):
    """Makes the batches that ``train_surface.SurfaceBatches`` makes, as tensors on the pool's device. For one thread.

    ``headless`` is the share of pictures that show no head.
    """

    def __init__(self, pool: DevicePool, backgrounds: Tensor, batch: int, seed: int, headless: float):
        super().__init__(pool, Dice(pool.device, seed))
        self.backgrounds, self.batch, self.headless = backgrounds, batch, headless

    def make(self) -> Batch:
        dice, count = self.dice, self.batch
        batch = self.pool.pictures(self.pool.draw(count))
        batch["matte_weight"] = torch.ones_like(batch["matte"])
        batch["present"] = torch.ones(count, device=dice.device)
        batch = with_rows(batch, dice.some(count, MIRRORED_SHARE), mirror)
        batch = with_rows(batch, dice.some(count, ELSEWHERE_SHARE), self.elsewhere)
        batch = with_rows(batch, dice.some(count, PLACED_SHARE), lambda part: place(part, dice))
        batch = with_rows(batch, dice.some(count, OCCLUDED_SHARE), lambda part: occlude(part, dice))
        batch = with_rows(batch, dice.some(count, self.headless), self.empty)
        batch = {**develop(batch, dice), "true_colours": torch.ones(count, device=dice.device)}
        batch = with_rows(batch, dice.some(count, STRANGE_SHARE), lambda part: strange(part, dice))
        batch = with_rows(batch, dice.some(count, TIGHT_SHARE), lambda part: cut_tight(part, dice))
        return with_rows(batch, dice.some(count, MASKED_SHARE), lambda part: {**part, "image": hide_patches(part["image"], dice)})

    def other(self, count: int) -> Tensor:
        """Backgrounds 0..1, now and then mirrored or with their colours exchanged."""
        pictures = self.backgrounds[self.dice.whole(len(self.backgrounds), count)].float() / 255
        pictures = torch.where(self.dice.happens(0.5, count, 1, 1, 1), pictures.flip(3), pictures)
        return torch.where(self.dice.happens(0.2, count, 1, 1, 1), pictures.flip(1), pictures)

    def elsewhere(self, part: Batch) -> Batch:
        """The same people before other backgrounds."""
        return {**part, "image": part["image"] * part["matte"] + self.other(len(part["image"])) * (1 - part["matte"])}

    def empty(self, part: Batch) -> Batch:
        """No head: every truth but the empty matte is without weight."""
        nothing = {key: torch.zeros_like(part[key]) for key in (*MAP_KEYS, "matte", "valid", "light", "landmarks", "present")}
        camera = part["camera"].new_tensor([0.5, 0.5, 1 / 3.6, 0.1]).expand_as(part["camera"])
        return {**part, **nothing, "image": self.other(len(part["image"])), "matte_weight": torch.ones_like(part["matte"]), "camera": camera,
                "rotation": torch.eye(3, device=camera.device).expand_as(part["rotation"]), "eyelids": torch.ones_like(part["eyelids"])}
