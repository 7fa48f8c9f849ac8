"""Reads rendered shards while they are still being made.

A shard is ``shard_NNNNNN.npz`` with the arrays that the renderer writes (first axis: image). Shards appear in the
folder by renaming, so a visible one is complete.
"""

from __future__ import annotations

import logging
import time
import zipfile
from collections import deque
from pathlib import Path
from typing import Callable

import numpy as np

LOG = logging.getLogger(__name__)
SURFACE_KEYS = ("image", "matte", "coordinates", "depth", "back_depth", "normal", "albedo", "head", "rotation",
                "camera", "light", "landmarks", "eyelids")
FINDER_KEYS = ("image", "matte", "rotation", "camera")
Sample = dict[str, np.ndarray]


class NoData(RuntimeError):
    """The folder holds no readable shard."""


def list_shards(folder: Path) -> list[Path]:
    """Complete shards of a folder, by name."""
    return sorted(folder.glob("shard_*.npz"))


def read_shard(path: Path, keys: tuple[str, ...]) -> Sample:
    """The named arrays of one shard. Raises OSError, KeyError or zipfile.BadZipFile when it is unreadable."""
    with np.load(path) as content:
        return {key: content[key] for key in keys}


def read_folder(folder: Path, keys: tuple[str, ...], limit: int) -> Sample:
    """The first ``limit`` images of a folder as one set of arrays. Raises NoData when there is none."""
    shards, count = [], 0
    for path in list_shards(folder):
        shards.append(read_shard(path, keys))
        count += len(shards[-1][keys[0]])
        if count >= limit:
            break
    if not shards:
        raise NoData(f"No shard_*.npz in {folder}")
    return {key: np.concatenate([shard[key] for shard in shards])[:limit] for key in keys}


class ShardPool:
    """Draws single images at random from a window of shards that moves over the folder.

    Shards that are new since the last look come first; then the folder is gone through in random order. Memory is
    bounded by ``window`` shards. ``wanted`` gives the probability with which an image that was drawn is taken.
    ``state`` and ``restore`` repeat the same draws where the folder has not changed. Not safe for several threads at once.
    """

    def __init__(self, folder: Path, keys: tuple[str, ...], seed: int, window: int = 24, draws_per_shard: int = 48,
                 wanted: Callable[[Sample], float] | None = None):
        self.folder, self.keys, self.window, self.draws_per_shard = folder, keys, window, draws_per_shard
        self.random = np.random.default_rng(seed)
        self.wanted = wanted
        self.loaded: deque[tuple[str, Sample]] = deque()
        self.waiting: list[str] = []
        self.seen: set[str] = set()
        self.draws = 0
        for _ in range(min(window, len(list_shards(folder)))):
            self._load_next()
        if not self.loaded:
            raise NoData(f"No readable shard_*.npz in {folder}")

    def draw(self) -> Sample:
        """One image: the arrays of ``keys`` without their first axis (views, not to be written to)."""
        self.draws += 1
        if self.draws % self.draws_per_shard == 0:
            self._load_next()
        while True:
            shard = self.loaded[self.random.integers(len(self.loaded))][1]
            index = self.random.integers(len(shard[self.keys[0]]))
            sample = {key: shard[key][index] for key in self.keys}
            if self.wanted is None or self.random.random() < self.wanted(sample):
                return sample

    def state(self) -> dict:
        """Where the draws stand, as JSON can hold it."""
        return {"random": self.random.bit_generator.state, "draws": self.draws, "waiting": list(self.waiting),
                "seen": sorted(self.seen), "loaded": [name for name, _ in self.loaded]}

    def restore(self, state: dict) -> None:
        """Goes on from ``state``; shards that are no longer there are left out."""
        self.random.bit_generator.state = state["random"]
        self.draws, self.waiting, self.seen = state["draws"], list(state["waiting"]), set(state["seen"])
        kept = {name: sample for name, sample in self.loaded}
        before = self.loaded
        self.loaded = deque()
        for name in state["loaded"]:
            if name in kept:
                self.loaded.append((name, kept[name]))
            else:
                self._load(name)
        if not self.loaded:
            self.loaded = before

    def _load_next(self) -> None:
        name = self._next_name()
        if name is not None:
            self._load(name)
        while len(self.loaded) > self.window:
            self.loaded.popleft()

    def _load(self, name: str) -> None:
        try:
            self.loaded.append((name, read_shard(self.folder / name, self.keys)))
        except (OSError, KeyError, ValueError, zipfile.BadZipFile) as problem:
            LOG.warning("Shard %s is left out: %s", self.folder / name, problem)

    def _next_name(self) -> str | None:
        present = [path.name for path in list_shards(self.folder)]
        fresh = [name for name in present if name not in self.seen]
        if fresh:
            name = fresh[self.random.integers(len(fresh))]
            self.seen.add(name)
            return name
        if len(present) <= len(self.loaded):
            return None  # everything is in memory already
        if not self.waiting:
            self.waiting = [present[index] for index in self.random.permutation(len(present))]
        return self.waiting.pop()


def wait_for_images(folder: Path, images: int, patience_seconds: float, images_per_shard: int = 48) -> None:
    """Returns when the folder holds about ``images`` images. Raises NoData when they do not come in time."""
    end = time.monotonic() + patience_seconds
    while len(list_shards(folder)) * images_per_shard < images:
        if time.monotonic() > end:
            raise NoData(f"{folder} holds {len(list_shards(folder))} shards; {images} images were waited for")
        time.sleep(5)


class Resumed:
    """What makes batches of several ``pools`` by its own ``random``: where it stands, and going on from there."""

    random: np.random.Generator
    pools: list[ShardPool]

    def state(self) -> dict:
        return {"random": self.random.bit_generator.state, "pools": [pool.state() for pool in self.pools]}

    def restore(self, state: dict) -> None:
        self.random.bit_generator.state = state["random"]
        for pool, stored in zip(self.pools, state["pools"]):
            pool.restore(stored)
