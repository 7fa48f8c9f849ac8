"""Trainers: learning, beginning, resuming, partners, schedule."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from fake_checkpoints import write_checkpoints
from fake_shards import write_shards
from icportrait import pack, train_finder, train_surface
from icportrait.export import load_network
from icportrait.batches import tensors
from icportrait.checkpoint import NAME, slim
from icportrait.losses import weighted_losses
from icportrait.partners import MEET_EVERY
from icportrait.precision import Precision
from icportrait.schedule import LOWEST_RATE, Schedule
from icportrait.training import NoOrigin

BATCH = 2
ONE_MEETING = MEET_EVERY * BATCH  # images between two looks at the plan
MODULES = [("surface", train_surface), ("finder", train_finder)]


@pytest.fixture(scope="module")
def shards(tmp_path_factory):
    folder = tmp_path_factory.mktemp("balls")
    write_shards(folder / "train", 2)
    write_shards(folder / "validation", 1, seed=1)
    return folder


def train(module, monkeypatch, shards, run, images, *more):
    monkeypatch.setattr("sys.argv", ["trainer", str(shards), str(run), "--images", str(images), "--batch", str(BATCH),
                                     "--validation-images", "4", "--device", "cpu", *more])
    module.main()
    return torch.load(run / "checkpoint.pt", weights_only=True)


@pytest.mark.parametrize("kind, module", MODULES)
def test_a_run_in_two_sessions_is_the_run_in_one(shards, tmp_path, monkeypatch, kind, module):
    whole = train(module, monkeypatch, shards, tmp_path / "whole", 2 * ONE_MEETING, "--random")
    train(module, monkeypatch, shards, tmp_path / "parts", ONE_MEETING, "--random")
    (tmp_path / "parts" / "images").write_text(str(2 * ONE_MEETING))
    parts = train(module, monkeypatch, shards, tmp_path / "parts", ONE_MEETING)
    assert whole["images"] == parts["images"] == 2 * ONE_MEETING and whole["step"] == parts["step"]
    assert torch.equal(whole["random"], parts["random"])
    # The first part's plan ends where its rate has fallen, so weights are compared by the batches they saw.
    assert json.loads(whole["makers"]) == json.loads(parts["makers"])
    sessions = json.loads(parts["sessions"])
    assert [session["origin"] for session in sessions] == ["random weights", f"step {MEET_EVERY} of this run"]
    assert sessions[0]["data"]["before"]["shards"] == 2 and sessions[0]["options"]["seed"] == 1
    assert "path" not in json.dumps(sessions) and str(tmp_path) not in json.dumps(sessions)
    history = json.loads((tmp_path / "parts" / "history.json").read_text())
    assert [entry["images"] for entry in history] == [0, ONE_MEETING, 2 * ONE_MEETING] and history[0]["validation"]
    assert (tmp_path / "parts" / "validation.png").stat().st_size > 1000
    assert not (tmp_path / "parts" / "checkpoint.pt.part").exists()
    network, training = load_network(kind, tmp_path / "parts" / "checkpoint.pt")
    assert training["images"] == 2 * ONE_MEETING
    for name, value in parts["average"].items():
        assert torch.equal(network.state_dict()[name], value)


def test_resuming_gives_the_very_same_weights(shards, tmp_path, monkeypatch):
    monkeypatch.setattr(train_finder.Trainer, "replan", lambda self: None)
    monkeypatch.setattr(Schedule, "at", lambda self, step, images: 1e-3)
    whole = train(train_finder, monkeypatch, shards, tmp_path / "whole", 2 * ONE_MEETING, "--random")
    train(train_finder, monkeypatch, shards, tmp_path / "parts", ONE_MEETING, "--random")
    parts = train(train_finder, monkeypatch, shards, tmp_path / "parts", 2 * ONE_MEETING)
    for name, value in whole["network"].items():
        torch.testing.assert_close(parts["network"][name], value, atol=1e-6, rtol=1e-5)


@pytest.mark.parametrize("kind, module", MODULES)
def test_a_fresh_clone_does_not_begin_with_random_weights_by_itself(shards, tmp_path, monkeypatch, kind, module):
    with pytest.raises(NoOrigin, match="--start PACK"):
        train(module, monkeypatch, shards, tmp_path, ONE_MEETING)


def test_a_new_run_begins_with_the_weights_of_a_pack(shards, tmp_path, monkeypatch, capsys):
    pack.build(tmp_path / "pack", write_checkpoints(tmp_path), "0", {}, shards / "validation")
    monkeypatch.setattr(Schedule, "at", lambda self, step, images: 0.0)
    stored = train(train_finder, monkeypatch, shards, tmp_path / "run", ONE_MEETING, "--start", str(tmp_path / "pack"))
    assert "begins with the weights of the pack" in capsys.readouterr().out
    network, _ = load_network("finder", tmp_path / "finder.pt")
    for name, value in network.state_dict().items():
        torch.testing.assert_close(stored["network"][name], value, atol=2e-3, rtol=2e-3)


def test_a_finished_run_says_so_and_stops(shards, tmp_path, monkeypatch, capsys):
    first = train(train_finder, monkeypatch, shards, tmp_path, ONE_MEETING, "--random")
    second = train(train_finder, monkeypatch, shards, tmp_path, ONE_MEETING)
    assert "planned images have been seen" in capsys.readouterr().out and first["step"] == second["step"]


def test_partners_train_one_network_and_end_together(shards, tmp_path):
    command = [sys.executable, "-m", "icportrait.train_finder", str(shards), str(tmp_path), "--images", str(4 * ONE_MEETING),
               "--batch", str(BATCH), "--validation-images", "4", "--device", "cpu", "--random", "--workers", "2"]
    environment = {**os.environ, "PYTHONPATH": str(Path(train_finder.__file__).parent.parent)}
    finished = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300)
    assert finished.returncode == 0, finished.stderr
    stored = torch.load(tmp_path / "checkpoint.pt", weights_only=True)
    assert stored["step"] == 2 * MEET_EVERY and stored["images"] == 4 * ONE_MEETING
    states = json.loads(stored["makers"])
    assert len(states) == 2 and states[0] != states[1]


def test_a_terminated_trainer_saves_and_the_same_command_goes_on(shards, tmp_path):
    command = [sys.executable, "-m", "icportrait.train_finder", str(shards), str(tmp_path), "--images", "100000", "--batch", str(BATCH),
               "--validation-images", "4", "--device", "cpu", "--random"]
    environment = {**os.environ, "PYTHONPATH": str(Path(train_finder.__file__).parent.parent)}
    running = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert any(line.startswith("validation") for line in running.stdout)  # it has begun
    running.terminate()
    assert running.wait(timeout=120) == 0
    stored = torch.load(tmp_path / "checkpoint.pt", weights_only=True)
    assert stored["step"] > 0 and json.loads(stored["sessions"])[0]["images_to"] == stored["images"]


def test_a_few_steps_lower_the_loss(shards):
    torch.manual_seed(0)
    network = train_surface.SurfaceNetwork().train()
    batch = tensors(train_surface.SurfaceBatches(shards / "train", None, 4, seed=0).make())
    optimiser = torch.optim.AdamW(network.parameters(), 1e-3)
    values = []
    for _ in range(20):
        total, _ = weighted_losses(network(batch["image"]), batch)
        optimiser.zero_grad()
        total.backward()
        optimiser.step()
        values.append(float(total.detach()))
    assert values[-1] < 0.8 * values[0]


@pytest.mark.parametrize("single, half, halved", [(1.0, 0.5, True), (1.0, 0.95, False), (1.0, 6.0, False)])
def test_bfloat16_is_used_only_where_it_is_measured_to_be_faster(monkeypatch, single, half, halved):
    monkeypatch.setattr("icportrait.precision.seconds", lambda device, low: half if low else single)
    precision = Precision(torch.device("cpu"))
    assert precision.halved == halved and ("bfloat16" if halved else "float32") == str(precision).split()[0]
    computed = []
    linear = torch.nn.Linear(2, 2)
    linear.register_forward_hook(lambda layer, given, made: computed.append(made.dtype))
    made = precision.run(lambda given: {"one": [linear(given)], "two": given.int()}, torch.rand(1, 2))
    assert (computed[0] == torch.bfloat16) == halved and made["one"][0].dtype == torch.float32 and made["two"].dtype == torch.int32


def test_the_rate_warms_up_stays_and_falls_with_the_images():
    schedule = Schedule(1.0, 1000)
    assert schedule.at(0, 0) < 0.02
    assert schedule.at(10_000, 500) == 1.0
    assert schedule.at(10_000, 850) == pytest.approx(0.5)
    assert schedule.at(10_000, 1000) == LOWEST_RATE
    assert schedule.finished(1000) and not schedule.finished(999)


def test_a_trainer_whose_batches_are_made_elsewhere_knows_no_onboard(shards, tmp_path, monkeypatch, capsys):
    with pytest.raises(SystemExit):
        train(train_finder, monkeypatch, shards, tmp_path / "run", ONE_MEETING, "--random", "--onboard")
    assert "--onboard" in capsys.readouterr().err and not (tmp_path / "run").exists()


def test_a_slim_checkpoint_travels_and_goes_on_with_a_fresh_optimiser(shards, tmp_path, monkeypatch):
    whole = train(train_surface, monkeypatch, shards, tmp_path / "here", ONE_MEETING, "--random", "--onboard")
    (tmp_path / "there").mkdir()
    slim(tmp_path / "here" / NAME, tmp_path / "there" / NAME)
    assert (tmp_path / "there" / NAME).stat().st_size < 0.2 * (tmp_path / "here" / NAME).stat().st_size
    network, training = load_network("surface", tmp_path / "there" / NAME)
    assert training["images"] == ONE_MEETING
    for name, value in whole["average"].items():
        torch.testing.assert_close(network.state_dict()[name], value, rtol=1e-3, atol=1e-6)
    further = train(train_surface, monkeypatch, shards, tmp_path / "there", 2 * ONE_MEETING)
    assert further["images"] == 2 * ONE_MEETING and "optimiser" in further
