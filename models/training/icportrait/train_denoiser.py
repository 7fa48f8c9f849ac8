"""Trains the denoiser: ``python -m icportrait.train_denoiser DATA RUN --images 150000 --random --assets ASSETS``.

With ``--written`` DATA/train and DATA/validation hold pairs that the plugin wrote, and not renders. ``--adversary 0.5`` is the adversarial
phase: a discriminator pulls half as hard as the losses by pixel.
"""

from __future__ import annotations

from .generate.bridge import FROM_START, PURE
from .networks.denoiser import Denoiser, DenoiserSettings
from .pair_training import options_of, parser_of, train


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--pure-noise", action="store_true", help="start from noise and not from the geometric result: the other candidate")
    options = options_of(parser)
    train("denoiser", Denoiser(DenoiserSettings(side=options.side)), options, PURE if options.pure_noise else FROM_START)


if __name__ == "__main__":
    main()
