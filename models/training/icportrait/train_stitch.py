"""Trains the stitch network: ``python -m icportrait.train_stitch DATA RUN --images 150000 --random``."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

import numpy as np
import torch

from .data import list_shards, read_shard
from .networks.stitch import StitchNetwork
from .options import add_arguments, read_options
from .pose_losses import Batch
from .precision import Precision
from .stitch_augment import PAPER_RATIO
from .stitch_data import KEYS, StitchBatches, choose, pack, pair, with_canvas
from .stitch_losses import WEIGHTS, known, relit, stitch_losses, truth, weighted_losses
from .training import Trainer

VALIDATION_SEED = 3
PATCH = 8


class StitchValidation:
    """Figures on pairs of held-out groups, 80 % of the reference masked; an empty dict where the folder has none yet."""

    def __init__(self, folder: Path, limit: int, device: torch.device):
        self.folder, self.limit, self.device = folder, limit, device
        self.batches: list[dict] = []

    def pairs(self) -> list[dict]:
        if not self.batches:
            random = np.random.default_rng(VALIDATION_SEED)
            shards = list_shards(self.folder)
            for path in shards:
                group = read_shard(path, KEYS)
                count = -(-self.limit // len(shards))
                self.batches.append(pack([pair(group, choose(group, random), None, PAPER_RATIO, PATCH) for _ in range(count)]))
        return self.batches

    def __call__(self, network: StitchNetwork, precision: Precision) -> dict[str, float]:
        rows = []
        for packed in self.pairs():
            batch = {key: value.to(self.device) for key, value in with_canvas(packed).items()}
            outputs = precision.run(network, batch["image"])
            parts = {name: float(value) for name, value in stitch_losses(outputs, batch).items()}
            rows.append({**parts, **figures(outputs, batch)})
        return {name: float(np.mean([row[name] for row in rows])) for name in rows[0]} if rows else {}


def figures(outputs: Batch, batch: Batch) -> dict[str, float]:
    """Scale-invariant squared error of the relit picture and of the unchanged one, and the truth's own log ratio."""
    weight = known(batch)
    ours = relit(batch["clean"], outputs["log_ratio"])
    return {"si_mse": float(si_mse(ours, batch["target"], weight).mean()),
            "si_mse_unchanged": float(si_mse(batch["clean"], batch["target"], weight).mean()),
            "si_mse_same_light": float(same_light(outputs, batch))}


def same_light(outputs: Batch, batch: Batch) -> torch.Tensor:
    """Mean size of the log ratio where the truth asks for hardly any; 0 where no pair is lit alike."""
    weight, (wanted, _) = known(batch), truth(batch)
    size = ((values.abs().mean(1, keepdim=True) * weight).sum((1, 2, 3)) / (weight.sum((1, 2, 3)) + 1e-6)
            for values in (wanted, outputs["log_ratio"]))
    asked, given = size
    alike = (asked < 0.02).float()
    return (given * alike).sum() / (alike.sum() + 1e-6)


def si_mse(ours: torch.Tensor, target: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    """Squared error after the best common scale, by picture."""
    scale = (ours * target * weight).sum((1, 2, 3)) / ((ours * ours * weight).sum((1, 2, 3)) + 1e-9)
    wrong = (ours * scale[:, None, None, None] - target).pow(2).mean(1, keepdim=True)
    return (wrong * weight).sum((1, 2, 3)) / (weight.sum((1, 2, 3)) + 1e-9)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    parser.add_argument("--own-task", type=float, default=WEIGHTS["reference"], metavar="WEIGHT",
                        help="weight of the paper's own task: the masked reference, reconstructed in its own light; 0 leaves it out")
    options = read_options(parser)
    validation = StitchValidation(options.data / "validation", options.validation_images, torch.device(options.device))
    trainer = Trainer("stitch", StitchNetwork(), options, with_canvas, partial(weighted_losses, own_task=options.own_task), validation)
    trainer.run(partial(StitchBatches, options.data / "train", options.batch))


if __name__ == "__main__":
    main()
