"""What each place of a crop shows: truth from renders, things held before heads, and a network that tells it."""

import json

import cv2
import numpy as np
import onnxruntime
import pytest
import torch

from fake_checkpoints import write_checkpoint, write_checkpoints
from fake_shards import ball_sample, write_shards
from icportrait import pack, read_parts, train_parts
from icportrait.backgrounds import Backgrounds
from icportrait.data import NoData
from icportrait.export_parts import examples
from icportrait.networks.parts import GIVEN_CHANNELS, PartsForExport, PartsNetwork, joined
from icportrait.networks.parts import KINDS as NUMBER_OF_KINDS
from icportrait.networks.surface import SurfaceNetwork
from icportrait.parts import colours, crops, things
from icportrait.parts.batches import DIM_SHARE, READ_KEYS, WINDOW, ReadBatches, mirrored, tensors, wanted, window
from icportrait.parts.crops import PART_KEYS, PartCrops, seen
from icportrait.parts.figures import confusion, figures
from icportrait.parts.kinds import BEARD_KIND, CLOTH_KIND, GLASSES, HAIR_KIND, HELD, KINDS, NOBODY, SKIN_KIND, UNKNOWN, kinds_of
from icportrait.parts.maps import stored_maps
from icportrait.render.mesh import CLOTH, FRAME, HAIR, LOCK, OCCLUDER, SKIN, WHISKER


def person(seed=2):
    """A ball of skin as a stored sample, with hair in the upper and cloth in the lower rows."""
    sample = ball_sample(np.random.default_rng(seed))
    inside = sample["head"] > 0
    material = np.where(inside, 1 + SKIN, 0).astype(np.uint8)
    rows = np.arange(128)[:, None]
    material[inside & (rows < 48)] = 1 + LOCK
    material[inside & (rows > 85)] = 1 + CLOTH
    sample["landmarks"] = np.concatenate([np.random.default_rng(seed).uniform(0.4, 0.6, (68, 2)), np.ones((68, 1))], 1).astype(np.float32)
    return {**sample, "material": material}


def write_people(folder, count=6):
    folder.mkdir(parents=True)
    samples = [person(seed) for seed in range(count)]
    np.savez(folder / "shard_000000.npz", **{key: np.stack([sample[key] for sample in samples]) for key in PART_KEYS})


