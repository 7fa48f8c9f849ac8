"""Every trainer on a processor that is fast in bfloat16: losses, validation and checkpoint. Which arithmetic a run takes is measured, so no other test is sure to see it."""

import json

import numpy as np
import pytest
import torch

from fake_pairs import write_pairs
from fake_shards import come_back, write_group, write_shards
from icportrait import train_denoiser, train_embedding, train_finder, train_generator, train_matching, train_stitch, train_surface
from test_training import train

SIDE = "64"


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("all")
    for seed, name in enumerate(("train", "train-day-1", "validation", "validation-day-1")):
        write_shards(folder / "balls" / name, 1, images=6, seed=seed)
        come_back(folder / "balls" / name)
    for name in ("train", "validation"):
        write_group(folder / "groups" / name)
        write_pairs(folder / "pairs" / name)
    return folder


@pytest.mark.parametrize("kind, module, shards, more", [
    ("surface", train_surface, "balls", ()), ("finder", train_finder, "balls", ()), ("stitch", train_stitch, "groups", ()),
    ("embedding", train_embedding, "balls", ("--identities", "6")), ("denoiser", train_denoiser, "pairs", ("--side", SIDE)),
    ("matching", train_matching, "pairs", ("--side", SIDE)), ("generator", train_generator, "pairs", ("--side", SIDE))])
def test_a_run_in_bfloat16(data, tmp_path, monkeypatch, kind, module, shards, more):
    monkeypatch.setattr("icportrait.precision.seconds", lambda device, low: 1.0 if low else 2.0)
    if kind == "generator":
        denoiser = train(train_denoiser, monkeypatch, data / "pairs", tmp_path / "denoiser", 2, "--random", "--side", SIDE)
        assert denoiser["images"] > 0
        more = (*more, "--denoiser", str(tmp_path / "denoiser" / "checkpoint.pt"))
    stored = train(module, monkeypatch, data / shards, tmp_path / "run", 2, "--random", *more)
    figures = json.loads((tmp_path / "run" / "history.json").read_text())[-1]["validation"]
    assert figures and np.isfinite(list(figures.values())).any()
    assert all(torch.isfinite(value).all() for value in stored["average"].values() if value.dtype.is_floating_point)
