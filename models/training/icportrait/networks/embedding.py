"""The embedding: a face becomes a direction; faces of one person lie close together, whatever view, light and day."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .blocks import ResidualBlock, convolution, normalisation

FACE_SIDE = 112
CHANNELS = 4  # R, G, B and what is face
SCALE, MARGIN = 20.0, 0.2  # of cosines in the loss


@dataclass(frozen=True)
class EmbeddingSettings:
    """Widths of the network; stored in every checkpoint."""
    stem: int = 24
    widths: tuple[int, ...] = (40, 80, 160)  # at 28, 14 and 7 px
    blocks: tuple[int, ...] = (1, 1, 2)
    squeezed: int = 32
    numbers: int = 128
    identities: int = 2000  # people of the training set

    def as_dict(self) -> dict:
        return asdict(self)


class FaceEmbedding(nn.Module):
    """face [B, 4, 112, 112], sRGB 0..1 and 0 beyond the face, with the mask -> dict with ``embedding`` [B, E] of unit length and
    ``cosines`` [B, P] to the directions of the training set's people, which are learned beside it and not shipped.
    """

    def __init__(self, settings: EmbeddingSettings = EmbeddingSettings()):
        super().__init__()
        self.settings = settings
        widths = settings.widths
        self.stem = convolution(4 * CHANNELS, settings.stem)
        self.shrink = nn.ModuleList(convolution(a, b, 3, stride=2) for a, b in zip((settings.stem, *widths), widths))
        self.encoder = nn.ModuleList(nn.Sequential(*[ResidualBlock(width, width) for _ in range(count)])
                                     for width, count in zip(widths, settings.blocks))
        self.normalise = normalisation(widths[-1])
        self.squeeze = convolution(widths[-1], settings.squeezed, 1)
        self.read = nn.Linear(settings.squeezed * (FACE_SIDE // 16) ** 2, settings.numbers)
        self.people = nn.Parameter(torch.randn(settings.identities, settings.numbers) * 0.1)

    def embedding(self, face: Tensor) -> Tensor:
        picture, mask = face[:, :3], face[:, 3:]
        features = F.silu(self.stem(F.pixel_unshuffle(torch.cat([(picture - 0.5 * mask) * 4.0, mask], dim=1), 2)))
        for shrink, blocks in zip(self.shrink, self.encoder):
            features = blocks(shrink(features))
        features = self.squeeze(F.silu(self.normalise(features)))
        return F.normalize(self.read(features.flatten(1)).float(), dim=1)

    def forward(self, face: Tensor) -> dict[str, Tensor]:
        embedding = self.embedding(face)
        return {"embedding": embedding, "cosines": embedding @ F.normalize(self.people, dim=1).T}


def margin_loss(cosines: Tensor, person: Tensor) -> Tensor:
    """Cross-entropy of scaled cosines, the right one lowered by a margin (CosFace, arXiv 1801.09414, eq. 4)."""
    right = F.one_hot(person, cosines.shape[1]).to(cosines.dtype)
    return F.cross_entropy(SCALE * (cosines - MARGIN * right), person)


class EmbeddingForExport(nn.Module):
    """face [1, 4, 112, 112] -> embedding [1, E] of unit length: the mean of the face's and its mirror image's."""

    OUTPUTS = ("embedding",)

    def __init__(self, network: FaceEmbedding):
        super().__init__()
        self.network = network

    def forward(self, face: Tensor) -> tuple[Tensor, ...]:
        both = self.network(torch.cat([face, face.flip(3)], dim=0))["embedding"]
        return (F.normalize(both.sum(0, keepdim=True), dim=1),)
