"""Scenes for the finder and their targets."""

import numpy as np
import pytest
import torch

from fake_shards import ball_sample
from icportrait.backgrounds import HELD_OUT_MAPS, Backgrounds
from icportrait.composite import SceneMaker
from icportrait.networks.finder import FACES, PICTURE_SIDE, decode
from icportrait.placing import face_in, placing, roll_degrees
from icportrait.targets import match, targets


def maker(seed: int) -> SceneMaker:
    heads = np.random.default_rng(seed + 100)
    return SceneMaker(lambda: ball_sample(heads), None, np.random.default_rng(seed))


def test_scenes_hold_faces_inside_and_some_hold_none():
    scenes = [maker(seed).make() for seed in range(60)]
    faces = np.concatenate([scene.faces for scene in scenes])
    assert any(len(scene.faces) == 0 for scene in scenes) and any(len(scene.faces) > 1 for scene in scenes)
    assert {scene.kind for scene in scenes} == {"empty", "filling", "framed", "pasted"}
    assert (faces[:, :2] > -0.6 * PICTURE_SIDE).all() and (faces[:, :2] < 1.6 * PICTURE_SIDE).all()
    assert faces[:, 2].min() < 30 and faces[:, 2].max() > PICTURE_SIDE
    assert (np.abs(faces[:, 3]) <= 180).all() and (np.abs(faces[:, 3]) > 120).any()


def test_a_filling_face_has_its_front_inside_the_picture():
    front = np.array([0, 0, 0.8])
    for seed in range(20):
        scenes = maker(seed)
        sample = ball_sample(np.random.default_rng(seed))
        scenes.draw = lambda: sample
        _, [(x, y, side, roll)] = scenes.filling(300, 200)
        turned = sample["rotation"] @ front * side / 2.0
        angle = np.radians(roll - roll_degrees(sample["rotation"]))
        across = x + np.cos(angle) * turned[0] - np.sin(angle) * turned[1]
        down = y - np.sin(angle) * turned[0] - np.cos(angle) * turned[1]
        assert 0.29 * 300 < across < 0.71 * 300 and 0.29 * 200 < down < 0.71 * 200


def test_half_of_a_covered_face_stays():
    plain = np.full((200, 200, 3), 90, np.uint8)
    scenes = maker(1)
    for _ in range(20):
        covered = scenes.cover_half(plain, [100.0, 100.0, 80.0, 0.0])
        inside = (covered[60:140, 60:140] != 90).any(2).mean()
        assert 0.05 < inside < 0.75


def test_validation_never_sees_the_maps_of_the_test():
    maps = {split: set(names) for split, names in HELD_OUT_MAPS.items()}
    assert maps["validation"] and maps["test"] and not maps["validation"] & maps["test"]


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
    faces = np.array([[100.0, 90.0, 60.0, -20.0], [250.0, 200.0, 120.0, 170.0]], np.float32)
    heat, values, _ = targets(faces)
    raw = np.concatenate([np.log(np.clip(heat, 1e-4, 1 - 1e-4) / (1 - np.clip(heat, 1e-4, 1 - 1e-4)))[None], values])
    boxes, scores = decode(torch.from_numpy(raw)[None])
    assert boxes.shape == (1, FACES, 4) and (scores[0, :-1] >= scores[0, 1:]).all()
    best = boxes[0, scores[0] > 0.9].numpy()
    assert len(best) == 2
    assert None not in match(best, faces)
    np.testing.assert_allclose(best[best[:, 0].argsort()], faces, atol=0.02)


def test_rolls_are_compared_around_the_circle():
    face = np.array([[100.0, 100.0, 50.0, 178.0]])
    [(_, _, roll)] = match(np.array([[100.0, 100.0, 50.0, -177.0]]), face)
    assert roll == pytest.approx(5.0)
    assert match(np.array([[150.0, 100.0, 50.0, 178.0]]), face) == [None]


def test_backgrounds_make_every_size_and_repeat_by_seed():
    for width, height in ((320, 200), (97, 256)):
        pictures = [Backgrounds(None, np.random.default_rng(8)).make(width, height) for _ in range(2)]
        assert pictures[0].shape == (height, width, 3) and pictures[0].dtype == np.uint8
        assert np.array_equal(*pictures)
    one = Backgrounds(None, np.random.default_rng(1))
    assert all(make(64, 48).shape == (48, 64, 3) for make in one.makers)
