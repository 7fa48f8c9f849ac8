"""A network that has grown answers as the smaller one did, and learns with what is new."""

import torch
from torch import nn
from torch.nn import functional as F

from icportrait.growing import grown
from icportrait.networks.surface import SurfaceNetwork, SurfaceSettings

SMALL = SurfaceSettings(stem=16, widths=(32, 64, 128, 256), blocks=(1, 2, 3, 3), detail=24)


def pair() -> tuple[SurfaceNetwork, SurfaceNetwork]:
    torch.manual_seed(3)
    small, large = SurfaceNetwork(SMALL).eval(), SurfaceNetwork().eval()
    for parameter in small.parameters():  # biases and scales too: what begins as 0 or 1 would hide a mistake
        parameter.data.add_(0.02 * torch.randn_like(parameter))
    large.load_state_dict({**large.state_dict(), **large.adopt(small.state_dict())})
    return small, large


def test_a_grown_surface_network_reads_as_the_smaller_one():
    small, large = pair()
    crop = torch.rand(2, 3, 256, 256)
    with torch.no_grad():
        before, after = small(crop), large(crop)
    for name, values in before.items():
        torch.testing.assert_close(after[name], values, rtol=1e-4, atol=1e-4, msg=lambda text: f"{name}: {text}")


def test_what_is_new_learns():
    _, large = pair()
    large.train()
    outputs = large(torch.rand(1, 3, 256, 256))
    (outputs["normal"].square() @ torch.rand(128, 1) + outputs["depth"]).sum().backward()
    added = large.encoder[0][1]
    assert added.second.weight.grad.abs().max() > 0, "an added block"
    assert large.maps.mix.weight.grad[:24, 24:].abs().max() > 0, "what old channels take from new ones"


def test_growth_is_the_same_each_time():
    small = SurfaceNetwork(SMALL).state_dict()
    one, other = SurfaceNetwork().adopt(small), SurfaceNetwork().adopt(small)
    assert all(torch.equal(one[name], other[name]) for name in one)


def test_layers_with_their_inputs_first_grow_likewise():
    old, new = nn.Sequential(nn.ConvTranspose2d(2, 3, 2, stride=2)), nn.Sequential(nn.ConvTranspose2d(4, 6, 2, stride=2))
    new.load_state_dict(grown(old.state_dict(), new))
    picture = torch.rand(1, 4, 5, 5)
    torch.testing.assert_close(new(picture)[:, :3], old(picture[:, :2]))


def test_last_inputs_stay_the_last():
    old, new = nn.Sequential(nn.Conv2d(5, 2, 1)), nn.Sequential(nn.Conv2d(8, 2, 1))
    new.load_state_dict(grown(old.state_dict(), new, {"0.weight": 2}))
    picture = torch.rand(1, 8, 4, 4)
    torch.testing.assert_close(new(picture), F.conv2d(torch.cat([picture[:, :3], picture[:, -2:]], 1), old[0].weight, old[0].bias))
