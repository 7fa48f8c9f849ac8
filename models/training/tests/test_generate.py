"""In-context generation: what geometry carries, the bridge, the nets and their promises."""

import json
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch

from fake_pairs import write_pairs
from fake_shards import ball_sample
from icportrait import evaluate_generator
from icportrait.data import SURFACE_KEYS
from icportrait.export_generator import export_generator, load_generator
from icportrait.geometry import unpack
from icportrait.generate.bridge import FROM_START, PURE, solve, step, times
from icportrait.generate.canvas import CanvasBatches, MatchingBatches, half
from icportrait.generate.conditions import condition
from icportrait.generate.correspondence import matching_loss, share_within, true_places
from icportrait.generate.noise import integers, normals, reference
from icportrait.batches import tensors
from icportrait.generate.pairs import PairBatches, PairPool
from icportrait.networks.denoiser import Denoiser, DenoiserSettings
from icportrait.networks.generator_export import HalfLayout
from icportrait.networks.in_context import PROFILE, REFERENCE, Branch, InContext, Sought, attentive, flow, places
from icportrait.pack import describe_generator
from icportrait.generate.losses import losses
from icportrait.train_generator import GeneratorNetwork
from icportrait.train_matching import MatchingNetwork, begin, misread, truth_at
from icportrait.train_matching import losses as matching_losses
from icportrait.trained import trained

SMALL = DenoiserSettings(side=64, stem=8, widths=(8, 16, 16, 24), blocks=(1, 1, 1, 1))
GREY = np.full((64, 64, 3), 0.5, np.float32)


def ball(seed):
    sample = ball_sample(np.random.default_rng(seed))
    return unpack({key: sample[key] for key in SURFACE_KEYS})


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pairs")
    write_pairs(folder / "train")
    return folder


def test_a_picture_carried_into_its_own_view_and_light_is_itself():
    source = ball(1)
    known = condition(source, source, GREY, np.random.default_rng(0))
    inside = known.seen & (known.trust > 0.9)
    truth = source["image"][::4, ::4] / 255
    assert inside.mean() > 0.1
    assert np.abs(known.start - truth)[inside].mean() < 0.06


def test_places_agree_with_canonical_coordinates():
    source, target = ball(1), ball(2)
    at = true_places(source, target, 64)
    known = np.isfinite(at[..., 0])
    pixel = (at[known] * 128).astype(int)
    ours, theirs = target["coordinates"][::2, ::2][known], source["coordinates"][pixel[:, 1], pixel[:, 0]]
    assert known.mean() > 0.05
    assert np.median(np.linalg.norm(ours - theirs, axis=1)) < 0.03


def test_nothing_of_the_target_but_pose_camera_and_light_is_read():
    source, target = ball(1), ball(2)
    blind = {key: value if key in ("rotation", "camera", "light") else np.full_like(value, 7) for key, value in target.items()}
    one, two = (condition(source, other, GREY, np.random.default_rng(0)) for other in (target, blind))
    assert np.array_equal(one.start, two.start) and np.array_equal(one.maps, two.maps)


def test_the_bridge_ends_at_the_portrait_whatever_the_noise():
    portrait = torch.rand(1, 3, 8, 8)
    for bridge in (FROM_START, PURE):
        made = solve(lambda state, time: portrait, torch.zeros_like(portrait), torch.randn_like(portrait), 5, bridge)
        assert torch.allclose(made, portrait, atol=1e-5)


def test_steps_of_the_bridge_follow_its_mixture():
    portrait, start, noise = (np.random.default_rng(n).random(5) for n in range(3))
    after = step(FROM_START.mix(portrait, start, noise, 0.8), portrait, 0.8, 0.3)
    assert np.allclose(after, FROM_START.mix(portrait, start, noise, 0.3))
    assert times(4)[0] == 1 and times(4)[-1] == 0
    with pytest.raises(ValueError):
        times(0)


def test_hidden_pixels_of_the_reference_are_never_read():
    hidden = np.zeros((64, 64), bool)
    hidden[10:30] = True
    changed = GREY.copy()
    changed[hidden] = 0.9
    assert np.array_equal(half(GREY, hidden), half(changed, hidden))


def test_a_fresh_denoiser_hands_the_start_through(data):
    batch = tensors(PairBatches(data / "train", 64, 2, 1).make())
    made = Denoiser(SMALL)(batch["image"])
    assert (made[:, :3] - batch["image"][:, 3:6]).abs().mean() < 0.1
    total, parts = losses(made, batch)
    assert torch.isfinite(total) and set(parts) == {"colour", "slope", "matte"}


