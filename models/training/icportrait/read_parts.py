"""Reads crops for the network of parts once: ``python -m icportrait.read_parts OUT DATA [DATA ...] --pack PACK --crops 12000 --assets ASSETS``.

OUT/train gets shards of augmented crops of the DATA folders' train* renders (``--split validation``: OUT/validation, of theirs), with the surface
network's maps of each and what each place shows.
The same command goes on where it was stopped; several processes with different seeds fill one folder. They may run while ``train_parts`` does.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from .networks.surface import SurfaceNetwork
from .parts.crops import PartCrops
from .parts.maps import stored_maps
from .shards import write_arrays
from .start import load_weights

CROPS = 48  # a shard
BATCH = 16


def write_shard(target: Path, crops: PartCrops, network: SurfaceNetwork) -> None:
    pictures, kinds = zip(*(crops.draw() for _ in range(CROPS)))
    image = np.stack(pictures)
    rows = [stored_maps(network, image[start:start + BATCH]) for start in range(0, CROPS, BATCH)]
    write_arrays(target, {"image": image, "kinds": np.stack(kinds), **{key: np.concatenate([row[key] for row in rows]) for key in rows[0]}})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("data", type=Path, nargs="+")
    parser.add_argument("--pack", type=Path, required=True, help="folder with the surface network")
    parser.add_argument("--assets", type=Path, help="folder with environment maps for backgrounds")
    parser.add_argument("--split", default="train", choices=("train", "validation"))
    parser.add_argument("--crops", type=int, default=12000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    folder = options.out / options.split
    folder.mkdir(parents=True, exist_ok=True)
    network = SurfaceNetwork()
    load_weights(network, options.pack / "surface.onnx")
    network.eval()
    have = len(list(folder.glob(f"shard_{options.seed:02d}*.npz")))
    crops = PartCrops(options.data, options.assets, 1000 * options.seed + have, options.split)
    for number in range(have, -(-options.crops // CROPS)):
        write_shard(folder / f"shard_{options.seed:02d}{number:04d}.npz", crops, network)
        print(f"{CROPS * (number + 1)} crops", flush=True)


if __name__ == "__main__":
    torch.set_num_threads(1)
    main()
