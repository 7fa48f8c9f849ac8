"""Trains the embedding: ``python -m icportrait.train_embedding DATA RUN --images 200000 --random --held-out PEOPLE``.

DATA holds ``train`` and, of some of its people, ``train-day-1`` (``make_heads --day 1``); PEOPLE holds ``validation`` and
``validation-day-1``.
"""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

import torch
from torch import Tensor

from .batches import tensors
from .identity.batches import FaceBatches
from .identity.verification import Verification
from .networks.embedding import EmbeddingSettings, FaceEmbedding, margin_loss
from .options import add_arguments, read_options
from .pose_losses import Batch
from .training import Trainer


def losses(outputs: Batch, batch: Batch) -> tuple[Tensor, Batch]:
    loss = margin_loss(outputs["cosines"], batch["person"])
    right = (outputs["cosines"].argmax(1) == batch["person"]).float().mean()
    return loss, {"margin": loss.detach(), "right": right}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    parser.add_argument("--identities", type=int, default=EmbeddingSettings.identities, help="people of the planned training set")
    parser.add_argument("--held-out", type=Path, help="folder with validation and validation-day-1; DATA if it is left out")
    options = read_options(parser)
    held_out = options.held_out or options.data
    validation = Verification((held_out / "validation", held_out / "validation-day-1"), options.validation_images, torch.device(options.device))
    trainer = Trainer("embedding", FaceEmbedding(EmbeddingSettings(identities=options.identities)), options, tensors, losses, validation)
    trainer.run(partial(build, options.data, options.batch, options.identities))


def build(data: Path, batch: int, identities: int, seed: int) -> FaceBatches:
    return FaceBatches(data, batch, seed, identities)


if __name__ == "__main__":
    main()
