"""Trains the matching net: ``python -m icportrait.train_matching DATA RUN --denoiser RUNS/denoiser/checkpoint.pt --images 3200 --random``.

The paper's claim is that 100 to 200 steps suffice where it starts from a trained denoiser; without ``--denoiser`` it starts from
random weights.
"""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from .batches import tensors
from .generate.canvas import MatchingBatches
from .generate.correspondence import matching_loss, share_within
from .networks.denoiser import Denoiser, DenoiserSettings
from .networks.in_context import CANVAS_CHANNELS, SHARPNESS, Branch, Features, correlation, descriptors, flow, places
from .onboard.canvas import MatchingOnboard
from .onboard.pairs import pool_of_pairs
from .options import add_arguments, read_options
from .pose_losses import Batch
from .precision import Precision
from .training import Trainer

WITHIN = 4.0  # px of 256: what counts as found


class MatchingNetwork(nn.Module):
    """The matching branch alone: canvas [B, 8, S, S] (profile, reference) -> the cost volumes a level, finest first."""

    def __init__(self, settings: DenoiserSettings):
        super().__init__()
        self.settings = settings
        self.matching = Branch(settings)

    def forward(self, canvas: Tensor) -> Features:
        profile = self.matching(canvas[:, :CANVAS_CHANNELS], 0)
        target = self.matching(canvas[:, CANVAS_CHANNELS:], 1, profile)
        return [correlation(one, two) for one, two in zip(descriptors(profile), descriptors(target))]


def truth_at(places_of: Tensor, side: int) -> Tensor:
    """[B, S, S, 2] -> [B, side side, 2] of a coarser grid, by its nearest cell."""
    step = places_of.shape[1] // side
    return places_of[:, step // 2::step, step // 2::step].flatten(1, 2)


def losses(costs: Features, batch: Batch) -> tuple[Tensor, Batch]:
    parts = {}
    for level, cost in enumerate(costs):
        side = int(round(cost.shape[1] ** 0.5))
        parts[f"level{level}"] = matching_loss(cost, truth_at(batch["places"], side), places(side, side, cost.device), SHARPNESS)
    return sum(parts.values()), {name: value.detach() for name, value in parts.items()}


class MatchingValidation:
    """Share of true correspondences found within 4 px at 256 on pairs of held-out heads, by the finest level and by each."""

    def __init__(self, folder: Path, side: int, count: int, device: torch.device):
        self.folder, self.side, self.count, self.device = folder, side, count, device
        self.batch: Batch = {}

    def __call__(self, network: MatchingNetwork, precision: Precision) -> dict[str, float]:
        if not self.batch:
            self.batch = tensors(MatchingBatches(self.folder, self.side, self.count, 7).make())
        rows: dict[str, list[float]] = {}
        for start in range(0, self.count, 4):
            part = {key: value[start:start + 4].to(self.device) for key, value in self.batch.items()}
            with torch.no_grad():
                costs = precision.run(network, part["image"])
            for level, cost in enumerate(costs):
                side = int(round(cost.shape[1] ** 0.5))
                found, _ = flow(cost, side, side)
                rows.setdefault(f"within_{WITHIN:.0f}_px_level{level}", []).append(share_within(found, truth_at(part["places"], side), WITHIN))
        return {name: float(np.nanmean(values)) for name, values in rows.items()}


def begin(settings: DenoiserSettings, denoiser: Path | None) -> MatchingNetwork:
    network = MatchingNetwork(settings)
    if denoiser is not None:
        stored = torch.load(denoiser, map_location="cpu", weights_only=True)
        trained = Denoiser(DenoiserSettings(**{key: tuple(value) if isinstance(value, list) else value for key, value in stored["settings"].items()}))
        trained.load_state_dict(stored["average"])
        network.matching.begin_with(trained)
    return network


def onboard(options: argparse.Namespace, seed: int) -> MatchingOnboard:
    return MatchingOnboard(pool_of_pairs(options.data / "train", torch.device(options.device), seed), options.side, options.batch)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser, onboard=True)
    parser.add_argument("--side", type=int, default=256)
    parser.add_argument("--denoiser", type=Path, help="checkpoint of the denoiser that the branch begins with")
    options = read_options(parser)
    network = begin(DenoiserSettings(side=options.side), options.denoiser)
    validation = MatchingValidation(options.data / "validation", options.side, options.validation_images, torch.device(options.device))
    trainer = Trainer("matching", network, options, tensors, losses, validation)
    trainer.run(partial(onboard, options) if options.onboard else partial(MatchingBatches, options.data / "train", options.side, options.batch))


if __name__ == "__main__":
    main()
