"""Processes that make batches."""

import os
from functools import partial

import pytest

from icportrait.makers import THREAD_SETTINGS, MakerFailure, Makers


class Counter:
    """A source of numbered batches that also tells what kind of process it is in."""

    def __init__(self, fails_at: int, seed: int):
        self.fails_at, self.number = fails_at, 100 * seed

    def make(self) -> dict:
        self.number += 1
        if self.number % 100 == self.fails_at:
            raise ValueError("no batch")
        return {"number": self.number, "process": os.getpid(), "threads": os.environ["OMP_NUM_THREADS"]}

    def state(self) -> dict:
        return {"number": self.number}

    def restore(self, state: dict) -> None:
        self.number = state["number"]


def take(makers: Makers, count: int) -> list[dict]:
    batches = iter(makers)
    return [next(batches) for _ in range(count)]


def test_two_processes_of_one_thread_take_turns():
    before = {name: os.environ.get(name) for name in THREAD_SETTINGS}
    makers = Makers(partial(Counter, 99), 2)
    batches = take(makers, 6)
    makers.close()
    assert [batch["number"] for batch in batches] == [1, 101, 2, 102, 3, 103]
    assert {batch["threads"] for batch in batches} == {"1"} and len({batch["process"] for batch in batches}) == 2
    assert os.getpid() not in {batch["process"] for batch in batches}
    assert before == {name: os.environ.get(name) for name in THREAD_SETTINGS}
    assert not any(process.is_alive() for process in makers.processes)


def test_other_processes_go_on_after_the_last_batch_that_was_taken():
    makers = Makers(partial(Counter, 99), 2)
    take(makers, 3)
    states = makers.states()
    makers.close()
    again = Makers(partial(Counter, 99), 2, states)
    assert [batch["number"] for batch in take(again, 3)] == [3, 102, 4]
    again.close()


def test_a_failure_reaches_the_trainer_with_its_reason():
    makers = Makers(partial(Counter, 2), 1)
    with pytest.raises(MakerFailure, match="ValueError: no batch"):
        take(makers, 3)
    makers.close()
