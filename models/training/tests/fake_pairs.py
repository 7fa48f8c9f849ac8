"""Shards of balls that are one head seen several times, as the scene set holds them."""

from pathlib import Path

import numpy as np

from fake_shards import ball_sample


def write_pairs(folder: Path, shards: int = 1, heads: int = 2, views: int = 3, lights: int = 2) -> None:
    random = np.random.default_rng(4)
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(shards):
        samples = []
        for head in range(heads):
            for view in range(views):
                for light in range(lights):
                    place = {"scene": np.int32(head), "view": np.int32(view), "light_index": np.int32(light), "light_place": np.int32(light)}
                    samples.append({**ball_sample(random), **place})
        np.savez(folder / f"shard_{index:06d}.npz", meta="{}", **{key: np.stack([sample[key] for sample in samples]) for key in samples[0]})
