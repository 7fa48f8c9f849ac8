"""Shards as the plugin writes them (org.icportrait.pairs.WritePairs), of noise."""

from pathlib import Path

import numpy as np

SIDE = 64


def write_written(folder: Path, shards: int = 1, pairs: int = 4, profiles: bool = True) -> None:
    random = np.random.default_rng(6)
    folder.mkdir(parents=True, exist_ok=True)

    def bytes_of(channels: int) -> np.ndarray:
        return random.integers(0, 256, (pairs, channels, SIDE, SIDE), dtype=np.uint8)

    for index in range(shards):
        surface = random.integers(-4096, 4096, (pairs, 7, SIDE, SIDE)).astype(np.int16)
        known = np.ones((pairs, 1, SIDE, SIDE), np.uint8)
        known[..., :8] = 0
        more = {"profile": bytes_of(3)} if profiles else {}
        np.savez(folder / f"shard_{index:06d}.npz", start=bytes_of(3), truth=bytes_of(3), shares=bytes_of(3), surface=surface, matte=bytes_of(1), known=known, **more)
