"""What ``geometry`` and ``hide`` do to one sample, done to the rows of a batch; the truth moves along."""

from __future__ import annotations

import cv2
import torch
from torch import Tensor
from torch.nn import functional as F

from ..augment import ANY_ROLL_SHARE, MOST_ROLL, ROLL, SHIFT, ZOOM, ZOOM_BOUNDS
from ..geometry import BORDERS, MAP_KEYS, ODD_IN_X
from ..hide import LARGEST_HIDDEN, MASKED, PATCH_SIDES
from ..landmarks import MIRROR_LANDMARKS
from .dice import Dice
from .pool import Batch

FILLS = [float("nan") if mode == cv2.BORDER_REPLICATE else fill / 255 for mode, fill in BORDERS]  # beyond a picture; NaN where its edge goes on


def mirror(batch: Batch) -> Batch:
    """All rows seen in a mirror: left and right change places. Landmarks and eyelids may be missing."""
    flipped = {key: values.flip(3) if values.dim() == 4 else values.clone() for key, values in batch.items()}
    sign = flipped["rotation"].new_tensor([-1.0, 1.0, 1.0])
    for key in ("coordinates", "normal"):
        flipped[key] = flipped[key] * sign[:, None, None]
    flipped["rotation"] = batch["rotation"] * sign[:, None] * sign[None, :]
    flipped["camera"][:, 0] = 1 - batch["camera"][:, 0]
    flipped["light"][:, list(ODD_IN_X)] *= -1
    if "landmarks" in batch:
        flipped["landmarks"] = batch["landmarks"][:, torch.from_numpy(MIRROR_LANDMARKS).to(sign.device)]
        flipped["landmarks"][..., 0] = 1 - flipped["landmarks"][..., 0]
    if "eyelids" in batch:
        flipped["eyelids"] = batch["eyelids"].flip(1)
    return flipped


def turn_light(light: Tensor, angle: Tensor) -> Tensor:
    """Spherical harmonics [B, 9, 3] of lights turned by ``angle`` [B] about z; as ``geometry.turn_light``."""
    one, zero = torch.cos(angle)[:, None], torch.sin(angle)[:, None]
    two, cross = torch.cos(2 * angle)[:, None], torch.sin(2 * angle)[:, None]
    turned = light.clone()
    for y_term, x_term in ((1, 3), (5, 7)):
        turned[:, y_term] = one * light[:, y_term] + zero * light[:, x_term]
        turned[:, x_term] = -zero * light[:, y_term] + one * light[:, x_term]
    turned[:, 4] = two * light[:, 4] + cross * light[:, 8]
    turned[:, 8] = -cross * light[:, 4] + two * light[:, 8]
    return turned


def move(batch: Batch, angle: Tensor, zoom: Tensor, shift: Tensor, fill: Tensor) -> Batch:
    """Turned by ``angle`` [B] (radians, counter-clockwise as seen) and zoomed about the middle, then shifted [B, 2] (fractions).

    ``fill`` [B]: the grey 0..1 beyond the old picture, NaN where its edge goes on. As ``geometry.move``.
    """
    cosine, sine = torch.cos(angle) * zoom, torch.sin(angle) * zoom
    linear = torch.stack([torch.stack([cosine, sine], 1), torch.stack([-sine, cosine], 1)], 1)
    offset = 0.5 + shift - 0.5 * linear.sum(2)
    back = torch.linalg.inv(linear)

    def grid(side: int) -> Tensor:
        line = (torch.arange(side, device=angle.device, dtype=torch.float32) + 0.5) / side
        at = torch.stack(torch.meshgrid(line, line, indexing="xy"), 2).reshape(1, -1, 2)
        return (2 * ((at - offset[:, None]) @ back.transpose(1, 2)) - 1).reshape(-1, side, side, 2)

    def warp(values: Tensor, where: Tensor, padding: str = "zeros") -> Tensor:
        return F.grid_sample(values, where, padding_mode=padding, align_corners=False)

    full, half = grid(batch["image"].shape[3]), grid(batch["valid"].shape[3])
    inside = warp(torch.ones_like(batch["matte"]), full)
    share = torch.where(torch.isnan(fill)[:, None, None, None], torch.ones_like(inside), inside)
    moved = dict(batch)
    moved["image"] = warp(batch["image"], full, "border") * share + torch.nan_to_num(fill)[:, None, None, None] * (1 - share)
    moved["matte"] = warp(batch["matte"], full)
    moved["matte_weight"] = batch["matte_weight"] * (inside > 0.99)
    cover = warp(batch["valid"], half)
    for key in MAP_KEYS:  # dividing by the cover keeps the background's zeros out of the silhouette
        moved[key] = warp(batch[key], half) / cover.clamp(min=1e-3)
    moved["valid"] = (cover > 0.6).float()
    turn = torch.eye(3, device=angle.device).repeat(len(angle), 1, 1)
    turn[:, 0, 0], turn[:, 1, 1], turn[:, 0, 1], turn[:, 1, 0] = torch.cos(angle), torch.cos(angle), -torch.sin(angle), torch.sin(angle)
    moved["rotation"] = turn @ batch["rotation"]
    moved["normal"] = torch.einsum("bij,bjhw->bihw", turn, moved["normal"])
    moved["light"] = turn_light(batch["light"], angle)
    camera, landmarks = batch["camera"].clone(), batch["landmarks"].clone()
    camera[:, :2] = (linear @ camera[:, :2, None])[..., 0] + offset
    camera[:, 2] *= zoom
    landmarks[..., :2] = landmarks[..., :2] @ linear.transpose(1, 2) + offset[:, None]
    moved["camera"], moved["landmarks"] = camera, landmarks
    return moved


