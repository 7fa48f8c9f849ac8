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
