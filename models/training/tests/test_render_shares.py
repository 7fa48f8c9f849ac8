"""Switches of the renderer: each does what it says, and says so when it is misused. Pieces that need no assets are tried alone."""
import numpy as np
import pytest

from icportrait import make_heads
from icportrait.render import locks, shares
from icportrait.render.glasses import CLEAR, DARK, TINTED, sample_glasses
from icportrait.render.mesh import HEAD_CLOTH, LENS, OCCLUDER
from icportrait.render.proportions import aged, childlike
from icportrait.render.rasteriser import screened
from render_support import ball_field, loaded_assets, needs_assets


@pytest.fixture(autouse=True)
def usual_shares():
    yield
    shares.set_shares({})


def test_a_share_happens_as_often_as_it_says():
    shares.set_shares({"hand": .25})
    rng = np.random.default_rng(0)
    assert abs(np.mean([shares.happens(rng, "hand") for _ in range(4000)]) - .25) < .03
    shares.set_shares({})
    assert abs(np.mean([shares.happens(rng, "hand") for _ in range(4000)]) - shares.SHARES["hand"]) < .015


def test_one_of_a_kind_is_chosen_by_its_weight():
    rng = np.random.default_rng(0)
    drawn = [shares.choose(rng, "beard") for _ in range(4000)]
    weights = shares.CHOICES["beard"]
    assert abs(drawn.count("full") / 4000 - weights["full"] / sum(weights.values())) < .03
    shares.set_shares(shares.only("beard", "goatee"))
    assert {shares.choose(rng, "beard") for _ in range(50)} == {"goatee"}


@pytest.mark.parametrize("changes", [{"hands": .1}, {"hand": 1.1}, {"hand": -.1}, {"cut:none": 1},
                                     dict.fromkeys((f"light:{name}" for name in shares.CHOICES["light"]), 0)])
def test_bad_shares_are_refused_and_change_nothing(changes):
    with pytest.raises(ValueError, match="share"):
        shares.set_shares(changes)
    with pytest.raises(SystemExit):
        make_heads.main(["--assets", "x", "--out", "y", "--count", "1", "--share", "hands=.1"])


def test_lenses_leave_sub_pixels_to_what_lies_behind():
    cells = [(x, y) for x in range(8) for y in range(8)]
    assert np.mean([screened(CLEAR, x, y) for x, y in cells]) == .75
    assert np.mean([screened(TINTED, x, y) for x, y in cells]) == .25


def test_glasses_have_the_lenses_that_are_asked_for():
    for share, wanted in (({"dark lenses": 1}, {DARK, TINTED}), ({"dark lenses": 0, "clear lenses": 1}, {CLEAR})):
        shares.set_shares(share)
        for seed in range(8):
            parts, lens = sample_glasses(np.random.default_rng(seed), np.zeros(3), np.zeros((2, 3)))
            assert lens in wanted and sum(part.material == LENS for part in parts) == 2


def test_strands_stay_outside_the_head_keep_their_length_and_follow_the_comb():
    rng = np.random.default_rng(1)
    roots = rng.normal(size=(300, 3))
    roots[:, 1] = np.abs(roots[:, 1])
    normals = roots / np.linalg.norm(roots, axis=1, keepdims=True)
    roots = normals * .9 + [0, .4, 0]
    row = locks.comb(locks.STRAIGHT, (0, -1, 0), gravity=.3, strength=.5)
    strands, _ = locks.grown(rng, roots, normals, np.full(300, .8), np.full(300, .03), np.full(300, .3), row, ball_field(), 9)
    assert (np.linalg.norm(strands - [0, .4, 0], axis=2) > .88).all()
    length = np.linalg.norm(np.diff(strands, axis=1), axis=2).sum(1)
    assert np.percentile(length, 5) > .6 and np.percentile(length, 95) < 1.1
    assert (strands[:, -1, 1] < strands[:, 0, 1]).mean() > .97  # combed down
    part = locks.ribbon_part(rng, strands, normals[:, None].repeat(9, 1).astype(np.float32), np.full(300, .8), np.full(300, .02),
                             np.full(3, .1), 12, np.zeros((300, 9, 3), np.float32))
    assert len(part.faces) == 300 * 8 * 2 and part.faces.max() == len(part.positions) - 1
    np.testing.assert_allclose(np.linalg.norm(part.tangent, axis=1), 1, atol=1e-3)


@needs_assets
def test_children_and_old_people_are_bent_not_broken():
    head = loaded_assets().head
    marks, eyes = head.landmarks, [head.eye_centre("Right"), head.eye_centre("Left")]
    child, old = childlike(head.neutral, 1.0, eyes), aged(head.neutral, 1.0, head.neutral[head.landmarks])
    height = lambda points: points[marks[27], 1] - points[marks[8], 1]
    assert .75 < height(child) / height(head.neutral) < .92  # a shorter face
    wide = lambda points: np.ptp(points[marks[36:42], 0])
    assert wide(child) > 1.05 * wide(head.neutral)  # larger eyes
    assert np.abs(old - head.neutral).max() < .12 and np.abs(childlike(head.neutral, 0, eyes) - head.neutral).max() < 1e-6
    for points in (child, old):
        edges = np.linalg.norm(points[head.faces[:, 0]] - points[head.faces[:, 1]], axis=1)
        before = np.linalg.norm(head.neutral[head.faces[:, 0]] - head.neutral[head.faces[:, 1]], axis=1)
        assert np.percentile(edges / np.maximum(before, 1e-4), 99.5) < 1.6


@needs_assets
def test_each_thing_before_the_face_and_its_truth(monkeypatch):
    from icportrait.render import group
    for name, value in (("HEADS", 1), ("VIEWS", 1), ("LIGHTS", 1)):
        monkeypatch.setattr(group, name, value)
    render = lambda **changes: (shares.set_shares(changes), group.render_group(
        lambda part: np.random.default_rng([5, part]), loaded_assets(), "train")[0][0])[1]
    nothing = dict.fromkeys(("hand", "phone", "microphone", "face mask", "glasses", "company"), 0)
    held = render(**{**nothing, "hand": 1})
    under = held["material"] == OCCLUDER + 1
    assert under.sum() > 100
    assert (held["coordinates"][:, under] == 0).all() and (held["normal"][:, under] == 0).all()  # nothing is known there ...
    assert held["matte"].reshape(128, 2, 128, 2).mean((1, 3))[under].mean() > 250  # ... but it is the person's
    mask = render(**{**nothing, "face mask": 1})
    worn = mask["material"] == HEAD_CLOTH + 1
    assert worn.sum() > 50 and (mask["head"][worn] > 200).mean() > .9  # what is worn moves with the head
