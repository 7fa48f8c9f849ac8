"""Matching and appearance nets (IC-Portrait, Figure 3): profile and masked lighting reference side by side become F_ref.

Both halves of the canvas go through one encoder. The profile's half never looks at the reference's, so that its features are made
once for a photograph; the reference's half looks at both.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .blocks import SelfAttention, UpsampleAndJoin
from .denoiser import Denoiser, DenoiserSettings, Encoder

CANVAS_CHANNELS = 4  # RGB -1..1 (0 where hidden) and the mask: 1 where it can be seen
SHARPNESS = 20.0  # of the softmax over correlations, which lie between -1 and 1
DESCRIPTOR = 48  # numbers by which a place is found
PROFILE, REFERENCE = 0.0, 1.0  # the halves of the canvas
UNSEEN = 1e4  # taken from the logits of places that must not be looked at
Features = list[Tensor]  # one map a level, finest first


class Branch(nn.Module):
    """An encoder of the denoiser's shape over one half of the canvas, begun with the denoiser's own weights."""

    def __init__(self, settings: DenoiserSettings):
        super().__init__()
        self.trunk = Encoder(CANVAS_CHANNELS, settings)
        self.mark = nn.Parameter(torch.zeros(2, settings.widths[0], 1, 1))  # tells profile from reference

    def forward(self, picture: Tensor, half: Tensor | float, beside: Features | None = None) -> Features:
        """Features of the half PROFILE or REFERENCE; the reference sees the profile's (``beside``) at the levels with attention (``attentive``)."""
        trunk = self.trunk
        mark = self.mark[0] + half * (self.mark[1] - self.mark[0])
        features, levels = trunk.stem_quarter(F.silu(trunk.stem_half(F.pixel_unshuffle(picture, 2)))) + mark, []
        first_attention = attentive(trunk.encoder).start
        for level, block in enumerate(trunk.encoder):
            if level:
                features = trunk.shrink[level - 1](features)
            features = block(features)
            if level >= first_attention:
                place = level - first_attention
                features = attend(trunk.attention[place], features, None if beside is None else beside[place], half)
            levels.append(features)
        return levels

    def begin_with(self, denoiser: Denoiser) -> None:
        """Takes the denoiser's encoder; of its stem the part that reads the state's colours, for the mask is new."""
        own, theirs = self.trunk.state_dict(), denoiser.trunk.state_dict()
        stem = "stem_half.weight"
        taken = {name: values for name, values in theirs.items() if name in own and name != stem}
        colours = 3 * 4  # pixel unshuffle makes four channels of each
        first = torch.zeros_like(own[stem])
        first[:, :colours] = theirs[stem][:, :colours]
        self.trunk.load_state_dict({**own, **taken, stem: first})


def attentive(levels) -> slice:
    """Which of the levels look about: the two coarsest."""
    return slice(len(levels) - 2, len(levels))


def attend(attention: SelfAttention, features: Tensor, beside: Tensor | None, half: Tensor | float) -> Tensor:
    """Self-attention in which every place of a reference also looks at the places of ``beside``, one map or several side by side.

    A profile never does, whatever stands beside it: one graph serves both halves.
    """
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
    scale = (channels // attention.heads) ** -0.5
    logits = torch.cat([query @ own_key.transpose(-1, -2) * scale, query @ other_key.transpose(-1, -2) * scale - UNSEEN * (1 - half)], 3)
    weights = torch.softmax(logits, dim=-1)
    mixed = (weights.to(own_value.dtype) @ torch.cat([own_value, other_value], 2)).transpose(1, 2).reshape(batch, height * width, channels)
    return features + attention.output(mixed).transpose(1, 2).reshape(batch, channels, height, width)


class Sought(NamedTuple):
    """What places are found by: unit descriptors [B, DESCRIPTOR, H, W] a level, and the features that a reference looks at."""
    descriptors: Features
    beside: Features


class Matcher(nn.Module):
    """The matching net: a branch whose levels are joined from coarse to fine, and a projection to descriptors at each."""

    def __init__(self, settings: DenoiserSettings):
        super().__init__()
        widths = settings.widths
        self.branch = Branch(settings)
        self.join = nn.ModuleList(UpsampleAndJoin(b, a) for a, b in zip(widths, widths[1:]))
        self.project = nn.ModuleList(nn.Conv2d(width, DESCRIPTOR, 1) for width in widths)

    def forward(self, picture: Tensor, half: Tensor | float, beside: Features | None = None) -> Sought:
        levels = self.branch(picture, half, beside)
        joined = [levels[-1]]
        for level in reversed(range(len(self.join))):
            joined.insert(0, self.join[level](joined[0], levels[level]))
        return Sought([F.normalize(project(features), dim=1) for project, features in zip(self.project, joined)], levels[attentive(levels)])


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
        self.matching = Matcher(settings)
        self.appearance = Branch(settings)

    def half(self, canvas: Tensor, half: Tensor | float, identity: Features | None = None, beside: Features | None = None) -> tuple[Features, Sought]:
        """Features of one half [B, 4, S, S] of the canvas and what its places are found by; a reference looks at the profile's."""
        seen = None if identity is None else identity[attentive(identity)]
        return self.appearance(canvas, half, seen), self.matching(canvas, half, beside)

    def profile(self, canvas: Tensor) -> tuple[Features, Sought]:
        """Once for a photograph."""
        return self.half(canvas, PROFILE)

    def forward(self, identity: Features, sought: Sought, canvas: Tensor) -> tuple[Features, list[Tensor]]:
        """F_ref a level, and the cost volumes a level, for a masked reference [B, 4, S, S]."""
        light, found = self.half(canvas, REFERENCE, identity, sought.beside)
        costs = [correlation(one, two) for one, two in zip(sought.descriptors, found.descriptors)]
        return [carried(*level) for level in zip(identity, light, costs)], costs


def carried(known: Tensor, lit: Tensor, cost: Tensor) -> Tensor:
    """The profile's features where the reference finds them, lit, and as they lie in the first profile: F_ref of a level."""
    found = (torch.softmax(SHARPNESS * cost, dim=2) @ known.flatten(2).transpose(1, 2).float()).transpose(1, 2).reshape(lit.shape)
    return torch.cat([found + lit, known[..., :lit.shape[3]]], 1)
