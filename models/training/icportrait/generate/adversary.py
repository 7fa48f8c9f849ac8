"""The adversarial phase: a discriminator that tells generated from rendered where the photograph shows nothing.

Losses by pixel alone teach the mean of all heads that could be there, a mist; what looks real has one outline and one hair. The
discriminator judges patches (Isola et al. 2017) by the hinge loss under spectral normalisation (Miyato et al. 2018).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.nn.utils.parametrizations import spectral_norm

from ..pose_losses import Batch

WIDTHS = (24, 32, 64, 96)  # at 1/2, 1/4, 1/8 and 1/16 of the side
JUDGED = 1  # finest level is not judged: a patch there shows nothing but noise
RATE = 4e-4
START, TRUST = slice(3, 6), slice(6, 7)  # of the denoiser's input
CHANNELS = 3 + 1 + 3 + 1
MEMORY = 0.98  # of the gradients' sizes, by step


class Discriminator(nn.Module):
    """[B, 8, S, S] (portrait, matte, start, trust) -> how real each patch looks, maps [B, 1, S / 4, S / 4], of S / 8 and of S / 16."""

    def __init__(self):
        super().__init__()
        sides = (CHANNELS, *WIDTHS)
        self.shrink = nn.ModuleList(spectral_norm(nn.Conv2d(a, b, 4, 2, 1)) for a, b in zip(sides, sides[1:]))
        self.judge = nn.ModuleList(spectral_norm(nn.Conv2d(width, 1, 3, padding=1)) for width in WIDTHS[JUDGED:])

    def forward(self, picture: Tensor) -> list[Tensor]:
        verdicts = []
        for level, layer in enumerate(self.shrink):
            picture = F.leaky_relu(layer(picture), 0.2)
            if level >= JUDGED:
                verdicts.append(self.judge[level - JUDGED](picture))
        return verdicts


class Adversary:
    """A discriminator in training beside the denoiser. One thread; its state belongs to the run's checkpoint.

    ``share``: how large its pull on each portrait is, as a share of that of the losses by pixel.
    """

    def __init__(self, share: float, device: torch.device):
        self.share = share
        self.network = Discriminator().to(device)
        self.optimiser = torch.optim.Adam(self.network.parameters(), lr=RATE, betas=(0.0, 0.99))
        self.sizes = torch.zeros(2, device=device)  # of the gradients by pixel and by discriminator

    def __call__(self, by_pixel: Tensor, made: Tensor, batch: Batch) -> tuple[Tensor, Batch]:
        """A loss whose gradient is that of ``by_pixel`` and the discriminator's pull, and what to report. Trains the discriminator by one step."""
        weights = batch["weight"].float() * (1 - trust_of(batch))
        real = self.shown(batch["portrait"].float(), batch["matte"].float(), batch)
        fake = self.shown(made[:, :3], torch.sigmoid(made[:, 3:]), batch)
        told = self.learn(real, fake.detach(), weights)
        fooled = -sum(mean(verdict, weights) for verdict in self.network(fake))
        own, pull = (torch.autograd.grad(loss, made, retain_graph=True)[0] for loss in (by_pixel, fooled))
        sizes = torch.stack([own.norm(), pull.norm()])
        self.sizes = torch.where(self.sizes > 0, torch.lerp(sizes, self.sizes, MEMORY), sizes)
        scale = self.share * self.sizes[0] / (self.sizes[1] + 1e-12)
        # Linear in what was made: its gradient is the pull, which is not computed twice.
        return by_pixel + (made * (scale * pull).detach()).sum(), {"told": told, "fooled": fooled.detach()}

    def shown(self, portrait: Tensor, matte: Tensor, batch: Batch) -> Tensor:
        """What the discriminator is shown: the photograph's own pixels stay where they are trusted, as in the portrait that users get."""
        start, trust = batch["image"][:, START].float(), trust_of(batch)
        return torch.cat([torch.lerp(portrait, start, trust), matte, start, trust], 1)

    def learn(self, real: Tensor, fake: Tensor, weights: Tensor) -> Tensor:
        self.network.requires_grad_(True)
        loss = sum(mean(F.relu(1 - right), weights) + mean(F.relu(1 + wrong), weights)
                   for right, wrong in zip(self.network(real), self.network(fake)))
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        self.optimiser.step()
        self.network.requires_grad_(False)
        return loss.detach() / (2 * len(self.network.judge))

    def state(self) -> dict:
        return {"network": self.network.state_dict(), "optimiser": self.optimiser.state_dict(), "sizes": self.sizes}

    def restore(self, state: dict) -> None:
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.sizes = state["sizes"]


def trust_of(batch: Batch) -> Tensor:
    """How surely the photograph shows each pixel, [B, 1, S, S], 0..1."""
    return batch["image"][:, TRUST].float()


def mean(verdict: Tensor, weights: Tensor) -> Tensor:
    """The mean of a coarser map, weighted by places of the whole side."""
    coarse = F.adaptive_avg_pool2d(weights, verdict.shape[-2:])
    return (verdict * coarse).sum() / (coarse.sum() + 1e-6)
