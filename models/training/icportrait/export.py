"""Checkpoint -> ONNX opset 17 with weights stored as fp16 behind Cast nodes, compared with PyTorch on renders."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from .checkpoint import tuples
from .data import NoData, read_folder
from .eyelids.eyes import EYE_SIDE
from .eyelids.figures import eyes
from .identity.faces import FACE_KEYS, face_of, given
from .networks.embedding import CHANNELS, FACE_SIDE, EmbeddingForExport, EmbeddingSettings, FaceEmbedding
from .networks.eyelids import EyelidNetwork, EyelidSettings, EyelidsForExport
from .networks.finder import PICTURE_SIDE, FinderForExport, FinderNetwork, FinderSettings
from .networks.parts import PartsNetwork, PartsSettings
from .networks.stitch import SIDE as STITCH_SIDE
from .networks.stitch import StitchForExport, StitchNetwork, StitchSettings
from .networks.surface import CROP_SIDE, SurfaceForExport, SurfaceNetwork, SurfaceSettings
from .inference import letterbox
from .start import load_weights
from .stitch_data import canvases

OPSET = 17
SMALLEST_HALVED = 64  # elements; smaller tensors (shapes, biases, scales) stay as they are
LOWEST_COMPARED_SCORE = 0.05  # below it nobody reads a box, and near-equal scores may come in any order
TOLERANCE = 2e-3
INPUTS = {"finder": ("image", (3, PICTURE_SIDE, PICTURE_SIDE)), "surface": ("crop", (3, CROP_SIDE, CROP_SIDE)),
          "stitch": ("canvas", (11, STITCH_SIDE, 2 * STITCH_SIDE)),
          "embedding": ("face", (CHANNELS, FACE_SIDE, FACE_SIDE)), "eyelids": ("eye", (3, EYE_SIDE, EYE_SIDE))}
SWITCHES = {"surface": "mirror"}  # a further input [1], 0 or 1
WRAPPERS = {"finder": FinderForExport, "surface": SurfaceForExport, "stitch": StitchForExport, "embedding": EmbeddingForExport,
            "eyelids": EyelidsForExport}
COMPARED_PICTURES = 6


class ExportMismatch(RuntimeError):
    """The exported graph does not compute what PyTorch computes."""


def fresh_network(kind: str, settings: dict | None = None) -> nn.Module:
    """A network of ``kind`` ("finder", "surface", "stitch", "embedding", "eyelids" or "parts") with random weights; settings as stored in a checkpoint."""
    chosen = tuples(settings or {})
    if kind == "finder":
        return FinderNetwork(FinderSettings(**chosen))
    if kind == "surface":
        return SurfaceNetwork(SurfaceSettings(**chosen))
    if kind == "stitch":
        return StitchNetwork(StitchSettings(**chosen))
    if kind == "embedding":
        return FaceEmbedding(EmbeddingSettings(**chosen))
    if kind == "eyelids":
        return EyelidNetwork(EyelidSettings(**chosen))
    if kind == "parts":
        return PartsNetwork(PartsSettings(**chosen))
    raise ValueError(f"Unknown network '{kind}': finder, surface, stitch, embedding, eyelids or parts is expected")


def kept_network(kind: str, path: Path) -> nn.Module:
    """The network of an exported file, from its own weights."""
    network = fresh_network(kind)
    load_weights(network, path)
    return network.eval()


def load_network(kind: str, checkpoint: Path) -> tuple[nn.Module, dict]:
    """The averaged weights of a checkpoint, and how they were trained, as the manifest tells it."""
    stored = torch.load(checkpoint, map_location="cpu", weights_only=True)
    network = fresh_network(kind, stored["settings"])
    network.load_state_dict(stored["average"])
    training = {"images": stored["images"], "steps": stored["step"], "sessions": json.loads(stored["sessions"])}
    return network.eval(), training


def for_export(kind: str, network: nn.Module) -> nn.Module:
    return WRAPPERS[kind](network).eval()


def round_weights(network: nn.Module) -> None:
    """Rounds large weights to fp16 in place, so that PyTorch and the exported graph hold the same numbers."""
    with torch.no_grad():
        for parameter in network.parameters():
            if parameter.numel() >= SMALLEST_HALVED and parameter.dim() > 1:
                parameter.copy_(parameter.half().float())


def halve_weights(model: onnx.ModelProto) -> None:
    """Stores large float initialisers as fp16 and puts one Cast to fp32 behind each, in place."""
    casts = []
    for index, tensor in enumerate(model.graph.initializer):
        values = numpy_helper.to_array(tensor)
        if tensor.data_type != TensorProto.FLOAT or values.size < SMALLEST_HALVED or values.ndim < 2:
            continue
        halved = values.astype(np.float16)
        if not np.array_equal(halved.astype(np.float32), values):
            continue  # not a rounded weight (a grid of the decoder, say)
        stored = tensor.name + "_half"
        casts.append(helper.make_node("Cast", [stored], [tensor.name], name=tensor.name + "_cast", to=TensorProto.FLOAT))
        model.graph.initializer[index].CopyFrom(numpy_helper.from_array(halved, stored))
    for node in reversed(casts):
        model.graph.node.insert(0, node)


def export(kind: str, network: nn.Module, path: Path, examples: np.ndarray) -> None:
    """Writes ``path``. Raises ExportMismatch when ONNX Runtime and PyTorch disagree on one of the ``examples``.

    ``examples`` float32 [N, C, H, W]: inputs of the network.
    """
    network = network.eval().to(memory_format=torch.contiguous_format)
    round_weights(network)
    wrapper = for_export(kind, network)
    example = inputs_of(kind, torch.rand(1, *INPUTS[kind][1], generator=torch.Generator().manual_seed(1)))[-1]
    with torch.no_grad():
        torch.onnx.export(wrapper, example, str(path), opset_version=OPSET, dynamo=False, input_names=input_names(kind),
                          output_names=list(wrapper.OUTPUTS))
        shapes = [output.shape for output in wrapper(*example)]
    model = onnx.load(path)
    fix_output_shapes(model, shapes)
    halve_weights(model)
    model.producer_name, model.doc_string = "icportrait", f"IC-Portrait {kind} network"
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, path)
    compare(kind, wrapper, path, examples)


def input_names(kind: str) -> list[str]:
    return [INPUTS[kind][0], *([SWITCHES[kind]] if kind in SWITCHES else [])]


def inputs_of(kind: str, picture: Tensor) -> list[tuple[Tensor, ...]]:
    """All ways in which the network can be asked of one picture [1, C, H, W]: with its switch at 0 and at 1, where it has one."""
    return [(picture, torch.full((1,), state)) for state in (0.0, 1.0)] if kind in SWITCHES else [(picture,)]


def fix_output_shapes(model: onnx.ModelProto, shapes: list[torch.Size]) -> None:
    """Says the outputs' shapes, which a graph that reads one or two pictures inside leaves open, in place."""
    for output, shape in zip(model.graph.output, shapes):
        for dimension, length in zip(output.type.tensor_type.shape.dim, shape):
            dimension.dim_value = length


