"""Eyes cut out alike, and a network that says how far they are open."""

import json

import cv2
import numpy as np
import pytest
import torch

from fake_checkpoints import write_checkpoint, write_checkpoints
from fake_shards import write_shards
from icportrait import pack, train_eyelids
from icportrait.data import NoData
from icportrait.eyelids import batches
from icportrait.eyelids.batches import EyeBatches
from icportrait.eyelids.eyes import CORNERS, EYE_FRONT, EYE_KEYS, EYE_SIDE, EYE_WIDTH, POINTS, TURNED_AWAY, Cut, eye_of, is_seen, to_eye, turned_by
from icportrait.eyelids.figures import eyes, figures
from icportrait.eyelids.make_up import behind_hair, made_up
from icportrait.landmarks import MIRROR_LANDMARKS
from icportrait.networks.eyelids import EyelidNetwork, standardised
from test_identity import rotation


def face(yaw=0.0, pitch=0.0, roll=0.0):
    """A sample of 256 px whose eyes lie 0.65 dm apart, 0.75 dm before the origin; all points are seen."""
    turn, camera = rotation(yaw, pitch, roll), np.array([0.45, 0.55, 0.28, 0.08], np.float32)
    points = np.zeros((68, 3), np.float32)
    for eye, middle in enumerate((-0.325, 0.325)):
        for corner, aside in zip(CORNERS[eye], (-0.14, 0.14)):
            points[corner, :2] = seen_at(turn, camera, [middle + aside, 0.3, EYE_FRONT])
    points[:, 2] = 1
    image = np.random.default_rng(1).integers(0, 255, (256, 256, 3)).astype(np.uint8)
    return {"image": cv2.GaussianBlur(image, (0, 0), 4), "rotation": turn, "camera": camera, "landmarks": points, "eyelids": np.array([0.9, 0.1], np.float32)}


def seen_at(turn, camera, point):
    x, y, z = turn @ np.asarray(point)
    near = camera[2] / (1 - camera[3] * z)
    return camera[0] + near * x, camera[1] - near * y


@pytest.mark.parametrize("pose", [(0, 0, 0), (0, 0, 50), (25, 0, -30), (0, 0, 180)])
@pytest.mark.parametrize("eye", [0, 1])
def test_an_eye_stands_upright_in_the_middle_and_a_left_one_looks_like_a_right_one(pose, eye):
    sample = face(*pose)
    fractions = to_eye(sample, eye, Cut())

    def place(point):
        return fractions @ [*seen_at(sample["rotation"], sample["camera"], point), 1]

    outer = (-1, 1)[eye]
    middle = place([outer * 0.325, 0.3, EYE_FRONT])
    np.testing.assert_allclose(middle, [0.5, 0.5], atol=0.01)
    above, outside = place([outer * 0.325, 0.4, EYE_FRONT]) - middle, place([outer * 0.425, 0.3, EYE_FRONT]) - middle
    assert outside[0] < -0.5 * 0.1 / EYE_WIDTH and above[1] < -0.9 * 0.1 / EYE_WIDTH and abs(above[0]) < 0.02
    if pose[0] == 0:
        np.testing.assert_allclose(above, [0, -0.1 / EYE_WIDTH], atol=0.01)


def test_the_eyes_of_a_mirrored_picture_change_places():
    sample = face(20, 5, 10)
    mirrored = {**sample, "image": sample["image"][:, ::-1].copy(), "landmarks": sample["landmarks"][MIRROR_LANDMARKS] * [-1, 1, 1] + [1, 0, 0]}
    sign = np.array([-1, 1, 1], np.float32)
    mirrored["rotation"] = sample["rotation"] * sign[:, None] * sign[None]
    mirrored["camera"] = sample["camera"] * [-1, 1, 1, 1] + [1, 0, 0, 0]
    for eye in (0, 1):
        assert turned_by(sample["rotation"], eye) == pytest.approx(turned_by(mirrored["rotation"], 1 - eye), abs=1e-3)
        assert np.abs(eye_of(sample, eye).astype(int) - eye_of(mirrored, 1 - eye)).max() <= 2


def test_a_hidden_eye_and_one_that_is_turned_away_are_not_read():
    sample = face(60)
    assert is_seen(sample, 0) and not is_seen(sample, 1) and turned_by(sample["rotation"], 1) > TURNED_AWAY
    sample["landmarks"][POINTS[0], 2] = [0, 0, 0, 0, 1, 1]
    assert not is_seen(sample, 0)


def test_lashes_hang_from_a_closed_lid_and_stand_on_an_open_one():
    points = np.array([[10, 24], [20, 22], [28, 22], [38, 24], [28, 26], [20, 26]], float)
    skin = np.full((EYE_SIDE, EYE_SIDE, 3), 180, np.uint8)
    darker = {}
    for open_ in (0.0, 1.0):
        random = np.random.default_rng(4)
        darker[open_] = 180 - np.mean([made_up(skin, points, open_, random) for _ in range(30)], axis=0).mean(2)
    assert darker[0.0][27:34].mean() > 2 * darker[1.0][27:34].mean() and darker[1.0][14:20].mean() > darker[0.0][14:20].mean() + 2
    assert darker[0.0][:8].max() < 2 and darker[0.0][42:].max() < 2


