"""A network that has grown begins as the smaller one that shipped: the same answers, with room to learn (after Chen et al., Net2Net, arXiv 1511.05641).

New channels come after the old ones and are read by none of those; new blocks add nothing. What they begin with is drawn from one seed, so that a
run's origin can be made again, to be blended with.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

SEED = 20261128
ADDED = ".second."  # the last layer of a residual block: without it the block adds nothing


def grown(stored: dict[str, Tensor], network: nn.Module, last_inputs: dict[str, int] | None = None) -> dict[str, Tensor]:
    """``stored`` in the shapes of ``network``, whose answers are then those of the smaller network. What has not grown, or does not fit, is handed on.

    ``last_inputs``: of layers whose last so many inputs are no channels of another layer and stay the last. Normalisations must keep the number of
    channels in a group.
    """
    chance = torch.Generator().manual_seed(SEED)
    across = {f"{name}.weight" for name, module in network.named_modules() if isinstance(module, nn.ConvTranspose2d)}
    return {**stored, **{name: enlarged(name, parameter.shape, stored.get(name), name in across, (last_inputs or {}).get(name, 0), chance)
                         for name, parameter in network.named_parameters() if name not in stored or is_smaller(stored[name].shape, parameter.shape)}}


def is_smaller(one: torch.Size, other: torch.Size) -> bool:
    return one != other and len(one) == len(other) and all(a <= b for a, b in zip(one, other))


def enlarged(name: str, shape: torch.Size, old: Tensor | None, across: bool, last: int, chance: torch.Generator) -> Tensor:
    values = fresh(name, shape, chance)
    if old is None:
        return torch.zeros(shape) if ADDED in name else values
    if len(shape) == 1:
        values[:len(old)] = old
        return values
    if across:  # these have their inputs first
        return enlarged(name, shape[:2][::-1] + shape[2:], old.transpose(0, 1), False, last, chance).transpose(0, 1).contiguous()
    outputs, inputs = len(old), old.shape[1] - last
    values[:outputs] = 0
    values[:outputs, :inputs] = old[:, :inputs]
    if last:
        values[:outputs, -last:] = old[:, inputs:]
    return values


def fresh(name: str, shape: torch.Size, chance: torch.Generator) -> Tensor:
    """As layers begin: weights by how many inputs they sum, scales of normalisations 1, the rest 0."""
    if len(shape) == 1:
        return torch.ones(shape) if name.endswith("weight") else torch.zeros(shape)
    return torch.randn(shape, generator=chance) / (3 * shape[1:].numel()) ** 0.5
