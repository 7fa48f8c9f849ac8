"""The bridge between a geometric result and a portrait: flow matching whose far end is the start plus noise.

x(t) = (1 - t) portrait + t (start + spread noise), t from 1 (known) to 0 (wanted). The network predicts the portrait itself, so that
the velocity at t is (x(t) - portrait) / t, and Euler steps from t to s give x(s) = portrait + s / t (x(t) - portrait). From pure noise
is the special case of a start of mid-grey and a spread of 1: ``PURE``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import numpy as np
from torch import Tensor

SMALLEST_TIME = 0.02  # below it a step would divide by next to nothing, and nothing is left to do


@dataclass(frozen=True)
class Bridge:
    """Where generation begins: noise of ``spread`` (values run from -1 to 1) about the geometric result, or about mid-grey."""
    spread: float = 0.35
    from_start: bool = True

    def far(self, start, noise):
        """The state at time 1; arrays or tensors of one shape."""
        return (start if self.from_start else 0 * start) + self.spread * noise

    def mix(self, portrait, start, noise, time):
        """The state at a time between."""
        return (1 - time) * portrait + time * self.far(start, noise)


FROM_START = Bridge()
PURE = Bridge(1.0, False)


def times(steps: int) -> np.ndarray:
    """Times float32 [steps + 1] from 1 down to 0; later steps are shorter, where detail is made."""
    if not 1 <= steps <= 100:
        raise ValueError("Steps lie between 1 and 100")
    return (np.linspace(1, 0, steps + 1) ** 1.5).astype(np.float32)


def step(state, portrait, time: float, after: float):
    """x(after) from x(time) and the portrait as predicted there."""
    return portrait + (after / max(time, SMALLEST_TIME)) * (state - portrait)


def solve(predict: Callable[[Tensor, float], Tensor], start: Tensor, noise: Tensor, steps: int, bridge: Bridge = FROM_START) -> Tensor:
    """Euler steps from the far end to the portrait. ``predict`` gives the portrait from a state and its time."""
    line = times(steps)
    state = bridge.far(start, noise)
    for now, after in zip(line[:-1], line[1:]):
        state = step(state, predict(state, float(now)), float(now), float(after))
    return state
