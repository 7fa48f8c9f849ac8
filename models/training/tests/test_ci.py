"""The script that CI runs: what it does about Python. With stand-ins for python3 and mvn in a folder of their own."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[3] / ".ci" / "run"
TOOLS = ("bash", "dirname", "timeout", "env")


@pytest.fixture
def place(tmp_path):
    """A folder with the script, and one for the commands that it finds."""
    (tmp_path / ".ci").mkdir()
    (tmp_path / "models" / "training").mkdir(parents=True)
    (tmp_path / "bin").mkdir()
    shutil.copy(SCRIPT, tmp_path / ".ci" / "run")
    for tool in TOOLS:
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool))
    command(tmp_path / "bin" / "mvn", "echo maven ran")
    return tmp_path


def command(path: Path, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/usr/bin/env bash\n{body}\n")
    path.chmod(0o755)


def run(place: Path) -> subprocess.CompletedProcess:
    return subprocess.run(["bash", str(place / ".ci" / "run")], env={**os.environ, "PATH": str(place / "bin")},
                          capture_output=True, text=True)


def python(place: Path, pip: int, tests: int) -> None:
    """A python3 whose environments install and test with these exit codes."""
    command(place / "bin" / "python3", "exit 0")
    command(place / "target" / "python" / "bin" / "python", f'if [ "$2" = pip ]; then exit {pip}; fi; echo tests ran; exit {tests}')


def test_without_python_the_tests_are_skipped_by_name(place):
    finished = run(place)
    assert finished.returncode == 0 and "SKIPPED: the tests of models/training (there is no python3)" in finished.stdout
    assert "maven ran" in finished.stdout


def test_packages_that_cannot_be_installed_fail_the_run(place):
    python(place, pip=1, tests=0)
    finished = run(place)
    assert finished.returncode != 0 and "FAILED" in finished.stdout and "SKIPPED: the tests of models" not in finished.stdout
    assert "tests ran" not in finished.stdout and "maven ran" in finished.stdout


@pytest.mark.parametrize("tests", [0, 1])
def test_the_outcome_of_the_tests_is_the_outcome_of_the_run(place, tests):
    python(place, pip=0, tests=tests)
    finished = run(place)
    assert (finished.returncode != 0) == (tests != 0) and "tests ran" in finished.stdout
