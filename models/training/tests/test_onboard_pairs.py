"""Pairs made on the accelerator (here on the processor) are those that ``generate`` makes one by one."""

import numpy as np
import pytest
import torch

from fake_pairs import write_pairs
from fake_shards import ball_sample
from icportrait.batches import tensors
from icportrait.data import SURFACE_KEYS
from icportrait.generate import canvas as alone_canvas
from icportrait.generate import conditions as alone
from icportrait.generate import geometric, pairs as alone_pairs
from icportrait.generate.bridge import PURE
from icportrait.generate.correspondence import true_places as alone_places
from icportrait.generate.geometric import Mistakes
from icportrait.geometry import mirror as alone_mirror, unpack
from icportrait.onboard import carry, conditions, pairs
from icportrait.onboard.canvas import CanvasOnboard, MatchingOnboard, half, masked, true_places
from icportrait.onboard.dice import Dice
from icportrait.onboard.moving import mirror
from icportrait.onboard.pairs import PAIR_KEYS, PairsOnboard, Partners
from icportrait.onboard.pool import DevicePool
from icportrait.onboard.rasterise import corner_numbers, faces, rasterise
from icportrait.onboard.source import with_rows
from icportrait.render.rasteriser import rasterise as render_rasterise

DEVICE = torch.device("cpu")
ONBOARD = {alone_pairs.PairBatches: PairsOnboard, alone_canvas.CanvasBatches: CanvasOnboard, alone_canvas.MatchingBatches: MatchingOnboard}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("onboard")
    write_pairs(made, shards=2)
    return made


@pytest.fixture
def open_pool(folder):
    opened = []

    def opener(seed=1):
        opened.append(DevicePool(folder, PAIR_KEYS, DEVICE, seed, capacity=24))
        opened[-1].wait(24, 20)
        return opened[-1]

    yield opener
    for pool in opened:
        pool.close()


def dice(seed=0):
    return Dice(DEVICE, seed)


def heads(seed, count=2):
    """Unpacked samples of balls with a perspective and a step in depth, as under a chin."""
    made = []
    for number in range(count):
        sample = ball_sample(np.random.default_rng([seed, number]))
        sample["camera"][3] = 0.08
        sample["depth"][80:] -= np.float16(0.4)
        made.append(unpack({key: sample[key] for key in SURFACE_KEYS}))
    return made


def stacked(samples):
    """As ``DevicePool.pictures`` gives them."""
    def planes(key):
        return torch.from_numpy(np.stack([sample[key].transpose(2, 0, 1) for sample in samples]).astype(np.float32))

    batch = {key: planes(key) for key in ("coordinates", "depth", "normal")}
    batch["image"] = planes("image") / 255
    for key in ("matte", "valid"):
        batch[key] = torch.from_numpy(np.stack([sample[key] for sample in samples]))[:, None]
    return {**batch, **{key: torch.from_numpy(np.stack([sample[key] for sample in samples])) for key in ("rotation", "camera", "light")}}


def last(planes):
    return planes.permute(0, 2, 3, 1).numpy()


@pytest.mark.parametrize("side", (64, 256))
def test_conditions_agree_with_those_made_one_by_one(side):
    sources, targets = heads(1), heads(2)
    grey = np.full((side, side, 3), 0.5, np.float32)
    known = conditions.condition(stacked(sources), stacked(targets), torch.full((2, 3, side, side), 0.5), dice())
    for index, pair in enumerate(zip(sources, targets)):
        wanted = alone.condition(*pair, grey, np.random.default_rng(0))
        maps, places = last(known.maps)[index], last(known.places)[index]
        both = (maps[..., 1] > 0.5) & (wanted.maps[..., 1] > 0.5)
        own = np.isfinite(places[..., 0]) & np.isfinite(wanted.places[..., 0])
        assert both.mean() > 0.1 and (maps[..., 2][both] > 0.9).mean() > 0.02  # the mirror image has a part in it
        assert (maps[..., 1] == wanted.maps[..., 1]).mean() > 0.995
        assert (np.isfinite(places) == np.isfinite(wanted.places)).mean() > 0.995
        assert np.percentile(np.linalg.norm(places - wanted.places, axis=2)[own], 95) * 256 < 1e-3
        assert np.abs(maps - wanted.maps)[both].mean() < 1e-3
        assert np.abs(last(known.start)[index] - wanted.start).mean() * 255 < 0.5
        assert (known.seen[index, 0].numpy() == wanted.seen).mean() > 0.995


