"""The adversarial phase: what the discriminator is shown, how it pulls, and that its run goes on where it stopped."""

import pytest
import torch
from torch.nn import functional as F

from fake_written import SIDE, write_written
from icportrait import train_denoiser
from icportrait.checkpoint import NAME
from icportrait.generate.adversary import Adversary, mean

from test_training import ONE_MEETING, train

CPU = torch.device("cpu")


def batch_of(count=2, trust=0.0):
    """Truth of fine stripes before a flat start; ``trust`` of the left half."""
    torch.manual_seed(3)
    stripes = (torch.arange(SIDE) // 2 % 2 * 2.0 - 1).expand(count, 3, SIDE, SIDE).clone()
    image = torch.zeros(count, 17, SIDE, SIDE)
    image[:, 6, :, :SIDE // 2] = trust
    ones = torch.ones(count, 1, SIDE, SIDE)
    return {"image": image, "portrait": stripes, "weight": ones, "matte": ones}


def made_of(batch):
    """A mean of all stripes, as losses by pixel alone teach it."""
    return torch.cat([torch.zeros_like(batch["portrait"]), torch.full_like(batch["matte"], 3.0)], 1).requires_grad_()


def by_pixel(made, batch):
    return (made[:, :3] - batch["portrait"]).abs().mean()


def test_it_learns_to_tell_and_pulls_towards_what_is_real():
    torch.manual_seed(1)
    adversary, batch = Adversary(1.0, CPU), batch_of()
    told = [float(adversary(by_pixel(made, batch), made, batch)[1]["told"]) for made in (made_of(batch) for _ in range(40))]
    assert told[0] > 0.8 and told[-1] < 0.3
    made = made_of(batch)
    before = sum(mean(verdict, batch["weight"]) for verdict in adversary.network(adversary.shown(made[:, :3], torch.sigmoid(made[:, 3:]), batch)))
    total, _ = adversary(by_pixel(made, batch), made, batch)
    moved = (made - 30 * torch.autograd.grad(total, made)[0]).detach()
    after = sum(mean(verdict, batch["weight"]) for verdict in adversary.network(adversary.shown(moved[:, :3], torch.sigmoid(moved[:, 3:]), batch)))
    assert after > before


def test_its_pull_is_the_share_that_was_asked_for():
    batch = batch_of()
    for share in (0.5, 2.0):
        torch.manual_seed(1)
        adversary, made = Adversary(share, CPU), made_of(batch)
        plain = by_pixel(made, batch)
        own = torch.autograd.grad(plain, made, retain_graph=True)[0]
        total, _ = adversary(plain, made, batch)
        pull = torch.autograd.grad(total, made)[0] - own
        assert float(pull.norm() / own.norm()) == pytest.approx(share, rel=1e-3)


def test_the_photographs_own_pixels_are_neither_judged_nor_pulled():
    adversary, batch = Adversary(1.0, CPU), batch_of(trust=1.0)
    made = made_of(batch)
    total, _ = adversary(by_pixel(made, batch), made, batch)
    pull = torch.autograd.grad(total, made)[0] - torch.autograd.grad(by_pixel(made, batch), made)[0]
    assert float(pull[:, :3, :, :SIDE // 2].abs().max()) == 0 and float(pull[:, :3, :, SIDE // 2:].abs().max()) > 0
    shown = adversary.shown(batch["portrait"], batch["matte"], batch)
    assert torch.equal(shown[:, :3, :, :SIDE // 2], batch["image"][:, 3:6, :, :SIDE // 2])


def test_what_does_not_count_is_not_judged():
    verdict, weights = torch.tensor([[[[1.0, 5.0]]]]), torch.zeros(1, 1, 8, 16)
    weights[..., :8] = 1
    assert float(mean(F.relu(verdict), weights)) == pytest.approx(1)


@pytest.fixture(scope="module")
def pairs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("written")
    write_written(folder / "train", 2)
    write_written(folder / "validation", 1)
    return folder


def run(pairs, folder, images, monkeypatch):
    more = () if (folder / NAME).exists() else ("--random",)
    train(train_denoiser, monkeypatch, pairs, folder, images, "--written", "--side", str(SIDE), "--adversary", "0.5", *more)
    return torch.load(folder / NAME, weights_only=True)


def test_a_run_goes_on_with_the_discriminator_that_it_had(pairs, tmp_path, monkeypatch):
    first = run(pairs, tmp_path, ONE_MEETING, monkeypatch)["companion"]
    taken, restore = [], Adversary.restore
    monkeypatch.setattr(Adversary, "restore", lambda self, state: (restore(self, state), taken.append(self.state())))
    (tmp_path / "images").write_text(str(2 * ONE_MEETING))
    second = run(pairs, tmp_path, ONE_MEETING, monkeypatch)
    assert second["images"] == 2 * ONE_MEETING and len(taken) == 1
    weights = "shrink.0.parametrizations.weight.original"
    assert float(first["network"][weights].abs().sum()) > 0 and not torch.equal(first["network"][weights], second["companion"]["network"][weights])
    fresh = Adversary(0.5, CPU)
    restore(fresh, first)
    assert all(torch.equal(value, first["network"][name]) for name, value in fresh.network.state_dict().items())
    assert torch.equal(fresh.sizes, first["sizes"])


def test_one_worker_alone(pairs, tmp_path, monkeypatch, capsys):
    with pytest.raises(SystemExit):
        train(train_denoiser, monkeypatch, pairs, tmp_path / "run", 8, "--written", "--side", str(SIDE), "--adversary", "0.5", "--workers", "2", "--random")
    assert "one worker alone" in capsys.readouterr().err
