"""Losses of the surface network. Each is a mean over what is known; their weights are in ``WEIGHTS``."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from .networks.blocks import length
from .pose_losses import Batch, confidence_loss, interval_loss, mean_present, pose_losses

WEIGHTS = {"matte": 1.0, "coordinates": 4.0, "depth": 4.0, "thickness": 1.0, "slope": 3.0, "normal": 3.0,
           "albedo": 3.0, "albedo_slope": 2.0, "rotation": 4.0, "camera": 1.5, "pose": 4.0, "light": 1.0, "landmarks": 20.0,
           "visibility": 0.2, "confidence": 0.2, "interval": 0.1, "eyelids": 0.3}
FACE_FRONT = 0.2  # dm: canonical z of the ears' front; the face lies before it
FACE_BOTTOM = -1.1  # dm: canonical y below the chin
OUTER_EYES_DECIMETRES = 0.892  # between the outer eye corners of the mean neutral head
FAR_STEP = 8  # map pixels across which albedo differences are compared: light changes slowly, paint does not
HIDDEN_LANDMARK = 0.35  # weight of a landmark that other parts of the head cover


def pack(samples: list[dict], present: list[bool]) -> dict[str, np.ndarray]:
    """Augmented samples (channels last) -> small arrays with channels first, for the way from one process to another."""
    def stack(key: str) -> np.ndarray:
        return np.stack([sample[key] for sample in samples])

    batch = {"image": np.ascontiguousarray(stack("image").transpose(0, 3, 1, 2))}
    for key in ("coordinates", "depth", "back_depth", "normal", "albedo", "head"):
        batch[key] = np.ascontiguousarray(stack(key).transpose(0, 3, 1, 2)).astype(np.float16)
    for key in ("matte", "matte_weight", "valid"):
        batch[key] = stack(key)[:, None].astype(np.float16)
    for key in ("rotation", "camera", "light", "landmarks", "eyelids"):
        batch[key] = stack(key)
    batch["present"] = np.array(present, np.float32)
    batch["true_colours"] = np.ones(len(samples), np.float32)
    return batch


def average(values: Tensor, weight: Tensor) -> Tensor:
    """Weighted mean of [B, C, ...] summed over C; ``weight`` has one channel."""
    return (values.sum(1, keepdim=True) * weight).sum() / (weight.sum() + 1e-6)


def surface_weight(batch: Batch) -> Tensor:
    """[B, 1, H, W]: the face counts most, clothes least."""
    coordinates = batch["coordinates"]
    face = ((coordinates[:, 2:3] > FACE_FRONT) & (coordinates[:, 1:2] > FACE_BOTTOM)).float() * batch["head"]
    return batch["valid"] * (0.2 + 0.5 * batch["head"] + 1.3 * face)


def slope_loss(depth: Tensor, truth: Tensor, weight: Tensor) -> Tensor:
    """Differences of neighbouring depths; steps at silhouettes are left out. What normals and shadows rest on."""
    return difference_loss(depth, truth, weight, 1, 0.15)


def difference_loss(ours: Tensor, truth: Tensor, weight: Tensor, step: int, largest: float = torch.inf) -> Tensor:
    """Error of differences between pixels ``step`` apart, where the true difference is below ``largest``."""
    error = ours - truth
    total = error.new_zeros(())
    for axis in (2, 3):
        length = error.shape[axis] - step
        wrong = (error.narrow(axis, step, length) - error.narrow(axis, 0, length)).abs()
        both = weight.narrow(axis, step, length) * weight.narrow(axis, 0, length)
        if largest < torch.inf:
            both = both * ((truth.narrow(axis, step, length) - truth.narrow(axis, 0, length)).abs() < largest)
        total = total + average(wrong, both)
    return total


def shading(normal: Tensor, light: Tensor) -> Tensor:
    """Shading [B, 3, H, W] of unit normals [B, 3, H, W] under spherical harmonics [B, 9, 3] (see conventions)."""
    x, y, z = normal[:, 0], normal[:, 1], normal[:, 2]
    basis = torch.stack([torch.full_like(x, 0.282095), 0.488603 * y, 0.488603 * z, 0.488603 * x, 1.092548 * x * y,
                         1.092548 * y * z, 0.315392 * (3 * z * z - 1), 1.092548 * x * z, 0.546274 * (x * x - y * y)], 1)
    return torch.einsum("bkhw,bkc->bchw", basis, light)


def light_loss(light: Tensor, batch: Batch) -> Tensor:
    """Error of the shading on a ball's front half, in units of the true brightness (dark pictures count as well), summed over colours."""
    side = 12
    line = (torch.arange(side, dtype=torch.float32) + 0.5) / side * 2 - 1
    y, x = torch.meshgrid(-line, line, indexing="ij")
    z = torch.sqrt((1 - x * x - y * y).clamp(min=0.0))
    inside = ((x * x + y * y) < 1).float().to(light.device)
    ball = torch.stack([x, y, z]).to(light.device).unsqueeze(0)
    truth, ours = shading(ball, batch["light"]), shading(ball, light)
    level = truth.abs().mean((1, 2, 3)) + 0.05
    error = ((ours - truth).abs() * inside).sum((1, 2, 3)) / inside.sum()
    return mean_present(error / level, batch["present"])


