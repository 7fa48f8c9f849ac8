"""The face finder: one pass over a letterboxed picture gives face boxes, their roll and their scores."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .blocks import ResidualBlock, UpsampleAndJoin, convolution

PICTURE_SIDE = 320
STRIDE = 8
GRID_SIDE = PICTURE_SIDE // STRIDE
FACES = 64
NOMINAL_FACE = 80.0  # px; sizes are learned as the logarithm of a multiple of it
FIRST_ROLL_UNIT = 45.0  # degrees: the first packs learned the roll as a multiple of it
CHANNELS = 6


@dataclass(frozen=True)
class FinderSettings:
    """Widths of the network; stored in every checkpoint."""
    stem: tuple[int, int] = (16, 24)  # at 160 and 80 px
    widths: tuple[int, ...] = (48, 80, 112, 144)  # at 40, 20, 10 and 5 px
    blocks: tuple[int, ...] = (2, 2, 2, 1)

    def as_dict(self) -> dict:
        return asdict(self)


class FinderNetwork(nn.Module):
    """Centre-point detector: [B, 3, 320, 320] sRGB 0..1 -> raw map [B, 6, 40, 40].

    Channels: score logit, centre offset x, centre offset y (cells, from the cell's own centre), log size, sine and cosine of the
    roll, of any common length.
    """

    def __init__(self, settings: FinderSettings = FinderSettings()):
        super().__init__()
        self.settings = settings
        widths = settings.widths
        self.stem_half = convolution(3, settings.stem[0], 5, stride=2)
        self.stem_quarter = convolution(settings.stem[0], settings.stem[1], 3, stride=2)
        self.stem_eighth = convolution(settings.stem[1], widths[0], 3, stride=2)
        self.encoder = nn.ModuleList(
            nn.Sequential(*[ResidualBlock(width, width) for _ in range(count)])
            for width, count in zip(widths, settings.blocks))
        self.shrink = nn.ModuleList(convolution(a, b, 3, stride=2) for a, b in zip(widths, widths[1:]))
        self.decoder = nn.ModuleList(UpsampleAndJoin(b, a) for a, b in zip(widths, widths[1:]))
        self.mix = convolution(widths[0], widths[0])
        self.read = convolution(widths[0], CHANNELS, 1)
        nn.init.normal_(self.read.weight, std=0.01)
        nn.init.zeros_(self.read.bias)
        self.read.bias.data[0] = -4.0  # faces are rare
        self.read.bias.data[5] = 1.0  # heads are mostly upright

    def forward(self, picture: Tensor) -> Tensor:
        features = F.silu(self.stem_half((picture - 0.5) * 4.0))
        features = self.stem_eighth(F.silu(self.stem_quarter(features)))
        features = self.encoder[0](features)
        fine = []
        for level in range(1, len(self.encoder)):
            fine.append(features)
            features = self.encoder[level](self.shrink[level - 1](features))
        for level in reversed(range(len(fine))):
            features = self.decoder[level](features, fine[level])
        return self.read(F.silu(self.mix(F.silu(features)))).float()


    @staticmethod
    def adopt(weights: dict[str, Tensor]) -> dict[str, Tensor]:
        """The weights of a first pack, which read the roll itself, as weights that read its sine and cosine."""
        if len(weights["read.bias"]) == CHANNELS:
            return weights
        weight, bias = weights["read.weight"], weights["read.bias"]
        turn = torch.ones(len(bias))
        turn[4] = math.radians(FIRST_ROLL_UNIT)
        upright = torch.zeros_like(weight[:1])
        return {**weights, "read.weight": torch.cat([weight * turn.reshape(-1, 1, 1, 1), upright]),
                "read.bias": torch.cat([bias * turn, torch.ones(1)])}


def decode(raw: Tensor, count: int = FACES) -> tuple[Tensor, Tensor]:
    """Boxes [B, count, 4] (centre x, centre y, side in input px, roll in degrees) and scores [B, count], best first.

    A cell that is not the highest of its 3 x 3 neighbours gets score 0.
    """
    scores = torch.sigmoid(raw[:, 0:1])
    peaks = (F.max_pool2d(scores, 3, stride=1, padding=1) == scores).to(scores.dtype)
    scores, places = torch.topk((scores * peaks).flatten(1), count, dim=1)
    cell = torch.arange(GRID_SIDE, device=raw.device, dtype=torch.float32) + 0.5
    centre_x = (raw[:, 1] + cell.reshape(1, 1, -1)) * STRIDE
    centre_y = (raw[:, 2] + cell.reshape(1, -1, 1)) * STRIDE
    side = torch.exp(raw[:, 3].clamp(-4.0, 3.0)) * NOMINAL_FACE
    roll = torch.atan2(raw[:, 4], raw[:, 5]) * (180 / math.pi)  # a form that ONNX knows
    boxes = torch.stack([centre_x, centre_y, side, roll], dim=3).flatten(1, 2)
    return torch.gather(boxes, 1, places.unsqueeze(2).expand(-1, -1, 4)), scores


class FinderForExport(nn.Module):
    """The network with the outputs that the pack promises: boxes [1, 64, 4] and scores [1, 64]."""

    OUTPUTS = ("boxes", "scores")

    def __init__(self, network: FinderNetwork):
        super().__init__()
        self.network = network

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        return decode(self.network(image))
