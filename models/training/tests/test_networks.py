"""Shapes, ranges and export of both networks."""

import hashlib
import json

import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from fake_checkpoints import write_checkpoint, write_checkpoints
from fake_shards import write_shards
from icportrait import export, pack
from icportrait.inference import crop_inputs
from icportrait.networks.blocks import linear_from_srgb, rotation_from_six_numbers
from icportrait.networks.finder import FinderNetwork, decode
from icportrait.networks.surface import SurfaceForExport, SurfaceNetwork, expected_places


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packs")
    write_shards(folder / "renders", 1)
    pack.build(folder / "pack", write_checkpoints(folder), "0.0.0", {"finder": {"found": 1}}, folder / "renders")
    return folder / "pack"


def test_the_manifest_describes_the_files(packed):
    manifest = json.loads((packed / "pack.json").read_text())
    assert manifest["licence"] and manifest["training_data"]
    for kind, entry in manifest["models"].items():
        content = (packed / entry["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == entry["sha256"] and len(content) == entry["bytes"]
        session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
        for ours, theirs in ((entry["inputs"], session.get_inputs()), (entry["outputs"], session.get_outputs())):
            assert [(tensor["name"], tensor["shape"]) for tensor in ours] == [(t.name, t.shape) for t in theirs], kind
    assert manifest["models"]["finder"]["metrics"] == {"found": 1}
    training = manifest["models"]["surface"]["training"]
    assert training["images"] == 56 and training["sessions"][0]["options"]["seed"] == 1


def test_a_pack_is_never_made_of_random_weights(tmp_path):
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "old").write_text("kept")
    write_checkpoint("finder", tmp_path / "finder.pt")
    write_shards(tmp_path / "renders", 1)
    with pytest.raises(pack.NotAPack, match="no checkpoint of 'surface'"):
        pack.build(tmp_path / "pack", {"finder": tmp_path / "finder.pt"}, "0", {}, tmp_path / "renders")
    assert (tmp_path / "pack" / "old").read_text() == "kept"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["finder.pt", "pack", "renders"]


def test_a_network_without_checkpoint_is_kept_from_the_old_pack(packed, tmp_path):
    write_checkpoint("finder", tmp_path / "finder.pt", seed=3)
    write_shards(tmp_path / "renders", 1)
    pack.build(tmp_path / "new", {"finder": tmp_path / "finder.pt"}, "0.0.1", {}, tmp_path / "renders", keep=packed)
    old, new = (json.loads((folder / "pack.json").read_text())["models"] for folder in (packed, tmp_path / "new"))
    assert (tmp_path / "new" / "surface.onnx").read_bytes() == (packed / "surface.onnx").read_bytes()
    assert new["surface"] == old["surface"] and new["finder"]["sha256"] != old["finder"]["sha256"]


def test_a_kept_network_is_exported_again_from_its_own_weights(packed, tmp_path):
    write_shards(tmp_path / "renders", 1)
    pack.build(tmp_path / "new", {}, "0.0.1", {}, tmp_path / "renders", keep=packed, again=("finder",), leave_out=("scores",))
    old, new = (json.loads((folder / "pack.json").read_text())["models"] for folder in (packed, tmp_path / "new"))
    assert new["finder"]["sha256"] == old["finder"]["sha256"] and new["surface"] == old["surface"]
    assert [tensor["name"] for tensor in new["finder"]["outputs"]] == ["boxes"], "exported, not copied"
    assert new["finder"]["metrics"] == old["finder"]["metrics"] and new["finder"]["training"] == old["finder"]["training"]


def test_a_pack_that_is_too_large_is_refused(packed, tmp_path, monkeypatch):
    monkeypatch.setattr(pack, "LARGEST_PACK", 1000)
    with pytest.raises(pack.NotAPack, match="MB are allowed"):
        pack.build(tmp_path / "pack", {}, "0", {}, tmp_path, keep=packed)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", ["finder", "surface"])
def test_weights_are_stored_in_half_precision_at_opset_17(packed, kind):
    model = onnx.load(packed / f"{kind}.onnx")
    assert [entry.version for entry in model.opset_import if entry.domain == ""] == [17]
    halves = sum(np.prod(t.dims) for t in model.graph.initializer if t.data_type == onnx.TensorProto.FLOAT16)
    singles = sum(np.prod(t.dims) for t in model.graph.initializer if t.data_type == onnx.TensorProto.FLOAT)
    assert halves > 20 * singles
    assert {node.op_type for node in model.graph.node}.isdisjoint({"GridSample", "Loop", "If"})


def test_outputs_keep_their_promises(packed):
    session = onnxruntime.InferenceSession(str(packed / "surface.onnx"), providers=["CPUExecutionProvider"])
    crop = np.random.default_rng(0).random((1, 3, 256, 256), np.float32)
    outputs = dict(zip(SurfaceForExport.OUTPUTS, session.run(None, crop_inputs(session, crop))))
    rotation = outputs["rotation"][0]
    np.testing.assert_allclose(rotation @ rotation.T, np.eye(3), atol=1e-5)
    assert np.linalg.det(rotation) == pytest.approx(1, abs=1e-5)
    np.testing.assert_allclose(np.linalg.norm(outputs["normal"], axis=1), 1, atol=1e-4)
    assert (outputs["back_depth"] <= outputs["depth"]).all()
    for name in ("matte", "albedo", "confidence", "landmarks"):
        assert outputs[name].min() >= 0 and outputs[name].max() <= 1, name


def test_a_mirrored_crop_gives_mirrored_outputs():
    torch.manual_seed(2)
    network = SurfaceForExport(SurfaceNetwork().eval()).eval()
    crop = torch.rand(1, 3, 256, 256)
    with torch.no_grad():
        straight = dict(zip(network.OUTPUTS, network(crop, torch.ones(1))))
        mirrored = dict(zip(network.OUTPUTS, network(crop.flip(3), torch.ones(1))))
    for name in ("matte", "depth", "back_depth", "albedo"):
        torch.testing.assert_close(mirrored[name].flip(3), straight[name], atol=1e-4, rtol=1e-4)
    sign = torch.tensor([-1.0, 1, 1])
    torch.testing.assert_close(mirrored["normal"].flip(3) * sign.reshape(1, 3, 1, 1), straight["normal"], atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(mirrored["rotation"] * sign[:, None] * sign, straight["rotation"], atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(mirrored["eyelids"].flip(1), straight["eyelids"], atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(mirrored["pose_interval"], straight["pose_interval"], atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(mirrored["landmarks"][:, 8, 0], 1 - straight["landmarks"][:, 8, 0], atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(mirrored["landmarks"][:, 36, 1:], straight["landmarks"][:, 45, 1:], atol=1e-4, rtol=1e-4)


def test_a_crop_can_be_read_without_its_mirror_image():
    torch.manual_seed(2)
    network = SurfaceForExport(SurfaceNetwork().eval()).eval()
    crop = torch.rand(1, 3, 256, 256)
    with torch.no_grad():
        both, alone, mirrored = (dict(zip(network.OUTPUTS, network(picture, torch.full((1,), state)))) for picture, state in (
            (crop, 1.0), (crop, 0.0), (crop.flip(3), 0.0)))
        depth = network.network(crop)["depth"]
    torch.testing.assert_close(alone["depth"], depth)
    torch.testing.assert_close((alone["depth"] + mirrored["depth"].flip(3)) / 2, both["depth"])
    assert not torch.allclose(alone["depth"], both["depth"], atol=1e-4)


def test_a_wrong_graph_is_refused(tmp_path, monkeypatch):
    original = export.halve_weights

    def spoil(model):
        original(model)
        for tensor in model.graph.initializer:
            if tensor.data_type == onnx.TensorProto.FLOAT16:
                tensor.CopyFrom(onnx.numpy_helper.from_array(onnx.numpy_helper.to_array(tensor) * 2, tensor.name))

    monkeypatch.setattr(export, "halve_weights", spoil)
    with pytest.raises(export.ExportMismatch, match="differs"):
        export.export("surface", export.fresh_network("surface"), tmp_path / "spoilt.onnx", np.zeros((1, 3, 256, 256), np.float32))


def test_scores_count_from_where_a_find_could_begin():
    names = ("boxes", "scores")
    boxes = np.arange(8.0).reshape(1, 2, 4)
    expected = [boxes, np.array([[0.9, 0.02]])]
    assert export.difference("f", names, expected, [boxes, np.array([[0.9, 0.0]])]) == 0
    with pytest.raises(export.ExportMismatch, match="'scores'"):
        export.difference("f", names, expected, [boxes, np.array([[0.9, 0.07]])])
    with pytest.raises(export.ExportMismatch, match="'boxes'"):
        export.difference("f", names, expected, [boxes + 0.5, np.array([[0.9, 0.02]])])


def test_an_unknown_network_is_refused():
    with pytest.raises(ValueError, match="Unknown network 'nose'"):
        export.fresh_network("nose")


def test_training_computes_what_is_exported():
    torch.manual_seed(4)
    network, crop = SurfaceNetwork(), torch.rand(2, 3, 256, 256)
    with torch.no_grad():
        one, other = network.train()(crop), network.eval()(crop)
    for name, value in one.items():
        torch.testing.assert_close(value, other[name], atol=1e-4, rtol=1e-4)


def test_six_numbers_become_a_rotation_and_keep_one():
    six = torch.randn(5, 6)
    rotation = rotation_from_six_numbers(six)
    torch.testing.assert_close(rotation @ rotation.transpose(1, 2), torch.eye(3).expand(5, 3, 3), atol=1e-5, rtol=0)
    again = rotation_from_six_numbers(rotation.transpose(1, 2)[:, :2].reshape(5, 6))
    torch.testing.assert_close(again, rotation, atol=1e-5, rtol=0)


def test_soft_arg_max_finds_a_sharp_peak():
    heatmaps = torch.full((1, 2, 32, 32), -30.0)
    heatmaps[0, 0, 4, 20] = 30.0
    heatmaps[0, 1, 31, 0] = 30.0
    torch.testing.assert_close(expected_places(heatmaps)[0], torch.tensor([[20.5, 4.5], [0.5, 31.5]]) / 32)


def test_neighbouring_scores_are_suppressed():
    raw = torch.full((1, 6, 40, 40), -9.0)
    raw[0, 0, 10, 10], raw[0, 0, 10, 11], raw[0, 0, 30, 5] = 3.0, 2.0, 1.0
    raw[0, 1:] = 0.0
    raw[0, 4] = -0.5  # the sine; the cosine is 0: lying on the right side
    boxes, scores = decode(raw)
    assert int((scores[0] > 0.5).sum()) == 2
    torch.testing.assert_close(boxes[0, 0], torch.tensor([84.0, 84.0, 80.0, -90.0]))


def test_srgb_matches_its_definition():
    torch.testing.assert_close(linear_from_srgb(torch.tensor([0.0, 0.04, 0.5, 1.0])),
                               torch.tensor([0.0, 0.0030960, 0.2140411, 1.0]), atol=1e-6, rtol=1e-5)


def test_the_finder_reads_every_place():
    assert FinderNetwork()(torch.rand(2, 3, 320, 320)).shape == (2, 6, 40, 40)


def test_outputs_that_are_left_out_are_not_told_of(tmp_path):
    write_shards(tmp_path / "renders", 1)
    pack.build(tmp_path / "pack", write_checkpoints(tmp_path / "runs"), "1.0.0", {}, tmp_path / "renders", leave_out=("eyelids",))
    models = json.loads((tmp_path / "pack" / "pack.json").read_text())["models"]
    told = [output["name"] for output in models["surface"]["outputs"]]
    assert "eyelids" not in told and "pose_interval" in told and len(models["finder"]["outputs"]) == 2
