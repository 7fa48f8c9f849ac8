"""Weights averaged over the steps of a training: steadier than the latest ones, and what is validated and exported."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Iterator

import torch
from torch import Tensor, nn


class Average:
    """A running mean of a network's state; ``decay`` a step, less in the first steps."""

    def __init__(self, network: nn.Module, decay: float):
        self.decay = decay
        self.state = {name: value.detach().clone() for name, value in network.state_dict().items()}

    def update(self, network: nn.Module, step: int) -> None:
        decay = min(self.decay, (1 + step) / (10 + step))
        latest, names = network.state_dict(), list(self.state)
        torch._foreach_lerp_([self.state[name] for name in names], [latest[name] for name in names], 1 - decay)

    def load(self, state: dict[str, Tensor]) -> None:
        for name, value in self.state.items():
            value.copy_(state[name])

    @contextmanager
    def inside(self, network: nn.Module) -> Iterator[None]:
        """The network holds the averaged weights and is in evaluation mode, without gradients; its own come back."""
        kept = {name: value.clone() for name, value in network.state_dict().items()}
        training = network.training
        network.load_state_dict(self.state)
        network.eval()
        try:
            with torch.no_grad():
                yield
        finally:
            network.load_state_dict(kept)
            network.train(training)
