"""Training pairs of the generator: one head seen twice, with the geometric result for the second picture made from the first."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

import cv2
import numpy as np
import torch

from ..data import SURFACE_KEYS, NoData, Sample, list_shards, read_shard
from ..geometry import mirror, unpack
from .bridge import FROM_START, Bridge
from .conditions import Condition, condition
from .foreground import own_colours
from .geometric import Mistakes

PAIR_KEYS = SURFACE_KEYS + ("scene", "view", "light_index", "light_place")
FIRST_STEP = 0.5  # share of samples at time 1
LIGHT_KEPT = 0.35  # share of pairs whose light stays as it was
SAME_VIEW = 0.08  # share of pairs whose light alone changes


def sample_of(shard: Sample, index: int) -> Sample:
    return unpack({key: shard[key][index] for key in SURFACE_KEYS})


class PairPool:
    """Draws (source, target) of one head from a moving window of shards. For one thread; ``state`` and ``restore`` repeat the draws."""

    def __init__(self, folder: Path, seed: int, window: int = 10, draws_per_shard: int = 96):
        self.folder, self.window, self.draws_per_shard = folder, window, draws_per_shard
        self.random = np.random.default_rng(seed)
        self.loaded: list[tuple[str, Sample]] = []
        self.draws = 0
        self.stranger: Sample | None = None
        for _ in range(min(window, len(list_shards(folder)))):
            self.load_next()
        if not self.loaded:
            raise NoData(f"No readable shard_*.npz in {folder}")

    def draw(self) -> tuple[Sample, Sample]:
        """Two unpacked samples of one head: views differ (mostly), lights may. ``stranger`` is then another head in the second's light."""
        self.draws += 1
        if self.draws % self.draws_per_shard == 0:
            self.load_next()
        shard = self.loaded[self.random.integers(len(self.loaded))][1]
        one = int(self.random.integers(len(shard["image"])))
        two = int(self.random.choice(self.partners(shard, one)))
        lit_alike = np.nonzero((shard["light_place"] == shard["light_place"][two]) & (shard["scene"] != shard["scene"][two]))[0]
        self.stranger = sample_of(shard, int(self.random.choice(lit_alike))) if len(lit_alike) else None
        return sample_of(shard, one), sample_of(shard, two)

    def partners(self, shard: Sample, one: int) -> np.ndarray:
        same = shard["scene"] == shard["scene"][one]
        turned = shard["view"] != shard["view"][one]
        lit_alike = shard["light_index"] == shard["light_index"][one]
        if self.random.random() < SAME_VIEW:
            return np.nonzero(same & ~turned & ~lit_alike)[0]
        kept = self.random.random() < LIGHT_KEPT
        return np.nonzero(same & turned & (lit_alike if kept else ~lit_alike))[0]

    def load_next(self) -> None:
        names = [path.name for path in list_shards(self.folder)]
        missing = sorted(set(names) - {name for name, _ in self.loaded})
        if missing:
            self.load(missing[self.random.integers(len(missing))])

    def load(self, name: str) -> None:
        self.loaded.append((name, read_shard(self.folder / name, PAIR_KEYS)))
        del self.loaded[:-self.window]

    def state(self) -> dict:
        return {"random": self.random.bit_generator.state, "draws": self.draws, "loaded": [name for name, _ in self.loaded]}

    def restore(self, state: dict) -> None:
        self.random.bit_generator.state, self.draws = state["random"], state["draws"]
        present = {path.name for path in list_shards(self.folder)}
        self.loaded = []
        for name in state["loaded"]:
            if name in present:
                self.load(name)


def before(sample: Sample, background: np.ndarray, side: int) -> np.ndarray:
    """The sample's picture, float32 sRGB [side, side, 3], with its person before ``background`` (of the same size); no rim of what was behind."""
    picture = cv2.resize(sample["image"].astype(np.float32) / 255, (side, side), interpolation=cv2.INTER_AREA)
    share = cv2.resize(sample["matte"], (side, side), interpolation=cv2.INTER_AREA)[..., None]
    own = own_colours(torch.from_numpy(picture.transpose(2, 0, 1))[None], torch.from_numpy(share.transpose(2, 0, 1))[None])[0].numpy().transpose(1, 2, 0)
    return own * share + background * (1 - share)


