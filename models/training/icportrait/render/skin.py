"""Procedural skin: colours and masks per vertex in canonical space, and the numbers the pixel painter needs."""
from dataclasses import dataclass

import numpy as np

from .make_up import eye_region, lip_mask, paint_lips, polyline_distance
from .noise import noise_at
from .shares import happens

TONES = np.array([[.74, .52, .43], [.62, .40, .30], [.47, .27, .18], [.29, .155, .095], [.15, .078, .05], [.075, .041, .029]])
HAIR_COLOURS = {"black": (.012, .010, .009), "dark brown": (.035, .02, .012), "brown": (.085, .046, .024),
                "light brown": (.17, .10, .055), "blonde": (.40, .27, .13), "pale blonde": (.58, .45, .27),
                "red": (.22, .065, .022), "grey": (.22, .21, .20), "white": (.62, .60, .57)}
HAIR_SHARES = (.24, .24, .18, .10, .08, .03, .05, .05, .03)
FAIR = np.array([False, False, False, True, True, True, True, False, False])
GREYING = np.array([0, 0, 0, 0, 0, 0, 0, .6, .4])
IRIS = np.array([[.06, .026, .010], [.10, .05, .018], [.14, .22, .30], [.10, .15, .20], [.11, .14, .06], [.18, .17, .14]])


def sample_hair_colour(rng, dark, old, child=False):
    """Linear RGB [3] of hair; dark 0..1: darkness of the skin (fair hair is rare above .4); old: grey is common;
    child: nobody is grey."""
    shares = np.array(HAIR_SHARES) * np.where(FAIR, max(.03, 1 - dark / .45), 1)
    if child:
        shares = shares * (GREYING == 0)
    if old:
        shares = shares * .4 + GREYING * .6 * shares.sum()
    dyed = happens(rng, "dyed hair")
    name = rng.choice(list(HAIR_COLOURS), p=np.full(len(shares), 1 / len(shares)) if dyed else shares / shares.sum())
    return np.clip(np.array(HAIR_COLOURS[name]) * rng.uniform(.7, 1.35) * (1 + .06 * rng.normal(size=3)), .006, .8).astype(np.float32)


def hairline(points, rng, receding=0.0):
    """Scalp mask [V] 0..1 of points [V,3] dm: 1 inside the hairline, soft over about 0.8 cm; ears are out."""
    angle = np.degrees(np.arctan2(np.abs(points[:, 0]), points[:, 2] - 0.05))
    lift, temple, side, nape = rng.normal() * .05, rng.normal() * .05, rng.uniform(-.35, .12), rng.uniform(-.15, .1)
    knots = np.array([[0, 1.09 + lift + .25 * receding], [18, 1.10 + lift + .45 * receding], [38, .96 + temple + .45 * receding],
                      [52, .76 + temple + .4 * receding], [63, .50 + temple * .5 + .25 * receding], [70, .22 + side + .15 * receding],
                      [84, .12 + side], [97, .42], [116, .20], [130, -.2 + nape], [180, -.36 + nape]])
    height = np.interp(angle, knots[:, 0], knots[:, 1])
    mask = np.clip((points[:, 1] - height) / .09 + .5 + .3 * noise_at(points, 9, rng.uniform(0, 60, 3)), 0, 1)
    return (mask * (1 - ear_mask(points))).astype(np.float32)


def ear_mask(points):
    """1 on the ears [V], soft at their roots: a leaning ellipse on each side of the head."""
    along = -.26 * points[:, 2] + .966 * (points[:, 1] - .08)
    across = .966 * points[:, 2] + .26 * (points[:, 1] - .08)
    size = np.sqrt((along / .31) ** 2 + (across / .19) ** 2)
    return (np.clip((1.08 - size) / .12, 0, 1) * (np.abs(points[:, 0]) > .6)).astype(np.float32)


@dataclass
class Skin:
    """colour [V,3] linear, gloss, beard, scalp [V]; pixel float32 [PIXEL_NUMBERS]; moles float32 [M,4]: x, y, z, radius."""
    colour: np.ndarray
    gloss: np.ndarray
    beard: np.ndarray
    scalp: np.ndarray
    pixel: np.ndarray
    moles: np.ndarray
    brows: np.ndarray


# Entries of Skin.pixel.
(HAIR_R, HAIR_G, HAIR_B, BROW_R, BROW_G, BROW_B, BROW_STRENGTH, BROW_WIDTH, FRECKLES, STUBBLE, CROP, BUMP, SEED,
 IRIS_R, IRIS_G, IRIS_B, PUPIL, IRIS_RADIUS, VEINS, WRINKLES) = range(20)
PIXEL_NUMBERS = 20


