"""What a generated portrait is told of its truth."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from ..networks.denoiser import STATE_CHANNELS
from ..pose_losses import Batch
from .adversary import Adversary, trust_of

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
