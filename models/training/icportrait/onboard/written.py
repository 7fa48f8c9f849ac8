"""``generate.written`` on the accelerator: the plugin's own pairs in its memory (1.6 MB each at 256 px)."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor

from ..generate.bridge import FROM_START, Bridge
from ..generate.written import FIRST_STEP, GREY_SHARE, SIDEWAYS, SURFACE_SCALE, TONE, keys_of
from .canvas import half, masked
from .conditions import Condition
from .developing import grey, tone
from .dice import Dice
from .pairs import first_or_between, weight
from .pool import Batch, DevicePool
from .source import OnboardSource, with_rows


class WrittenOnboard(OnboardSource):
    """Makes batches of written pairs, as ``WrittenPairs`` does: float32 tensors on the pool's device. For one thread, outside of autocast.

    ``pool`` is ``pool_of_written``; where it keeps profiles, batches have the canvas. Raises ValueError for a ``side`` that is not the pairs'.
    """

    def __init__(self, pool: DevicePool, side: int, batch: int, bridge: Bridge = FROM_START):
        super().__init__(pool, Dice(pool.device, pool.random.initial_seed() + 1))
        self.batch, self.bridge = batch, bridge
        written = pool.arrays["start"].shape[-1]
        if written != side:
            raise ValueError(f"The pairs in {pool.folder} have a side of {written} px, and --side is {side}")

    @torch.no_grad()
    def make(self) -> Batch:
        numbers, dice = self.pool.draw(self.batch), self.dice
        stored = with_rows({key: self.pool.arrays[key][numbers] for key in self.pool.keys}, dice.some(self.batch, 0.5), mirrored)
        start, truth, *profile = self.toned(*[stored[key].float() / 255 for key in ("start", "truth", "profile") if key in stored])
        maps = torch.cat([stored["shares"].float() / 255, stored["surface"].float() / SURFACE_SCALE], 1)
        known, matte = Condition(start, maps, torch.full_like(start[:, :2], torch.nan)), stored["matte"].float() / 255
        time, noise = first_or_between(dice, self.batch, FIRST_STEP), dice.normal(0, 1, *truth.shape)
        state = self.bridge.mix(truth * 2 - 1, start * 2 - 1, noise, time)
        canvas = [half(picture) for picture in profile] + ([half(start, masked(dice, self.batch, start.shape[3]))] if profile else [])
        return {"image": torch.cat([state, start * 2 - 1, maps, time.expand_as(matte), *canvas], 1), "portrait": truth * 2 - 1,
                "weight": weight(known, matte) * (stored["known"] > 0), "matte": matte}

    def toned(self, *pictures: Tensor) -> list[Tensor]:
        """Pictures of one size, changed alike."""
        all_of_them = tone(torch.cat(pictures, 2), self.dice, TONE)
        all_of_them = torch.where(self.dice.happens(GREY_SHARE, self.batch, 1, 1, 1), grey(all_of_them), all_of_them)
        return list(all_of_them.split(pictures[0].shape[2], 2))


def mirrored(batch: Batch) -> Batch:
    """Left and right exchanged."""
    out = {key: values.flip(3) for key, values in batch.items()}
    out["surface"][:, list(SIDEWAYS)] *= -1
    return out


def pool_of_written(folder: Path, device: torch.device, seed: int, canvas: bool = False) -> DevicePool:
    return DevicePool(folder, keys_of(canvas), device, seed)
