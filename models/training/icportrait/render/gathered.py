"""Gathered hair: knots, tails, braids and ropes of hair (locs, box braids)."""
import numpy as np

from .locks import STRAIGHT, comb, grown, ribbon_part
from .mesh import LOCK
from .noise import noise_at


def gathered(rng, scalp, cut, tie, texture, colour):
    """The part behind a tie [3] of a "bun", "ponytail" or "braid"; texture: (spiral radius, pitch, frizz)."""
    out = (tie - [0, .5, 0]) / np.linalg.norm(tie - [0, .5, 0])
    moved = scalp.shift[scalp.points[:, 2] < -.6].mean(0)
    return {"bun": _knot, "ponytail": _tail, "braid": _braid}[cut](rng, scalp, tie, out, texture, colour, moved)


def _tail(rng, scalp, tie, out, texture, colour, moved):
    radius, pitch, frizz = texture
    count, length = 700, rng.uniform(.8, 2.4)
    start = tie + rng.normal(size=(count, 3)) * .07 + out * .04
    row = comb(STRAIGHT, out * .4 - np.array([0, .6, 0]), gravity=.4, strength=.1, frizz=frizz, stiff=.8)
    strands, outward = grown(rng, start, np.broadcast_to(out, start.shape), length * rng.uniform(.8, 1.1, count), .05, .9, row, scalp.field, 16, 4)
    clumps = noise_at(start, 5, rng.uniform(0, 60, 3)) * 5 + rng.normal(size=count) * .5
    return ribbon_part(rng, strands, outward, np.full(count, length), rng.uniform(.015, .035, count), colour, LOCK,
                       np.broadcast_to(moved, strands.shape).astype(np.float32), radius, pitch, clumps, _falling(strands))


def _falling(strands):
    """How far hair moves with the body."""
    return np.clip((-1.0 - strands[..., 1]) / .8, 0, 1) * .8


def _braid(rng, scalp, tie, out, texture, colour, moved):
    """Three bundles plaited round a line that falls down the back or over a shoulder."""
    side = rng.choice([-1, 1])
    ends = [[side * .75, -.85, -.55], [side * .85, -1.35, .25], [side * .8, -2.1, .75]] if rng.random() < .5 else \
        [[0, -.7, -1.2], [side * .1, -1.4, -1.3], [side * .15, -2.4, -1.35]]
    knots = np.array([tie + out * .05, *ends])
    steps, per_bundle = 40, 60
    share = np.linspace(0, 1, steps)
    line = np.stack([np.interp(share, np.linspace(0, 1, 4), knots[:, i]) for i in range(3)], 1)
    for _ in range(6):  # soften the corners
        line[1:-1] = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
    turn, wide = share * np.pi * 2 * rng.uniform(4, 6.5), rng.uniform(.09, .15) * (1 - .35 * share)
    across = np.array([abs(out[2]), .1, .3 if ends[0][0] else 0])
    away = np.array([out[0] * .3, 0, out[2] * .6 - .4])
    across, away = across / np.linalg.norm(across), away / np.linalg.norm(away)
    strands = []
    for bundle in range(3):
        phase = turn + bundle * 2 * np.pi / 3
        middle = line + (wide * np.sin(phase))[:, None] * across + (.5 * wide * np.sin(2 * phase))[:, None] * away
        spread = rng.normal(size=(per_bundle, 1, 3)) * (.032 * (1 - .3 * share))[None, :, None]
        strands.append(middle[None] + spread)
    strands = np.concatenate(strands).astype(np.float32)
    outward = strands - line[None]
    outward = (outward / np.maximum(np.linalg.norm(outward, axis=2, keepdims=True), 1e-3)).astype(np.float32)
    return ribbon_part(rng, strands, outward, np.full(len(strands), 2.0), rng.uniform(.015, .03, len(strands)), colour, LOCK,
                       np.broadcast_to(moved, strands.shape).astype(np.float32), body=_falling(strands))


def rope_parts(rng, scalp, colour):
    """Locs or box braids: ropes of a few ribbons wound about each other."""
    count, inside, steps = int(rng.uniform(130, 260)), 7, 26
    roots, normals, moved = scalp.roots(rng, count)
    count, length = len(roots), rng.uniform(.5, 2.6)
    row = comb(STRAIGHT, (rng.normal() * .2, -.3, rng.uniform(-.9, .1)), gravity=.5, strength=.15, frizz=.06, stiff=.75, hug=.2,
               fringe=rng.uniform(.4, .7) if rng.random() < .8 else -9)
    strands, outward = grown(rng, roots, normals, length * rng.uniform(.8, 1.1, count), np.abs(rng.normal(size=count)) * .06 + .05, .5, row,
                             scalp.field, steps, 12)
    repeat = lambda values: np.repeat(values, inside, axis=0)
    phases = np.tile(np.arange(inside) / inside * 2 * np.pi, count) + repeat(rng.uniform(0, 6, count))
    thick = rng.uniform(.025, .05)
    return [ribbon_part(rng, np.ascontiguousarray(repeat(strands)), np.ascontiguousarray(repeat(outward)), np.full(count * inside, length),
                        np.full(count * inside, thick * 1.5), colour, LOCK, np.repeat(repeat(moved)[:, None], steps, axis=1), thick, .22, phases,
                        repeat(_falling(strands)), flat=1)]


def _knot(rng, scalp, tie, out, texture, colour, moved):
    """A bun: strands wound about an axis on a lumpy ball."""
    count, steps = 500, 16
    size = rng.uniform(.2, .4) * np.array([1, rng.uniform(.7, 1), rng.uniform(.7, 1)])
    axis = out + rng.normal(size=3) * .35
    axis /= np.linalg.norm(axis)
    first = np.cross(axis, [0, 1, .1])
    first /= np.linalg.norm(first)
    second = np.cross(axis, first)
    start, turn = rng.uniform(0, 6.28, (count, 1)), np.linspace(0, rng.uniform(2.5, 5), steps)[None]
    height = np.arcsin(rng.uniform(-1, 1, (count, 1))) + .35 * np.sin(turn + start)
    ball = (np.cos(height) * np.cos(start + turn))[..., None] * first + (np.cos(height) * np.sin(start + turn))[..., None] * second \
        + np.sin(height)[..., None] * axis
    lumps = 1 + .1 * noise_at(ball.reshape(-1, 3), 3, rng.uniform(0, 60, 3)).reshape(count, steps, 1) + rng.normal(size=(count, 1, 1)) * .05
    strands = (tie + out * size.mean() * .75 + ball * size * lumps).astype(np.float32)
    return ribbon_part(rng, strands, ball.astype(np.float32), np.full(count, .8), rng.uniform(.02, .05, count), colour, LOCK,
                       np.broadcast_to(moved, strands.shape).astype(np.float32))
