"""Training pairs that the plugin itself wrote (``org.icportrait.pairs.WritePairs``): its own conditions, errors of its networks and all.

Shards hold ``start``, ``truth`` uint8 [N, 3, S, S] sRGB; ``shares`` uint8 [N, 3, S, S] (trust, covered, mirrored); ``surface`` int16
[N, 7, S, S] (canonical x y z, depth, normal x y z, by 1 / 4096); ``matte`` and ``known`` (where the truth is known) uint8 [N, 1, S, S].
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..data import Sample, ShardPool, read_folder
from ..photograph import grey, tone
from .bridge import FROM_START, Bridge
from .canvas import half
from .conditions import Condition
from .pairs import draw_time, training_row, weight
from .validation import Pair

WRITTEN_KEYS = ("start", "truth", "shares", "surface", "matte", "known")
SURFACE_SCALE = 4096
SIDEWAYS = (0, 4)  # of the surface's channels, those that point sideways: canonical x and normal x
FIRST_STEP = 0.75  # share of samples at time 1: portraits are made in one step
GREY_SHARE = 0.05
TONE = 0.5  # strength of changes of tone
WINDOW = 12


def images(sample: Sample) -> tuple[np.ndarray, np.ndarray]:
    """Start and truth, uint8 [S, S, 3]."""
    return sample["start"].transpose(1, 2, 0), sample["truth"].transpose(1, 2, 0)


def known_of(sample: Sample, start: np.ndarray) -> Condition:
    """The condition about ``start``, uint8 [S, S, 3]; where its pixels come from is not written."""
    shares, surface = sample["shares"].astype(np.float32) / 255, sample["surface"].astype(np.float32) / SURFACE_SCALE
    maps = np.concatenate([shares, surface]).transpose(1, 2, 0)
    return Condition(start.astype(np.float32) / 255, maps, np.full((*maps.shape[:2], 2), np.nan, np.float32))


def mirrored(sample: Sample) -> Sample:
    """Left and right exchanged."""
    out = {key: np.ascontiguousarray(sample[key][..., ::-1]) for key in WRITTEN_KEYS}
    for channel in SIDEWAYS:
        out["surface"][channel] *= -1
    return out


class WrittenPairs:
    """Makes batches for the denoiser of written pairs, as ``PairBatches`` does. For one thread.

    What cameras and files do to colours is done to start and truth alike. ``side`` must be that of the pairs.
    """

    def __init__(self, folder: Path, side: int, batch: int, seed: int, bridge: Bridge = FROM_START):
        self.pool = ShardPool(folder, WRITTEN_KEYS, seed, WINDOW)
        self.random = np.random.default_rng(seed + 1)
        self.batch, self.bridge = batch, bridge
        written = self.pool.draw()["start"].shape[-1]
        if written != side:
            raise ValueError(f"The pairs in {folder} have a side of {written} px, and --side is {side}")

    def make(self) -> dict[str, np.ndarray]:
        rows = [self.row() for _ in range(self.batch)]
        return {key: np.stack([row[key] for row in rows]) for key in rows[0]}

    def row(self) -> dict[str, np.ndarray]:
        sample = self.pool.draw()
        if self.random.random() < 0.5:
            sample = mirrored(sample)
        start, truth = self.toned(*images(sample))
        known, wanted = known_of(sample, start), truth.astype(np.float32) / 255
        matte, time = sample["matte"][0].astype(np.float32) / 255, draw_time(self.random, FIRST_STEP)
        state = self.bridge.mix(wanted * 2 - 1, known.start * 2 - 1, self.random.normal(size=wanted.shape).astype(np.float32), time)
        counts = weight(known, matte) * (sample["known"][0] > 0)
        return training_row(state, known, wanted, matte, counts, time, wanted[..., :0])

    def toned(self, start: np.ndarray, truth: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        both = np.concatenate([start, truth])
        both = tone(np.ascontiguousarray(both), self.random, TONE)
        both = grey(both) if self.random.random() < GREY_SHARE else both
        return both[:len(start)], both[len(start):]

    def state(self) -> dict:
        return {"random": self.random.bit_generator.state, "pool": self.pool.state()}

    def restore(self, state: dict) -> None:
        self.random.bit_generator.state = state["random"]
        self.pool.restore(state["pool"])


def written_held_out(folder: Path, side: int, count: int) -> list[Pair]:
    """The same pairs for the same folder and count, evenly over what it holds, whatever their side; where the truth is unknown the matte is 0."""
    content = read_folder(folder, WRITTEN_KEYS, 10 ** 6)
    random = np.random.default_rng(3)
    pairs = []
    for index in np.unique(np.linspace(0, len(content["start"]) - 1, count).astype(int)):
        sample = {key: content[key][index] for key in WRITTEN_KEYS}
        start, truth = images(sample)
        known, matte = known_of(sample, start), sample["matte"][0].astype(np.float32) / 255 * (sample["known"][0] > 0)
        noise = random.normal(size=truth.shape).astype(np.float32)
        blank = half(known.start, np.ones(matte.shape, bool))
        pairs.append(Pair(known, truth.astype(np.float32) / 255, matte, noise, np.concatenate([blank, blank], 2)))
    return pairs
