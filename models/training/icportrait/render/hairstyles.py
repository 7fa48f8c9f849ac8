"""Haircuts grown as ribbons: where strands start, how long they are, how they are combed and curled. Knots, tails: gathered.py."""
from dataclasses import dataclass

import numpy as np

from .field import field_of, on_skin
from .gathered import gathered, rope_parts
from .locks import FROM_POINT, PARTED, STRAIGHT, TO_POINT, blend, comb, grown, ribbon_part, sample_roots
from .mesh import LOCK, vertex_normals
from .noise import noise_at

# Straight, wavy, curly, coily: radius of the spirals (dm), their pitch, random bends.
TEXTURES = {"straight": (0, .4, .03), "wavy": (.035, .65, .06), "curly": (.05, .30, .09), "coily": (.035, .13, .2)}
LONG = ("bob", "long")


@dataclass
class Scalp:
    """What strands grow from: the skin's faces, normals and hair mask of the mean head, and a person's displacement."""
    points: np.ndarray
    normals: np.ndarray
    faces: np.ndarray
    mask: np.ndarray
    shift: np.ndarray
    field: np.ndarray

    @staticmethod
    def of(head, mask, shift):
        faces = head.faces[np.isin(head.region, [0, 1])]
        return Scalp(head.neutral, vertex_normals(head.neutral, head.faces), faces, mask, shift, field_of(head))

    def roots(self, rng, count, weight=None):
        """(roots, normals, displacement) [n,3] each."""
        corners, shares = sample_roots(rng, self.points, self.faces, self.mask if weight is None else weight, count)
        normals = blend(self.normals, corners, shares)
        return (blend(self.points, corners, shares), normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-6),
                blend(self.shift, corners, shares))


def sample_texture(rng, dark):
    """Name of a texture; dark 0..1: how dark the skin is (tight coils are commoner there)."""
    names = list(TEXTURES)
    light, deep = np.array([.50, .33, .15, .02]), np.array([.12, .16, .22, .50])
    return str(rng.choice(names, p=light * (1 - dark) + deep * dark))


def grow_cut(rng, scalp, cut, texture, colour):
    """Parts of a haircut."""
    if cut == "locs":
        return rope_parts(rng, scalp, colour)
    radius, pitch, frizz = TEXTURES[texture]
    radius, pitch = radius * rng.uniform(.6, 1.3), pitch * rng.uniform(.8, 1.25)
    plan = _plan(rng, cut, texture, scalp.field)
    count, steps = _detail(plan["length"], texture)
    roots, normals, moved = scalp.roots(rng, count)
    lengths = plan["lengths"](roots) * np.exp(rng.normal(size=len(roots)) * plan.get("uneven", .12))
    heights = np.abs(rng.normal(size=len(roots))) * plan["volume"] + .008
    row = comb(*plan["comb"], frizz=frizz + plan.get("frizz", 0), fringe=plan.get("fringe", -9), hug=plan.get("hug", 0),
               gravity=plan["gravity"], strength=plan["strength"], stiff=plan.get("stiff", .7))
    strands, outward = grown(rng, roots, normals, lengths, heights, plan["lift"] + rng.normal(size=len(roots)) * .06, row, scalp.field,
                             steps, plan.get("clump", 4))
    widths = plan.get("width", .018) * rng.uniform(.6, 1.4, len(roots)) * (3000 / max(count, 1)) ** .5
    curl = 0 if cut == "buzz" else radius * min(1, plan["length"] / .5)
    parts = [_part(rng, strands, outward, lengths, widths, colour, moved, curl, pitch, roots)]
    if "tie" in plan:
        parts.append(gathered(rng, scalp, cut, plan["tie"], TEXTURES[texture], colour))
    return parts + loose_strands(rng, scalp, colour, plan, texture)


def _detail(length, texture):
    """(strands, points of each): short hair is many short ribbons, curls need many points."""
    if texture in ("curly", "coily") and length > .25:
        return (2000, 22) if length > 1 else (2600, 14)
    if length > 1.6:
        return 2600, 15
    return (3000, 9) if length > .45 else (4200, 5)


def _part(rng, strands, outward, lengths, widths, colour, moved, curl, pitch, roots):
    clumps = noise_at(roots, 5, rng.uniform(0, 60, 3)) * 5 + rng.normal(size=len(roots)) * .5
    body = np.clip((-1.0 - strands[..., 1]) / .8, 0, 1) * .8
    spread = np.repeat(moved[:, None], strands.shape[1], axis=1)
    return ribbon_part(rng, strands, outward, lengths, widths, colour, LOCK, spread, curl, pitch, clumps, body)