def sample_skin(rng, head, look):
    """A Skin for the mean head; look: a wardrobe.Look."""
    points = head.neutral
    marks = points[head.landmarks]
    tone, hair_colour, age = look.tone, look.hair_colour, look.age
    blotches = noise_at(points, 3, rng.uniform(0, 60, 3)) * .5 + noise_at(points, 9, rng.uniform(0, 60, 3)) * .35
    colour = tone * np.exp(blotches[:, None] * np.array([.03, .07, .08]) * rng.uniform(.3, 1.6))
    colour = _redden(colour, points, marks, rng)
    colour = _folds(colour, points, marks, age)
    colour = eye_region(colour, points, marks, tone, rng)
    lips = lip_mask(points, marks)
    colour = paint_lips(colour, lips, tone, rng, look)
    beard = look.beard_mask(points, marks, lips)
    scalp = hairline(points, rng, look.receding)
    region = head.vertex_region
    gloss = 1 + .9 * lips + .5 * np.exp(-((points - marks[30]) ** 2).sum(1) / .05) + .25 * (points[:, 1] > .6)
    gloss = gloss * np.exp(.2 * noise_at(points, 6, rng.uniform(0, 60, 3))) * rng.uniform(.35, 1.4)
    for name, value in (("M_Teeth", np.array([.50, .45, .36]) * rng.uniform(.6, 1.15)), ("M_GumsTongue", np.array([.36, .11, .10])),
                        ("M_ScleraLeft", np.array([.46, .42, .40])), ("M_ScleraRight", np.array([.46, .42, .40])),
                        ("M_EyeLashes", np.minimum(hair_colour * .4, .03))):
        colour[region == head.regions.index(name)] = value
    pixel = _pixel_numbers(rng, look)
    return Skin(np.clip(colour, .004, .92).astype(np.float32), gloss.astype(np.float32), beard, scalp, pixel,
                _sample_moles(rng, points, region), look.brow_lines)


def sample_tone(rng):
    """(linear RGB [3] of the skin, its darkness 0..1)."""
    dark = rng.beta(.85, 1.1)
    place = dark * (len(TONES) - 1)
    low = min(int(place), len(TONES) - 2)
    tone = np.exp(np.log(TONES[low]) * (1 - place + low) + np.log(TONES[low + 1]) * (place - low))
    warm, blood = rng.normal() * .05, rng.normal() * .06
    return tone * np.exp([warm * .3, -blood * .6, -warm * 1.4 - blood * .3]) * rng.uniform(.88, 1.1), dark


def _bump(points, centre, radius):
    return np.exp(-((points - centre) ** 2).sum(1) / (2 * radius * radius))[:, None]


def _redden(colour, points, marks, rng):
    cheek = [(marks[2] + marks[31]) / 2 + [0, .08, .1], (marks[14] + marks[35]) / 2 + [0, .08, .1]]
    spots = [(marks[30], .17), (cheek[0], .26), (cheek[1], .26), (marks[8], .2)]
    amount = rng.uniform(.1, 1.3)
    for centre, radius in spots:
        colour = colour * np.exp(-_bump(points, centre, radius) * np.array([.0, .2, .17]) * amount * rng.uniform(.6, 1.2))
    ears = ear_mask(points)[:, None]
    return colour * np.exp(-ears * np.array([0, .15, .12]) * rng.uniform(0, 1.3))


def _folds(colour, points, marks, age):
    """Darker lines from the nose to the corners of the mouth and under the eyes, stronger with age."""
    lines = [np.stack([marks[31] + [-.05, .05, 0], marks[48] + [-.08, .06, 0]]),
             np.stack([marks[35] + [.05, .05, 0], marks[54] + [.08, .06, 0]]),
             marks[[36, 41, 40, 39]] + [0, -.12, 0], marks[[42, 47, 46, 45]] + [0, -.12, 0]]
    near = np.min([polyline_distance(points, line) for line in lines], axis=0)
    return colour * np.exp(-np.exp(-(near / .035) ** 2)[:, None] * np.array([.25, .35, .35]) * min(age, 1.2))


def _sample_moles(rng, points, region):
    skin = np.flatnonzero((region == 0) & (points[:, 2] > .2))
    count = rng.poisson(1.2)
    chosen = points[rng.choice(skin, max(count, 1))]
    radii = rng.uniform(.012, .032, max(count, 1)) * (count > 0)
    return np.concatenate([chosen, radii[:, None]], 1).astype(np.float32)


def _pixel_numbers(rng, look):
    numbers, hair, tone = np.zeros(PIXEL_NUMBERS, np.float32), look.hair_colour, look.tone
    numbers[[HAIR_R, HAIR_G, HAIR_B]] = hair
    numbers[[BROW_R, BROW_G, BROW_B]] = np.minimum(look.brow_colour, tone * .5)
    numbers[BROW_STRENGTH], numbers[BROW_WIDTH] = .38 * look.brow_strength, .8 * float(np.ptp(look.brow[:, 1:], axis=1).mean()) / 2
    numbers[FRECKLES] = rng.uniform(.2, .6) if happens(rng, "freckles") else rng.uniform(0, .02)
    numbers[STUBBLE] = {"none": 0, "stubble": rng.uniform(.2, .7)}.get(look.beard, rng.uniform(.2, .5))
    numbers[CROP], numbers[BUMP] = look.crop, rng.uniform(.02, .10) + .05 * min(look.age, 1.5)
    numbers[SEED] = rng.uniform(0, 60)
    brown = .25 + .75 * np.clip((look.dark - .15) / .3, 0, 1)
    shares = np.array([.3, .22, .17, .12, .12, .07]) * (1 - brown) + np.array([.7, .27, .0, .0, .02, .01]) * brown
    numbers[[IRIS_R, IRIS_G, IRIS_B]] = IRIS[rng.choice(len(IRIS), p=shares / shares.sum())] * rng.uniform(.6, 1.3)
    numbers[PUPIL], numbers[IRIS_RADIUS] = rng.uniform(.3, .55), rng.uniform(.054, .060)
    numbers[VEINS] = rng.uniform(0, 1)
    numbers[WRINKLES] = look.age
    return numbers
