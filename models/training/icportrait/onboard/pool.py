"""Renders in the accelerator's memory; new shards join while a training runs."""

from __future__ import annotations

import logging
import threading
import time
import zipfile
from pathlib import Path
from typing import Callable

import numpy as np
import torch
from torch import Tensor

from ..data import NoData, Sample, list_shards, read_shard

LOG = logging.getLogger(__name__)
LOOK_EVERY = 1.0  # seconds between two looks at a folder that held nothing new
MAP_SCALES = {"coordinates": 1.0, "depth": 1.0, "back_depth": 1.0, "normal": 1 / 127, "albedo": 1 / 255, "head": 1 / 255}
PLAIN = ("rotation", "camera", "light", "landmarks", "eyelids")
Batch = dict[str, Tensor]


class DevicePool:
    """The pictures of a folder's shards on ``device``, as they are stored: about 0.6 MB each.

    ``keys`` are the arrays kept; at most ``capacity`` pictures are. ``weight`` gives how often a picture is drawn. Shards come in by name, in a thread
    of their own; ``close`` ends it. Draws are for one thread. Raises NoData where the folder has no readable shard yet.
    """

    def __init__(self, folder: Path, keys: tuple[str, ...], device: torch.device, seed: int, capacity: int = 26000,
                 weight: Callable[[Sample], float] | None = None):
        self.folder, self.keys, self.device, self.capacity, self.weight = folder, keys, device, capacity, weight
        self.random = torch.Generator(device).manual_seed(seed)
        self.arrays: Batch = {}
        self.weights = torch.zeros(capacity, device=device)
        self.count = 0
        self.taken: set[str] = set()
        self.closed = threading.Event()
        if not self.take_next():
            raise NoData(f"No readable shard_*.npz in {folder}")
        self.thread = threading.Thread(target=self.follow, name="shards", daemon=True)
        self.thread.start()

    def follow(self) -> None:
        while not self.closed.is_set() and self.count < self.capacity:
            if not self.take_next():
                self.closed.wait(LOOK_EVERY)

    def take_next(self) -> bool:
        """Brings in the first shard that is not here yet. False where there is none."""
        for path in list_shards(self.folder):
            if path.name in self.taken:
                continue
            self.taken.add(path.name)
            try:
                self.add(read_shard(path, self.keys))
                return True
            except (OSError, KeyError, ValueError, zipfile.BadZipFile) as problem:
                LOG.warning("Shard %s is left out: %s", path, problem)
        return False

    def add(self, shard: Sample) -> None:
        """Copies first, counts last: a draw never meets a half-copied shard."""
        start, number = self.count, min(len(shard[self.keys[0]]), self.capacity - self.count)
        for key in self.keys:
            values = torch.from_numpy(np.ascontiguousarray(shard[key][:number]))
            if key not in self.arrays:  # left as it is: a processor then gives memory only to what is filled
                self.arrays[key] = torch.empty((self.capacity, *values.shape[1:]), dtype=values.dtype, device=self.device)
            self.arrays[key][start:start + number].copy_(values)
        weights = [1.0 if self.weight is None else self.weight({key: shard[key][index] for key in self.keys}) for index in range(number)]
        self.weights[start:start + number].copy_(torch.tensor(weights))
        if self.device.type == "cuda":
            torch.cuda.current_stream(self.device).synchronize()
        self.count = start + number

    def draw(self, count: int) -> Tensor:
        """Numbers [count] of pictures, by their weights."""
        return torch.multinomial(self.weights[:self.count], count, replacement=True, generator=self.random)

    def pictures(self, numbers: Tensor) -> Batch:
        """Working types, channels first, of the drawn pictures: image and matte 0..1 [B, 3 or 1, 256, 256]; maps float32 [B, C, 128, 128] with
        background 0; ``valid`` 1 where geometry is known; rotation, camera, light, landmarks and eyelids where they are kept. New tensors."""
        stored = {key: values[numbers] for key, values in self.arrays.items()}
        batch = {"image": stored["image"].permute(0, 3, 1, 2).float() / 255, "matte": stored["matte"][:, None].float() / 255}
        for key, scale in MAP_SCALES.items():
            if key in stored:
                values = stored[key].float() * scale
                batch[key] = values if values.dim() == 4 else values[:, None]
        batch["valid"] = (batch["normal"].abs().sum(1, keepdim=True) > 0.5).float()
        return {**batch, **{key: stored[key].float() for key in PLAIN if key in stored}}

    def wait(self, count: int, patience_seconds: float) -> None:
        """Returns when ``count`` pictures are here. Raises NoData where they do not come in time."""
        end = time.monotonic() + patience_seconds
        while self.count < count:
            if time.monotonic() > end:
                raise NoData(f"{self.folder} gave {self.count} pictures; {count} were waited for")
            time.sleep(0.2)

    def close(self) -> None:
        self.closed.set()
        self.thread.join()