def _plan(rng, cut, texture, field):
    """Numbers of a cut: see comb() and grow_cut()."""
    whorl = (FROM_POINT, (rng.normal() * .2, 1.3, -.45 + rng.normal() * .12))
    volume = rng.uniform(.02, .06) * (2.2 if texture in ("curly", "coily") else 1)
    fringe = rng.uniform(.5, .85) if rng.random() < .9 else -9
    base = {"comb": whorl, "gravity": .1, "strength": .35, "lift": .35, "volume": volume, "fringe": fringe, "clump": rng.uniform(1, 6),
            "hug": rng.uniform(.1, .45) if texture in ("straight", "wavy") else .05}
    if cut == "buzz":
        length = rng.uniform(.025, .08)
        return {**base, "length": length, "lengths": lambda p: np.full(len(p), length), "lift": .7, "volume": .004, "gravity": 0, "width": .010}
    if cut in ("short", "quiff"):
        top, sides = rng.uniform(.22, .55), rng.uniform(.06, .22)
        quiff = {"comb": (STRAIGHT, (rng.normal() * .3, .8, .35)), "lift": .6, "gravity": .0, "fringe": -9, "hug": 0} if cut == "quiff" else {}
        return {**base, **quiff, "length": top, "lengths": lambda p: _by_height(p, sides, top), "uneven": .2}
    if cut == "fringe":
        top, sides = rng.uniform(.7, 1.0), rng.uniform(.25, .9)
        return {**base, "length": top, "lengths": lambda p: _by_height(p, sides, top), "lift": .2, "gravity": .35, "fringe": rng.uniform(.42, .62)}
    if cut == "parted":
        top, sides = rng.uniform(.6, 1.0), rng.uniform(.12, .5)
        return {**base, "comb": (PARTED, (_parting(rng), rng.uniform(.1, .5), rng.uniform(.0, .9))), "length": top, "lift": .3,
                "lengths": lambda p: _by_height(p, sides, top), "gravity": .2, "strength": .3}
    if cut == "swept back":
        top = rng.uniform(.6, 1.2)
        return {**base, "comb": (STRAIGHT, (rng.normal() * .12, -.15, -1)), "length": top, "lengths": lambda p: _by_height(p, top * .5, top),
                "lift": rng.uniform(.15, .45), "strength": .6, "gravity": .12, "fringe": -9}
    if cut in LONG:
        length = rng.uniform(1.1, 1.8) if cut == "bob" else rng.uniform(2.1, 3.4)
        return {**base, "comb": (PARTED, (_parting(rng), rng.uniform(.4, .9), rng.uniform(.1, .8))), "length": length, "lift": .22,
                "lengths": lambda p: length * (.75 + .25 * np.clip((p[:, 1] - .2) / .9, 0, 1)), "gravity": rng.uniform(.35, .6), "strength": .22,
                "stiff": .8, "volume": volume * 1.5, "fringe": rng.uniform(.3, .6) if rng.random() < .25 else -9, "uneven": .06}
    if cut in ("bun", "ponytail", "braid"):
        tie = np.array([rng.normal() * .06, rng.uniform(-.1, .3) if cut == "braid" else rng.uniform(.2, 1.35), 0])
        tie = on_skin(field, tie + [0, 0, -1.08 + .35 * np.clip(tie[1] - .5, 0, 1)])
        return {**base, "comb": (TO_POINT, tuple(tie)), "tie": tie, "length": 1.2, "hug": .9, "volume": rng.uniform(.015, .05), "lift": .1,
                "lengths": lambda p: np.linalg.norm(p - tie, axis=1) * 1.18, "gravity": 0, "strength": .6, "fringe": -9, "uneven": .02, "frizz": -.01}
    length = rng.uniform(.3, .95)  # afro
    return {**base, "length": length, "lengths": lambda p: length * (1 - .3 * np.clip((p[:, 2] - .2) / .6, 0, 1)), "lift": .95, "hug": 0,
            "comb": (FROM_POINT, (0, .4, 0)), "gravity": .02, "strength": .5, "frizz": .12, "volume": .01, "uneven": .1, "fringe": -9}


def _parting(rng):
    return rng.normal() * .06 if rng.random() < .4 else rng.choice([-1, 1]) * rng.uniform(.2, .45)


def _by_height(points, sides, top):
    share = np.clip((points[:, 1] - .55) / .5, 0, 1)
    return sides + (top - sides) * share * share * (3 - 2 * share)


def loose_strands(rng, scalp, colour, plan, texture):
    """Fly-away hair that stands off the cut, thin and lighter."""
    count = int((12 + 70 * rng.random() ** 2) * (1.6 if texture in ("curly", "wavy") else 1) * min(1, .35 + plan["length"]))
    roots, normals, moved = scalp.roots(rng, count)
    length = np.clip(plan["length"], .12, 1.6) * rng.uniform(.5, 1.05, len(roots))
    row = comb(*plan["comb"], frizz=.14, gravity=plan["gravity"] * .9 + .08, strength=plan["strength"] * .5, stiff=.8, fringe=plan.get("fringe", -9))
    strands, outward = grown(rng, roots, normals, length, np.abs(rng.normal(size=len(roots))) * .06 + .015, .4, row, scalp.field, 12, 40)
    radius, pitch, _ = TEXTURES[texture]
    spread = np.repeat(moved[:, None], 12, axis=1)
    return [ribbon_part(rng, strands, outward, length, rng.uniform(.006, .010, len(roots)), colour, LOCK, spread, radius, pitch,
                        body=np.clip((-1.0 - strands[..., 1]) / .8, 0, 1) * .8, flat=.2)]
