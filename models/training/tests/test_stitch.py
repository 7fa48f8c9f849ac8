"""The stitch network and its pairs: what it never reads, what it leaves alone, and whether truth and pictures belong together."""

import json

import numpy as np
import onnxruntime
import pytest
import torch

from fake_checkpoints import write_checkpoint, write_checkpoints
from fake_shards import write_group, write_shards
from icportrait import export, pack
from icportrait.data import read_shard
from icportrait.networks.light_code import basis, directions, harmonics_of
from icportrait.networks.stitch import SIDE, StitchForExport, StitchNetwork
from icportrait.precision import Precision
from icportrait.stitch_augment import hide
from icportrait.stitch_data import KEYS, StitchBatches, canvases, choose, pair, with_canvas
from icportrait.stitch_losses import truth, weighted_losses
from icportrait.train_stitch import StitchValidation


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("groups")
    write_group(made)
    return made


@pytest.fixture(scope="module")
def group(folder):
    return read_shard(folder / "shard_000000.npz", KEYS)


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(1)
    return StitchNetwork().eval()


def some_canvas(seed: int = 0) -> torch.Tensor:
    random = torch.Generator().manual_seed(seed)
    canvas = torch.rand(2, 11, SIDE, 2 * SIDE, generator=random)
    canvas[:, 3, :, :SIDE] = 1
    canvas[:, 3, :, SIDE:] = (torch.rand(2, SIDE, SIDE, generator=random) < 0.2).float()
    return canvas


def test_hidden_places_count_for_nothing(network):
    canvas = some_canvas()
    changed = canvas.clone()
    hidden = canvas[:, 3:4, :, SIDE:] == 0
    changed[:, :3, :, SIDE:] = torch.where(hidden, torch.rand(2, 3, SIDE, SIDE), canvas[:, :3, :, SIDE:])
    changed[:, 4:, :, SIDE:] = 5.0  # the reference has no maps
    seen = canvas.clone()
    seen[:, :3, :, SIDE:] = torch.where(hidden, canvas[:, :3, :, SIDE:], 1 - canvas[:, :3, :, SIDE:])
    with torch.no_grad():
        one, other, third = (network(each) for each in (canvas, changed, seen))
    for name, value in one.items():
        assert torch.equal(value, other[name]), name
    assert not torch.equal(one["log_ratio"], third["log_ratio"])


def test_a_picture_that_is_its_own_reference_changes_nothing(network):
    canvas = some_canvas()
    canvas[:, :3, :, SIDE:] = canvas[:, :3, :, :SIDE] * canvas[:, 3:4, :, SIDE:]
    with torch.no_grad():
        outputs = network(canvas)
        assert outputs["log_ratio"].abs().max() == 0 and outputs["level"].abs().max() == 0
        assert network(some_canvas())["log_ratio"].abs().max() > 0


def test_mirrored_canvases_give_mirrored_answers(network):
    wrapper, canvas = StitchForExport(network).eval(), some_canvas()[:1]
    mirrored = torch.cat([canvas[..., :SIDE].flip(3), canvas[..., SIDE:].flip(3)], 3) * wrapper.flip_canvas
    with torch.no_grad():
        one, other = (dict(zip(wrapper.OUTPUTS, wrapper(each))) for each in (canvas, mirrored))
    assert torch.allclose(one["log_ratio"], other["log_ratio"].flip(3), atol=1e-4)
    assert torch.allclose(one["environment"], other["environment"] * wrapper.flip_light, atol=1e-4)
    assert torch.allclose(one["lamps"], other["lamps"] * wrapper.flip_lamp, atol=1e-4)


def test_codes_and_harmonics_are_the_same_light():
    code = torch.rand(1, 40, 3)
    normals = torch.nn.functional.normalize(torch.randn(50, 3, generator=torch.Generator().manual_seed(2)), dim=1)
    by_code = torch.relu(normals @ directions(40).T) @ code[0]
    by_harmonics = basis(normals) @ harmonics_of(code)[0]
    assert (by_code - by_harmonics).abs().mean() < 0.03 * by_code.mean()


def test_pairs_show_one_light(group):
    random = np.random.default_rng(3)
    same = 0
    for _ in range(60):
        profile, target, reference = choose(group, random)
        assert group["person"][profile] == group["person"][target] and group["view"][profile] == group["view"][target]
        assert group["light_place"][target] == group["light_place"][reference]
        assert not (reference == profile and target == profile)
        same += group["person"][reference] == group["person"][profile]
    assert 2 < same < 40


def test_the_truth_relights_the_picture(group):
    """albedo x shading: the profile times the true ratio is the target, so truth, mirroring and placing belong together."""
    random = np.random.default_rng(4)
    for _ in range(4):
        sample = pair(group, choose(group, random), random)
        if not np.array_equal(sample["clean"], sample["profile"]) or sample["colourless"]:
            continue
        weight = (sample["weight"] * sample["matte"])[..., 0] > 0.9
        before, after = (np.clip(sample[key] / 255.0, 1e-3, 1) ** 2.2 for key in ("clean", "target"))
        found = np.log(after / before)[weight].mean(1)
        true = np.log((sample["shading"] + 1e-3) / (sample["own_shading"] + 1e-3))[weight].mean(1)
        if true.std() > 0.1:
            assert np.corrcoef(found, true)[0, 1] > 0.9


