"""A stretch of time on a lent machine: what begins when, how plans are stretched, what is taken out."""

import sys

import pytest
import torch

from icportrait import lease
from icportrait.checkpoint import NAME

TRAINER = """
import os, pathlib, shutil, signal, sys, time
run, made = map(pathlib.Path, sys.argv[1:])
def save(*_):
    shutil.copy(made, run / "part")
    os.replace(run / "part", run / "checkpoint.pt")
def stop(*_):
    save()
    sys.exit(0)
signal.signal(signal.SIGTERM, stop)
for step in range(10000):
    print(step, 100 * step, "of 9 images", flush=True)
    time.sleep(0.05)
    if step == 20:
        save()
"""


def test_jobs_follow_one_another_and_everything_is_taken_out(tmp_path, monkeypatch):
    monkeypatch.setattr(lease, "LOOK_EVERY", 0.1)
    monkeypatch.setattr(lease, "FIRST_PLAN", 1.0)
    monkeypatch.setattr(lease, "LAST_WORDS", 0.0)
    jobs = [lease.Job("one", 0, 1, ()), lease.Job("two", 0, 0.5, ()), lease.Job("three", 0.5, 1, (), ("two",))]
    monkeypatch.setattr(lease.Job, "command", lambda self, work, *rest: [sys.executable, "-c", TRAINER, str(work / self.kind), str(tmp_path / "made.pt")])
    torch.save({"kind": "x", "average": {"w": torch.ones(3)}, "network": {}, "optimiser": {}, "makers": "[]"}, tmp_path / "made.pt")
    (tmp_path / "out").mkdir()
    lent = lease.Lease(tmp_path, tmp_path / "work", tmp_path / "out", tmp_path, 0.25, jobs)
    lent.run()
    one, two, three = lent.jobs
    assert all(job.process.poll() == 0 for job in lent.jobs)
    assert three.started >= 0.5 * lent.seconds and (tmp_path / "work" / "two" / NAME).exists()
    planned = int((tmp_path / "work" / "one" / "images").read_text())
    seen = int(lease.SEEN.findall((tmp_path / "work" / "one" / lease.LOG).read_text())[-1])
    assert planned == pytest.approx(seen, rel=0.2)
    assert "three: 1 100 of 9 images" in (tmp_path / "out" / "lease.log").read_text()
    assert len(list((tmp_path / "out").iterdir())) == 1 + len(lent.jobs)
    for job in lent.jobs:
        taken = torch.load(tmp_path / "out" / f"{job.kind}.pt", weights_only=True)
        assert taken["average"]["w"].dtype == torch.float16 and "optimiser" not in taken and "network" not in taken


def test_a_training_that_fails_goes_on_from_its_checkpoint(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(lease, "LOOK_EVERY", 0.1)
    monkeypatch.setattr(lease, "FIRST_PLAN", 0.5)
    once = "import pathlib, sys; mark = pathlib.Path(sys.argv[1]) / 'mark'; first = not mark.exists(); mark.touch(); print('no room'); sys.exit(first)"
    monkeypatch.setattr(lease.Job, "command", lambda self, work, *rest: [sys.executable, "-c", once, str(work / self.kind)])
    (tmp_path / "out").mkdir()
    lent = lease.Lease(tmp_path, tmp_path / "work", tmp_path / "out", tmp_path, 0.05, [lease.Job("one", 0, 1, ())])
    lent.run()
    assert capsys.readouterr().out.count("goes on from its checkpoint:\nno room") == 1 and lent.jobs[0].process.returncode == 0


def test_what_is_lent_fits_into_what_comes_back():
    for jobs in (plan() for plan in lease.PLANS.values()):
        names = [job.name for job in jobs]
        assert len(names) == len(set(names)) and all(0 <= job.begin < job.end <= 1 and set(job.after) < set(names) for job in jobs)


@pytest.mark.parametrize("there, origin", [(True, "--start"), (False, "--random")])
def test_a_network_goes_on_from_the_pack_where_that_has_one(tmp_path, there, origin):
    if there:
        (tmp_path / "denoiser.onnx").touch()
    words = lease.jobs_of_pairs()[0].command(tmp_path / "work", tmp_path, tmp_path)
    assert origin in words and str(tmp_path / "work" / "pairs") in words
    assert "--random" in lease.Job("denoiser", 0, 1, ()).command(tmp_path / "work", tmp_path, tmp_path)


def test_nets_are_handed_what_they_begin_with(tmp_path):
    matching, generator, guided = lease.jobs_of_guidance()
    words = generator.command(tmp_path / "work", tmp_path, tmp_path / "pack")
    assert words[words.index("--denoiser") + 1] == str(tmp_path / "pack" / "denoiser.onnx")
    assert words[words.index("--matching") + 1] == str(tmp_path / "work" / "matching" / NAME)
    words = guided.command(tmp_path / "work", tmp_path, tmp_path / "pack")
    assert words[words.index("--generator") + 1] == str(tmp_path / "work" / "generator" / NAME) and "--denoiser" not in words
    assert words[3:5] == [str(tmp_path / "work" / "pairs"), str(tmp_path / "work" / "guided")]
    assert "--matching" not in matching.command(tmp_path / "work", tmp_path, tmp_path / "pack")
