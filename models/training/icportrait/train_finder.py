"""Trains the finder: ``python -m icportrait.train_finder DATA RUN --images 200000 --start PACK --assets ASSETS``."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

import numpy as np
import torch

from .batches import tensors
from .composite import Scene, SceneMaker
from .data import FINDER_KEYS, NoData, ShardPool
from .networks.finder import FinderNetwork, decode
from .options import add_arguments, read_options
from .precision import Precision
from .targets import match, pack, weighted_losses
from .training import Trainer

CERTAIN = 0.5  # score from which a find counts


class SceneBatches:
    """Makes training batches. For one thread."""

    def __init__(self, folder: Path, assets: Path | None, batch: int, seed: int, split: str = "train"):
        self.pool = ShardPool(folder, FINDER_KEYS, seed, window=40, draws_per_shard=24)
        self.maker = SceneMaker(self.pool.draw, assets, np.random.default_rng(seed + 1), split)
        self.batch = batch

    def scenes(self, count: int) -> list[Scene]:
        return [self.maker.make() for _ in range(count)]

    def make(self) -> dict[str, np.ndarray]:
        return pack(self.scenes(self.batch))

    def state(self) -> dict:
        return {"random": self.maker.random.bit_generator.state, "pool": self.pool.state()}

    def restore(self, state: dict) -> None:
        self.maker.random.bit_generator.state = state["random"]
        self.pool.restore(state["pool"])


class FinderValidation:
    """Recall, false finds and errors on scenes of unseen heads before an unseen environment."""

    def __init__(self, folder: Path, assets: Path | None, count: int, device: torch.device):
        self.folder, self.assets, self.count, self.device = folder, assets, count, device
        self.scenes: list[Scene] = []

    def __call__(self, network: FinderNetwork, precision: Precision) -> dict[str, float]:
        if not self.scenes:
            try:
                self.scenes = SceneBatches(self.folder, self.assets, 1, 12345, "validation").scenes(self.count)
            except NoData:
                return {}
        rows, false = [], 0
        for start in range(0, len(self.scenes), 16):
            group = self.scenes[start:start + 16]
            boxes, scores = decode(precision.run(network, tensors(pack(group))["image"].to(self.device)))
            for scene, places, certainty in zip(group, boxes.cpu().numpy(), scores.cpu().numpy()):
                matched = match(places[certainty > CERTAIN], scene.faces)
                rows += [(scene.kind, errors) for errors in matched]
                false += int((certainty > CERTAIN).sum()) - sum(errors is not None for errors in matched)
        return {**shares(rows), "false_per_hundred": 100 * false / len(self.scenes)}


def shares(rows: list[tuple[str, tuple | None]]) -> dict[str, float]:
    """Missed shares, of all and by kind of scene, and median errors of the found."""
    missed = {f"missed_share{'_' + kind if kind else ''}": [errors is None for name, errors in rows if kind in ("", name)]
              for kind in ("", "filling", "framed", "pasted")}
    found = np.array([errors for _, errors in rows if errors is not None] or [(np.nan,) * 3])
    place, size, roll = np.median(found, 0)
    return {**{name: float(np.mean(values)) if values else 0.0 for name, values in missed.items()},
            "centre_error_share": float(place), "size_error_share": float(size), "roll_error_degrees": float(roll)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    options = read_options(parser)
    validation = FinderValidation(options.data / "validation", options.assets, options.validation_images,
                                  torch.device(options.device))
    trainer = Trainer("finder", FinderNetwork(), options, tensors, weighted_losses, validation)
    trainer.run(partial(SceneBatches, options.data / "train", options.assets, options.batch))


if __name__ == "__main__":
    main()
