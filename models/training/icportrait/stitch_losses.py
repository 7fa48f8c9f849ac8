"""Losses of the stitch network. Each is a mean over what is known; their weights are in ``WEIGHTS``."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from .networks.blocks import linear_from_srgb
from .networks.light_code import basis
from .networks.stitch import FLOOR, LEVEL, SIDE, centred, level_of
from .pose_losses import Batch

WEIGHTS = {"picture": 4.0, "slope": 4.0, "log_ratio": 0.5, "error": 0.1, "base": 1.0, "level": 0.05, "light": 0.4, "environment": 0.1,
           "lamps": 0.1, "reference": 0.25}
DARK = 0.01  # added to linear pictures that a ratio multiplies
DARKEST_LEVEL = 0.02  # of a light, added where it divides
LARGEST = 3.0  # log ratio that is asked for


def encoded(linear: Tensor) -> Tensor:
    return torch.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear.clamp(min=1e-6) ** (1 / 2.4) - 0.055)


def relit(picture: Tensor, log_ratio: Tensor) -> Tensor:
    """An sRGB picture times a ratio of light, sRGB 0..1."""
    return encoded(((linear_from_srgb(picture) + DARK) * torch.exp(log_ratio) - DARK).clamp(0, 1))


def known(batch: Batch) -> Tensor:
    """How much each place counts [B, 1, 128, 128]."""
    return batch["weight"] * batch["matte"]


def truth(batch: Batch) -> tuple[Tensor, Tensor]:
    """The log ratio of the target's shading to the profile's [B, 3, 128, 128] without its mean luminance, and that mean."""
    ratio = torch.log(batch["shading"].clamp(min=0) + FLOOR) - torch.log(batch["own_shading"].clamp(min=0) + FLOOR)
    grey = sum(share * ratio[:, channel:channel + 1] for channel, share in enumerate(LEVEL))
    ratio = torch.lerp(ratio, grey.expand_as(ratio), batch["colourless"][:, None, None, None])
    return centred(ratio.clamp(-LARGEST, LARGEST), known(batch))


def mean(values: Tensor, weight: Tensor) -> Tensor:
    """Weighted mean of [B, C, H, W] over places and channels; ``weight`` has one channel."""
    return (values.mean(1, keepdim=True) * weight).sum() / (weight.sum() + 1e-6)


def stitch_losses(outputs: Batch, batch: Batch) -> Batch:
    """All losses by name, unweighted."""
    weight, ratio = known(batch), outputs["log_ratio"]
    wanted, level = truth(batch)
    inner, _ = centred(ratio, weight)
    error = (inner - wanted).abs()
    losses = {"log_ratio": mean(error, weight), "level": F.smooth_l1_loss(outputs["level"], level + torch.log(batch["gain"]), beta=0.3)}
    spread = outputs["log_error"]
    losses["error"] = mean(error.detach().mean(1, keepdim=True) * torch.exp(-spread) + spread, weight)
    ours, target = relit(batch["clean"], inner + level[:, None, None, None]), coloured_target(batch, wanted, level)
    wrong = ours - target
    losses["picture"] = mean(wrong.abs(), weight)
    losses["slope"] = sum(mean((wrong.narrow(axis, 1, SIDE - 1) - wrong.narrow(axis, 0, SIDE - 1)).abs(), weight.narrow(axis, 1, SIDE - 1))
                          for axis in (2, 3))
    losses["base"] = base_loss(outputs["shading"], batch, weight)
    # The exposure of a picture is read apart, so each is brought to its own level.
    losses["light"] = sum(ball_loss(in_levels(read, read), in_levels(batch[key], batch[key]))
                          for read, key in zip(outputs["light"], ("light", "own_light"))) / 2
    losses["environment"] = ball_loss(outputs["environment"], in_levels(batch["environment"], batch["light"]))
    losses["lamps"] = lamp_loss(outputs["lamps"], batch)
    losses["reference"] = (outputs["reference"] - F.avg_pool2d(batch["whole_reference"], 4)).abs().mean()
    return losses


def coloured_target(batch: Batch, wanted: Tensor, level: Tensor) -> Tensor:
    """The target; where a grey reference tells a coloured profile its light, the profile in that light's luminance."""
    grey = relit(batch["clean"], wanted + level[:, None, None, None])
    return torch.lerp(batch["target"], grey, batch["colourless"][:, None, None, None])


def base_loss(shading: Tensor, batch: Batch, weight: Tensor) -> Tensor:
    """What the light codes alone shade, reference's and own, against the renderer's; levels apart."""
    small = F.avg_pool2d(weight, 2)
    total = 0.0
    for ours, key in zip(shading, ("shading", "own_shading")):
        apart = torch.log(ours + FLOOR) - torch.log(F.avg_pool2d(batch[key].clamp(min=0), 2) + FLOOR)
        total = total + mean(centred(apart, small)[0].abs(), small)
    return total / 2


def ball(side: int = 12) -> Tensor:
    """Normals [N, 3] of the front half of a ball."""
    line = (torch.arange(side, dtype=torch.float32) + 0.5) / side * 2 - 1
    y, x = torch.meshgrid(-line, line, indexing="ij")
    inside = (x * x + y * y) < 1
    return torch.stack([x, y, torch.sqrt((1 - x * x - y * y).clamp(min=0))], 2)[inside]


def ball_loss(ours: Tensor, wanted: Tensor) -> Tensor:
    """Error of a light's shading of a ball's front."""
    places = basis(ball()).to(ours.device)
    shaded, true = (torch.einsum("nl,blc->bnc", places, light) for light in (ours, wanted))
    return (shaded - true).abs().mean()


def in_levels(light: Tensor, whole: Tensor) -> Tensor:
    """A light in units of the level of the whole light."""
    return light / (level_of(whole).abs() + DARKEST_LEVEL)[:, None, None]


def lamp_loss(ours: Tensor, batch: Batch) -> Tensor:
    """The two strongest lamps: whether they are there, and their direction, colour (of the light's level) and softness."""
    true = batch["lamps"][:, :2]
    there = true[..., 7]
    unit = (level_of(batch["light"]).abs() + DARKEST_LEVEL)[:, None, None]
    direction = ours[..., :3] / (torch.linalg.vector_norm(ours[..., :3], dim=2, keepdim=True) + 1e-4)
    wrong = 1 - (direction * true[..., :3]).sum(2)
    wrong = wrong + (ours[..., 3:6] - true[..., 3:6] / unit).abs().mean(2) + (ours[..., 6] - true[..., 6]).abs()
    presence = F.binary_cross_entropy_with_logits(ours[..., 7], there, reduction="mean")
    return presence + (wrong * there).sum() / (there.sum() + 1)


def weighted_losses(outputs: Batch, batch: Batch, own_task: float = WEIGHTS["reference"]) -> tuple[Tensor, Batch]:
    """The scalar that is minimised, and its parts by name without their gradients.

    ``own_task``: weight of the paper's own task, the masked reference without gaps in its own light; 0 leaves it out.
    """
    parts, weights = stitch_losses(outputs, batch), {**WEIGHTS, "reference": own_task}
    return sum(weights[name] * value for name, value in parts.items()), {name: value.detach() for name, value in parts.items()}
