"""What the trainers of denoiser and generator share: options, pairs from renders or from the plugin, the adversarial phase."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import Callable

import numpy as np
import torch
from torch import nn

from .backgrounds import Backgrounds
from .batches import tensors
from .generate.adversary import Adversary
from .generate.bridge import FROM_START, Bridge
from .generate.canvas import CanvasBatches
from .generate.losses import contested, losses
from .generate.pairs import PairBatches
from .generate.validation import STEPS, PairValidation, held_out
from .generate.written import WrittenPairs, written_held_out
from .onboard.bank import background_bank
from .onboard.canvas import CanvasOnboard
from .onboard.pairs import PICTURE_SIDE, PairsOnboard, pool_of_pairs
from .onboard.written import WrittenOnboard, pool_of_written
from .options import add_arguments, read_options
from .training import Trainer


def parser_of(described: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=described)
    add_arguments(parser, onboard=True)
    parser.add_argument("--side", type=int, default=256)
    parser.add_argument("--written", action="store_true", help="pairs that the plugin wrote (org.icportrait.pairs.WritePairs): what a network ends on")
    parser.add_argument("--adversary", type=float, default=0.0, metavar="SHARE",
                        help="pull of a discriminator as a share of that of the losses by pixel; 0 is none")
    return parser


def options_of(parser: argparse.ArgumentParser) -> argparse.Namespace:
    options = read_options(parser)
    if options.adversary > 0 and options.workers > 1:
        parser.error("A discriminator learns with one worker alone: take --workers 1")
    return options


def train(kind: str, network: nn.Module, options: argparse.Namespace, bridge: Bridge = FROM_START, canvas: bool = False) -> None:
    """Trains a denoiser, or with ``canvas`` the nets that guide it too."""
    device = torch.device(options.device)
    validation = PairValidation(options.data / "validation", options.side, options.validation_images, device, bridge,
                                1 if options.written else STEPS, written_held_out if options.written else held_out)
    adversary = Adversary(options.adversary, device) if options.adversary > 0 else None
    trainer = Trainer(kind, network, options, tensors, partial(contested, adversary) if adversary else losses, validation, adversary)
    trainer.run(source(options, bridge, canvas))


def source(options: argparse.Namespace, bridge: Bridge, canvas: bool) -> Callable[[int], object]:
    """What makes the source of batches from a seed."""
    folder = options.data / "train"
    if options.onboard:
        return partial(onboard, options, bridge, canvas)
    if options.written:
        return partial(written, folder, options.side, options.batch, bridge, canvas)
    return partial(rendered, folder, options.assets, options.side, options.batch, bridge, canvas)


def onboard(options: argparse.Namespace, bridge: Bridge, canvas: bool, seed: int) -> PairsOnboard | WrittenOnboard:
    device, folder = torch.device(options.device), options.data / "train"
    if options.written:
        return WrittenOnboard(pool_of_written(folder, device, seed, canvas), options.side, options.batch, bridge)
    bank = background_bank(options.assets, seed, PICTURE_SIDE, device)
    return (CanvasOnboard if canvas else PairsOnboard)(pool_of_pairs(folder, device, seed), options.side, options.batch, bridge, bank)


def written(folder: Path, side: int, batch: int, bridge: Bridge, canvas: bool, seed: int) -> WrittenPairs:
    return WrittenPairs(folder, side, batch, seed, bridge, canvas)


def rendered(folder: Path, assets: Path | None, side: int, batch: int, bridge: Bridge, canvas: bool, seed: int) -> PairBatches:
    backgrounds = Backgrounds(assets, np.random.default_rng(seed + 2))
    return (CanvasBatches if canvas else PairBatches)(folder, side, batch, seed, lambda wanted: backgrounds.make(wanted, wanted), bridge=bridge)
