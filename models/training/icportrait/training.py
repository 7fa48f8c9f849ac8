"""What both trainers share: time-limited schedule, averaged weights, checkpoints, log and validation curve."""

from __future__ import annotations

import argparse
import json
import os
import signal
import time
from pathlib import Path
from typing import Callable, Iterable

import numpy as np
import torch
from torch import Tensor, nn

from .partners import MEET_EVERY, Partners

WARM_UP_STEPS = 150
DECAY_SHARE = 0.3  # last part of the time, in which the learning rate falls
LOWEST_RATE = 0.02
SEED_STEP = 7919  # between the seeds of partners


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options that both trainers have."""
    parser.add_argument("data", type=Path, help="folder with train and validation shards; may still be growing")
    parser.add_argument("run", type=Path, help="folder for checkpoints, log and curve; training resumes from it")
    parser.add_argument("--assets", type=Path, help="folder with hdri/*.hdr for backgrounds")
    parser.add_argument("--hours", type=float, default=0.0)
    parser.add_argument("--minutes", type=float, default=0.0,
                        help="planned training time of all sessions together; a file RUN/minutes overrides it at any time")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=1e-3, help="highest learning rate")
    parser.add_argument("--average", type=float, default=0.998, help="decay of the averaged weights, by step")
    parser.add_argument("--threads", type=int, default=0, help="processor threads; 0 leaves the choice to PyTorch")
    parser.add_argument("--workers", type=int, default=1, help="processes that train together, their weights averaged")
    parser.add_argument("--rank", type=int, default=0, help=argparse.SUPPRESS)  # set for the processes that a leader starts
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save-minutes", type=float, default=3.0)
    parser.add_argument("--validation-images", type=int, default=240)
    parser.add_argument("--wait-minutes", type=float, default=0.0, help="patience for the first images")
    parser.add_argument("--first-images", type=int, default=48, help="images to wait for before starting")


class Schedule:
    """Learning rate over planned time: warm-up, constant, then a straight fall in the last ``DECAY_SHARE``.

    While the rate is constant the plan can be made longer or shorter without loss.
    """

    def __init__(self, rate: float, planned_seconds: float):
        self.rate, self.planned_seconds = rate, planned_seconds

    def at(self, step: int, seconds: float) -> float:
        left = max(0.0, 1.0 - seconds / max(self.planned_seconds, 1e-9))
        fall = min(1.0, left / DECAY_SHARE)
        return self.rate * min(1.0, (step + 1) / WARM_UP_STEPS) * max(LOWEST_RATE, fall)


class Trainer:
    """Runs a loss over batches for a planned time.

    ``loss`` maps (network, batch) to (scalar, dict of named scalars); ``validate`` maps the averaged network to a
    dict of figures; each is drawn in the curve. One thread only.
    """

    def __init__(self, network: nn.Module, options: argparse.Namespace, loss: Callable, validate: Callable):
        self.options, self.loss, self.validate = options, loss, validate
        self.folder: Path = options.run
        self.folder.mkdir(parents=True, exist_ok=True)
        self.device = torch.device(options.device)
        self.network = network.to(self.device, memory_format=torch.channels_last)
        self.averaged = {name: value.detach().clone() for name, value in network.state_dict().items()}
        self.optimiser = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=1e-2, betas=(0.9, 0.98),
                                           fused=True)
        self.step, self.images, self.seconds, self.history = 0, 0, 0.0, []
        self.stopping = False
        self.schedule = Schedule(options.rate, 3600 * options.hours + 60 * options.minutes)

    @property
    def checkpoint(self) -> Path:
        return self.folder / "checkpoint.pt"

    def resume(self) -> None:
        """Takes up the state of an earlier session in the same folder, if there is one."""
        if not self.checkpoint.exists():
            return
        stored = torch.load(self.checkpoint, map_location=self.device, weights_only=True)
        self.network.load_state_dict(stored["network"])
        self.averaged = {name: value.to(self.device) for name, value in stored["average"].items()}
        self.optimiser.load_state_dict(stored["optimiser"])
        self.step, self.images, self.seconds = stored["step"], stored["images"], stored["seconds"]
        self.history = json.loads(stored["history"])
        print(f"Resumed at step {self.step}, {self.seconds / 60:.1f} minutes", flush=True)

    def save(self) -> None:
        """Writes the checkpoint beside its place and renames it: a crash leaves the old one whole."""
        part = self.checkpoint.with_suffix(".part")
        torch.save({"network": self.network.state_dict(), "average": self.averaged,
                    "optimiser": self.optimiser.state_dict(), "settings": self.network.settings.as_dict(),
                    "step": self.step, "images": self.images, "seconds": self.seconds,
                    "history": json.dumps(self.history)}, part)
        os.replace(part, self.checkpoint)
        (self.folder / "history.json").write_text(json.dumps(self.history, indent=0))
        draw_curve(self.history, self.folder / "validation.png")

    def run(self, batches: Iterable) -> None:
        """Trains until the planned time is over; saves and validates every few minutes and at the end.

        A termination signal saves and ends early; the same command then resumes.
        """
        self.network.train()
        signal.signal(signal.SIGTERM, self.ask_to_stop)
        partners = Partners(self.folder, self.options.rank, self.options.workers)
        last, saved = time.monotonic(), time.monotonic()
        running: dict[str, float] = {}
        for batch in batches:
            self.advance(batch, running)
            now = time.monotonic()
            self.seconds, last = self.seconds + now - last, now
            if self.step % 50 == 0 and partners.leads:
                self.report(running)
            if self.step % MEET_EVERY:
                continue
            self.replan()
            finished = self.seconds >= self.schedule.planned_seconds
            self.seconds, ending = partners.meet(self.network, self.seconds, self.stopping or (finished and partners.leads))
            if partners.leads and (finished or now - saved > 60 * self.options.save_minutes):
                self.check(running)
                saved = time.monotonic()
            elif partners.leads and ending:
                self.save()
            if ending:
                break
            last = time.monotonic()  # validation and waiting are not training time
        partners.close()

    def ask_to_stop(self, *_: object) -> None:
        self.stopping = True

    def advance(self, batch: dict[str, Tensor], running: dict[str, float]) -> None:
        rate = self.schedule.at(self.step, self.seconds)
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        batch = {key: value.to(self.device) for key, value in batch.items()}
        total, parts = self.loss(self.network, batch)
        self.optimiser.zero_grad(set_to_none=True)
        total.backward()
        norm = nn.utils.clip_grad_norm_(self.network.parameters(), 2.0)
        if torch.isfinite(norm):  # one broken batch must not destroy the weights
            self.optimiser.step()
            self.average_weights()
            for name, value in parts.items():
                running[name] = 0.98 * running.get(name, float(value)) + 0.02 * float(value)
        self.step += 1
        self.images += len(batch["image"]) * self.options.workers

    def average_weights(self) -> None:
        decay = min(self.options.average, (1 + self.step) / (10 + self.step))
        state = self.network.state_dict()
        names = list(self.averaged)
        torch._foreach_lerp_([self.averaged[name] for name in names], [state[name] for name in names], 1 - decay)

    def replan(self) -> None:
        override = self.folder / "minutes"
        if override.exists():
            self.schedule.planned_seconds = 60 * float(override.read_text())

    def report(self, running: dict[str, float]) -> None:
        speed = self.images / max(self.seconds, 1e-9)
        parts = " ".join(f"{name} {value:.4f}" for name, value in running.items())
        print(f"{self.step} {self.seconds / 60:.1f} min {speed:.1f} img/s rate "
              f"{self.optimiser.param_groups[0]['lr']:.1e} {parts}", flush=True)

    def check(self, running: dict[str, float]) -> None:
        """Validates the averaged weights, then saves everything."""
        kept = {name: value.clone() for name, value in self.network.state_dict().items()}
        self.network.load_state_dict(self.averaged)
        self.network.eval()
        with torch.no_grad():
            figures = self.validate(self.network)
        self.network.load_state_dict(kept)
        self.network.train()
        self.history.append({"step": self.step, "minutes": self.seconds / 60,
                             "images": self.images, "training": dict(running), "validation": figures})
        print("validation", json.dumps({name: round(value, 4) for name, value in figures.items()}), flush=True)
        self.save()


def low_precision(device: torch.device) -> torch.autocast:
    """bfloat16 where the arithmetic allows it: 2.6 times faster on recent processors."""
    return torch.autocast(device.type, torch.bfloat16)


def prepare(options: argparse.Namespace) -> None:
    """Threads and seeds."""
    if options.threads:
        torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    np.random.seed(options.seed)


def draw_curve(history: list[dict], path: Path) -> None:
    """One small plot for each validation figure over the images seen."""
    if not history:
        return
    import matplotlib
    matplotlib.use("Agg")
    from matplotlib import pyplot
    names = list(history[-1]["validation"])
    columns = 3
    rows = -(-len(names) // columns)
    figure, axes = pyplot.subplots(rows, columns, figsize=(4 * columns, 2.6 * rows), squeeze=False)
    for axis, name in zip(axes.flat, names):
        points = [(entry["images"] / 1000, entry["validation"][name]) for entry in history if name in entry["validation"]]
        axis.plot(*zip(*points), marker=".")
        axis.set_title(name, fontsize=9)
        axis.set_xlabel("thousand images", fontsize=8)
        axis.grid(alpha=0.3)
    for axis in list(axes.flat)[len(names):]:
        axis.axis("off")
    figure.tight_layout()
    figure.savefig(path, dpi=90)
    pyplot.close(figure)
