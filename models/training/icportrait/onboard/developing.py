"""What ``photograph`` does to one picture, done to the rows of a batch (sRGB 0..1, [B, 3, S, S])."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from ..augment import COLOURLESS_SHARE, PAINTED_SHARE
from ..networks.blocks import linear_from_srgb
from ..photograph import (BLURRED_SHARE, CODED_SHARE, DARK_SHARE, DIM_SHARE, GREY, LEAST_LIGHT, LEAST_VALUE, NOISY_SHARE, PHONE_SHARE, SHARPENED_SHARE,
                          SMALL_SHARE, STRONG_SHARE)
from .dice import Dice
from .pool import Batch

# Quantisation of brightness and colour at quality 50 (ITU-T T.81, Annex K).
LUMINANCE = ((16, 11, 10, 16, 24, 40, 51, 61), (12, 12, 14, 19, 26, 58, 60, 55), (14, 13, 16, 24, 40, 57, 69, 56), (14, 17, 22, 29, 51, 87, 80, 62),
             (18, 22, 37, 56, 68, 109, 103, 77), (24, 35, 55, 64, 81, 104, 113, 92), (49, 64, 78, 87, 103, 121, 120, 101),
             (72, 92, 95, 98, 112, 100, 103, 99))
CHROMINANCE = ((17, 18, 24, 47, 99, 99, 99, 99), (18, 21, 26, 66, 99, 99, 99, 99), (24, 26, 56, 99, 99, 99, 99, 99), (47, 66, 99, 99, 99, 99, 99, 99),
               *((99,) * 8,) * 4)
TO_YCC = ((0.299, 0.587, 0.114), (-0.168736, -0.331264, 0.5), (0.5, -0.418688, -0.081312))
REACH = 7  # px of the blurs' kernels


def encode(light: Tensor) -> Tensor:
    return torch.where(light <= 0.0031308, light * 12.92, 1.055 * light.clamp(min=1e-8) ** (1 / 2.4) - 0.055)


def tone(image: Tensor, dice: Dice, strength: float = 1.0) -> Tensor:
    """Exposure, colour cast, gamma and contrast by one table a channel; as ``photograph.tone``."""
    count = len(image)
    strength = strength * (1.0 + 1.2 * dice.happens(STRONG_SHARE, count, 1))
    gain = torch.exp(dice.normal(0, 0.3, count, 1) * strength) * torch.exp(dice.normal(0, 0.1, count, 3) * strength)
    dark = dice.happens(DARK_SHARE, count, 1)
    gain = gain * torch.where(dark, dice.spread(LEAST_LIGHT, 0.4, count, 1), 1.0)
    levels = linear_from_srgb(torch.arange(256, device=image.device) / 255)
    curve = encode((levels * gain[..., None]).clamp(0, 1)) ** torch.exp(dice.normal(0, 0.18, count, 1) * strength)[..., None]
    contrast = torch.exp(0.02 + dice.normal(0, 0.16, count, 1) * strength)[..., None]
    curve = ((curve - 0.45) * contrast + 0.45 + (dice.normal(0, 0.03, count, 1) * strength)[..., None]).clamp(0, 1)
    dim = ~dark & dice.happens(DIM_SHARE, count, 1)
    curve = curve * torch.where(dim, dice.spread(LEAST_VALUE, 1.0, count, 1), 1.0)[..., None]
    return curve.gather(2, (255 * image + 0.5).long().clamp(0, 255).flatten(2)).reshape(image.shape)


def grey(image: Tensor) -> Tensor:
    weights = image.new_tensor(TO_YCC[0])[:, None, None]
    return (image * weights).sum(1, keepdim=True).expand(-1, 3, -1, -1)


def blur(image: Tensor, sigma: Tensor, reach: int = REACH) -> Tensor:
    """Gaussian of ``sigma`` [B] px, its tails cut at ``reach``."""
    line = torch.arange(-reach, reach + 1, device=image.device, dtype=torch.float32)
    kernel = torch.exp(-line ** 2 / (2 * sigma[:, None] ** 2))
    kernel = (kernel / kernel.sum(1, keepdim=True)).repeat_interleave(image.shape[1], 0)
    rows = image.reshape(1, -1, *image.shape[2:])
    rows = F.conv2d(F.pad(rows, (reach, reach, 0, 0), "replicate"), kernel[:, None, None, :], groups=rows.shape[1])
    rows = F.conv2d(F.pad(rows, (0, 0, reach, reach), "replicate"), kernel[:, None, :, None], groups=rows.shape[1])
    return rows.reshape(image.shape)


def bilateral(image: Tensor, sigma: Tensor, spread: float) -> Tensor:
    """Averages of the 5 x 5 neighbours alike in colour (``sigma`` [B], 0..1)."""
    padded, total, weights = F.pad(image, (2, 2, 2, 2), "reflect"), torch.zeros_like(image), torch.zeros_like(image[:, :1])
    height, width = image.shape[2:]
    for down in range(5):
        for across in range(5):
            other = padded[..., down:down + height, across:across + width]
            away = (other - image).abs().sum(1, keepdim=True)
            weight = torch.exp(-away ** 2 / (2 * sigma[:, None, None, None] ** 2) - ((down - 2) ** 2 + (across - 2) ** 2) / (2 * spread ** 2))
            total, weights = total + weight * other, weights + weight
    return total / weights


def sharpen(image: Tensor, amount: Tensor, radius: Tensor) -> Tensor:
    return (image + amount[:, None, None, None] * (image - blur(image, radius))).clamp(0, 1)


def phone(image: Tensor, dice: Dice) -> Tensor:
    """Smoothed against noise, then sharpened until edges ring, with lifted local contrast."""
    count = len(image)
    smooth = bilateral(image, dice.uniform(10, 35, count) / 255, 3)
    quarter = F.avg_pool2d(smooth, 4)
    wide = F.interpolate(blur(quarter, dice.uniform(2, 5, count)), scale_factor=4, mode="bilinear")
    lifted = (smooth + dice.uniform(0.1, 0.5, count, 1, 1, 1) * (smooth - wide)).clamp(0, 1)
    return sharpen(lifted, dice.uniform(0.8, 2.5, count), dice.uniform(0.7, 1.5, count))


def paint_like(image: Tensor, dice: Dice) -> Tensor:
    """Flattened areas, a warm varnish and canvas grain, as in an old painting."""
    count, _, height, width = image.shape
    image = bilateral(image, dice.uniform(20, 70, count) / 255, 4)
    varnish = torch.stack([torch.ones(count, device=image.device), dice.uniform(0.85, 1, count), dice.uniform(0.6, 0.95, count)], 1)
    return (image * varnish[..., None, None] + dice.normal(0, 1, count, 1, height, width) * dice.uniform(0, 6 / 255, count, 1, 1, 1)).clamp(0, 1)


def coded(image: Tensor, quality: Tensor) -> Tensor:
    """As a JPEG file of ``quality`` [B] (1..100) gives it back, colours at half size; whole blocks of 16 px."""
    matrix, centre = image.new_tensor(TO_YCC), image.new_tensor([0.5, 0.0, 0.0])[:, None, None]
    ycc = torch.einsum("ij,bjhw->bihw", matrix, image) - centre
    luminance = quantised(ycc[:, :1], quality, LUMINANCE)
    colour = F.interpolate(quantised(F.avg_pool2d(ycc[:, 1:], 2), quality, CHROMINANCE), scale_factor=2, mode="bilinear")
    return torch.einsum("ij,bjhw->bihw", torch.linalg.inv(matrix), torch.cat([luminance, colour], 1) + centre).clamp(0, 1)


def quantised(plane: Tensor, quality: Tensor, table: tuple) -> Tensor:
    """Each 8 x 8 block's cosine terms rounded to the table's steps."""
    scale = torch.where(quality < 50, 5000 / quality, 200 - 2 * quality)[:, None, None]
    steps = ((plane.new_tensor(table) * scale + 50) / 100).floor().clamp(1, 255)[:, None, None, :, None, :] / 255
    number = torch.arange(8, device=plane.device, dtype=torch.float32)
    cosines = torch.cos(torch.pi / 8 * number[:, None] * (number[None] + 0.5)) * torch.where(number == 0, 0.125 ** 0.5, 0.5)[:, None]
    batch, channels, height, width = plane.shape
    blocks = plane.reshape(batch, channels, height // 8, 8, width // 8, 8)
    terms = torch.einsum("ui,vj,bcyixj->bcyuxv", cosines, cosines, blocks)
    return torch.einsum("ui,vj,bcyuxv->bcyixj", cosines, cosines, (terms / steps).round() * steps).reshape(plane.shape)


def fewer_pixels(image: Tensor, dice: Dice) -> Tensor:
    """Made smaller and larger again, all rows by one share."""
    side = max(16, int(image.shape[3] * dice.once(0.2, 0.8)))
    small = F.interpolate(image, size=(side, side), mode="area")
    mode = "bilinear" if dice.once(0, 1) < 0.7 else "bicubic"
    return F.interpolate(small, size=image.shape[2:], mode=mode).clamp(0, 1)


def changed(image: Tensor, rows: Tensor, change) -> Tensor:
    """The picture with ``change`` of the given rows."""
    return image.index_copy(0, rows, change(image[rows])) if len(rows) else image


def degrade(image: Tensor, dice: Dice) -> Tensor:
    """Blur, fewer pixels, sharpening, noise and JPEG, each now and then; as ``photograph.degrade``."""
    count = len(image)
    image = changed(image, dice.some(count, BLURRED_SHARE), lambda part: blur(part, dice.uniform(0.4, 2.2, len(part))))
    image = changed(image, dice.some(count, SMALL_SHARE), lambda part: fewer_pixels(part, dice))
    edged = PHONE_SHARE + SHARPENED_SHARE * (1 - PHONE_SHARE)
    order = dice.some(count, edged)
    phones = round(len(order) * PHONE_SHARE / edged)
    image = changed(image, order[:phones], lambda part: phone(part, dice))
    image = changed(image, order[phones:], lambda part: sharpen(part, dice.uniform(0.3, 1.5, len(part)), dice.uniform(0.7, 2.0, len(part))))
    image = changed(image, dice.some(count, NOISY_SHARE), lambda part: noisy(part, dice))
    return changed(image, dice.some(count, CODED_SHARE), lambda part: coded(part, dice.uniform(25, 95, len(part))))


def noisy(image: Tensor, dice: Dice) -> Tensor:
    return (image + dice.normal(0, 1, *image.shape) * dice.uniform(1 / 255, 14 / 255, len(image), 1, 1, 1)).clamp(0, 1)


def follow_exposure(batch: Batch, before: Tensor, colourless: Tensor) -> Batch:
    """Scales the light so that albedo x shading keeps matching the head's pixels; grey albedo and light where ``colourless`` (bool [B])."""
    inside = (batch["matte"][..., ::4, ::4] > 0.95).float()
    known = inside.sum((2, 3)) + 1e-6

    def mean(image: Tensor) -> Tensor:
        return (linear_from_srgb(image[..., ::4, ::4]) * inside).sum((2, 3)) / known

    light = batch["light"] * ((mean(batch["image"]) + 1e-3) / (mean(before) + 1e-3))[:, None]
    weights = batch["light"].new_tensor(GREY)[:, None, None]
    plain = colourless[:, None, None]
    return {**batch, "light": torch.where(plain, light.mean(2, keepdim=True), light),
            "albedo": torch.where(plain[..., None], (batch["albedo"] * weights).sum(1, keepdim=True), batch["albedo"])}


def develop(batch: Batch, dice: Dice) -> Batch:
    """Tone, paint, colourless files and all that degrades a picture; the light follows the exposure. As ``augment.develop``."""
    before = batch["image"]
    colourless = dice.happens(COLOURLESS_SHARE, len(before))
    image = changed(before, dice.some(len(before), PAINTED_SHARE), lambda part: paint_like(part, dice))
    image = tone(image, dice)
    image = torch.where(colourless[:, None, None, None], grey(image), image)
    batch = follow_exposure({**batch, "image": image}, before, colourless)
    return {**batch, "image": (255 * degrade(image, dice)).round().clamp(0, 255) / 255}
