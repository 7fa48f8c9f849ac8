"""The matching net against the geometric correspondence."""

from pathlib import Path

import numpy as np
import pytest
import torch

from fake_shards import ball_sample
from icportrait.data import SURFACE_KEYS
from icportrait.evaluate_matching import Geometric, load, shares, turned
from icportrait.geometry import unpack
from icportrait.networks.denoiser import DenoiserSettings
from icportrait.train_matching import MatchingNetwork

TRAINING = Path(__file__).parents[1]
SMALL = DenoiserSettings(side=64, stem=8, widths=(8, 16, 16, 24), blocks=(1, 1, 1, 1))


def ball(seed):
    sample = ball_sample(np.random.default_rng(seed))
    return unpack({key: sample[key] for key in SURFACE_KEYS})


class Nowhere:
    def find(self, profile, reference):
        return torch.full((1, profile.shape[0] ** 2 // 16, 2), 9.0)


def test_each_way_has_its_share():
    found = shares(MatchingNetwork(SMALL).eval(), Nowhere(), ball(1), ball(1), np.zeros((64, 64), bool))
    assert found["geometric_shown"] == found["geometric_masked"] == 0 and found["masked"] == found["shown"] <= 1


def test_the_angle_between_two_views():
    one = ball(1)
    quarter = np.array([[0, 0, 1], [0, 1, 0], [-1, 0, 0]], np.float32)
    assert turned(one, one) == pytest.approx(0, abs=0.1)
    assert turned(one, {**one, "rotation": quarter @ one["rotation"]}) == pytest.approx(90, abs=0.1)


def test_a_picture_corresponds_to_itself():
    picture = np.random.default_rng(0).random((256, 256, 3))
    geometric = Geometric(TRAINING.parent / "default" / "surface.onnx")
    geometric.read = lambda given: (np.stack([np.tile(np.arange(128) / 128, (128, 1)), np.tile(np.arange(128)[:, None] / 128, (1, 128)), np.zeros((128, 128))]), np.ones((128, 128), bool))
    places = geometric.find(picture, picture)[0]
    line = (np.arange(64) + 0.5) / 64
    wanted = np.stack(np.meshgrid(line, line), 2).reshape(-1, 2)
    assert np.abs(places.numpy() - wanted).max() < 1 / 128


def test_the_weights_under_way_can_be_gone_on_from():
    network = load(TRAINING / "begun" / "matching.pt")
    assert network.settings == DenoiserSettings()
