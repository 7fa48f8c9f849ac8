"""Weights of a pack's ONNX file, back in PyTorch: trainings go on from what was shipped.

Convolutions keep their parameter's name in the graph; matrices of linear layers and the scales of normalisations lose it,
but their node's name tells the module (``/network/encoder.0/encoder.0.0/normalise/Mul``).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

HALF = "_half"  # suffix of weights that are stored in half precision
PREFIX = "network."  # the exported wrapper holds the network under this name
NAMELESS = {"MatMul": "weight", "Mul": "weight", "Add": "bias"}


class StartMismatch(RuntimeError):
    """The file's weights do not fit the network."""


def weights_of(path: Path) -> dict[str, np.ndarray]:
    """All weights of an exported network in single precision, by parameter name; those of linear layers as PyTorch keeps them."""
    graph = onnx.load(path).graph
    stored = {tensor.name.removesuffix(HALF): numpy_helper.to_array(tensor) for tensor in graph.initializer}
    named = {name.removeprefix(PREFIX): values for name, values in stored.items() if name.startswith(PREFIX)}
    for node in graph.node:
        parameter = NAMELESS.get(node.op_type)
        used = [name for name in node.input if name in stored and not name.startswith(PREFIX)]
        if parameter and used and "/" in node.name:
            values = stored[used[0]]
            named.setdefault(f"{module_of(node.name)}.{parameter}", values.T if node.op_type == "MatMul" else values.ravel())
    return {name: values.astype(np.float32) for name, values in named.items() if values.dtype.kind == "f"}


def module_of(node_name: str) -> str:
    """``/network/encoder.0/encoder.0.0/normalise/Mul`` -> ``encoder.0.0.normalise``: members of a list repeat its path."""
    path: list[str] = []
    for scope in node_name.strip("/").split("/")[1:-1]:
        if path and scope.startswith(path[-1] + "."):
            path[-1] = scope
        else:
            path.append(scope)
    return ".".join(path)


def load_weights(network: nn.Module, path: Path, rows: dict[str, int] | None = None) -> list[str]:
    """Fills ``network`` in place. Returns the parameters that the file lacks and that stay as they were; ``rows``, where given, is told how
    many along its first axis the file has of each of the others.

    A parameter that has grown along its first axis (outputs added at the end) takes the stored rows; the network says in
    ``adopt`` what becomes of parameters that have changed otherwise. Raises StartMismatch where a shape does not fit.
    """
    stored = {name: torch.from_numpy(values.copy()) for name, values in weights_of(path).items()}
    stored = getattr(network, "adopt", lambda weights: weights)(stored)
    missing = []
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            if name not in stored:
                missing.append(name)
                continue
            fill(name, parameter, stored[name], path)
            if rows is not None and parameter.dim():
                rows[name] = len(stored[name])
    if len(missing) == len(list(network.parameters())):
        raise StartMismatch(f"{path} holds none of the network's weights")
    return missing


def fill(name: str, parameter: Tensor, values: Tensor, path: Path) -> None:
    grown = values.dim() == parameter.dim() and values.shape[1:] == parameter.shape[1:] and len(values) < len(parameter)
    if not grown and values.shape != parameter.shape:
        raise StartMismatch(f"{path}: {name} has the shape {list(values.shape)}, the network's is {list(parameter.shape)}")
    parameter[:len(values)].copy_(values)
