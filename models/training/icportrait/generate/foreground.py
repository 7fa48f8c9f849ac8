"""A person's own colours in a picture before something else: half of a pixel at an outline, or of a fine strand, is what was behind."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

MIXED, SURE = 0.85, 1.0  # mattes between which a pixel's colour comes to count as the person's alone


def own_colours(picture: Tensor, matte: Tensor) -> Tensor:
    """The picture [B, 3, S, S] where the matte [B, 1, S, S] is sure, continued from there over the rest (push and pull); as it is where nothing is sure."""
    share = ((matte - MIXED) / (SURE - MIXED)).clamp(0, 1)
    weight = share * share * (3 - 2 * share)
    anyone = weight.amax((2, 3), keepdim=True) > 0
    return torch.where(anyone, filled(picture, weight), picture)


def filled(values: Tensor, weight: Tensor) -> Tensor:
    """Values as far as their weight 0..1 goes, else those about them, from as near as there are any."""
    if values.shape[-1] % 2 or values.shape[-2] % 2:
        mean = (values * weight).sum((2, 3), keepdim=True) / (weight.sum((2, 3), keepdim=True) + 1e-8)
        return torch.lerp(mean, values, weight)
    about = F.avg_pool2d(weight, 2)
    coarse = filled(F.avg_pool2d(values * weight, 2) / (about + 1e-8), (4 * about).clamp(max=1))
    return torch.lerp(F.interpolate(coarse, scale_factor=2.0, mode="bilinear", align_corners=False), values, weight)
