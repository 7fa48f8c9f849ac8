"""Training pairs that the plugin itself wrote (``org.icportrait.pairs.WritePairs``): its own conditions, errors of its networks and all.

Shards hold ``start``, ``truth`` uint8 [N, 3, S, S] sRGB; ``shares`` uint8 [N, 3, S, S] (trust, covered, mirrored); ``surface`` int16
[N, 7, S, S] (canonical x y z, depth, normal x y z, by 1 / 4096); ``matte`` and ``known`` (where the truth is known) uint8 [N, 1, S, S];
``profile`` uint8 [N, 3, S, S] sRGB, the photograph's half of the stitched canvas, which a denoiser without guidance does without.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..data import Sample, ShardPool, list_shards, read_folder
from ..photograph import grey, tone
from .bridge import FROM_START, Bridge
from .canvas import half, masked
from .conditions import Condition
from .pairs import draw_time, training_row, weight
from .validation import Pair

WRITTEN_KEYS = ("start", "truth", "shares", "surface", "matte", "known")
GUIDED_KEYS = (*WRITTEN_KEYS, "profile")
SURFACE_SCALE = 4096
SIDEWAYS = (0, 4)  # of the surface's channels, those that point sideways: canonical x and normal x
FIRST_STEP = 0.75  # share of samples at time 1: portraits are made in one step
GREY_SHARE = 0.05
TONE = 0.5  # strength of changes of tone
WINDOW = 12


def keys_of(canvas: bool) -> tuple[str, ...]:
    return GUIDED_KEYS if canvas else WRITTEN_KEYS


def images(sample: Sample) -> list[np.ndarray]:
    """Start, truth and where it is there the profile, uint8 [S, S, 3]."""
    return [sample[key].transpose(1, 2, 0) for key in ("start", "truth", "profile") if key in sample]


def known_of(sample: Sample, start: np.ndarray) -> Condition:
    """The condition about ``start``, uint8 [S, S, 3]; where its pixels come from is not written."""
    shares, surface = sample["shares"].astype(np.float32) / 255, sample["surface"].astype(np.float32) / SURFACE_SCALE
    maps = np.concatenate([shares, surface]).transpose(1, 2, 0)
    return Condition(start.astype(np.float32) / 255, maps, np.full((*maps.shape[:2], 2), np.nan, np.float32))


def mirrored(sample: Sample) -> Sample:
    """Left and right exchanged."""
    out = {key: np.ascontiguousarray(values[..., ::-1]) for key, values in sample.items()}
    for channel in SIDEWAYS:
        out["surface"][channel] *= -1
    return out


class WrittenPairs:
    """Makes batches for the denoiser of written pairs, as ``PairBatches`` does, or with ``canvas`` as ``CanvasBatches`` does. For one thread.

    What cameras and files do to colours is done to start, truth and profile alike. The lighting reference is the start, masked, as in the plugin.
    ``side`` must be that of the pairs.
    """

    def __init__(self, folder: Path, side: int, batch: int, seed: int, bridge: Bridge = FROM_START, canvas: bool = False):
        self.pool = ShardPool(folder, keys_of(canvas), seed, WINDOW)
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
        start, truth, *profile = self.toned(*images(sample))
        known, wanted = known_of(sample, start), truth.astype(np.float32) / 255
        matte, time = sample["matte"][0].astype(np.float32) / 255, draw_time(self.random, FIRST_STEP)
        state = self.bridge.mix(wanted * 2 - 1, known.start * 2 - 1, self.random.normal(size=wanted.shape).astype(np.float32), time)
        counts = weight(known, matte) * (sample["known"][0] > 0)
        return training_row(state, known, wanted, matte, counts, time, canvas_of(known, profile, self.random) if profile else wanted[..., :0])

    def toned(self, *pictures: np.ndarray) -> list[np.ndarray]:
        """Pictures of one size, changed alike."""
        all_of_them = tone(np.concatenate(pictures), self.random, TONE)
        return np.split(grey(all_of_them) if self.random.random() < GREY_SHARE else all_of_them, len(pictures))

    def state(self) -> dict:
        return {"random": self.random.bit_generator.state, "pool": self.pool.state()}

    def restore(self, state: dict) -> None:
        self.random.bit_generator.state = state["random"]
        self.pool.restore(state["pool"])


def canvas_of(known: Condition, profile: list[np.ndarray], random: np.random.Generator) -> np.ndarray:
    """The stitched canvas [S, S, 8] of one profile, uint8 [S, S, 3]; without one nothing of it is shown."""
    if not profile:
        blank = half(known.start, np.ones(known.start.shape[:2], bool))
        return np.concatenate([blank, blank], 2)
    return np.concatenate([half(profile[0].astype(np.float32) / 255), half(known.start, masked(len(known.start), random))], 2)


def written_held_out(folder: Path, side: int, count: int) -> list[Pair]:
    """The same pairs for the same folder and count, evenly over what it holds, whatever their side; where the truth is unknown the matte is 0."""
    keys = keys_of(has_profiles(folder))
    content = read_folder(folder, keys, 10 ** 6)
    random = np.random.default_rng(3)
    pairs = []
    for index in np.unique(np.linspace(0, len(content["start"]) - 1, count).astype(int)):
        sample = {key: content[key][index] for key in keys}
        start, truth, *profile = images(sample)
        known, matte = known_of(sample, start), sample["matte"][0].astype(np.float32) / 255 * (sample["known"][0] > 0)
        noise = random.normal(size=truth.shape).astype(np.float32)
        pairs.append(Pair(known, truth.astype(np.float32) / 255, matte, noise, canvas_of(known, profile, np.random.default_rng(index))))
    return pairs


def has_profiles(folder: Path) -> bool:
    """Whether the pairs of a folder were written with the photograph's half of the canvas; all of a folder are alike."""
    with np.load(list_shards(folder)[0]) as content:
        return "profile" in content
