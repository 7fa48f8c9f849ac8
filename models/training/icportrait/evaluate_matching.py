"""How many true correspondences are found within 4 px of 256: ``python -m icportrait.evaluate_matching CHECKPOINT DATA/validation --pack PACK``.

The reference is the true other view of a held-out head, with the paper's share of it hidden and with all of it shown. Beside the matching net
stands the geometric correspondence: each place of the reference goes to where the photograph shows the nearest canonical coordinates, as the
pack's surface network reads both.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import Tensor

from .checkpoint import tuples
from .data import Sample
from .generate.canvas import MatchingBatches, half, masked
from .generate.correspondence import share_within, true_places
from .generate.pairs import before
from .generate.validation import planes
from .inference import crop_inputs
from .networks.denoiser import DenoiserSettings
from .networks.in_context import flow
from .train_matching import WITHIN, MatchingNetwork

TURNS = (0, 15, 30, 45, 90)
HIDDEN_GREY = 0.5  # as the surface network is shown what is hidden


def load(checkpoint: Path) -> MatchingNetwork:
    """The averaged weights of a checkpoint, whole or slim."""
    stored = torch.load(checkpoint, map_location="cpu", weights_only=True)
    network = MatchingNetwork(DenoiserSettings(**tuples(stored["settings"])))
    network.load_state_dict(stored["average"])
    return network.float().eval()


class Geometric:
    """Correspondence by canonical coordinates, read by a pack's surface network at 1/2 of the side; looked for from a grid of 1/4."""

    def __init__(self, surface: Path):
        self.session = onnxruntime.InferenceSession(str(surface), providers=["CPUExecutionProvider"])

    def read(self, picture: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Coordinates [3, S/2, S/2] and where the head is (bool), of a picture [S, S, 3], 0..1."""
        coordinates, matte = self.session.run(["coordinates", "matte"], crop_inputs(self.session, picture.transpose(2, 0, 1)[None].astype(np.float32)))
        return coordinates[0], matte[0, 0, ::2, ::2] > 0.5

    def find(self, profile: np.ndarray, reference: np.ndarray) -> Tensor:
        """Fractions [1, T, 2] in the profile for the places of a grid of a quarter of the side."""
        (known, there), (wanted, _) = self.read(profile), self.read(reference)
        rows, columns = np.nonzero(there)
        places = (np.stack([columns, rows], 1) + 0.5) / known.shape[1]
        nearest = [np.square(known[:, there] - place[:, None]).sum(0).argmin() for place in wanted[:, 1::2, 1::2].reshape(3, -1).T]
        return torch.from_numpy(places[nearest].astype(np.float32))[None]


def shares(network: MatchingNetwork, geometric: Geometric, source: Sample, target: Sample, hidden: np.ndarray) -> dict[str, float]:
    """Of one pair, by each method, with patches hidden and without."""
    side = len(hidden)
    grey = np.full((side, side, 3), HIDDEN_GREY, np.float32)
    profile, wanted, out = before(source, grey, side), before(target, grey, side), {}
    truth = torch.from_numpy(true_places(source, target, side // 4)).reshape(1, -1, 2)
    for name, mask in (("masked", hidden), ("shown", np.zeros_like(hidden))):
        with torch.no_grad():
            cost = network(torch.cat([planes(half(profile), torch.device("cpu")), planes(half(wanted, mask), torch.device("cpu"))], 1))["costs"][0]
        out[name] = share_within(flow(cost, side // 4, side // 4)[0], truth, WITHIN)
        out[f"geometric_{name}"] = share_within(geometric.find(profile, np.where(mask[..., None], grey, wanted)), truth, WITHIN)
    return out


def turned(source: Sample, target: Sample) -> float:
    """Degrees between two views of a head."""
    cosine = (np.trace(target["rotation"] @ source["rotation"].T) - 1) / 2
    return float(np.degrees(np.arccos(np.clip(cosine, -1, 1))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("renders", type=Path, help="folder of held-out shards")
    parser.add_argument("--pack", type=Path, required=True)
    parser.add_argument("--pairs", type=int, default=96)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    network, geometric = load(arguments.checkpoint), Geometric(arguments.pack / "surface.onnx")
    side, found = network.settings.side, []
    pairs = MatchingBatches(arguments.renders, side, 1, 7)
    for _ in range(arguments.pairs):
        source, target = pairs.draw()
        found.append((turned(source, target), shares(network, geometric, source, target, masked(side, pairs.random))))
    for low, high in [*zip(TURNS, TURNS[1:]), (0, 45)]:
        rows = [row for angle, row in found if low <= angle < high]
        means = {name: round(float(np.nanmean([row[name] for row in rows])), 3) for name in rows[0]} if rows else {}
        print(json.dumps({"turned": f"{low}-{high}", "pairs": len(rows), **means}), flush=True)


if __name__ == "__main__":
    main()
