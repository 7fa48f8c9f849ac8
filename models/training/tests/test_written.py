"""Pairs that the plugin wrote: what becomes of them on their way to the denoiser."""

import numpy as np
import pytest
import torch

from fake_written import SIDE, write_written
from icportrait.data import read_folder
from icportrait.generate.figures import masks
from icportrait.generate.validation import PairValidation
from icportrait.generate.written import SIDEWAYS, WRITTEN_KEYS, WrittenPairs, known_of, mirrored, written_held_out
from icportrait.networks.denoiser import Denoiser, DenoiserSettings
from icportrait.precision import Precision

SMALL = DenoiserSettings(side=SIDE, stem=8, widths=(8, 16, 16, 24), blocks=(1, 1, 1, 1))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("written") / "train"
    write_written(made, 2)
    return made


def first(folder):
    content = read_folder(folder, WRITTEN_KEYS, 1)
    return {key: values[0] for key, values in content.items()}


def test_a_batch_is_what_the_denoiser_takes(folder):
    batch = WrittenPairs(folder, SIDE, 3, 1).make()
    assert batch["image"].shape == (3, 17, SIDE, SIDE) and batch["portrait"].shape == (3, 3, SIDE, SIDE)
    time = batch["image"][:, -1]
    assert all(len(np.unique(row)) == 1 and 0 < row[0, 0] <= 1 for row in time)
    assert np.abs(batch["image"][:, 3:6]).max() <= 1 and batch["matte"].min() >= 0


def test_a_generator_is_given_the_canvas_too(folder):
    image = WrittenPairs(folder, SIDE, 6, 1, canvas=True).make()["image"].astype(np.float32)
    profile, reference, start = image[:, 17:21], image[:, 21:25], image[:, 3:6]
    assert (profile[:, 3] == 1).all()
    shown = reference[:, 3:] > 0
    assert 0.05 < shown.mean() < 0.95
    assert np.allclose(np.where(shown, start, 0), reference[:, :3], atol=2e-3)  # nothing of what is hidden


def test_held_out_pairs_have_a_canvas_where_profiles_were_written(folder, tmp_path):
    write_written(tmp_path, profiles=False)
    assert written_held_out(folder, SIDE, 1)[0].canvas[..., 3].all()
    assert not written_held_out(tmp_path, SIDE, 1)[0].canvas.any()


def test_where_the_truth_is_unknown_nothing_counts(folder):
    batch = WrittenPairs(folder, SIDE, 8, 1).make()
    for weight in batch["weight"][:, 0]:
        lost = [weight[:, :8], weight[:, -8:]]  # the other way round in the mirror
        assert sum(float(np.abs(part).max()) == 0 for part in lost) == 1
    for pair in written_held_out(folder, SIDE, 4):
        assert not masks(pair.known.maps, pair.matte)["head"][:, :8].any()


def test_a_mirror_image_turns_what_points_sideways(folder):
    sample = first(folder)
    other = mirrored(sample)
    for channel in range(7):
        sign = -1 if channel in SIDEWAYS else 1
        assert np.array_equal(other["surface"][channel], sign * sample["surface"][channel][:, ::-1])
    twice = mirrored(other)
    assert all(np.array_equal(twice[key], sample[key]) for key in WRITTEN_KEYS)


def test_maps_come_in_the_order_of_conditions(folder):
    sample = first(folder)
    known = known_of(sample, sample["start"].transpose(1, 2, 0))
    assert np.allclose(known.maps[..., 0], sample["shares"][0] / 255) and np.allclose(known.maps[..., 6], sample["surface"][3] / 4096)


def test_colours_of_start_and_truth_change_alike(folder):
    pairs = WrittenPairs(folder, SIDE, 1, 1)
    picture = np.random.default_rng(0).integers(0, 256, (SIDE, SIDE, 3), dtype=np.uint8)
    one, two = pairs.toned(picture, picture)
    assert np.array_equal(one, two) and not np.array_equal(one, picture)


def test_the_same_state_gives_the_same_batches(folder):
    pairs = WrittenPairs(folder, SIDE, 2, 1)
    state = pairs.state()
    one = pairs.make()
    pairs.restore(state)
    two = pairs.make()
    assert all(np.array_equal(one[key], two[key]) for key in one)


def test_another_side_is_refused(folder):
    with pytest.raises(ValueError, match="side of 64 px, and --side is 128"):
        WrittenPairs(folder, 128, 2, 1)


def test_a_fresh_denoiser_gains_nothing_on_written_pairs(folder):
    figures = PairValidation(folder, SIDE, 4, torch.device("cpu"), steps=1, read=written_held_out)(Denoiser(SMALL), Precision(torch.device("cpu")))
    assert {"unseen_db", "unseen_gain_db", "head_db"} <= set(figures) and abs(figures["head_gain_db"]) < 1
