"""Trains the finder: ``python -m icportrait.train_finder DATA RUN --minutes 20 --assets ASSETS``."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from .composite import Scene, SceneMaker
from .data import FINDER_KEYS, NoData, Prefetcher, ShardPool, wait_for_images
from .losses import Batch
from .networks.finder import GRID_SIDE, NOMINAL_FACE, ROLL_UNIT, STRIDE, FinderNetwork, decode
from .training import SEED_STEP, Trainer, add_arguments, low_precision, prepare

CERTAIN = 0.5  # score from which a find counts


def targets(faces: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Faces [F, 4] -> heat [40, 40], values [4, 40, 40] (offset x, y, log size, roll) and their weight [40, 40]."""
    heat = np.zeros((GRID_SIDE, GRID_SIDE), np.float32)
    values = np.zeros((4, GRID_SIDE, GRID_SIDE), np.float32)
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
        values[:, near] = np.stack([across, down, np.full_like(across, np.log(side / NOMINAL_FACE)),
                                    np.full_like(across, roll / ROLL_UNIT)])[:, near]
        weight[near] = np.maximum(bump, 0.2)[near]
        weight[row, column] = 1.0
    return heat, values, weight


def to_batch(scenes: list[Scene]) -> Batch:
    parts = [targets(scene.faces) for scene in scenes]
    return {"image": torch.from_numpy(np.stack([scene.image for scene in scenes])).permute(0, 3, 1, 2).float() / 255,
            "heat": torch.from_numpy(np.stack([part[0] for part in parts])),
            "values": torch.from_numpy(np.stack([part[1] for part in parts])),
            "weight": torch.from_numpy(np.stack([part[2] for part in parts]))}


def finder_losses(raw: Tensor, batch: Batch) -> Batch:
    """Penalty-reduced focal loss for the scores, absolute errors for the rest."""
    score, heat = torch.sigmoid(raw[:, 0]), batch["heat"]
    certain, log_other = F.logsigmoid(raw[:, 0]), F.logsigmoid(-raw[:, 0])
    focal = torch.where(heat >= 0.999, -((1 - score) ** 2) * certain, -(score ** 2) * (1 - heat) ** 4 * log_other)
    error = (raw[:, 1:] - batch["values"]).abs() * batch["weight"].unsqueeze(1)
    offset, size, roll = error[:, 0:2].sum(), error[:, 2].sum(), error[:, 3].sum()
    known = batch["weight"].sum() + 1e-6
    faces = (heat >= 0.999).sum().clamp(min=1)
    return {"score": focal.sum() / faces, "offset": offset / known, "size": size / known, "roll": roll / known}


def loss(network: FinderNetwork, batch: Batch) -> tuple[Tensor, Batch]:
    image = batch["image"].contiguous(memory_format=torch.channels_last)
    with low_precision(image.device):
        raw = network(image)
    parts = finder_losses(raw, batch)
    total = parts["score"] + 0.5 * parts["offset"] + 2.0 * parts["size"] + 1.0 * parts["roll"]
    return total, {name: value.detach() for name, value in parts.items()}


class SceneBatches:
    """Makes training batches. For one thread."""

    def __init__(self, folder: Path, assets: Path | None, batch: int, seed: int, held_out: bool = False):
        self.pool = ShardPool(folder, FINDER_KEYS, seed, window=40, draws_per_shard=24)
        self.maker = SceneMaker(self.pool.draw, assets, np.random.default_rng(seed + 1), held_out)
        self.batch = batch

    def scenes(self, count: int) -> list[Scene]:
        return [self.maker.make() for _ in range(count)]

    def make(self) -> Batch:
        return to_batch(self.scenes(self.batch))


class FinderValidation:
    """Recall, false finds and errors on scenes of unseen heads before an unseen environment."""

    def __init__(self, folder: Path, assets: Path | None, count: int, device: torch.device):
        self.folder, self.assets, self.count, self.device = folder, assets, count, device
        self.scenes: list[Scene] = []

    def __call__(self, network: FinderNetwork) -> dict[str, float]:
        if not self.scenes:
            try:
                self.scenes = SceneBatches(self.folder, self.assets, 1, 12345, held_out=True).scenes(self.count)
            except NoData:
                return {}
        found, faces, false, errors = 0, 0, 0, []
        for start in range(0, len(self.scenes), 16):
            group = self.scenes[start:start + 16]
            image = to_batch(group)["image"].to(self.device)
            boxes, scores = decode(network(image))
            for scene, places, certainty in zip(group, boxes.cpu().numpy(), scores.cpu().numpy()):
                matched = match(places[certainty > CERTAIN], scene.faces)
                found += len(matched)
                faces += len(scene.faces)
                false += int((certainty > CERTAIN).sum()) - len(matched)
                errors += matched
        place, size, roll = np.median(np.array(errors), 0) if errors else (np.nan,) * 3
        return {"missed_share": 1 - found / max(faces, 1), "false_per_hundred": 100 * false / len(self.scenes),
                "centre_error_share": float(place), "size_error_share": float(size), "roll_error_degrees": float(roll)}


def match(boxes: np.ndarray, faces: np.ndarray) -> list[tuple[float, float, float]]:
    """Centre error (share of the side), size error (share) and roll error (degrees) for each face that has a box of its own."""
    taken, errors = set(), []
    for x, y, side, roll in faces:
        for index, (box_x, box_y, box_side, box_roll) in enumerate(boxes):
            away = np.hypot(box_x - x, box_y - y) / side
            if index not in taken and away < 0.35 and 0.5 < box_side / side < 2.0:
                taken.add(index)
                errors.append((away, abs(box_side / side - 1), abs(box_roll - roll)))
                break
    return errors


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    options = parser.parse_args()
    prepare(options)
    wait_for_images(options.data / "train", options.first_images, 60 * options.wait_minutes)
    validation = FinderValidation(options.data / "validation", options.assets, options.validation_images,
                                  torch.device(options.device))
    trainer = Trainer(FinderNetwork(), options, loss, validation)
    trainer.resume()
    batches = SceneBatches(options.data / "train", options.assets, options.batch, options.seed + trainer.step + SEED_STEP * options.rank)
    prefetcher = Prefetcher(batches.make)
    try:
        trainer.run(prefetcher)
    finally:
        prefetcher.close()


if __name__ == "__main__":
    main()
