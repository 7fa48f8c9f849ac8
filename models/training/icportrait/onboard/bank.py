"""Headless pictures in the accelerator's memory."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from ..backgrounds import Backgrounds

BACKGROUNDS = 1500


def background_bank(assets: Path | None, seed: int, side: int, device: torch.device, count: int = BACKGROUNDS) -> Tensor:
    """Headless pictures uint8 [count, 3, side, side]."""
    backgrounds = Backgrounds(assets, np.random.default_rng(seed))
    return torch.from_numpy(np.stack([backgrounds.make(side, side) for _ in range(count)])).permute(0, 3, 1, 2).contiguous().to(device)
