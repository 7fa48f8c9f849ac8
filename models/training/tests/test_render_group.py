"""A group of heads under shared lights: what the pictures of one light have in common, and what the files promise."""
import functools

import numpy as np
import pytest

from icportrait import make_heads
from icportrait.data import SURFACE_KEYS
from icportrait.render import group, photographic
from icportrait.render.camera import angles_of
from icportrait.render.lighting_setup import Lighting
from icportrait.render.lights import LOBE, basis, environment_coefficients
from icportrait.render.poses import LARGEST_YAW, sample_group_poses
from icportrait.shards import write_arrays
from render_support import ASSETS, needs_assets

HEADS, VIEWS = 2, 2


@functools.lru_cache(maxsize=1)
def small_group():
    """Arrays of a group of 2 heads x 2 views x 3 lights."""
    patch = pytest.MonkeyPatch()
    patch.setattr(group, "HEADS", HEADS)
    patch.setattr(group, "VIEWS", VIEWS)
    arrays = make_heads.group_arrays(make_heads.Job(str(ASSETS), "", "test", 11, 4))
    patch.undo()
    return arrays


def picture_of(arrays, person, view, light):
    place = (person * VIEWS + view) * group.LIGHTS + light
    assert (arrays["person"][place], arrays["view"][place], arrays["light_index"][place]) == (person, view, light)
    return {name: arrays[name][place] for name in make_heads.ARRAYS + make_heads.GROUP_ARRAYS}


@needs_assets
def test_every_key_of_the_trainers_and_one_row_a_picture_or_head():
    arrays, count = small_group(), HEADS * VIEWS * group.LIGHTS
    assert set(SURFACE_KEYS) <= set(arrays)
    for name in make_heads.ARRAYS + make_heads.GROUP_ARRAYS + make_heads.GROUP_INDICES + ("group", "scene"):
        assert len(arrays[name]) == count, name
    for name in ("identity", "expression", "vertices", "seeds"):
        assert len(arrays[name]) == HEADS, name
    assert arrays["shadow"].shape[1:] == (2, 128, 128) and arrays["shading"].dtype == np.float16
    assert arrays["lamps"].shape[1:] == (3, 8) and arrays["eyelids"].shape[1:] == (2,)


@needs_assets
def test_pictures_of_one_light_place_share_their_light_in_camera_axes():
    arrays = small_group()
    for place in np.unique(arrays["light_place"]):
        same = np.flatnonzero(arrays["light_place"] == place)
        for name in ("light", "environment", "lamps", "gains"):
            np.testing.assert_allclose(arrays[name][same], np.broadcast_to(arrays[name][same[:1]], arrays[name][same].shape), atol=2e-4)
    assert len(np.unique(arrays["light_place"])) == 2 * VIEWS + 1
    turned = [picture_of(arrays, 0, view, 0)["light"] for view in range(VIEWS)]
    assert np.abs(turned[0] - turned[1]).max() > .01  # the world's light does turn when the camera moves


@needs_assets
def test_world_light_stays_on_the_head_when_the_camera_moves():
    """Harmonics turned back into head axes are those of the other view, for the lights fixed to the world."""
    arrays, points = small_group(), np.random.default_rng(0).normal(size=(50, 3))
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    for light in range(2):
        seen = [basis(points @ shot["rotation"].T) @ shot["light"]
                for shot in (picture_of(arrays, 1, view, light) for view in range(VIEWS))]
        np.testing.assert_allclose(seen[0], seen[1], atol=.02 * np.abs(seen[0]).max())


