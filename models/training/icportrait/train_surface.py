"""Trains the surface network: ``python -m icportrait.train_surface DATA RUN --images 300000 --start PACK --assets ASSETS``."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

import numpy as np
import torch

from .augment import augment, headless
from .backgrounds import Backgrounds
from .batches import tensors
from .data import SURFACE_KEYS, Sample, ShardPool, read_folder
from .geometry import unpack
from .losses import OUTER_EYES_DECIMETRES, pack, surface_losses, surface_weight, total, weighted_losses
from .networks.surface import CROP_SIDE, SurfaceNetwork
from .onboard.bank import background_bank
from .onboard.pool import DevicePool
from .onboard.surface import SurfaceOnboard
from .options import add_arguments, read_options
from .pose_losses import COVERED, Batch, pose_angles, pose_errors, rotation_distance
from .precision import Precision
from .training import Trainer

HEADLESS_SHARE = 0.04
PROFILE_SHARE, ALL_TO = 0.4, 50.0  # share of full profiles that is taken; degrees of yaw up to which all are


def wanted(sample: Sample) -> float:
    """The scenes' views are spread evenly over yaw; photographs are not: profiles are taken less often, never rarely."""
    yaw = abs(np.degrees(np.arctan2(-sample["rotation"][2, 0], sample["rotation"][2, 2])))
    return 1.0 - (1.0 - PROFILE_SHARE) * float(np.clip((yaw - ALL_TO) / (90.0 - ALL_TO), 0.0, 1.0))


class SurfaceBatches:
    """Makes augmented training batches. For one thread."""

    def __init__(self, folder: Path, assets: Path | None, batch: int, seed: int):
        self.pool = ShardPool(folder, SURFACE_KEYS, seed, wanted=wanted)
        self.random = np.random.default_rng(seed + 1)
        self.backgrounds = Backgrounds(assets, self.random)
        self.batch = batch

    def make(self) -> dict[str, np.ndarray]:
        present = [bool(self.random.random() >= HEADLESS_SHARE) for _ in range(self.batch)]
        samples = [augment(self.pool.draw(), self.random, self.backgrounds) if head
                   else headless(self.random, self.backgrounds) for head in present]
        return pack(samples, present)

    def state(self) -> dict:
        return {"random": self.random.bit_generator.state, "pool": self.pool.state()}

    def restore(self, state: dict) -> None:
        self.random.bit_generator.state = state["random"]
        self.pool.restore(state["pool"])


class SurfaceValidation:
    """Figures on unchanged validation images (at most ``limit``); an empty dict where the folder has none yet."""

    def __init__(self, folder: Path, limit: int, device: torch.device):
        self.folder, self.limit, self.device = folder, limit, device

    def __call__(self, network: SurfaceNetwork, precision: Precision) -> dict[str, float]:
        if not any(self.folder.glob("shard_*.npz")):
            return {}
        stored = read_folder(self.folder, SURFACE_KEYS, self.limit)
        rows = []
        for start in range(0, len(stored["image"]), 24):
            group = range(start, min(start + 24, len(stored["image"])))
            samples = [unpack({key: stored[key][index] for key in SURFACE_KEYS}) for index in group]
            for sample in samples:
                sample["matte_weight"] = np.ones_like(sample["matte"])
            batch = {key: value.to(self.device) for key, value in tensors(pack(samples, [True] * len(samples))).items()}
            outputs = precision.run(network, batch["image"])
            rows.append((len(samples), figures(outputs, batch), poses(outputs, batch)))
        whole = {name: sum(count * row[name] for count, row, _ in rows) / sum(count for count, _, _ in rows)
                 for name in rows[0][1]}
        return {**whole, **pose_figures(*(np.concatenate(parts) for parts in zip(*(row[2] for row in rows))))}


def figures(outputs: Batch, batch: Batch) -> dict[str, float]:
    """What is watched: total loss, degrees, dm, landmark error as a share of the outer eye-corner distance."""
    parts = surface_losses(outputs, batch)
    cosine = (outputs["normal"] * batch["normal"]).sum(1).clamp(-1, 1)
    known = surface_weight(batch)[:, 0] > 0.6
    points = batch["landmarks"]
    eyes = OUTER_EYES_DECIMETRES * batch["camera"][:, 2]
    wrong = torch.linalg.vector_norm(outputs["landmarks"] - points[..., :2], dim=2)
    landmark = (wrong * points[..., 2]).sum(1) / (points[..., 2].sum(1) + 1e-6) / eyes
    return {"loss": float(total(parts)), "normal_median_degrees": float(torch.rad2deg(torch.acos(cosine[known])).median()),
            "landmarks_share_of_eyes": float(landmark.mean()), "coordinates_dm": float(parts["coordinates"]),
            "depth_dm": float(parts["depth"]), "matte": float(parts["matte"]), "albedo": float(parts["albedo"]),
            "albedo_slope": float(parts["albedo_slope"]), "light": float(parts["light"]), "camera": float(parts["camera"]),
            "slope": float(parts["slope"]), "confidence": float(parts["confidence"]), "eyelids": float(parts["eyelids"])}


def poses(outputs: Batch, batch: Batch) -> tuple[np.ndarray, ...]:
    """Per image: rotation error (degrees), yaw, pitch and roll read and true, and whether each error is inside its interval."""
    angle = torch.rad2deg(rotation_distance(outputs["rotation"], batch["rotation"]))
    inside = pose_errors(outputs["rotation"], batch["rotation"]) <= outputs["interval"]
    return tuple(part.cpu().numpy() for part in (angle, pose_angles(outputs["rotation"]), pose_angles(batch["rotation"]), inside))


def pose_figures(angle: np.ndarray, read: np.ndarray, true: np.ndarray, inside: np.ndarray) -> dict[str, float]:
    """Medians, slopes of read against true angles to 75 degrees of yaw, and how often the interval holds."""
    near = np.abs(true[:, 0]) <= 75
    slopes = [float((read[near, axis] * true[near, axis]).sum() / max((true[near, axis] ** 2).sum(), 1e-6)) for axis in (0, 1)]
    return {"rotation_median_degrees": float(np.median(angle)), "yaw_slope": slopes[0], "pitch_slope": slopes[1],
            f"inside_the_{100 * COVERED:.0f}_percent_interval": float(inside.mean())}


def onboard(options: argparse.Namespace, seed: int) -> SurfaceOnboard:
    device = torch.device(options.device)
    pool = DevicePool(options.data / "train", SURFACE_KEYS, device, seed, weight=wanted)
    bank = background_bank(options.assets, seed, CROP_SIDE, device)
    return SurfaceOnboard(pool, bank, options.batch, seed, HEADLESS_SHARE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser, onboard=True)
    options = read_options(parser)
    validation = SurfaceValidation(options.data / "validation", options.validation_images, torch.device(options.device))
    trainer = Trainer("surface", SurfaceNetwork(), options, tensors, weighted_losses, validation)
    trainer.run(partial(onboard, options) if options.onboard else partial(SurfaceBatches, options.data / "train", options.assets, options.batch))


if __name__ == "__main__":
    main()
