"""Checkpoints with random weights, as a trainer writes them."""

import json
from pathlib import Path

import torch

from icportrait.export import fresh_network


def write_checkpoint(kind: str, path: Path, seed: int = 0) -> torch.nn.Module:
    """Writes ``path`` and returns the network in it."""
    torch.manual_seed(seed)
    network = fresh_network(kind).eval()
    for name, parameter in network.named_parameters():
        if parameter.dim() == 1:  # scales and shifts that a fresh network has in common would hide a mix-up
            parameter.data.add_(0.1 * torch.randn_like(parameter))
    torch.save({"kind": kind, "average": network.state_dict(), "settings": network.settings.as_dict(), "step": 7, "images": 56,
                "sessions": json.dumps([{"commit": "none", "options": {"seed": 1}}])}, path)
    return network


def write_checkpoints(folder: Path) -> dict[str, Path]:
    """Both kinds, below ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {kind: folder / f"{kind}.pt" for kind in ("finder", "surface")}
    for kind, path in paths.items():
        write_checkpoint(kind, path)
    return paths
