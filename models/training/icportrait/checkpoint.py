"""The file that a run goes on from."""

from __future__ import annotations

import json
import os
from pathlib import Path

import torch

NAME = "checkpoint.pt"
TOLD = ("history", "sessions", "makers")  # kept as JSON: loading then needs no trust in the file


def write(folder: Path, state: dict) -> None:
    """Writes the state with PyTorch's random state beside its place and renames it: a crash leaves the old file whole."""
    told = {name: json.dumps(state[name]) for name in TOLD}
    part = folder / f"{NAME}.part"
    torch.save({**state, **told, "random": torch.get_rng_state()}, part)
    os.replace(part, folder / NAME)


def read(folder: Path, device: torch.device) -> dict | None:
    """The state of a run, PyTorch's random state taken up; None where there is none yet."""
    if not (folder / NAME).exists():
        return None
    stored = torch.load(folder / NAME, map_location=device, weights_only=True)
    torch.set_rng_state(stored["random"].cpu())
    return {**stored, **{name: json.loads(stored[name]) for name in TOLD}}


def slim(checkpoint: Path, target: Path) -> None:
    """Writes what travels of a checkpoint: averaged weights in half precision, how they were trained, no optimiser. ``read`` takes it."""
    stored = torch.load(checkpoint, map_location="cpu", weights_only=True)
    kept = {name: value for name, value in stored.items() if name not in ("network", "optimiser", "average", "makers")}
    average = {name: value.half() if value.is_floating_point() else value for name, value in stored["average"].items()}
    part = target.with_suffix(".part")
    torch.save({**kept, "average": average, "makers": "[]"}, part)
    os.replace(part, target)


def tuples(settings: dict) -> dict:
    """A network's stored settings as its dataclass has them: JSON and PyTorch's safe loading know lists alone."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in settings.items()}
