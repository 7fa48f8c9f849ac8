"""Trainers: learning, resuming, schedule."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from fake_shards import write_shards
from icportrait import train_finder, train_surface
from icportrait.export import load_network
from icportrait.partners import MEET_EVERY
from icportrait.training import LOWEST_RATE, Schedule


@pytest.fixture(scope="module")
def shards(tmp_path_factory):
    folder = tmp_path_factory.mktemp("balls")
    write_shards(folder / "train", 2)
    write_shards(folder / "validation", 1, seed=1)
    return folder


def arguments(shards, run, minutes):
    return ["trainer", str(shards), str(run), "--minutes", str(minutes), "--batch", "4", "--validation-images", "8", "--device", "cpu"]


@pytest.mark.parametrize("kind, module", [("surface", train_surface), ("finder", train_finder)])
def test_training_saves_resumes_and_exports(shards, tmp_path, monkeypatch, kind, module):
    monkeypatch.setattr("sys.argv", arguments(shards, tmp_path, 0.05))
    module.main()
    first = torch.load(tmp_path / "checkpoint.pt", weights_only=True)
    monkeypatch.setattr("sys.argv", arguments(shards, tmp_path, 0.1))
    module.main()
    second = torch.load(tmp_path / "checkpoint.pt", weights_only=True)
    assert second["step"] > first["step"] > 0 and second["seconds"] > first["seconds"]
    history = json.loads((tmp_path / "history.json").read_text())
    assert len(history) == 2 and history[0]["validation"]
    assert (tmp_path / "validation.png").stat().st_size > 1000
    assert not (tmp_path / "checkpoint.part").exists()
    network = load_network(kind, tmp_path / "checkpoint.pt")
    name = next(iter(second["average"]))
    torch.testing.assert_close(network.state_dict()[name], second["average"][name])


def test_partners_train_one_network_and_end_together(shards, tmp_path):
    command = [sys.executable, "-m", "icportrait.train_finder", *arguments(shards, tmp_path, 0.05)[1:], "--workers", "2"]
    environment = {**os.environ, "PYTHONPATH": str(Path(train_finder.__file__).parent.parent)}
    finished = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300)
    assert finished.returncode == 0, finished.stderr
    stored = torch.load(tmp_path / "checkpoint.pt", weights_only=True)
    assert stored["step"] % MEET_EVERY == 0 and stored["images"] == stored["step"] * 4 * 2


def test_a_few_steps_lower_the_loss(shards):
    torch.manual_seed(0)
    network = train_surface.SurfaceNetwork().train()
    batch = train_surface.SurfaceBatches(shards / "train", None, 4, seed=0).make()
    optimiser = torch.optim.AdamW(network.parameters(), 1e-3)
    values = []
    for _ in range(20):
        total, _ = train_surface.loss(network, batch)
        optimiser.zero_grad()
        total.backward()
        optimiser.step()
        values.append(float(total.detach()))
    assert values[-1] < 0.8 * values[0]


def test_the_rate_warms_up_stays_and_falls():
    schedule = Schedule(1.0, 1000.0)
    assert schedule.at(0, 0) < 0.02
    assert schedule.at(10_000, 500) == 1.0
    assert schedule.at(10_000, 850) == pytest.approx(0.5)
    assert schedule.at(10_000, 1000) == LOWEST_RATE
