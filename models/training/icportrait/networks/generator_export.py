"""The generator's three networks as the pack promises them: ``features`` once a photograph and once a view and light, ``guide`` after it, ``denoiser``
once a step. The guide has no weights of its own, so that no network is stored twice.

Features of all levels travel as one row of numbers, so that another number of levels or widths loads without a change of the plugin.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from .denoiser import STATE_CHANNELS, Denoiser, DenoiserSettings
from .in_context import DESCRIPTOR, Features, InContext, Sought, attentive, carried, correlation, flow

Shape = tuple[int, int, int]  # channels, height, width


def level_shapes(settings: DenoiserSettings, channels: list[int]) -> list[Shape]:
    """Of one map a level, finest first."""
    return [(count, settings.side // 4 >> level, settings.side // 4 >> level) for level, count in enumerate(channels)]


class Layout:
    """Where maps of the given shapes lie in one row of numbers."""

    def __init__(self, shapes: list[Shape]):
        self.shapes = shapes
        self.sizes = [channels * height * width for channels, height, width in shapes]
        self.length = sum(self.sizes)

    def join(self, maps: Features) -> Tensor:
        return torch.cat([level.flatten(1) for level in maps], 1)

    def split(self, row: Tensor) -> Features:
        """[N, length] -> maps [N, C, H, W]."""
        return [part.reshape(-1, *shape) for part, shape in zip(row.split(self.sizes, 1), self.shapes)]

    def beside(self, rows: Tensor) -> Features:
        """[N, length] of N profiles -> maps [1, C, H, N W]: their features stand side by side."""
        return [level.permute(1, 2, 0, 3).reshape(1, shape[0], shape[1], -1) for level, shape in zip(self.split(rows), self.shapes)]


def guidance_layout(settings: DenoiserSettings) -> Layout:
    """F_ref: what was found and lit, and the profile's own, a level."""
    return Layout(level_shapes(settings, [2 * width for width in settings.widths]))


class HalfLayout(Layout):
    """A half of the canvas in one row: features of the appearance net, descriptors of the matching net, and its features that a reference looks at."""

    def __init__(self, settings: DenoiserSettings):
        levels = level_shapes(settings, list(settings.widths))
        self.levels = len(levels)
        super().__init__(levels + level_shapes(settings, [DESCRIPTOR] * self.levels) + levels[attentive(levels)])

    def parts(self, maps: Features) -> tuple[Features, Sought]:
        return maps[:self.levels], Sought(maps[self.levels:2 * self.levels], maps[2 * self.levels:])


class FeaturesForExport(nn.Module):
    """canvas [1, 4, S, S] -> features [1, length] of the half 0 (a profile) or 1 (the masked reference, which looks at the profiles ``beside``
    [profiles, length]; for a profile these are not looked at)."""

    INPUTS, OUTPUTS = ("canvas", "beside", "half"), ("features",)

    def __init__(self, network: InContext):
        super().__init__()
        self.network, self.layout = network, HalfLayout(network.settings)

    def forward(self, canvas: Tensor, beside: Tensor, half: Tensor) -> Tensor:
        identity, sought = self.layout.parts(self.layout.beside(beside))
        appearance, found = self.network.half(canvas, half, identity, sought.beside)
        return self.layout.join([*appearance, *found.descriptors, *found.beside])


class GuideForExport(nn.Module):
    """features [1, length] of the masked reference and [profiles, length] of the photographs -> guidance (F_ref) and the finest level's flow."""

    INPUTS, OUTPUTS = ("reference", "profiles"), ("guidance", "flow")

    def __init__(self, settings: DenoiserSettings):
        super().__init__()
        self.layout, self.guidance = HalfLayout(settings), guidance_layout(settings)

    def forward(self, reference: Tensor, profiles: Tensor) -> tuple[Tensor, Tensor]:
        lit, found = self.layout.parts(self.layout.split(reference))
        identity, sought = self.layout.parts(self.layout.beside(profiles))
        costs = [correlation(one, two) for one, two in zip(sought.descriptors, found.descriptors)]
        guidance = [carried(*level) for level in zip(identity, lit, costs)]
        side = self.layout.shapes[0][1]
        at, confidence = flow(costs[0], side, identity[0].shape[3])
        seen = torch.cat([at, confidence.unsqueeze(2)], 2).transpose(1, 2).reshape(1, 3, side, side)
        return self.guidance.join(guidance).reshape(1, self.guidance.length), seen  # a fixed length, whatever the number of profiles


class DenoiserForExport(nn.Module):
    """One step: state and start [1, 3, S, S] (-1..1), maps [1, 10, S, S], time [1] and guidance -> portrait (-1..1) and matte (0..1)."""

    INPUTS, OUTPUTS = ("state", "start", "maps", "time", "guidance"), ("portrait", "matte")

    def __init__(self, network: Denoiser):
        super().__init__()
        self.network, self.layout = network, guidance_layout(network.settings)

    def forward(self, state: Tensor, start: Tensor, maps: Tensor, time: Tensor, guidance: Tensor) -> tuple[Tensor, Tensor]:
        plane = time.reshape(1, 1, 1, 1).expand(-1, -1, *state.shape[2:])
        made = self.network(torch.cat([state, start, maps, plane], 1), self.layout.split(guidance))
        return made[:, :STATE_CHANNELS], torch.sigmoid(made[:, STATE_CHANNELS:])