def test_the_nearest_triangles_are_those_of_the_renderers_rasteriser():
    """A crumpled sheet of 12 x 12 points whose triangles are up to 16 px wide and lie over one another."""
    grid, side = 12, 64
    random = np.random.default_rng(3)
    down, across = np.mgrid[:grid, :grid] * 5.0 + 4
    points = np.stack([across, down, 0 * down], 2) + random.uniform(-5, 5, (grid, grid, 3))
    points[..., :2] = points[..., :2].round(1)
    flat = points.reshape(-1, 3).astype(np.float32)
    corners = faces(torch.from_numpy(points.astype(np.float32)).permute(2, 0, 1)[None])
    numbers = corner_numbers(torch.arange(corners.shape[3])[None], grid)[0].T.numpy().astype(np.int32)
    assert np.array_equal(corners[0].permute(2, 1, 0).numpy(), flat[numbers])
    small = (corners[:, :2].amax(2) - corners[:, :2].amin(2)).amax(1) < 15
    kept = np.ascontiguousarray(numbers[small[0].numpy()])
    nothing = np.zeros(len(flat), np.float32)
    wanted, _, nearest, _ = render_rasterise(flat, kept, np.zeros(len(kept), np.int32), np.zeros_like(flat), nothing, geometric.PLAIN, geometric.NOTHING,
                                             np.float32(0), side, 0)
    found = rasterise(corners, small, side, 1)[0].reshape(side, side).numpy()
    original = np.where(wanted >= 0, np.flatnonzero(small[0].numpy())[wanted], -1)
    assert small.float().mean() > 0.8 and (wanted >= 0).mean() > 0.5 and (nearest > 0).any()
    assert (found == original).mean() > 0.999


def test_own_pixels_and_their_mirror_image_are_joined_as_one_by_one():
    random = np.random.default_rng(2)

    def layer(side=64):
        covered = random.random((side, side)) < 0.8
        maps = [random.random((side, side, channels)).astype(np.float32) * covered[..., None] for channels in (2, 1, 3, 3, 1)]
        place = np.where(covered[..., None], maps[0], np.nan)
        alone_layer = geometric.Carried(place, maps[1][..., 0], maps[2], maps[3], maps[4][..., 0])
        planes = (torch.from_numpy(values.transpose(2, 0, 1))[None] for values in (covered[..., None], *maps))
        return alone_layer, carry.Carried(*planes), random.random((side, side, 3)).astype(np.float32)

    (direct, ours, own), (mirrored, double, doubled) = layer(), layer()
    assert (direct.covered & (mirrored.depth < direct.depth - alone.BEHIND)).mean() > 0.1
    wanted = alone.join(direct, mirrored, own, doubled, 0 * own + 0.5)
    background = torch.full((1, 3, 64, 64), 0.5)
    made = conditions.join(ours, double, *(torch.from_numpy(values.transpose(2, 0, 1))[None] for values in (own, doubled)), background)
    inner = np.s_[8:-8, 8:-8]  # beyond, a blur takes other pixels for those outside
    assert np.abs(last(made.maps)[0] - wanted.maps)[inner].max() < 2e-3
    assert np.abs(last(made.start)[0] - wanted.start)[inner].max() < 2e-3
    assert (np.isfinite(last(made.places)[0]) == np.isfinite(wanted.places))[inner].mean() > 0.999


