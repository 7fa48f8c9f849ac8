"""Blends a run's weights with those that it began with: ``python -m icportrait.blend RUN/checkpoint.pt OUT.pt --start PACK --share 0.6``.

A training that goes on from a pack on other pictures gains there and forgets elsewhere; between both weights lies what does better than either
on both (Wortsman et al., Robust fine-tuning of zero-shot models, arXiv 2109.01903). OUT is a checkpoint for ``pack`` and ``evaluate``; the
run itself is left as it is.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from torch import Tensor, nn

from .export import fresh_network
from .start import load_weights


def blend(trained: nn.Module, start: nn.Module, share: float, unknown: list[str]) -> dict[str, Tensor]:
    """``share`` of the trained weights and the rest of the start's; those that the start does not know are the trained ones'."""
    before = dict(start.named_parameters())
    return {name: own.detach().clone() if name in unknown else torch.lerp(before[name].detach(), own.detach(), share)
            for name, own in trained.named_parameters()}


def blended(checkpoint: Path, pack: Path, share: float) -> dict:
    """The checkpoint with blended weights, its sessions saying so. Raises StartMismatch where the pack's network is another one."""
    stored = torch.load(checkpoint, map_location="cpu", weights_only=True)
    kind = stored["kind"]
    trained, start = (fresh_network(kind, stored["settings"]) for _ in range(2))
    trained.load_state_dict(stored["average"])
    rows: dict[str, int] = {}
    unknown = load_weights(start, pack / f"{kind}.onnx", rows)
    weights = blend(trained, start, share, unknown)
    for name, known in rows.items():  # outputs that the pack lacks stay the trained ones'
        weights[name][known:] = trained.get_parameter(name).detach()[known:]
    sessions = json.loads(stored["sessions"])
    sessions[-1]["blend"] = f"{share:g} of these weights, the rest of the pack {pack.resolve().name}'s"
    return {**stored, "average": {**stored["average"], **weights}, "sessions": json.dumps(sessions)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--start", type=Path, required=True, metavar="PACK", help="the pack that the run began with")
    parser.add_argument("--share", type=float, required=True, help="of the run's weights, 0 to 1")
    options = parser.parse_args()
    if not 0 <= options.share <= 1:
        parser.error(f"--share lies within 0 and 1, not {options.share:g}")
    torch.save(blended(options.checkpoint, options.start, options.share), options.out)


if __name__ == "__main__":
    main()
