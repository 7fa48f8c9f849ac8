"""The network of parts: what each place of a head crop shows, told from the crop and the surface network's maps of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .blocks import ResidualBlock, UpsampleAndJoin, convolution, doubling, normalisation

KINDS = 7  # see parts.kinds
GIVEN_CHANNELS = 12 + 12  # four pixels of the crop, and its maps, at each place


@dataclass(frozen=True)
class PartsSettings:
    """Widths of the network; stored in every checkpoint."""
    stem: int = 16
    widths: tuple[int, ...] = (24, 40, 56)  # at 64, 32 and 16 px

    def as_dict(self) -> dict:
        return asdict(self)


class PartsNetwork(nn.Module):
    """given [B, 24, 128, 128] (see ``joined``) -> dict with ``logits`` [B, 7, 128, 128], in the order of ``parts.kinds.KINDS``."""

    def __init__(self, settings: PartsSettings = PartsSettings()):
        super().__init__()
        self.settings = settings
        widths = (settings.stem, *settings.widths)
        self.stem = convolution(GIVEN_CHANNELS, settings.stem)
        self.shrink = nn.ModuleList(convolution(a, b, 3, stride=2) for a, b in zip(widths, widths[1:]))
        self.encoder = nn.ModuleList(ResidualBlock(width, width) for width in settings.widths)
        self.normalise = normalisation(widths[-1])
        self.whole = convolution(widths[-1], widths[-1], 1)  # of the crop's mean: a part is told by its likeness to others
        self.decoder = nn.ModuleList(UpsampleAndJoin(b, a) for a, b in zip(settings.widths, settings.widths[1:]))
        self.widen = doubling(settings.widths[0], settings.stem)
        self.mix = convolution(settings.stem, settings.stem)
        self.read = convolution(settings.stem, KINDS, 1)

    def forward(self, given: Tensor) -> dict[str, Tensor]:
        # Few channels at many places: channels side by side halve a processor's time.
        fine = self.stem(given.contiguous(memory_format=torch.channels_last))
        features, levels = fine, []
        for shrink, block in zip(self.shrink, self.encoder):
            features = block(shrink(F.silu(features)))
            levels.append(features)
        features = features + self.whole(F.silu(self.normalise(features)).mean((2, 3), keepdim=True))
        for level in range(len(self.decoder) - 1, -1, -1):
            features = self.decoder[level](features, levels[level])
        hidden = self.widen(F.silu(features)) + fine
        hidden = F.silu(hidden + self.mix(F.silu(hidden)))
        return {"logits": self.read(hidden).float()}


def joined(crop: Tensor, matte: Tensor, coordinates: Tensor, depth: Tensor, back_depth: Tensor, normal: Tensor, albedo: Tensor) -> Tensor:
    """The network's input [B, 24, 128, 128] of a crop [B, 3, 256, 256] and maps at 128 px, all sRGB-encoded; maps count where somebody is."""
    maps = torch.cat([coordinates, 0.5 * depth, 0.5 * back_depth, normal, 2 * albedo - 1], dim=1) * matte
    return torch.cat([F.pixel_unshuffle(4 * crop - 2, 2), 2 * matte - 1, maps], dim=1)


class PartsForExport(nn.Module):
    """The crop and what the surface network's file says of it, as it says it, -> parts [1, 7, 128, 128]: shares that add up to 1."""

    INPUTS = ("crop", "matte", "coordinates", "depth", "back_depth", "normal", "albedo")
    OUTPUTS = ("parts",)

    def __init__(self, network: PartsNetwork):
        super().__init__()
        self.network = network

    def forward(self, crop: Tensor, matte: Tensor, coordinates: Tensor, depth: Tensor, back_depth: Tensor, normal: Tensor,
                albedo: Tensor) -> tuple[Tensor, ...]:
        given = joined(crop, F.avg_pool2d(matte, 2), coordinates, depth, back_depth, normal, srgb_from_linear(albedo))
        return (torch.softmax(self.network(given)["logits"], dim=1),)


def srgb_from_linear(linear: Tensor) -> Tensor:
    """sRGB-encoded values 0..1 of linear light 0..1."""
    return torch.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear.clamp(min=1e-6) ** (1 / 2.4) - 0.055)
