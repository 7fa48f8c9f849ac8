"""Faces cut out alike, and an embedding that keeps people apart."""

import numpy as np
import pytest
import torch

from fake_shards import ball_sample, come_back, write_shards
from icportrait import train_embedding
from icportrait.geometry import move, unpack
from icportrait.identity.batches import FaceBatches
from icportrait.identity.faces import FACE_KEYS, FACE_SIDE, FACE_WIDTH, MIDDLE, Placing, face_of, given, to_face
from icportrait.identity.verification import equal_error, figures
from icportrait.networks.embedding import MARGIN, SCALE, margin_loss


def rotation(yaw, pitch, roll):
    y, p, r = np.radians([yaw, pitch, roll])
    turn_y = np.array([[np.cos(y), 0, np.sin(y)], [0, 1, 0], [-np.sin(y), 0, np.cos(y)]])
    turn_x = np.array([[1, 0, 0], [0, np.cos(p), np.sin(p)], [0, -np.sin(p), np.cos(p)]])  # Rx(-pitch)
    turn_z = np.array([[np.cos(r), -np.sin(r), 0], [np.sin(r), np.cos(r), 0], [0, 0, 1]])
    return (turn_z @ turn_x @ turn_y).astype(np.float32)


@pytest.mark.parametrize("pose", [(0, 0, 0), (70, 0, 0), (-40, 20, 0), (30, -15, 50), (0, 0, 180)])
def test_the_middle_of_the_face_is_the_middle_of_its_square_and_its_top_is_up(pose):
    turn, camera = rotation(*pose), np.array([0.4, 0.55, 0.25, 0.08], np.float32)
    fractions = to_face(turn, camera, Placing())

    def place(point):
        x, y, z = turn @ point
        nearness = camera[2] / (1 - camera[3] * z)
        return fractions @ [camera[0] + nearness * x, camera[1] - nearness * y, 1]

    np.testing.assert_allclose(place(MIDDLE), [0.5, 0.5], atol=1e-6)
    above = place(MIDDLE + np.array([0, 0.5, 0], np.float32))
    if abs(pose[1]) < 1:
        np.testing.assert_allclose(above, [0.5, 0.5 - 0.5 / FACE_WIDTH], atol=1e-5)
    assert above[1] < 0.3 and abs(above[0] - 0.5) < 0.03


def test_a_picture_turned_about_its_axis_shows_the_same_face():
    stored = ball_sample(np.random.default_rng(3))
    turned = move(unpack(stored), 0.7, 1.0, (0.0, 0.0))
    again = {**stored, "image": turned["image"], "coordinates": turned["coordinates"].transpose(2, 0, 1),
             "head": (255 * turned["head"][..., 0]).astype(np.uint8), "rotation": turned["rotation"], "camera": turned["camera"]}
    (one, mask), (other, other_mask) = face_of(stored), face_of(again)
    inside = (mask > 0.99) & (other_mask > 0.99)
    assert inside.mean() > 0.2 and np.abs(mask - other_mask).mean() < 0.02
    assert np.abs(one.astype(float) - other)[inside].mean() < 3


def test_a_mirrored_face_is_the_face_in_a_mirror():
    stored = ball_sample(np.random.default_rng(4))
    (one, mask), (other, other_mask) = face_of(stored), face_of(stored, Placing(mirrored=True))
    np.testing.assert_allclose(mask[:, ::-1], other_mask, atol=0.02)
    assert np.abs(one[:, ::-1].astype(int) - other).max() <= 2


def test_what_is_no_face_is_never_given():
    stored = ball_sample(np.random.default_rng(5))
    picture, mask = face_of(stored)
    changed = picture.copy()
    changed[mask == 0] = 255 - changed[mask == 0]
    assert (mask == 0).any()
    np.testing.assert_array_equal(given(picture, mask), given(changed, mask))
    assert given(picture, mask).shape == (4, FACE_SIDE, FACE_SIDE)


def test_the_margin_asks_for_more_than_the_nearest_person():
    cosines = torch.tensor([[0.5, 0.5 - MARGIN]])
    even = margin_loss(torch.tensor([[0.5, 0.5]]), torch.tensor([0]))
    assert margin_loss(cosines, torch.tensor([0])).item() == pytest.approx(np.log(2), abs=1e-5)
    assert even.item() == pytest.approx(np.log(1 + np.exp(SCALE * MARGIN)), rel=1e-5)


def test_errors_are_counted_where_both_kinds_are_as_frequent():
    assert equal_error(np.array([0.8, 0.9]), np.array([0.1, 0.2])) == 0
    assert equal_error(np.array([0.1, 0.9]), np.array([0.2, 0.0])) == pytest.approx(0.5)
    told = figures(np.array([[0.9, 0.1], [0.2, 0.3]]), np.eye(2, dtype=bool), np.ones((2, 2), bool))
    assert told["accepted"] == 1.0 and told["own"] == pytest.approx(0.6)


def test_a_run_begins_goes_on_and_is_validated_on_two_days(tmp_path, monkeypatch):
    for name, seed in (("train", 0), ("train-day-1", 1), ("validation", 2), ("validation-day-1", 3)):
        write_shards(tmp_path / name, 1, images=6, seed=seed)
    for name in ("validation", "validation-day-1"):
        come_back(tmp_path / name)
    run = tmp_path / "run"
    monkeypatch.setattr("sys.argv", ["trainer", str(tmp_path), str(run), "--images", "32", "--batch", "4", "--random", "--device", "cpu",
                                     "--identities", "3"])
    train_embedding.main()
    stored = torch.load(run / "checkpoint.pt", weights_only=True)
    assert stored["images"] == 32 and stored["network"]["people"].shape == (3, 128)
    assert "equal_error_frontal" in (run / "history.json").read_text()


def test_batches_show_both_days_and_go_on_where_they_were(tmp_path):
    write_shards(tmp_path / "train", 1, images=4)
    write_shards(tmp_path / "train-day-1", 1, images=4, seed=1)
    one = FaceBatches(tmp_path, 6, 5, 3)
    one.make()
    state, wanted = one.state(), one.make()
    other = FaceBatches(tmp_path, 6, 5, 3)
    other.restore(state)
    np.testing.assert_array_equal(other.make()["image"], wanted["image"])
    assert len(one.pools) == 2
