"""The network of parts -> its ONNX file, compared with PyTorch on renders and their true maps."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from .data import SURFACE_KEYS, read_folder
from .export import COMPARED_PICTURES, round_weights
from .export_generator import write
from .geometry import unpack
from .networks.blocks import linear_from_srgb
from .networks.parts import PartsForExport, PartsNetwork


def export_parts(network: PartsNetwork, path: Path, renders: Path) -> None:
    """Raises ExportMismatch where ONNX Runtime and PyTorch disagree on some of ``renders``, NoData where there are none."""
    network = network.eval().to(memory_format=torch.contiguous_format)
    round_weights(network)
    write("parts", PartsForExport(network).eval(), path, examples(renders))


def examples(renders: Path) -> list[tuple[Tensor, ...]]:
    """Inputs of the exported network: crops, and for the surface network's maps the truth."""
    stored = read_folder(renders, SURFACE_KEYS, COMPARED_PICTURES)
    return [example(unpack({key: stored[key][index] for key in SURFACE_KEYS})) for index in range(len(stored["image"]))]


def example(sample: dict[str, np.ndarray]) -> tuple[Tensor, ...]:
    planes = lambda values: torch.from_numpy(np.ascontiguousarray(values.transpose(2, 0, 1)[None], np.float32))
    maps = {key: planes(sample[key]) for key in ("coordinates", "depth", "back_depth", "normal", "albedo")}
    maps["albedo"] = linear_from_srgb(maps["albedo"])
    return planes(sample["image"]) / 255, planes(sample["matte"][..., None]), *maps.values()
