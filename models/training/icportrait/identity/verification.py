"""How well an embedding keeps people apart: pairs of pictures of the same and of different people."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from ..data import NoData, read_folder
from ..networks.embedding import FaceEmbedding
from ..precision import Precision
from .faces import FACE_KEYS, face_of, given

FALSE_ACCEPTANCE = 0.01
FRONTAL = 45.0  # degrees of yaw


class Verification:
    """Figures over held-out people seen on two days, every pair with one picture of each; empty where a folder has no pictures."""

    def __init__(self, folders: tuple[Path, Path], limit: int, device: torch.device):
        self.folders, self.limit, self.device = folders, limit, device
        self.days: list[dict[str, np.ndarray]] = []

    def __call__(self, network: FaceEmbedding, precision: Precision) -> dict[str, float]:
        try:
            self.days = self.days or [read_folder(folder, FACE_KEYS, self.limit) for folder in self.folders]
        except NoData:
            return {}
        first, second = (embed(network, precision, day, self.device) for day in self.days)
        likeness = first @ second.T
        same = self.days[0]["scene"][:, None] == self.days[1]["scene"]
        frontal = np.logical_and.outer(*(np.abs(yaws(day["rotation"])) <= FRONTAL for day in self.days))
        return {**{name: value for name, value in figures(likeness, same, np.ones_like(same)).items()},
                **{name + "_frontal": value for name, value in figures(likeness, same, frontal).items()}}


def embed(network: FaceEmbedding, precision: Precision, day: dict[str, np.ndarray], device: torch.device, batch: int = 32) -> np.ndarray:
    """float32 [N, E] of stored samples."""
    faces = np.stack([given(*face_of({key: day[key][index] for key in FACE_KEYS})) for index in range(len(day["image"]))])
    rows = []
    with torch.no_grad():
        for start in range(0, len(faces), batch):
            rows.append(precision.run(network.embedding, torch.from_numpy(faces[start:start + batch]).float().div_(255).to(device)).cpu().numpy())
    return np.concatenate(rows)


def yaws(rotations: np.ndarray) -> np.ndarray:
    return np.degrees(np.arctan2(-rotations[:, 2, 0], rotations[:, 2, 2]))


def figures(likeness: np.ndarray, same: np.ndarray, counted: np.ndarray) -> dict[str, float]:
    """Equal error rate, and the share of pairs of one person that are told as such where one in a hundred of the others is."""
    own, others = likeness[same & counted], np.sort(likeness[~same & counted])
    if not len(own) or not len(others):
        return {}
    limit = float(others[int((1 - FALSE_ACCEPTANCE) * len(others))])
    return {"equal_error": equal_error(own, others), "accepted": float((own > limit).mean()), "limit": limit,
            "own": float(own.mean()), "others": float(others.mean())}


def equal_error(own: np.ndarray, others: np.ndarray) -> float:
    """The error at the likeness from which as many pairs of one person are refused as pairs of two are taken."""
    limits = np.linspace(-1, 1, 401)
    refused = np.searchsorted(np.sort(own), limits) / len(own)
    taken = 1 - np.searchsorted(np.sort(others), limits) / len(others)
    place = int(np.argmin(np.abs(refused - taken)))
    return float((refused[place] + taken[place]) / 2)
