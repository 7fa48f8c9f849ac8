"""Figures of a denoiser or generator on pairs of held-out heads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import cv2
import numpy as np
import torch
from torch import Tensor

from ..data import list_shards
from ..precision import Precision
from .bridge import FROM_START, Bridge, solve
from .canvas import half, masked
from .conditions import Condition, condition
from .figures import Errors, masks
from .geometric import Mistakes
from .pairs import PairPool, before

STEPS = 6


@dataclass
class Pair:
    """What is known of a portrait, its truth float32 [S, S, 3] and matte [S, S], the noise to begin with and the canvas [S, S, 8]."""
    known: Condition
    truth: np.ndarray
    matte: np.ndarray
    noise: np.ndarray
    canvas: np.ndarray


def held_out(folder: Path, side: int, count: int) -> list[Pair]:
    """The same pairs for the same folder and count. The reference is the geometric result, masked as the paper does."""
    random, pool = np.random.default_rng(3), PairPool(folder, 5)
    grey = np.full((side, side, 3), 0.5, np.float32)
    pairs = []
    for _ in range(count):
        source, target = pool.draw()
        known = condition(source, target, grey, random, Mistakes())
        matte = cv2.resize(target["matte"], (side, side), interpolation=cv2.INTER_AREA)
        canvas = np.concatenate([half(before(source, grey, side)), half(known.start, masked(side, random))], 2)
        pairs.append(Pair(known, before(target, grey, side), matte, random.normal(size=grey.shape).astype(np.float32), canvas))
    return pairs


def generate(network: Callable, precision: Precision, pair: Pair, bridge: Bridge, device: torch.device, steps: int = STEPS,
             **switches: bool) -> np.ndarray:
    """One portrait float32 [S, S, 3], 0..1. A network with ``needs_canvas`` is given the canvas too; ``switches`` are handed on to it."""
    start, maps, noise, canvas = (planes(values, device) for values in (pair.known.start * 2 - 1, pair.known.maps, pair.noise, pair.canvas))
    more = [canvas] if getattr(network, "needs_canvas", False) else []

    def predict(state: Tensor, time: float) -> Tensor:
        with torch.no_grad():
            return precision.run(network, torch.cat([state, start, maps, torch.full_like(state[:, :1], time), *more], 1), **switches)[:, :3]

    made = solve(predict, start, noise, steps, bridge)
    return (made[0].cpu().numpy().transpose(1, 2, 0) + 1) / 2


def planes(values: np.ndarray, device: torch.device) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(values.transpose(2, 0, 1), np.float32))[None].to(device)


class PairValidation:
    """PSNR of the generated portraits by part of the head, and what they gain over the geometric start. Empty without held-out shards.

    ``read`` gives the pairs of (folder, side, count).
    """

    def __init__(self, folder: Path, side: int, count: int, device: torch.device, bridge: Bridge = FROM_START, steps: int = STEPS,
                 read: Callable[[Path, int, int], list[Pair]] = held_out, **switches: bool):
        self.folder, self.side, self.count, self.device, self.bridge, self.steps, self.switches = folder, side, count, device, bridge, steps, switches
        self.read = read
        self.pairs: list[Pair] = []

    def __call__(self, network: Callable, precision: Precision) -> dict[str, float]:
        if not list_shards(self.folder):
            return {}
        self.pairs = self.pairs or self.read(self.folder, self.side, self.count)
        geometry, generated = Errors(), Errors()
        for pair in self.pairs:
            parts = masks(pair.known.maps, pair.matte)
            geometry.add(pair.known.start, pair.truth, parts)
            generated.add(generate(network, precision, pair, self.bridge, self.device, self.steps, **self.switches), pair.truth, parts)
        start, result = geometry.decibels(), generated.decibels()
        return {**{f"{name}_db": result[name] for name in result}, **{f"{name}_gain_db": result[name] - start[name] for name in result}}
