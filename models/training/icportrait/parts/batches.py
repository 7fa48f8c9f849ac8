"""Training batches of crops that were read once: mirrored and with other tones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from ..data import Resumed, Sample, ShardPool
from ..networks.parts import joined
from ..photograph import tone
from .maps import MAPS, given

READ_KEYS = ("image", "kinds", *MAPS)
MIRRORED_SHARE, TONED_SHARE = 0.5, 0.5
TONES = 0.3  # of the strength of ``photograph.tone``: the maps were read from the crop as it was


class ReadBatches(Resumed):
    """Batches of a folder's read crops. For one thread."""

    def __init__(self, folder: Path, batch: int, seed: int):
        self.pools = [ShardPool(folder, READ_KEYS, seed, window=16, draws_per_shard=96)]
        self.random = np.random.default_rng(seed + 3)
        self.batch = batch

    def make(self) -> dict[str, np.ndarray]:
        samples = [changed(self.pools[0].draw(), self.random) for _ in range(self.batch)]
        return {key: np.stack([sample[key] for sample in samples]) for key in READ_KEYS}


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