def test_nothing_of_the_target_but_pose_camera_and_light_is_read():
    source, target = stacked(heads(1)), stacked(heads(2))
    blind = {key: value if key in ("rotation", "camera", "light") else torch.full_like(value, torch.nan) for key, value in target.items()}
    one, two = (conditions.condition(source, other, torch.zeros(2, 3, 64, 64), dice()) for other in (target, blind))
    assert torch.equal(one.start, two.start) and torch.equal(one.maps, two.maps)


def test_what_the_camera_stands_in_is_not_drawn():
    source = stacked(heads(1))
    close = {**source, "camera": source["camera"] * torch.tensor([1, 1, 1, 15])}
    known = conditions.condition(source, close, torch.zeros(2, 3, 64, 64), dice())
    assert torch.isfinite(known.maps).all() and torch.isfinite(known.start).all()


def test_true_places_agree_with_those_found_one_by_one():
    sources, targets = heads(1), heads(2)
    ours = true_places(stacked(sources), stacked(targets), 64, dice()).numpy()
    for found, source, target in zip(ours, sources, targets):
        wanted = alone_places(source, target, 64)
        known = np.isfinite(found[..., 0])
        assert known.mean() > 0.03 and (known == np.isfinite(wanted[..., 0])).mean() > 0.99
        assert np.nanmax(np.abs(found - wanted)) < 1e-3


def test_mirrored_pictures_are_those_of_geometry():
    samples = heads(3)
    flipped = with_rows(stacked(samples), torch.tensor([0]), mirror)
    wanted = stacked([alone_mirror(samples[0]), samples[1]])
    for key in wanted:
        assert torch.equal(flipped[key], wanted[key]), key


def test_mistakes_are_as_large_as_those_made_one_by_one():
    samples, slips, alone_dice = heads(1) * 12, Mistakes(rim=0.0), np.random.default_rng(0)
    exact, wrong = (carry.read_surface(stacked(samples), dice(), size) for size in (geometric.EXACT, slips))
    others = [(geometric.read_surface(sample, alone_dice), geometric.read_surface(sample, alone_dice, slips)) for sample in samples]
    for key in ("points", "light", "rotation"):
        ours = (getattr(wrong, key) - getattr(exact, key)).square().mean().sqrt()
        theirs = np.sqrt(np.mean([np.square(getattr(two, key) - getattr(one, key)).mean() for one, two in others]))
        assert abs(float(ours) / theirs - 1) < 0.35, key
    known = exact.known.expand(-1, 3, -1, -1)
    turned = carry.turn(wrong.rotation, wrong.normals) - carry.turn(exact.rotation, exact.normals)
    theirs = [((two.normals @ two.rotation.T) - (one.normals @ one.rotation.T))[one.known] for one, two in others]
    assert abs(float(turned[known].std()) / np.std(np.concatenate(theirs)) - 1) < 0.35
    assert torch.allclose((wrong.rotation @ wrong.rotation.transpose(1, 2)), torch.eye(3).expand(24, 3, 3), atol=1e-5)


def test_trust_rises_from_the_rim():
    known = torch.zeros(2, 1, 128, 128, dtype=torch.bool)
    known[0, 0, 20:100, 40:] = True  # to the picture's border, which is a rim too
    across, down = np.meshgrid(np.arange(128), np.arange(128))
    known[1, 0] = torch.from_numpy(np.hypot(across - 60, down - 70) < 45)
    for width in (0.2, 6.0, 15.0):
        ours = carry.rim_trust(known, torch.full((2, 1, 1, 1), width))
        for one, mask in zip(ours, known):
            assert np.abs(one[0].numpy() - geometric.rim_trust(mask[0].numpy(), width)).max() < 0.15


