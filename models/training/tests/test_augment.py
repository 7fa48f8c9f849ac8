"""Ground truth must follow every geometric change of a picture."""

import numpy as np
import pytest
import torch

from fake_shards import ball_sample, turn_x, turn_y, turn_z
from icportrait.augment import augment, headless
from icportrait.backgrounds import Backgrounds
from icportrait.geometry import mirror, move, turn_light, unpack
from icportrait.hide import LARGEST_HIDDEN, MASKED, cut_tight, hidden_patches, hide_patches
from icportrait.landmarks import MIRROR_LANDMARKS
from icportrait.batches import tensors
from icportrait.losses import pack, shading, surface_losses
from icportrait.pose_losses import upright_trust


@pytest.fixture
def sample():
    working = unpack(ball_sample(np.random.default_rng(3)))
    working["matte_weight"] = np.ones_like(working["matte"])
    return working


def reprojection_error(sample) -> float:
    """Largest distance (map pixels) between where a pixel is and where its ground truth says it is.

    The ball's head points are its canonical coordinates, so coordinates, rotation and camera must give the pixel back.
    """
    inside = (sample["valid"] > 0.5) & (sample["depth"][..., 0] > 0.4)
    rows, columns = np.nonzero(inside)
    turned = sample["coordinates"][rows, columns] @ sample["rotation"].T
    u0, v0, scale, _ = sample["camera"]
    side = inside.shape[0]
    return float(max(np.abs((u0 + scale * turned[:, 0]) * side - columns - 0.5).max(),
                     np.abs((v0 - scale * turned[:, 1]) * side - rows - 0.5).max()))


def depth_error(sample) -> float:
    inside = (sample["valid"] > 0.5) & (sample["depth"][..., 0] > 0.4)
    turned = sample["coordinates"] @ sample["rotation"].T
    return float(np.abs(turned[..., 2] - sample["depth"][..., 0])[inside].max())


def test_the_made_up_ball_is_consistent(sample):
    assert reprojection_error(sample) < 0.2
    assert depth_error(sample) < 0.02


@pytest.mark.parametrize("angle, zoom, shift", [(0.0, 1.2, (0.0, 0.0)), (0.3, 1.0, (0.0, 0.0)), (-0.2, 0.9, (0.04, -0.03)),
                                                (3.0, 1.0, (0.0, 0.0))])
def test_moving_keeps_pixels_and_truth_together(sample, angle, zoom, shift):
    moved = move(sample, angle, zoom, shift)
    assert reprojection_error(moved) < 0.5
    assert depth_error(moved) < 0.05


def test_mirroring_keeps_pixels_and_truth_together(sample):
    flipped = mirror(sample)
    assert reprojection_error(flipped) < 0.2
    assert np.linalg.det(flipped["rotation"]) == pytest.approx(1.0, abs=1e-5)


def test_mirroring_twice_changes_nothing(sample):
    twice = mirror(mirror(sample))
    for key, value in sample.items():
        np.testing.assert_allclose(twice[key], value, atol=1e-6, err_msg=key)


def test_mirrored_light_shades_mirrored_normals_alike(sample):
    flipped = mirror(sample)
    for one, other in ((shade(sample)[:, ::-1], shade(flipped)),):
        np.testing.assert_allclose(one, other, atol=1e-4)


def shade(sample) -> np.ndarray:
    normal = torch.from_numpy(np.ascontiguousarray(sample["normal"])).permute(2, 0, 1)[None]
    return shading(normal, torch.from_numpy(sample["light"])[None])[0].permute(1, 2, 0).numpy()


@pytest.mark.parametrize("angle", [0.4, -1.1])
def test_turned_light_shades_turned_normals_alike(angle):
    random = np.random.default_rng(0)
    normals = random.normal(size=(50, 3))
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    light = random.normal(size=(9, 3)).astype(np.float32)

    def lit(directions, coefficients):
        maps = torch.from_numpy(directions.T.reshape(1, 3, 50, 1).astype(np.float32))
        return shading(maps, torch.from_numpy(coefficients)[None]).numpy()

    np.testing.assert_allclose(lit(normals, light), lit(normals @ turn_z(angle).T, turn_light(light, angle)), atol=1e-4)


def test_the_mirror_table_is_its_own_inverse():
    assert np.array_equal(MIRROR_LANDMARKS[MIRROR_LANDMARKS], np.arange(68))
    assert MIRROR_LANDMARKS[36] == 45 and MIRROR_LANDMARKS[8] == 8 and MIRROR_LANDMARKS[48] == 54


