"""Building blocks shared by both networks. Only operations that export to plain ONNX opset 17 are used."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

NORMALISATION_GROUPS = 8


def normalisation(channels: int, groups: int = NORMALISATION_GROUPS) -> nn.GroupNorm:
    """Group normalisation: unlike batch statistics it does not change between rendered and real pictures."""
    return nn.GroupNorm(groups, channels)


def convolution(inputs: int, outputs: int, size: int = 3, stride: int = 1) -> nn.Conv2d:
    return nn.Conv2d(inputs, outputs, size, stride=stride, padding=size // 2)


def doubling(inputs: int, outputs: int) -> nn.ConvTranspose2d:
    """Learned doubling of the size: each pixel becomes its own 2 x 2 pixels."""
    return nn.ConvTranspose2d(inputs, outputs, 2, stride=2)


class ResidualBlock(nn.Module):
    """Two 3x3 convolutions added to their normalised input: [B, inputs, H, W] -> [B, outputs, H, W]."""

    def __init__(self, inputs: int, outputs: int, groups: int = NORMALISATION_GROUPS):
        super().__init__()
        # One normalisation a block: on a processor a second one costs more time than it gains.
        self.normalise = normalisation(inputs, groups)
        self.first = convolution(inputs, outputs)
        self.second = convolution(outputs, outputs)
        self.shortcut = nn.Identity() if inputs == outputs else convolution(inputs, outputs, 1)
        nn.init.zeros_(self.second.bias)
        # A small last layer lets a fresh block start near the identity.
        self.second.weight.data.mul_(0.3)

    def forward(self, features: Tensor) -> Tensor:
        hidden = self.first(F.silu(self.normalise(features)))
        return self.shortcut(features) + self.second(F.silu(hidden))


class SelfAttention(nn.Module):
    """Multi-head self-attention over all places of a small map, with learned positions; shape is kept."""

    def __init__(self, channels: int, side: int, heads: int = 4):
        super().__init__()
        self.heads = heads
        self.normalise = normalisation(channels)
        self.position = nn.Parameter(torch.randn(1, side * side, channels) * 0.02)
        self.projections = nn.Linear(channels, 3 * channels)
        self.output = nn.Linear(channels, channels)
        nn.init.zeros_(self.output.weight)
        nn.init.zeros_(self.output.bias)

    def forward(self, features: Tensor) -> Tensor:
        batch, channels, height, width = features.shape
        tokens = self.normalise(features).flatten(2).transpose(1, 2) + self.position
        packed = self.projections(tokens).reshape(batch, height * width, 3, self.heads, channels // self.heads)
        query, key, value = packed.permute(2, 0, 3, 1, 4).unbind(0)
        weights = torch.softmax(query @ key.transpose(-1, -2) * (channels // self.heads) ** -0.5, dim=-1)
        mixed = (weights.to(value.dtype) @ value).transpose(1, 2).reshape(batch, height * width, channels)
        return features + self.output(mixed).transpose(1, 2).reshape(batch, channels, height, width)


class UpsampleAndJoin(nn.Module):
    """Doubles a coarse map, adds the finer skip features, and mixes: -> [B, fine, 2H, 2W]."""

    def __init__(self, coarse: int, fine: int, groups: int = NORMALISATION_GROUPS):
        super().__init__()
        self.reduce = convolution(coarse, fine, 1)
        self.block = ResidualBlock(fine, fine, groups)

    def forward(self, coarse: Tensor, fine: Tensor) -> Tensor:
        # Reducing before doubling costs a quarter of the multiplications.
        return self.block(F.interpolate(self.reduce(coarse), scale_factor=2.0, mode="nearest") + fine)


def rotation_from_six_numbers(six: Tensor) -> Tensor:
    """Rotation matrices [B, 3, 3] from [B, 6] by Gram-Schmidt: the first two columns before orthonormalisation."""
    first, second = six[:, 0:3], six[:, 3:6]
    first = first / length(first)
    second = second - (first * second).sum(1, keepdim=True) * first
    second = second / length(second)
    third = torch.stack([
        first[:, 1] * second[:, 2] - first[:, 2] * second[:, 1],
        first[:, 2] * second[:, 0] - first[:, 0] * second[:, 2],
        first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0]], dim=1)
    return torch.stack([first, second, third], dim=2)


def length(vectors: Tensor) -> Tensor:
    """Euclidean length over axis 1, never zero; the axis is kept."""
    return torch.sqrt((vectors * vectors).sum(1, keepdim=True) + 1e-12)


def linear_from_srgb(encoded: Tensor) -> Tensor:
    """Linear light 0..1 from sRGB-encoded values 0..1."""
    return torch.where(encoded <= 0.04045, encoded / 12.92, ((encoded.clamp(min=0.0) + 0.055) / 1.055) ** 2.4)
