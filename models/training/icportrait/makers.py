"""Processes that make batches, one thread each, while another process trains."""

from __future__ import annotations

import multiprocessing
import os
import signal
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Callable, Iterator, Protocol

THREAD_SETTINGS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS")
PATIENCE = 10.0  # seconds for a process to end by itself


class Source(Protocol):
    """Makes batches one after the other; ``state`` and ``restore`` let another process go on exactly there."""

    def make(self) -> dict: ...

    def state(self) -> dict: ...

    def restore(self, state: dict) -> None: ...


class MakerFailure(RuntimeError):
    """A process that makes batches has failed; the message holds its reason."""


class Makers:
    """Iterates over batches of ``count`` processes in turn, so that their order never depends on timing. Close it.

    ``build`` makes the source of one process from its number and must be picklable. ``states``, as ``states()`` gave them, let
    every source go on where it was. Raises MakerFailure where a process fails. For one thread.
    """

    def __init__(self, build: Callable[[int], Source], count: int = 1, states: list[dict] | None = None):
        if states and len(states) != count:
            states = None  # another number of processes: a fresh start is as good
        context = multiprocessing.get_context("spawn")
        self.latest: list[dict | None] = list(states or [None] * count)
        self.ends, self.processes = [], []
        with one_thread():
            for number in range(count):
                ours, theirs = context.Pipe(duplex=False)
                process = context.Process(target=work, args=(build, number, self.latest[number], theirs), daemon=True,
                                          name=f"batches-{number}")
                process.start()
                theirs.close()
                self.ends.append(ours)
                self.processes.append(process)

    def __iter__(self) -> Iterator[dict]:
        while True:
            for number, end in enumerate(self.ends):
                try:
                    batch, state = end.recv()
                except EOFError as ended:
                    raise MakerFailure("A process that makes batches has ended") from ended
                if batch is None:
                    raise MakerFailure(state)
                self.latest[number] = state
                yield batch

    def states(self) -> list[dict]:
        """Where each source stood after the last batch that was taken from it."""
        return [state for state in self.latest if state is not None]

    def close(self) -> None:
        for end in self.ends:
            end.close()
        for process in self.processes:
            process.join(PATIENCE)
            if process.is_alive():
                process.kill()
                process.join()


class Inside:
    """Iterates over the batches of a source in this very process; to the trainer as ``Makers``. Close it."""

    def __init__(self, source: Source, states: list[dict] | None = None):
        self.source = source
        if states:
            source.restore(states[0])

    def __iter__(self) -> Iterator[dict]:
        while True:
            yield self.source.make()

    def states(self) -> list[dict]:
        return [self.source.state()]

    def close(self) -> None:
        self.source.close()


@contextmanager
def one_thread() -> Iterator[None]:
    """Libraries of processes that are started inside keep to one thread."""
    before = {name: os.environ.get(name) for name in THREAD_SETTINGS}
    os.environ.update({name: "1" for name in THREAD_SETTINGS})
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def work(build: Callable[[int], Source], number: int, state: dict | None, end: Connection) -> None:
    """Body of a process: makes batches until the reader is gone."""
    for ignored in (signal.SIGINT, signal.SIGTERM):  # the trainer saves first, then closes the pipe
        signal.signal(ignored, signal.SIG_IGN)
    import cv2
    import torch
    cv2.setNumThreads(0)
    torch.set_num_threads(1)
    try:
        source = build(number)
        if state is not None:
            source.restore(state)
        while True:
            batch = source.make()
            end.send((batch, source.state()))
    except (BrokenPipeError, ConnectionResetError):
        return
    except Exception as problem:
        end.send((None, f"{type(problem).__name__}: {problem}"))
