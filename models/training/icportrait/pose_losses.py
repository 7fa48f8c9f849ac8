"""Losses of pose, camera, confidence and the interval that the pose's error is expected in."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

Batch = dict[str, Tensor]
CONFIDENT_ANGLE = 0.3  # radians of rotation error that divide the confidence by e
CONFIDENT_PLACE = 0.05  # crop fractions of landmark error, likewise
UPRIGHT, FALLEN = 45.0, 120.0  # degrees of roll up to which a crop is trusted in full, and from which hardly at all
FALLEN_TRUST = 0.15
COVERED = 0.9  # share of pose errors that lie inside the interval
SMALLEST_ERROR = 0.05  # degrees; smaller errors count as this, for their logarithm is taken
CORNERS = torch.tensor([[x, y, z] for x in (-0.8, 0.8) for y in (-0.9, 0.9) for z in (-0.6, 0.9)])


def mean_present(values: Tensor, present: Tensor) -> Tensor:
    """Mean of one value a sample over the samples that show a head."""
    return (values * present).sum() / (present.sum() + 1e-6)


def project(rotation: Tensor, camera: Tensor, points: Tensor) -> Tensor:
    """Fractions u, v [B, P, 2] of head points [P, 3] (dm) under rotation [B, 3, 3] and camera [B, 4]."""
    turned = torch.einsum("bij,pj->bpi", rotation, points.to(rotation))
    scale = camera[:, 2:3] / (1 - camera[:, 3:4] * turned[..., 2]).clamp(min=0.3)
    return torch.stack([camera[:, 0:1] + scale * turned[..., 0], camera[:, 1:2] - scale * turned[..., 1]], 2)


def rotation_distance(one: Tensor, other: Tensor) -> Tensor:
    """About the angle between rotations in radians, smooth at 180 degrees: [B]."""
    return torch.sqrt(((one - other) ** 2).sum((1, 2)) / 2 + 1e-8)


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