def test_reference_features_change_nothing_at_first_and_something_once_joined(data):
    network = GeneratorNetwork(SMALL).eval()
    batch = tensors(CanvasBatches(data / "train", 64, 2, 1).make())
    with torch.no_grad():
        assert torch.equal(network(batch["image"]), network(batch["image"], without=True))
        for join in network.denoiser.join:
            join.weight.normal_()
        assert not torch.allclose(network(batch["image"]), network(batch["image"], without=True))


def test_the_profile_never_looks_at_the_reference():
    branch, canvas, other = Branch(SMALL), torch.rand(1, 4, 64, 64), torch.rand(1, 4, 64, 64)
    for attention in branch.trunk.attention:
        torch.nn.init.normal_(attention.output.weight)
    with torch.no_grad():
        alone = branch(canvas, PROFILE)
        beside = branch(canvas, PROFILE, branch(other, PROFILE)[attentive(alone)])
        reference, looking = branch(other, REFERENCE), branch(other, REFERENCE, alone[attentive(alone)])
    assert [level.shape for level in alone] == [level.shape for level in looking]
    assert all(torch.allclose(one, two, atol=1e-5) for one, two in zip(alone, beside))
    assert not torch.allclose(reference[-1], looking[-1], atol=1e-3)


def test_a_branch_begins_as_its_denoiser():
    denoiser, branch = Denoiser(SMALL), Branch(SMALL)
    branch.begin_with(denoiser)
    assert torch.equal(branch.trunk.encoder[1][0].first.weight, denoiser.trunk.encoder[1][0].first.weight)
    assert torch.equal(branch.trunk.stem_half.weight[:, :12], denoiser.trunk.stem_half.weight[:, :12])


def test_several_profiles_stand_side_by_side():
    network = InContext(SMALL).eval()
    canvas = [torch.rand(1, 4, 64, 64) for _ in range(3)]

    def beside(one, two):
        return [torch.cat(levels, 3) for levels in zip(one, two)]

    with torch.no_grad():
        one, two = network.profile(canvas[0]), network.profile(canvas[1])
        sought = Sought(beside(one[1].descriptors, two[1].descriptors), beside(one[1].beside, two[1].beside))
        reference, costs = network(beside(one[0], two[0]), sought, canvas[2])
    assert reference[0].shape == (1, 16, 16, 16) and costs[0].shape == (1, 256, 512)


def test_flow_finds_what_correlates():
    side = 8
    truth = torch.randperm(side * side)
    cost = torch.zeros(1, side * side, side * side)
    cost[0, torch.arange(side * side), truth] = 1
    line = places(side, side, cost.device)
    found, confidence = flow(10 * cost, side, side)
    assert share_within(found, line[truth][None], 4.0) == 1.0
    assert (confidence > 0.9).all()
    nearer = matching_loss(cost, line[truth][None], line, 3.0)
    assert nearer < matching_loss(0 * cost, line[truth][None], line, 3.0)


def test_matching_pairs_have_a_truth(data):
    batch = tensors(MatchingBatches(data / "train", 64, 2, 1).make())
    made = MatchingNetwork(SMALL)(batch["image"])
    assert [cost.shape[1] for cost in made["costs"]] == [256, 64, 16, 4]
    assert torch.isfinite(truth_at(batch["places"], 8)).any()
    total, parts = matching_losses(made, batch)
    assert torch.isfinite(total) and set(parts) == {"level0", "level1", "level2", "level3", "coordinates"}


def test_coordinates_are_asked_for_where_there_is_a_head(data):
    truth = tensors(MatchingBatches(data / "train", 64, 2, 1).make())["coordinates"]
    assert truth.shape == (2, 6, 16, 16) and torch.isfinite(truth).any() and torch.isnan(truth).any()
    assert misread(torch.nan_to_num(truth, nan=9.0), truth) == 0
    assert misread(torch.nan_to_num(truth) + 0.5, truth) == pytest.approx(0.5)
    assert misread(torch.zeros(2, 6, 4, 4), truth) > 0


def test_a_matching_net_learns_what_it_is_shown(data):
    torch.manual_seed(1)
    network, batch = MatchingNetwork(SMALL), tensors(MatchingBatches(data / "train", 64, 4, 1).make())
    optimiser, totals = torch.optim.Adam(network.parameters(), 3e-3), []
    for _ in range(30):
        total, _ = matching_losses(network(batch["image"]), batch)
        optimiser.zero_grad()
        total.backward()
        optimiser.step()
        totals.append(total.item())
    assert totals[-1] < 0.8 * totals[0]