def test_masks_have_the_share_that_was_asked_for():
    random = np.random.default_rng(5)
    shares = [1 - hide(random, 0.8, 8).mean() for _ in range(20)]
    assert abs(np.mean(shares) - 0.8) < 0.03
    assert hide(random, 0.0).min() == 1


def test_batches_train_and_resume(folder):
    source = StitchBatches(folder, 2, 1)
    source.make()
    state = json.loads(json.dumps(source.state()))
    batch = with_canvas(source.make())
    again = StitchBatches(folder, 2, 9)
    again.restore(state)
    assert torch.equal(batch["image"], with_canvas(again.make())["image"])
    torch.manual_seed(1)
    network = StitchNetwork()
    loss, parts = weighted_losses(network(batch["image"]), batch)
    loss.backward()
    assert all(torch.isfinite(value) for value in parts.values())
    silent = [name for name, parameter in network.named_parameters() if parameter.grad is None]
    assert not silent


def test_the_papers_own_task_counts_by_its_weight(folder):
    """Only what draws the reference's gaps learns nothing without it; the reader of light learns from both."""
    batch = with_canvas(StitchBatches(folder, 2, 1).make())
    torch.manual_seed(1)
    network = StitchNetwork()
    gradients = {}
    for weight in (0.0, 1.0):
        loss, _ = weighted_losses(network(batch["image"]), batch, own_task=weight)
        gradients[weight] = dict(zip(("draws", "reads"), torch.autograd.grad(loss, (network.picture.weight, network.reader.stem.weight))))
    assert gradients[0.0]["draws"].abs().max() == 0 and gradients[1.0]["draws"].abs().max() > 0
    assert gradients[0.0]["reads"].abs().max() > 0 and not torch.allclose(gradients[0.0]["reads"], gradients[1.0]["reads"])


def test_the_truth_has_no_loss(folder):
    batch = with_canvas(StitchBatches(folder, 2, 1).make())
    wanted, _ = truth(batch)
    network = StitchNetwork()
    outputs = {**network(batch["image"]), "log_ratio": wanted}
    _, parts = weighted_losses(outputs, batch)
    assert parts["log_ratio"] < 1e-5


def test_validation_masks_and_measures(folder, network):
    figures = StitchValidation(folder, 4, torch.device("cpu"))(network, Precision(torch.device("cpu")))
    assert 0 < figures["si_mse_unchanged"] < 1 and np.isfinite(list(figures.values())).all()


def test_a_pack_may_hold_the_network(folder, tmp_path):
    paths = write_checkpoints(tmp_path)
    write_checkpoint("stitch", tmp_path / "stitch.pt")
    write_shards(tmp_path / "renders", 1)
    pack.build(tmp_path / "without", paths, "0", {}, tmp_path / "renders")
    pack.build(tmp_path / "with", {"stitch": tmp_path / "stitch.pt"}, "0", {}, folder, keep=tmp_path / "without")
    models = [json.loads((tmp_path / name / "pack.json").read_text())["models"] for name in ("without", "with")]
    assert set(models[0]) == {"finder", "surface"} and set(models[1]) == {"finder", "surface", "stitch"}
    pack.build(tmp_path / "kept", {}, "0", {}, folder, keep=tmp_path / "with")
    assert json.loads((tmp_path / "kept" / "pack.json").read_text())["models"]["stitch"] == models[1]["stitch"]
    session = onnxruntime.InferenceSession(str(tmp_path / "with" / "stitch.onnx"), providers=["CPUExecutionProvider"])
    for ours, theirs in ((models[1]["stitch"]["inputs"], session.get_inputs()), (models[1]["stitch"]["outputs"], session.get_outputs())):
        assert [(each["name"], each["shape"]) for each in ours] == [(each.name, each.shape) for each in theirs]
    canvas = canvases(folder, 1)[0]
    canvas[:3, :, SIDE:] = canvas[:3, :, :SIDE] * canvas[3:4, :, SIDE:]
    assert np.abs(session.run(["log_ratio"], {"canvas": canvas[None]})[0]).max() == 0


def test_a_run_may_begin_with_a_packs_weights(tmp_path, folder):
    from icportrait.start import load_weights
    network = write_checkpoint("stitch", tmp_path / "stitch.pt", seed=3)
    export.export("stitch", network, tmp_path / "stitch.onnx", canvases(folder, 1))
    fresh = StitchNetwork().eval()
    told = set(load_weights(fresh, tmp_path / "stitch.onnx"))
    # What only trains (the picture without gaps) is not in the graph.
    assert all(name.startswith("picture.") for name in told), told
    with torch.no_grad():
        one, other = (each(some_canvas()) for each in (network, fresh))
    assert (one["log_ratio"] - other["log_ratio"]).abs().max() < 0.02
