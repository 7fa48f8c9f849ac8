"""The generator's three networks as the pack promises them: ``reference`` once a photograph, ``guide`` once a view and light, ``denoiser`` once a step.

Features of all levels travel as one row of numbers, so that another number of levels or widths loads without a change of the plugin.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from .denoiser import STATE_CHANNELS, Denoiser
from .in_context import Features, InContext, flow


class Layout:
    """Where the maps of each level lie in one row of numbers."""

    def __init__(self, settings, profiles_channels: int = 1):
        self.shapes = [(profiles_channels * width, settings.side // 4 >> level, settings.side // 4 >> level)
                       for level, width in enumerate(settings.widths)]
        self.sizes = [channels * height * width for channels, height, width in self.shapes]
        self.length = sum(self.sizes)

    def join(self, features: Features) -> Tensor:
        return torch.cat([level.flatten(1) for level in features], 1)

    def split(self, row: Tensor) -> Features:
        """[N, length] -> a map [N, C, H, W] a level."""
        return [part.reshape(-1, *shape) for part, shape in zip(row.split(self.sizes, 1), self.shapes)]

    def beside(self, rows: Tensor) -> Features:
        """[N, length] of N profiles -> a map [1, C, H, N W] a level: their features stand side by side."""
        return [level.permute(1, 2, 0, 3).reshape(1, shape[0], shape[1], -1) for level, shape in zip(self.split(rows), self.shapes)]


class ReferenceForExport(nn.Module):
    """canvas [1, 4, S, S] of a profile -> features [1, 2 length]: of identity, then what they are found by."""

    INPUTS, OUTPUTS = ("canvas",), ("features",)

    def __init__(self, network: InContext):
        super().__init__()
        self.network, self.layout = network, Layout(network.settings)

    def forward(self, canvas: Tensor) -> Tensor:
        identity, sought = self.network.profile(canvas)
        return torch.cat([self.layout.join(identity), self.layout.join(sought)], 1)


class GuideForExport(nn.Module):
    """canvas [1, 4, S, S] of the masked reference and features [profiles, 2 length] -> guidance (F_ref) and the finest level's flow."""

    INPUTS, OUTPUTS = ("canvas", "features"), ("guidance", "flow")

    def __init__(self, network: InContext):
        super().__init__()
        self.network, self.layout = network, Layout(network.settings)

    def forward(self, canvas: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        half = self.layout.length
        identity, sought = self.layout.beside(features[:, :half]), self.layout.beside(features[:, half:])
        reference, costs = self.network(identity, sought, canvas)
        side = reference[0].shape[2]
        found, confidence = flow(costs[0], identity[0].shape[2], identity[0].shape[3])
        seen = torch.cat([found, confidence.unsqueeze(2)], 2).transpose(1, 2).reshape(1, 3, side, side)
        guidance = Layout(self.network.settings, 2)
        return guidance.join(reference).reshape(1, guidance.length), seen  # a fixed length, whatever the number of profiles


class DenoiserForExport(nn.Module):
    """One step: state and start [1, 3, S, S] (-1..1), maps [1, 10, S, S], time [1] and guidance -> portrait (-1..1) and matte (0..1)."""

    INPUTS, OUTPUTS = ("state", "start", "maps", "time", "guidance"), ("portrait", "matte")

    def __init__(self, network: Denoiser):
        super().__init__()
        self.network, self.layout = network, Layout(network.settings, 2)

    def forward(self, state: Tensor, start: Tensor, maps: Tensor, time: Tensor, guidance: Tensor) -> tuple[Tensor, Tensor]:
        plane = time.reshape(1, 1, 1, 1).expand(-1, -1, *state.shape[2:])
        made = self.network(torch.cat([state, start, maps, plane], 1), self.layout.split(guidance))
        return made[:, :STATE_CHANNELS], torch.sigmoid(made[:, STATE_CHANNELS:])
