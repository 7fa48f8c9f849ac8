"""The denoiser: a noisy portrait and its condition become the portrait itself (x-prediction), guided by reference features."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .blocks import ResidualBlock, SelfAttention, UpsampleAndJoin, convolution, doubling

STATE_CHANNELS = 3
CONDITION_CHANNELS = 13  # start 3, maps 10: see generate.conditions
COVERED = STATE_CHANNELS + 3 + 1  # the channel of the input that says what geometry covers
TIME_FREQUENCIES = 16
MATTE_LOGIT = 3.0  # of what geometry covers, before the network says more


@dataclass(frozen=True)
class DenoiserSettings:
    """Widths of the network; stored in every checkpoint. ``side`` is the picture's, px."""
    side: int = 256
    stem: int = 24
    widths: tuple[int, ...] = (40, 64, 112, 160)  # at 1/4, 1/8, 1/16 and 1/32 of the side
    blocks: tuple[int, ...] = (1, 2, 2, 2)

    def as_dict(self) -> dict:
        return asdict(self)


class Denoiser(nn.Module):
    """U-Net over the whole detail of the picture (pixel unshuffle), with attention at the two coarsest levels.

    Input [B, 17, S, S]: state (-1..1), start (-1..1), maps, and the time 0..1 as a plane. ``reference``: features to add, one tensor a
    level of ``widths`` (F_ref), or none. Output [B, 4, S, S]: the portrait, -1..1, and its matte, as a logit.
    """

    def __init__(self, settings: DenoiserSettings = DenoiserSettings()):
        super().__init__()
        self.settings = settings
        widths, stem = settings.widths, settings.stem
        self.trunk = Trunk(STATE_CHANNELS + CONDITION_CHANNELS, settings)
        self.decoder = nn.ModuleList(UpsampleAndJoin(b, a) for a, b in zip(widths, widths[1:]))
        self.widen = doubling(widths[0], stem)
        self.mix = convolution(stem, stem)
        self.read = convolution(stem, 4 * (STATE_CHANNELS + 1))
        self.join = nn.ModuleList(zero(nn.Conv2d(2 * width, width, 1)) for width in widths)
        with torch.no_grad():
            self.read.weight.mul_(0.1)
            self.read.bias.zero_()

    def forward(self, given: Tensor, reference: list[Tensor] | None = None) -> Tensor:
        time = given[:, -1].mean((1, 2))
        fine, coarse = self.trunk(given[:, :-1], time, self.joined(reference))
        half, *skips = fine
        for level in reversed(range(len(self.decoder))):
            coarse = self.decoder[level](coarse, skips[level])
        hidden = self.widen(F.silu(coarse)) + half
        hidden = hidden + self.mix(F.silu(hidden))
        # What is predicted is the change of the start: a fresh network hands the geometric result through.
        covered = MATTE_LOGIT * (2 * given[:, COVERED:COVERED + 1] - 1)
        return torch.cat([given[:, 3:6], covered], 1) + F.pixel_shuffle(self.read(F.silu(hidden)).float(), 2)

    def joined(self, reference: list[Tensor] | None) -> list[Tensor] | None:
        return None if reference is None else [join(features) for join, features in zip(self.join, reference)]


class Encoder(nn.Module):
    """The layers that denoiser, matching and appearance nets have in common, from S/2 to S/32; the two coarsest levels look about."""

    def __init__(self, channels: int, settings: DenoiserSettings):
        super().__init__()
        widths = settings.widths
        self.stem_half = convolution(4 * channels, settings.stem)
        self.stem_quarter = convolution(settings.stem, widths[0], 3, stride=2)
        self.encoder = nn.ModuleList(nn.Sequential(*[ResidualBlock(width, width) for _ in range(count)])
                                     for width, count in zip(widths, settings.blocks))
        self.shrink = nn.ModuleList(convolution(a, b, 3, stride=2) for a, b in zip(widths, widths[1:]))
        self.attention = nn.ModuleList([SelfAttention(widths[-2], settings.side // 16), SelfAttention(widths[-1], settings.side // 32)])


class Trunk(Encoder):
    """[B, channels, S, S] and a time -> features at S/2, S/4, S/8, S/16 (fine) and S/32 (coarse)."""

    def __init__(self, channels: int, settings: DenoiserSettings):
        super().__init__(channels, settings)
        self.time = TimeShift(settings.widths)
        self.after_attention = ResidualBlock(settings.widths[-1], settings.widths[-1])

    def forward(self, picture: Tensor, time: Tensor, added: list[Tensor] | None = None) -> tuple[list[Tensor], Tensor]:
        half = self.stem_half(F.pixel_unshuffle(picture, 2))
        features, shifts, fine = self.stem_quarter(F.silu(half)), self.time(time), [half]
        for level, block in enumerate(self.encoder):
            if level:
                features = self.shrink[level - 1](features)
            features = block(features + shifts[level][:, :, None, None])
            if added is not None:
                features = features + added[level]
            first_attention = len(self.encoder) - len(self.attention)
            if level >= first_attention:
                features = self.attention[level - first_attention](features)
            fine.append(features)
        return fine[:-1], self.after_attention(fine[-1])


class TimeShift(nn.Module):
    """The time 0..1 [B] as one shift a level: a list of [B, width]."""

    def __init__(self, widths: tuple[int, ...], hidden: int = 64):
        super().__init__()
        self.widths = list(widths)
        self.register_buffer("frequencies", torch.exp(torch.linspace(0, math.log(60.0), TIME_FREQUENCIES)), persistent=False)
        self.first = nn.Linear(2 * TIME_FREQUENCIES, hidden)
        self.second = nn.Linear(hidden, sum(widths))

    def forward(self, time: Tensor) -> tuple[Tensor, ...]:
        phase = time[:, None] * self.frequencies[None]
        waves = torch.cat([torch.sin(phase), torch.cos(phase)], 1)
        return self.second(F.silu(self.first(waves))).split(self.widths, dim=1)


def zero(layer: nn.Conv2d) -> nn.Conv2d:
    """A layer that adds nothing at first, as ControlNet's joins."""
    nn.init.zeros_(layer.weight)
    nn.init.zeros_(layer.bias)
    return layer
