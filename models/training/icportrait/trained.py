"""A denoiser that was trained before, for the nets that begin with it."""

from __future__ import annotations

from pathlib import Path

import torch

from .checkpoint import tuples
from .networks.denoiser import Denoiser, DenoiserSettings
from .start import load_weights

JOIN = "join."  # of F_ref: a denoiser that was trained alone has learned nothing there, and its ONNX file may leave it out


def trained(denoiser: Path) -> Denoiser:
    """The averaged weights of a checkpoint of train_denoiser, or those of a pack's ``denoiser.onnx`` with the default settings."""
    if denoiser.suffix == ".onnx":
        network = Denoiser()
        missing = [name for name in load_weights(network, denoiser) if not name.startswith(JOIN)]
        if missing:
            raise ValueError(f"{denoiser} lacks {', '.join(missing)}")
        return network
    stored = torch.load(denoiser, map_location="cpu", weights_only=True)
    network = Denoiser(DenoiserSettings(**tuples(stored["settings"])))
    network.load_state_dict(stored["average"])
    return network