def weight(known: Condition, matte: np.ndarray) -> np.ndarray:
    """How much each pixel counts: the head more than the background, what is not seen most."""
    head = np.maximum(matte, known.maps[..., 1])
    return (0.05 + 0.35 * head + 1.0 * head * ~known.seen).astype(np.float32)


def draw_time(random: np.random.Generator, first_step: float = FIRST_STEP) -> np.float32:
    """The first step, from noise about the start, is the hardest: it is trained as often as all others together, or more."""
    return np.float32(1.0 if random.random() < first_step else random.beta(1.2, 1.0))


def training_row(state: np.ndarray, known: Condition, wanted: np.ndarray, matte: np.ndarray, counts: np.ndarray, time: np.float32,
                 more: np.ndarray) -> dict[str, np.ndarray]:
    """One row of a batch, float16, channels first. ``state`` and ``more`` [S, S, C] as a network is given them, ``wanted`` sRGB 0..1 [S, S, 3],
    ``matte`` and ``counts`` (how much each pixel counts) [S, S]."""
    given = [state, known.start * 2 - 1, known.maps, np.full_like(wanted[..., :1], time), more]
    return {"image": np.concatenate(given, 2).transpose(2, 0, 1).astype(np.float16), "portrait": (wanted * 2 - 1).transpose(2, 0, 1).astype(np.float16),
            "weight": counts[None].astype(np.float16), "matte": matte[None].astype(np.float16)}


class PairBatches:
    """Makes batches for the denoiser. For one thread."""

    def __init__(self, folder: Path, side: int, batch: int, seed: int, backgrounds: Callable[[int], np.ndarray] | None = None,
                 mistakes: Mistakes = Mistakes(), bridge: Bridge = FROM_START):
        self.pool = PairPool(folder, seed)
        self.random = np.random.default_rng(seed + 1)
        self.side, self.batch, self.mistakes, self.bridge = side, batch, mistakes, bridge
        self.backgrounds = backgrounds
        self.mirrored = False

    def make(self) -> dict[str, np.ndarray]:
        rows = [self.row() for _ in range(self.batch)]
        return {key: np.stack([row[key] for row in rows]) for key in rows[0]}

    def draw(self) -> tuple[Sample, Sample]:
        source, target = self.pool.draw()
        self.mirrored = bool(self.random.random() < 0.5)
        return (mirror(source), mirror(target)) if self.mirrored else (source, target)

    def row(self) -> dict[str, np.ndarray]:
        source, target = self.draw()
        background = self.background()
        known = condition(source, target, background, self.random, self.mistakes)
        wanted = before(target, background, self.side)
        matte = cv2.resize(target["matte"], (self.side, self.side), interpolation=cv2.INTER_AREA)
        time = draw_time(self.random)
        state = self.bridge.mix(wanted * 2 - 1, known.start * 2 - 1, self.random.normal(size=wanted.shape).astype(np.float32), time)
        return training_row(state, known, wanted, matte, weight(known, matte), time, self.given(source, target, known, wanted))

    def given(self, source: Sample, target: Sample, known: Condition, wanted: np.ndarray) -> np.ndarray:
        """More channels [S, S, C] that a network is given; none here."""
        return wanted[..., :0]

    def background(self) -> np.ndarray:
        if self.backgrounds is not None and self.random.random() < 0.6:
            return self.backgrounds(self.side).astype(np.float32) / 255
        return np.broadcast_to(self.random.uniform(0, 1, 3).astype(np.float32), (self.side, self.side, 3))

    def state(self) -> dict:
        return {"random": self.random.bit_generator.state, "pool": self.pool.state()}

    def restore(self, state: dict) -> None:
        self.random.bit_generator.state = state["random"]
        self.pool.restore(state["pool"])