def test_each_material_is_of_one_kind_and_nothing_is_asked_of_single_pixels():
    sample = person()
    kinds = kinds_of(sample)
    assert {KINDS[number] for number in np.unique(kinds) if number != UNKNOWN} == {"nobody", "skin", "hair", "cloth"}
    middle = np.argwhere(kinds == SKIN_KIND)[len(np.argwhere(kinds == SKIN_KIND)) // 2]
    for material, kind in ((HAIR, UNKNOWN), (OCCLUDER, UNKNOWN), (FRAME, GLASSES), (WHISKER, BEARD_KIND)):
        changed = {**sample, "material": sample["material"].copy()}
        changed["material"][tuple(middle)] = 1 + material
        assert kinds_of(changed)[tuple(middle)] == kind, material
    assert len(KINDS) == NUMBER_OF_KINDS


def test_dark_paint_on_scalp_and_chin_is_not_asked_for():
    y, x = np.mgrid[:128, :128].astype(np.float32)
    coordinates = np.stack([(x - 64) / 60, (64 - y) / 50, np.ones_like(x)])
    sample = {"material": np.full((128, 128), 1 + SKIN, np.uint8), "coordinates": coordinates.astype(np.float16), "albedo": np.full((3, 128, 128), 180, np.uint8)}
    assert (kinds_of(sample) == SKIN_KIND).all()
    sample["albedo"][:, :20] = sample["albedo"][:, 90:] = 90
    kinds = kinds_of(sample)
    assert (kinds[:15] == UNKNOWN).all() and (kinds[95:] == UNKNOWN).all() and (kinds[30:80] == SKIN_KIND).all()


@pytest.mark.parametrize("number", range(len(things.DRAWN)))
def test_a_thing_is_held_where_it_is_seen_and_nowhere_else(number, monkeypatch):
    monkeypatch.setattr(things, "DRAWN", (things.DRAWN[number],))
    sample, random = person(), np.random.default_rng(number)
    kinds = kinds_of(sample)
    plain = {**sample, "image": np.full_like(sample["image"], 120)}
    found = 0
    for _ in range(8):
        picture, after = things.hold(plain, kinds, random, lambda width, height: np.full((height, width, 3), 250, np.uint8), HELD)
        held = after == HELD
        assert np.array_equal(after[~held], kinds[~held])
        assert picture.dtype == np.uint8 and picture.shape == plain["image"].shape
        found += held.sum()
    assert found > 100


def test_other_colours_keep_to_their_parts(monkeypatch):
    sample = {**person(), "image": person()["image"] // 4}
    kinds = kinds_of(sample)
    for share in ("WHITE_SHARE", "HAIR_SHARE", "LIKE_SKIN_SHARE", "BEARD_SHARE"):
        monkeypatch.setattr(colours, share, 0.0)
    assert np.array_equal(colours.recolour(sample, kinds, np.random.default_rng(1)), sample["image"])
    monkeypatch.setattr(colours, "WHITE_SHARE", 1.0)
    white = colours.recolour(sample, kinds, np.random.default_rng(1)).astype(int)
    hair = np.kron(kinds == HAIR_KIND, np.ones((2, 2))) > 0
    skin = np.kron(kinds[56:80] == SKIN_KIND, np.ones((2, 2))) > 0
    assert white[hair].mean() > 1.2 * sample["image"][hair].mean()
    assert np.abs(white[112:160][skin] - sample["image"][112:160][skin]).max() <= 1


def test_a_crop_is_moved_with_its_kinds_and_nothing_is_asked_beyond_it(monkeypatch):
    monkeypatch.setattr(crops, "HELD_SHARE", 0.0)
    random = np.random.default_rng(6)
    backgrounds = Backgrounds(None, random)
    for _ in range(12):
        picture, kinds = seen(person(), random, backgrounds)
        assert picture.shape == (256, 256, 3) and picture.dtype == np.uint8 and kinds.shape == (128, 128)
        assert set(np.unique(kinds)) <= {NOBODY, SKIN_KIND, HAIR_KIND, CLOTH_KIND, UNKNOWN}


def halves(fill):
    """A crop whose left half is white and of skin."""
    kinds = np.full((128, 128), NOBODY, np.uint8)
    kinds[:, :64] = SKIN_KIND
    picture = np.full((256, 256, 3), fill, np.uint8)
    picture[:, :128] = 255
    return picture, kinds


@pytest.mark.parametrize("change", [crops.placed, crops.cut])
def test_what_changes_where_a_crop_ends_changes_its_kinds_likewise(change, monkeypatch):
    monkeypatch.setattr(crops, "BORDERS", ((cv2.BORDER_CONSTANT, 0),))
    random = np.random.default_rng(3)
    unknown = []
    for _ in range(12):
        picture, kinds = change(*halves(120), random)
        shown = picture.reshape(128, 2, 128, 2, 3).mean((1, 3, 4))
        assert (shown[kinds == SKIN_KIND] > 240).mean() > 0.97 and (np.abs(shown[kinds == NOBODY] - 120) < 20).mean() > 0.97
        unknown.append(shown[kinds == UNKNOWN])
    unknown = np.concatenate(unknown)
    assert len(unknown) > 1000 and (unknown < 60).mean() > 0.97  # edges are mixed


def test_without_renders_it_says_so(tmp_path):
    with pytest.raises(NoData, match="validation"):
        PartCrops([tmp_path], None, 1, "validation")


def read_crops(folder, count=4):
    """A shard as read_parts writes it, by a surface network of random weights."""
    folder.mkdir(parents=True)
    random = np.random.default_rng(1)
    drawn = [seen(person(seed), random, Backgrounds(None, random)) for seed in range(count)]
    image = np.stack([picture for picture, _ in drawn])
    torch.manual_seed(1)
    np.savez(folder / "shard_000000.npz", image=image, kinds=np.stack([kinds for _, kinds in drawn]), **stored_maps(SurfaceNetwork().eval(), image))


def test_a_mirrored_crop_is_given_as_its_mirror_image(tmp_path):
    read_crops(tmp_path / "train", 2)
    with np.load(tmp_path / "train" / "shard_000000.npz") as stored:
        sample = {key: stored[key][0] for key in READ_KEYS}
    one = tensors({key: value[None] for key, value in sample.items()})
    other = tensors({key: value[None] for key, value in mirrored(sample).items()})
    assert one["image"].shape == (1, GIVEN_CHANNELS, 128, 128)
    flipped = one["image"].flip(3)
    assert torch.equal(other["kinds"], one["kinds"].flip(2))
    for x in (13, 18):  # of coordinates and normal
        torch.testing.assert_close(other["image"][:, x], -flipped[:, x])
        torch.testing.assert_close(other["image"][:, x + 1], flipped[:, x + 1])
    torch.testing.assert_close(other["image"][:, 0], flipped[:, 1])  # the left of two pixels becomes the right one


def test_a_window_is_cut_alike_from_crop_and_maps_where_somebody_is():
    kinds = np.full((128, 128), NOBODY, np.uint8)
    kinds[90:100, 20:30] = SKIN_KIND
    number = np.arange(128 * 128, dtype=np.float16).reshape(128, 128) / 128
    fine = np.kron(number / 2, np.ones((2, 2)))[..., None].repeat(3, 2).astype(np.uint8)
    sample = {"kinds": kinds, "image": fine, "depth": number[None]}
    random = np.random.default_rng(1)
    shown = 0
    for _ in range(40):
        cut = window(sample, random)
        assert cut["kinds"].shape == (WINDOW, WINDOW) and cut["image"].shape == (2 * WINDOW, 2 * WINDOW, 3) and cut["depth"].shape == (1, WINDOW, WINDOW)
        assert np.array_equal(cut["image"][::2, ::2, 0], (cut["depth"][0].astype(np.float32) / 2).astype(np.uint8))
        shown += (cut["kinds"] == SKIN_KIND).any()
    assert shown >= 30


def test_crops_in_which_hardly_anything_is_seen_are_rarely_taken():
    kinds = np.zeros((128, 128), np.uint8)
    dark = {"kinds": kinds, "image": np.full((256, 256, 3), 200, np.uint8)}
    assert wanted(dark) == DIM_SHARE  # nobody
    kinds[40:90, 40:90] = SKIN_KIND
    assert wanted(dark) == 1
    assert wanted({**dark, "image": np.full((256, 256, 3), 20, np.uint8)}) == DIM_SHARE


def test_the_network_tells_shares_and_is_small(tmp_path):
    write_shards(tmp_path / "renders", 1)
    network = PartsNetwork().eval()
    with torch.no_grad():
        shares = PartsForExport(network)(*examples(tmp_path / "renders")[0])[0]
    assert shares.shape == (1, NUMBER_OF_KINDS, 128, 128)
    torch.testing.assert_close(shares.sum(1), torch.ones(1, 128, 128))
    assert sum(parameter.numel() for parameter in network.parameters()) < 200_000


def test_maps_count_only_where_somebody_is():
    maps = [torch.rand(1, channels, 128, 128) for channels in (3, 1, 1, 3, 3)]
    given = joined(torch.rand(1, 3, 256, 256), torch.zeros(1, 1, 128, 128), *maps)
    assert given.shape[1] == GIVEN_CHANNELS and (given[:, 13:] == 0).all() and (given[:, 12] == -1).all()


def test_figures_are_what_truth_and_network_have_in_common():
    true = np.array([NOBODY, NOBODY, SKIN_KIND, SKIN_KIND, HELD, UNKNOWN])
    told = np.array([NOBODY, SKIN_KIND, SKIN_KIND, SKIN_KIND, HELD, HELD])
    counts = confusion(true, told)
    assert counts.sum() == 5
    assert figures(counts) == {"nobody": 0.5, "skin": pytest.approx(2 / 3), "held": 1.0}


def test_crops_are_read_once_and_a_run_learns_from_them(tmp_path, monkeypatch):
    write_people(tmp_path / "heads" / "train")
    write_people(tmp_path / "heads" / "validation")
    monkeypatch.setattr(read_parts, "CROPS", 6)
    monkeypatch.setattr(read_parts, "load_weights", lambda network, path: [])
    for split in ("train", "validation"):
        monkeypatch.setattr("sys.argv", ["reader", str(tmp_path / "read"), str(tmp_path / "heads"), "--split", split, "--pack", str(tmp_path), "--crops", "6"])
        read_parts.main()
        read_parts.main()  # nothing is left to do
        assert len(list((tmp_path / "read" / split).iterdir())) == 1
    run = tmp_path / "run"
    for images in ("16", "32"):
        monkeypatch.setattr("sys.argv", ["trainer", str(tmp_path / "read"), str(run), "--images", images, "--batch", "2", "--random", "--device", "cpu",
                                         "--first-images", "1"])
        train_parts.main()
    stored = torch.load(run / "checkpoint.pt", weights_only=True)
    assert stored["kind"] == "parts" and 32 <= stored["images"] < 48 and len(json.loads(stored["sessions"])) == 2
    assert "skin" in (run / "history.json").read_text()


def test_dark_skin_keeps_its_gleams_and_nothing_else_changes():
    picture, share = np.full((8, 8, 3), 180.0), np.zeros((8, 8, 1))
    share[:, 4:], picture[0, 7] = 1, 254.0
    dark = colours.darkened(picture, share, np.random.default_rng(3))
    assert (dark[:, :4] == picture[:, :4]).all() and (dark[1:, 4:] < 0.95 * 180).all() and (dark[1:, 4:, 2] < dark[1:, 4:, 0]).all()
    assert dark[0, 7].min() > 245


def test_a_part_of_the_batches_shows_whole_crops(tmp_path):
    read_crops(tmp_path / "train")
    batches = ReadBatches(tmp_path / "train", 8, 5)
    shapes = {batches.make()["kinds"].shape for _ in range(12)}
    assert shapes == {(8, WINDOW, WINDOW), (2, 128, 128)}


def test_a_gloomy_ground_is_dark_and_warm():
    ground = crops.gloom(np.random.default_rng(1), 64)
    assert ground.shape == (64, 64, 3) and ground.mean() < 60 and ground[..., 2].mean() < ground[..., 0].mean()


def test_batches_go_on_where_they_were(tmp_path):
    read_crops(tmp_path / "train")
    one = ReadBatches(tmp_path / "train", 3, 5)
    one.make()
    state, wanted = one.state(), one.make()
    other = ReadBatches(tmp_path / "train", 3, 5)
    other.restore(state)
    np.testing.assert_array_equal(other.make()["image"], wanted["image"])


def test_the_pack_tells_of_the_network_and_keeps_it(tmp_path):
    write_shards(tmp_path / "renders", 1)
    checkpoints = write_checkpoints(tmp_path / "runs")
    network = write_checkpoint("parts", tmp_path / "runs" / "parts.pt")
    pack.build(tmp_path / "pack", {**checkpoints, "parts": tmp_path / "runs" / "parts.pt"}, "1.0.0", {"parts": {"held": 0.5}}, tmp_path / "renders")
    told = json.loads((tmp_path / "pack" / "pack.json").read_text())["models"]["parts"]
    assert [tensor["name"] for tensor in told["inputs"]] == list(PartsForExport.INPUTS) and told["metrics"] == {"held": 0.5}
    assert told["outputs"][0]["shape"] == [1, NUMBER_OF_KINDS, 128, 128] and told["bytes"] < 450_000
    example = examples(tmp_path / "renders")[0]
    session = onnxruntime.InferenceSession(str(tmp_path / "pack" / "parts.onnx"), providers=["CPUExecutionProvider"])
    found = session.run(None, {name: value.numpy() for name, value in zip(PartsForExport.INPUTS, example)})[0]
    with torch.no_grad():
        torch.testing.assert_close(torch.from_numpy(found), PartsForExport(network)(*example)[0], atol=2e-2, rtol=0)  # weights are rounded
    pack.build(tmp_path / "again", {}, "1.0.1", {}, tmp_path / "renders", keep=tmp_path / "pack")
    assert (tmp_path / "again" / "parts.onnx").read_bytes() == (tmp_path / "pack" / "parts.onnx").read_bytes()
