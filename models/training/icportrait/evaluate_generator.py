"""PSNR of a checkpoint of the denoiser or generator on pairs of held-out heads: ``python -m icportrait.evaluate_generator CHECKPOINT DATA/validation``.

Conditions are those of training, or the plugin's own where the folder holds pairs that it wrote (``--written``); ``gain`` is over the geometric start. A generator is measured with F_ref and with F_ref set to zero.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from .export_generator import WITHOUT_GUIDE, load_generator
from .generate.validation import STEPS, PairValidation, held_out
from .generate.written import written_held_out
from .precision import Precision


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("renders", type=Path, help="folder of held-out shards")
    parser.add_argument("--pairs", type=int, default=32)
    parser.add_argument("--steps", type=int, nargs="+", default=[1, STEPS])
    parser.add_argument("--written", action="store_true", help="the folder holds pairs that the plugin wrote (org.icportrait.pairs.WritePairs)")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    network, _, kinds = load_generator(arguments.checkpoint)
    device, pairs = torch.device("cpu"), []
    for without in ([True] if kinds == WITHOUT_GUIDE else [False, True]):
        for steps in arguments.steps:
            validation = PairValidation(arguments.renders, network.settings.side, arguments.pairs, device, steps=steps,
                                        read=written_held_out if arguments.written else held_out, without=without)
            validation.pairs = pairs
            found = validation(network, Precision(device))
            pairs = validation.pairs
            print(json.dumps({"steps": steps, "guided": not without, **{name: round(value, 4) for name, value in found.items()}}), flush=True)


if __name__ == "__main__":
    main()
