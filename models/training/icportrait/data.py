"""Reads rendered shards while they are still being made.

A shard is ``shard_NNNNNN.npz`` with the arrays that the renderer writes (first axis: image). Shards appear in the
folder by renaming, so a visible one is complete.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
import zipfile
from collections import deque
from pathlib import Path
from typing import Callable, Iterator

import numpy as np

LOG = logging.getLogger(__name__)
SURFACE_KEYS = ("image", "matte", "coordinates", "depth", "back_depth", "normal", "albedo", "head", "rotation",
                "camera", "light", "landmarks")
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
    bounded by ``window`` shards. Not safe for use by several threads at once.
    """

    def __init__(self, folder: Path, keys: tuple[str, ...], seed: int, window: int = 24, draws_per_shard: int = 48):
        self.folder, self.keys, self.window, self.draws_per_shard = folder, keys, window, draws_per_shard
        self.random = np.random.default_rng(seed)
        self.loaded: deque[Sample] = deque()
        self.waiting: list[Path] = []
        self.seen: set[Path] = set()
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
        shard = self.loaded[self.random.integers(len(self.loaded))]
        index = self.random.integers(len(shard[self.keys[0]]))
        return {key: shard[key][index] for key in self.keys}

    def _load_next(self) -> bool:
        path = self._next_path()
        if path is None:
            return False
        try:
            self.loaded.append(read_shard(path, self.keys))
        except (OSError, KeyError, ValueError, zipfile.BadZipFile) as problem:
            LOG.warning("Shard %s is left out: %s", path, problem)
            return True
        while len(self.loaded) > self.window:
            self.loaded.popleft()
        return True

    def _next_path(self) -> Path | None:
        present = list_shards(self.folder)
        fresh = [path for path in present if path not in self.seen]
        if fresh:
            path = fresh[self.random.integers(len(fresh))]
            self.seen.add(path)
            return path
        if len(present) <= len(self.loaded):
            return None  # everything is in memory already
        if not self.waiting:
            self.waiting = [present[index] for index in self.random.permutation(len(present))]
        return self.waiting.pop()


class Prefetcher:
    """Makes batches on one background thread; iterate over it, then ``close``. A failure there is raised here."""

    def __init__(self, make: Callable[[], object], depth: int = 4):
        self.make, self.ready, self.stopping = make, queue.Queue(depth), threading.Event()
        self.thread = threading.Thread(target=self._work, name="batches", daemon=True)
        self.thread.start()

    def _work(self) -> None:
        while not self.stopping.is_set():
            try:
                item = self.make()
            except BaseException as problem:  # handed over: the consumer raises it
                item = problem
            while not self.stopping.is_set():
                try:
                    self.ready.put(item, timeout=0.5)
                    break
                except queue.Full:
                    continue
            if isinstance(item, BaseException):
                return

    def __iter__(self) -> Iterator:
        while True:
            item = self.ready.get()
            if isinstance(item, BaseException):
                raise item
            yield item

    def close(self) -> None:
        self.stopping.set()
        self.thread.join(timeout=10)


def wait_for_images(folder: Path, images: int, patience_seconds: float, images_per_shard: int = 48) -> None:
    """Returns when the folder holds about ``images`` images. Raises NoData when they do not come in time."""
    end = time.monotonic() + patience_seconds
    while len(list_shards(folder)) * images_per_shard < images:
        if time.monotonic() > end:
            raise NoData(f"{folder} holds {len(list_shards(folder))} shards; {images} images were waited for")
        time.sleep(5)
