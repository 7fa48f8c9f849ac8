"""Batches that are made on the accelerator follow the same rules as those of the processor; tested on the processor."""

import cv2
import numpy as np
import pytest
import torch

from fake_shards import ball_sample, write_group
from icportrait import photograph
from icportrait.augment import augment
from icportrait.backgrounds import Backgrounds
from icportrait.batches import tensors
from icportrait.data import SURFACE_KEYS, NoData
from icportrait.geometry import mirror, move, turn_light, unpack
from icportrait.losses import pack, surface_losses
from icportrait.networks.surface import SurfaceNetwork
from icportrait.onboard import developing, moving
from icportrait.onboard.bank import background_bank
from icportrait.onboard.dice import Dice
from icportrait.onboard.pool import DevicePool
from icportrait.onboard.surface import SurfaceOnboard, strange

DEVICE = torch.device("cpu")


@pytest.fixture
def sample():
    working = unpack(ball_sample(np.random.default_rng(3)))
    working["image"] = cv2.GaussianBlur(working["image"], (0, 0), 1.5)
    working["matte_weight"] = np.ones_like(working["matte"])
    return working


@pytest.fixture
def pool(tmp_path):
    write_group(tmp_path, 0, 1)
    write_group(tmp_path, 1, 2)
    made = DevicePool(tmp_path, SURFACE_KEYS, DEVICE, 3, capacity=40)
    made.wait(24, 20)
    yield made
    made.close()


def as_batch(sample) -> dict:
    return tensors(pack([sample, sample], [True, True]))


def same(ours: dict, theirs: dict, tolerances: dict, margin: int = 0) -> None:
    for key, wanted in theirs.items():
        value, wanted = ours[key], wanted
        if margin and value.dim() == 4:
            value, wanted = value[..., margin:-margin, margin:-margin], wanted[..., margin:-margin, margin:-margin]
        assert value.shape == wanted.shape, key
        assert float((value - wanted).abs().mean()) < tolerances.get(key, 1e-3), key


def test_pictures_are_those_of_the_shards(pool):
    pictures = pool.pictures(torch.tensor([0, 13]))
    stored = pool.arrays
    for row, number in enumerate((0, 13)):
        working = unpack({key: stored[key][number].numpy() for key in SURFACE_KEYS})
        working["matte_weight"] = np.ones_like(working["matte"])
        wanted = as_batch(working)
        same({key: value[row:row + 1] for key, value in pictures.items()},
             {key: wanted[key][:1] for key in pictures}, {})


def test_new_shards_join_and_unreadable_ones_are_left_out(tmp_path, pool):
    (pool.folder / "shard_000002.npz").write_bytes(b"no archive")
    write_group(pool.folder, 3, 5)
    pool.wait(36, 20)
    assert pool.count == 36 and set(pool.draw(500).tolist()) == set(range(36))
    with pytest.raises(NoData):
        DevicePool(tmp_path / "empty", SURFACE_KEYS, DEVICE, 3)


def test_pictures_are_drawn_by_weight(tmp_path):
    write_group(tmp_path)
    made = DevicePool(tmp_path, SURFACE_KEYS, DEVICE, 3, capacity=12, weight=lambda stored: float(stored["light"][3, 0] > 0))
    bright = {number for number in range(12) if made.arrays["light"][number, 3, 0] > 0}
    assert 0 < len(bright) < 12 and set(made.draw(300).tolist()) == bright
    made.close()


def test_mirrored_rows_are_as_mirrored_samples(sample):
    same(moving.mirror(as_batch(sample)), as_batch(mirror(sample)), {})


@pytest.mark.parametrize("angle, zoom, shift", [(0.0, 1.2, (0.0, 0.0)), (0.3, 1.0, (0.0, 0.0)), (-0.2, 0.9, (0.04, -0.03)), (3.0, 1.1, (0.02, 0.0))])
@pytest.mark.parametrize("border", [(cv2.BORDER_REPLICATE, 0, float("nan")), (cv2.BORDER_CONSTANT, 128, 128 / 255), (cv2.BORDER_CONSTANT, 0, 0.0)])
def test_moved_rows_are_as_moved_samples(sample, angle, zoom, shift, border):
    numbers = [torch.full((2,), value) for value in (angle, zoom)]
    ours = moving.move(as_batch(sample), *numbers, torch.tensor([shift, shift]), torch.full((2,), border[2]))
    theirs = as_batch(move(sample, angle, zoom, shift, border[:2]))
    same(ours, theirs, {"image": 0.01, "matte_weight": 0.01, "valid": 0.005, "matte": 0.003, "coordinates": 0.01, "depth": 0.01, "back_depth": 0.01,
                        "normal": 0.01, "albedo": 0.005, "head": 0.005})


