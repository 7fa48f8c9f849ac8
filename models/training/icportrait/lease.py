"""All that a lent machine with a fast GPU can do for the networks in some minutes: ``python -m icportrait.lease ASSETS WORK OUT --start PACK --minutes 9``.

Renders while everything trains at once; plans are stretched to the images that the time allows; what has been learned so far lies in OUT at any
time, in a few files small enough to travel (averaged weights in half precision, without the optimiser; at the end a log). Another machine's trainer goes on from
such a file where it stands as RUN/checkpoint.pt, and ``pack`` takes it.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from .checkpoint import NAME, slim

LOOK_EVERY = 5.0  # seconds
FIRST_PLAN = 30.0  # seconds of training after which a rate is believed
LAST_WORDS = 8.0  # seconds that a trainer needs to validate and save
LOG = "log.txt"
SEEN = re.compile(r"^\d+ (\d+) of ", re.MULTILINE)


@dataclass
class Job:
    """One training: from when to when, as shares of the time, and its options. It begins once the checkpoints of ``after`` are there.

    ``name`` is that of its run, the kind where it is empty; ``data`` the folder in WORK that it learns from; ``goes_on``: with the weights of the pack, where
    that has such a network; ``shipped``: kinds whose file of the pack it is handed, as it is handed the checkpoints of ``after``.
    """
    kind: str
    begin: float
    end: float
    options: tuple[str, ...]
    after: tuple[str, ...] = ()
    data: str = "scenes"
    goes_on: bool = False
    shipped: tuple[str, ...] = ()
    name: str = ""
    process: subprocess.Popen | None = None
    started: float = 0.0
    first: tuple[float, int] | None = None  # seconds and images from which its rate is counted
    taken: float = 0.0  # the time of the checkpoint that was last taken out

    def __post_init__(self) -> None:
        self.name = self.name or self.kind

    def command(self, work: Path, assets: Path, start: Path) -> list[str]:
        origin = ["--start", str(start)] if self.goes_on and (start / f"{self.kind}.onnx").exists() else ["--random"]
        others = [word for kind in self.after for word in (f"--{kind}", str(work / kind / NAME))]
        others += [word for kind in self.shipped for word in (f"--{kind}", str(start / f"{kind}.onnx"))]
        return [sys.executable, "-m", f"icportrait.train_{self.kind}", str(work / self.data), str(work / self.name), "--assets", str(assets), "--images", "100000000",
                "--save-minutes", "2", "--wait-minutes", "5", *origin, *others, *self.options]


def replan(run: Path, images: int) -> None:
    """Whole or not at all: the trainer may read it at any moment."""
    part = run / "images.part"
    part.write_text(str(images))
    os.replace(part, run / "images")


ONBOARD = ("--onboard", "--average", "0.999")


def jobs_of_scenes() -> list[Job]:
    """Everything at once, on renders."""
    return [Job("surface", 0, 1, (*ONBOARD, "--batch", "64", "--rate", "6e-4", "--validation-images", "144"), goes_on=True),
            Job("finder", 0, 1, ("--batch", "64", "--rate", "1e-3", "--makers", "4", "--validation-images", "240"), goes_on=True),
            Job("stitch", 0, 1, ("--batch", "64", "--rate", "1e-3", "--makers", "3", "--validation-images", "96"), goes_on=True),
            Job("denoiser", 0, 0.5, (*ONBOARD, "--batch", "48", "--rate", "1e-3", "--validation-images", "24")),
            Job("matching", 0.5, 0.62, (*ONBOARD, "--batch", "16", "--rate", "1e-3", "--validation-images", "24"), ("denoiser",)),
            Job("generator", 0.62, 1, (*ONBOARD, "--batch", "32", "--rate", "7e-4", "--validation-images", "24"), ("denoiser", "matching"))]


def jobs_of_pairs() -> list[Job]:
    """The adversarial phase alone, on pairs that the plugin writes meanwhile."""
    return [Job("denoiser", 0, 1, (*ONBOARD, "--written", "--adversary", "1", "--batch", "32", "--rate", "3e-4", "--first-images", "96",
                                   "--validation-images", "48"), data="pairs", goes_on=True)]


def jobs_of_guidance() -> list[Job]:
    """Matching and, guided by what it knows already, the generator on renders; then the generator on pairs that the plugin has written meanwhile.

    WORK/matching/checkpoint.pt must be there: a matching net that was trained before.
    """
    generator = (*ONBOARD, "--adversary", "0.6", "--batch", "32", "--rate", "4e-4", "--validation-images", "96")
    return [Job("matching", 0, 0.45, (*ONBOARD, "--batch", "32", "--rate", "1e-3", "--first-images", "960", "--validation-images", "48"), shipped=("denoiser",)),
            Job("generator", 0, 0.45, (*generator, "--first-images", "960"), ("matching",), shipped=("denoiser",)),
            Job("generator", 0.45, 1, (*generator, "--written", "--first-images", "192"), ("matching", "generator"), data="pairs", name="guided")]


def jobs_of_surface() -> list[Job]:
    """The surface network alone, in batches as large as keep the accelerator busy."""
    return [Job("surface", 0, 1, (*ONBOARD, "--batch", "256", "--rate", "8e-4", "--first-images", "480", "--validation-images", "144"), goes_on=True)]


PLANS = {"scenes": jobs_of_scenes, "written": jobs_of_pairs, "guidance": jobs_of_guidance, "surface": jobs_of_surface}


class Lease:
    """Starts, plans, saves and stops the jobs of one stretch of time. For one thread."""

    def __init__(self, assets: Path, work: Path, out: Path, start: Path, minutes: float, jobs: list[Job]):
        self.assets, self.work, self.out, self.start = assets, work, out, start
        self.began, self.seconds = time.monotonic(), 60 * minutes
        self.jobs = jobs

    def run(self) -> None:
        self.out.mkdir(parents=True, exist_ok=True)
        while (now := time.monotonic() - self.began) < self.seconds:
            for job in self.jobs:
                self.look(job, now)
            time.sleep(LOOK_EVERY)
        for job in self.jobs:
            self.stop(job)
        (self.out / "lease.log").write_text("\n".join(f"{job.name}: {line}" for job in self.jobs for line in self.words(job)) + "\n")

    def look(self, job: Job, now: float) -> None:
        if job.process is None:
            if now >= job.begin * self.seconds and all((self.work / kind / NAME).exists() for kind in job.after):
                self.begin(job, now)
        elif job.process.poll() is not None:
            self.mourn(job, now)
        else:
            if now >= job.end * self.seconds and job.end < 1:
                self.stop(job)
            else:
                self.plan(job, now)
                self.take_out(job)

    def begin(self, job: Job, now: float) -> None:
        (self.work / job.name).mkdir(parents=True, exist_ok=True)
        with open(self.work / job.name / LOG, "a") as log:
            job.process = subprocess.Popen(job.command(self.work, self.assets, self.start), stdout=log, stderr=subprocess.STDOUT)
        job.started = now

    def mourn(self, job: Job, now: float) -> None:
        """A training that has failed goes on from its checkpoint, where time is left; one that is done is left alone."""
        if job.process.returncode != 0 and job.end * self.seconds - now > FIRST_PLAN:
            print(f"{job.name} has failed and goes on from its checkpoint:\n" + "\n".join(self.words(job)[-5:]), flush=True)
            self.begin(job, now)
            job.first = None

    def words(self, job: Job) -> list[str]:
        log = self.work / job.name / LOG
        return log.read_text().splitlines() if log.exists() else []

    def plan(self, job: Job, now: float) -> None:
        """As many images as its time allows at the rate of the images so far."""
        seen = SEEN.findall((self.work / job.name / LOG).read_text())
        if not seen or now - job.started < FIRST_PLAN:
            return
        if job.first is None:
            job.first = (now, int(seen[-1]))
        elif int(seen[-1]) > job.first[1]:
            rate = (int(seen[-1]) - job.first[1]) / (now - job.first[0])
            left = max(0.0, job.end * self.seconds - now - LAST_WORDS)
            replan(self.work / job.name, int(int(seen[-1]) + rate * left))

    def take_out(self, job: Job) -> None:
        checkpoint = self.work / job.name / NAME
        if checkpoint.exists() and checkpoint.stat().st_mtime > job.taken:
            job.taken = checkpoint.stat().st_mtime
            slim(checkpoint, self.out / f"{job.name}.pt")

    def stop(self, job: Job) -> None:
        """Ends a training as a terminal would; it saves first."""
        if job.process is not None and job.process.poll() is None:
            job.process.send_signal(signal.SIGTERM)
            try:
                job.process.wait(30)
            except subprocess.TimeoutExpired:
                job.process.kill()
        self.take_out(job)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("assets", type=Path)
    parser.add_argument("work", type=Path, help="folder whose scenes/ a renderer fills meanwhile")
    parser.add_argument("out", type=Path)
    parser.add_argument("--start", type=Path, required=True, metavar="PACK")
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--plan", choices=sorted(PLANS), default="scenes", help="scenes: everything on renders; written: the denoiser's adversarial phase alone, on "
                        "WORK/pairs (org.icportrait.pairs.WritePairs); guidance: matching and generator on renders, then the generator on WORK/pairs; surface: that network alone")
    arguments = parser.parse_args()
    Lease(arguments.assets, arguments.work, arguments.out, arguments.start, arguments.minutes, PLANS[arguments.plan]()).run()


if __name__ == "__main__":
    main()
