"""Chance for whole batches: how many rows is decided here, which and how much on the device, so that nobody waits for it."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor


class Dice:
    """Random numbers of one stream for a device. For one thread."""

    def __init__(self, device: torch.device, seed: int):
        self.device = device
        self.numbers = torch.Generator(device).manual_seed(seed)
        self.host = np.random.default_rng(seed)

    def uniform(self, low: float, high: float, *shape: int) -> Tensor:
        return low + (high - low) * torch.rand(*shape, generator=self.numbers, device=self.device)

    def normal(self, mean: float, deviation: float, *shape: int) -> Tensor:
        return mean + deviation * torch.randn(*shape, generator=self.numbers, device=self.device)

    def spread(self, low: float, high: float, *shape: int) -> Tensor:
        """Uniform in the logarithm."""
        return torch.exp(self.uniform(float(np.log(low)), float(np.log(high)), *shape))

    def happens(self, share: float, *shape: int) -> Tensor:
        return torch.rand(*shape, generator=self.numbers, device=self.device) < share

    def whole(self, below: int, *shape: int) -> Tensor:
        return torch.randint(below, shape, generator=self.numbers, device=self.device)

    def some(self, count: int, share: float) -> Tensor:
        """Numbers of those of ``count`` rows that something happens to, each with this share."""
        chosen = int(self.host.binomial(count, share))
        return torch.randperm(count, generator=self.numbers, device=self.device)[:chosen]

    def once(self, low: float, high: float) -> float:
        """One number for all rows of a batch."""
        return float(self.host.uniform(low, high))

    def state(self) -> dict:
        return {"numbers": self.numbers.get_state().cpu().tolist(), "host": self.host.bit_generator.state}

    def restore(self, state: dict) -> None:
        self.numbers.set_state(torch.tensor(state["numbers"], dtype=torch.uint8))
        self.host.bit_generator.state = state["host"]
