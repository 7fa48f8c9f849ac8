"""Trains the matching net: ``python -m icportrait.train_matching DATA RUN --denoiser RUNS/denoiser/checkpoint.pt --images 3200 --random``.

The paper's claim is that 100 to 200 steps suffice where it starts from a trained denoiser; without ``--denoiser`` it starts from
random weights. Beside the matches each descriptor learns to tell where on the mean head its place lies, hidden or not: that is what a
match must know, and is learned sooner.
"""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from .batches import tensors
from .data import list_shards
from .generate.canvas import MatchingBatches
from .generate.correspondence import matching_loss, share_within
from .networks.denoiser import DenoiserSettings
from .networks.in_context import CANVAS_CHANNELS, DESCRIPTOR, PROFILE, REFERENCE, SHARPNESS, Features, Matcher, correlation, flow, places
from .onboard.canvas import MatchingOnboard
from .onboard.pairs import pool_of_pairs
from .options import add_arguments, read_options
from .pose_losses import Batch
from .precision import Precision
from .trained import trained
from .training import Trainer

WITHIN = 4.0  # px of 256: what counts as found
COORDINATES_WEIGHT = 10.0  # 0.1 dm weighs as much as one unit of entropy


class MatchingNetwork(nn.Module):
    """The matching net alone: canvas [B, 8, S, S] (profile, reference) -> by level, finest first, cost volumes and what the descriptors of both
    halves say of canonical coordinates, [B, 6, H, W] in dm."""

    def __init__(self, settings: DenoiserSettings):
        super().__init__()
        self.settings = settings
        self.matching = Matcher(settings)
        self.read = nn.ModuleList(nn.Conv2d(DESCRIPTOR, 3, 1) for _ in settings.widths)

    def forward(self, canvas: Tensor) -> dict[str, Features]:
        profile = self.matching(canvas[:, :CANVAS_CHANNELS], PROFILE)
        target = self.matching(canvas[:, CANVAS_CHANNELS:], REFERENCE, profile.beside)
        both = list(zip(profile.descriptors, target.descriptors))
        return {"costs": [correlation(one, two) for one, two in both],
                "coordinates": [torch.cat([read(one), read(two)], 1) for read, (one, two) in zip(self.read, both)]}


def truth_at(places_of: Tensor, side: int) -> Tensor:
    """[B, S, S, 2] -> [B, side side, 2] of a coarser grid, by its nearest cell."""
    step = places_of.shape[1] // side
    return places_of[:, step // 2::step, step // 2::step].flatten(1, 2)


def losses(made: dict[str, Features], batch: Batch) -> tuple[Tensor, Batch]:
    parts = {}
    for level, cost in enumerate(made["costs"]):
        side = int(round(cost.shape[1] ** 0.5))
        parts[f"level{level}"] = matching_loss(cost, truth_at(batch["places"], side), places(side, side, cost.device), SHARPNESS)
    parts["coordinates"] = COORDINATES_WEIGHT * sum(misread(read, batch["coordinates"]) for read in made["coordinates"]) / len(made["coordinates"])
    return sum(parts.values()), {name: value.detach() for name, value in parts.items()}


def misread(read: Tensor, coordinates: Tensor) -> Tensor:
    """Mean absolute error (dm) where the truth [B, 6, S / 4, S / 4] is known; it is NaN elsewhere."""
    step = coordinates.shape[2] // read.shape[2]
    truth = coordinates[:, :, step // 2::step, step // 2::step]
    known = torch.isfinite(truth)
    return ((read - torch.nan_to_num(truth)).abs() * known).sum() / (known.sum() + 1e-6)


class MatchingValidation:
    """Share of true correspondences found within 4 px at 256 on pairs of held-out heads, by each level. Empty without held-out shards."""

    def __init__(self, folder: Path, side: int, count: int, device: torch.device):
        self.folder, self.side, self.count, self.device = folder, side, count, device
        self.batch: Batch = {}

    def __call__(self, network: MatchingNetwork, precision: Precision) -> dict[str, float]:
        if not list_shards(self.folder):
            return {}
        if not self.batch:
            self.batch = tensors(MatchingBatches(self.folder, self.side, self.count, 7).make())
        rows: dict[str, list[float]] = {}
        for start in range(0, self.count, 4):
            part = {key: value[start:start + 4].to(self.device) for key, value in self.batch.items()}
            with torch.no_grad():
                costs = precision.run(network, part["image"])["costs"]
            for level, cost in enumerate(costs):
                side = int(round(cost.shape[1] ** 0.5))
                found, _ = flow(cost, side, side)
                rows.setdefault(f"within_{WITHIN:.0f}_px_level{level}", []).append(share_within(found, truth_at(part["places"], side), WITHIN))
        return {name: float(np.nanmean(values)) for name, values in rows.items()}


def begin(settings: DenoiserSettings, denoiser: Path | None) -> MatchingNetwork:
    network = MatchingNetwork(settings)
    if denoiser is not None:
        network.matching.branch.begin_with(trained(denoiser))
    return network


def onboard(options: argparse.Namespace, seed: int) -> MatchingOnboard:
    return MatchingOnboard(pool_of_pairs(options.data / "train", torch.device(options.device), seed), options.side, options.batch)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser, onboard=True)
    parser.add_argument("--side", type=int, default=256)
    parser.add_argument("--denoiser", type=Path, help="checkpoint of the denoiser that the branch begins with, or a pack's denoiser.onnx")
    options = read_options(parser)
    network = begin(DenoiserSettings(side=options.side), options.denoiser)
    validation = MatchingValidation(options.data / "validation", options.side, options.validation_images, torch.device(options.device))
    trainer = Trainer("matching", network, options, tensors, losses, validation)
    trainer.run(partial(onboard, options) if options.onboard else partial(MatchingBatches, options.data / "train", options.side, options.batch))


if __name__ == "__main__":
    main()
