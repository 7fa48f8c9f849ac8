"""A person's own colours."""

import numpy as np
import pytest
import torch

from icportrait.generate.foreground import own_colours
from icportrait.generate.pairs import before

SIDE = 64


def disc():
    """A red person before green, its outline 6 px of mixture; its matte."""
    rows, columns = torch.meshgrid(torch.arange(SIDE), torch.arange(SIDE), indexing="ij")
    matte = ((22 - torch.hypot(rows - 31.5, columns - 31.5)) / 6 + 0.5).clamp(0, 1)[None, None]
    red, green = torch.tensor([0.8, 0.1, 0.1]), torch.tensor([0.1, 0.8, 0.1])
    return (matte * red[:, None, None] + (1 - matte) * green[:, None, None]), matte


def test_an_outline_holds_nothing_of_what_was_behind():
    picture, matte = disc()
    own = own_colours(picture, matte)
    on = matte[0, 0] > 0.1
    assert float(own[0, 1][on].max()) < 0.16 and float(picture[0, 1][on].max()) > 0.6
    sure = matte[0, 0] > 0.999
    assert torch.allclose(own[0][:, sure], picture[0][:, sure])


def test_a_person_before_another_background_has_no_rim():
    picture, matte = disc()
    sample = {"image": (picture[0].permute(1, 2, 0).numpy() * 255).round().astype(np.uint8), "matte": matte[0, 0].numpy()}
    shown = before(sample, np.full((SIDE, SIDE, 3), 0.5, np.float32), SIDE)
    share = matte[0, 0].numpy()
    assert shown[..., 1] == pytest.approx(0.1 * share + 0.5 * (1 - share), abs=0.05)


def test_where_nothing_is_sure_the_picture_stays():
    picture = torch.rand(1, 3, SIDE, SIDE)
    assert torch.equal(own_colours(picture, torch.full((1, 1, SIDE, SIDE), 0.5)), picture)


def test_odd_sides_end_the_pyramid():
    picture, matte = disc()
    assert torch.isfinite(own_colours(picture[..., :50, :50], matte[..., :50, :50])).all()
