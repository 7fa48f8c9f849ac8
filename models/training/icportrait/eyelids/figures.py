"""How well eyelids are read: mean errors, and the shares of closed and open eyes that are told as such."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from ..data import list_shards, read_folder
from ..networks.eyelids import EyelidNetwork
from ..precision import Precision
from .eyes import EYE_KEYS, eye_of, given, is_seen

CLOSED, OPEN, BETWEEN = 0.2, 0.8, 0.5  # truth below and above which an eye counts as closed and open; what is read between both


class EyelidValidation:
    """Figures over the eyes of held-out renders that can be read, of all days; empty where there are none."""

    def __init__(self, data: Path, limit: int, device: torch.device):
        self.data, self.limit, self.device = data, limit, device
        self.known: tuple[np.ndarray, np.ndarray] | None = None

    def __call__(self, network: EyelidNetwork, precision: Precision) -> dict[str, float]:
        if self.known is None:
            folders = [folder for folder in sorted(self.data.glob("validation*")) if list_shards(folder)]
            read = [eyes(folder, self.limit) for folder in folders]
            if not read:
                return {}
            self.known = tuple(np.concatenate(parts) for parts in zip(*read))
        return figures(told(network, precision, self.known[0], self.device), self.known[1])


def eyes(folder: Path, limit: int) -> tuple[np.ndarray, np.ndarray]:
    """(uint8 [N, 3, 48, 48], how far open float32 [N]) of the first ``limit`` pictures of a folder: those that can be read."""
    stored = read_folder(folder, EYE_KEYS, limit)
    pictures, lids = [], []
    for index in range(len(stored["image"])):
        sample = {key: stored[key][index] for key in EYE_KEYS}
        for eye in (0, 1):
            if is_seen(sample, eye):
                pictures.append(given(eye_of(sample, eye)))
                lids.append(sample["eyelids"][eye])
    return np.array(pictures, np.uint8).reshape(-1, *given(np.zeros((48, 48, 3), np.uint8)).shape), np.array(lids, np.float32)


def told(network: EyelidNetwork, precision: Precision, pictures: np.ndarray, device: torch.device, batch: int = 64) -> np.ndarray:
    """float32 [N]: how far open the network says each eye is."""
    rows = []
    with torch.no_grad():
        for start in range(0, len(pictures), batch):
            given_eyes = torch.from_numpy(pictures[start:start + batch]).float().div_(255).to(device)
            rows.append(precision.run(network, given_eyes)["open"][:, 0].float().cpu().numpy())
    return np.concatenate(rows) if rows else np.zeros(0, np.float32)


def figures(read: np.ndarray, true: np.ndarray) -> dict[str, float]:
    if not len(true):
        return {}
    closed, wide = true < CLOSED, true > OPEN
    result = {"error": float(np.abs(read - true).mean()), "error_of_always_open": float((1 - true).mean())}
    if closed.any():
        result["closed_told"] = float((read[closed] < BETWEEN).mean())
    if wide.any():
        result["open_told"] = float((read[wide] > BETWEEN).mean())
    return result
