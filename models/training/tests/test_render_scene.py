"""Ground truth of whole scenes, against the definitions of docs/conventions.md."""
import numpy as np
from scipy.spatial import cKDTree

from icportrait import make_heads
from icportrait.render import photographic
from icportrait.render.camera import HeadCamera
from icportrait.render.lights import basis
from render_support import ASSETS, loaded_assets, needs_assets, scene_of, truth_points

SEEDS = (102, 110, 113)


@needs_assets
def test_shapes_types_and_ranges():
    for picture in scene_of(SEEDS[0]):
        assert picture["image"].shape == (256, 256, 3) and picture["image"].dtype == np.uint8
        assert picture["matte"].shape == (256, 256) and picture["matte"].max() == 255
        assert picture["coordinates"].shape == (3, 128, 128) and picture["coordinates"].dtype == np.float16
        assert picture["albedo"].dtype == np.uint8 and picture["normal"].dtype == np.int8
        assert picture["light"].shape == (9, 3) and np.isfinite(picture["light"]).all()
        assert picture["landmarks"].shape == (68, 3)
        nobody = picture["matte"].reshape(128, 2, 128, 2).max((1, 3)) == 0
        assert (picture["depth"][nobody] == 0).all() and (picture["coordinates"][:, nobody] == 0).all()


@needs_assets
def test_coordinates_at_matched_cells_agree_between_views():
    for seed in SEEDS:
        first, _, second, _ = scene_of(seed)
        sure_a, points_a, places_a = truth_points(first)
        sure_b, points_b, places_b = truth_points(second)
        distance, index = cKDTree(places_b[sure_b]).query(places_a[sure_a])
        near = distance < .02
        assert near.sum() > 500
        # Depth, back-projected and turned back into head axes, is the same body point in both views.
        error = np.linalg.norm(points_a[sure_a][near] - points_b[sure_b][index[near]], axis=1)
        assert np.median(error) < .016 and np.percentile(error, 95) < .04


@needs_assets
def test_landmarks_lie_on_the_surface_they_name():
    neutral = loaded_assets().head.neutral[loaded_assets().head.landmarks]
    checked = 0
    for seed in SEEDS:
        for picture in scene_of(seed)[::2]:
            sure, _, places = truth_points(picture)
            for (u, v, visible), home in zip(picture["landmarks"], neutral):
                row, column = int(v * 128), int(u * 128)
                if visible and 0 <= row < 128 and 0 <= column < 128 and sure[row, column]:
                    around = places[max(row - 1, 0):row + 2, max(column - 1, 0):column + 2].reshape(-1, 3)
                    checked += np.linalg.norm(around - home, axis=1).min() < .06
    assert checked > 200


@needs_assets
def test_landmark_projection_uses_rotation_and_camera():
    for picture in scene_of(SEEDS[1])[::2]:
        sure, points, _ = truth_points(picture)
        camera = HeadCamera(*(float(value) for value in picture["camera"]))
        uv = camera.project(points[sure] @ picture["rotation"].T)
        rows, columns = np.nonzero(sure)
        np.testing.assert_allclose(uv * 128, np.stack([columns, rows], 1) + .5, atol=.02)


@needs_assets
def test_normals_are_unit_and_face_the_viewer():
    for seed in SEEDS:
        for picture in scene_of(seed)[::2]:
            sure, _, _ = truth_points(picture)
            normal = picture["normal"].transpose(1, 2, 0)[sure] / 127
            np.testing.assert_allclose(np.linalg.norm(normal, axis=1), 1, atol=.03)
            assert (normal[:, 2] > -.35).all() and np.mean(normal[:, 2] > 0) > .97


@needs_assets
def test_back_lies_behind_front():
    for picture in scene_of(SEEDS[0])[::2]:
        sure, _, _ = truth_points(picture)
        thickness = (picture["depth"].astype(np.float32) - picture["back_depth"].astype(np.float32))[sure]
        assert (thickness > -1e-3).all() and np.percentile(thickness, 90) > 1.2


@needs_assets
def test_light_times_albedo_explains_the_picture():
    shares = []
    for seed in (203, 207, 208, 202, 215):
        for picture in scene_of(seed)[:2]:
            meta = picture["meta"]
            if not meta["clean"] or "hard" in meta["light"]:
                continue
            sure, _, _ = truth_points(picture)
            normal = picture["normal"].transpose(1, 2, 0)[sure].astype(np.float32) / 127
            albedo = photographic.decode(picture["albedo"].transpose(1, 2, 0)[sure] / np.float32(255))
            if np.median(albedo) < .1:
                continue  # on dark skin gloss is a large share of the little light that comes back
            model = (basis(normal) @ picture["light"]) * albedo
            linear = photographic.decode(picture["image"] / np.float32(255))
            small = linear.reshape(128, 2, 128, 2, 3).mean((1, 3))[sure]
            shares.append(np.median(small.mean(1) / np.maximum(model.mean(1), 1e-3)))
    assert shares, "none of the scenes was clean and softly lit"
    assert 0.6 < np.median(shares) < 1.25  # self-shadowing darkens, gloss brightens


@needs_assets
def test_same_seed_same_pictures_and_splits_share_nothing():
    from icportrait.render.scene import render_scene
    again = render_scene(np.random.default_rng(SEEDS[0]), loaded_assets(), "train")
    for old, new in zip(scene_of(SEEDS[0]), again):
        assert (old["image"] == new["image"]).all() and (old["landmarks"] == new["landmarks"]).all()
    assets = loaded_assets()
    for kind in (assets.hair_names, assets.map_paths):
        sets = [set(kind(split)) for split in ("train", "validation", "test")]
        assert all(sets) and not (sets[0] & sets[1] or sets[0] & sets[2] or sets[1] & sets[2])


@needs_assets
def test_shard_is_written_whole_and_not_twice(tmp_path, monkeypatch):
    monkeypatch.setattr(make_heads, "SCENES_PER_SHARD", 1)
    job = make_heads.Job(str(ASSETS), str(tmp_path), "test", 3, 0, measure=True)
    assert make_heads.write_shard(job)[1] > 0
    with np.load(tmp_path / "shard_000000.npz") as shard:
        assert shard["image"].shape == (4, 256, 256, 3) and list(shard["view"]) == [0, 0, 1, 1]
        assert list(shard["light_index"]) == [0, 1, 0, 1] and "studio" in str(shard["meta"])
        assert set(make_heads.ARRAYS) <= set(shard.files)
    assert make_heads.write_shard(job)[1] == 0 and len(list(tmp_path.iterdir())) == 1