def test_lights_turn_alike():
    light = np.random.default_rng(0).normal(size=(9, 3)).astype(np.float32)
    turned = moving.turn_light(torch.from_numpy(light)[None], torch.tensor([0.7]))
    np.testing.assert_allclose(turned[0], turn_light(light, 0.7), atol=1e-6)


def test_tight_cuts_ask_nothing_of_what_lies_beyond(sample):
    batch = as_batch(sample)
    cut = moving.cut_tight(batch, Dice(DEVICE, 4))
    kept = (cut["matte_weight"] > 0).expand_as(batch["image"])
    assert 0.3 < float(kept.float().mean()) < 0.999
    assert torch.equal(cut["image"][kept], batch["image"][kept])
    assert float(cut["valid"].sum()) <= float(batch["valid"].sum())


def test_things_before_a_head_are_forgotten(sample):
    batch = as_batch(sample)
    covered = moving.occlude(batch, Dice(DEVICE, 4))
    touched = (covered["image"] != batch["image"]).any(1, keepdim=True)
    assert 0.005 < float(touched.float().mean()) < 0.4
    assert not (touched & (covered["matte_weight"] > 0)).any()


def test_hidden_patches_hide_what_they_are_told():
    dice = Dice(DEVICE, 5)
    for patch, share in ((8, 0.8), (32, 0.5), (4, 0.0)):
        hidden = moving.hidden_patches(dice, 60, 256, torch.full((60,), share), torch.full((60,), patch))
        assert float(hidden.float().mean()) == pytest.approx(share, abs=0.03)
        change = (hidden[..., 1:] != hidden[..., :-1]).float().mean()
        assert float(change) == pytest.approx(2 * share * (1 - share) / patch, abs=0.01)


def test_tones_spread_as_the_processors_do():
    levels = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, 2)
    random = np.random.default_rng(1)
    theirs = np.stack([photograph.tone(levels, random)[0] for _ in range(3000)]) / 255
    grid = torch.arange(256).float().div(255).expand(3000, 3, 1, 256)
    ours = developing.tone(grid, Dice(DEVICE, 1))[:, :, 0].permute(0, 2, 1).numpy()
    for share in (25, 50, 75):
        assert np.abs(np.percentile(ours, share, 0) - np.percentile(theirs, share, 0)).max() < 0.03


@pytest.mark.parametrize("sigma", [0.6, 1.5, 2.2])
def test_blurs_are_opencvs(sample, sigma):
    picture = sample["image"].astype(np.float32) / 255
    ours = developing.blur(torch.from_numpy(picture).permute(2, 0, 1)[None], torch.tensor([sigma]))
    wanted = cv2.GaussianBlur(picture, (15, 15), sigma, borderType=cv2.BORDER_REPLICATE)
    np.testing.assert_allclose(ours[0].permute(1, 2, 0), wanted, atol=1e-4)


