"""A pack's weights, back in PyTorch."""

from pathlib import Path

import numpy as np
import pytest
import torch

from fake_checkpoints import write_checkpoint
from icportrait.blend import blended
from icportrait.export import INPUTS, export, for_export, fresh_network, inputs_of
from icportrait.networks.finder import CHANNELS, FinderNetwork, decode
from icportrait.start import StartMismatch, load_weights, module_of, weights_of

PACK = Path(__file__).resolve().parents[2] / "default"


@pytest.mark.parametrize("kind, unshipped", [("surface", []), ("finder", []), ("embedding", ["people"]), ("eyelids", [])])
def test_exported_weights_come_back_to_the_bit(tmp_path, kind, unshipped):
    network, shape = write_checkpoint(kind, tmp_path / "checkpoint.pt"), INPUTS[kind][1]
    export(kind, network, tmp_path / "network.onnx", np.zeros((1, *shape), np.float32))
    torch.manual_seed(5)
    again = fresh_network(kind)
    missing = load_weights(again, tmp_path / "network.onnx")
    assert missing == unshipped
    for name, parameter in network.named_parameters():
        assert name in unshipped or torch.equal(parameter, again.get_parameter(name)), name
    given = inputs_of(kind, torch.rand(1, *shape))[-1]
    with torch.no_grad():
        for one, other in zip(for_export(kind, network)(*given), for_export(kind, again.eval())(*given)):
            assert torch.equal(one, other)


def test_the_shipped_surface_network_fills_every_parameter_it_has():
    network = fresh_network("surface")
    before = network.head.read.weight.clone()
    assert load_weights(network, PACK / "surface.onnx") == []
    rows = len(weights_of(PACK / "surface.onnx")["head.read.weight"])
    assert torch.equal(network.head.read.weight[rows:], before[rows:])
    assert not torch.equal(network.head.read.weight[:rows], before[:rows])


def test_a_first_pack_reads_the_same_places_and_small_rolls():
    network = FinderNetwork()
    old = {"read.weight": torch.randn(5, 48, 1, 1) * 0.05, "read.bias": torch.tensor([0.1, 0.2, 0.3, 0.4, 0.1])}
    features = torch.randn(1, 48, 40, 40)
    new = network.adopt(old)
    raw = torch.nn.functional.conv2d(features, old["read.weight"], old["read.bias"])
    turned = torch.nn.functional.conv2d(features, new["read.weight"], new["read.bias"])
    assert len(new["read.bias"]) == CHANNELS and torch.allclose(turned[:, :4], raw[:, :4])
    small = raw[:, 4].abs() < 0.2
    rolls = torch.rad2deg(torch.atan2(turned[:, 4], turned[:, 5]))
    assert torch.allclose(rolls[small], 45 * raw[:, 4][small], atol=0.1)
    assert decode(turned)[0].shape == (1, 64, 4)


def test_a_file_of_another_network_is_refused(tmp_path):
    network = write_checkpoint("finder", tmp_path / "finder.pt")
    export("finder", network, tmp_path / "finder.onnx", np.zeros((1, 3, 320, 320), np.float32))
    with pytest.raises(StartMismatch, match="has the shape"):
        load_weights(fresh_network("surface"), tmp_path / "finder.onnx")


def test_node_names_tell_the_module():
    assert module_of("/network/encoder.0/encoder.0.0/normalise/Mul") == "encoder.0.0.normalise"
    assert module_of("/network/decoder.2/block/normalise/Add") == "decoder.2.block.normalise"
    assert module_of("/network/reader/blocks.2/blocks.2.1/normalise/Mul") == "reader.blocks.2.1.normalise"
    assert module_of("/network/attention/projections/MatMul") == "attention.projections"


@pytest.mark.parametrize("share", [0.0, 0.25, 1.0])
def test_blended_weights_lie_between_the_pack_and_the_run(tmp_path, share):
    old = write_checkpoint("surface", tmp_path / "old.pt")
    export("surface", old, tmp_path / "surface.onnx", np.zeros((1, *INPUTS["surface"][1]), np.float32))
    new = write_checkpoint("surface", tmp_path / "new.pt", seed=3)
    mixed = blended(tmp_path / "new.pt", tmp_path, share)
    name = "encoder.1.0.first.weight"
    expected = (1 - share) * old.get_parameter(name) + share * new.get_parameter(name)
    torch.testing.assert_close(mixed["average"][name], expected.detach())
    assert f"{share:g} of these weights" in mixed["sessions"]


def test_outputs_that_the_first_pack_lacks_stay_the_runs(tmp_path):
    new = write_checkpoint("surface", tmp_path / "new.pt", seed=3)
    first = tmp_path / "first"
    first.mkdir()
    network = write_checkpoint("surface", tmp_path / "old.pt")
    network.head.read.weight = torch.nn.Parameter(network.head.read.weight.detach()[:-5])
    network.head.read.bias = torch.nn.Parameter(network.head.read.bias.detach()[:-5])
    torch.onnx.export(Raw(network), (torch.zeros(1, *INPUTS["surface"][1]),), str(first / "surface.onnx"), opset_version=17, dynamo=False)
    mixed = blended(tmp_path / "new.pt", first, 0.5)["average"]["head.read.weight"]
    torch.testing.assert_close(mixed[-5:], new.head.read.weight.detach()[-5:])
    assert not torch.equal(mixed[:-5], new.head.read.weight.detach()[:-5])


class Raw(torch.nn.Module):
    """A network under the name that exports give it; its vector's numbers as they are."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, crop):
        half = self.network.stem_half(torch.nn.functional.pixel_unshuffle(crop, 2))
        coarse, _ = self.network.encode(half)
        head = self.network.head
        features = head.normalise(coarse)
        vector = torch.cat([head.squeeze(features).flatten(1), (features.flatten(2) * torch.softmax(head.attend(features).flatten(2), 2)).sum(2)], 1)
        return head.read(head.mix(head.join(vector)))
