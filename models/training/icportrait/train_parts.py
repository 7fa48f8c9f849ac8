"""Trains the network of parts on crops that ``read_parts`` has read: ``python -m icportrait.train_parts READ RUN --images 100000 --random --batch 16 --rate 2e-3``."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from .networks.parts import PartsNetwork
from .options import add_arguments, read_options
from .parts.batches import ReadBatches, tensors
from .parts.figures import PartsValidation
from .parts.kinds import UNKNOWN
from .pose_losses import Batch
from .training import Trainer

WEIGHTS = (1.0, 1.0, 1.2, 2.0, 1.2, 3.0, 2.5)  # of the kinds: rare ones count more


def losses(outputs: Batch, batch: Batch) -> tuple[Tensor, Batch]:
    """Cross-entropy over the places whose kind is known."""
    weights = torch.tensor(WEIGHTS, device=outputs["logits"].device)
    loss = F.cross_entropy(outputs["logits"], batch["kinds"], weights, ignore_index=UNKNOWN)
    known = batch["kinds"] != UNKNOWN
    right = (outputs["logits"].argmax(1) == batch["kinds"])[known].float().mean()
    return loss, {"entropy": loss.detach(), "right": right.detach()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    options = read_options(parser)
    validation = PartsValidation(options.data / "validation", options.validation_images, torch.device(options.device))
    trainer = Trainer("parts", PartsNetwork(), options, tensors, losses, validation)
    trainer.run(partial(build, options.data / "train", options.batch))


def build(folder: Path, batch: int, seed: int) -> ReadBatches:
    return ReadBatches(folder, batch, seed)


if __name__ == "__main__":
    main()
