"""Several processes that train one network: each on batches of its own, their weights averaged every few steps.

On processors this uses the cores better than many threads inside one step, because nobody waits within a step.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import torch
import torch.distributed
from torch import nn

MEET_EVERY = 8  # steps
PATIENCE = timedelta(minutes=10)


class Partners:
    """A group of ``workers`` processes; the one of rank 0 leads: it starts the others, validates and saves."""

    def __init__(self, folder: Path, rank: int, workers: int):
        self.rank, self.workers, self.started = rank, workers, []
        if workers < 2:
            return
        meeting = folder / "meeting"
        if rank == 0:
            meeting.unlink(missing_ok=True)
            command = [sys.executable, *sys.orig_argv[1:], "--rank"]
            self.started = [subprocess.Popen([*command, str(other)]) for other in range(1, workers)]
        os.environ.setdefault("GLOO_SOCKET_IFNAME", "lo")
        torch.distributed.init_process_group("gloo", init_method=f"file://{meeting.resolve()}", rank=rank,
                                             world_size=workers, timeout=PATIENCE)

    @property
    def leads(self) -> bool:
        return self.rank == 0

    @property
    def alone(self) -> bool:
        return self.workers < 2

    def meet(self, network: nn.Module, stop: bool) -> bool:
        """Averages the weights of all. Returns whether anyone wants to stop.

        Every process calls this after the same numbers of steps. Raises RuntimeError when a partner has died.
        """
        if self.alone:
            return stop
        parameters = list(network.parameters())
        together = torch.cat([*(parameter.detach().reshape(-1).cpu() for parameter in parameters), torch.tensor([float(stop)])])
        torch.distributed.all_reduce(together)
        with torch.no_grad():
            mean = (together[:-1] / self.workers).split([parameter.numel() for parameter in parameters])
            for parameter, values in zip(parameters, mean):
                parameter.copy_(values.reshape(parameter.shape))
        return bool(together[-1] > 0)

    def agree(self, due: bool) -> bool:
        """What the leader says."""
        if self.alone:
            return due
        word = torch.tensor([float(due and self.leads)])
        torch.distributed.all_reduce(word)
        return bool(word > 0)

    def gather(self, states: list[dict]) -> list[list[dict]]:
        """The states of all, by rank; every process calls this at the same time."""
        if self.alone:
            return [states]
        everyone: list = [None] * self.workers
        torch.distributed.all_gather_object(everyone, states)
        return everyone

    def close(self) -> None:
        """Waits for the processes that were started."""
        if self.workers > 1:
            torch.distributed.destroy_process_group()
        for process in self.started:
            process.wait(timeout=60)
