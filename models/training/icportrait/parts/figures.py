"""How well parts are told: for each kind, what truth and network have in common as a share of what either has."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from ..data import list_shards, read_folder
from ..networks.parts import PartsNetwork
from ..precision import Precision
from .batches import READ_KEYS, tensors
from .kinds import KINDS, UNKNOWN

BATCH = 24


class PartsValidation:
    """Figures over the read crops of a folder (at most ``limit``); empty where there are none."""

    def __init__(self, folder: Path, limit: int, device: torch.device):
        self.folder, self.limit, self.device = folder, limit, device

    def __call__(self, network: PartsNetwork, precision: Precision) -> dict[str, float]:
        if not list_shards(self.folder):
            return {}
        stored = read_folder(self.folder, READ_KEYS, self.limit)
        counts = np.zeros((len(KINDS), len(KINDS)), np.int64)
        with torch.no_grad():
            for start in range(0, len(stored["kinds"]), BATCH):
                batch = tensors({key: values[start:start + BATCH] for key, values in stored.items()})
                told = precision.run(network, batch["image"].to(self.device))["logits"].argmax(1).cpu().numpy()
                counts += confusion(batch["kinds"].numpy(), told)
        return figures(counts)


def confusion(true: np.ndarray, told: np.ndarray) -> np.ndarray:
    """int64 [K, K]: places of each true kind (rows) told as each kind (columns); places of no known kind do not count."""
    known = true != UNKNOWN
    return np.bincount(true[known] * len(KINDS) + told[known], minlength=len(KINDS) ** 2).reshape(len(KINDS), len(KINDS))


def figures(counts: np.ndarray) -> dict[str, float]:
    both, either = np.diag(counts), counts.sum(0) + counts.sum(1) - np.diag(counts)
    return {kind: float(both[number] / either[number]) for number, kind in enumerate(KINDS) if either[number]}
