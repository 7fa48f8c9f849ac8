"""The network of eyelids: how far one eye is open, whatever the light it is seen in."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..eyelids.eyes import EYE_SIDE
from .blocks import ResidualBlock, convolution, normalisation

LEAST_CONTRAST = 1e-4  # variance of sRGB values 0..1; flatter eyes are not stretched further


@dataclass(frozen=True)
class EyelidSettings:
    """Widths of the network; stored in every checkpoint."""
    widths: tuple[int, ...] = (24, 40, 56)  # at 24, 12 and 6 px
    squeezed: int = 16

    def as_dict(self) -> dict:
        return asdict(self)


class EyelidNetwork(nn.Module):
    """eye [B, 3, 48, 48], sRGB 0..1, a right eye or a mirrored left one -> dict with ``logit`` and ``open`` [B, 1], 0 closed to 1 open."""

    def __init__(self, settings: EyelidSettings = EyelidSettings()):
        super().__init__()
        self.settings = settings
        widths = settings.widths
        self.stem = convolution(3 * 4, widths[0])
        self.shrink = nn.ModuleList(convolution(a, b, 3, stride=2) for a, b in zip(widths, widths[1:]))
        self.encoder = nn.ModuleList(ResidualBlock(width, width) for width in widths)
        self.normalise = normalisation(widths[-1])
        self.squeeze = convolution(widths[-1], settings.squeezed, 1)
        self.read = nn.Linear(settings.squeezed * (EYE_SIDE // 2 ** len(widths)) ** 2, 1)

    def forward(self, eye: Tensor) -> dict[str, Tensor]:
        features = self.encoder[0](F.silu(self.stem(F.pixel_unshuffle(standardised(eye), 2))))
        for shrink, block in zip(self.shrink, self.encoder[1:]):
            features = block(shrink(features))
        features = self.squeeze(F.silu(self.normalise(features)))
        logit = self.read(features.flatten(1)).float()
        return {"logit": logit, "open": torch.sigmoid(logit)}


def standardised(eye: Tensor) -> Tensor:
    """Of mean 0 and variance 1 over all its values, so that exposure and contrast of a picture do not count."""
    centred = eye - eye.mean((1, 2, 3), keepdim=True)
    return centred / torch.sqrt((centred * centred).mean((1, 2, 3), keepdim=True) + LEAST_CONTRAST)


class EyelidsForExport(nn.Module):
    """eye [1, 3, 48, 48] -> open [1, 1]."""

    OUTPUTS = ("open",)

    def __init__(self, network: EyelidNetwork):
        super().__init__()
        self.network = network

    def forward(self, eye: Tensor) -> tuple[Tensor, ...]:
        return (self.network(eye)["open"],)