@pytest.mark.parametrize("quality", [30, 60, 90])
def test_coded_pictures_lose_what_jpeg_loses(sample, quality):
    grain = np.random.default_rng(0).normal(0, 8, sample["image"].shape)
    picture = np.clip(sample["image"] + grain, 0, 255).astype(np.uint8)
    coded = cv2.imdecode(cv2.imencode(".jpg", picture[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_COLOR)[..., ::-1] / 255.0
    original = torch.from_numpy(picture.astype(np.float32) / 255).permute(2, 0, 1)[None]
    ours = developing.coded(original, torch.tensor([float(quality)]))[0].permute(1, 2, 0).numpy()
    lost = np.abs(coded - picture / 255).mean()
    assert np.abs(ours - coded).mean() < 0.3 * lost and np.abs(ours - picture / 255).mean() == pytest.approx(lost, rel=0.15)


def test_batches_are_those_of_the_processor_in_kind(pool):
    source = SurfaceOnboard(pool, background_bank(None, 1, 256, DEVICE, 8), 48, 7, 0.2)
    random = np.random.default_rng(1)
    wanted = tensors(pack([augment(ball_sample(random), random, Backgrounds(None, random)) for _ in range(2)], [True, True]))
    for _ in range(3):
        batch = source.make()
        assert set(batch) == set(wanted)
        for key, value in batch.items():
            assert value.shape[1:] == wanted[key].shape[1:] and value.dtype == wanted[key].dtype and torch.isfinite(value).all(), key
        assert 0 <= float(batch["image"].min()) and float(batch["image"].max()) <= 1
        turned = batch["rotation"] @ batch["rotation"].transpose(1, 2)
        np.testing.assert_allclose(turned, torch.eye(3).expand_as(turned), atol=1e-5)
        assert 0 < float(batch["present"].mean()) < 1
        absent = batch["present"] == 0
        assert float(batch["valid"][absent].sum()) == 0 and float(batch["matte"][absent].sum()) == 0


def test_true_answers_cost_nothing_on_board(pool):
    batch = SurfaceOnboard(pool, background_bank(None, 1, 256, DEVICE, 8), 16, 7, 0.1).make()
    outputs = {"matte_logit": (batch["matte"] - 0.5) * 60, "coordinates": batch["coordinates"], "depth": batch["depth"],
               "thickness": (batch["depth"] - batch["back_depth"]).clamp(min=0), "normal": batch["normal"] / batch["normal"].norm(dim=1, keepdim=True).clamp(min=1e-3),
               "albedo_srgb": batch["albedo"], "rotation": batch["rotation"], "camera": batch["camera"], "light": batch["light"],
               "landmarks": batch["landmarks"][..., :2], "visibility_logit": (batch["landmarks"][..., 2] - 0.5) * 60,
               "confidence_logit": torch.zeros(16, 1), "interval": torch.full((16, 3), 0.05), "eyelids": batch["eyelids"]}
    losses = surface_losses(outputs, batch)
    for name in ("coordinates", "depth", "thickness", "slope", "normal", "albedo", "rotation", "camera", "light", "landmarks"):
        assert float(losses[name]) < 2e-2, name


def test_equal_seeds_make_equal_batches(pool):
    bank = background_bank(None, 1, 256, DEVICE, 8)
    pool.random.manual_seed(1)
    one = SurfaceOnboard(pool, bank, 8, 7, 0.1).make()
    pool.random.manual_seed(1)
    other = SurfaceOnboard(pool, bank, 8, 7, 0.1).make()
    assert all(torch.equal(one[key], other[key]) for key in one)


def test_a_source_goes_on_where_its_state_says(pool):
    bank = background_bank(None, 1, 256, DEVICE, 8)
    one, other = SurfaceOnboard(pool, bank, 8, 7, 0.1), SurfaceOnboard(pool, bank, 8, 8, 0.1)
    one.make()
    state = one.state()
    wanted = one.make()
    other.restore(state)
    again = other.make()
    assert all(torch.equal(wanted[key], again[key]) for key in wanted)


def test_strange_colours_leave_shapes_and_say_that_light_and_albedo_are_unknown():
    image = torch.rand(5, 3, 32, 32, generator=torch.Generator().manual_seed(3))
    image[:, :, :, 16:] *= 0.3
    part = {"image": image, "depth": torch.rand(5, 1, 16, 16), "true_colours": torch.ones(5)}
    for seed in range(4):
        after = strange(part, Dice(DEVICE, seed))
        assert torch.equal(after["depth"], part["depth"]) and float(after["true_colours"].sum()) == 0
        assert after["image"].min() >= 0 and after["image"].max() <= 1 and float((after["image"] - image).abs().mean()) > 0.02
        halves = after["image"][..., :14].mean((2, 3)) - after["image"][..., 18:].mean((2, 3))
        assert (halves.abs().amax(1) > 0.005).all()  # the edge is still there


def test_what_is_unknown_of_strange_colours_is_no_loss(pool):
    batch = SurfaceOnboard(pool, background_bank(None, 1, 256, DEVICE, 8), 8, 7, 0.1).make()
    torch.manual_seed(1)
    outputs = SurfaceNetwork()(batch["image"])
    plain = surface_losses(outputs, {**batch, "true_colours": torch.ones(8)})
    unknown = surface_losses(outputs, {**batch, "true_colours": torch.zeros(8)})
    assert all(float(unknown[name]) == 0 for name in ("albedo", "albedo_slope", "light"))
    assert all(torch.equal(unknown[name], plain[name]) for name in plain if name not in ("albedo", "albedo_slope", "light"))
