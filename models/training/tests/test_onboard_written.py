"""Written pairs in the accelerator's memory (here the processor's) are those that ``generate.written`` hands on."""

import numpy as np
import pytest
import torch

from fake_written import SIDE, write_written
from icportrait.data import read_folder
from icportrait.generate import pairs as alone_pairs
from icportrait.generate import written as alone
from icportrait.generate.written import WRITTEN_KEYS
from icportrait.onboard import written
from icportrait.onboard.written import WrittenOnboard, pool_of_written

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("written")
    write_written(made, 1)
    return made


@pytest.fixture
def pool(folder):
    opened = pool_of_written(folder, CPU, 1)
    yield opened
    opened.close()


def test_a_mirror_image_turns_what_points_sideways(folder):
    content = read_folder(folder, WRITTEN_KEYS, 2)
    batch = written.mirrored({key: torch.from_numpy(values) for key, values in content.items()})
    for row in range(2):
        wanted = alone.mirrored({key: values[row] for key, values in content.items()})
        assert all(np.array_equal(batch[key][row].numpy(), wanted[key]) for key in WRITTEN_KEYS)


def test_rows_are_those_of_the_processor(folder, pool, monkeypatch):
    monkeypatch.setattr(written, "tone", lambda image, *rest: image)
    monkeypatch.setattr(written, "GREY_SHARE", 0)
    source = WrittenOnboard(pool, SIDE, 6)
    batch = source.make()
    stored = read_folder(folder, WRITTEN_KEYS, 100)
    samples = [{key: values[index] for key, values in stored.items()} for index in range(len(stored["start"]))]
    samples += [alone.mirrored(sample) for sample in samples]
    for row in range(6):
        sample = next(sample for sample in samples if np.allclose(batch["image"][row, 3:6] * 127.5 + 127.5, sample["start"], atol=1e-3))
        start, truth = alone.images(sample)
        known, matte = alone.known_of(sample, start), sample["matte"][0].astype(np.float32) / 255
        np.testing.assert_allclose(batch["image"][row, 6:16], known.maps.transpose(2, 0, 1), atol=1e-6)
        np.testing.assert_allclose(batch["portrait"][row], truth.transpose(2, 0, 1) / 127.5 - 1, atol=1e-5)
        np.testing.assert_allclose(batch["weight"][row, 0], alone_pairs.weight(known, matte) * (sample["known"][0] > 0), atol=1e-6)
        np.testing.assert_allclose(batch["matte"][row, 0], matte, atol=1e-6)
    assert 0 < batch["image"][:, -1].min() and batch["image"][:, -1].max() <= 1


def test_colours_of_start_and_truth_change_alike(pool):
    picture = torch.rand(3, 3, SIDE, SIDE)
    one, two = WrittenOnboard(pool, SIDE, 3).toned(picture, picture)
    assert torch.equal(one, two) and not torch.allclose(one, picture, atol=0.02)


def test_a_generator_is_given_the_canvas_too(folder):
    guided = pool_of_written(folder, CPU, 1, canvas=True)
    image = WrittenOnboard(guided, SIDE, 6).make()["image"]
    guided.close()
    profile, reference, start = image[:, 17:21], image[:, 21:25], image[:, 3:6]
    shown = reference[:, 3:] > 0
    assert (profile[:, 3] == 1).all() and 0.05 < shown.float().mean() < 0.95
    assert torch.equal(torch.where(shown, start, 0), reference[:, :3])


def test_the_same_state_gives_the_same_batches(pool):
    source = WrittenOnboard(pool, SIDE, 4)
    state = source.state()
    one = source.make()
    source.restore(state)
    two = source.make()
    assert all(torch.equal(one[key], two[key]) for key in one)


def test_another_side_is_refused(pool):
    with pytest.raises(ValueError, match=f"side of {SIDE} px, and --side is 128"):
        WrittenOnboard(pool, 128, 1)
