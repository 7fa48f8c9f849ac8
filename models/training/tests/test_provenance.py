"""What the manifest tells of a training."""

import argparse
from pathlib import Path

from fake_shards import write_shards
from icportrait.provenance import describe, fingerprint


def test_other_renders_have_another_fingerprint(tmp_path):
    for name, seed in (("one", 0), ("same", 0), ("other", 1)):
        write_shards(tmp_path / name, 2, images=1, seed=seed)
    one, same, other = (fingerprint(tmp_path / name) for name in ("one", "same", "other"))
    assert one == same and one["shards"] == 2 and one["sha256"] != other["sha256"]


def test_a_session_tells_its_options_and_no_path_of_this_machine(tmp_path):
    options = argparse.Namespace(data=tmp_path, run=tmp_path / "run", seed=3, rate=1e-4, start=Path("pack"), rank=1, device="cpu")
    session = describe(options, "random weights")
    assert session["options"] == {"seed": 3, "rate": 1e-4} and session["libraries"]["torch"]
    assert len(session["commit"]) == 40 or session["commit"] == "unknown"
    assert str(tmp_path) not in str(session)