@pytest.mark.parametrize("single", ONBOARD)
def test_batches_have_the_keys_shapes_and_ranges_of_those_made_one_by_one(single, folder, open_pool):
    wanted, made = tensors(single(folder, 64, 6, 1).make()), ONBOARD[single](open_pool(), 64, 6).make()
    assert set(made) == set(wanted)
    for key in wanted:
        assert made[key].dtype == torch.float32 and made[key].shape == wanted[key].shape
    channels = wanted["image"].shape[1]
    ours, theirs = (batch["image"].transpose(0, 1).reshape(channels, -1) for batch in (made, wanted))
    assert (ours.mean(1) - theirs.mean(1)).abs().max() < 0.45
    assert torch.allclose(ours.amax(1), theirs.amax(1), atol=0.8) and torch.allclose(ours.amin(1), theirs.amin(1), atol=0.8)
    if "weight" in made:
        assert made["weight"].min() >= 0.05 - 1e-6 and made["weight"].max() <= 1.4 + 1e-6
        assert made["portrait"].abs().max() <= 1 and 0.1 < made["matte"].mean() < 0.5
    else:
        known = torch.isfinite(made["places"])
        assert 0.02 < known.float().mean() < 0.6 and (made["places"][known] - 0.5).abs().max() <= 0.5


@pytest.mark.parametrize("onboard", ONBOARD.values())
def test_a_batch_is_made_without_a_look_at_a_number_or_a_tensor_elsewhere(onboard, open_pool):
    """Tensors without numbers refuse both: what a GPU would have to be waited for, and what lies in another memory."""
    pool, nowhere = open_pool(), torch.device("meta")
    maker = onboard(pool, 64, 3, backgrounds=torch.zeros(2, 3, 256, 256, dtype=torch.uint8, device=nowhere))
    maker.dice.device, maker.dice.numbers, pool.random = nowhere, None, None
    pool.arrays, pool.weights = {key: values.to(nowhere) for key, values in pool.arrays.items()}, pool.weights.to(nowhere)
    assert {value.device for value in maker.make().values()} == {nowhere}


def test_the_state_is_the_bridge_between_portrait_and_start(open_pool):
    batch = PairsOnboard(open_pool(), 64, 8, PURE).make()
    state, time = batch["image"][:, :3], batch["image"][:, 16:17]
    noise = (state - (1 - time) * batch["portrait"]) / time
    assert abs(float(noise.std()) - PURE.spread) < 0.02
    assert (time.amax((1, 2, 3)) == time.amin((1, 2, 3))).all() and time.min() > 0 and time.max() <= 1


def test_half_of_the_times_are_the_first_step(open_pool):
    times = pairs.first_or_between(dice(), 4000, 0.5)
    assert 0.45 < float((times == 1).float().mean()) < 0.55
    assert abs(float(times[times < 1].mean()) - 1.2 / 2.2) < 0.02


def test_the_same_seed_gives_the_same_batch_and_a_state_is_gone_on_from(open_pool):
    one, two, other = (CanvasOnboard(open_pool(seed), 64, 2) for seed in (5, 5, 6))
    first = one.make()
    assert all(torch.equal(value, first[key]) for key, value in two.make().items())
    assert not torch.equal(other.make()["image"], first["image"])
    state = one.state()
    second = one.make()
    other.restore(state)
    assert torch.equal(other.make()["image"], second["image"])


def test_partners_are_of_one_head_and_mostly_from_another_view(open_pool):
    pool = open_pool()
    one = pool.draw(3000)
    two = Partners(pool, dice()).of(one)
    scene, view, light = ((pool.arrays[key][one] == pool.arrays[key][two]) for key in pairs.PLACE_KEYS)
    assert scene.all() and not (view & light).any()
    assert 0.06 < float(view.float().mean()) < 0.10
    assert 0.29 < float((light & ~view).float().mean()) < 0.36


def test_a_head_without_the_wanted_partner_has_another_or_itself(open_pool):
    pool = open_pool()
    pool.arrays["scene"][:24] = torch.arange(24)
    numbers = torch.arange(24)
    assert torch.equal(Partners(pool, dice()).of(numbers), numbers)
    for key in pairs.PLACE_KEYS:
        pool.arrays[key][:24] = 0  # no picture from another view or in another light, but others
    assert not (Partners(pool, dice()).of(numbers) == numbers).any()