def test_nets_begin_with_the_denoiser_of_a_pack():
    pack = Path(__file__).parents[2] / "default" / "denoiser.onnx"
    shipped = trained(pack)
    network = begin(shipped.settings, pack)
    assert torch.equal(network.matching.branch.trunk.encoder[1][0].first.weight, shipped.trunk.encoder[1][0].first.weight)


def test_the_same_draws_again_after_restore(data):
    pool = PairPool(data / "train", 1)
    pool.draw()
    state = pool.state()
    wanted = pool.draw()
    other = PairPool(data / "train", 2)
    other.restore(state)
    again = other.draw()
    assert all(np.array_equal(one[key], two[key]) for one, two in zip(wanted, again) for key in ("image", "rotation"))


def test_noise_is_philox_and_any_part_of_it_stands_alone():
    known = [0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8]  # the authors' own answer for key 0, counter 0
    assert integers(0, 0, 1)[0].tolist() == known
    assert np.array_equal(integers(9, 2, 6)[4:], integers(9, 2, 2, 4))
    many = normals(3, 0, 200_001)
    assert abs(many.mean()) < 0.01 and abs(many.std() - 1) < 0.01
    assert np.array_equal(many[:10], normals(3, 0, 10)) and not np.array_equal(many[:10], normals(3, 1, 10))


def test_the_numbers_that_java_compares_are_these():
    stored = Path(__file__).parents[3] / "src/test/resources/org/icportrait/generate/reference.json"
    assert json.loads(stored.read_text()) == reference()


def fake_generator(path, kind="generator"):
    torch.manual_seed(1)
    network = GeneratorNetwork(SMALL)
    for join in network.denoiser.join:
        torch.nn.init.normal_(join.weight, std=0.05)
    part = network if kind == "generator" else network.denoiser
    torch.save({"kind": kind, "average": part.state_dict(), "settings": SMALL.as_dict(), "step": 1, "images": 8, "sessions": json.dumps([])}, path)
    return network


def test_what_the_manifest_says_of_the_generator_is_so(data, tmp_path):
    fake_generator(tmp_path / "g.pt")
    network, _, kinds = load_generator(tmp_path / "g.pt")
    assert kinds == ("features", "guide", "denoiser")
    for kind, path in export_generator(network, tmp_path, kinds, data / "train").items():  # compares with PyTorch, two profiles too
        graph = onnx.load(path).graph
        for said, there in zip(describe_generator(kind, SMALL), (graph.input, graph.output)):
            assert [tensor["name"] for tensor in said] == [value.name for value in there]
            assert [tensor["shape"] for tensor in said] == [[d.dim_value or d.dim_param for d in v.type.tensor_type.shape.dim] for v in there]


def test_a_denoiser_alone_is_exported_alone(tmp_path):
    network = fake_generator(tmp_path / "d.pt", "denoiser")
    loaded, _, kinds = load_generator(tmp_path / "d.pt")
    assert kinds == ("denoiser",)
    assert torch.equal(loaded.denoiser.read.weight, network.denoiser.read.weight)


def test_profiles_beside_one_another_keep_their_places():
    layout = HalfLayout(SMALL)
    rows = torch.rand(2, layout.length)
    one, both = layout.split(rows), layout.beside(rows)
    for single, wide in zip(one, both):
        assert torch.equal(wide[0, :, :, :single.shape[3]], single[0]) and torch.equal(wide[0, :, :, single.shape[3]:], single[1])


@pytest.mark.parametrize("kind, guided", [("generator", [True, False]), ("denoiser", [False])])
def test_checkpoints_are_measured_with_and_without_guidance(data, tmp_path, monkeypatch, capsys, kind, guided):
    fake_generator(tmp_path / "g.pt", kind)
    monkeypatch.setattr("sys.argv", ["evaluate", str(tmp_path / "g.pt"), str(data / "train"), "--pairs", "2", "--steps", "1", "2"])
    evaluate_generator.main()
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["guided"], row["steps"]) for row in rows] == [(way, steps) for way in guided for steps in (1, 2)]
    assert all(np.isfinite(row["head_db"]) for row in rows)
    if kind == "generator":
        assert rows[0]["head_db"] != rows[2]["head_db"]
