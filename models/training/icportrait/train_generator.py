"""Trains the appearance net with its denoiser: ``python -m icportrait.train_generator DATA RUN --denoiser D --matching M --images 100000 --random``.

The denoiser and the matching net are trained before; here the identity features that the flow carries (F_ref) learn to guide it.
``--written`` and ``--adversary`` are those of ``train_denoiser``; ``--generator G`` in place of ``--denoiser`` goes on from a generator, with a matching net
that has learned more since.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from .networks.denoiser import CONDITION_CHANNELS, STATE_CHANNELS, Denoiser, DenoiserSettings
from .networks.in_context import CANVAS_CHANNELS, Features, InContext
from .pair_training import options_of, parser_of, train
from .trained import trained

GIVEN_CHANNELS = STATE_CHANNELS + CONDITION_CHANNELS + 1  # and the time
MATCHING = "matching."  # the part of train_matching's network that is used


class GeneratorNetwork(nn.Module):
    """Denoiser and in-context nets in one: [B, 17 + 8, S, S] -> portrait and matte [B, 4, S, S]. ``without`` sets F_ref to zero."""

    needs_canvas = True

    def __init__(self, settings: DenoiserSettings):
        super().__init__()
        self.settings = settings
        self.denoiser = Denoiser(settings)
        self.in_context = InContext(settings)

    def forward(self, given: Tensor, without: bool = False) -> Tensor:
        return self.denoiser(given[:, :GIVEN_CHANNELS], None if without else self.reference(given[:, GIVEN_CHANNELS:]))

    def reference(self, canvas: Tensor) -> Features:
        identity, sought = self.in_context.profile(canvas[:, :CANVAS_CHANNELS])
        return self.in_context(identity, sought, canvas[:, CANVAS_CHANNELS:])[0]

    def begin_with(self, denoiser: Denoiser, matching: Path | None) -> None:
        """Takes a trained denoiser, for itself and as the begin of both branches, and the checkpoint of a trained matching net, which stays as it is."""
        self.denoiser.load_state_dict(denoiser.state_dict())
        for branch in (self.in_context.matching.branch, self.in_context.appearance):
            branch.begin_with(denoiser)
        self.match_with(matching)

    def go_on_from(self, generator: Path, matching: Path | None) -> None:
        """Takes the weights of a generator that was trained before, and the checkpoint of another matching net than its own where one is given."""
        self.load_state_dict(torch.load(generator, map_location="cpu", weights_only=True)["average"])
        self.match_with(matching)

    def match_with(self, matching: Path | None) -> None:
        if matching is not None:
            stored = torch.load(matching, map_location="cpu", weights_only=True)["average"]
            self.in_context.matching.load_state_dict({name.removeprefix(MATCHING): value for name, value in stored.items() if name.startswith(MATCHING)})
        self.in_context.matching.requires_grad_(False)


def main() -> None:
    parser = parser_of(__doc__)
    origin = parser.add_mutually_exclusive_group(required=True)
    origin.add_argument("--denoiser", type=Path, help="checkpoint of train_denoiser, or a pack's denoiser.onnx")
    origin.add_argument("--generator", type=Path, help="checkpoint of train_generator")
    parser.add_argument("--matching", type=Path, help="checkpoint of train_matching")
    options = options_of(parser)
    network = GeneratorNetwork(DenoiserSettings(side=options.side))
    if options.generator is not None:
        network.go_on_from(options.generator, options.matching)
    else:
        network.begin_with(trained(options.denoiser), options.matching)
    train("generator", network, options, canvas=True)


if __name__ == "__main__":
    main()
