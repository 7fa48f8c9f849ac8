"""Trains the appearance net with its denoiser: ``python -m icportrait.train_generator DATA RUN --denoiser D --matching M --images 100000 --random``.

The denoiser and the matching net are trained before; here the identity features that the flow carries (F_ref) learn to guide it.
"""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from .backgrounds import Backgrounds
from .batches import tensors
from .generate.canvas import CanvasBatches
from .generate.validation import PairValidation
from .networks.denoiser import CONDITION_CHANNELS, STATE_CHANNELS, Denoiser, DenoiserSettings
from .networks.in_context import CANVAS_CHANNELS, Features, InContext
from .onboard.bank import background_bank
from .onboard.canvas import CanvasOnboard
from .onboard.pairs import PICTURE_SIDE, pool_of_pairs
from .options import add_arguments, read_options
from .train_denoiser import losses
from .training import Trainer

GIVEN_CHANNELS = STATE_CHANNELS + CONDITION_CHANNELS + 1  # and the time


class GeneratorNetwork(nn.Module):
    """Denoiser and in-context nets in one: [B, 17 + 8, S, S] -> portrait and matte [B, 4, S, S]. ``without`` sets F_ref to zero."""

    needs_canvas = True

    def __init__(self, settings: DenoiserSettings):
        super().__init__()
        self.settings = settings
        self.denoiser = Denoiser(settings)
        self.in_context = InContext(settings)

    def forward(self, given: Tensor, without: bool = False) -> Tensor:
        return self.denoiser(given[:, :GIVEN_CHANNELS], None if without else self.reference(given[:, GIVEN_CHANNELS:]))

    def reference(self, canvas: Tensor) -> Features:
        identity, sought = self.in_context.profile(canvas[:, :CANVAS_CHANNELS])
        return self.in_context(identity, sought, canvas[:, CANVAS_CHANNELS:])[0]

    def begin_with(self, denoiser: Path, matching: Path | None) -> None:
        """Takes a trained denoiser, for itself and as the begin of both branches, and a trained matching net."""
        self.denoiser.load_state_dict(stored(denoiser))
        for branch in (self.in_context.matching, self.in_context.appearance):
            branch.begin_with(self.denoiser)
        if matching is not None:
            weights = {name.removeprefix("matching."): value for name, value in stored(matching).items()}
            self.in_context.matching.load_state_dict(weights)
        self.in_context.matching.requires_grad_(False)


def stored(checkpoint: Path) -> dict[str, Tensor]:
    return torch.load(checkpoint, map_location="cpu", weights_only=True)["average"]


def build(folder: Path, assets: Path | None, side: int, batch: int, seed: int) -> CanvasBatches:
    backgrounds = Backgrounds(assets, np.random.default_rng(seed + 2))
    return CanvasBatches(folder, side, batch, seed, lambda wanted: backgrounds.make(wanted, wanted))


def onboard(options: argparse.Namespace, seed: int) -> CanvasOnboard:
    device = torch.device(options.device)
    bank = background_bank(options.assets, seed, PICTURE_SIDE, device)
    return CanvasOnboard(pool_of_pairs(options.data / "train", device, seed), options.side, options.batch, backgrounds=bank)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser, onboard=True)
    parser.add_argument("--side", type=int, default=256)
    parser.add_argument("--denoiser", type=Path, required=True, help="checkpoint of train_denoiser")
    parser.add_argument("--matching", type=Path, help="checkpoint of train_matching")
    options = read_options(parser)
    network = GeneratorNetwork(DenoiserSettings(side=options.side))
    network.begin_with(options.denoiser, options.matching)
    validation = PairValidation(options.data / "validation", options.side, options.validation_images, torch.device(options.device))
    trainer = Trainer("generator", network, options, tensors, losses, validation)
    trainer.run(partial(onboard, options) if options.onboard
                else partial(build, options.data / "train", options.assets, options.side, options.batch))


if __name__ == "__main__":
    main()
