"""Training batches of single faces, labelled by person, as they are seen on one day or another."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..data import Resumed, Sample, ShardPool, list_shards
from ..hide import hidden_patches
from ..photograph import degrade, grey, tone
from .faces import FACE_KEYS, FACE_SIDE, Placing, face_of, given

GREY_SHARE, HIDDEN_SHARE = 0.1, 0.12
DAYS = "train", "train-day-1"


class FaceBatches(Resumed):
    """Faces of a data folder's train split, of all its days. For one thread."""

    def __init__(self, data: Path, batch: int, seed: int, identities: int):
        def counted(sample: Sample) -> float:
            return float(sample["scene"] < identities)

        folders = [data / day for day in DAYS if day == DAYS[0] or list_shards(data / day)]
        self.pools = [ShardPool(folder, FACE_KEYS, seed + number, wanted=counted) for number, folder in enumerate(folders)]
        self.random = np.random.default_rng(seed + 9)
        self.batch = batch

    def make(self) -> dict[str, np.ndarray]:
        samples = [self.pools[self.random.integers(len(self.pools))].draw() for _ in range(self.batch)]
        return {"image": np.stack([self.face(sample) for sample in samples]),
                "person": np.array([sample["scene"] for sample in samples], np.int64)}

    def face(self, sample: Sample) -> np.ndarray:
        """As cameras, files and readings leave it."""
        picture, mask = face_of(sample, Placing.drawn(self.random))
        picture = tone(picture, self.random)
        if self.random.random() < GREY_SHARE:
            picture = grey(picture)
        picture = degrade(picture, self.random)
        if self.random.random() < HIDDEN_SHARE:
            mask = mask * ~hidden_patches(FACE_SIDE, self.random)
        return given(picture, mask)
