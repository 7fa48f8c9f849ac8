"""Checkpoint of the generator -> its ONNX files, compared with PyTorch on pairs of renders."""

from __future__ import annotations

import json
from pathlib import Path

import onnx
import onnxruntime
import torch
from torch import Tensor, nn

from .checkpoint import tuples
from .export import OPSET, difference, halve_weights, round_weights
from .generate.validation import held_out, planes
from .networks.denoiser import DenoiserSettings
from .networks.generator_export import DenoiserForExport, FeaturesForExport, GuideForExport, HalfLayout, guidance_layout
from .networks.in_context import CANVAS_CHANNELS, PROFILE, REFERENCE
from .train_generator import GeneratorNetwork

KINDS = ("features", "guide", "denoiser")
WITHOUT_GUIDE = ("denoiser",)  # what a checkpoint of train_denoiser gives: guidance changes nothing yet
COMPARED_PAIRS = 3
FREE_AXES = {"features": {"beside": {0: "profiles"}}, "guide": {"profiles": {0: "profiles"}}}


def load_generator(checkpoint: Path) -> tuple[GeneratorNetwork, dict, tuple[str, ...]]:
    """The averaged weights of a checkpoint of train_generator or train_denoiser, how they were trained, and which files they give."""
    stored = torch.load(checkpoint, map_location="cpu", weights_only=True)
    network = GeneratorNetwork(DenoiserSettings(**tuples(stored["settings"])))
    whole = stored["kind"] == "generator"
    (network if whole else network.denoiser).load_state_dict(stored["average"])
    training = {"images": stored["images"], "steps": stored["step"], "sessions": json.loads(stored["sessions"])}
    return network.eval(), training, KINDS if whole else WITHOUT_GUIDE


def parts(network: GeneratorNetwork) -> dict[str, nn.Module]:
    return {"features": FeaturesForExport(network.in_context).eval(), "guide": GuideForExport(network.denoiser.settings).eval(),
            "denoiser": DenoiserForExport(network.denoiser).eval()}


def export_generator(network: GeneratorNetwork, folder: Path, kinds: tuple[str, ...], renders: Path) -> dict[str, Path]:
    """Writes one file a kind into ``folder``. Raises ExportMismatch where ONNX Runtime and PyTorch disagree on pairs of ``renders``."""
    network = network.eval().to(memory_format=torch.contiguous_format)
    round_weights(network)
    wrappers, inputs = parts(network), examples(network, renders)
    paths = {kind: folder / f"{kind}.onnx" for kind in kinds}
    for kind, path in paths.items():
        write(kind, wrappers[kind], path, inputs[kind])
    return paths


def write(kind: str, wrapper: nn.Module, path: Path, inputs: list[tuple[Tensor, ...]]) -> None:
    with torch.no_grad():
        torch.onnx.export(wrapper, inputs[0], str(path), opset_version=OPSET, dynamo=False, input_names=list(wrapper.INPUTS),
                          output_names=list(wrapper.OUTPUTS), dynamic_axes=FREE_AXES.get(kind))
    model = onnx.load(path)
    halve_weights(model)
    model.producer_name, model.doc_string = "icportrait", f"IC-Portrait {kind} network"
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, path)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    for example in inputs:
        with torch.no_grad():
            made = wrapper(*example)
        expected = [output.numpy() for output in (made if isinstance(made, tuple) else (made,))]
        found = session.run(None, {name: value.numpy() for name, value in zip(wrapper.INPUTS, example)})
        difference(path.name, wrapper.OUTPUTS, expected, found)


def examples(network: GeneratorNetwork, renders: Path) -> dict[str, list[tuple[Tensor, ...]]]:
    """Inputs of each network from held-out pairs; guide and reference are given one profile and two."""
    found: dict[str, list[tuple[Tensor, ...]]] = {kind: [] for kind in KINDS}
    settings, device, made = network.denoiser.settings, torch.device("cpu"), FeaturesForExport(network.in_context)
    nobody = torch.zeros(1, HalfLayout(settings).length)
    profiles: list[Tensor] = []
    for number, pair in enumerate(held_out(renders, settings.side, COMPARED_PAIRS)):
        start, maps, noise, canvas = (planes(values, device) for values in (pair.known.start * 2 - 1, pair.known.maps, pair.noise, pair.canvas))
        photograph = canvas[:, :CANVAS_CHANNELS], nobody, torch.tensor([PROFILE])
        with torch.no_grad():
            profiles.append(made(*photograph))
            beside = torch.cat(profiles[-2:])
            reference = canvas[:, CANVAS_CHANNELS:], beside, torch.tensor([REFERENCE])
            found["guide"].append((made(*reference), beside))
        found["features"] += [photograph, reference]
        guidance = torch.randn(1, guidance_layout(settings).length, generator=torch.Generator().manual_seed(number))
        found["denoiser"].append((start + 0.3 * noise, start, maps, torch.tensor([0.7]), guidance))
    return found
