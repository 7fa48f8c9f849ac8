"""Training batches of windows of crops that were read once: mirrored and with other tones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from ..data import Resumed, Sample, ShardPool
from ..networks.parts import joined
from ..photograph import tone
from .kinds import NOBODY, UNKNOWN
from .maps import MAPS, given

READ_KEYS = ("image", "kinds", *MAPS)
MIRRORED_SHARE, TONED_SHARE = 0.5, 0.5
WINDOW = 64  # places along each side: four windows of different crops teach more than one crop for the same time
WHOLE_SHARE = 0.4  # of the batches, with a quarter of the crops in each: whole crops are what the network will be asked about
ON_SOMEBODY = 0.85  # share of the windows whose middle shows somebody
DIM, DIM_SHARE = 50, 0.15  # mean sRGB value of the person below which few crops are taken: hardly anything is seen in them
TONES = 0.3  # of the strength of ``photograph.tone``: the maps were read from the crop as it was


def wanted(sample: Sample) -> float:
    kinds = sample["kinds"][::4, ::4]
    somebody = (kinds != NOBODY) & (kinds != UNKNOWN)
    return 1.0 if somebody.any() and sample["image"][::8, ::8][somebody].mean() > DIM else DIM_SHARE


class ReadBatches(Resumed):
    """Batches of windows of a folder's read crops. For one thread."""

    def __init__(self, folder: Path, batch: int, seed: int):
        self.pools = [ShardPool(folder, READ_KEYS, seed, window=6, draws_per_shard=96, wanted=wanted)]
        self.random = np.random.default_rng(seed + 3)
        self.batch = batch

    def make(self) -> dict[str, np.ndarray]:
        if self.random.random() < WHOLE_SHARE:
            samples = [changed(self.pools[0].draw(), self.random) for _ in range(max(1, self.batch // 4))]
        else:
            samples = [changed(window(self.pools[0].draw(), self.random), self.random) for _ in range(self.batch)]
        return {key: np.stack([sample[key] for sample in samples]) for key in READ_KEYS}


def window(sample: Sample, random: np.random.Generator) -> Sample:
    """A square of a read crop, mostly where somebody is."""
    kinds = sample["kinds"]
    somebody = np.flatnonzero((kinds != NOBODY) & (kinds != UNKNOWN)) if random.random() < ON_SOMEBODY else ()
    middle = somebody[random.integers(len(somebody))] if len(somebody) else random.integers(kinds.size)
    top, left = (int(np.clip(place - WINDOW // 2, 0, side - WINDOW)) for place, side in zip(np.unravel_index(middle, kinds.shape), kinds.shape))
    cut = {key: values[..., top:top + WINDOW, left:left + WINDOW] for key, values in sample.items() if key != "image"}
    return {**cut, "image": np.ascontiguousarray(sample["image"][2 * top:2 * (top + WINDOW), 2 * left:2 * (left + WINDOW)])}


def changed(sample: Sample, random: np.random.Generator) -> Sample:
    sample = dict(sample)
    if random.random() < TONED_SHARE:
        sample["image"] = tone(sample["image"], random, TONES)
    return mirrored(sample) if random.random() < MIRRORED_SHARE else sample


def mirrored(sample: Sample) -> Sample:
    """A read crop as its mirror image would be read."""
    flipped = {key: values[:, ::-1] if key == "image" else values[..., ::-1] for key, values in sample.items()}
    for key in ("coordinates", "normal"):
        flipped[key] = flipped[key] * np.array([-1, 1, 1], flipped[key].dtype)[:, None, None]
    return flipped


def tensors(batch: dict[str, np.ndarray]) -> dict[str, Tensor]:
    """``image``: the network's input; ``kinds`` int64 [B, 128, 128]."""
    whole = {key: torch.from_numpy(np.ascontiguousarray(values)) for key, values in batch.items()}
    return {"image": joined(*given(whole)), "kinds": whole["kinds"].long()}
