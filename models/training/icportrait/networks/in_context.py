"""Matching and appearance nets (IC-Portrait, Figure 3): profile and masked lighting reference side by side become F_ref.

Both halves of the canvas go through one encoder. The profile's half never looks at the reference's, so that its features are made
once for a photograph; the reference's half looks at both.
"""

from __future__ import annotations

from dataclasses import replace

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .blocks import SelfAttention
from .denoiser import Denoiser, DenoiserSettings, Trunk

CANVAS_CHANNELS = 4  # RGB -1..1 (0 where hidden) and the mask: 1 where it can be seen
SHARPNESS = 20.0  # of the softmax over correlations, which lie between -1 and 1
Features = list[Tensor]  # one map a level, finest first


class Branch(nn.Module):
    """An encoder of the denoiser's shape over one half of the canvas, begun with the denoiser's own weights."""

    def __init__(self, settings: DenoiserSettings):
        super().__init__()
        self.trunk = Trunk(CANVAS_CHANNELS, settings)
        self.mark = nn.Parameter(torch.zeros(2, settings.widths[0], 1, 1))  # tells profile from reference

    def forward(self, picture: Tensor, which: int, beside: Features | None = None) -> Features:
        """Features of the profile (``which`` 0) or of the reference (1), which sees the profile's at the levels with attention."""
        trunk = self.trunk
        features = trunk.stem_quarter(F.silu(trunk.stem_half(F.pixel_unshuffle(picture, 2)))) + self.mark[which]
        first_attention, levels = len(trunk.encoder) - len(trunk.attention), []
        for level, block in enumerate(trunk.encoder):
            if level:
                features = trunk.shrink[level - 1](features)
            features = block(features)
            if level >= first_attention:
                attention = trunk.attention[level - first_attention]
                features = attend(attention, features, None if beside is None else beside[level])
            levels.append(features)
        return levels

    def begin_with(self, denoiser: Denoiser) -> None:
        """Takes the denoiser's encoder; of its stem the part that reads the state's colours, for the mask is new."""
        own, theirs = self.trunk.state_dict(), denoiser.trunk.state_dict()
        stem = "stem_half.weight"
        taken = {name: values for name, values in theirs.items() if name != stem}
        colours = 3 * 4  # pixel unshuffle makes four channels of each
        first = torch.zeros_like(own[stem])
        first[:, :colours] = theirs[stem][:, :colours]
        self.trunk.load_state_dict({**own, **taken, stem: first})


def attend(attention: SelfAttention, features: Tensor, beside: Tensor | None) -> Tensor:
    """Self-attention in which every place also looks at the places of ``beside``, one map or several side by side."""
    if beside is None:
        return attention(features)
    batch, channels, height, width = features.shape

    def projected(values: Tensor) -> tuple[Tensor, ...]:
        position = attention.position.reshape(1, height, width, channels).repeat(1, 1, values.shape[3] // width, 1)
        tokens = attention.normalise(values).flatten(2).transpose(1, 2) + position.flatten(1, 2)
        packed = attention.projections(tokens).reshape(batch, -1, 3, attention.heads, channels // attention.heads)
        return packed.permute(2, 0, 3, 1, 4).unbind(0)

    query, own_key, own_value = projected(features)
    _, other_key, other_value = projected(beside)
    key, value = torch.cat([own_key, other_key], 2), torch.cat([own_value, other_value], 2)
    weights = torch.softmax(query @ key.transpose(-1, -2) * (channels // attention.heads) ** -0.5, dim=-1)
    mixed = (weights @ value).transpose(1, 2).reshape(batch, height * width, channels)
    return features + attention.output(mixed).transpose(1, 2).reshape(batch, channels, height, width)


def descriptors(features: Features) -> Features:
    """Unit descriptors a level: its own features beside those of all coarser levels, each without its mean and of length 1."""
    units = [F.normalize(level - level.mean((2, 3), keepdim=True), dim=1) for level in features]
    joined = []
    for level, unit in enumerate(units):
        coarser = [F.interpolate(other, scale_factor=2.0 ** (step + 1), mode="bilinear", align_corners=False)
                   for step, other in enumerate(units[level + 1:])]
        joined.append(F.normalize(torch.cat([unit, *coarser], 1), dim=1))
    return joined


def correlation(profile: Tensor, target: Tensor) -> Tensor:
    """The 4D cost volume [B, target places, profile places] of unit descriptors [B, C, H, W]; cosines."""
    return (target.flatten(2).transpose(1, 2) @ profile.flatten(2)).float()


def places(height: int, width: int, device: torch.device) -> Tensor:
    """Fractions u, v [H W, 2] of the places of a map, row by row."""
    v, u = torch.meshgrid((torch.arange(height, device=device) + 0.5) / height, (torch.arange(width, device=device) + 0.5) / width,
                          indexing="ij")
    return torch.stack([u.flatten(), v.flatten()], 1)


def flow(cost: Tensor, height: int, width: int, radius: float = 0.06) -> tuple[Tensor, Tensor]:
    """Where each target place lies in the profile: fractions [B, T, 2], and its confidence [B, T] (0..1).

    The best place, then the mean of the places within ``radius`` of it (soft arg-max about the arg-max). The confidence is the
    share of the softmax that lies there. There is no learned head.
    """
    line = places(height, width, cost.device)
    best = line[cost.argmax(2)]
    near = ((line[None, None] - best[:, :, None]) ** 2).sum(3) < radius ** 2
    weights = torch.softmax(SHARPNESS * cost, dim=2)
    inside = weights * near
    confidence = inside.sum(2)
    return inside @ line / (confidence.unsqueeze(2) + 1e-9), confidence


class InContext(nn.Module):
    """F_ref from a profile and a masked reference: [B, 2 width, H, W] a level, for ``Denoiser.join``."""

    def __init__(self, settings: DenoiserSettings):
        super().__init__()
        self.settings = replace(settings)
        self.matching = Branch(settings)
        self.appearance = Branch(settings)

    def profile(self, canvas: Tensor) -> tuple[Features, Features]:
        """Once for a photograph: identity features and the descriptors they are found by. canvas [B, 4, S, S]."""
        return self.appearance(canvas, 0), self.matching(canvas, 0)

    def forward(self, identity: Features, sought: Features, canvas: Tensor) -> tuple[Features, list[Tensor]]:
        """F_ref a level, and the cost volumes a level, for a masked reference [B, 4, S, S]."""
        light = self.appearance(canvas, 1, identity)
        costs = [correlation(one, two) for one, two in zip(descriptors(sought), descriptors(self.matching(canvas, 1, sought)))]
        reference = []
        for known, lit, cost in zip(identity, light, costs):
            carried = (torch.softmax(SHARPNESS * cost, dim=2) @ known.flatten(2).transpose(1, 2)).transpose(1, 2).reshape(lit.shape)
            reference.append(torch.cat([carried + lit, known[..., :lit.shape[3]]], 1))  # unwarped: of the first profile
        return reference, costs