def test_strands_of_one_colour_hide_a_part_of_an_eye(tmp_path, monkeypatch):
    skin = np.full((EYE_SIDE, EYE_SIDE, 3), 230, np.uint8)
    random = np.random.default_rng(3)
    hidden = [(behind_hair(skin, random).astype(int) < 225).any(2).mean() for _ in range(60)]
    assert max(hidden) > 0.2 and min(hidden) < 0.05 and 0.03 < np.mean(hidden) < 0.5
    write_eyes(tmp_path / "train", [[1.0, 0.9]])
    monkeypatch.setattr(batches, "HAIR_SHARE", 1.0)
    calls = []
    monkeypatch.setattr(batches, "behind_hair", lambda picture, _: calls.append(1) or picture)
    EyeBatches(tmp_path, 4, 1).make()
    assert len(calls) == 4


def test_exposure_and_contrast_do_not_count():
    torch.manual_seed(1)
    eye = torch.rand(2, 3, EYE_SIDE, EYE_SIDE)
    torch.testing.assert_close(standardised(0.4 * eye + 0.1), standardised(eye), atol=2e-2, rtol=0)
    assert torch.isfinite(standardised(torch.zeros(1, 3, EYE_SIDE, EYE_SIDE))).all()
    network = EyelidNetwork()
    told = network(eye)["open"]
    assert told.shape == (2, 1) and (told > 0).all() and (told < 1).all()
    assert sum(parameter.numel() for parameter in network.parameters()) < 150_000


def test_a_batch_holds_as_many_closed_as_open_eyes_of_all_days_and_goes_on_where_it_was(tmp_path):
    lids = [[1.0, 0.9], [1.0, 0.95], [1.0, 1.0], [0.5, 0.4], [0.05, 0.0]]
    for day in ("train", "train-day-2"):
        write_eyes(tmp_path / day, lids)
    one = EyeBatches(tmp_path, 120, 5)
    batch = one.make()
    assert len(one.pools) == 2 and batch["image"].shape == (120, 3, EYE_SIDE, EYE_SIDE)
    share = np.array([(batch["open"] < 0.2).mean(), (batch["open"] > 0.8).mean()])
    assert (np.abs(share - 1 / 3) < 0.12).all()
    state, wanted = one.state(), one.make()
    other = EyeBatches(tmp_path, 120, 5)
    other.restore(state)
    np.testing.assert_array_equal(other.make()["image"], wanted["image"])


def test_where_a_kind_does_not_occur_others_are_taken_and_without_any_eye_it_says_so(tmp_path):
    write_eyes(tmp_path / "train", [[1.0, 0.9]])
    assert (EyeBatches(tmp_path, 4, 1).make()["open"] > 0.8).all()
    write_eyes(tmp_path / "away" / "train", [[1.0, 0.9]], seen=0.0)
    with pytest.raises(NoData, match="No picture shows an eye"):
        EyeBatches(tmp_path / "away", 1, 1).make()


def write_eyes(folder, lids, seen=1.0):
    folder.mkdir(parents=True)
    samples = []
    for number, open_ in enumerate(lids):
        sample = {**face(5 * number), "eyelids": np.array(open_, np.float32)}
        sample["landmarks"][:, 2] = seen
        samples.append(sample)
    np.savez(folder / "shard_000000.npz", **{key: np.stack([sample[key] for sample in samples]) for key in EYE_KEYS})


def test_figures_tell_closed_and_open_apart():
    told = figures(np.array([0.1, 0.7, 0.9, 0.4, 0.5]), np.array([0.0, 0.1, 1.0, 1.0, 0.5]))
    assert told["closed_told"] == 0.5 and told["open_told"] == 0.5
    assert told["error"] == pytest.approx((0.1 + 0.6 + 0.1 + 0.6 + 0) / 5) and told["error_of_always_open"] == pytest.approx((1 + 0.9 + 0.5) / 5)


def test_a_run_begins_goes_on_and_is_validated(tmp_path, monkeypatch):
    for name in ("train", "validation", "validation-day-2"):
        write_eyes(tmp_path / name, [[1.0, 0.9], [0.5, 0.0]])
    run = tmp_path / "run"
    for images in ("32", "64"):
        monkeypatch.setattr("sys.argv", ["trainer", str(tmp_path), str(run), "--images", images, "--batch", "4", "--random", "--device", "cpu",
                                         "--first-images", "1"])
        train_eyelids.main()
    stored = torch.load(run / "checkpoint.pt", weights_only=True)
    assert stored["kind"] == "eyelids" and stored["images"] == 64 and len(json.loads(stored["sessions"])) == 2
    assert "closed_told" in (run / "history.json").read_text()


def test_the_pack_tells_of_the_network_and_keeps_it(tmp_path):
    write_shards(tmp_path / "renders", 1)
    checkpoints = write_checkpoints(tmp_path / "runs")
    network = write_checkpoint("eyelids", tmp_path / "runs" / "eyelids.pt")
    pack.build(tmp_path / "pack", {**checkpoints, "eyelids": tmp_path / "runs" / "eyelids.pt"}, "1.0.0", {"eyelids": {"error": 0.1}}, tmp_path / "renders")
    told = json.loads((tmp_path / "pack" / "pack.json").read_text())["models"]["eyelids"]
    assert told["inputs"][0]["shape"] == [1, 3, EYE_SIDE, EYE_SIDE] and told["outputs"][0]["name"] == "open" and told["metrics"] == {"error": 0.1}
    assert told["bytes"] < 300_000 and told["training"]["images"] == 56
    pack.build(tmp_path / "again", {}, "1.0.1", {}, tmp_path / "renders", keep=tmp_path / "pack")
    assert (tmp_path / "again" / "eyelids.onnx").read_bytes() == (tmp_path / "pack" / "eyelids.onnx").read_bytes()
    assert len(eyes(tmp_path / "renders", 8)[0]) and network.settings.squeezed == 16