@needs_assets
def test_albedo_times_shading_and_gloss_is_the_picture():
    """What shading leaves over is gloss: never negative, and small on most of the skin."""
    arrays = small_group()
    for place in range(len(arrays["image"])):
        skin = arrays["material"][place] == 1
        sure = skin & (arrays["matte"][place].reshape(128, 2, 128, 2).min((1, 3)) == 255)
        linear = photographic.decode(arrays["image"][place] / np.float32(255)).reshape(128, 2, 128, 2, 3).mean((1, 3))[sure]
        albedo = photographic.decode(arrays["albedo"][place].transpose(1, 2, 0)[sure] / np.float32(255))
        model = photographic.shoulder(albedo * arrays["shading"][place].transpose(1, 2, 0)[sure].astype(np.float32))
        plain = (linear < .7).all(1) & (model.mean(1) > .01)
        left, body = (linear - model)[plain].mean(1), np.median(model[plain])
        # Of dark skin gloss is a large share of the little light that comes back.
        assert np.percentile(left, 5) > -.2 * body and abs(np.median(left)) < max(.45 * body, .04), (place, body, np.percentile(left, [5, 50, 95]))


@needs_assets
def test_vertices_are_the_surface_that_the_maps_show():
    from scipy.spatial import cKDTree
    arrays = small_group()
    from render_support import truth_points
    for person in range(HEADS):
        shot = picture_of(arrays, person, 0, 0)
        sure, points, _ = truth_points(shot)
        skin = sure & (shot["material"] == 1) & (shot["coordinates"][1].astype(np.float32) > -.9)
        distance, _ = cKDTree(arrays["vertices"][person].astype(np.float32)).query(points[skin])
        assert np.median(distance) < .03


def test_group_poses_stay_within_the_range_and_apart():
    for seed in range(200):
        cameras, turns = sample_group_poses(np.random.default_rng(seed), 4, 4)
        yaws = [[angles_of(camera @ turn)[0] for camera in cameras] for turn in turns]
        assert np.abs(yaws).max() <= LARGEST_YAW + 12  # pitch and roll of head and camera add a little
        own = sorted(angles_of(camera)[0] for camera in cameras)
        assert np.diff(own).min() > 9.9


def test_light_in_other_axes_is_the_same_light():
    from icportrait.render.camera import rotation_matrix
    rotation, rng = rotation_matrix(40, -20, 15), np.random.default_rng(3)
    light = Lighting("test", None, rng.random((32, 64, 3)).astype(np.float32), rotation_matrix(80, 10, 0),
                     np.array([[0, .6, .8]], np.float32), np.ones((1, 3), np.float32), np.array([.1], np.float32))
    normals = rng.normal(size=(40, 3))
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    other = group.in_axes(light, rotation)
    np.testing.assert_allclose(basis(normals) @ (other.radiance() * LOBE[:, None]),
                               basis(normals @ rotation.T) @ (light.radiance() * LOBE[:, None]), atol=.02)
    assert environment_coefficients(light.small, light.turn).shape == (9, 3)


def test_a_file_is_whole_repeatable_and_reads_back(tmp_path):
    arrays = {"picture": np.arange(60000, dtype=np.uint8).reshape(3, 100, 200), "meta": np.array("{}")}
    write_arrays(tmp_path / "a.npz", arrays)
    write_arrays(tmp_path / "b.npz", arrays)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    with np.load(tmp_path / "a.npz") as back:
        np.testing.assert_array_equal(back["picture"], arrays["picture"])
    with pytest.raises(ValueError):
        write_arrays(tmp_path / "c.npz", {"bad": np.array([{}], object)})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.npz", "b.npz"]  # no half-written file


@needs_assets
def test_on_another_day_the_same_people_look_and_dress_otherwise(monkeypatch):
    monkeypatch.setattr(group, "HEADS", HEADS)
    monkeypatch.setattr(group, "VIEWS", 1)
    first, again = small_group(), make_heads.group_arrays(make_heads.Job(str(ASSETS), "", "test", 11, 4, day=1))
    np.testing.assert_array_equal(first["identity"], again["identity"])
    np.testing.assert_array_equal(np.unique(first["scene"]), np.unique(again["scene"]))
    assert np.abs(first["expression"] - again["expression"]).max(1).min() > .05
    assert np.abs(first["image"][0].astype(int) - again["image"][0]).mean() > 5
