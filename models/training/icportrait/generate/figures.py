"""How near generated portraits come to the truth: PSNR over what was seen, mirrored and unseen of the head."""

from __future__ import annotations

import numpy as np

PARTS = ("seen", "mirrored", "unseen", "head")


def masks(maps: np.ndarray, matte: np.ndarray) -> dict[str, np.ndarray]:
    """Disjoint parts (bool [S, S]) of the true head, and all of it: by the condition's maps [S, S, 10] and the true matte."""
    head = matte > 0.5
    seen = (maps[..., 1] > 0.5) & (maps[..., 0] > 0.35) & (maps[..., 2] <= 0.5)
    mirrored = (maps[..., 2] > 0.5) & ~seen
    return {"seen": head & seen, "mirrored": head & mirrored, "unseen": head & ~seen & ~mirrored, "head": head}


class Errors:
    """Collects squared errors by part; PSNR in dB over all pixels of a part, peak 1."""

    def __init__(self):
        self.sums = dict.fromkeys(PARTS, 0.0)
        self.counts = dict.fromkeys(PARTS, 0)

    def add(self, ours: np.ndarray, truth: np.ndarray, parts: dict[str, np.ndarray]) -> None:
        """Pictures [S, S, 3], 0..1."""
        square = ((np.clip(ours, 0, 1) - truth) ** 2).mean(2)
        for name in PARTS:
            self.sums[name] += float(square[parts[name]].sum())
            self.counts[name] += int(parts[name].sum())

    def decibels(self) -> dict[str, float]:
        return {name: float(-10 * np.log10(max(self.sums[name] / self.counts[name], 1e-10))) for name in PARTS if self.counts[name]}