def test_augmented_samples_stay_in_range_and_repeat_by_seed():
    def once(seed):
        random = np.random.default_rng(seed)
        stored = ball_sample(np.random.default_rng(1))
        return [augment(stored, random, Backgrounds(None, random)) for _ in range(6)]

    for one, other in zip(once(5), once(5)):
        assert one["image"].dtype == np.uint8 and one["image"].shape == (256, 256, 3)
        assert np.array_equal(one["image"], other["image"])
        assert np.isfinite(one["coordinates"]).all() and np.isfinite(one["light"]).all()
        np.testing.assert_allclose(one["rotation"] @ one["rotation"].T, np.eye(3), atol=1e-5)


def test_perfect_answers_have_no_loss():
    random = np.random.default_rng(2)
    samples = [unpack(ball_sample(random)), headless(random, Backgrounds(None, random))]
    samples[0]["matte_weight"] = np.ones_like(samples[0]["matte"])
    batch = tensors(pack(samples, [True, False]))
    outputs = {"matte_logit": (batch["matte"] - 0.5) * 60, "coordinates": batch["coordinates"], "depth": batch["depth"],
               "thickness": batch["depth"] - batch["back_depth"], "normal": batch["normal"], "albedo_srgb": batch["albedo"],
               "rotation": batch["rotation"], "camera": batch["camera"], "light": batch["light"],
               "landmarks": batch["landmarks"][..., :2], "visibility_logit": (batch["landmarks"][..., 2] - 0.5) * 60,
               "confidence_logit": (batch["present"][:, None] - 0.5) * 20, "interval": torch.full((2, 3), 0.05),
               "eyelids": batch["eyelids"]}
    for name, value in surface_losses(outputs, batch).items():
        assert float(value) < 2e-2, name


def test_wrong_answers_cost(sample):
    batch = tensors(pack([sample], [True]))
    turned = torch.from_numpy((turn_y(0.3) @ turn_x(0.1)).astype(np.float32))[None]
    outputs = {"matte_logit": -(batch["matte"] - 0.5) * 8, "coordinates": batch["coordinates"] + 0.1,
               "depth": batch["depth"] + 0.1, "thickness": batch["depth"], "normal": -batch["normal"],
               "albedo_srgb": batch["albedo"] * 0.5 + 0.2 * batch["normal"], "rotation": turned @ batch["rotation"], "camera": batch["camera"] * 1.1,
               "light": batch["light"] * 0.5, "landmarks": batch["landmarks"][..., :2] + 0.05,
               "visibility_logit": torch.zeros(1, 68), "confidence_logit": torch.full((1, 1), 5.0),
               "interval": torch.full((1, 3), 0.05), "eyelids": 1 - batch["eyelids"]}
    losses = surface_losses(outputs, batch)
    assert all(float(value) > 0.01 for name, value in losses.items() if name != "slope"), losses
    assert float(losses["coordinates"]) == pytest.approx(0.3, abs=1e-3)


def test_patches_hide_what_they_should():
    random = np.random.default_rng(4)
    shares = [hidden_patches(256, random).mean() for _ in range(200)]
    assert hidden_patches(256, random).shape == (256, 256)
    assert min(shares) < 0.1 and 0.7 < max(shares) <= 1.0 and np.mean(shares) == pytest.approx(LARGEST_HIDDEN / 2, abs=0.06)


def test_hidden_pixels_hold_nothing_of_the_picture():
    picture = np.random.default_rng(1).integers(0, 256, (256, 256, 3), np.uint8)
    other = 255 - picture
    for seed in range(30):
        one, two = (hide_patches(image, np.random.default_rng(seed)) for image in (picture, other))
        hidden = (one == two).all(2)
        if (one[hidden] == MASKED).all():
            assert np.array_equal(one[~hidden], picture[~hidden])
            return
    raise AssertionError("no seed fills with grey")


def test_a_tight_picture_ends_inside_the_crop(sample):
    shares = []
    for seed in range(10):
        tight = cut_tight(sample, np.random.default_rng(seed))
        untouched = tight["matte_weight"] > 0
        assert np.array_equal(tight["image"][untouched], sample["image"][untouched])
        assert tight["valid"].sum() <= sample["valid"].sum()
        shares.append(untouched.mean())
    assert min(shares) < 0.7 and max(shares) > min(shares)


def test_lying_heads_are_trusted_less():
    rolls = torch.tensor([turn_z(np.radians(angle)) for angle in (0, 30, -90, 180)], dtype=torch.float32)
    trust = upright_trust(rolls)
    assert trust[0] == trust[1] == 1 and trust[3] < 0.2 < trust[2] < 0.6
