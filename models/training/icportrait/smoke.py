"""The whole recipe in two minutes: render a few heads, train both networks for seconds, export, run, check.

``python -m icportrait.smoke --assets ASSETS [--work FOLDER]``. The pack that comes out is of no use.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from . import pack
from .data import SURFACE_KEYS, list_shards, read_folder
from .evaluate import Pack

IMAGES = 48
TRAINING_SECONDS = {"surface": 12, "finder": 6}
PACKAGE_ROOT = Path(__file__).resolve().parent.parent


class SmokeFailure(RuntimeError):
    """A step of the recipe did not do what it should."""


def run(module: str, *arguments: object) -> None:
    """Runs ``python -m icportrait.MODULE`` as a user would. Raises SmokeFailure with its output when it fails."""
    command = [sys.executable, "-m", f"icportrait.{module}", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE_ROOT)}
    finished = subprocess.run(command, cwd=PACKAGE_ROOT, env=environment, capture_output=True, text=True)
    if finished.returncode != 0:
        raise SmokeFailure(f"{' '.join(command)} ended with {finished.returncode}:\n{finished.stdout}{finished.stderr}")


def smoke(assets: Path, work: Path) -> Path:
    """Runs every step below ``work`` and returns the folder of the pack. Raises SmokeFailure."""
    heads = work / "heads"
    for split in ("train", "validation"):
        run("make_heads", "--assets", assets, "--out", heads, "--split", split, "--count", IMAGES, "--seed", 1, "--workers", 1)
    check_heads(heads / "train")
    for kind, seconds in TRAINING_SECONDS.items():
        run(f"train_{kind}", heads, work / kind, "--minutes", seconds / 60, "--assets", assets, "--batch", 4,
            "--validation-images", 8, "--device", "cpu")
    checkpoints = {kind: work / kind / "checkpoint.pt" for kind in TRAINING_SECONDS}
    pack.build(work / "pack", checkpoints, "0.0.0", {})
    check_pack(work / "pack", heads / "validation")
    return work / "pack"


def check_heads(folder: Path) -> None:
    """The rendered shards are there and hold people."""
    stored = read_folder(folder, SURFACE_KEYS, IMAGES)
    if len(stored["image"]) != IMAGES or not list_shards(folder):
        raise SmokeFailure(f"{IMAGES} heads were asked for, {len(stored['image'])} are there")
    if not 0.05 < (stored["matte"] > 127).mean() < 0.95:
        raise SmokeFailure("The rendered mattes are empty or full")


def check_pack(folder: Path, renders: Path) -> None:
    """Both networks load in ONNX Runtime and give finite outputs of the promised kind."""
    picture = read_folder(renders, SURFACE_KEYS, 1)["image"][0]
    loaded = Pack(folder)
    faces = loaded.find(picture, threshold=0.0)
    surface = loaded.read_surface(picture)
    if not faces or not all(np.isfinite(value).all() for value in surface.values()):
        raise SmokeFailure("The exported networks give no finite outputs")
    rotation = surface["rotation"]
    if not np.allclose(rotation @ rotation.T, np.eye(3), atol=1e-4):
        raise SmokeFailure("The exported rotation is not orthonormal")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assets", type=Path, required=True)
    parser.add_argument("--work", type=Path, help="folder for everything made; without it a temporary one")
    arguments = parser.parse_args()
    if arguments.work:
        print(smoke(arguments.assets, arguments.work))
        return
    with tempfile.TemporaryDirectory() as work:
        smoke(arguments.assets, Path(work))
    print("The recipe works from end to end")


if __name__ == "__main__":
    main()