def fills(dice: Dice, count: int) -> Tensor:
    return torch.tensor(FILLS, device=dice.device)[dice.whole(len(FILLS), count)]


def place(batch: Batch, dice: Dice) -> Batch:
    """Turned, zoomed and shifted as finds in photographs are; now and then by any angle. As ``augment.place``."""
    count = len(batch["image"])
    angle = torch.where(dice.happens(ANY_ROLL_SHARE, count), dice.uniform(-torch.pi, torch.pi, count), dice.normal(0, ROLL, count).clamp(-MOST_ROLL, MOST_ROLL))
    zoom = torch.exp(dice.normal(*ZOOM, count)).clamp(*ZOOM_BOUNDS)
    return move(batch, angle, zoom, dice.normal(0, SHIFT, count, 2), fills(dice, count))


def forget(batch: Batch, unknown: Tensor) -> Batch:
    """Asks nothing of the pixels where ``unknown`` (bool [B, 1, S, S])."""
    shares = F.avg_pool2d(unknown.float(), 2)
    return {**batch, "matte_weight": batch["matte_weight"] * ~unknown, "valid": batch["valid"] * (shares < 0.1)}


def occlude(batch: Batch, dice: Dice) -> Batch:
    """A plain or mottled blob (a hand, a cup, a scarf) before each head; nothing is asked of the pixels under it."""
    count, _, side, _ = batch["image"].shape
    line = (torch.arange(side, device=dice.device) + 0.5) / side
    down, across = (axis[None] - dice.uniform(0.1, 0.9, count, 1, 1) for axis in torch.meshgrid(line, line, indexing="ij"))
    angle, waves = torch.atan2(down, across), dice.normal(0, 0.25, 3, count, 1, 1)
    radius = sum(wave * torch.cos((number + 1) * angle + phase)
                 for number, (wave, phase) in enumerate(zip(waves, dice.uniform(0, 2 * torch.pi, 3, count, 1, 1))))
    limit = dice.uniform(0.05, 0.2, count, 1, 1) * (1 + radius).clamp(0.4, 1.6)
    cover = ((limit - torch.hypot(down, across)) * side + 0.5).clamp(0, 1)[:, None]
    skin = batch["image"].new_tensor([215.0, 155.0, 125.0]) / 255 * dice.uniform(0.2, 1.1, count, 1)
    base = torch.where(dice.happens(0.5, count, 1), skin, dice.uniform(0, 1, count, 3))[..., None, None]
    grain = dice.normal(0, 1, count, 3, 6, 6) * dice.uniform(3 / 255, 30 / 255, count, 1, 1, 1)
    thing = (base + F.interpolate(grain, size=(side, side), mode="bilinear")).clamp(0, 1)
    return forget({**batch, "image": batch["image"] * (1 - cover) + thing * cover}, cover > 0)


def cut_tight(batch: Batch, dice: Dice) -> Batch:
    """Ends each photograph inside the crop at some sides, as tight portraits do; beyond is a border as the plugin makes it."""
    count, _, side, _ = batch["image"].shape
    cuts = (dice.uniform(0, 0.3, count, 4) * dice.happens(0.6, count, 4) * side).long()
    line = torch.arange(side, device=dice.device)[None]
    rows = torch.minimum(torch.maximum(line, cuts[:, :1]), side - 1 - cuts[:, 1:2])
    columns = torch.minimum(torch.maximum(line, cuts[:, 2:3]), side - 1 - cuts[:, 3:])
    beyond = ((rows != line)[:, :, None] | (columns != line)[:, None, :])[:, None]
    every = torch.arange(count, device=dice.device)[:, None, None]
    image = batch["image"].permute(0, 2, 3, 1)[every, rows[:, :, None], columns[:, None, :]].permute(0, 3, 1, 2)
    fill = fills(dice, count)[:, None, None, None]
    return forget({**batch, "image": torch.where(beyond & ~torch.isnan(fill), torch.nan_to_num(fill), image)}, beyond)


def hidden_patches(dice: Dice, count: int, side: int, share: Tensor | None = None, patch: Tensor | None = None) -> Tensor:
    """Which pixels are hidden (bool [B, 1, S, S]) when a share [B] of a grid of square patches [B] (px) is; sizes and shares vary unless given."""
    patch = dice.spread(*PATCH_SIDES, count).round().long() if patch is None else patch
    share = dice.uniform(0, LARGEST_HIDDEN, count) if share is None else share
    cells = side // PATCH_SIDES[0] + 2
    hidden = dice.uniform(0, 1, count, cells, cells) < share[:, None, None]
    first = (dice.uniform(0, 1, count, 2) * patch[:, None]).long()
    line = torch.arange(side, device=dice.device)
    rows, columns = ((line + first[:, axis:axis + 1]) // patch[:, None] for axis in (0, 1))
    return hidden[torch.arange(count, device=dice.device)[:, None, None], rows[:, :, None], columns[:, None, :]][:, None]


def hide_patches(image: Tensor, dice: Dice) -> Tensor:
    """Patches hidden by the plugin's grey, now and then by black or the mean colour; the truth is kept. As ``hide.hide_patches``."""
    count = len(image)
    kind = dice.uniform(0, 1, count, 1, 1, 1)
    fill = torch.where(kind < 0.7, MASKED / 255, torch.where(kind < 0.85, 0.0, image.mean((2, 3), keepdim=True)))
    return torch.where(hidden_patches(dice, count, image.shape[3]), fill, image)
