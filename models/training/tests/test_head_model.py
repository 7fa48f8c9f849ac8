"""The thinned head: collapses keep a closed surface of old vertices, and the file says what the plugin reads."""
import json
from types import SimpleNamespace

import numpy as np
import pytest

from icportrait import head_model
from icportrait.decimate import half_edge_collapse
from icportrait.render.hair import sphere


def merged_ball(columns=24, rows=14):
    """(points, faces) of a ball without doubled vertices."""
    points, faces = sphere(columns, rows)
    places, inverse = np.unique(np.round(points, 5), axis=0, return_inverse=True)
    faces = inverse.reshape(-1)[faces]
    sound = (faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 2] != faces[:, 0])
    return places, faces[sound]


def edges(faces):
    return [tuple(face[[i, (i + 1) % 3]]) for face in faces for i in range(3)]


def test_a_thinned_ball_is_closed_and_round():
    points, faces = merged_ball()
    kept, thinned = half_edge_collapse(points, faces, 100, np.zeros(len(points), bool))
    assert len(kept) == 100 and set(np.unique(thinned)) == set(kept)
    directed = edges(thinned)
    assert len(set(directed)) == len(directed) and {(b, a) for a, b in directed} == set(directed)
    middles = points[thinned].mean(1)
    assert np.linalg.norm(middles, axis=1).min() > .85  # no face cuts deep


def test_locked_vertices_stay():
    points, faces = merged_ball()
    locked = np.zeros(len(points), bool)
    locked[[3, 77, 200]] = True
    kept, _ = half_edge_collapse(points, faces, 60, locked)
    assert {3, 77, 200} <= set(kept)


def test_an_open_border_keeps_its_place():
    grid = np.stack(np.meshgrid(np.arange(12.), np.arange(12.)), -1).reshape(-1, 2)
    points = np.c_[grid, np.zeros(len(grid))]
    cell = np.array([i + 12 * j for j in range(11) for i in range(11)])
    faces = np.concatenate([np.c_[cell, cell + 1, cell + 12], np.c_[cell + 1, cell + 13, cell + 12]])
    kept, thinned = half_edge_collapse(points, faces, 20, np.zeros(len(points), bool))
    a, b, c = (points[thinned[:, i]][:, :2] for i in range(3))
    area = np.abs((b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0]).sum() / 2
    assert len(kept) < 60 and abs(area - 121) < 1e-9


def head_of_a_ball():
    points, faces = merged_ball(24, 15)
    points[np.abs(points[:, 0]) < 1e-6, 0] = 0
    crossing = (points[faces, 0].max(1) > 1e-6) & (points[faces, 0].min(1) < -1e-6)
    assert not crossing.any()
    rng = np.random.default_rng(1)
    names = ["M_Face", "M_BackHead", "M_Teeth"]
    vertices = len(points)
    return SimpleNamespace(neutral=points.astype(np.float32), faces=faces.astype(np.int32), regions=names,
                           region=np.where(points[faces].mean(1)[:, 2] > 0, 0, 1), vertex_region=np.where(points[:, 2] > 0, 0, 1),
                           landmarks=np.arange(0, 68 * 4, 4), identity=rng.normal(size=(3, vertices, 3)).astype(np.float32) * .01,
                           expression=rng.normal(size=(2, vertices, 3)).astype(np.float32) * .02)


def test_the_file_holds_the_head():
    head = head_of_a_ball()
    content = head_model.model_bytes(head, 200)
    assert content[:8] == head_model.MAGIC
    vertices, triangles, identity, expression = np.frombuffer(content, "<i4", 4, 8)
    assert (identity, expression) == (3, 2) and vertices < len(head.neutral)
    assert len(content) == 24 + 12 * vertices + 6 * triangles + 2 * vertices + 136 + 2 * vertices + vertices + 20 + 15 * vertices
    at = 24
    neutral = np.frombuffer(content, "<f4", 3 * vertices, at).reshape(-1, 3)
    at += 12 * vertices + 6 * triangles
    partner = np.frombuffer(content, "<u2", vertices, at)
    np.testing.assert_allclose(neutral[partner], neutral * head_model.MIRROR, atol=1e-6)
    at += 2 * vertices
    landmarks = np.frombuffer(content, "<u2", 68, at)
    source = np.frombuffer(content, "<u2", vertices, at + 136)
    np.testing.assert_array_equal(source[landmarks], head.landmarks)
    at += 136 + 3 * vertices
    scale = np.frombuffer(content, "<f4", 5, at)
    offsets = np.frombuffer(content, np.int8, 15 * vertices, at + 20).reshape(5, vertices, 3)
    truth = np.concatenate([head.identity, head.expression])[:, source]
    assert np.abs(offsets * scale[:, None, None] - truth).max() <= scale.max() / 2 + 1e-6


def test_what_is_not_symmetric_is_refused():
    head = head_of_a_ball()
    head.neutral[10] += .1
    with pytest.raises(ValueError, match="not symmetric"):
        head_model.model_bytes(head, 200)


def test_the_shipped_description_fits_the_shipped_file():
    folder = head_model.Path(__file__).parents[3] / "src/main/resources/org/icportrait/morphable"
    about = json.loads((folder / "ict-head.json").read_text())
    content = (folder / about["file"]).read_bytes()
    assert len(content) == about["bytes"] < 5e6 and head_model.hashlib.sha256(content).hexdigest() == about["sha256"]
    assert "MIT" in about["licence"] and "Permission is hereby granted" in (folder / "ict-head-LICENSE.txt").read_text()
