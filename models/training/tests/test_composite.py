"""Scenes for the finder and their targets."""

import numpy as np
import pytest
import torch

from fake_shards import ball_sample
from icportrait.backgrounds import Backgrounds
from icportrait.composite import LARGEST_ROLL, SceneMaker, face_in, placing, roll_degrees
from icportrait.networks.finder import FACES, PICTURE_SIDE, decode
from icportrait.train_finder import match, targets


def maker(seed: int) -> SceneMaker:
    heads = np.random.default_rng(seed + 100)
    return SceneMaker(lambda: ball_sample(heads), None, np.random.default_rng(seed))


def test_scenes_hold_faces_inside_and_some_hold_none():
    scenes = [maker(seed).make() for seed in range(40)]
    faces = np.concatenate([scene.faces for scene in scenes])
    assert any(len(scene.faces) == 0 for scene in scenes) and any(len(scene.faces) > 1 for scene in scenes)
    assert (faces[:, :2] > -20).all() and (faces[:, :2] < PICTURE_SIDE + 20).all()
    assert faces[:, 2].min() < 60 and faces[:, 2].max() > 150
    assert np.abs(faces[:, 3]).max() < LARGEST_ROLL + 25


def test_a_pasted_ball_lies_in_its_box():
    sample = ball_sample(np.random.default_rng(4))
    scenes = maker(0)
    scenes.draw = lambda: sample
    faces: list = []
    dark = np.zeros((PICTURE_SIDE, PICTURE_SIDE, 3), np.uint8)
    sample["image"] = np.full_like(sample["image"], 255)
    lit = np.argwhere(scenes.add_head(dark, 100.0, faces)[..., 0] > 128)
    x, y, side, _ = faces[0]
    assert side == pytest.approx(100.0)
    np.testing.assert_allclose(lit.mean(0) + 0.5, [y, x], atol=1.0)
    # The ball is 1.8 dm wide, the box 2.0 dm.
    assert np.ptp(lit[:, 1]) + 1 == pytest.approx(0.9 * side, abs=2.5)


def test_turning_a_head_turns_its_box():
    sample = ball_sample(np.random.default_rng(4))
    matrix = placing(sample, 0.5, 20.0, (100.0, 120.0))
    x, y, _, roll = face_in(sample, matrix, 0.5, 20.0)
    assert (x, y) == pytest.approx((100.0, 120.0), abs=1e-3)
    assert roll == pytest.approx(roll_degrees(sample["rotation"]) + 20.0)
    up = matrix[:, :2] @ [0, -1]  # the crop's up, seen in the scene: leans left when counter-clockwise
    assert np.degrees(np.arctan2(-up[0], -up[1])) == pytest.approx(20.0, abs=0.01)


def test_targets_decode_to_the_faces_they_came_from():
    faces = np.array([[100.0, 90.0, 60.0, -20.0], [250.0, 200.0, 120.0, 30.0]], np.float32)
    heat, values, _ = targets(faces)
    raw = np.concatenate([np.log(np.clip(heat, 1e-4, 1 - 1e-4) / (1 - np.clip(heat, 1e-4, 1 - 1e-4)))[None], values])
    boxes, scores = decode(torch.from_numpy(raw)[None])
    assert boxes.shape == (1, FACES, 4) and (scores[0, :-1] >= scores[0, 1:]).all()
    best = boxes[0, scores[0] > 0.9].numpy()
    assert len(best) == 2
    assert len(match(best, faces)) == 2
    np.testing.assert_allclose(best[best[:, 0].argsort()], faces, atol=0.02)


def test_backgrounds_make_every_size_and_repeat_by_seed():
    for width, height in ((320, 200), (97, 256)):
        pictures = [Backgrounds(None, np.random.default_rng(8)).make(width, height) for _ in range(2)]
        assert pictures[0].shape == (height, width, 3) and pictures[0].dtype == np.uint8
        assert np.array_equal(*pictures)
    one = Backgrounds(None, np.random.default_rng(1))
    assert all(make(64, 48).shape == (48, 64, 3) for make in one.makers)
