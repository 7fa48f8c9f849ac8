"""What all trainers share: the loop over planned images, averaged weights, checkpoints and log."""

from __future__ import annotations

import argparse
import json
import signal
import time
from functools import partial
from pathlib import Path
from typing import Callable, Protocol

import torch
from torch import Tensor, nn

from .average import Average
from .checkpoint import read, write
from .curves import draw_curve
from .makers import Inside, Makers
from .partners import MEET_EVERY, Partners
from .precision import Precision
from .provenance import describe, fingerprint
from .schedule import Schedule
from .start import load_weights

REPORT_EVERY = 50  # steps
LARGEST_GRADIENT = 2.0
SEED_STEP = 7919  # between the seeds of processes that make batches


class NoOrigin(RuntimeError):
    """A new run was not told which weights to begin with."""


class Companion(Protocol):
    """What learns beside the network: its state is part of the run's checkpoint."""

    def state(self) -> dict: ...

    def restore(self, state: dict) -> None: ...


class Trainer:
    """Runs losses over batches until the planned images have been seen.

    ``tensors`` turns what a maker sent into tensors; ``losses`` maps (outputs of the network, batch) to (scalar, dict of
    named scalars); ``validate`` maps (averaged network, precision) to a dict of figures, each drawn in the curve. ``companion``, if any,
    learns beside the network. One thread only.
    """

    def __init__(self, kind: str, network: nn.Module, options: argparse.Namespace, tensors: Callable, losses: Callable,
                 validate: Callable, companion: Companion | None = None):
        self.kind, self.options, self.tensors, self.losses, self.validate = kind, options, tensors, losses, validate
        self.companion = companion
        self.folder: Path = options.run
        self.folder.mkdir(parents=True, exist_ok=True)
        self.device = torch.device(options.device)
        self.precision = Precision(self.device)
        # A processor's convolutions bring their own order of channels: measured 15 % faster from plain tensors in float32, a quarter slower in bfloat16.
        self.layout = torch.channels_last if self.device.type == "cuda" or self.precision.halved else torch.contiguous_format
        self.network = network.to(self.device, memory_format=self.layout)
        self.schedule = Schedule(options.rate, options.images, options.batch * options.workers)
        self.step, self.images, self.seconds = 0, 0, 0.0
        self.history: list[dict] = []
        self.sessions: list[dict] = []
        self.maker_states: list[dict] | None = None
        self.stopping = False
        self.begin()

    def begin(self) -> None:
        """Resumes the run of this folder; a new run begins with a pack's weights, or with random ones where told so."""
        stored = read(self.folder, self.device)
        if stored is None:
            origin = self.begin_new()
        else:
            self.network.load_state_dict(stored.get("network", stored["average"]))  # a slim one holds averages alone
            origin = f"step {stored['step']} of this run"
        self.average = Average(self.network, self.options.average)
        self.optimiser = torch.optim.AdamW(self.network.parameters(), lr=self.options.rate, weight_decay=1e-2, betas=(0.9, 0.98),
                                           fused=True)
        if stored is not None:
            self.resume(stored)
        self.sessions.append(describe(self.options, origin))
        print(f"Training of '{self.kind}' goes on from {origin}" if stored else f"Training of '{self.kind}' begins with {origin}", flush=True)

    def begin_new(self) -> str:
        if self.options.start is not None:
            missing = load_weights(self.network, self.options.start / f"{self.kind}.onnx")
            return "the weights of the pack " + self.options.start.resolve().name + (f"; new are {', '.join(missing)}" if missing else "")
        if not self.options.random:
            raise NoOrigin(f"{self.folder} holds no checkpoint, so this training would begin with random weights. Name the pack to "
                           "begin with (--start PACK), or say --random if that is what you want.")
        return "random weights"

    def resume(self, stored: dict) -> None:
        self.average.load(stored["average"])
        if "optimiser" in stored:
            self.optimiser.load_state_dict(stored["optimiser"])
        self.step, self.images, self.seconds = stored["step"], stored["images"], stored["seconds"]
        self.history, self.sessions = stored["history"], stored["sessions"]
        self.maker_states = next(iter(stored["makers"][self.options.rank:]), None)
        if self.companion is not None and "companion" in stored:
            self.companion.restore(stored["companion"])

    def save(self, states: list[list[dict]]) -> None:
        """Writes checkpoint, history and curve."""
        self.sessions[-1].update(images_to=self.images, steps_to=self.step, seconds=round(self.seconds),
                                 precision=str(self.precision))
        self.sessions[-1]["data"]["after"] = fingerprint(self.options.data / "train")
        companion = {} if self.companion is None else {"companion": self.companion.state()}
        write(self.folder, {**companion, "kind": self.kind, "network": self.network.state_dict(), "average": self.average.state,
                            "optimiser": self.optimiser.state_dict(), "settings": self.network.settings.as_dict(),
                            "step": self.step, "images": self.images, "seconds": self.seconds,
                            "history": self.history, "sessions": self.sessions, "makers": states})
        (self.folder / "history.json").write_text(json.dumps(self.history, indent=0))
        draw_curve(self.history, self.folder / "validation.png")

    def run(self, build: Callable[[int], object]) -> None:
        """Trains until the planned images have been seen; saves and validates every few minutes and at the end.

        ``build`` makes the source of batches from a seed (see ``Makers``). A termination signal saves and ends early; the same
        command then resumes.
        """
        signal.signal(signal.SIGTERM, self.ask_to_stop)
        self.network.train()
        partners = Partners(self.folder, self.options.rank, self.options.workers)
        if partners.leads:
            print(f"Arithmetic: {self.precision}", flush=True)
        makers = self.source(build)
        try:
            self.loop(makers, partners)
        finally:
            makers.close()
            partners.close()

    def source(self, build: Callable[[int], object]) -> Makers | Inside:
        first = self.options.seed + SEED_STEP * self.options.makers * self.options.rank
        if self.options.onboard:
            self.tensors = dict  # they are tensors already
            return Inside(build(first), self.maker_states)
        return Makers(partial(seeded, build, first), self.options.makers, self.maker_states)

    def loop(self, makers: Makers | Inside, partners: Partners) -> None:
        running: dict[str, Tensor] = {}
        self.replan()
        if self.schedule.finished(self.images):
            print(f"All {self.schedule.planned_images} planned images have been seen; a larger --images goes on", flush=True)
            return
        if partners.leads and not self.history:
            self.check(running, validated=True)  # what the run begins with
        saved = last = time.monotonic()
        for batch in makers:
            self.advance(batch, running)
            now = time.monotonic()
            self.seconds, last = self.seconds + now - last, now
            if self.step % REPORT_EVERY == 0 and partners.leads:
                self.report(running)
            if self.step % MEET_EVERY and not (self.stopping and partners.alone):
                continue
            self.replan()
            finished = self.schedule.finished(self.images)
            ending = partners.meet(self.network, self.stopping or finished)
            due = finished or now - saved > 60 * self.options.save_minutes
            if ending or partners.agree(due):
                states = partners.gather(makers.states())
                if partners.leads:
                    self.check(running, validated=due)
                    self.save(states)
                saved = time.monotonic()
            if ending:
                return
            last = time.monotonic()  # validation and waiting are not training time

    def ask_to_stop(self, *_: object) -> None:
        self.stopping = True

    def advance(self, batch: dict[str, Tensor], running: dict[str, Tensor]) -> None:
        rate = self.schedule.at(self.step, self.images)
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        batch = {key: value.to(self.device) for key, value in self.tensors(batch).items()}
        image = batch["image"].contiguous(memory_format=self.layout)
        outputs = self.precision.run(self.network, image)
        total, parts = self.losses(outputs, batch)
        self.optimiser.zero_grad(set_to_none=True)
        total.backward()
        norm = nn.utils.clip_grad_norm_(self.network.parameters(), LARGEST_GRADIENT)
        if torch.isfinite(norm):  # one broken batch must not destroy the weights
            self.optimiser.step()
            self.average.update(self.network, self.step)
            for name, value in parts.items():
                running[name] = torch.lerp(running.get(name, value), value, 0.02)
        self.step += 1
        self.images += len(image) * self.options.workers

    def replan(self) -> None:
        override = self.folder / "images"
        if override.exists():
            self.schedule.planned_images = int(override.read_text())

    def report(self, running: dict[str, Tensor]) -> None:
        speed = self.images / max(self.seconds, 1e-9)
        parts = " ".join(f"{name} {float(value):.4f}" for name, value in running.items())
        print(f"{self.step} {self.images} of {self.schedule.planned_images} images {self.seconds / 60:.1f} min {speed:.1f} img/s "
              f"rate {self.optimiser.param_groups[0]['lr']:.1e} {parts}", flush=True)

    def check(self, running: dict[str, Tensor], validated: bool) -> None:
        """Adds the averaged weights' figures to the history, where it is time for that."""
        if not validated:
            return
        with self.average.inside(self.network):
            figures = self.validate(self.network, self.precision)
        self.history.append({"step": self.step, "minutes": self.seconds / 60, "images": self.images,
                             "training": {name: float(value) for name, value in running.items()}, "validation": figures})
        print("validation", json.dumps({name: round(value, 4) for name, value in figures.items()}), flush=True)


def seeded(build: Callable[[int], object], first: int, number: int) -> object:
    return build(first + SEED_STEP * number)
