"""Shared by the renderer's tests: where the assets are, and one scene rendered once."""
import functools
import os
from pathlib import Path

import numpy as np
import pytest

REPOSITORY = Path(__file__).resolve().parents[3]
ASSETS = Path(os.environ.get("ICPORTRAIT_ASSETS", REPOSITORY.parent / "shared" / "assets"))
HAS_ASSETS = (ASSETS / "ict-head" / "ict_head.npz").exists()
needs_assets = pytest.mark.skipif(not HAS_ASSETS, reason=f"no head, hair and light files in {ASSETS} (set ICPORTRAIT_ASSETS)")


def loaded_assets():
    from icportrait.render import assets
    return assets.load(str(ASSETS))


@functools.lru_cache(maxsize=4)
def scene_of(seed, split="train"):
    from icportrait.render.scene import render_scene
    return render_scene(np.random.default_rng(seed), loaded_assets(), split)


def truth_points(picture):
    """(mask of sure head cells [128,128], their head-axes points by depth and camera, their canonical coordinates)."""
    from icportrait.render.camera import HeadCamera
    camera = HeadCamera(*(float(value) for value in picture["camera"]))
    centres = (np.arange(128) + .5) / 128
    u, v = np.meshgrid(centres, centres)
    points = camera.unproject(u, v, picture["depth"].astype(np.float32)) @ picture["rotation"]
    sure = (picture["head"] > 250) & (picture["matte"][::2, ::2] > 250) & (picture["matte"][1::2, 1::2] > 250)
    return sure, points, picture["coordinates"].transpose(1, 2, 0).astype(np.float32)


def ball_field():
    """A distance field of a ball of 0.9 dm about (0, .4, 0)."""
    from icportrait.render.field import LOW, SHAPE, STEP
    axes = [low + STEP * np.arange(count) for low, count in zip(LOW, SHAPE)]
    away = np.stack(np.meshgrid(*axes, indexing="ij"), -1) - [0, .4, 0]
    far = np.linalg.norm(away, axis=-1, keepdims=True)
    return np.concatenate([far - .9, away / np.maximum(far, 1e-6)], -1).astype(np.float32)
