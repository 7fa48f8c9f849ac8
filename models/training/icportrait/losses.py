"""Losses of the surface network. Each is a mean over what is known; their weights are in ``WEIGHTS``."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

Batch = dict[str, Tensor]
WEIGHTS = {"matte": 1.0, "coordinates": 4.0, "depth": 4.0, "thickness": 1.0, "slope": 3.0, "normal": 2.0,
           "albedo": 3.0, "albedo_slope": 2.0, "rotation": 4.0, "camera": 1.5, "pose": 4.0, "light": 1.0, "landmarks": 20.0,
           "visibility": 0.2, "confidence": 0.2, "interval": 0.1, "eyelids": 0.3}
FACE_FRONT = 0.2  # dm: canonical z of the ears' front; the face lies before it
FACE_BOTTOM = -1.1  # dm: canonical y below the chin
OUTER_EYES_DECIMETRES = 0.892  # between the outer eye corners of the mean neutral head
CONFIDENT_ANGLE = 0.3  # radians of rotation error that divide the confidence by e
CONFIDENT_PLACE = 0.05  # crop fractions of landmark error, likewise
UPRIGHT, FALLEN = 45.0, 120.0  # degrees of roll up to which a crop is trusted in full, and from which hardly at all
FALLEN_TRUST = 0.15
COVERED = 0.9  # share of pose errors that lie inside the interval
SMALLEST_ERROR = 0.05  # degrees; smaller errors count as this, for their logarithm is taken
FAR_STEP = 8  # map pixels across which albedo differences are compared: light changes slowly, paint does not
HIDDEN_LANDMARK = 0.35  # weight of a landmark that other parts of the head cover
CORNERS = torch.tensor([[x, y, z] for x in (-0.8, 0.8) for y in (-0.9, 0.9) for z in (-0.6, 0.9)])


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
    return batch


def tensors(batch: dict[str, np.ndarray]) -> Batch:
    """What ``pack`` made -> float32 tensors; the image 0..1."""
    ready = {key: torch.from_numpy(value).float() for key, value in batch.items()}
    ready["image"].div_(255)
    return ready


def average(values: Tensor, weight: Tensor) -> Tensor:
    """Weighted mean of [B, C, ...] summed over C; ``weight`` has one channel."""
    return (values.sum(1, keepdim=True) * weight).sum() / (weight.sum() + 1e-6)


def mean_present(values: Tensor, present: Tensor) -> Tensor:
    """Mean of one value a sample over the samples that show a head."""
    return (values * present).sum() / (present.sum() + 1e-6)


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


def project(rotation: Tensor, camera: Tensor, points: Tensor) -> Tensor:
    """Fractions u, v [B, P, 2] of head points [P, 3] (dm) under rotation [B, 3, 3] and camera [B, 4]."""
    turned = torch.einsum("bij,pj->bpi", rotation, points.to(rotation))
    scale = camera[:, 2:3] / (1 - camera[:, 3:4] * turned[..., 2]).clamp(min=0.3)
    return torch.stack([camera[:, 0:1] + scale * turned[..., 0], camera[:, 1:2] - scale * turned[..., 1]], 2)


def rotation_distance(one: Tensor, other: Tensor) -> Tensor:
    """About the angle between rotations in radians, smooth at 180 degrees: [B]."""
    return torch.sqrt(((one - other) ** 2).sum((1, 2)) / 2 + 1e-8)


def surface_losses(outputs: Batch, batch: Batch) -> Batch:
    """All losses by name, unweighted."""
    present, weight = batch["present"], surface_weight(batch)
    losses = {}
    matte_error = F.binary_cross_entropy_with_logits(outputs["matte_logit"], batch["matte"], reduction="none") \
        + (torch.sigmoid(outputs["matte_logit"]) - batch["matte"]).abs()
    losses["matte"] = average(matte_error, batch["matte_weight"])
    losses["coordinates"] = average((outputs["coordinates"] - batch["coordinates"]).abs(), weight)
    losses["depth"] = average((outputs["depth"] - batch["depth"]).abs(), weight)
    thickness = (batch["depth"] - batch["back_depth"]).clamp(min=0.0)
    losses["thickness"] = average((outputs["thickness"] - thickness).abs(), batch["valid"])
    losses["slope"] = slope_loss(outputs["depth"], batch["depth"], weight) * (batch["depth"].shape[3] / 32)
    losses["normal"] = average(1 - (outputs["normal"] * batch["normal"]).sum(1, keepdim=True), weight)
    losses["albedo"] = average((outputs["albedo_srgb"] - batch["albedo"]).abs(), weight)
    losses["albedo_slope"] = difference_loss(outputs["albedo_srgb"], batch["albedo"], weight, FAR_STEP)
    losses.update(pose_losses(outputs, batch))
    losses["light"] = light_loss(outputs["light"], batch)
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


def pose_losses(outputs: Batch, batch: Batch) -> Batch:
    present, ours, truth = batch["present"], outputs["camera"], batch["camera"]
    camera = (ours[:, :2] - truth[:, :2]).abs().sum(1) * 10 + (ours[:, 2] / truth[:, 2]).log().abs() * 2 \
        + (ours[:, 3] - truth[:, 3]).abs() * 2
    corners = (project(outputs["rotation"], ours, CORNERS) - project(batch["rotation"], truth, CORNERS)).abs()
    return {"rotation": mean_present(rotation_distance(outputs["rotation"], batch["rotation"]), present),
            "camera": mean_present(camera, present), "pose": mean_present(corners.mean(1).sum(1), present)}


def upright_trust(rotation: Tensor) -> Tensor:
    """[B]: 1 for heads that stand upright in the crop, less for lying ones, so that the surer of two readings is the upright one."""
    roll = torch.rad2deg(torch.atan2(-rotation[:, 0, 1], rotation[:, 1, 1])).abs()
    fallen = ((roll - UPRIGHT) / (FALLEN - UPRIGHT)).clamp(0, 1)
    return 1 - (1 - FALLEN_TRUST) * fallen


def confidence_loss(outputs: Batch, batch: Batch, place_error: Tensor) -> Tensor:
    """The network learns to foresee its own error; where there is no head the truth is 0."""
    angle = rotation_distance(outputs["rotation"].detach(), batch["rotation"])
    target = torch.exp(-angle / CONFIDENT_ANGLE - place_error / CONFIDENT_PLACE) * batch["present"]
    return F.binary_cross_entropy_with_logits(outputs["confidence_logit"][:, 0], target * upright_trust(batch["rotation"]))


def pose_angles(rotation: Tensor) -> Tensor:
    """Yaw, pitch and roll in degrees [B, 3] of R = Rz(roll) Rx(-pitch) Ry(yaw)."""
    yaw = torch.atan2(-rotation[:, 2, 0], rotation[:, 2, 2])
    pitch = -torch.asin(rotation[:, 2, 1].clamp(-1, 1))
    roll = torch.atan2(-rotation[:, 0, 1], rotation[:, 1, 1])
    return torch.rad2deg(torch.stack([yaw, pitch, roll], 1))


def pose_errors(ours: Tensor, truth: Tensor) -> Tensor:
    """Degrees [B, 3] between two poses' yaw, pitch and roll, 0 to 180."""
    apart = (pose_angles(ours) - pose_angles(truth)).abs() % 360
    return torch.minimum(apart, 360 - apart)


def interval_loss(outputs: Batch, batch: Batch) -> Tensor:
    """Pinball loss of the logarithm: a share ``COVERED`` of the errors comes to lie inside the interval."""
    error = pose_errors(outputs["rotation"].detach(), batch["rotation"]).clamp(min=SMALLEST_ERROR)
    over = error.log() - outputs["interval"].log()
    return mean_present(torch.maximum(COVERED * over, (COVERED - 1) * over).mean(1), batch["present"])


def weighted_losses(outputs: Batch, batch: Batch) -> tuple[Tensor, Batch]:
    """The scalar that is minimised, and its parts by name without their gradients."""
    parts = surface_losses(outputs, batch)
    return total(parts), {name: value.detach() for name, value in parts.items()}


def total(losses: Batch) -> Tensor:
    return sum(WEIGHTS[name] * value for name, value in losses.items())
