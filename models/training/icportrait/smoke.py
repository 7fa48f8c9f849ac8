"""The whole recipe in a few minutes, as another machine would run it: archive the assets, unpack them, render a few heads,
train all networks on some dozens of images, export, check.

``python -m icportrait.smoke --assets ASSETS [--work FOLDER]``. The pack that comes out is of no use.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import numpy as np

from .data import SURFACE_KEYS, list_shards, read_folder
from .inference import Pack
from .recipe import Plan, carry_out
from .stitch_data import canvases
from .travel import archive, unpack

IMAGES = 48
PLAN = Plan(start=None, renders=IMAGES, finder_images=64, surface_images=64, stitch_images=32, embedding_images=32,
            eyelid_images=32, part_crops=48, part_images=32, batch=4,
            workers=1, validation_images=8, held_out=IMAGES)


class SmokeFailure(RuntimeError):
    """A step of the recipe did not do what it should."""


def smoke(assets: Path, work: Path) -> Path:
    """Runs every step below ``work`` and returns the folder of the pack. Raises SmokeFailure or StepFailed."""
    archive(assets, work / "assets.zip")
    folder = carry_out(PLAN, unpack(work / "assets.zip", work), work)
    check_heads(work / "heads" / "train")
    check_pack(folder, work / "heads" / "validation")
    return folder


def check_heads(folder: Path) -> None:
    """The rendered shards are there and hold people."""
    stored = read_folder(folder, SURFACE_KEYS, IMAGES)
    if len(stored["image"]) != IMAGES or not list_shards(folder):
        raise SmokeFailure(f"{IMAGES} heads were asked for, {len(stored['image'])} are there")
    if not 0.05 < (stored["matte"] > 127).mean() < 0.95:
        raise SmokeFailure("The rendered mattes are empty or full")


def check_pack(folder: Path, renders: Path) -> None:
    """All networks load in ONNX Runtime and give finite outputs of the promised kind."""
    picture = read_folder(renders, SURFACE_KEYS, 1)["image"][0]
    loaded = Pack(folder)
    faces = loaded.find(picture, threshold=0.0)
    surface = loaded.read_surface(picture)
    if not faces or not all(np.isfinite(value).all() for value in surface.values()):
        raise SmokeFailure("The exported networks give no finite outputs")
    stitched = loaded.stitch(canvases(renders, 1)[0])
    if not all(np.isfinite(value).all() for value in stitched.values()):
        raise SmokeFailure("The exported stitch network gives no finite outputs")
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
