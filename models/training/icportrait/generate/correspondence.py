"""The rendered truth of in-context matching: where a target's places lie in the source, and how well they were found."""

from __future__ import annotations

import cv2
import numpy as np
import torch
from torch import Tensor

from ..data import Sample
from .geometric import carry, read_surface

SAME_SURFACE = 0.08  # dm: a carried point this near the target's own is the same point
SPREAD = 0.02  # of the truth's peak in the profile, fractions


def true_places(source: Sample, target: Sample, side: int) -> np.ndarray:
    """float32 [side, side, 2]: fractions in the source of what the target shows; NaN where the source does not show it. Both unpacked."""
    carried = carry(read_surface(source, np.random.default_rng(0)), target["rotation"], target["camera"], side)
    depth = cv2.resize(target["depth"], (side, side), interpolation=cv2.INTER_NEAREST)
    known = cv2.resize(target["valid"], (side, side), interpolation=cv2.INTER_NEAREST) > 0
    same = carried.covered & known & (np.abs(carried.depth - depth) < SAME_SURFACE)
    return np.where(same[..., None], carried.place, np.nan).astype(np.float32)


def matching_loss(cost: Tensor, truth: Tensor, line: Tensor, sharpness: float) -> Tensor:
    """Cross entropy of the matches of one level against a peak at the true place.

    cost [B, T, P]; truth [B, T, 2], NaN where there is none; line [P, 2] as ``in_context.places``.
    """
    known = torch.isfinite(truth).all(2)
    at = torch.nan_to_num(truth)
    spread = max(SPREAD, 0.6 / float(np.sqrt(len(line))))
    peak = torch.softmax(-((line[None, None] - at[:, :, None]) ** 2).sum(3) / (2 * spread ** 2), dim=2)
    entropy = -(peak * torch.log_softmax(sharpness * cost, dim=2)).sum(2)
    return (entropy * known).sum() / (known.sum() + 1e-6)


def share_within(found: Tensor, truth: Tensor, pixels: float, side: int = 256) -> float:
    """Share of the places with a truth that were found within ``pixels`` of a picture of ``side``."""
    known = torch.isfinite(truth).all(-1)
    away = torch.linalg.vector_norm(found - truth, dim=-1) * side
    return float((away[known] <= pixels).float().mean()) if known.any() else float("nan")
