"""What all sources of batches on the accelerator share."""

from __future__ import annotations

from typing import Callable

import torch
from torch import Tensor

from .dice import Dice
from .pool import Batch, DevicePool


class OnboardSource:
    """Batches of a pool's pictures, as tensors on its device. For one thread; ``close`` closes the pool."""

    def __init__(self, pool: DevicePool, dice: Dice):
        self.pool, self.dice = pool, dice

    def make(self) -> Batch:
        raise NotImplementedError

    def state(self) -> dict:
        """Where chance stands; the same pictures in the pool then give the same batches."""
        return {"dice": self.dice.state(), "draws": self.pool.random.get_state().tolist()}

    def restore(self, state: dict) -> None:
        self.dice.restore(state["dice"])
        self.pool.random.set_state(torch.tensor(state["draws"], dtype=torch.uint8))

    def close(self) -> None:
        self.pool.close()


def with_rows(batch: Batch, rows: Tensor, change: Callable[[Batch], Batch]) -> Batch:
    """The batch with ``change`` of the given rows."""
    if not len(rows):
        return batch
    after = change({key: values[rows] for key, values in batch.items()})
    return {key: values.index_copy(0, rows, after[key].to(values.dtype)) for key, values in batch.items()}
