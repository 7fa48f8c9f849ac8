"""Hair, brows, lids, skin and company, each on its own; what needs no assets stands on a ball."""
from types import SimpleNamespace

import numpy as np
import pytest

from icportrait.render import group, shares
from icportrait.render.hair import sphere
from icportrait.render.hairstyles import TEXTURES, Scalp, grow_cut
from icportrait.render.mesh import CLOTH, SKIN, vertex_normals
from icportrait.render.view import View
from render_support import ball_field, loaded_assets, needs_assets


def ball_scalp():
    points, faces = sphere(48, 30)
    points = (points * .9 + [0, .4, 0]).astype(np.float32)
    mask = np.clip((points[:, 1] - .5) / .1, 0, 1).astype(np.float32)
    return Scalp(points, vertex_normals(points, faces), faces, mask, np.zeros_like(points), ball_field())


@pytest.mark.parametrize("cut", shares.CHOICES["cut"])
def test_every_cut_is_sound_in_every_texture(cut):
    scalp = ball_scalp()
    for number, texture in enumerate(TEXTURES):
        for part in grow_cut(np.random.default_rng(number), scalp, cut, texture, np.array([.1, .06, .03], np.float32)):
            assert np.isfinite(part.positions).all() and len(part.faces) == len(part.coarse) > 0
            np.testing.assert_allclose(np.linalg.norm(part.normals, axis=1), 1, atol=1e-3)
            height = np.linalg.norm(part.canonical - [0, .4, 0], axis=1) - .9
            assert np.percentile(height, 1) > -.12  # next to nothing grows into the head
            assert (part.colour > 0).all() and (part.colour < 1).all() and ((part.body >= 0) & (part.body <= .8)).all()


def test_a_longer_cut_reaches_further_down():
    lowest = {cut: min(np.percentile(part.canonical[:, 1], 2) for part in grow_cut(np.random.default_rng(1), ball_scalp(), cut, "straight",
                                                                                  np.full(3, .1, np.float32))) for cut in ("buzz", "bob", "long")}
    assert lowest["buzz"] > lowest["bob"] > lowest["long"]


def test_knots_sit_on_the_head():
    from icportrait.render.field import on_skin
    for tie in ([0, .4, -1.3], [.1, 1.0, -.6], [0, .2, -.8]):
        settled = on_skin(ball_field(), tie)
        assert abs(np.linalg.norm(settled - [0, .4, 0]) - .94) < .02
    bun = grow_cut(np.random.default_rng(2), ball_scalp(), "bun", "straight", np.full(3, .1, np.float32))[1]
    assert np.linalg.norm(bun.canonical - [0, .4, 0], axis=1).min() < .95


def flat_view(kinds, side=64):
    """A View of a wall of given materials [side*side], without a camera of its own."""
    view = object.__new__(View)
    view.side, view.pixels, view.kinds, view.skin = side, np.arange(side * side, dtype=np.int32), kinds, None
    view.camera = SimpleNamespace(s=1.0)
    return view


def test_light_under_the_skin_spreads_red_further_than_green_and_nothing_gets_lost():
    side = 64
    edge = np.repeat((np.arange(side) >= side // 2).astype(np.float32)[None], side, 0).ravel()
    soft = flat_view(np.full(side * side, SKIN))._scatter(np.repeat(edge[:, None], 3, 1))
    rows = soft.reshape(side, side, 3)[side // 2]
    widths = [((rows[:, channel] > .02) & (rows[:, channel] < .98)).sum() for channel in range(3)]
    assert widths[0] > widths[1] > widths[2] == 0
    flat = flat_view(np.full(side * side, SKIN))._scatter(np.full((side * side, 3), .4, np.float32))
    np.testing.assert_allclose(flat, .4, atol=1e-5)  # also at the border
    cloth = flat_view(np.full(side * side, CLOTH))._scatter(np.repeat(edge[:, None], 3, 1))
    np.testing.assert_array_equal(cloth, np.repeat(edge[:, None], 3, 1))


def test_company_is_part_of_the_background_only_where_it_stands():
    side, background = 128, np.full((128, 128, 3), .5, np.float32)
    y, x = np.mgrid[0:side, 0:side]
    body = ((x - 64) ** 2 + (y - 60) ** 2 < 30 ** 2) | (y > 100)
    view = SimpleNamespace(side=side, pixels=np.flatnonzero(body.ravel()))
    picture = group.beside(background, view, np.full((body.sum(), 3), .9, np.float32), np.array([0, 1, 0, 0.0]))
    assert (picture[:, :60] == .5).all() and (picture[0] == .5).all()
    np.testing.assert_allclose(picture[60, 64 + 54], .9)
    cut = body.copy()
    cut[40:50, 0] = True  # a hand at the crop's border
    view.pixels = np.flatnonzero(cut.ravel())
    assert (group.beside(background, view, np.full((cut.sum(), 3), .9, np.float32), np.array([0, 1, 0, 0.0])) == .5).all()


@needs_assets
def test_brows_of_every_mesh_lie_along_the_brow_landmarks():
    from icportrait.render.facial_hair import brow_lines
    assets = loaded_assets()
    assert len(assets.brows) == 12
    marks = assets.head.neutral[assets.head.landmarks[22:27]]
    for outline in assets.brows:
        assert (outline[:, 2] > outline[:, 1]).all()
        line = brow_lines(outline, assets.head)
        np.testing.assert_allclose(line[0][::-1] * [-1, 1, 1], line[1], atol=1e-6)
        assert np.abs(line[1][:, 1] - np.interp(line[1][:, 0], marks[:, 0], marks[:, 1])).max() < .1


@needs_assets
def test_closed_lids_meet_and_say_so():
    from icportrait.render.head import sample_person
    head = loaded_assets().head
    gaps = {}
    for share in (0.0, 1.0):
        shares.set_shares({"closed lids": share, "half lids": 0})
        people = [sample_person(np.random.default_rng(seed), head) for seed in range(8)]
        gaps[share] = np.median([person.positions[head.landmarks[37], 1] - person.positions[head.landmarks[41], 1] for person in people])
        assert all((person.eyelids() < .15).all() == bool(share) for person in people)
    shares.set_shares({})
    assert gaps[1.0] < .4 * gaps[0.0]


@needs_assets
def test_closed_lids_cover_the_eyeball():
    from icportrait.render.head import sample_person
    head = loaded_assets().head
    skin = head.vertices_of("M_Face")
    shares.set_shares({"closed lids": 1, "half lids": 0})
    bare = []
    for seed in range(12):
        points = sample_person(np.random.default_rng(seed), head).positions
        for side in ("Left", "Right"):
            eye = points[head.vertices_of("M_Sclera" + side)]
            front = eye[eye[:, 2] > eye[:, 2].max() - .02]
            near = skin[np.linalg.norm(points[skin, :2] - front[:, :2].mean(0), axis=1) < .08]
            bare.append(front[:, 2].max() - points[near, 2].max())
    shares.set_shares({})
    assert max(bare) < 0


@needs_assets
def test_the_iris_texture_has_spokes():
    iris = loaded_assets().iris
    assert abs(iris.mean() - 1) < 1e-3 and iris.std(1)[4:-4].mean() > .05