def surface_losses(outputs: Batch, batch: Batch) -> Batch:
    """All losses by name, unweighted. ``true_colours`` [B] is 0 for pictures whose light and albedo are unknown."""
    present, true_colours, weight = batch["present"], batch["true_colours"], surface_weight(batch)
    losses = {}
    matte_error = F.binary_cross_entropy_with_logits(outputs["matte_logit"], batch["matte"], reduction="none") \
        + (torch.sigmoid(outputs["matte_logit"]) - batch["matte"]).abs()
    losses["matte"] = average(matte_error, batch["matte_weight"])
    losses["coordinates"] = average((outputs["coordinates"] - batch["coordinates"]).abs(), weight)
    losses["depth"] = average((outputs["depth"] - batch["depth"]).abs(), weight)
    thickness = (batch["depth"] - batch["back_depth"]).clamp(min=0.0)
    losses["thickness"] = average((outputs["thickness"] - thickness).abs(), batch["valid"])
    losses["slope"] = slope_loss(outputs["depth"], batch["depth"], weight) * (batch["depth"].shape[3] / 32)
    # The chord, not its square: the many places that are right by 10 degrees count, not the few along hair that nobody could tell.
    losses["normal"] = average(length(outputs["normal"] - batch["normal"]), weight)
    painted = weight * true_colours[:, None, None, None]
    losses["albedo"] = average((outputs["albedo_srgb"] - batch["albedo"]).abs(), painted)
    losses["albedo_slope"] = difference_loss(outputs["albedo_srgb"], batch["albedo"], painted, FAR_STEP)
    losses.update(pose_losses(outputs, batch))
    losses["light"] = light_loss(outputs["light"], {**batch, "present": present * true_colours})
    places = (outputs["landmarks"] - batch["landmarks"][..., :2]).abs().sum(2)
    visible = batch["landmarks"][..., 2]
    inside = ((batch["landmarks"][..., :2] - 0.5).abs() < 0.5).all(2).float()
    place_weight = inside * (HIDDEN_LANDMARK + (1 - HIDDEN_LANDMARK) * visible)
    place_error = (places * place_weight).sum(1) / (place_weight.sum(1) + 1e-6)
    losses["landmarks"] = mean_present(place_error, present)
    visibility = F.binary_cross_entropy_with_logits(outputs["visibility_logit"], visible, reduction="none").mean(1)
    losses["visibility"] = mean_present(visibility, present)
    losses["confidence"] = confidence_loss(outputs, batch, place_error.detach())
    losses["interval"] = interval_loss(outputs, batch)
    losses["eyelids"] = mean_present((outputs["eyelids"] - batch["eyelids"]).abs().mean(1), present)
    return losses


def weighted_losses(outputs: Batch, batch: Batch) -> tuple[Tensor, Batch]:
    """The scalar that is minimised, and its parts by name without their gradients."""
    parts = surface_losses(outputs, batch)
    return total(parts), {name: value.detach() for name, value in parts.items()}


def total(losses: Batch) -> Tensor:
    return sum(WEIGHTS[name] * value for name, value in losses.items())
