"""The stitched canvas of the paper: the profile, and beside it a masked lighting reference. RGB and mask only, no coordinates."""

from __future__ import annotations

import cv2
import numpy as np

from ..data import Sample
from ..geometry import mirror
from ..hide import hidden_patches
from .conditions import Condition
from .correspondence import true_places
from .pairs import PairBatches, before

HIDDEN = 0.8  # share of the reference that the paper masks


def half(picture: np.ndarray, hidden: np.ndarray | None = None) -> np.ndarray:
    """One half of the canvas, float32 [S, S, 4]: colours -1..1, 0 where hidden; the mask is 1 where something can be seen.

    ``picture`` float32 sRGB 0..1 [S, S, 3]; hidden pixels are never read.
    """
    seen = np.ones((*picture.shape[:2], 1), np.float32) if hidden is None else (~hidden).astype(np.float32)[..., None]
    return np.concatenate([np.where(seen > 0, picture * 2 - 1, 0), seen], 2).astype(np.float32)


def masked(side: int, random: np.random.Generator) -> np.ndarray:
    """Hidden patches: four times of five the paper's share, else any."""
    if random.random() < 0.2:
        return hidden_patches(side, random)
    patch = int(random.choice([side // 32, side // 16, side // 8]))
    cells = -(-side // patch)
    hidden = random.random((cells, cells)) < HIDDEN
    return np.kron(hidden, np.ones((patch, patch), bool))[:side, :side]


class CanvasBatches(PairBatches):
    """Batches with the canvas beside the condition: ``image`` has 8 channels more, profile and masked reference.

    The reference is the same head as geometry turns and lights it, or the head itself in the wanted view and light (``truth_share``),
    or another person in that light.
    """

    truth_share = 0.0

    def given(self, source: Sample, target: Sample, known: Condition, wanted: np.ndarray) -> np.ndarray:
        reference = known.start
        kind = self.random.random()
        if kind < self.truth_share:
            reference = wanted
        elif kind < 0.5 and self.pool.stranger is not None:
            stranger = mirror(self.pool.stranger) if self.mirrored else self.pool.stranger
            reference = before(stranger, self.grey(), self.side)
        profile = before(source, self.grey(), self.side)
        return np.concatenate([half(profile), half(reference, masked(self.side, self.random))], 2)

    def grey(self) -> np.ndarray:
        return np.full((self.side, self.side, 3), 0.5, np.float32)


class MatchingBatches(CanvasBatches):
    """The canvas alone, its reference the true target; at 1/4 of the side where the target's places lie in the profile (``places``), and the canonical
    ``coordinates`` of both (NaN where there are none).
    """

    truth_share = 1.0

    def row(self) -> dict[str, np.ndarray]:
        source, target = self.draw()
        wanted = before(target, self.grey(), self.side)
        profile = before(source, self.grey(), self.side)
        canvas = np.concatenate([half(profile), half(wanted, masked(self.side, self.random))], 2)
        coordinates = np.concatenate([coordinates_of(one, self.side // 4) for one in (source, target)], 2).transpose(2, 0, 1)
        return {"image": canvas.transpose(2, 0, 1).astype(np.float16), "places": true_places(source, target, self.side // 4), "coordinates": coordinates}


def coordinates_of(sample: Sample, side: int) -> np.ndarray:
    """float32 [side, side, 3], by the nearest pixel; NaN where the sample shows no head."""
    values, known = (cv2.resize(sample[key], (side, side), interpolation=cv2.INTER_NEAREST) for key in ("coordinates", "valid"))
    return np.where(known[..., None] > 0, values, np.nan).astype(np.float32)
