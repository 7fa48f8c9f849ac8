"""Options that all trainers have."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import numpy as np
import torch

from .data import wait_for_images


def add_arguments(parser: argparse.ArgumentParser, onboard: bool = False) -> None:
    """``onboard``: whether this trainer's batches can be made on the accelerator."""
    parser.add_argument("data", type=Path, help="folder with train and validation shards; may still be growing")
    parser.add_argument("run", type=Path, help="folder for checkpoints, log and curve; the same command resumes from it")
    parser.add_argument("--assets", type=Path, help="folder with hdri/*.hdr for backgrounds")
    parser.add_argument("--images", type=int, required=True,
                        help="planned images of all sessions together; a file RUN/images overrides it at any time")
    origin = parser.add_mutually_exclusive_group()
    origin.add_argument("--start", type=Path, metavar="PACK", help="begin a new run from the weights of this model pack")
    origin.add_argument("--random", action="store_true", help="begin a new run from random weights")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=5e-4, help="highest learning rate")
    parser.add_argument("--average", type=float, default=0.998, help="decay of the averaged weights, by step")
    parser.add_argument("--threads", type=int, default=1, help="processor threads of one worker; 0 leaves the choice to PyTorch")
    parser.add_argument("--workers", type=int, default=1, help="processes that train together, their weights averaged")
    parser.add_argument("--makers", type=int, default=1, help="processes that make batches, for each worker")
    parser.set_defaults(onboard=False)
    if onboard:
        parser.add_argument("--onboard", action="store_true", help="keep the renders in the accelerator's memory and make batches there: where "
                            "processor cores are few")
    parser.add_argument("--rank", type=int, default=0, help=argparse.SUPPRESS)  # set for the processes that a leader starts
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save-minutes", type=float, default=3.0)
    parser.add_argument("--validation-images", type=int, default=240)
    parser.add_argument("--wait-minutes", type=float, default=0.0, help="patience for the first images")
    parser.add_argument("--first-images", type=int, default=48, help="images to wait for before starting")


def read_options(parser: argparse.ArgumentParser) -> argparse.Namespace:
    """The options of a trainer's command line, with this process prepared and the first images there. Raises NoData where they do not come."""
    options = parser.parse_args()
    prepare(options)
    wait_for_images(options.data / "train", options.first_images, 60 * options.wait_minutes)
    return options


def prepare(options: argparse.Namespace) -> None:
    """Threads and seeds of this process."""
    if options.threads:
        torch.set_num_threads(options.threads)
    torch.backends.cudnn.benchmark = True  # all batches of a run have one size
    torch.backends.cuda.matmul.allow_tf32 = True  # as convolutions do; cost volumes took most of a matching run without it
    torch.manual_seed(options.seed + options.rank)
    np.random.seed(options.seed + options.rank)


def told(options: argparse.Namespace) -> dict:
    """What the manifest says of the options: numbers and switches, no path of this machine."""
    own = {"rank", "device"}
    return {name: value for name, value in vars(options).items()
            if name not in own and not isinstance(value, (Path, os.PathLike))}
