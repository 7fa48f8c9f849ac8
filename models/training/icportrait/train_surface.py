"""Trains the surface network: ``python -m icportrait.train_surface DATA RUN --hours 2 --assets ASSETS``."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from .augment import augment, headless, unpack
from .backgrounds import Backgrounds
from .data import SURFACE_KEYS, Prefetcher, ShardPool, read_folder, wait_for_images
from .losses import OUTER_EYES_DECIMETRES, Batch, rotation_distance, surface_losses, surface_weight, to_batch, total
from .networks.surface import SurfaceNetwork
from .training import SEED_STEP, Trainer, add_arguments, low_precision, prepare

HEADLESS_SHARE = 0.04


class SurfaceBatches:
    """Makes augmented training batches. For one thread."""

    def __init__(self, folder: Path, assets: Path | None, batch: int, seed: int):
        self.pool = ShardPool(folder, SURFACE_KEYS, seed)
        self.random = np.random.default_rng(seed + 1)
        self.backgrounds = Backgrounds(assets, self.random)
        self.batch = batch

    def make(self) -> Batch:
        present = [bool(self.random.random() >= HEADLESS_SHARE) for _ in range(self.batch)]
        samples = [augment(self.pool.draw(), self.random, self.backgrounds) if head
                   else headless(self.random, self.backgrounds) for head in present]
        return to_batch(samples, present)


def loss(network: SurfaceNetwork, batch: Batch) -> tuple[torch.Tensor, Batch]:
    image = batch["image"].contiguous(memory_format=torch.channels_last)
    with low_precision(image.device):
        outputs = network(image)
    parts = surface_losses(outputs, batch)
    return total(parts), {name: value.detach() for name, value in parts.items()}


class SurfaceValidation:
    """Figures on unchanged validation images (at most ``limit``); an empty dict where the folder has none yet."""

    def __init__(self, folder: Path, limit: int, device: torch.device):
        self.folder, self.limit, self.device = folder, limit, device

    def __call__(self, network: SurfaceNetwork) -> dict[str, float]:
        if not any(self.folder.glob("shard_*.npz")):
            return {}
        stored = read_folder(self.folder, SURFACE_KEYS, self.limit)
        rows = []
        for start in range(0, len(stored["image"]), 24):
            group = range(start, min(start + 24, len(stored["image"])))
            samples = [unpack({key: stored[key][index] for key in SURFACE_KEYS}) for index in group]
            for sample in samples:
                sample["matte_weight"] = np.ones_like(sample["matte"])
            batch = {key: value.to(self.device) for key, value in to_batch(samples, [True] * len(samples)).items()}
            with low_precision(self.device):
                outputs = network(batch["image"])
            rows.append((len(samples), figures(outputs, batch)))
        return {name: sum(count * row[name] for count, row in rows) / sum(count for count, _ in rows)
                for name in rows[0][1]}


def figures(outputs: Batch, batch: Batch) -> dict[str, float]:
    """What is watched: total loss, degrees, dm, landmark error as a share of the outer eye-corner distance."""
    parts = surface_losses(outputs, batch)
    angle = torch.rad2deg(rotation_distance(outputs["rotation"], batch["rotation"]))
    cosine = (outputs["normal"] * batch["normal"]).sum(1).clamp(-1, 1)
    known = surface_weight(batch)[:, 0] > 0.6
    points = batch["landmarks"]
    eyes = OUTER_EYES_DECIMETRES * batch["camera"][:, 2]
    wrong = torch.linalg.vector_norm(outputs["landmarks"] - points[..., :2], dim=2)
    landmark = (wrong * points[..., 2]).sum(1) / (points[..., 2].sum(1) + 1e-6) / eyes
    return {"loss": float(total(parts)), "rotation_median_degrees": float(angle.median()),
            "normal_median_degrees": float(torch.rad2deg(torch.acos(cosine[known])).median()),
            "landmarks_share_of_eyes": float(landmark.mean()), "coordinates_dm": float(parts["coordinates"]),
            "depth_dm": float(parts["depth"]), "matte": float(parts["matte"]), "albedo": float(parts["albedo"]),
            "light": float(parts["light"]), "camera": float(parts["camera"]), "slope": float(parts["slope"]),
            "confidence": float(parts["confidence"])}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    options = parser.parse_args()
    prepare(options)
    wait_for_images(options.data / "train", options.first_images, 60 * options.wait_minutes)
    validation = SurfaceValidation(options.data / "validation", options.validation_images, torch.device(options.device))
    trainer = Trainer(SurfaceNetwork(), options, loss, validation)
    trainer.resume()
    batches = SurfaceBatches(options.data / "train", options.assets, options.batch, options.seed + trainer.step + SEED_STEP * options.rank)
    prefetcher = Prefetcher(batches.make)
    try:
        trainer.run(prefetcher)
    finally:
        prefetcher.close()


if __name__ == "__main__":
    main()
