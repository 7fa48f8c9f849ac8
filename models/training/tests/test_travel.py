"""The archive that takes the assets to another machine."""

import json
import zipfile

import cv2
import numpy as np
import pytest

from icportrait import travel
from render_support import ASSETS, needs_assets


@pytest.fixture
def assets(tmp_path):
    """A folder of the assets' form: a head of 4 vertices of which one is not rendered, a mesh and an environment map."""
    folder = tmp_path / "from"
    for name in travel.FOLDERS:
        (folder / name).mkdir(parents=True)
    offsets = np.random.default_rng(0).normal(0, 0.1, (2, 4, 3)).astype(np.float16)
    np.savez(folder / "ict-head" / "ict_head.npz", neutral=np.zeros((4, 3), np.float32), idb=offsets, exb=offsets[:1],
             faces=np.array([[0, 1, 2], [1, 2, 3]]), fmat=np.array([0, 1]), mats=np.array(["M_Face", "M_EyeBlend"]))
    (folder / "ict-head" / "landmarks68.json").write_text(json.dumps([0, 1]))
    (folder / "hair" / "cap.obj").write_text("# words\nv 1 2 3\nvt 0 0\ng cap\nf 1/1 1/1 1/1\n")
    cv2.imwrite(str(folder / "hdri" / "sky.hdr"), np.full((1024, 2048, 3), 3.5, np.float32))
    return folder


def test_the_archive_gives_the_assets_back_thinned(assets, tmp_path):
    size = travel.archive(assets, tmp_path / "assets.zip")
    assert size == (tmp_path / "assets.zip").stat().st_size
    back = travel.unpack(tmp_path / "assets.zip", tmp_path)
    with np.load(assets / "ict-head" / "ict_head.npz") as old, np.load(back / "ict-head" / "ict_head.npz") as new:
        assert new["idb"].dtype == np.float16 and new["idb"].shape == old["idb"].shape
        kept = old["idb"][:, :3].astype(np.float32)
        assert np.abs(new["idb"][:, :3] - kept).max() < 0.6 * travel.OFFSET_STEP + 2e-4
        assert not new["idb"][:, 3].any() and not new["exb"][:, 3].any()
    assert (back / "hair" / "cap.obj").read_text() == "v 1 2 3\ng cap\nf 1/1 1/1 1/1\n"
    sky = cv2.imread(str(back / "hdri" / "sky.hdr"), cv2.IMREAD_ANYDEPTH | cv2.IMREAD_COLOR)
    assert sky.shape == (256, 512, 3) and np.allclose(sky, 3.5, rtol=0.01)


def test_equal_assets_give_equal_archives(assets, tmp_path):
    for name in ("one.zip", "two.zip"):
        travel.archive(assets, tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_an_archive_that_is_too_large_is_not_written(assets, tmp_path, monkeypatch):
    monkeypatch.setattr(travel, "LARGEST", 100)
    with pytest.raises(travel.TooLarge, match="MB are allowed"):
        travel.archive(assets, tmp_path / "assets.zip")
    assert not (tmp_path / "assets.zip").exists()


@needs_assets
def test_the_real_assets_fit(tmp_path):
    assert travel.archive(ASSETS, tmp_path / "assets.zip") < travel.LARGEST
    names = zipfile.ZipFile(tmp_path / "assets.zip").namelist()
    assert {name.split("/")[0] for name in names} == set(travel.FOLDERS)
    assert any("LICENSE" in name for name in names)