def compare(kind: str, wrapper: nn.Module, path: Path, examples: np.ndarray) -> float:
    """Largest difference between PyTorch and ONNX Runtime over all examples, relative to max(1, |value|)."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    worst = 0.0
    for values in examples:
        for given in inputs_of(kind, torch.from_numpy(np.ascontiguousarray(values[None]))):
            with torch.no_grad():
                expected = [output.numpy() for output in wrapper(*given)]
            found = session.run(None, {name: tensor.numpy() for name, tensor in zip(input_names(kind), given)})
            worst = max(worst, difference(path.name, wrapper.OUTPUTS, expected, found))
    return worst


def difference(file: str, names: tuple[str, ...], expected: list[np.ndarray], found: list[np.ndarray]) -> float:
    results, worst = dict(zip(names, expected)), 0.0
    for label, ours, theirs in zip(names, expected, found):
        if label == "boxes":  # suppressed cells all score 0, so either side may list any of them; equal scores in any order
            alive = results["scores"][0] > LOWEST_COMPARED_SCORE
            ours, theirs = np.sort(ours[:, alive], axis=1), np.sort(theirs[:, alive], axis=1)
        if label == "scores":
            ours, theirs = np.maximum(ours, LOWEST_COMPARED_SCORE), np.maximum(theirs, LOWEST_COMPARED_SCORE)
        apart = float(np.max(np.abs(ours - theirs) / np.maximum(1.0, np.abs(ours)), initial=0.0))
        if not apart <= TOLERANCE:
            raise ExportMismatch(f"{file}: output '{label}' differs by {apart:.2g} from PyTorch")
        worst = max(worst, apart)
    return worst


def faces(renders: Path, count: int) -> np.ndarray:
    """float32 [count, 4, 112, 112] of the first renders of a folder."""
    stored = read_folder(renders, FACE_KEYS, count)
    return np.stack([given(*face_of({key: stored[key][index] for key in FACE_KEYS})) for index in range(len(stored["image"]))]).astype(np.float32) / 255


def examples_to_compare(kind: str, renders: Path) -> np.ndarray:
    """Renders of a folder of shards as inputs of the network. Raises NoData where there are none."""
    if kind == "stitch":
        return canvases(renders, COMPARED_PICTURES)
    if kind == "embedding":
        return faces(renders, COMPARED_PICTURES)
    if kind == "eyelids":
        return eyes(renders, 48)[0][:COMPARED_PICTURES].astype(np.float32) / 255
    crops = read_folder(renders, ("image",), 48 * COMPARED_PICTURES)["image"]
    if not len(crops):
        raise NoData(f"No renders in {renders}")
    chosen = crops[::max(1, len(crops) // COMPARED_PICTURES)][:COMPARED_PICTURES]
    pictures = np.stack([letterbox(crop)[0] for crop in chosen]) if kind == "finder" else chosen
    return np.ascontiguousarray(pictures.transpose(0, 3, 1, 2), np.float32) / 255
