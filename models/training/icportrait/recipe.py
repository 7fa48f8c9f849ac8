"""All steps from assets to a pack, one after the other, as commands; each goes on where an earlier run of it ended.

``python -m icportrait.recipe ASSETS WORK --start PACK --renders 24000``; options say how many images each network sees.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PACKAGE_ROOT = Path(__file__).resolve().parent.parent
HELD_OUT_SHARE = 50  # one picture is held out for validation, and one for the test, to so many of training
LEAST_HELD_OUT = 96
LIDS_DAY, LIDS_PART, LIDS = 2, 5, ("closed lids=0.35", "half lids=0.45")  # of these renders eyelids learn; one to so many others


class StepFailed(RuntimeError):
    """A step of the recipe did not do what it should; the message holds what it printed last."""


@dataclass(frozen=True)
class Plan:
    """How much of everything. ``start``: the pack to begin with, None for random weights."""
    start: Path | None
    renders: int
    finder_images: int
    surface_images: int
    stitch_images: int
    embedding_images: int
    eyelid_images: int
    part_crops: int
    part_images: int
    batch: int = 16
    workers: int = 2
    seed: int = 1
    validation_images: int = 240
    held_out: int | None = None

    @staticmethod
    def add_arguments(parser: argparse.ArgumentParser) -> None:
        origin = parser.add_mutually_exclusive_group(required=True)
        origin.add_argument("--start", type=Path, metavar="PACK", help="begin with the weights of this pack")
        origin.add_argument("--random", action="store_true", help="begin with random weights")
        parser.add_argument("--renders", type=int, default=24000)
        parser.add_argument("--finder-images", type=int, default=200000)
        parser.add_argument("--surface-images", type=int, default=300000)
        parser.add_argument("--stitch-images", type=int, default=150000)
        parser.add_argument("--embedding-images", type=int, default=200000)
        parser.add_argument("--eyelid-images", type=int, default=110000)
        parser.add_argument("--part-crops", type=int, default=20000)
        parser.add_argument("--part-images", type=int, default=600000)
        parser.add_argument("--batch", type=int, default=16)
        parser.add_argument("--workers", type=int, default=2, help="processes that render, and that train together")
        parser.add_argument("--seed", type=int, default=1)

    @staticmethod
    def of(arguments: argparse.Namespace) -> Plan:
        start = arguments.start.resolve() if arguments.start else None
        return Plan(start, arguments.renders, arguments.finder_images, arguments.surface_images, arguments.stitch_images,
                    arguments.embedding_images, arguments.eyelid_images, arguments.part_crops, arguments.part_images, arguments.batch, arguments.workers, arguments.seed)

    def held_out_renders(self) -> int:
        return self.held_out or max(LEAST_HELD_OUT, self.renders // HELD_OUT_SHARE)


def carry_out(plan: Plan, assets: Path, work: Path) -> Path:
    """Renders, trains all networks and builds ``work``/pack, whose folder is returned. Raises StepFailed."""
    assets, work = assets.resolve(), work.resolve()
    heads = work / "heads"
    days = {"train": (0, 1), "validation": (0, 1), "test": (0,)}  # of two days the embedding learns, and is watched
    for split, count in (("train", plan.renders), ("validation", plan.held_out_renders()), ("test", plan.held_out_renders())):
        for day in days[split]:
            render(plan, assets, heads, split, count, day)
    for split, count in (("train", plan.renders // LIDS_PART), ("validation", plan.held_out_renders())):
        render(plan, assets, heads, split, count, LIDS_DAY, *LIDS)
    for kind, images in (("finder", plan.finder_images), ("surface", plan.surface_images), ("stitch", plan.stitch_images),
                         ("embedding", plan.embedding_images), ("eyelids", plan.eyelid_images)):
        known = plan.start and (plan.start / f"{kind}.onnx").exists()
        origin = ("--start", plan.start) if known else ("--random",)
        step(f"train_{kind}", heads, work / kind, "--images", images, *origin, "--assets", assets, "--batch", plan.batch,
             "--workers", plan.workers, "--seed", plan.seed, "--validation-images", plan.validation_images)
    read_and_learn_parts(plan, assets, heads, work)
    step("pack", work / "pack", "--finder", work / "finder" / "checkpoint.pt", "--surface", work / "surface" / "checkpoint.pt",
         "--stitch", work / "stitch" / "checkpoint.pt", "--embedding", work / "embedding" / "checkpoint.pt",
         "--eyelids", work / "eyelids" / "checkpoint.pt", "--parts", work / "parts" / "checkpoint.pt", "--renders", heads / "validation", "--version", "0.0.0")
    return work / "pack"


def read_and_learn_parts(plan: Plan, assets: Path, heads: Path, work: Path) -> None:
    """The network of parts sees what the surface network says, as the pack will have it: its own checkpoint is packed first."""
    step("pack", work / "surface-pack", "--finder", work / "finder" / "checkpoint.pt", "--surface", work / "surface" / "checkpoint.pt",
         "--renders", heads / "validation")
    for split, count in (("train", plan.part_crops), ("validation", plan.validation_images)):
        step("read_parts", work / "read", heads, "--split", split, "--pack", work / "surface-pack", "--assets", assets, "--crops", count, "--seed", plan.seed)
    known = plan.start and (plan.start / "parts.onnx").exists()
    origin = ("--start", plan.start) if known else ("--random",)
    step("train_parts", work / "read", work / "parts", "--images", plan.part_images, *origin, "--batch", min(plan.batch, 8), "--rate", 2e-3,
         "--workers", plan.workers, "--seed", plan.seed, "--validation-images", plan.validation_images)


def render(plan: Plan, assets: Path, heads: Path, split: str, count: int, day: int, *shares: str) -> None:
    options = [part for share in shares for part in ("--share", share)]
    step("make_heads", "--assets", assets, "--out", heads, "--split", split, "--count", count, "--seed", plan.seed, "--day", day,
         "--workers", plan.workers, *options)


def step(module: str, *arguments: object) -> None:
    """Runs ``python -m icportrait.MODULE`` as a user would, its words passed on. Raises StepFailed."""
    command = [sys.executable, "-m", f"icportrait.{module}", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE_ROOT)}
    print("+", " ".join(command[1:]), flush=True)
    with subprocess.Popen(command, cwd=PACKAGE_ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True) as running:
        last: list[str] = []
        for line in running.stdout:
            print(line, end="", flush=True)
            last = [*last[-40:], line]
    if running.returncode != 0:
        raise StepFailed(f"{' '.join(command)} ended with {running.returncode}:\n{''.join(last)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("assets", type=Path)
    parser.add_argument("work", type=Path)
    Plan.add_arguments(parser)
    arguments = parser.parse_args()
    print(carry_out(Plan.of(arguments), arguments.assets, arguments.work))


if __name__ == "__main__":
    main()
