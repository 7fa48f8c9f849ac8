"""``generate.canvas`` on the accelerator: batches with the stitched canvas of profile and masked reference."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from ..generate.canvas import HIDDEN
from ..generate.correspondence import SAME_SURFACE
from ..hide import LARGEST_HIDDEN, PATCH_SIDES
from .carry import carry, read_surface
from .conditions import Condition
from .dice import Dice
from .moving import hidden_patches
from .pairs import PairsOnboard, before
from .pool import Batch

GREY = 0.5


def half(picture: Tensor, hidden: Tensor | None = None) -> Tensor:
    """Halves of canvases [B, 4, S, S]: colours -1..1, 0 where hidden; the mask is 1 where something can be seen.

    ``picture`` sRGB 0..1 [B, 3, S, S], ``hidden`` bool [B, 1, S, S]; hidden pixels are never read.
    """
    if hidden is None:
        return torch.cat([picture * 2 - 1, torch.ones_like(picture[:, :1])], 1)
    return torch.cat([torch.where(hidden, 0, picture * 2 - 1), (~hidden).float()], 1)


def masked(dice: Dice, count: int, side: int) -> Tensor:
    """Hidden patches, bool [B, 1, S, S]: four times of five the paper's share in patches of 1/32, 1/16 or 1/8 of the side (4 px or more),
    else any."""
    anyhow = dice.happens(0.2, count)
    paper = (side // 32 * 2 ** dice.whole(3, count)).clamp(min=PATCH_SIDES[0])
    patch = torch.where(anyhow, dice.spread(*PATCH_SIDES, count).round().long(), paper)
    return hidden_patches(dice, count, side, torch.where(anyhow, dice.uniform(0, LARGEST_HIDDEN, count), HIDDEN), patch)


class CanvasOnboard(PairsOnboard):
    """Batches as ``CanvasBatches`` makes them: ``image`` has 8 channels more, profile and masked reference."""

    truth_share = 0.0

    def given(self, source: Batch, stranger: Batch, known: Condition, wanted: Tensor) -> list[Tensor]:
        kind = self.dice.uniform(0, 1, self.batch, 1, 1, 1)
        other = (kind < 0.5) & stranger["there"][:, None, None, None]
        reference = torch.where(other, before(stranger, GREY, self.side), known.start)
        reference = torch.where(kind < self.truth_share, wanted, reference)
        return [self.canvas(source, reference)]

    def canvas(self, source: Batch, reference: Tensor) -> Tensor:
        """[B, 8, S, S]."""
        return torch.cat([half(before(source, GREY, self.side)), half(reference, masked(self.dice, self.batch, self.side))], 1)


class MatchingOnboard(CanvasOnboard):
    """The canvas alone, its reference the true target, and beside it what ``MatchingBatches`` knows: ``places`` [B, S/4, S/4, 2], ``coordinates`` [B, 6, S/4, S/4]."""

    @torch.no_grad()
    def make(self) -> Batch:
        source, target, _ = self.draw()
        quarter = self.side // 4
        return {"image": self.canvas(source, before(target, GREY, self.side)), "places": true_places(source, target, quarter, self.dice),
                "coordinates": torch.cat([coordinates_of(one, quarter) for one in (source, target)], 1)}


def coordinates_of(pictures: Batch, side: int) -> Tensor:
    values, known = (F.interpolate(pictures[key], size=(side, side), mode="nearest") for key in ("coordinates", "valid"))
    return torch.where(known > 0, values, torch.nan)


def true_places(source: Batch, target: Batch, side: int, dice: Dice) -> Tensor:
    """[B, side, side, 2]: fractions in the source of what the target shows; NaN where the source does not show it."""
    carried = carry(read_surface(source, dice), target["rotation"], target["camera"], side)
    depth, known = (F.interpolate(target[key], size=(side, side), mode="nearest") for key in ("depth", "valid"))
    same = carried.covered & (known > 0) & ((carried.depth - depth).abs() < SAME_SURFACE)
    return torch.where(same, carried.place, torch.nan).permute(0, 2, 3, 1)
