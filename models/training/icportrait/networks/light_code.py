"""A light as brightnesses in fixed directions: what the stitch network's reader writes, and what becomes of it."""

from __future__ import annotations

import math
from functools import lru_cache

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .blocks import convolution, normalisation

LAMPS = 2
LAMP_NUMBERS = 8  # direction x, y, z, colour r, g, b, softness, logit of being there
COSINE_LOBE = (math.pi,) + (2 * math.pi / 3,) * 3 + (math.pi / 4,) * 5


@lru_cache
def directions(count: int) -> Tensor:
    """[count, 3] unit vectors spread evenly over the sphere (a Fibonacci spiral), none of them at a pole."""
    number = torch.arange(count, dtype=torch.float32) + 0.5
    height = 1 - 2 * number / count
    around = number * math.pi * (3 - math.sqrt(5))
    across = torch.sqrt(1 - height * height)
    return torch.stack([across * torch.cos(around), height, across * torch.sin(around)], 1)


def cosines(normal: Tensor, count: int) -> Tensor:
    """Cosine between normals [B, 3, H, W] and the fixed directions, 0 where they face away: [B, count, H, W]."""
    weight = directions(count).to(normal.device, normal.dtype).reshape(count, 3, 1, 1)
    return F.relu(F.conv2d(normal, weight))


def basis(normal: Tensor) -> Tensor:
    """Spherical harmonics to order two of unit vectors [N, 3]: [N, 9] (see docs/conventions.md)."""
    x, y, z = normal[:, 0], normal[:, 1], normal[:, 2]
    return torch.stack([torch.full_like(x, 0.282095), 0.488603 * y, 0.488603 * z, 0.488603 * x, 1.092548 * x * y, 1.092548 * y * z,
                        0.315392 * (3 * z * z - 1), 1.092548 * x * z, 0.546274 * (x * x - y * y)], 1)


def harmonics_of(code: Tensor) -> Tensor:
    """Coefficients [B, 9, 3], cosine lobe folded in, of codes [B, directions, 3]."""
    project = basis(directions(code.shape[1])) * torch.tensor(COSINE_LOBE)
    return torch.einsum("kl,bkc->blc", project.to(code.device), code)


class LightHead(nn.Module):
    """Reads a light from the coarsest features of a picture: [B, C, side, side] -> dict.

    ``code`` [B, directions, 3] >= 0, ``vector`` [B, width], ``environment`` [B, 9, 3] (without lamps), ``lamps`` [B, 2, 8].
    """

    def __init__(self, channels: int, width: int, count: int, side: int, squeezed: int = 24):
        super().__init__()
        self.count = count
        self.normalise = normalisation(channels)
        self.squeeze = convolution(channels, squeezed, 1)
        self.join = nn.Linear(squeezed * side * side + channels, width)
        self.mix = nn.Linear(width, width)
        self.read = nn.Linear(width, 3 * count + 27 + LAMPS * LAMP_NUMBERS)
        nn.init.normal_(self.read.weight, std=0.02)
        nn.init.zeros_(self.read.bias)
        with torch.no_grad():
            self.read.bias[:3 * count] = -math.log(count / 3)

    def forward(self, features: Tensor) -> dict[str, Tensor]:
        features = F.silu(self.normalise(features))
        vector = torch.cat([F.silu(self.squeeze(features)).flatten(1), features.mean((2, 3))], 1)
        vector = F.silu(self.join(vector))
        vector = F.silu(vector + self.mix(vector))
        code, environment, lamps = self.read(vector).float().split([3 * self.count, 27, LAMPS * LAMP_NUMBERS], 1)
        return {"code": torch.exp(code.clamp(-9.0, 4.0)).reshape(-1, self.count, 3), "vector": vector,
                "environment": environment.reshape(-1, 9, 3), "lamps": lamps.reshape(-1, LAMPS, LAMP_NUMBERS)}
