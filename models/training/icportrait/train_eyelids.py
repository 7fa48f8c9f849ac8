"""Trains the network of eyelids: ``python -m icportrait.train_eyelids DATA RUN --images 600000 --random --batch 64 --rate 2e-3``.

DATA holds ``train`` and, where there are more days (``make_heads --day 2 --share "closed lids=0.35" --share "half lids=0.45"``),
``train-day-2`` and so on; ``validation`` and its days alike.
"""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from .batches import tensors
from .eyelids.batches import EyeBatches
from .eyelids.figures import EyelidValidation
from .networks.eyelids import EyelidNetwork
from .options import add_arguments, read_options
from .pose_losses import Batch
from .training import Trainer


def losses(outputs: Batch, batch: Batch) -> tuple[Tensor, Batch]:
    """Cross-entropy with how far open the eye is as the share of open."""
    loss = F.binary_cross_entropy_with_logits(outputs["logit"], batch["open"])
    return loss, {"entropy": loss.detach(), "error": (outputs["open"] - batch["open"]).abs().mean().detach()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    options = read_options(parser)
    validation = EyelidValidation(options.data, options.validation_images, torch.device(options.device))
    trainer = Trainer("eyelids", EyelidNetwork(), options, tensors, losses, validation)
    trainer.run(partial(build, options.data, options.batch))


def build(data: Path, batch: int, seed: int) -> EyeBatches:
    return EyeBatches(data, batch, seed)


if __name__ == "__main__":
    main()
