"""Which arithmetic a training uses: bfloat16 only where this processor is measured to be faster with it."""

from __future__ import annotations

import time
from typing import Any, Callable

import torch
from torch import Tensor, nn

WORTH_IT = 1.2  # a smaller gain does not pay for the lost digits
REPEATS = 5


class Precision:
    """``precision.run(network, image)`` is the network's answer in float32, whatever it was computed in; ``str(precision)`` says what was measured."""

    def __init__(self, device: torch.device):
        self.device = device
        with torch.random.fork_rng():  # measuring leaves no trace in what follows
            single, half = seconds(device, False), seconds(device, True)
        self.halved = single > WORTH_IT * half
        self.measured = f"{1000 * single:.1f} ms in float32, {1000 * half:.1f} ms in bfloat16"

    def run(self, network: Callable, *given: Tensor, **switches: bool) -> Any:
        """What ``network`` makes of ``given``; losses and figures never see the half digits."""
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.halved):
            made = network(*given, **switches)
        return whole(made)

    def __str__(self) -> str:
        return f"{'bfloat16' if self.halved else 'float32'} (a convolution forth and back: {self.measured})"


def whole(made: Any) -> Any:
    """The same tensors, lists and dicts, in float32 where they were shorter floats."""
    if isinstance(made, Tensor):
        return made.float() if made.dtype == torch.bfloat16 else made
    if isinstance(made, dict):
        return {name: whole(value) for name, value in made.items()}
    return type(made)(whole(value) for value in made) if isinstance(made, (list, tuple)) else made


def seconds(device: torch.device, halved: bool) -> float:
    """Shortest time of a convolution of the networks' kind, forth and back."""
    layer = nn.Conv2d(64, 64, 3, padding=1).to(device, memory_format=torch.channels_last)
    shape = (64, 64, 128, 128) if device.type == "cuda" else (4, 64, 32, 32)  # a small picture would measure how fast a GPU is asked
    picture = torch.rand(*shape, device=device).contiguous(memory_format=torch.channels_last)
    taken = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        with torch.autocast(device.type, torch.bfloat16, enabled=halved):
            layer(picture).float().sum().backward()
        if device.type == "cuda":
            torch.cuda.synchronize(device)
        taken.append(time.perf_counter() - start)
    return min(taken)
