"""Trains the denoiser: ``python -m icportrait.train_denoiser DATA RUN --images 150000 --random --assets ASSETS``."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from .backgrounds import Backgrounds
from .batches import tensors
from .generate.bridge import FROM_START, PURE, Bridge
from .generate.pairs import PairBatches
from .generate.validation import PairValidation
from .networks.denoiser import STATE_CHANNELS, Denoiser, DenoiserSettings
from .onboard.bank import background_bank
from .onboard.pairs import PICTURE_SIDE, PairsOnboard, pool_of_pairs
from .options import add_arguments, read_options
from .pose_losses import Batch
from .training import Trainer

SLOPE_WEIGHT = 0.5
MATTE_WEIGHT = 0.2


def losses(made: Tensor, batch: Batch) -> tuple[Tensor, Batch]:
    """Absolute error and that of differences between neighbours, both weighted to the unseen (``pairs.weight``), and the matte's entropy."""
    error, weight = made[:, :STATE_CHANNELS] - batch["portrait"], batch["weight"]
    matte = F.binary_cross_entropy_with_logits(made[:, STATE_CHANNELS:], batch["matte"])
    colour = (error.abs() * weight).sum() / (3 * weight.sum() + 1e-6)
    slope = sum(((error.narrow(axis, 1, error.shape[axis] - 1) - error.narrow(axis, 0, error.shape[axis] - 1)).abs()
                 * weight.narrow(axis, 1, error.shape[axis] - 1)).sum() for axis in (2, 3)) / (6 * weight.sum() + 1e-6)
    return colour + SLOPE_WEIGHT * slope + MATTE_WEIGHT * matte, {"colour": colour.detach(), "slope": slope.detach(), "matte": matte.detach()}


def build(folder: Path, assets: Path | None, side: int, batch: int, bridge: Bridge, seed: int) -> PairBatches:
    backgrounds = Backgrounds(assets, np.random.default_rng(seed + 2))
    return PairBatches(folder, side, batch, seed, lambda wanted: backgrounds.make(wanted, wanted), bridge=bridge)


def onboard(options: argparse.Namespace, bridge: Bridge, seed: int) -> PairsOnboard:
    device = torch.device(options.device)
    bank = background_bank(options.assets, seed, PICTURE_SIDE, device)
    return PairsOnboard(pool_of_pairs(options.data / "train", device, seed), options.side, options.batch, bridge, bank)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser, onboard=True)
    parser.add_argument("--side", type=int, default=256)
    parser.add_argument("--pure-noise", action="store_true", help="start from noise and not from the geometric result: the other candidate")
    options = read_options(parser)
    bridge = PURE if options.pure_noise else FROM_START
    validation = PairValidation(options.data / "validation", options.side, options.validation_images, torch.device(options.device), bridge)
    trainer = Trainer("denoiser", Denoiser(DenoiserSettings(side=options.side)), options, tensors, losses, validation)
    trainer.run(partial(onboard, options, bridge) if options.onboard
                else partial(build, options.data / "train", options.assets, options.side, options.batch, bridge))


if __name__ == "__main__":
    main()
