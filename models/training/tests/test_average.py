"""Averaged weights."""

import pytest
import torch

from icportrait.average import Average


def test_the_average_follows_slowly_and_changes_places_for_a_while():
    network = torch.nn.Linear(1, 1, bias=False)
    network.weight.data.fill_(0.0)
    average = Average(network, 0.9)
    network.weight.data.fill_(1.0)
    average.update(network, 10_000)
    assert average.state["weight"].item() == pytest.approx(0.1)
    with pytest.raises(ValueError), average.inside(network):
        assert network.weight.item() == pytest.approx(0.1) and not network.training and not torch.is_grad_enabled()
        raise ValueError
    assert network.weight.item() == 1.0 and network.training and torch.is_grad_enabled()


def test_the_first_steps_count_at_once():
    network = torch.nn.Linear(1, 1, bias=False)
    network.weight.data.fill_(0.0)
    average = Average(network, 0.998)
    network.weight.data.fill_(1.0)
    average.update(network, 0)
    assert average.state["weight"].item() == pytest.approx(0.9)
