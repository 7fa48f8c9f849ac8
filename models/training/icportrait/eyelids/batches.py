"""Training batches of single eyes: as many open as half closed and closed ones."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..data import NoData, Resumed, Sample, ShardPool, list_shards
from ..photograph import degrade, grey, paint_like, tone
from .eyes import EYE_KEYS, Cut, eye_of, given, is_seen, points_of
from .make_up import behind_hair, made_up

GREY_SHARE, PAINTED_SHARE, MADE_UP_SHARE, HAIR_SHARE = 0.15, 0.06, 0.6, 0.2
MOST_TURNED = 72.0  # degrees: a little beyond what is read
KINDS = (0.0, 0.2), (0.2, 0.8), (0.8, 1.0)  # closed, half closed, open
MOST_DRAWS = 4000  # for one eye; a folder in which a kind does not occur gives others
DRAWS_PER_SHARD = 480


class EyeBatches(Resumed):
    """Eyes of a data folder's train split, of all its days. For one thread."""

    def __init__(self, data: Path, batch: int, seed: int):
        folders = [folder for folder in sorted(data.glob("train*")) if list_shards(folder)]
        if not folders:
            raise NoData(f"No train*/shard_*.npz in {data}")
        self.pools = [ShardPool(folder, EYE_KEYS, seed + number, draws_per_shard=DRAWS_PER_SHARD) for number, folder in enumerate(folders)]
        self.random = np.random.default_rng(seed + 9)
        self.batch = batch

    def make(self) -> dict[str, np.ndarray]:
        drawn = [self.draw(KINDS[self.random.integers(len(KINDS))]) for _ in range(self.batch)]
        return {"image": np.stack([self.seen(sample, eye) for sample, eye in drawn]),
                "open": np.array([[sample["eyelids"][eye]] for sample, eye in drawn], np.float32)}

    def draw(self, kind: tuple[float, float]) -> tuple[Sample, int]:
        """A picture and one of its eyes that can be read and is that far open."""
        fallback = None
        for _ in range(MOST_DRAWS):
            sample, eye = self.pools[self.random.integers(len(self.pools))].draw(), int(self.random.integers(2))
            wanted = kind[0] <= sample["eyelids"][eye] <= kind[1]
            if (wanted or fallback is None) and is_seen(sample, eye, MOST_TURNED):
                fallback = sample, eye
                if wanted:
                    return fallback
        if fallback is None:
            raise NoData("No picture shows an eye that can be read")
        return fallback

    def seen(self, sample: Sample, eye: int) -> np.ndarray:
        """As cameras, files and readings leave it."""
        cut = Cut.drawn(self.random)
        picture = eye_of(sample, eye, cut)
        if self.random.random() < MADE_UP_SHARE:
            picture = made_up(picture, points_of(sample, eye, cut), float(sample["eyelids"][eye]), self.random)
        if self.random.random() < HAIR_SHARE:
            picture = behind_hair(picture, self.random)
        if self.random.random() < PAINTED_SHARE:
            picture = paint_like(picture, self.random)
        picture = tone(picture, self.random)
        if self.random.random() < GREY_SHARE:
            picture = grey(picture)
        return given(degrade(picture, self.random))