def test_strangers_are_other_heads_of_the_group_in_the_same_light(open_pool):
    pool = open_pool()
    pool.arrays["scene"][12:24] += 20
    two = pool.draw(500)
    other, there = Partners(pool, dice()).strangers(two)
    scene, light = pool.arrays["scene"], pool.arrays["light_place"]
    assert there.all() and (scene[other] != scene[two]).all() and (light[other] == light[two]).all()
    assert (scene[other] // pairs.GROUP == scene[two] // pairs.GROUP).all()
    pool.arrays["scene"][:24] = 3
    assert not Partners(pool, dice()).strangers(two)[1].any()


def test_groups_are_as_large_as_the_renderer_makes_them():
    from icportrait.render.group import HEADS
    assert pairs.GROUP == HEADS


def test_backgrounds_come_from_the_bank_or_are_plain(open_pool):
    bank = torch.zeros(3, 3, 64, 64, dtype=torch.uint8)
    bank[:, :, ::2] = 255  # striped, so that they are not plain
    made = PairsOnboard(open_pool(), 64, 400, backgrounds=bank).background()
    striped = made[:, 0, 0, 0] != made[:, 0, 1, 0]
    assert 0.5 < float(striped.float().mean()) < 0.7
    assert (made[~striped].amax((2, 3)) == made[~striped].amin((2, 3))).all() and made.min() >= 0 and made.max() <= 1


def test_hidden_pixels_of_the_reference_are_never_read():
    hidden = masked(dice(), 2, 64)
    picture = torch.rand(2, 3, 64, 64)
    unknown = torch.where(hidden, torch.nan, picture)
    assert torch.equal(half(picture, hidden), half(unknown, hidden)) and torch.isfinite(half(unknown, hidden)).all()


def test_four_of_five_masks_hide_the_papers_share():
    hidden = masked(dice(), 300, 256)
    shares = hidden.float().mean((1, 2, 3))
    assert 0.6 < float(((shares - 0.8).abs() < 0.12).float().mean()) < 0.95 and shares.min() < 0.5
    edges = (hidden[..., 1:] != hidden[..., :-1]).any(2).flatten(1)
    assert edges[:, ::8].sum() == 0 or not edges.all()  # patches, no single pixels
    assert all(alone_canvas.masked(64, np.random.default_rng(seed)).shape == (64, 64) for seed in range(20))


def test_the_matching_reference_is_the_target(open_pool):
    batch = MatchingOnboard(open_pool(), 64, 3).make()["image"]
    profile, reference, seen = batch[:, :3], batch[:, 4:7], batch[:, 7:] > 0
    assert (batch[:, 3] == 1).all() and seen.any() and not seen.all()
    assert (reference * ~seen == 0).all() and not torch.equal(profile, reference)


def test_matching_batches_know_what_the_processors_do(open_pool):
    """Coordinates of both halves, where each shows a head, and places where both do."""
    batch = MatchingOnboard(open_pool(), 64, 3).make()
    source, target = batch["coordinates"].split(3, 1)
    heads = [torch.isfinite(one).all(1) for one in (source, target)]
    found = torch.isfinite(batch["places"]).all(3)
    assert source.shape == (3, 3, 16, 16) and all(head.any() and not head.all() for head in heads)
    assert found.any() and not (found & ~heads[1]).any()
    at = (batch["places"][found] * 16).long().clamp(0, 15)
    row = torch.nonzero(found)[:, 0]
    theirs = source[row, :, at[:, 1], at[:, 0]]
    known = torch.isfinite(theirs).all(1)
    assert (theirs - target.permute(0, 2, 3, 1)[found])[known].norm(dim=1).median() < 0.15


def test_a_side_that_does_not_divide_the_pictures_is_refused(open_pool):
    with pytest.raises(ValueError, match="must divide 256"):
        PairsOnboard(open_pool(), 100, 2)
