"""What the finder should say of a scene, and how far it is from saying it."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from .composite import Scene
from .networks.finder import GRID_SIDE, NOMINAL_FACE, STRIDE
from .pose_losses import Batch

VALUES = 5  # offset x, offset y, log size, sine and cosine of the roll
WEIGHTS = {"score": 1.0, "offset": 0.5, "size": 2.0, "roll": 1.0}


def targets(faces: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Faces [F, 4] -> heat [40, 40], values [5, 40, 40] (offset x, y, log size, sine and cosine of the roll), weight [40, 40]."""
    heat = np.zeros((GRID_SIDE, GRID_SIDE), np.float32)
    values = np.zeros((VALUES, GRID_SIDE, GRID_SIDE), np.float32)
    weight = np.zeros((GRID_SIDE, GRID_SIDE), np.float32)
    cell = np.arange(GRID_SIDE, dtype=np.float32) + 0.5
    for x, y, side, roll in faces:
        across, down = np.meshgrid(x / STRIDE - cell, y / STRIDE - cell)
        spread = max(0.6, 0.09 * side / STRIDE)
        bump = np.exp(-(across ** 2 + down ** 2) / (2 * spread ** 2))
        heat = np.maximum(heat, bump)
        row = int(np.clip(y / STRIDE, 0, GRID_SIDE - 1))
        column = int(np.clip(x / STRIDE, 0, GRID_SIDE - 1))
        heat[row, column] = 1.0
        near = (bump > 0.5) | ((np.abs(across) < 1) & (np.abs(down) < 1))
        whole = [np.log(side / NOMINAL_FACE), np.sin(np.radians(roll)), np.cos(np.radians(roll))]
        values[:, near] = np.stack([across, down, *(np.full_like(across, value) for value in whole)])[:, near]
        weight[near] = np.maximum(bump, 0.2)[near]
        weight[row, column] = 1.0
    return heat, values, weight


def pack(scenes: list[Scene]) -> dict[str, np.ndarray]:
    """Scenes and their targets as small arrays, for the way from one process to another."""
    parts = [targets(scene.faces) for scene in scenes]
    return {"image": np.ascontiguousarray(np.stack([scene.image for scene in scenes]).transpose(0, 3, 1, 2)),
            "heat": np.stack([part[0] for part in parts]), "values": np.stack([part[1] for part in parts]),
            "weight": np.stack([part[2] for part in parts])}


def finder_losses(raw: Tensor, batch: Batch) -> Batch:
    """Penalty-reduced focal loss for the scores, absolute errors for the rest; unweighted."""
    score, heat = torch.sigmoid(raw[:, 0]), batch["heat"]
    certain, log_other = F.logsigmoid(raw[:, 0]), F.logsigmoid(-raw[:, 0])
    focal = torch.where(heat >= 0.999, -((1 - score) ** 2) * certain, -(score ** 2) * (1 - heat) ** 4 * log_other)
    error = (raw[:, 1:] - batch["values"]).abs() * batch["weight"].unsqueeze(1)
    offset, size, roll = error[:, 0:2].sum(), error[:, 2].sum(), error[:, 3:5].sum()
    known = batch["weight"].sum() + 1e-6
    faces = (heat >= 0.999).sum().clamp(min=1)
    return {"score": focal.sum() / faces, "offset": offset / known, "size": size / known, "roll": roll / known}


def weighted_losses(raw: Tensor, batch: Batch) -> tuple[Tensor, Batch]:
    """The scalar that is minimised, and its parts by name without their gradients."""
    parts = finder_losses(raw, batch)
    return sum(WEIGHTS[name] * value for name, value in parts.items()), {name: value.detach() for name, value in parts.items()}


def match(boxes: np.ndarray, faces: np.ndarray) -> list[tuple[float, float, float] | None]:
    """Centre error (share of the side), size error (share) and roll error (degrees) for each face, None where no box is its own."""
    taken: set[int] = set()
    errors: list[tuple[float, float, float] | None] = []
    for x, y, side, roll in faces:
        own = None
        for index, (box_x, box_y, box_side, box_roll) in enumerate(boxes):
            away = np.hypot(box_x - x, box_y - y) / side
            if index not in taken and away < 0.35 and 0.5 < box_side / side < 2.0:
                taken.add(index)
                own = (float(away), abs(float(box_side / side - 1)), abs(float((box_roll - roll + 180) % 360 - 180)))
                break
        errors.append(own)
    return errors
