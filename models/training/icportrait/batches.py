"""Batches on their way from the processes that make them to the one that trains."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor


def tensors(batch: dict[str, np.ndarray]) -> dict[str, Tensor]:
    """float32 tensors; bytes become 0..1, labels (int64) stay whole numbers."""
    return {key: torch.from_numpy(value) if value.dtype == np.int64 else torch.from_numpy(value).float().div_(255 if value.dtype == np.uint8 else 1)
            for key, value in batch.items()}
