"""Trains the denoiser: ``python -m icportrait.train_denoiser DATA RUN --images 150000 --random --assets ASSETS``.

With ``--written`` DATA/train and DATA/validation hold pairs that the plugin wrote, and not renders. ``--adversary 0.5`` is the adversarial
phase: a discriminator pulls half as hard as the losses by pixel.
"""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import Callable

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from .backgrounds import Backgrounds
from .batches import tensors
from .generate.adversary import Adversary, trust_of
from .generate.bridge import FROM_START, PURE, Bridge
from .generate.pairs import PairBatches
from .generate.validation import STEPS, PairValidation, held_out
from .generate.written import WrittenPairs, written_held_out
from .networks.denoiser import STATE_CHANNELS, Denoiser, DenoiserSettings
from .onboard.bank import background_bank
from .onboard.pairs import PICTURE_SIDE, PairsOnboard, pool_of_pairs
from .onboard.written import WrittenOnboard, pool_of_written
from .options import add_arguments, read_options
from .pose_losses import Batch
from .training import Trainer

SLOPE_WEIGHT = 0.5
MATTE_WEIGHT = 0.2
COARSE = 4  # px: what is finer is left to the discriminator where nothing is shown


def losses(made: Tensor, batch: Batch) -> tuple[Tensor, Batch]:
    """Absolute error and that of differences between neighbours, both weighted to the unseen (``pairs.weight``), and the matte's entropy."""
    error, weight = made[:, :STATE_CHANNELS] - batch["portrait"], batch["weight"]
    return total(differences(error, weight, weight.sum()), entropy(made, batch))


def contested(adversary: Adversary, made: Tensor, batch: Batch) -> tuple[Tensor, Batch]:
    """The pull of a discriminator, and the losses above; but where the photograph shows nothing these count coarse means alone, since pixel by pixel no
    strand of hair can be guessed and the best guess is none.
    """
    error, weight = made[:, :STATE_CHANNELS] - batch["portrait"], batch["weight"]
    hidden = weight * (1 - trust_of(batch))
    fine, coarse = differences(error, weight - hidden, weight.sum()), differences(*(F.avg_pool2d(values, COARSE) for values in (error, hidden)), weight.sum() / COARSE ** 2)
    by_pixel, told = total([one + two for one, two in zip(fine, coarse)], entropy(made, batch))
    pulled, more = adversary(by_pixel, made, batch)
    return pulled, {**told, **more}


def differences(error: Tensor, weight: Tensor, all_weight: Tensor) -> list[Tensor]:
    """Weighted means of the absolute error and of its differences between neighbours, as shares of ``all_weight``."""
    colour = (error.abs() * weight).sum() / (3 * all_weight + 1e-6)
    slope = sum(((error.narrow(axis, 1, error.shape[axis] - 1) - error.narrow(axis, 0, error.shape[axis] - 1)).abs()
                 * weight.narrow(axis, 1, error.shape[axis] - 1)).sum() for axis in (2, 3)) / (6 * all_weight + 1e-6)
    return [colour, slope]


def entropy(made: Tensor, batch: Batch) -> Tensor:
    return F.binary_cross_entropy_with_logits(made[:, STATE_CHANNELS:], batch["matte"])


def total(differences: list[Tensor], matte: Tensor) -> tuple[Tensor, Batch]:
    colour, slope = differences
    return colour + SLOPE_WEIGHT * slope + MATTE_WEIGHT * matte, {"colour": colour.detach(), "slope": slope.detach(), "matte": matte.detach()}


def build(folder: Path, assets: Path | None, side: int, batch: int, bridge: Bridge, seed: int) -> PairBatches:
    backgrounds = Backgrounds(assets, np.random.default_rng(seed + 2))
    return PairBatches(folder, side, batch, seed, lambda wanted: backgrounds.make(wanted, wanted), bridge=bridge)


def written(folder: Path, side: int, batch: int, bridge: Bridge, seed: int) -> WrittenPairs:
    return WrittenPairs(folder, side, batch, seed, bridge)


def onboard(options: argparse.Namespace, bridge: Bridge, seed: int) -> PairsOnboard | WrittenOnboard:
    device = torch.device(options.device)
    if options.written:
        return WrittenOnboard(pool_of_written(options.data / "train", device, seed), options.side, options.batch, bridge)
    bank = background_bank(options.assets, seed, PICTURE_SIDE, device)
    return PairsOnboard(pool_of_pairs(options.data / "train", device, seed), options.side, options.batch, bridge, bank)


def source(options: argparse.Namespace, bridge: Bridge) -> Callable[[int], object]:
    """What makes the source of batches from a seed."""
    if options.onboard:
        return partial(onboard, options, bridge)
    if options.written:
        return partial(written, options.data / "train", options.side, options.batch, bridge)
    return partial(build, options.data / "train", options.assets, options.side, options.batch, bridge)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser, onboard=True)
    parser.add_argument("--side", type=int, default=256)
    parser.add_argument("--pure-noise", action="store_true", help="start from noise and not from the geometric result: the other candidate")
    parser.add_argument("--written", action="store_true", help="pairs that the plugin wrote (org.icportrait.pairs.WritePairs): what a denoiser ends on")
    parser.add_argument("--adversary", type=float, default=0.0, metavar="SHARE",
                        help="pull of a discriminator as a share of that of the losses by pixel; 0 is none")
    options = read_options(parser)
    if options.adversary > 0 and options.workers > 1:
        parser.error("A discriminator learns with one worker alone: take --workers 1")
    bridge = PURE if options.pure_noise else FROM_START
    validation = PairValidation(options.data / "validation", options.side, options.validation_images, torch.device(options.device), bridge,
                                1 if options.written else STEPS, written_held_out if options.written else held_out)
    adversary = Adversary(options.adversary, torch.device(options.device)) if options.adversary > 0 else None
    trainer = Trainer("denoiser", Denoiser(DenoiserSettings(side=options.side)), options, tensors,
                      partial(contested, adversary) if adversary else losses, validation, adversary)
    trainer.run(source(options, bridge))


if __name__ == "__main__":
    main()
